"""信访 (信访工作条例第四章): register, tell or pass on, handle, review, recheck."""

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Role, Step, When, pending
from fadu.law.statutes import PETITIONS
from fadu.law.vocabulary import petition

REGISTER = Step(
    name="register_petition",
    label="登记信访事项",
    numbers="信",
    basis=(PETITIONS[22, 1], PETITIONS[23, 1]),
    says="收到信访事项一律登记；十五日内告知、转送或者交办",
    asks=(
        line("cause", "事由", example="反映小区商铺夜间噪声"),
        *PARTY,
        ask(petition.received_on),
        ask(petition.came_from),
        ask(petition.office),
        ask(petition.kind),
        ask(petition.ours),
        ask(petition.address_known),
        prose("content", "诉求、事实和理由"),
    ),
    papers=("petition_register",),
    once=True,
)

TELL = Step(
    name="tell_petitioner",
    label="书面告知信访人",
    unfit=pending(petition.told_on, "已经告知"),
    leaves=("registered",),
    basis=(PETITIONS[23, 1], PETITIONS[23, 2], PETITIONS[23, 3]),
    says="当场或者十五日内书面告知接收情况、处理途径和程序",
    asks=(prose("content_told", "告知的内容", example="已接收，由本局处理。"),),
    marks={petition.told_on: When.DAY},
    papers=("petition_notice",),
)

FORWARD = Step(
    name="forward_petition",
    label="转送交办",
    leaves=("registered",),
    enters="passed_on",
    basis=(PETITIONS[22, 1], PETITIONS[23, 1], PETITIONS[30, 3]),
    says="属于其他机关、单位的，转送、交办有权处理的机关；检举、控告材料不得转给被检举、控告者",
    asks=(line("to_organ", "有权处理的机关、单位"), ask(petition.shown_to_accused, required=False, help="检举控告类填写"), prose("note", "转送、交办的意见", required=False, longest=1000)),
    marks={petition.forwarded_on: When.DAY},
    papers=("petition_transfer",),
)

OBJECT = Step(
    name="object_petition",
    label="提出异议交还",
    leaves=("registered",),
    enters="passed_on",
    basis=(PETITIONS[23, 3],),
    says="转送、交办来的不属于本机关职权的，五个工作日内提出异议并详细说明理由，经同意后交还",
    asks=(prose("reason", "异议的理由"), ask(petition.objection_reasoned), line("to_organ", "转送、交办的机关")),
    marks={petition.objected_on: When.DAY},
    papers=("petition_objection",),
)

ACCEPT = Step(
    name="accept_petition",
    label="受理信访事项",
    leaves=("registered",),
    enters="accepted",
    basis=(PETITIONS[28, 3], PETITIONS[31], PETITIONS[36, 3]),
    says="确定分流的办理方式，有利害关系的经办人回避；复核终结的不再受理",
    asks=(ask(petition.way), ask(petition.same_after_recheck), ask(petition.interested, help="应当回避的经办人，更换后填 0"), OPINION),
    marks={petition.accepted_on: When.DAY},
)

DECLINE = Step(
    name="decline_petition",
    label="不再受理",
    leaves=("registered",),
    enters="closed",
    basis=(PETITIONS[36, 3],),
    says="复核之后以同一事实和理由再次提出的，不再受理，做好疏导",
    asks=(ask(petition.same_after_recheck), prose("reason", "说明", longest=1000)),
    marks={petition.closed_on: When.DAY},
    side=True,
)

LEAD = Step(
    name="lead_petition",
    label="导入相应程序",
    leaves=("accepted",),
    basis=(PETITIONS[31, 1, 4], PETITIONS[31, 1, 5]),
    says="可以通过复议、裁决、确认、许可、处罚等程序解决的导入；申请查处、保护的依法履行或者答复",
    asks=(line("into", "导入的程序和案件"), ask(petition.led_on, required=False), ask(petition.duty_answered_on, required=False)),
    leads_to=("penalty.general", "review.general"),
)

PROLONG = Step(
    name="prolong_petition",
    label="延长办理期限",
    unfit=pending(petition.longer_days, "已经延长过"),
    leaves=("accepted",),
    by=Role.HEAD,
    basis=(PETITIONS[34],),
    says="情况复杂的，经负责人批准延长不超过三十日，并告知信访人理由",
    asks=(ask(petition.longer_days, least=1), ask(petition.longer_told), prose("reason", "延长的理由", longest=1000), OPINION),
    marks={petition.longer_by_head: True},
    papers=("petition_extension",),
    side=True,
)

