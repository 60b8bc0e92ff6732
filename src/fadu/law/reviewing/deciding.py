"""Mediation, decision, service, performance (行政复议法第五章)."""

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Role, Step, When, absent, pending
from fadu.law.reviewing.trying import TRIED
from fadu.law.statutes import RECONSIDERATION, RECONSIDERATION_RULES
from fadu.law.vocabulary import review
from fadu.law.vocabulary.kinds import SERVICE

AFTER = ("served", "performed")


def _of(*outcomes: str) -> tuple[str, tuple[str, ...]]:
    return "review_outcome", outcomes


MEDIATE = Step(
    name="mediate_review",
    label="制作调解书",
    leaves=TRIED,
    enters="decided",
    basis=(RECONSIDERATION[5], RECONSIDERATION[73, 1]),
    says="当事人自愿达成协议的制作调解书，各方签章并加盖复议机关印章",
    asks=(prose("agreement", "协议内容"), ask(review.mediation_signed), ask(review.perform_by, required=False)),
    marks={review.mediated_on: When.DAY, review.settled_on: When.DAY},
    papers=("review_mediation",),
)

DECIDE = Step(
    name="decide_review",
    label="作出复议决定",
    unfit=lambda facts: "中止期间，先恢复审理" if facts.get("review_clock_stopped") else "",
    leaves=TRIED,
    enters="decided",
    by=Role.HEAD,
    basis=(RECONSIDERATION[61, 1], RECONSIDERATION[62]),
    says="普通程序六十日、简易程序三十日内，经负责人同意或者集体讨论，以复议机关名义作出",
    asks=(
        ask(review.outcome),
        prose("facts_found", "查明的事实"),
        prose("reason", "决定的理由"),
        prose("content", "决定的内容"),
        ask(review.approved_by),
        ask(review.in_organ_name),
        ask(review.proved_lawful, required=False, when=_of("upheld")),
        ask(review.proved_proper, required=False, when=_of("upheld")),
        ask(review.change_ground, required=False, when=_of("changed")),
        ask(review.improper, required=False, when=("review_change_ground", ("improper",))),
        ask(review.basis_error, required=False, when=("review_change_ground", ("basis",))),
        ask(review.worse, required=False, when=_of("changed")),
        ask(review.third_opposite, required=False, rare=True, when=_of("changed")),
        ask(review.quash_ground, required=False, when=_of("quashed")),
        ask(review.illegal_basis, required=False, when=("review_quash_ground", ("basis",))),
        ask(review.redo_ordered, required=False, when=_of("quashed")),
        ask(review.redo_term_by_law, required=False, rare=True, when=("review_redo_ordered", (True,))),
        ask(review.unlawful_ground, required=False, when=_of("unlawful")),
        ask(review.slight, required=False, when=("review_unlawful_ground", ("slight",))),
        ask(review.slight_harmless, required=False, when=("review_unlawful_ground", ("slight",))),
        ask(review.void_ground, required=False, when=_of("void")),
        ask(review.property_act, required=False, when=_of("quashed", "changed")),
        ask(review.restitution_ordered, required=False, when=("review_property_act", (True,))),
        ask(review.perform_by, required=False, help="决定履行、返还、赔偿的，写明履行期限"),
        ask(review.complex, required=False),
        ask(review.technical, required=False, rare=True),
        ask(review.unheard_by_party, required=False, rare=True),
        ask(review.transcript_followed, required=False, help="经过听证的填写"),
        ask(review.committee_attached, required=False, rare=True, help="经过委员会咨询的填写"),
        ask(review.late_evidence_excluded, required=False, rare=True),
        ask(review.third_evidence, required=False, rare=True),
        ask(review.repeats, required=False, rare=True),
        OPINION,
    ),
    marks={review.decided_on: When.DAY, review.settled_on: When.DAY},
    papers=("review_decision",),
)

SERVE = Step(
    name="serve_review",
    label="送达复议文书",
    leaves=("decided",),
    enters="served",
    basis=(RECONSIDERATION[75], RECONSIDERATION[88, 1]),
    says="决定书加盖复议机关印章，送达即发生法律效力",
    asks=(ask(review.sealed), Field(name="method", label="送达方式", kind=Kind.CHOICE, choices=SERVICE), line("receiver", "签收人")),
    marks={review.served_on: When.DAY},
)

PERFORM = Step(
    name="perform_review",
    label="登记履行",
    leaves=("served",),
    enters="performed",
    basis=(RECONSIDERATION[77, 1],),
    says="被申请人应当在确定的期限内履行决定书、调解书、意见书",
    asks=(ask(review.performed_on), prose("how", "履行情况")),
)

