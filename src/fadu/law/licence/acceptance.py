"""申请与受理 (行政许可法第二十九条至第三十二条、第五十八条、第七十八条、第七十九条)."""

from dataclasses import dataclass

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.licence.terms import GRANTED
from fadu.law.periods import working_days, years
from fadu.law.rules import Clock, Gate, Grade, Wait, Within
from fadu.law.statutes import BUSINESS_CLIMATE, DATA_SHARING, LICENCE
from fadu.law.vocabulary import licence

ANSWERING = ("accept_licence", "refuse_licence")
FIVE = working_days(5)
ANSWERED = licence.accepted_on.known | licence.refused_on.known


@dataclass(frozen=True)
class DeemedAccepted(Gate):
    """Where nobody told the applicant in time what lacks, the application counts as accepted on the day it came in."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.demand`."""
        late = licence.answered_on.column > FIVE.due(licence.applied_on.column, calendar)
        return ~late | (licence.accepted_on == licence.applied_on)


ONLY_WHAT_IS_LISTED = Gate(
    "XK-031-1", LICENCE[31, 1], "不得要求申请人提交与许可事项无关的材料",
    before=("notify_materials", "accept_licence"), once=licence.answered_on, demands=licence.listed_materials.column,
    fix="只要求公布目录内的材料，退回其余材料",
)
ONLY_LISTED_CERTIFICATES = Gate(
    "YH-044-3", BUSINESS_CLIMATE[44, 3], "证明事项清单之外的证明，不得索要",
    before=("notify_materials", "accept_licence"), once=licence.answered_on, demands=licence.listed_certificates.column,
    fix="清单之外的证明改为部门之间核查或者告知承诺",
)
SHARED_DATA = Gate(
    "ZW-019-1", DATA_SHARING[19, 1], "通过数据共享能够取得的，不再向申请人收集",
    before=("notify_materials", "accept_licence"), once=licence.answered_on, demands=licence.shared_instead.column,
    fix="通过数据共享取得，不要求申请人提交",
)
TOLD_NOT_NEEDED = Gate(
    "XK-032-1-1", LICENCE[32, 1, 1], "依法不需要许可的，即时告知不受理",
    when=licence.refusal == "not_needed", before=("refuse_licence",), once=licence.refused_on,
    demands=licence.refused_on <= licence.applied_on, grade=Grade.MENDABLE,
    fix="收到申请的当日告知；已经超过的，立即告知并说明",
)
TOLD_WHERE_TO_GO = Gate(
    "XK-032-1-2", LICENCE[32, 1, 2], "不属于本机关职权的，不予受理，并告知向哪个机关申请",
    when=licence.refusal == "not_ours", before=("refuse_licence",), once=licence.refused_on, demands=licence.referred.column,
    fix="在不予受理决定中写明应当向哪个机关申请",
)
NOT_OURS_AT_ONCE = Gate(
    "XK-032-1-2-at-once", LICENCE[32, 1, 2], "不属于本机关职权的，即时作出不予受理的决定",
    when=licence.refusal == "not_ours", before=("refuse_licence",), once=licence.refused_on,
    demands=licence.refused_on <= licence.applied_on, grade=Grade.MENDABLE,
    fix="收到申请的当日决定；已经超过的，立即决定并说明",
)
LACKS_TOLD = Clock(
    "XK-032-1-4", LICENCE[32, 1, 4], "材料不齐全的，当场或者五个工作日内一次告知；逾期不告知，自收到之日起就是受理",
    name="处理申请", starts=licence.applied_on, ends=licence.answered_on, within=FIVE, warn=2, next_step="accept_licence",
    fix="逾期没有告知的，按收到材料之日受理",
)
LATE_NOTICE = Within(
    "XK-032-1-4-late", LICENCE[32, 1, 4], "超过五个工作日，不能再要求补正：申请已经视为受理",
    before=("notify_materials",), once=licence.supplement_told_on,
    starts=licence.applied_on.column, full=FIVE, on=licence.supplement_told_on.column,
    fix="登记受理，受理日期填收到申请材料之日",
)
TOLD_ONCE = Gate(
    "XK-032-1-4-once", LICENCE[32, 1, 4], "需要补正的全部内容一次告知",
    before=("notify_materials",), once=licence.supplement_told_on, demands=licence.supplement_times <= 1,
    fix="已经告知过一次；按已有材料受理或者作出决定",
)
DEEMED = DeemedAccepted(
    "XK-032-1-4-deemed", LICENCE[32, 1, 4], "逾期没有告知补正的，受理日期就是收到申请材料之日",
    before=("accept_licence",), once=licence.accepted_on,
    fix="受理日期填收到申请材料之日",
)
MUST_ACCEPT = Gate(
    "XK-032-1-5", LICENCE[32, 1, 5], "属于职权、材料齐全的，应当受理",
    before=("refuse_licence",), once=licence.refused_on,
    demands=pl.when(licence.refusal == "incomplete").then(~licence.complete & (licence.supplement_told_on.known))
    .when(licence.refusal == "not_ours").then(~licence.ours.column).otherwise(licence.refusal.one_of("not_needed", "false", "banned")),
    fix="材料齐全的受理；不齐全的先一次告知补正",
)
VOUCHER = Gate(
    "XK-032-2", LICENCE[32, 2], "受理或者不予受理，出具盖专用印章、注明日期的书面凭证",
    when=ANSWERED, before=ANSWERING, once=licence.answered_on, demands=licence.voucher_sealed & licence.voucher_dated.column,
    fix="出具书面凭证，盖行政许可专用印章并写明日期",
)
FREE_FORM = Gate(
    "XK-058-2", LICENCE[58, 2], "申请书格式文本不收费",
    before=("apply_licence",), once=licence.applied_on, demands=licence.form_fee == 0,
    fix="退还收取的费用",
)
BANNED_ONE_YEAR = Wait(
    "XK-078", LICENCE[78], "涉及安全事项虚假申请的，一年内不得再次申请",
    when=licence.safety.holds & licence.refused_for_false_on.known, before=("accept_licence",), once=licence.accepted_on,
    starts=licence.refused_for_false_on, full=years(1).without_rolling(), on=licence.applied_on,
    fix="不予受理，告知可以再次申请的日期",
)
BANNED_THREE_YEARS = Wait(
    "XK-079", LICENCE[79], "涉及安全事项以欺骗、贿赂取得许可的，三年内不得再次申请",
    when=licence.safety.holds & licence.revoked_for_fraud_on.known, before=("accept_licence",), once=licence.accepted_on,
    starts=licence.revoked_for_fraud_on, full=years(3).without_rolling(), on=licence.applied_on,
    fix="不予受理，告知可以再次申请的日期",
)
FALSE_NOT_GRANTED = Gate(
    "XK-078-b", LICENCE[78], "隐瞒情况或者提供虚假材料的，不予受理或者不予许可，并给予警告",
    when=GRANTED, before=("grant_licence",), once=licence.decided_on, demands=~licence.false_materials.column,
    fix="不予许可，另行给予警告",
)
FALSE_WARNED = Gate(
    "XK-078-b-warned", LICENCE[78], "虚假申请被不予受理或者不予许可的，还应当给予警告",
    when=licence.false_materials.holds, before=("archive_licence",), once=licence.archived_on, demands=licence.warned_on.known,
    fix="另案给予警告后归档",
)

RULES = (
    ONLY_WHAT_IS_LISTED, ONLY_LISTED_CERTIFICATES, SHARED_DATA, TOLD_NOT_NEEDED, TOLD_WHERE_TO_GO, NOT_OURS_AT_ONCE, LACKS_TOLD, LATE_NOTICE,
    TOLD_ONCE, DEEMED, MUST_ACCEPT, VOUCHER, FREE_FORM, BANNED_ONE_YEAR, BANNED_THREE_YEARS, FALSE_NOT_GRANTED, FALSE_WARNED,
)  # fmt: skip
