"""申请人民法院强制执行 (行政强制法第五章)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.coercion_execution import common
from fadu.law.correction import correction
from fadu.law.forms import Field
from fadu.law.forms import Kind as How
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import enforcement

UNDER_WAY = ("opened", "demanded", "applied", "refused", "accepted", "ruled", "denied", "executed")

OPEN = Step(
    name="open_court_enforcement",
    numbers="强执案",
    label="登记申请执行事项",
    basis=(COERCION[13, 2], COERCION[53]),
    says="没有强制执行权的，复议和诉讼期限届满后三个月内申请",
    asks=(
        line("cause", "事由", example="逾期不缴纳罚款"),
        *common.PERSON,
        *common.DECISION,
        ask(enforcement.own_power),
        *common.MONEY,
        ask(enforcement.deferred_until, required=False, rare=True),
    ),
    marks={enforcement.opened_on: When.DAY},
    once=True,
)
APPLY = Step(
    name="apply_to_court",
    label="申请人民法院强制执行",
    leaves=("opened", "demanded"),
    enters="applied",
    by=Role.HEAD,
    basis=(COERCION[53], COERCION[54], COERCION[55]),
    says="催告满十个工作日，四类材料齐全，负责人签名并盖章",
    asks=(
        line("court", "人民法院", help="不动产向所在地人民法院申请"),
        prose("matters", "申请执行的事项", longest=2000),
        Field(name="amount", label="标的", kind=How.MONEY, required=False),
        prose("party_opinion", "当事人的意见", longest=2000, required=False),
        ask(enforcement.court_materials),
        ask(enforcement.court_attested),
        ask(enforcement.court_fee, help="不缴纳，填 0"),
        ask(enforcement.late_reasoned, required=False, rare=True),
        ask(enforcement.court_urgent, required=False, rare=True),
        ask(enforcement.court_safety, required=False, when=("enforcement_court_urgent", (True,))),
        OPINION,
    ),
    marks={enforcement.court_applied_on: When.DAY},
    effect=lambda _before, _data, context: {"enforcement_court_received_on": context["on"]},
    derives=(enforcement.court_received_on,),
    papers=("court_application", "matter_approval"),
)
ACCEPT = Step(
    name="court_accepts_application",
    label="登记法院受理",
    leaves=("applied", "refused"),
    enters="accepted",
    basis=(COERCION[56, 1],),
    says="人民法院接到申请后五日内受理",
    asks=(ask(enforcement.court_received_on), ask(enforcement.court_accepted_on), line("docket", "案号"), ask(enforcement.court_doubts, required=False)),
)
REFUSE = Step(
    name="court_refuses_application",
    label="登记不予受理",
    leaves=("applied",),
    enters="refused",
    basis=(COERCION[56, 2],),
    says="有异议的，十五日内向上一级人民法院申请复议",
    asks=(ask(enforcement.court_received_on), line("ruling", "裁定文号"), prose("reason", "理由", longest=2000)),
    marks={enforcement.court_refused_on: When.DAY},
)
APPEAL_REFUSAL = Step(
    name="appeal_court_refusal",
    label="对不予受理申请复议",
    leaves=("refused",),
    by=Role.HEAD,
    basis=(COERCION[56, 2],),
    says="收到裁定之日起十五日内",
    asks=(line("court", "上一级人民法院"), prose("reason", "理由", longest=2000), OPINION),
    marks={enforcement.refusal_appealed_on: When.DAY},
)
RULE = Step(
    name="court_rules_enforcement",
    label="登记法院裁定",
    leaves=("accepted", "denied"),
    enters="ruled",
    basis=(COERCION[57], COERCION[58, 2], COERCION[59]),
    says="一般七日内裁定；有明显违法情形的三十日内",
    asks=(
        ask(enforcement.court_ruled_on),
        ask(enforcement.court_denied),
        line("ruling", "裁定文号"),
        ask(enforcement.court_president, required=False, rare=True),
    ),
)
RECEIVE = Step(
    name="receive_enforcement_ruling",
    label="登记收到裁定",
    leaves=("ruled",),
    enters="denied",
    provided=lambda facts: bool(facts.get("enforcement_court_denied")),
    basis=(COERCION[58, 2],),
    says="不予执行的裁定五日内送达行政机关",
    asks=(line("how", "送达方式"),),
    marks={enforcement.ruling_received_on: When.DAY},
)
APPEAL_RULING = Step(
    name="appeal_enforcement_ruling",
    label="对不予执行申请复议",
    leaves=("denied",),
    by=Role.HEAD,
    basis=(COERCION[58, 3],),
    says="收到裁定之日起十五日内",
    asks=(line("court", "上一级人民法院"), prose("reason", "理由", longest=2000), OPINION),
    marks={enforcement.ruling_appealed_on: When.DAY},
)
EXECUTED = Step(
    name="court_enforces",
    label="登记法院执行",
    leaves=("ruled",),
    enters="executed",
    basis=(COERCION[59], COERCION[60]),
    says="执行费用由被执行人承担；所得款项上缴",
    asks=(ask(enforcement.court_executed_on), prose("how", "执行情况"), ask(enforcement.proceeds, required=False), ask(enforcement.banked, required=False)),
)


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that an application to the court waits for."""
    if stage == "ruled" and facts.get("enforcement_court_denied"):
        return "receive_enforcement_ruling"
    if stage == "refused":
        return "end_enforcement" if "enforcement_refusal_appealed_on" in facts else "appeal_court_refusal"
    if stage == "denied":
        return "end_enforcement" if "enforcement_ruling_appealed_on" in facts else "appeal_enforcement_ruling"
    steps = {
        "opened": "demand_performance",
        "demanded": "apply_to_court",
        "applied": "court_accepts_application",
        "accepted": "court_rules_enforcement",
        "ruled": "court_enforces",
    }
    return steps.get(stage, "close_enforcement" if stage in ("executed", "ended") else "")


PROCEDURE = Procedure(
    id="enforcement.court",
    version="2012",
    title="申请人民法院强制执行",
    in_force=date(2012, 1, 1),
    kind=Kind.EXECUTION,
    grain="enforcement",
    says="没有强制执行权的机关：催告十日后、期限届满三个月内申请",
    stages=(
        Stage(name="opened", label="登记"),
        Stage(name="demanded", label="催告"),
        Stage(name="applied", label="申请"),
        Stage(name="refused", label="不予受理", optional=True),
        Stage(name="accepted", label="受理"),
        Stage(name="ruled", label="裁定"),
        Stage(name="denied", label="不予执行", optional=True),
        Stage(name="executed", label="执行"),
        Stage(name="ended", label="终结", optional=True, note="法定情形"),
        Stage(name="closed", label="办结"),
    ),
    steps=(
        OPEN,
        common.demand("opened", "demanded", enters="demanded"),
        common.hear("demanded"),
        APPLY,
        ACCEPT,
        REFUSE,
        APPEAL_REFUSAL,
        RULE,
        RECEIVE,
        APPEAL_RULING,
        EXECUTED,
        common.remedy(*UNDER_WAY),
        common.performed("opened", "demanded", "applied", "accepted", "ruled"),
        *common.breaks(*UNDER_WAY),
        common.close("executed", "ended"),
        correction((*UNDER_WAY, "ended")),
    ),
    ends=frozenset({"closed"}),
    turn=turn,
)
