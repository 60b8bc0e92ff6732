"""应诉 (行政诉讼法、法释〔2018〕1 号): whose suit, before which court, with what evidence, who appears, what follows a judgment."""

from fadu.law.periods import days
from fadu.law.remedy.suit_term import Defence, raised
from fadu.law.remedy.terms import Fixed, refused
from fadu.law.rules import Bound, Clock, Duty, Gate, Grade, Question, Within
from fadu.law.statutes import JUDICIAL_LITIGATION, LITIGATION
from fadu.law.vocabulary import suit
from fadu.law.vocabulary.remedies import Objection

FOR_FORM = (suit.quash_ground == "procedure").fill_null(value=False)
HEAD_AWAY = refused(suit.head_appeared)
WRONG_COURT = raised(Objection.COURT)
APPEAR = ("appear_court",)

BOTH_DEFEND = Defence(
    "SS-026-2", LITIGATION[26, 2], "复议维持的，原机关和复议机关是共同被告",
    when=suit.reviewed.column & (suit.review_ended_by == "upheld"), demands=suit.codefendant.column | raised(Objection.DEFENDANT),
    fix="在答辩中提出遗漏被告",
)
SIGNER_DEFENDS = Defence(
    "SJ-019", JUDICIAL_LITIGATION[19], "经上级批准的行为，以对外文书上署名的机关为被告",
    when=suit.superior_approved.column, demands=suit.signed_by_us.column | raised(Objection.DEFENDANT),
    fix="文书不是本机关署名的，在答辩中提出被告不适格",
)
INTERMEDIATE = Defence(
    "SS-015-1", LITIGATION[15, 1, 1], "被告是国务院部门或者县级以上地方政府的，由中级法院一审",
    when=suit.defendant_kind.one_of("ministry", "government"), demands=(suit.court_level == "intermediate") | WRONG_COURT,
    fix="在答辩期内提出管辖异议",
)
SEAT = Defence(
    "SS-018-1", LITIGATION[18, 1], "由最初作出行为的机关所在地法院管辖，经复议的也可以由复议机关所在地法院管辖",
    when=~suit.immovable.holds, demands=suit.court_seat.one_of("organ", "assigned") | (suit.reviewed.holds & (suit.court_seat == "review")) | WRONG_COURT,
    fix="在答辩期内提出管辖异议",
)
AT_THE_IMMOVABLE = Defence(
    "SS-020", LITIGATION[20], "因不动产起诉的，由不动产所在地法院管辖",
    when=suit.immovable.column, demands=(suit.court_seat == "immovable") | WRONG_COURT,
    fix="在答辩期内提出管辖异议",
)
EVIDENCE_FILED = Gate(
    "SS-034-1", LITIGATION[34, 1], "被告提交作出行为的证据、所依据的规范性文件，并提出答辩状",
    when=~suit.delay_allowed.holds, before=("answer_suit",), once=suit.answered_on, demands=suit.filed >= 3,
    fix="补齐证据、规范性文件和答辩状；逾期的视为没有证据",
)
NO_NEW_EVIDENCE = Gate(
    "SS-035", LITIGATION[35], "诉讼过程中被告不得自行收集证据，经法院准许补充的除外",
    before=("answer_suit",), once=suit.answered_on, demands=(suit.evidence_last_on < suit.sued_on) | suit.supplement_allowed.holds,
    fix="撤下起诉后收集的证据，或者先经法院准许补充",
)
NO_ILLEGAL_EVIDENCE = Gate(
    "SJ-043", JUDICIAL_LITIGATION[43], "严重违反程序、违反强制规定侵害他人或者利诱欺诈胁迫取得的证据不得使用",
    before=("answer_suit",), once=suit.answered_on, demands=suit.illegal_evidence == 0,
    fix="排除以非法手段取得的证据",
)
ANSWERED = Clock(
    "SS-067-1", LITIGATION[67, 1], "收到起诉状副本之日起十五日内提交答辩状、证据和依据",
    name="答辩举证", starts=suit.received_on, ends=suit.answered_on, within=days(15), next_step="answer_suit", warn=5,
    fix="立即提交；有正当理由的，在期满前书面申请延期举证",
)
DELAY_ASKED = Within(
    "SJ-034", JUDICIAL_LITIGATION[34], "申请延期举证的，收到起诉状副本之日起十五日内书面提出",
    before=("ask_delay",), once=suit.delay_asked_on, starts=suit.received_on.column, full=days(15), on=suit.delay_asked_on.column,
    fix="期限已过，不能再申请延期",
)
DELAYED_FILED = Clock(
    "SJ-034-filed", JUDICIAL_LITIGATION[34], "准许延期的，正当事由消除之日起十五日内提交证据",
    name="延期举证", when=suit.delay_allowed.column, starts=suit.delay_ended_on, ends=suit.delayed_filed_on, within=days(15), next_step="file_delayed",
    fix="立即提交；逾期的视为没有证据",
)
STAYED_ON_GROUND = Gate(
    "SS-056-1", LITIGATION[56, 1], "诉讼期间不停止执行，有四种情形之一的才停止",
    before=("record_suit_stay",), once=suit.stayed_on, demands=suit.stay_ground.one_of("defendant", "asked", "court", "statute"),
    fix="没有法定情形的，继续执行",
)
COURT_TOLD = Gate(
    "SJ-081-1", JUDICIAL_LITIGATION[81, 1], "一审期间改变被诉行为的，书面告知法院",
    before=("change_sued_act",), once=suit.changed_on, demands=suit.court_told.column,
    fix="书面告知人民法院",
)
SOMEBODY_APPEARS = Gate(
    "SS-003-3", LITIGATION[3, 3], "负责人出庭应诉；不能出庭的，委托相应的工作人员出庭",
    before=APPEAR, once=suit.held_on, demands=suit.head_appeared.column | (suit.staff_appeared >= 1),
    fix="安排负责人出庭，或者委托相应的工作人员",
)
NOT_A_LAWYER_ALONE = Gate(
    "SJ-128-2", JUDICIAL_LITIGATION[128, 2], "负责人不出庭的不得只委托律师；负责人出庭的，另可委托一至二名代理人",
    before=APPEAR, once=suit.held_on,
    demands=(suit.head_appeared.column & (suit.agents.or_zero() <= 2)) | (HEAD_AWAY & (suit.staff_appeared.or_zero() >= 1)),
    fix="委托相应的工作人员出庭；代理人不超过二名",
)
HEAD_MUST = Gate(
    "SJ-129-1", JUDICIAL_LITIGATION[129, 1], "重大公共利益、社会高度关注、可能引发群体性事件或者法院书面建议的，负责人应当出庭",
    when=suit.head_required.column, before=APPEAR, once=suit.held_on, demands=suit.head_appeared.column | suit.head_excused.holds,
    fix="安排负责人出庭；有正当理由不能出庭的，提交情况说明",
)
WHY_NOT = Gate(
    "SJ-129-3", JUDICIAL_LITIGATION[129, 3], "有正当理由不能出庭的，提交情况说明，加盖机关印章或者由主要负责人签字",
    when=HEAD_AWAY & suit.head_excused.holds, before=APPEAR, once=suit.held_on, demands=suit.statement_filed.column & suit.statement_signed.column,
    fix="补交加盖印章或者主要负责人签字的情况说明",
)
WARRANT = Gate(
    "SJ-131-2", JUDICIAL_LITIGATION[131, 2], "工作人员出庭的，授权委托书加盖机关印章，载明姓名、职务、代理权限",
    when=suit.staff_appeared >= 1, before=APPEAR, once=suit.held_on, demands=suit.warrant_sealed.column & (suit.warrant >= 3),
    fix="补交载明三项内容、加盖印章的授权委托书",
)
QUASHED_FOR_FORM = Question(
    "SS-070-3", LITIGATION[70, 1, 3], "违反法定程序的行为可以被撤销",
    asks="被诉行为是否存在违反法定程序的情形，有无被撤销或者确认违法的风险？", answered_by="reviewer", grain="suit",
    fix="有风险的，研究自行改正、调解或者赔偿，并告知法院",
)
SLIGHT_FAULT = Gate(
    "SJ-096", JUDICIAL_LITIGATION[96], "程序轻微违法限于期限、通知送达等，且对听证、陈述、申辩等重要权利没有实质损害",
    when=(suit.result == "unlawful") & suit.slight.one_of("term", "notice", "other"), before=("record_judgment",), once=suit.judged_on,
    demands=suit.slight_harmless.column, grade=Grade.TOLD, fix="核对裁判的理由；有实质损害的不属于程序轻微违法",
)
VOID_HOW = Gate(
    "SJ-099-1", JUDICIAL_LITIGATION[99], "确认无效须有四种重大且明显违法情形之一，如没有行政主体资格",
    when=suit.result == "void", before=("record_judgment",), once=suit.judged_on, demands=suit.void_ground.known,
    grade=Grade.TOLD, fix="登记判决认定的情形",
)
NOT_THE_SAME = Duty(
    "SS-071", LITIGATION[71], "判决重作的，不得以同一事实和理由作出基本相同的行为；因程序违法撤销或者事实理由有改变的除外",
    when=suit.redone_on.known & ~FOR_FORM & ~suit.redo_other_reasons.holds, demands=~suit.redo_same.column, due="重新作出行政行为时",
    fix="撤回并依判决重新作出",
)
JUDGMENT_PERFORMED = Fixed(
    "SS-094", LITIGATION[94], "在确定的期限内履行生效的判决、裁定、调解书",
    name="履行裁判", starts=suit.perform_by, ends=suit.performed_on, next_step="perform_judgment", fix="立即履行",
)
HEAD_FINED = Bound(
    "SS-096-2", LITIGATION[96, 1, 2], "拒不履行的，法院自期满之日起对负责人按日罚款五十元至一百元",
    before=("record_refusal",), once=suit.head_fine, value=suit.head_fine, least=suit.fined_days.column * 5000, most=suit.fined_days.column * 10000,
    grade=Grade.TOLD, fix="核对罚款的日数和数额；立即履行裁判",
)
SUGGESTION_ANSWERED = Clock(
    "SJ-149-4", JUDICIAL_LITIGATION[149, 4], "收到规范性文件司法建议之日起六十日内书面答复",
    name="答复司法建议", starts=suit.suggestion_received_on, ends=suit.suggestion_answered_on, within=days(60), next_step="answer_suggestion",
    fix="立即书面答复",
)

RULES = (
    BOTH_DEFEND, SIGNER_DEFENDS, INTERMEDIATE, SEAT, AT_THE_IMMOVABLE, EVIDENCE_FILED, NO_NEW_EVIDENCE, NO_ILLEGAL_EVIDENCE, ANSWERED, DELAY_ASKED,
    DELAYED_FILED, STAYED_ON_GROUND, COURT_TOLD, SOMEBODY_APPEARS, NOT_A_LAWYER_ALONE, HEAD_MUST, WHY_NOT, WARRANT, QUASHED_FOR_FORM, SLIGHT_FAULT,
    VOID_HOW, NOT_THE_SAME, JUDGMENT_PERFORMED, HEAD_FINED, SUGGESTION_ANSWERED,
)
