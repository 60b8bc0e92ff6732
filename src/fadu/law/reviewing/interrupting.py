"""What interrupts, lengthens, moves or ends a trial (行政复议法第三十九条至第四十一条、第五十六条、第六十二条；实施条例第四十条)."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, prose
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Role, Step, When, absent, pending
from fadu.law.reviewing.pauses import ALL, PAUSED, going, stopping
from fadu.law.reviewing.trying import TRIED
from fadu.law.statutes import RECONSIDERATION, RECONSIDERATION_RULES
from fadu.law.vocabulary import review
from fadu.law.vocabulary.kinds import LABELS
from fadu.law.vocabulary.remedies import Pause

Facts = Mapping[str, Any]
CAUSE = Field(
    name="pause_cause", label="原因", kind=Kind.CHOICE, choices=tuple((str(cause.name), LABELS[cause]) for cause in Pause if cause is not Pause.SUSPENSION)
)


def _suspended(before: Facts, data: Facts, context: Facts) -> dict[str, Any]:
    """A suspension to examine a norm starts the days of that examination (实施条例第五十三条第二款)."""
    norm = {"review_norm_from": context["on"]} if data["review_suspend_ground"] == "norm" else {}
    return {**stopping(before, Pause.SUSPENSION, context["on"]), **norm}


def _elevated(_before: Facts, data: Facts, _context: Facts) -> dict[str, Any]:
    day = data.get("materials_received_on")
    return {"review_decide_from": review.decide_from.value_of(day)} if day else {}


SUSPEND = Step(
    name="suspend_review",
    label="中止复议",
    unfit=lambda facts: "已经中止" if (facts.get("review_pauses") or 0) & Pause.SUSPENSION else "",
    leaves=TRIED,
    by=Role.HEAD,
    basis=(RECONSIDERATION[39, 1], RECONSIDERATION[39, 3]),
    says="有十种情形之一的中止，书面告知当事人；原因消除后及时恢复",
    asks=(
        ask(review.suspend_ground),
        ask(review.suspend_told),
        ask(review.norm_by, required=False, when=("review_suspend_ground", ("norm",))),
        ask(review.norm_power, required=False, when=("review_suspend_ground", ("norm",))),
        prose("reason", "中止的理由", longest=1000),
        OPINION,
    ),
    marks={review.suspended_on: When.DAY},
    effect=_suspended,
    derives=(*PAUSED, review.norm_from),
    papers=("review_suspension",),
    side=True,
)

RESUME = Step(
    name="resume_review",
    label="恢复审理",
    unfit=lambda facts: "" if (facts.get("review_pauses") or 0) & Pause.SUSPENSION else "没有中止",
    leaves=TRIED,
    basis=(RECONSIDERATION[39, 2], RECONSIDERATION[39, 3]),
    says="中止的原因消除后及时恢复审理，书面告知当事人",
    asks=(prose("reason", "恢复的理由", longest=1000), ask(review.suspend_told)),
    effect=lambda before, _data, context: going(before, Pause.SUSPENSION, context["on"]),
    derives=PAUSED,
    papers=("review_resumption",),
)

PAUSE = Step(
    name="pause_review",
    label="登记勘验鉴定提级",
    leaves=TRIED,
    basis=(RECONSIDERATION_RULES[45], RECONSIDERATION_RULES[46], RECONSIDERATION_RULES[40, 2]),
    says="现场勘验、鉴定和报请提级审理所用的时间不计入审理期限",
    asks=(CAUSE, prose("matters", "事项", longest=1000)),
    effect=lambda before, data, context: stopping(before, Pause[data["pause_cause"]], context["on"]),
    derives=PAUSED,
    side=True,
)

GO_ON = Step(
    name="continue_review",
    label="登记勘验鉴定提级结束",
    unfit=lambda facts: "" if facts.get("review_pauses") else "没有正在进行的勘验、鉴定、报请",
    leaves=TRIED,
    basis=(RECONSIDERATION_RULES[45], RECONSIDERATION_RULES[46], RECONSIDERATION_RULES[40, 2]),
    says="结束后恢复计算审理期限",
    asks=(CAUSE, prose("result", "结果", longest=2000)),
    effect=lambda before, data, context: going(before, Pause[data["pause_cause"]], context["on"]),
    derives=PAUSED,
    side=True,
)

SETTLE_NORM = Step(
    name="settle_norm",
    label="登记附带审查",
    unfit=absent(review.norm_from, "没有附带审查"),
    leaves=TRIED,
    basis=(RECONSIDERATION[56], RECONSIDERATION[57], RECONSIDERATION[58], RECONSIDERATION[60]),
    says="有权处理的三十日内处理并听取制定机关意见；无权处理的七个工作日内转送",
    asks=tuple(
        ask(fact, required=False)
        for fact in (
            review.maker_told_on, review.maker_noticed_on, review.maker_answered_on, review.norm_handled_on, review.norm_forwarded_on,
            review.norm_forward_received_on, review.norm_replied_on,
        )
    ),
    side=True,
)

ELEVATE = Step(
    name="elevate_review",
    label="登记提级审理",
    leaves=TRIED,
    basis=(RECONSIDERATION[38], RECONSIDERATION_RULES[40, 3]),
    says="上级决定提级审理的，五个工作日内移送材料；审理期限自上级收到材料重新计算",
    asks=(ask(review.elevate_noticed_on), ask(review.materials_moved_on, required=False), Field(name="materials_received_on", label="上级收到案件材料日期", kind=Kind.DATE, required=False)),
    effect=_elevated,
    derives=(review.decide_from,),
    side=True,
)

PROLONG = Step(
    name="prolong_review",
    label="延长审理期限",
    unfit=pending(review.longer_days, "已经延长过"),
    leaves=TRIED,
    by=Role.HEAD,
    basis=(RECONSIDERATION[62, 1],),
    says="普通程序情况复杂的，经复议机构负责人批准延长，不超过三十日，书面告知当事人",
    asks=(ask(review.longer_days, least=1), ask(review.longer_approved_by), ask(review.longer_told), prose("reason", "延长的理由", longest=1000), OPINION),
    papers=("review_extension",),
    side=True,
)

TERMINATE = Step(
    name="terminate_review",
    label="终止复议",
    leaves=TRIED,
    enters="terminated",
    by=Role.HEAD,
    basis=(RECONSIDERATION[41],),
    says="撤回、死亡、终止等五种情形之一的，决定终止",
    asks=(ask(review.terminate_ground), prose("reason", "终止的理由", longest=1000), OPINION),
    marks={review.terminated_on: When.DAY, review.settled_on: When.DAY},
    effect=lambda before, _data, context: going(before, ALL, context["on"]),
    derives=PAUSED,
    papers=("review_termination",),
    side=True,
)

STEPS = (SUSPEND, RESUME, PAUSE, GO_ON, SETTLE_NORM, ELEVATE, PROLONG, TERMINATE)
