"""代履行和立即代履行 (行政强制法第四章第三节)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from fadu.law.asking import OPINION, PLACE, PRESENT, WITNESS_NAME, ask, line, prose
from fadu.law.coercion_execution import common
from fadu.law.coercion_execution.common import suspended
from fadu.law.correction import correction
from fadu.law.forms import Field
from fadu.law.forms import Kind as How
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When, pending
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import enforcement

UNDER_WAY = ("opened", "demanded", "ordered", "delivered", "performed", "executed")
ORDINARY = ("way", ("ordinary",))

OPEN = Step(
    name="open_proxy",
    numbers="强执案",
    label="登记代履行事项",
    basis=(COERCION[50], COERCION[52]),
    says="排除妨碍、恢复原状等义务没有履行，或者须立即清除的遗洒物、障碍物、污染物",
    asks=(
        line("cause", "事由", example="占道堆放渣土"),
        *common.PERSON,
        Field(name="way", label="代履行方式", kind=How.CHOICE, choices=(("ordinary", "依决定代履行"), ("at_once", "立即代履行"))),
        *(replace(field, required=False, when=ORDINARY) for field in common.DECISION if field.name != "duty"),
        prose("duty", "应当履行的义务或者清除的事项", longest=2000),
        ask(enforcement.own_power),
        ask(enforcement.power_level, required=False, when=("enforcement_own_power", (True,)), help="行政强制法第五十条、第五十二条本身即为法律授权"),
        ask(enforcement.involves_money, "除代履行外涉及金钱给付", required=False, when=ORDINARY),
    ),
    marks={enforcement.opened_on: When.DAY, enforcement.method: "proxy"},
    once=True,
)
ORDER = Step(
    name="order_proxy",
    label="作出代履行决定",
    unfit=suspended,
    leaves=("opened", "demanded"),
    enters="ordered",
    by=Role.HEAD,
    basis=(COERCION[50], COERCION[51, 1, 1]),
    says="经催告仍不履行，且危害交通、污染环境或者破坏资源；写明费用预算和代履行人",
    asks=(
        ask(enforcement.alternatives_weighed),
        ask(enforcement.restoration),
        ask(enforcement.harm),
        ask(enforcement.performer),
        line("proxy_name", "代履行人名称"),
        Field(name="budget", label="费用预算", kind=How.MONEY),
        Field(name="proxy_day", label="代履行日期", kind=How.DATE),
        prose("how", "代履行的方式", longest=1000),
        prose("target", "标的", longest=1000),
        prose("reason", "理由和依据", longest=2000),
        ask(enforcement.order_written),
        ask(enforcement.order_parts),
        ask(enforcement.proxy_parts),
        OPINION,
    ),
    marks={enforcement.proxy_ordered_on: When.DAY, enforcement.ordered_on: When.DAY},
    papers=("proxy_decision", "matter_approval"),
)
DELIVER = Step(
    name="deliver_proxy",
    label="送达代履行决定书",
    leaves=("ordered",),
    enters="delivered",
    basis=(COERCION[51, 1, 1],),
    says="代履行前送达决定书",
    asks=(line("receiver", "签收人"),),
    marks={enforcement.proxy_served_on: When.DAY},
    papers=("service_receipt",),
)
DEMAND_AGAIN = Step(
    name="demand_proxy_again",
    label="代履行前催告",
    unfit=pending(enforcement.proxy_demanded_on, "已经催告"),
    leaves=("ordered", "delivered"),
    basis=(COERCION[51, 1, 2],),
    says="代履行三个工作日前再次催告，当事人履行的停止",
    asks=(Field(name="proxy_day", label="代履行日期", kind=How.DATE), line("receiver", "签收人")),
    marks={enforcement.proxy_demanded_on: When.DAY},
    papers=("proxy_demand", "service_receipt"),
)


def _performed(before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    cut = {name: data.get(name) or False for name in ("enforcement_cuts_utilities", "enforcement_residential")}
    day = common.executed_day(before, data, context)
    return {**day, **cut, "enforcement_proxy_on": day["enforcement_executed_on"]}


PERFORM = Step(
    name="perform_proxy",
    label="实施代履行",
    unfit=suspended,
    leaves=("ordered", "delivered"),
    enters="performed",
    basis=(COERCION[51], COERCION[43]),
    says="本机关派员到场监督，不得采用暴力、胁迫",
    asks=(
        ask(enforcement.supervisors),
        line("proxy_name", "代履行人名称"),
        PLACE,
        ask(enforcement.executed_at),
        ask(enforcement.executed_until),
        ask(enforcement.executed_urgently, required=False, rare=True),
        ask(enforcement.cuts_utilities, "停止供水、供电、供热、供燃气等", required=False),
        ask(enforcement.residential, required=False),
        prose("course", "代履行经过", longest=5000),
    ),
    effect=_performed,
    derives=(enforcement.executed_on, enforcement.proxy_on, enforcement.cuts_utilities, enforcement.residential),
)
CLEAR = Step(
    name="clear_at_once",
    label="立即代履行",
    leaves=("opened",),
    enters="performed",
    basis=(COERCION[52],),
    says="道路、河道、航道、公共场所的遗洒物、障碍物、污染物，当事人不能清除的",
    asks=(
        PRESENT,
        PLACE,
        ask(enforcement.cleared_place),
        ask(enforcement.cleared_thing),
        ask(enforcement.party_unable),
        ask(enforcement.party_away),
        prose("course", "清除经过", longest=5000),
        WITNESS_NAME,
    ),
    marks={enforcement.cleared_on: When.DAY},
)
TELL_CLEARED = Step(
    name="tell_cleared",
    label="事后通知当事人",
    unfit=lambda facts: "" if facts.get("enforcement_party_away") and "enforcement_cleared_told_on" not in facts else "当事人在场，或者已经通知",
    leaves=("performed", "executed"),
    basis=(COERCION[52],),
    says="当事人不在场的，事后立即通知",
    asks=(line("how", "通知方式"), line("receiver", "接受通知人")),
    marks={enforcement.cleared_told_on: When.DAY},
    papers=("cleared_notice",),
)
FINISH = Step(
    name="finish_proxy",
    label="代履行完毕",
    leaves=("performed",),
    enters="executed",
    basis=(COERCION[51, 1, 4], COERCION[51, 2]),
    says="监督人员、代履行人、当事人或者见证人签章；费用按成本由当事人承担",
    asks=(ask(enforcement.proxy_signed), ask(enforcement.proxy_cost), ask(enforcement.proxy_charged)),
    marks={enforcement.proxy_done_on: When.DAY},
    papers=("proxy_record",),
)


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that a proxy performance waits for."""
    if suspended(facts) and stage in UNDER_WAY:
        return "resume_enforcement"
    if stage == "delivered":
        return "perform_proxy" if "enforcement_proxy_demanded_on" in facts else "demand_proxy_again"
    if stage == "performed" and facts.get("enforcement_party_away") and "enforcement_cleared_told_on" not in facts:
        return "tell_cleared"
    steps = {"opened": "demand_performance", "demanded": "order_proxy", "ordered": "deliver_proxy", "performed": "finish_proxy"}
    return steps.get(stage, "close_enforcement" if stage in ("executed", "ended") else "")


