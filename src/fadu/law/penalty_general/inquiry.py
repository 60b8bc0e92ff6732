"""调查取证: looking, asking, collecting, testing."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import ASSISTING, BEGAN, CARD, ENDED, EVIDENCE_KINDS, GOODS, PLACE, PRESENT, SIGNED, WITNESS_NAME, ask, line, prose, rows
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general import formality
from fadu.law.penalty_general.formality import SCENE, scene, then
from fadu.law.penalty_general.pauses import PAUSED, going, stop, stopping
from fadu.law.procedure import Step, When, absent, pending
from fadu.law.statutes import PENALTY, SAMR_PROCEDURE
from fadu.law.vocabulary import case, step
from fadu.law.vocabulary.marks import Scene, Stop

INQUIRING = ("source", "investigating")
LATER = ("investigating", "concluded", "notified", "hearing", "heard", "reviewed", "discussed")


def _first_contact(before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    """The first inquiry, and that rights were told at it (市场监督管理行政处罚程序规定第二十一条第二款)."""
    facts: dict[str, Any] = {"records": before.get("records", 0) + 1}
    if "first_inquiry_on" not in before:
        facts["first_inquiry_on"] = context["on"]
    if data.get("reason_told") and "rights_told_on" not in before:
        facts["rights_told_on"] = context["on"]
    return facts


def _evidence(before: Mapping[str, Any], data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    return {"evidence": before.get("evidence", 0) + len(data["evidence_items"])}


def _identifies(before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    return stop(before, Stop.IDENTIFICATION, context["on"]) if data.get("identifies") else {}


INSPECT = Step(
    name="inspect",
    label="现场检查",
    leaves=INQUIRING,
    basis=(PENALTY[42, 1], PENALTY[55], SAMR_PROCEDURE[28]),
    says="两名以上持证人员亮证检查，当场制作现场笔录",
    asks=(
        PRESENT,
        ASSISTING,
        CARD,
        ask(step.reason_told),
        BEGAN,
        ENDED,
        PLACE,
        line("met_by", "当事人或者现场负责人", example="店主王某"),
        prose("findings", "现场情况", example="货架第二层陈列待售纯牛奶 12 箱，标示保质期至 2026 年 9 月 1 日。"),
        prose("measures", "告知和采取的措施", required=False),
        SIGNED,
        WITNESS_NAME,
        ask(case.party_summoned, required=False),
        ask(step.filmed_now, required=False),
    ),
    marks={case.inspected_on: When.DAY},
    effect=then(_first_contact, scene(Scene.INSPECTION)),
    derives=(case.records, case.first_inquiry_on, case.rights_told_on, *SCENE),
    papers=("scene_record",),
)

QUESTION = Step(
    name="question",
    label="询问",
    leaves=INQUIRING,
    basis=(PENALTY[42, 1], PENALTY[55, 2], SAMR_PROCEDURE[29]),
    says="个别询问，制作询问笔录，交被询问人逐页核对签名",
    asks=(
        PRESENT,
        ASSISTING,
        CARD,
        ask(step.reason_told),
        BEGAN,
        ENDED,
        PLACE,
        line("asked_name", "被询问人"),
        line("asked_as", "身份", example="店主"),
        rows("dialogue", "问答", (prose("q", "问", longest=1000), prose("a", "答", longest=3000)), help="一问一答各占一行"),
        SIGNED,
        WITNESS_NAME,
        ask(case.asked_apart, "个别询问，笔录逐页核对签名", required=False),
        ask(step.filmed_now, required=False),
    ),
    marks={case.questioned_on: When.DAY},
    effect=then(_first_contact, scene(Scene.QUESTIONING)),
    derives=(case.records, case.first_inquiry_on, case.rights_told_on, *SCENE),
    papers=("question_notice", "question_record"),
)

COLLECT = Step(
    name="collect",
    label="提取证据",
    leaves=INQUIRING,
    basis=(PENALTY[46], SAMR_PROCEDURE[24], SAMR_PROCEDURE[26, 1]),
    says="提取书证、物证、电子数据等，注明出处，由提供人签名",
    asks=(
        PRESENT,
        CARD,
        rows(
            "evidence_items",
            "证据",
            (
                line("name", "证据名称"),
                Field(name="kind", label="种类", kind=Kind.CHOICE, choices=EVIDENCE_KINDS),
                line("from", "出处、提供人"),
                Field(name="original", label="原件", kind=Kind.BOOL, required=False),
                line("method", "制作方法、时间、制作人", required=False, help="复制件、电子数据填写"),
                line("hash", "校验值", required=False, longest=128, help="电子数据填写 SHA-256"),
                formality.EVIDENCE_FORM,
            ),
            least=1,
        ),
        ask(case.device_used, required=False, rare=True),
        line("device_number", "监控设备编号", rare=True, longest=40, when=("device_used", (True,)), help="见电子监控设备名录"),
        Field(name="device_recorded_on", label="监控记录形成日期", kind=Kind.DATE, rare=True, when=("device_used", (True,))),
        ask(case.device_record_passed, required=False, rare=True, when=("device_used", (True,))),
        SIGNED,
    ),
    effect=then(_evidence, formality.evidence_form),
    derives=(case.evidence, case.evidence_flaws),
    papers=("evidence_sheet", "edata_record"),
)

DEMAND_MATERIAL = Step(
    name="demand_material",
    label="限期提供材料",
    leaves=INQUIRING,
    basis=(SAMR_PROCEDURE[30],),
    says="通知当事人在期限内提供证明材料",
    asks=(prose("materials", "应提供的材料"), Field(name="until", label="提供期限", kind=Kind.DATE)),
    papers=("material_notice",),
    side=True,
)

SAMPLE = Step(
    name="sample",
    label="抽样取证",
    leaves=INQUIRING,
    basis=(SAMR_PROCEDURE[31, 1],),
    says="通知当事人到场，制作抽样记录，加封并开具清单",
    asks=(PRESENT, CARD, PLACE, rows("goods", "样品", GOODS, least=1), line("base_quantity", "抽样基数"), prose("method", "抽样方法和封样情况"), ask(case.sample_remote, required=False), formality.SAMPLED, SIGNED, ask(step.filmed_now, required=False)),
    marks={case.sampled_on: When.DAY},
    effect=then(lambda before, _data, _context: {"records": before.get("records", 0) + 1}, formality.sampled, scene(Scene.SAMPLING)),
    derives=(case.records, case.sampling, *SCENE),
    papers=("sampling_record", "goods_list"),
)

COMMISSION_TEST = Step(
    name="commission_test",
    label="委托检验鉴定",
    unfit=pending(case.test_started_on, "已有检验鉴定正在进行，请先登记结果"),
    leaves=("source", "investigating", "concluded"),
    basis=(SAMR_PROCEDURE[32], SAMR_PROCEDURE[64, 2]),
    says="检测、检验、检疫、鉴定期间不计入办案期限，应当告知当事人",
    asks=(line("lab", "受委托机构"), line("lab_qualification", "资质"), ask(case.test_lab, required=False), prose("matters", "委托事项"), ask(case.test_told_on, "向当事人告知期间的日期")),
    marks={case.test_started_on: When.DAY, case.test_running: True},
    effect=stopping(Stop.TEST),
    derives=PAUSED,
    clears=(case.result_told_on,),
    papers=("test_commission", "test_period_notice"),
)

RECEIVE_TEST = Step(
    name="receive_test",
    label="登记检验鉴定结果",
    unfit=absent(case.test_started_on, "没有正在进行的检验鉴定"),
    leaves=("source", "investigating", "concluded"),
    basis=(SAMR_PROCEDURE[32],),
    says="结果告知当事人，期间自动从办案期限中扣除",
    asks=(prose("result", "结果"), ask(case.result_told_on, "结果告知日期"), line("objection", "当事人异议", required=False)),
    marks={case.test_running: False},
    effect=going(Stop.TEST),
    derives=PAUSED,
    clears=(case.test_started_on,),
    papers=("test_result_notice",),
)

ORDER_CORRECTION = Step(
    name="order_correction",
    label="责令改正",
    leaves=(*LATER, "source", "decided"),
    basis=(PENALTY[28, 1],),
    says="实施处罚时，责令当事人改正或者限期改正违法行为",
    asks=(prose("violation", "违法行为"), line("violated", "违反的规定"), prose("demands", "改正要求"), Field(name="until", label="改正期限", kind=Kind.DATE)),
    marks={case.correction_ordered_on: When.DAY},
    papers=("correction_order",),
    side=True,
)

CONFIRM_ADDRESS = Step(
    name="confirm_address",
    label="确认送达地址",
    leaves=(*INQUIRING, "concluded", "notified", "decided"),
    basis=(PENALTY[61, 2], SAMR_PROCEDURE[83, 1]),
    says="当事人签署送达地址确认书；同意电子送达的一并确认",
    asks=(line("address", "送达地址"), line("receiver", "收件人"), Field(name="phone", label="联系电话", kind=Kind.PHONE), ask(case.service_consented), line("electronic_address", "电子送达地址", required=False)),
    marks={case.address_confirmed_on: When.DAY},
    papers=("address_confirmation",),
    side=True,
)

ASK_ASSISTANCE = Step(
    name="ask_assistance",
    label="请求协助调查",
    leaves=INQUIRING,
    basis=(PENALTY[26], SAMR_PROCEDURE[45]),
    says="向有关机关发协助调查函或者协助辨认、鉴别通知",
    asks=(line("to_organ", "协助机关或者权利人"), prose("matters", "协助事项"), Field(name="until", label="期限", kind=Kind.DATE), ask(case.assist_received_on, required=False), Field(name="identifies", label="请权利人辨认或者鉴别", kind=Kind.BOOL, required=False)),
    effect=_identifies,
    derives=PAUSED,
    clears=(case.assist_done_on, case.assist_extension),
    papers=("assistance_letter", "identify_notice"),
    side=True,
)

STEPS = (INSPECT, QUESTION, COLLECT, SAMPLE, COMMISSION_TEST, RECEIVE_TEST, DEMAND_MATERIAL, ORDER_CORRECTION, CONFIRM_ADDRESS, ASK_ASSISTANCE)