HANDLE = Step(
    name="handle_petition",
    label="作出处理意见",
    leaves=("accepted",),
    enters="handled",
    by=Role.HEAD,
    basis=(PETITIONS[32], PETITIONS[34]),
    says="受理之日起六十日内办结，出具处理意见书，写明请求、事实、理由、意见和依据",
    asks=(
        prose("facts_found", "查明的事实"),
        Field(name="decision", label="处理意见", kind=Kind.CHOICE, choices=(("supported", "予以支持"), ("explained", "解释说明"), ("denied", "不予支持"))),
        prose("reason", "理由和依据"),
        ask(petition.answer_received_on, required=False),
        OPINION,
    ),
    marks={petition.handled_on: When.DAY},
    papers=("petition_opinion",),
)

ASK_REVIEW = Step(
    name="ask_petition_review",
    label="登记请求复查",
    leaves=("handled",),
    enters="reviewing",
    basis=(PETITIONS[35],),
    says="信访人收到书面答复之日起三十日内，可以请求上一级机关复查",
    asks=(ask(petition.answer_received_on), ask(petition.review_asked_on), ask(petition.review_received_on, required=False), line("reviewed_by", "复查机关")),
)

REVIEW = Step(
    name="review_petition",
    label="登记复查意见",
    leaves=("reviewing",),
    enters="reviewed",
    basis=(PETITIONS[35],),
    says="复查机关收到请求之日起三十日内提出复查意见并书面答复",
    asks=(ask(petition.review_received_on), prose("opinion_given", "复查意见"), ask(petition.review_answer_received_on, required=False)),
    marks={petition.reviewed_on: When.DAY},
    papers=("petition_review",),
)

ASK_RECHECK = Step(
    name="ask_petition_recheck",
    label="登记请求复核",
    leaves=("reviewed",),
    enters="rechecking",
    basis=(PETITIONS[36, 1],),
    says="信访人收到复查答复之日起三十日内，可以请求再上一级机关复核",
    asks=(ask(petition.review_answer_received_on), ask(petition.recheck_asked_on), ask(petition.recheck_received_on, required=False), line("rechecked_by", "复核机关")),
)

RECHECK = Step(
    name="recheck_petition",
    label="登记复核意见",
    leaves=("rechecking",),
    enters="rechecked",
    basis=(PETITIONS[36, 1], PETITIONS[36, 2]),
    says="收到复核请求之日起三十日内提出复核意见，听证所需时间不计；复核意见终结",
    asks=(ask(petition.recheck_received_on), ask(petition.recheck_hearing_days, required=False), prose("opinion_given", "复核意见")),
    marks={petition.rechecked_on: When.DAY},
    papers=("petition_recheck",),
)

SUPERVISE = Step(
    name="supervise_petition",
    label="登记督办",
    leaves=("registered", "accepted", "handled", "reviewing", "reviewed", "rechecking", "rechecked"),
    basis=(PETITIONS[38, 2],),
    says="逾期办理、推诿敷衍的，由信访部门督查督办，反馈整改",
    asks=(prose("problems", "发现的问题", longest=2000), prose("feedback", "整改反馈", required=False)),
    marks={petition.supervised_on: When.DAY},
    side=True,
)

CLOSE = Step(
    name="close_petition",
    label="办结归档",
    leaves=("passed_on", "accepted", "handled", "reviewed", "rechecked"),
    enters="closed",
    unfit=lambda facts: "尚未作出处理意见" if facts.get("petition_way") == "opinion" and "petition_handled_on" not in facts else "",
    basis=(PETITIONS[31], PETITIONS[32, 2]),
    says="处理意见执行、程序导入或者职责履行后归档，做好疏导教育",
    asks=(prose("how", "办结情况"), line("volume", "卷号", required=False)),
    marks={petition.closed_on: When.DAY},
)

STEPS = (
    REGISTER, TELL, FORWARD, OBJECT, ACCEPT, DECLINE, LEAD, PROLONG, HANDLE, ASK_REVIEW, REVIEW, ASK_RECHECK, RECHECK, SUPERVISE, CLOSE,
)