PROCEDURE = Procedure(
    id="enforcement.proxy",
    version="2012",
    title="代履行",
    in_force=date(2012, 1, 1),
    kind=Kind.EXECUTION,
    grain="enforcement",
    says="催告、决定、三日前再催告、监督实施；紧急清除的立即代履行",
    stages=(
        Stage(name="opened", label="登记"),
        Stage(name="demanded", label="催告", optional=True, note="立即代履行的不催告"),
        Stage(name="ordered", label="代履行决定", optional=True, note="立即代履行的不另作决定"),
        Stage(name="delivered", label="送达并再催告", optional=True, note="立即代履行的事后通知"),
        Stage(name="performed", label="实施"),
        Stage(name="executed", label="完毕"),
        Stage(name="ended", label="终结", optional=True, note="法定五种情形"),
        Stage(name="closed", label="办结"),
    ),
    steps=(
        OPEN,
        common.demand("opened", "demanded", enters="demanded"),
        common.hear("demanded"),
        ORDER,
        DELIVER,
        DEMAND_AGAIN,
        PERFORM,
        CLEAR,
        TELL_CLEARED,
        FINISH,
        common.remedy(*UNDER_WAY),
        common.performed("opened", "demanded", "ordered", "delivered"),
        *common.breaks(*UNDER_WAY),
        common.close("executed", "ended"),
        correction((*UNDER_WAY, "ended")),
    ),
    ends=frozenset({"closed"}),
    turn=turn,
)
