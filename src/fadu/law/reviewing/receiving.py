"""From the application to its acceptance (行政复议法第二章、第三章)."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Role, Step, When, absent, pending
from fadu.law.statutes import RECONSIDERATION, RECONSIDERATION_RULES
from fadu.law.vocabulary import review

Facts = Mapping[str, Any]

TOLD_ITEMS = (("right", "申请复议的权利"), ("organ", "复议机关"), ("term", "申请期限"))
CONDITIONS = (
    ("parties", "有明确的申请人和适格的被申请人"),
    ("interest", "申请人与行政行为有利害关系"),
    ("request", "有具体的请求和理由"),
    ("in_time", "在申请期限内提出"),
    ("scope", "属于复议范围"),
    ("jurisdiction", "属于本机关管辖"),
    ("first", "本机关和法院都没有受理过同一申请"),
)
AMENDING = pending(review.amend_told_on, "等待申请人补正", closed=review.amended_on)

APPLY = Step(
    name="apply_review",
    label="登记复议申请",
    numbers="复",
    basis=(RECONSIDERATION[20, 1], RECONSIDERATION[22], RECONSIDERATION_RULES[27]),
    says="登记申请人、被申请人和被申请的行政行为；收到后五个工作日内审查完毕",
    asks=(
        line("cause", "事由", example="不服示范县市场监督管理局罚款决定"),
        *PARTY,
        line("origin_number", "原案件文号", required=False, rare=True),
        line("respondent", "被申请人", example="示范县市场监督管理局"),
        prose("request", "复议请求、事实和理由"),
        ask(review.subject),
        ask(review.channel),
        ask(review.applied_on),
        ask(review.received_on, help="网上申请的，为材料到达特定系统之日"),
        ask(review.net_arrived_on, required=False, when=("review_channel", ("net",))),
        ask(review.paper_demanded, required=False, when=("review_channel", ("net",))),
        ask(review.applicants, required=False, rare=True, least=1),
        ask(review.representatives, required=False, rare=True, help="申请人超过十人的填写"),
        ask(review.compensation_asked),
        ask(review.act_on, required=False, help="不履行职责的不填"),
        ask(review.reached_by, required=False),
        ask(review.reached_on, required=False),
        ask(review.told, required=False, kind=Kind.CHOICES, choices=TOLD_ITEMS, help="行政行为作出时告知了哪些"),
        ask(review.net_channel, required=False, when=("review_reached_by", ("electronic",))),
        ask(review.review_first, required=False),
        ask(review.review_first_told, required=False, rare=True),
        ask(review.act_public, required=False, rare=True),
    ),
    marks={review.track: "general"},
    effect=lambda _before, data, _context: {"review_examined_from": review.examined_from.value_of(data["review_received_on"])},
    derives=(review.examined_from,),
    papers=("review_register",),
    once=True,
)

RECORD_FORWARDING = Step(
    name="record_forwarding",
    label="登记处罚机关转送",
    leaves=("received",),
    basis=(RECONSIDERATION[32, 2], RECONSIDERATION_RULES[38, 1]),
    says="当场处罚和电子监控处罚通过处罚机关提交的，五个工作日内转送或者自行纠正",
    asks=(ask(review.via_organ_on), ask(review.forwarded_on, required=False), ask(review.self_corrected_on, required=False), ask(review.correction_told_on, required=False)),
    side=True,
)

ASK_AMENDMENT = Step(
    name="ask_amendment",
    label="通知补正",
    unfit=pending(review.amend_told_on, "补正只通知一次"),
    leaves=("received",),
    basis=(RECONSIDERATION[31, 1],),
    says="材料不齐全或者表述不清楚的，五个工作日内书面通知，一次列全",
    asks=(prose("missing", "需要补正的事项"), ask(review.amend_itemised), ask(review.amend_noticed_on, required=False), ask(review.amend_extension, required=False, rare=True)),
    marks={review.amend_told_on: When.DAY},
    clears=(review.examined_from,),
    papers=("review_amendment",),
)

RECEIVE_AMENDMENT = Step(
    name="receive_amendment",
    label="登记补正材料",
    unfit=absent(review.amend_told_on, "没有通知补正"),
    leaves=("received",),
    basis=(RECONSIDERATION[31, 2], RECONSIDERATION[31, 3]),
    says="申请人收到通知后十个工作日内补正；收到补正材料后重新审查",
    asks=(ask(review.amend_noticed_on), prose("supplied", "补正的材料")),
    marks={review.amended_on: When.DAY, review.examined_from: When.DAY},
)

ABANDON = Step(
    name="abandon_review",
    label="记录视为放弃",
    unfit=absent(review.amend_told_on, "没有通知补正"),
    leaves=("received",),
    enters="abandoned",
    basis=(RECONSIDERATION[31, 2],),
    says="没有正当理由逾期不补正的，视为放弃申请并记录在案",
    asks=(ask(review.amend_noticed_on), prose("note", "情况记录", longest=1000)),
    marks={review.abandoned_on: When.DAY},
)

EXAMINED = (
    ask(review.conditions, kind=Kind.CHOICES, choices=CONDITIONS, help="七项同时符合的，应当受理"),
    ask(review.accepted_on, help="审查期满未决定的，为期满之日"),
    ask(review.respondent_kind),
    ask(review.organ_is),
    ask(review.delegated, required=False, rare=True),
    ask(review.respondent_is, required=False, when=("review_delegated", (True,))),
    ask(review.period_from, help="按告知方式确定；不履行职责的，自履行期限届满或者收到申请满六十日"),
    ask(review.immovable),
    ask(review.court_accepted),
    ask(review.known_on, required=False, rare=True),
    ask(review.duty_term, required=False, rare=True, help="不履行法定职责的填写"),
    ask(review.duty_asked_on, required=False, when=("review_duty_term", ("none",))),
    ask(review.duty_due_on, required=False, when=("review_duty_term", ("fixed",))),
    ask(review.remedy_known_on, required=False, rare=True, help="未告知救济途径的填写"),
    ask(review.longer_term_days, required=False, rare=True),
    ask(review.obstacle_from, required=False, rare=True),
    ask(review.obstacle_until, required=False, rare=True),
    ask(review.sued_on, required=False, rare=True),
    ask(review.dismissal_served_on, required=False, rare=True),
    ask(review.staff_first, required=False, rare=True),
    ask(review.staff_qualified, required=False, rare=True),
    Field(name="appointed", label="承办的行政复议人员", kind=Kind.OFFICERS, least=1),
    ask(review.fee, help="复议不收费，填 0"),
)


def accepted(_before: Facts, data: Facts, _context: Facts) -> dict[str, Any]:
    """The days of the trial begin with the day of acceptance."""
    return {"review_handlers": len(data["appointed"]), "review_decide_from": review.accepted_on.value_of(data["review_accepted_on"])}


ACCEPT = Step(
    name="accept_review",
    label="受理",
    unfit=AMENDING,
    leaves=("received",),
    enters="accepted",
    by=Role.HEAD,
    basis=(RECONSIDERATION[30, 1], RECONSIDERATION_RULES[34], RECONSIDERATION_RULES[39]),
    says="七项条件同时符合的应当受理，指定两名以上复议人员办理",
    asks=(*EXAMINED, OPINION),
    marks={review.examined_on: When.DAY},
    effect=accepted,
    derives=(review.handlers, review.decide_from),
    papers=("review_acceptance",),
)

GROUNDS = (ask(review.simple_ground), ask(review.simple_clear), ask(review.amount, required=False, when=("review_simple_ground", ("amount",))))

ACCEPT_SIMPLE = Step(
    name="accept_simple",
    label="受理（简易程序）",
    unfit=AMENDING,
    leaves=("received",),
    enters="accepted",
    by=Role.HEAD,
    basis=(RECONSIDERATION[53], RECONSIDERATION[30, 1]),
    says="四类案件事实清楚、争议不大，或者各方同意的，可以适用简易程序，三十日内决定",
    asks=(*GROUNDS, *EXAMINED, OPINION),
    marks={review.examined_on: When.DAY, review.track: "simple"},
    effect=accepted,
    derives=(review.handlers, review.decide_from),
    switches="review.simple",
    papers=("review_acceptance",),
)

REJECT = Step(
    name="reject_review",
    label="不予受理",
    unfit=AMENDING,
    leaves=("received",),
    enters="rejected",
    by=Role.HEAD,
    basis=(RECONSIDERATION[30, 2], RECONSIDERATION_RULES[36]),
    says="不符合受理条件的，审查期限内决定不予受理并说明理由",
    asks=(ask(review.reject_ground), prose("reason", "不予受理的理由"), ask(review.reject_reasoned), ask(review.proper_organ_told, required=False, when=("review_reject_ground", ("jurisdiction",))), OPINION),
    marks={review.rejected_on: When.DAY, review.examined_on: When.DAY},
    papers=("review_rejection",),
)

STEPS = (APPLY, RECORD_FORWARDING, ASK_AMENDMENT, RECEIVE_AMENDMENT, ABANDON, ACCEPT, ACCEPT_SIMPLE, REJECT)
