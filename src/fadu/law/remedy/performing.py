"""复议决定的送达、履行、公开、抄告 (行政复议法第六十四条、第七十五条至第七十九条；实施条例第五十八条)."""

from fadu.law.periods import days
from fadu.law.remedy.terms import QUASHED_FOR_FORM, Fixed
from fadu.law.rules import Clock, Duty, Gate, Grade
from fadu.law.statutes import RECONSIDERATION, RECONSIDERATION_RULES
from fadu.law.vocabulary import review

NOT_THE_SAME = Duty(
    "FY-064-2", RECONSIDERATION[64, 2], "重新作出的，不得以同一事实和理由作出基本相同的行为；因程序违法被撤销的除外",
    when=review.redone_on.known & ~QUASHED_FOR_FORM, demands=~review.redo_same.column, due="重新作出行政行为时",
    fix="向被申请人指出；当事人再次申请的，再次撤销",
)
SEALED = Gate(
    "FY-075-1", RECONSIDERATION[75, 1], "制作复议决定书并加盖复议机关印章",
    when=review.decided_on.known, before=("serve_review",), once=review.served_on, demands=review.sealed.column,
    fix="制作决定书、加盖印章后再送达",
)
EFFECTIVE_WHEN_SERVED = Gate(
    "FY-075-2", RECONSIDERATION[75, 2], "决定书一经送达即生效，送达之后才能要求履行",
    before=("perform_review",), once=review.performed_on, demands=review.served_on <= review.performed_on,
    fix="先送达复议文书",
)
OPINION_REPLIED = Clock(
    "FY-076", RECONSIDERATION[76], "有关机关收到复议意见书之日起六十日内报送纠正情况",
    name="意见书回复", starts=review.opinion_received_on, ends=review.opinion_replied_on, within=days(60), who="party", next_step="receive_correction",
    fix="督促有关机关报送；拒不履行的，约谈或者通报批评",
)
PERFORMED = Fixed(
    "FY-077-1", RECONSIDERATION[77, 1], "被申请人在确定的期限内履行复议决定书、调解书、意见书",
    name="履行复议决定", starts=review.perform_by, ends=review.performed_on, who="party", next_step="perform_review",
    fix="责令限期履行；可以约谈有关负责人或者通报批评",
)
UPHELD_ENFORCED = Gate(
    "FY-078-1", RECONSIDERATION[78, 1, 1], "维持决定逾期不起诉又不履行的，由原机关强制执行或者申请法院",
    when=review.outcome == "upheld", before=("enforce_review",), once=review.enforced_on, demands=review.enforced_by.one_of("respondent", "court"),
    fix="由作出行政行为的机关执行，或者申请人民法院执行",
)
CHANGED_ENFORCED = Gate(
    "FY-078-2", RECONSIDERATION[78, 1, 2], "变更决定逾期不起诉又不履行的，由复议机关强制执行或者申请法院",
    when=review.outcome == "changed", before=("enforce_review",), once=review.enforced_on, demands=review.enforced_by.one_of("organ", "court"),
    fix="由复议机关执行，或者申请人民法院执行",
)
PUBLISHED = Gate(
    "FY-079-1", RECONSIDERATION[79, 1], "被申请的行为依法公开的，按规定公开复议决定书",
    when=review.act_public.column & review.decided_on.known, before=("close_review",), once=review.closed_on, demands=review.published_on.known,
    grade=Grade.MENDABLE, fix="隐去不应公开的内容后公开",
)
COPIED = Gate(
    "FY-079-2", RECONSIDERATION[79, 2], "以本级政府工作部门为被申请人的，把生效的决定书、意见书抄告其上一级主管部门",
    when=(review.respondent_kind == "department") & review.served_on.known & review.decided_on.known, before=("close_review",), once=review.closed_on,
    demands=review.copied_on.known, grade=Grade.MENDABLE, fix="立即抄告被申请人的上一级主管部门",
)
REDONE_IN_SIXTY = Clock(
    "FT-058-1", RECONSIDERATION_RULES[58, 1], "责令重作而没有法定期限的，六十日内重新作出",
    name="重新作出", when=review.redo_ordered.column & ~review.redo_term_by_law.holds, starts=review.served_on, ends=review.redone_on, within=days(60),
    who="party", next_step="record_redoing", fix="督促被申请人重新作出",
)

RULES = (
    NOT_THE_SAME, SEALED, EFFECTIVE_WHEN_SERVED, OPINION_REPLIED, PERFORMED, UPHELD_ENFORCED, CHANGED_ENFORCED, PUBLISHED, COPIED, REDONE_IN_SIXTY,
)
