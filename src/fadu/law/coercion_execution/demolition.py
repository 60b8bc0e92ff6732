"""拆除违法建设 (行政强制法第四十四条、城乡规划法第六十四条至第六十八条)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from fadu.law.asking import CARD, GOODS, OPINION, PLACE, PRESENT, ask, line, prose, rows
from fadu.law.coercion_execution import common, general
from fadu.law.coercion_execution.common import suspended
from fadu.law.correction import correction
from fadu.law.forms import Field
from fadu.law.forms import Kind as How
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When
from fadu.law.statutes import CITY_APPEARANCE, COERCION, PLANNING
from fadu.law.vocabulary import enforcement

UNDER_WAY = ("surveyed", "decided", "served", "announced", "demanded", "ordered", "delivered", "executed")

SURVEY = Step(
    name="survey_building",
    numbers="强执案",
    label="登记并勘查违法建设",
    basis=(PLANNING[53], COERCION[44]),
    says="出示证件，查明位置、面积、许可和造价",
    asks=(
        line("cause", "事由", example="未取得建设工程规划许可证建设"),
        *common.PERSON,
        PRESENT,
        CARD,
        PLACE,
        ask(enforcement.zone),
        prose("findings", "勘查情况", example="砖混一层，建筑面积 86 平方米，未取得规划许可。"),
        ask(enforcement.building_cost, required=False),
    ),
    marks={enforcement.opened_on: When.DAY, enforcement.method: "demolish"},
    effect=lambda _before, data, _context: {"enforcement_inspection_card": data.get("card_shown")},
    derives=(enforcement.inspection_card,),
    papers=("scene_record",),
    once=True,
)
DECIDE = Step(
    name="order_building",
    label="责令改正或者拆除",
    leaves=("surveyed",),
    enters="decided",
    by=Role.HEAD,
    basis=(PLANNING[64], PLANNING[65], PLANNING[66], CITY_APPEARANCE[37]),
    says="责令停止建设，限期改正、拆除；写明六十日复议和六个月起诉",
    asks=(
        ask(enforcement.building_organ),
        ask(enforcement.stop_ordered),
        ask(enforcement.correctable),
        ask(enforcement.removable),
        ask(enforcement.building_action),
        ask(enforcement.building_fine, required=False),
        ask(enforcement.correct_by),
        ask(enforcement.remedy_told),
        ask(enforcement.own_power),
        ask(enforcement.power_level, required=False, when=("enforcement_own_power", (True,))),
        prose("reason", "事实、理由和依据", longest=5000),
        OPINION,
    ),
    marks={enforcement.building_ordered_on: When.DAY, enforcement.involves_money: False},
    effect=lambda _before, data, _context: {"enforcement_order_perform_by": enforcement.correct_by.value_of(data["enforcement_correct_by"])},
    derives=(enforcement.order_perform_by,),
    papers=("demolition_order", "matter_approval"),
)
SERVE = Step(
    name="serve_building_order",
    label="送达责令决定书",
    leaves=("decided",),
    enters="served",
    basis=(COERCION[44],),
    says="复议和起诉期限自送达起算",
    asks=(
        line("receiver", "签收人"),
        Field(name="served_how", label="送达方式", kind=How.CHOICE, choices=(("direct", "直接送达"), ("left", "留置送达"), ("other", "其他方式"))),
    ),
    marks={enforcement.order_served_on: When.DAY},
    papers=("service_receipt",),
)
ANNOUNCE = Step(
    name="announce_demolition",
    label="公告限期自行拆除",
    leaves=("served", "demanded"),
    enters="announced",
    basis=(COERCION[44],),
    says="公告并限期当事人自行拆除",
    asks=(ask(enforcement.self_demolish_by), line("posted", "公告的地点和载体"), prose("terms", "公告内容", longest=2000)),
    marks={enforcement.announced_on: When.DAY},
    papers=("demolition_announcement",),
)
CHARGE = Step(
    name="note_government_charge",
    label="登记政府责成或者批准",
    leaves=("served", "announced", "demanded", "ordered", "delivered"),
    basis=(PLANNING[68], CITY_APPEARANCE[37]),
    says="规划部门的决定由县级以上人民政府责成有关部门拆除；市容建筑物由其批准",
    asks=(line("government", "人民政府"), line("charge_number", "文号"), ask(enforcement.government_charged_on)),
    side=True,
)


def _demolished(before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    forced = general.by_force(before, data, context)
    return {**forced, "enforcement_demolished_on": forced["enforcement_executed_on"]}


DEMOLISH = Step(
    name="demolish",
    label="实施强制拆除",
    unfit=suspended,
    leaves=("served", "announced", "demanded", "ordered", "delivered"),
    enters="executed",
    basis=(COERCION[44], COERCION[43]),
    says="复议、起诉期限都届满，公告期满，不在夜间和节假日；清点物品并全程录像",
    asks=(*general.HOW, rows("goods", "清点移出的物品", GOODS, required=False), Field(name="filming", label="全程录音录像", kind=How.BOOL)),
    effect=_demolished,
    derives=(enforcement.executed_on, enforcement.demolished_on, enforcement.cuts_utilities, enforcement.residential),
    papers=("enforcement_record", "goods_list"),
)
PUBLISH = Step(
    name="publish_building_results",
    label="公开处理结果",
    leaves=("executed", "ended"),
    basis=(PLANNING[54],),
    says="监督检查情况和处理结果供公众查阅",
    asks=(line("where", "公开的载体"),),
    marks={enforcement.results_published_on: When.DAY},
)
SUPERIOR = Step(
    name="note_planning_superior",
    label="登记上级责令处罚",
    leaves=UNDER_WAY,
    basis=(PLANNING[56],),
    says="应当处罚而没有处罚的，上级规划主管部门可以责令",
    asks=(line("superior", "上级机关"), ask(enforcement.superior_ordered_on), ask(enforcement.superior_answered_on, required=False)),
    side=True,
)
ORDER = replace(general.ORDER, leaves=("announced", "demanded"))
EXTRA_CLOSE = (ask(enforcement.superior_answered_on, required=False, rare=True),)


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that a demolition waits for."""
    if suspended(facts) and stage in UNDER_WAY:
        return "resume_enforcement"
    if stage in ("executed", "ended"):
        return "close_enforcement" if "enforcement_results_published_on" in facts else "publish_building_results"
    steps = {"surveyed": "order_building", "decided": "serve_building_order", "served": "announce_demolition", "announced": "demand_performance"}
    return steps.get(stage) or {"demanded": "order_enforcement", "ordered": "deliver_enforcement_order", "delivered": "demolish"}.get(stage, "")


