"""From the notice of a suit to the hearing (行政诉讼法第六章、第七章; 法释〔2018〕1 号)."""

from fadu.law.asking import OPINION, ask, line, prose, rows
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Role, Step, When, absent, pending
from fadu.law.statutes import JUDICIAL_LITIGATION, LITIGATION
from fadu.law.vocabulary import suit

PENDING = ("received", "answered", "heard")
FILED = (("evidence", "作出行政行为的证据"), ("norms", "所依据的规范性文件"), ("answer", "答辩状"))
WARRANT = (("name", "姓名"), ("duty", "职务"), ("power", "代理权限"))

RECEIVE = Step(
    name="receive_suit",
    label="登记应诉通知",
    numbers="应诉",
    basis=(LITIGATION[67, 1],),
    says="收到应诉通知和起诉状副本后登记；十五日内提交答辩状、证据和依据",
    asks=(
        line("cause", "案由", example="不服行政处罚决定"),
        *PARTY,
        line("origin_number", "原案件文号", required=False, rare=True),
        line("court", "受理法院"),
        line("court_number", "法院案号", required=False, example="（2026）冀 0123 行初 12 号"),
        ask(suit.received_on),
        ask(suit.sued_on),
        prose("claims", "诉讼请求、事实和理由"),
        ask(suit.act_on, required=False, help="不履行职责的不填"),
        ask(suit.known_on, required=False),
        ask(suit.content_unknown),
        ask(suit.term_told),
        ask(suit.immovable),
        ask(suit.defendant_kind),
        ask(suit.court_level),
        ask(suit.court_seat),
        ask(suit.first_kind),
        ask(suit.reviewed),
        ask(suit.review_pending),
        ask(suit.review_ended_by, required=False, when=("suit_reviewed", (True,))),
        ask(suit.review_ended_on, required=False, when=("suit_reviewed", (True,))),
        ask(suit.codefendant, required=False, when=("suit_reviewed", (True,))),
        ask(suit.term_known_on, required=False, rare=True),
        ask(suit.term_otherwise, required=False, rare=True),
        ask(suit.lost_days, required=False, rare=True),
        ask(suit.hindered_until, required=False, rare=True),
        ask(suit.longer_asked_on, required=False, rare=True),
        ask(suit.duty_asked_on, required=False, rare=True, help="起诉不履行职责的填写"),
        ask(suit.duty_due_on, required=False, rare=True),
        ask(suit.duty_term_otherwise, required=False, rare=True),
        ask(suit.duty_urgent, required=False, rare=True),
        ask(suit.superior_approved, required=False, rare=True),
        ask(suit.signed_by_us, required=False, rare=True),
    ),
    papers=("suit_register",),
    once=True,
)

ASK_DELAY = Step(
    name="ask_delay",
    label="申请延期举证",
    unfit=pending(suit.delay_asked_on, "已经申请"),
    leaves=("received",),
    basis=(LITIGATION[36, 1], JUDICIAL_LITIGATION[34]),
    says="因不可抗力等正当事由不能提供证据的，十五日内书面申请，由法院准许",
    asks=(prose("reason", "正当事由", longest=1000), prose("evidence_note", "不能提供的证据")),
    marks={suit.delay_asked_on: When.DAY},
    papers=("suit_delay_request",),
    side=True,
)

FILE_DELAYED = Step(
    name="file_delayed",
    label="登记延期举证",
    unfit=absent(suit.delay_asked_on, "没有申请延期举证"),
    leaves=PENDING,
    basis=(JUDICIAL_LITIGATION[34],),
    says="准许延期的，正当事由消除后十五日内提供证据",
    asks=(ask(suit.delay_allowed), ask(suit.delay_ended_on, required=False), ask(suit.delayed_filed_on, required=False)),
    side=True,
)

ANSWER = Step(
    name="answer_suit",
    label="提交答辩举证",
    leaves=("received",),
    enters="answered",
    by=Role.HEAD,
    basis=(LITIGATION[34, 1], LITIGATION[67, 1]),
    says="提交作出行为的证据、所依据的规范性文件和答辩状；起诉后不得自行收集证据",
    asks=(
        ask(suit.filed, kind=Kind.CHOICES, choices=FILED),
        prose("answer", "答辩意见"),
        ask(suit.objections, required=False, help="有管辖、期限、前置、主体等问题的，在答辩中提出"),
        rows("evidence_items", "证据目录", (line("name", "证据名称"), line("proves", "证明的事项"), Field(name="pages", label="页数", kind=Kind.INT, required=False, least=1)), least=1),
        ask(suit.evidence_last_on),
        ask(suit.supplement_allowed, required=False, rare=True),
        ask(suit.illegal_evidence, help="严重违反程序、侵害他人权益或者利诱欺诈胁迫取得的，应当为 0"),
        OPINION,
    ),
    marks={suit.answered_on: When.DAY},
    papers=("suit_answer", "suit_evidence"),
)

RECORD_STAY = Step(
    name="record_suit_stay",
    label="登记停止执行",
    leaves=PENDING,
    basis=(LITIGATION[56],),
    says="诉讼期间不停止执行；有四种情形之一的停止",
    asks=(ask(suit.stay_ground), line("ruling", "裁定文号", required=False)),
    marks={suit.stayed_on: When.DAY},
    side=True,
)

CHANGE_ACT = Step(
    name="change_sued_act",
    label="改变被诉行为",
    leaves=PENDING,
    by=Role.HEAD,
    basis=(LITIGATION[62], JUDICIAL_LITIGATION[81, 1]),
    says="一审期间改变被诉行政行为的，书面告知人民法院",
    asks=(prose("change", "改变的内容和理由"), ask(suit.court_told), OPINION),
    marks={suit.changed_on: When.DAY},
    papers=("suit_change_notice",),
    side=True,
)

APPEAR = Step(
    name="appear_court",
    label="登记出庭应诉",
    leaves=("answered", "heard"),
    enters="heard",
    basis=(LITIGATION[3, 3], JUDICIAL_LITIGATION[128, 2], JUDICIAL_LITIGATION[131]),
    says="负责人出庭；不能出庭的委托相应的工作人员，不得只委托律师",
    asks=(
        ask(suit.held_on),
        ask(suit.head_required),
        ask(suit.head_appeared),
        line("head", "出庭负责人及职务", required=False, when=("suit_head_appeared", (True,))),
        ask(suit.head_excused, required=False, when=("suit_head_appeared", (False,))),
        prose("excuse", "不能出庭的理由", required=False, longest=1000, when=("suit_head_appeared", (False,))),
        ask(suit.statement_filed, required=False, when=("suit_head_appeared", (False,))),
        ask(suit.statement_signed, required=False, when=("suit_head_appeared", (False,))),
        ask(suit.staff_appeared),
        line("staff", "出庭工作人员", required=False),
        line("staff_duty", "出庭工作人员职务", required=False),
        line("power", "代理权限", required=False, example="代为答辩、举证、质证、辩论"),
        ask(suit.warrant, required=False, kind=Kind.CHOICES, choices=WARRANT),
        ask(suit.warrant_sealed, required=False),
        ask(suit.agents, "委托的律师等代理人数", required=False),
        prose("course", "庭审要点", required=False),
    ),
    papers=("suit_warrant", "suit_absence"),
)

STEPS = (RECEIVE, ASK_DELAY, FILE_DELAYED, ANSWER, RECORD_STAY, CHANGE_ACT, APPEAR)