ORDER_PERFORMANCE = Step(
    name="order_performance",
    label="责令限期履行",
    unfit=pending(review.performed_on, "已经履行"),
    leaves=("served",),
    by=Role.HEAD,
    basis=(RECONSIDERATION[77, 2],),
    says="不履行或者拖延履行的，责令限期履行，可以约谈有关负责人或者通报批评",
    asks=(prose("reason", "未履行的情况", longest=1000), ask(review.perform_by, "责令履行的期限"), Field(name="talked", label="约谈有关负责人", kind=Kind.BOOL, required=False), OPINION),
    papers=("review_performance_order",),
    side=True,
)

RECORD_REDOING = Step(
    name="record_redoing",
    label="登记重新作出",
    leaves=AFTER,
    basis=(RECONSIDERATION[64, 2], RECONSIDERATION_RULES[58, 1]),
    says="责令重作的，六十日内重新作出，不得以同一事实和理由作出基本相同的行为",
    asks=(ask(review.redone_on), prose("act", "重新作出的行为", longest=1000), ask(review.redo_same)),
    side=True,
)

ENFORCE = Step(
    name="enforce_review",
    label="强制执行复议决定",
    leaves=("served",),
    enters="performed",
    by=Role.HEAD,
    basis=(RECONSIDERATION[78],),
    says="逾期不起诉又不履行的：维持的由原机关、变更和调解的由复议机关执行，或者申请法院",
    asks=(ask(review.enforced_by), prose("reason", "执行的理由", longest=1000), OPINION),
    marks={review.enforced_on: When.DAY},
    side=True,
)

ISSUE_OPINION = Step(
    name="issue_review_opinion",
    label="制发意见书",
    leaves=("accepted", "answered", "decided", *AFTER),
    by=Role.HEAD,
    basis=(RECONSIDERATION[76],),
    says="发现有关行为违法或者不当的，可以制发意见书，六十日内报送纠正情况",
    asks=(line("to_organ", "有关机关"), prose("problems", "存在的问题"), prose("advice", "意见"), ask(review.opinion_received_on, required=False), OPINION),
    papers=("review_opinion",),
    side=True,
)

RECEIVE_CORRECTION = Step(
    name="receive_correction",
    label="登记纠正情况",
    leaves=("accepted", "answered", "decided", *AFTER),
    basis=(RECONSIDERATION[76],),
    says="收到意见书之日起六十日内报送纠正情况",
    asks=(ask(review.opinion_received_on), ask(review.opinion_replied_on), prose("corrected", "纠正情况")),
    side=True,
)

ISSUE_ADVICE = Step(
    name="issue_review_advice",
    label="制发建议书",
    leaves=("accepted", "answered", "decided", *AFTER),
    basis=(RECONSIDERATION_RULES[69],),
    says="发现带有普遍性的问题，可以建议有关机关完善制度、改进执法",
    asks=(line("to_organ", "有关机关"), prose("problems", "带有普遍性的问题"), prose("advice", "建议")),
    papers=("review_advice",),
    side=True,
)

COPY = Step(
    name="copy_superior",
    label="抄告上级部门",
    unfit=absent(review.served_on, "决定书尚未生效"),
    leaves=AFTER,
    basis=(RECONSIDERATION[79, 2],),
    says="以本级政府工作部门为被申请人的，生效的决定书、意见书抄告其上一级主管部门",
    asks=(line("to_organ", "上一级主管部门"),),
    marks={review.copied_on: When.DAY},
    papers=("review_copy_letter",),
    side=True,
)

PUBLISH = Step(
    name="publish_review",
    label="公开复议决定",
    unfit=pending(review.published_on, "已经公开"),
    leaves=AFTER,
    basis=(RECONSIDERATION[79, 1],),
    says="根据被申请行为的公开情况，按规定向社会公开",
    asks=(line("where", "公开的载体"), ask(review.act_public)),
    marks={review.published_on: When.DAY},
    side=True,
)

CLOSE = Step(
    name="close_review",
    label="办结归档",
    leaves=("served", "performed", "terminated"),
    enters="closed",
    basis=(RECONSIDERATION[77, 1], RECONSIDERATION[79]),
    says="履行、公开、抄告完成后立卷归档",
    asks=(line("volume", "卷号"), prose("note", "备考", required=False, longest=1000)),
    marks={review.closed_on: When.DAY},
)

STEPS = (
    MEDIATE, DECIDE, SERVE, PERFORM, ORDER_PERFORMANCE, RECORD_REDOING, ENFORCE, ISSUE_OPINION, RECEIVE_CORRECTION, ISSUE_ADVICE, COPY, PUBLISH, CLOSE,
)