PROCEDURE = Procedure(
    id="enforcement.demolition",
    version="2012",
    title="拆除违法建设",
    in_force=date(2012, 1, 1),
    kind=Kind.EXECUTION,
    grain="enforcement",
    says="责令、公告、催告、决定；复议和起诉期限届满之前不得拆除",
    stages=(
        Stage(name="surveyed", label="勘查"),
        Stage(name="decided", label="责令拆除"),
        Stage(name="served", label="送达"),
        Stage(name="announced", label="公告"),
        Stage(name="demanded", label="催告"),
        Stage(name="ordered", label="执行决定"),
        Stage(name="delivered", label="送达执行决定"),
        Stage(name="executed", label="拆除"),
        Stage(name="ended", label="终结", optional=True, note="法定五种情形"),
        Stage(name="closed", label="办结"),
    ),
    steps=(
        SURVEY,
        DECIDE,
        SERVE,
        ANNOUNCE,
        common.demand("served", "announced", enters="demanded"),
        common.hear("announced", "demanded"),
        ORDER,
        general.DELIVER,
        CHARGE,
        DEMOLISH,
        PUBLISH,
        SUPERIOR,
        common.remedy("served", "announced", "demanded", "ordered", "delivered", "executed"),
        common.performed("served", "announced", "demanded", "ordered", "delivered"),
        *common.breaks("served", "announced", "demanded", "ordered", "delivered", "executed"),
        *common.FILMING,
        common.close("executed", "ended", asks=EXTRA_CLOSE),
        correction((*UNDER_WAY, "ended")),
    ),
    ends=frozenset({"closed"}),
    parameters=common.LOCAL,
    turn=turn,
)
