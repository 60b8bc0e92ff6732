"""个人信息处理登记: one processing, from before it begins to its end; requests and breaches on the way."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import ask, line, prose
from fadu.law.correction import correction
from fadu.law.forms import Kind
from fadu.law.procedure import Kind as ActKind
from fadu.law.procedure import Procedure, Stage, Step, When, absent
from fadu.law.statutes import PERSONAL_DATA
from fadu.law.vocabulary import personal

SENSITIVE = (("purpose", "有特定目的"), ("necessity", "有充分的必要性"), ("protection", "采取严格保护措施"))
CONTRACT = (("purpose", "目的"), ("term", "期限"), ("means", "处理方式"), ("kinds", "信息种类"), ("safeguards", "保护措施"), ("rights", "双方权利义务"))
NOTICE = (("what", "信息种类、原因和可能的危害"), ("remedy", "补救措施和个人可以采取的减轻措施"), ("contact", "处理者的联系方式"))

RUNNING = ("planned", "running")

STEPS = (
    Step(
        name="personal_open", label="登记处理活动", basis=(PERSONAL_DATA[34], PERSONAL_DATA[55]), says="新的处理活动、采集设备先登记，再开始",
        asks=(
            line("cause", "处理活动", example="执法现场音像记录的保存和使用"), prose("purpose", "目的、方式和信息项", longest=2000),
            ask(personal.sensitive), ask(personal.automated), ask(personal.shared), ask(personal.device), ask(personal.under_fourteen),
        ),
        marks={personal.opened_on: When.DAY}, once=True, numbers="个信",
    ),
    Step(
        name="personal_assess", label="影响评估", leaves=RUNNING, basis=(PERSONAL_DATA[55], PERSONAL_DATA[56, 1]),
        says="敏感信息、自动化决策、委托提供公开等，开始前评估并记录",
        asks=(ask(personal.assessment_recorded), prose("assessment", "合法必要性、影响和风险、保护措施", longest=3000)),
        marks={personal.assessed_on: When.DAY},
    ),
    Step(
        name="personal_begin", label="开始处理", leaves=("planned",), enters="running",
        basis=(PERSONAL_DATA[19], PERSONAL_DATA[26], PERSONAL_DATA[35], PERSONAL_DATA[36], PERSONAL_DATA[51]),
        says="权限、范围、告知、存储地、期限、技术措施和操作权限都已落实",
        asks=(
            ask(personal.within_powers), ask(personal.within_need), ask(personal.informed), ask(personal.inform_exempt, required=False),
            ask(personal.region), ask(personal.abroad_assessed, required=False, when=("personal_region", ("abroad",))), ask(personal.retention),
            ask(personal.safeguarded), ask(personal.roles_set), ask(personal.staff_trained),
            ask(personal.sensitive_conditions, required=False, kind=Kind.CHOICES, choices=SENSITIVE), ask(personal.minor_rules, required=False),
            ask(personal.device_needed, required=False), ask(personal.device_sign, required=False), ask(personal.device_only_safety, required=False),
            ask(personal.device_consent, required=False, rare=True),
        ),
        marks={personal.begun_on: When.DAY},
    ),
    Step(
        name="personal_entrust", label="委托处理", leaves=RUNNING, basis=(PERSONAL_DATA[21, 1],), says="约定六项内容并监督受托人",
        asks=(line("vendor", "受托人"), ask(personal.contract_parts, kind=Kind.CHOICES, choices=CONTRACT), ask(personal.vendor_supervised)),
        marks={personal.entrusted_on: When.DAY}, side=True,
    ),
    Step(
        name="personal_automate", label="使用自动化决策", leaves=("running",), basis=(PERSONAL_DATA[24, 3],), says="重大决定须有人工复核；个人要求的作出说明",
        asks=(ask(personal.human_reviewed), ask(personal.explanation_asked), ask(personal.explained, required=False), line("decision", "所涉决定")),
        marks={personal.automated_on: When.DAY}, side=True,
    ),
    Step(
        name="personal_publish", label="公开个人信息", leaves=("running",), basis=(PERSONAL_DATA[25],), says="取得单独同意，或者依法公开并脱敏",
        asks=(ask(personal.publish_consent), ask(personal.publish_duty), ask(personal.publish_masked), line("where", "公开的位置和依据")),
        marks={personal.published_on: When.DAY}, side=True,
    ),
    Step(
        name="personal_ask_access", label="登记查阅复制请求", leaves=("running",), basis=(PERSONAL_DATA[45, 2],), says="个人请求查阅、复制其信息",
        asks=(line("person", "请求人"), ask(personal.access_asked_on)), clears=(personal.access_given_on, personal.access_exempt), side=True,
    ),
    Step(
        name="personal_give_access", label="答复查阅复制请求", leaves=("running",), basis=(PERSONAL_DATA[45, 2], PERSONAL_DATA[45, 1]),
        says="及时提供；不提供的写明法定情形",
        asks=(ask(personal.access_given_on, required=False), ask(personal.access_exempt, required=False), prose("answer", "答复", longest=1000)),
        unfit=absent(personal.access_asked_on, "没有查阅、复制请求"), side=True,
    ),
    Step(
        name="personal_ask_correction", label="登记更正补充请求", leaves=("running",), basis=(PERSONAL_DATA[46, 2],), says="个人请求更正、补充其信息",
        asks=(line("person", "请求人"), ask(personal.correction_asked_on), prose("what", "请求的内容", longest=1000)),
        clears=(personal.correction_checked, personal.correction_done_on), side=True,
    ),
    Step(
        name="personal_correct", label="核实更正", leaves=("running",), basis=(PERSONAL_DATA[46, 2],), says="核实后及时更正、补充",
        asks=(ask(personal.correction_checked), prose("answer", "核实和更正的情况", longest=1000)), marks={personal.correction_done_on: When.DAY},
        unfit=absent(personal.correction_asked_on, "没有更正、补充请求"), side=True,
    ),
    Step(
        name="personal_breach", label="登记泄露事件", leaves=("running",), basis=(PERSONAL_DATA[57, 1],), says="发生或者可能发生泄露、篡改、丢失的，立即补救",
        asks=(ask(personal.breach_found_on), ask(personal.breach_remedied_on), prose("breach", "事件和补救措施", longest=2000)),
        clears=(personal.breach_authority_told_on, personal.breach_people_told_on, personal.breach_harm_averted, personal.breach_notice_parts), side=True,
    ),
    Step(
        name="personal_notify", label="通知主管部门和个人", leaves=("running",), basis=(PERSONAL_DATA[57, 1], PERSONAL_DATA[57, 2]),
        says="通知载明三项内容；能有效避免危害的可以不通知个人",
        asks=(
            ask(personal.breach_authority_told_on), ask(personal.breach_harm_averted), ask(personal.breach_people_told_on, required=False),
            ask(personal.breach_notice_parts, kind=Kind.CHOICES, choices=NOTICE),
        ),
        unfit=absent(personal.breach_found_on, "没有登记泄露事件"), side=True,
    ),
    Step(
        name="personal_discard", label="销毁评估和处理记录", leaves=RUNNING, basis=(PERSONAL_DATA[56, 2],), says="至少保存三年后才能销毁",
        asks=(line("what", "销毁的记录"),), marks={personal.assessment_discarded_on: When.DAY},
        unfit=absent(personal.assessed_on, "没有影响评估"), side=True,
    ),
    Step(
        name="personal_close", label="结束处理活动", leaves=RUNNING, enters="closed", basis=(PERSONAL_DATA[19],), says="目的已经实现的，停止处理并删除",
        asks=(prose("ending", "结束和删除的情况", longest=1000),), marks={personal.closed_on: When.DAY},
    ),
)  # fmt: skip


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """What a processing waits for."""
    if stage == "planned":
        wanted = any(facts.get(f"personal_{name}") for name in ("sensitive", "automated", "shared"))
        return "personal_assess" if wanted and "personal_assessed_on" not in facts else "personal_begin"
    if stage == "running":
        if "personal_breach_found_on" in facts and "personal_breach_authority_told_on" not in facts:
            return "personal_notify"
        if "personal_access_asked_on" in facts and not facts.keys() & {"personal_access_given_on", "personal_access_exempt"}:
            return "personal_give_access"
        if "personal_correction_asked_on" in facts and "personal_correction_done_on" not in facts:
            return "personal_correct"
    return ""


PROCEDURE = Procedure(
    id="personal.record", version="2021", title="个人信息处理登记", in_force=date(2021, 11, 1), kind=ActKind.REGISTER, grain="personal",
    says="一项处理活动：影响评估、开始、委托、公开、请求、泄露处置",
    stages=(Stage(name="planned", label="登记评估"), Stage(name="running", label="处理中"), Stage(name="closed", label="结束")),
    steps=(*STEPS, correction(RUNNING)), ends=frozenset({"closed"}), turn=turn,
)  # fmt: skip
