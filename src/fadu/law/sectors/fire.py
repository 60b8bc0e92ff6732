"""消防: sealing, stopping, resuming, enforcing, reporting to the government (消防法)."""

from fadu.law.penalty.terms import PENALISED
from fadu.law.rules import Gate
from fadu.law.sectors.terms import FIRE_SAFETY
from fadu.law.statutes import FIRE
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty
from fadu.law.vocabulary.sector_marks import FireDanger, Seized

SEALED = (case.seized_things.or_zero() & int(Seized.PLACE_SEALED)) != 0
DANGEROUS = case.fire_danger.has_all(FireDanger.TOLD | FireDanger.NOT_REMOVED | FireDanger.GRAVE)

SEAL_THE_DANGER = Gate(
    "XF-054", FIRE[54], "通知后不及时消除、可能严重威胁公共安全的火灾隐患，临时查封；不具备这些情形的不能查封",
    when=FIRE_SAFETY & case.fire_danger.known, before=("conclude",), once=case.concluded_on, demands=DANGEROUS == SEALED,
    fix="三项情形齐备的，对危险部位或者场所临时查封；缺一项的，先通知消除，不得查封",
)
REPORTED_TO_GOVERNMENT = Gate(
    "XF-055-1", FIRE[55, 1], "影响公共安全的重大火灾隐患，由应急管理部门书面报告本级政府",
    when=FIRE_SAFETY & case.public_fire_hazard.holds, before=("close",), once=case.closed_on, demands=case.government_told_on.known,
    fix="商请应急管理部门书面报告本级人民政府，并登记日期",
)
ENFORCED_AFTER_REFUSAL = Gate(
    "XF-060-3", FIRE[60, 3], "占用通道、埋压圈占、设置障碍等，责令改正拒不改正的，可以强制执行",
    when=FIRE_SAFETY & (case.enforced_for == "obstruction").fill_null(value=False), before=("close",), once=case.enforced_on,
    demands=(case.correction_ordered_on < case.enforced_on) & case.refused_to_correct.column,
    fix="先责令改正；拒不改正的才强制执行，费用由违法行为人承担",
)
STOP_ENFORCED = Gate(
    "XF-070-3", FIRE[70, 3], "逾期不执行停产停业、停止使用、停止施工决定的，由作出决定的机构强制执行（先催告）",
    when=FIRE_SAFETY & (case.enforced_for == "stop").fill_null(value=False), before=("close",), once=case.enforced_on,
    demands=(case.perform_by < case.enforced_on) & (case.demanded_on <= case.enforced_on),
    fix="等决定的履行期限届满并送达催告书后，再强制执行",
)
RESUMED_AFTER_CHECK = Gate(
    "XF-070-2", FIRE[70, 2], "被责令停止施工、使用、停产停业的，整改并检查合格后才能恢复",
    when=FIRE_SAFETY & case.decision_kinds.has(Penalty.STOP_BUSINESS) & case.resumed_on.known, before=("close",), once=case.resumed_on,
    demands=case.recheck_passed_on <= case.resumed_on,
    fix="整改后报告并经检查合格，再恢复",
)
GOVERNMENT_DECIDES = Gate(
    "XF-070-4", FIRE[70, 4], "责令停产停业对经济社会生活影响较大的，由住建或者应急部门报请本级政府决定",
    when=FIRE_SAFETY & PENALISED & case.decision_kinds.has(Penalty.STOP_BUSINESS) & case.wide_impact.holds,
    before=("decide",), once=case.decided_on, demands=case.decided_by == "government_via",
    fix="商请住房城乡建设或者应急管理部门报请本级人民政府决定",
)

RULES = (SEAL_THE_DANGER, REPORTED_TO_GOVERNMENT, ENFORCED_AFTER_REFUSAL, STOP_ENFORCED, RESUMED_AFTER_CHECK, GOVERNMENT_DECIDES)
