"""催告、延期、没收物、结案、归档、备案、补正 (生态环境行政处罚办法第七十二条至第八十五条)."""

from fadu.law.ecology.terms import ECO_GENERAL, ECOLOGY
from fadu.law.periods import days
from fadu.law.rules import Clock, Gate, Grade, Within
from fadu.law.statutes import ECO_PENALTY
from fadu.law.vocabulary import case
from fadu.law.vocabulary.special import Notified

DEMANDED_BEFORE_COURT = Gate(
    "SH-072", ECO_PENALTY[72], "申请人民法院强制执行前，依法催告当事人",
    when=ECOLOGY, before=("apply_court",), once=case.court_applied_on, demands=case.demanded_on.known & (case.demanded_on <= case.court_applied_on),
    fix="先送达催告书",
)
DEMANDED_BEFORE_SURCHARGE = Gate(
    "SH-072-surcharge", ECO_PENALTY[72], "作出加处罚款的强制执行决定前，依法催告当事人",
    when=ECOLOGY, before=("surcharge",), once=case.surcharged_on, demands=case.demanded_on.known & (case.demanded_on <= case.surcharged_on),
    fix="先送达催告书，再决定加处罚款",
)
DEFERRAL_IN_TIME = Within(
    "SH-074-1", ECO_PENALTY[74, 1], "延期、分期缴纳，当事人在缴纳期限届满前书面申请",
    when=ECOLOGY, before=("defer",), once=case.deferred_on,
    starts=case.served_on.column, full=days(15), on=case.defer_applied_on.column,
    fix="期限届满后才申请的，不能按本条批准延期、分期",
)
DEFERRAL_TOLD = Gate(
    "SH-074-2", ECO_PENALTY[74, 2], "批准延期、分期的，通知书送达当事人和收缴罚款的机构",
    when=ECOLOGY & case.deferred_on.known, before=("close",), once=case.closed_on,
    demands=case.deferral_told.has_all(Notified.PARTY | Notified.COLLECTOR), grade=Grade.MENDABLE,
    fix="把同意延期（分期）缴纳罚款通知书补送当事人和收缴机构",
)
DESTROYED_BEFORE_TWO = Gate(
    "SH-075-2", ECO_PENALTY[75, 2], "销毁没收物品，国家没有规定的，经负责人批准，由两名以上执法人员监督并记录",
    when=ECOLOGY & (case.goods_way == "destroy") & ~case.destroy_ruled.holds, before=("dispose_goods",), once=case.goods_disposed_on,
    demands=case.destroy_approved.column & (case.destroy_officers >= 2),
    fix="报负责人批准，安排两名以上执法人员到场监督",
)
CLOSED_ON_GROUND = Gate(
    "SH-077", ECO_PENALTY[77], "有七种情形之一的，填结案审批表，经负责人批准后结案；法院受理执行申请的即可结案",
    when=ECO_GENERAL, before=("close",), once=case.closed_on,
    demands=case.closing_ground.known | case.court_accepted_on.known | case.criminal_transferred_on.known | case.overturned_on.known,
    fix="写明属于哪一种结案情形",
)
FILE_UNTOUCHED = Gate(
    "SH-080", ECO_PENALTY[80], "归档后不得修改、增加、抽取案卷材料",
    when=ECOLOGY, before=("correct",), once=case.file_changed_on,
    demands=case.archived_on.column.is_null() | (case.file_changed_on < case.archived_on).fill_null(value=False),
    fix="恢复案卷原状并查明责任；确需更正的，另行制作文书",
)
SUPERVISED_FILED = Clock(
    "SH-083-2", ECO_PENALTY[83, 2], "上级督办的案件，结案后二十日内向上一级备案（第九十条不含二十日，按自然日）",
    name="督办案件备案",
    when=ECOLOGY & case.supervised.holds, starts=case.closed_on, ends=case.supervised_filed_on, within=days(20), next_step="note_ecology_after",
    fix="立即向上一级生态环境部门备案",
)
CORRECTED_IN_WRITING = Gate(
    "SH-085-2", ECO_PENALTY[85, 2], "补正、更正决定书，另行作出书面决定，不直接改动原文书",
    when=ECOLOGY, before=("note_ecology_after",), once=case.paper_corrected, grade=Grade.MENDABLE,
    demands=case.paper_corrected.column.is_null() | (case.paper_corrected == "written").fill_null(value=False),
    fix="恢复原决定书，另行作出补正、更正的书面决定并送达",
)

RULES = (
    DEMANDED_BEFORE_COURT, DEMANDED_BEFORE_SURCHARGE, DEFERRAL_IN_TIME, DEFERRAL_TOLD, DESTROYED_BEFORE_TWO, CLOSED_ON_GROUND, FILE_UNTOUCHED,
    SUPERVISED_FILED, CORRECTED_IN_WRITING,
)  # fmt: skip
