"""执行、公开、结案、归档."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose, rows
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Role, Step, When, absent, pending
from fadu.law.statutes import COERCION, PENALTY, SAMR_PROCEDURE
from fadu.law.vocabulary import case, step
from fadu.law.vocabulary.execution import CORRECTED, REMEDY_RESULT

AFTER = ("served", "performed")
EVENT = ("decided", "served", "performed", "closed", "archived")


def owed(facts: Mapping[str, Any]) -> int:
    """What is owed in all, in 分: fine, confiscated gain, the surcharge and the fine by the day."""
    return sum(facts.get(name) or 0 for name in ("decision_fine", "decision_gain", "surcharge", "daily_fine"))


def paid(before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    """What an instalment changes: the sum, and with the last of it the day."""
    total = (before.get("paid") or 0) + data["instalment"]
    if total < owed(before):
        return {"paid": total}
    return {"paid": total, "paid_on": context["on"], "closing_since": context["on"], "closing_ground": "performed"}


def performed(facts: Mapping[str, Any]) -> bool:
    """Whether all that is owed is paid."""
    return "paid_on" in facts


def _remedy(_before: Mapping[str, Any], data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    """Review and suit are kept apart: the surcharge stands still in both, and each has its own rate of corrections."""
    reviewed = data["kind"] == "review"
    began, ended = (case.reconsidered_from, case.reconsidered_until) if reviewed else (case.sued_from, case.sued_until)
    result = case.reconsideration_result if reviewed else case.litigation_result
    known = {result.name: data["result"]} if "result" in data else {}
    return {began.name: began.value_of(data["remedy_started_on"]), ended.name: ended.value_of(data.get("remedy_ended_on")), **known}


PAY = Step(
    name="pay",
    label="登记缴款",
    unfit=lambda facts: "" if owed(facts) > 0 else "没有应缴的罚没款",
    leaves=("served",),
    enters="performed",
    provided=performed,
    basis=(PENALTY[67, 3], SAMR_PROCEDURE[72, 1]),
    says="当事人自收到决定书之日起十五日内，到指定银行或者通过电子支付系统缴纳",
    asks=(ask(step.instalment, least=1), ask(step.payment_channel), line("receipt_no", "票据号码"), ask(case.receipt_lawful)),
    effect=paid,
    derives=(case.paid, case.paid_on, case.closing_since, case.closing_ground),
)

PERFORM = Step(
    name="perform",
    label="登记履行完毕",
    unfit=lambda facts: "" if owed(facts) == 0 or facts.get("paid") else "罚没款尚未缴清，请登记缴款",
    leaves=("served",),
    enters="performed",
    basis=(PENALTY[66, 1],),
    says="没有罚没款的处罚、不予处罚决定等履行完毕",
    asks=(prose("how", "履行情况"),),
    effect=lambda before, _data, context: {"closing_since": context["on"], "closing_ground": "performed" if before.get("outcome") == "penalty" else "no_penalty"},
    derives=(case.closing_since, case.closing_ground),
)

DEFER = Step(
    name="defer",
    label="批准延期分期缴纳",
    leaves=("served",),
    by=Role.HEAD,
    basis=(PENALTY[66, 2], SAMR_PROCEDURE[74]),
    says="确有经济困难，经当事人书面申请并批准，可以暂缓或者分期",
    asks=(Field(name="applied_on", label="当事人书面申请日期", kind=Kind.DATE), prose("reason", "申请的理由"), ask(case.deferred_until), prose("plan", "分期安排", required=False), OPINION),
    marks={case.deferred_on: When.DAY},
    effect=lambda _before, data, _context: {"defer_applied_on": case.defer_applied_on.value_of(data["applied_on"])},
    derives=(case.defer_applied_on,),
    papers=("deferral_notice", "matter_approval"),
    side=True,
)

SURCHARGE = Step(
    name="surcharge",
    label="决定加处罚款",
    unfit=lambda facts: "" if facts.get("decision_fine") else "没有罚款",
    leaves=("served",),
    by=Role.HEAD,
    basis=(PENALTY[72, 1, 1], PENALTY[73, 3]),
    says="到期不缴的，可以每日按罚款数额百分之三加处，不得超过罚款数额",
    asks=(ask(case.surcharge), ask(case.surcharge_days, help="自缴款期限届满次日起，扣除复议、诉讼期间"), OPINION),
    marks={case.surcharged_on: When.DAY},
    papers=("matter_approval",),
    side=True,
)

RECORD_REMEDY = Step(
    name="record_remedy",
    label="登记复议诉讼",
    leaves=EVENT,
    basis=(PENALTY[73],),
    says="复议、诉讼期间处罚不停止执行，加处罚款不予计算",
    asks=(
        Field(name="kind", label="救济方式", kind=Kind.CHOICE, choices=(("review", "行政复议"), ("suit", "行政诉讼"))),
        ask(case.remedy_started_on),
        ask(case.remedy_ended_on, required=False),
        Field(name="result", label="结果", kind=Kind.CHOICE, required=False, choices=REMEDY_RESULT),
        ask(case.overturned_on, required=False, when=("result", tuple(result for result, _ in CORRECTED)), help="被变更、撤销、确认违法或者无效的，计入被纠错"),
        ask(case.stay_ordered, required=False, rare=True),
        ask(case.stay_asked_on, required=False, rare=True, help="限制人身自由的处罚填写"),
        ask(case.stay_decided_on, required=False, rare=True),
    ),
    effect=_remedy,
    derives=(case.reconsidered_from, case.reconsidered_until, case.sued_from, case.sued_until, case.reconsideration_result, case.litigation_result),
    side=True,
    leads_to=("review.general", "review.simple", "suit.general"),
)

DEMAND = Step(
    name="demand",
    label="送达履行催告书",
    leaves=("served",),
    basis=(COERCION[35], COERCION[54], SAMR_PROCEDURE[76, 1]),
    says="申请法院强制执行前催告；收到后十个工作日内仍可履行、陈述申辩",
    asks=(prose("duty", "应履行的义务"), Field(name="amount", label="应缴金额", kind=Kind.MONEY), Field(name="until", label="履行期限", kind=Kind.DATE), line("receiver", "签收人")),
    marks={case.demanded_on: When.DAY},
    papers=("demand", "service_receipt"),
)

APPLY_COURT = Step(
    name="apply_court",
    label="申请法院强制执行",
    leaves=("served",),
    by=Role.HEAD,
    basis=(COERCION[53], COERCION[55], SAMR_PROCEDURE[76, 1]),
    says="法定期限内不复议、不起诉又不履行的，期限届满之日起三个月内申请",
    asks=(line("court", "人民法院"), prose("matters", "申请执行的事项"), Field(name="amount", label="标的", kind=Kind.MONEY), OPINION),
    marks={case.court_applied_on: When.DAY},
    papers=("enforcement_application", "matter_approval"),
)

END_EXECUTION = Step(
    name="end_execution",
    label="登记执行终结",
    unfit=absent(case.court_applied_on, "没有申请法院强制执行"),
    leaves=("served",),
    enters="performed",
    basis=(SAMR_PROCEDURE[77],),
    says="法院执行完毕，或者裁定终结执行",
    asks=(line("ruling", "裁定文号"), prose("how", "执行情况")),
    marks={case.closing_since: When.DAY, case.closing_ground: "execution_ended"},
    side=True,
)

DISPOSE_GOODS = Step(
    name="dispose_goods",
    label="处理涉案物品",
    unfit=absent(case.decided_on, "尚未作出决定"),
    leaves=AFTER,
    basis=(PENALTY[74, 1],),
    says="没收的财物公开拍卖或者按规定处理，应当销毁的销毁",
    asks=(
        rows("goods", "物品", (line("name", "品名"), Field(name="quantity", label="数量", kind=Kind.INT, least=1), line("unit", "单位", longest=10))),
        Field(name="way", label="处理方式", kind=Kind.CHOICE, choices=(("auction", "公开拍卖"), ("destroy", "销毁"), ("return", "返还"), ("other", "按国家有关规定处理"))),
        prose("how", "处理经过"),
        Field(name="present", label="在场执法人员", kind=Kind.OFFICERS),
        ask(case.release_announced_on, required=False, rare=True, help="无法退还、公告领取的填写"),
        ask(case.unclaimed_approved, required=False, rare=True),
    ),
    marks={case.goods_disposed_on: When.DAY},
    effect=lambda _before, data, _context: {"goods_way": data["way"]},
    derives=(case.goods_way,),
    papers=("goods_disposal_record",),
    side=True,
)

PUBLISH = Step(
    name="publish",
    label="公开处罚决定",
    unfit=pending(case.published_on, "决定已经公开"),
    leaves=EVENT,
    basis=(PENALTY[48, 1],),
    says="具有一定社会影响的处罚决定应当依法公开，公开前隐去不应公开的内容",
    asks=(line("where", "公开的载体"), ask(case.redacted)),
    marks={case.published_on: When.DAY},
    side=True,
)

WITHDRAW = Step(
    name="withdraw",
    label="撤回公开",
    unfit=absent(case.published_on, "决定没有公开"),
    leaves=EVENT,
    basis=(PENALTY[48, 2],),
    says="决定被变更、撤销、确认违法或者无效的，三个工作日内撤回并说明理由",
    asks=(prose("reason", "撤回的理由"),),
    marks={case.withdrawn_on: When.DAY},
    side=True,
)

CLOSE = Step(
    name="close",
    label="结案",
    leaves=("performed", "ended"),
    enters="closed",
    by=Role.HEAD,
    basis=(SAMR_PROCEDURE[77],),
    says="结案情形出现后十五个工作日内填写结案审批表，经负责人批准",
    asks=(prose("execution", "执行情况"), OPINION),
    marks={case.closed_on: When.DAY},
    papers=("closing_approval",),
)

ARCHIVE = Step(
    name="archive",
    label="归档",
    leaves=("closed",),
    enters="archived",
    basis=(PENALTY[47], SAMR_PROCEDURE[78, 1]),
    says="一案一卷，材料齐全，按顺序装订归档",
    asks=(
        Field(name="retention", label="保管期限", kind=Kind.CHOICE, choices=(("permanent", "永久"), ("30", "30 年"), ("10", "10 年"))),
        line("volume", "卷号"),
        prose("note", "备考", required=False, longest=1000),
    ),
    marks={case.archived_on: When.DAY},
    papers=("file_cover", "file_catalogue", "file_note"),
)

STEPS = (PAY, PERFORM, DEFER, SURCHARGE, DEMAND, APPLY_COURT, END_EXECUTION, DISPOSE_GOODS, PUBLISH, WITHDRAW, RECORD_REMEDY, CLOSE, ARCHIVE)
