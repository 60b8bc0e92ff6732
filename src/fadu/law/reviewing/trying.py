"""The trial: answer, opinions, hearing, evidence (行政复议法第四章)."""

from fadu.law.asking import OPINION, PLACE, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Role, Step, When, absent, pending
from fadu.law.statutes import RECONSIDERATION, RECONSIDERATION_RULES
from fadu.law.vocabulary import review

TRIED = ("accepted", "answered")

SEND_COPY = Step(
    name="send_copy",
    label="发送申请书副本",
    unfit=pending(review.copy_sent_on, "副本已经发送"),
    leaves=("accepted",),
    basis=(RECONSIDERATION[48], RECONSIDERATION[54, 1]),
    says="普通程序七个、简易程序三个工作日内发送被申请人，通知答复举证",
    asks=(line("receiver", "签收人", required=False), ask(review.copy_received_on, required=False, help="收到后登记答复时可以补填")),
    marks={review.copy_sent_on: When.DAY},
    papers=("review_answer_notice",),
)

RECEIVE_ANSWER = Step(
    name="receive_answer",
    label="登记答复举证",
    unfit=absent(review.copy_sent_on, "副本尚未发送"),
    leaves=("accepted",),
    enters="answered",
    basis=(RECONSIDERATION[48], RECONSIDERATION[54, 1], RECONSIDERATION_RULES[18, 2], RECONSIDERATION_RULES[41]),
    says="普通程序十个、简易程序五个工作日内书面答复并提交证据、依据；逾期视为没有证据、依据",
    asks=(
        ask(review.copy_received_on),
        prose("answer", "答复的要点"),
        prose("evidence_note", "提交的证据、依据"),
        ask(review.staff_agents, help="被申请人应当指定一至二名工作人员"),
        ask(review.evidence_last_on, required=False),
        ask(review.supplement_agreed, required=False, rare=True),
    ),
    marks={review.answered_on: When.DAY},
)

HEAR = Step(
    name="hear_opinions",
    label="听取意见",
    leaves=TRIED,
    basis=(RECONSIDERATION[49],),
    says="普通程序应当面或者通过互联网、电话听取当事人意见，并记录在案",
    asks=(line("heard_who", "意见人"), Field(name="manner", label="方式", kind=Kind.CHOICE, choices=(("face", "当面"), ("net", "互联网"), ("phone", "电话"))), prose("opinions", "意见"), ask(review.heard_recorded)),
    marks={review.heard_on: When.DAY},
    papers=("review_opinion_record",),
)

NOTIFY_HEARING = Step(
    name="notify_review_hearing",
    label="通知听证",
    unfit=pending(review.hearing_notice_on, "已经通知听证", closed=review.hearing_held_on),
    leaves=TRIED,
    basis=(RECONSIDERATION[50, 1], RECONSIDERATION[51, 1]),
    says="重大、疑难、复杂的应当听证；举行的五个工作日前书面通知",
    asks=(ask(review.complex), ask(review.hearing_set_for), line("hearing_time", "时间", example="9:00"), PLACE, prose("matters", "拟听证事项", longest=1000)),
    marks={review.hearing_notice_on: When.DAY},
    papers=("review_hearing_notice",),
)

HOLD_HEARING = Step(
    name="hold_review_hearing",
    label="举行听证",
    unfit=absent(review.hearing_notice_on, "尚未通知听证"),
    leaves=TRIED,
    basis=(RECONSIDERATION[50, 3], RECONSIDERATION[51, 2], RECONSIDERATION[51, 3]),
    says="一名主持人、两名以上听证员、一名记录员；被申请人负责人应当参加",
    asks=(
        ask(review.hearing_chairs),
        ask(review.hearing_members),
        ask(review.hearing_clerks),
        line("chair", "主持人"),
        ask(review.head_attended),
        ask(review.head_excused, required=False, when=("review_head_attended", (False,))),
        ask(review.delegate_attended, required=False, when=("review_head_attended", (False,))),
        prose("course", "听证经过和各方意见"),
    ),
    marks={review.hearing_held_on: When.DAY},
    papers=("review_hearing_record",),
)

WAIVE_HEARING = Step(
    name="waive_review_hearing",
    label="记录视为放弃听证",
    unfit=absent(review.hearing_notice_on, "尚未通知听证"),
    leaves=TRIED,
    basis=(RECONSIDERATION[51, 2],),
    says="申请人没有正当理由拒不参加的，视为放弃听证权利",
    asks=(prose("note", "情况记录", longest=1000),),
    marks={review.hearing_waived: True},
    side=True,
)

CONSULT = Step(
    name="consult_committee",
    label="咨询复议委员会",
    leaves=TRIED,
    basis=(RECONSIDERATION[52, 2], RECONSIDERATION_RULES[51]),
    says="重大疑难复杂、专业性强、省级政府原级复议或者认为有必要的，提请提出咨询意见",
    asks=(ask(review.complex), ask(review.technical), ask(review.committee_wanted, required=False), ask(review.committee_on), prose("advice", "咨询意见"), ask(review.committee_recorded)),
    side=True,
)

INVESTIGATE = Step(
    name="investigate_review",
    label="调查取证",
    leaves=TRIED,
    basis=(RECONSIDERATION[45],),
    says="两名以上复议人员进行，出示行政复议工作证件",
    asks=(ask(review.investigators), ask(review.cards_shown), PLACE, line("asked_name", "被调查的单位或者个人"), prose("findings", "调查情况")),
    marks={review.investigated_on: When.DAY},
    side=True,
)

ANSWER_READING = Step(
    name="answer_reading",
    label="答复查阅申请",
    leaves=TRIED,
    basis=(RECONSIDERATION[47], RECONSIDERATION_RULES[49]),
    says="申请人、第三人要求查阅、复制的，除法定例外应当同意并提供条件",
    asks=(line("reader", "查阅人"), ask(review.reading_allowed), ask(review.reading_secret, required=False, when=("review_reading_allowed", (False,)))),
    marks={review.reading_answered_on: When.DAY},
    side=True,
)

STAY = Step(
    name="stay_act",
    label="停止执行",
    unfit=pending(review.stayed_on, "已经停止执行"),
    leaves=TRIED,
    by=Role.HEAD,
    basis=(RECONSIDERATION[42],),
    says="复议期间不停止执行；有四种情形之一的，决定停止执行",
    asks=(ask(review.stay_ground), prose("reason", "停止执行的理由", longest=1000), OPINION),
    marks={review.stayed_on: When.DAY},
    papers=("review_stay",),
    side=True,
)

CONVERT = Step(
    name="convert_review",
    label="转为普通程序",
    leaves=TRIED,
    enters="accepted",
    by=Role.HEAD,
    basis=(RECONSIDERATION[55],),
    says="不宜适用简易程序的，经复议机构负责人批准转为普通程序；期限自受理之日连续计算",
    asks=(prose("reason", "转换的理由", longest=1000), ask(review.convert_approved_by), OPINION),
    marks={review.converted_on: When.DAY, review.track: "general"},
    switches="review.general",
)

STEPS = (SEND_COPY, RECEIVE_ANSWER, HEAR, NOTIFY_HEARING, HOLD_HEARING, WAIVE_HEARING, CONSULT, INVESTIGATE, ANSWER_READING, STAY)
