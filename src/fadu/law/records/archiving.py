"""档案: handing in, transfer, appraisal, destruction, electronic archives."""

from fadu.law.periods import years
from fadu.law.rules import Clock, Duty, Gate
from fadu.law.statutes import ARCHIVES, ARCHIVES_RULES
from fadu.law.vocabulary import archive, organ

COMPLIANT = archive.electronic.holds & (archive.electronic_conditions >= 3)

HANDED_IN = Duty(
    "DA-014-1", ARCHIVES[14, 1], "应当归档的材料按规定期限交档案机构，不得拒绝归档或者据为己有",
    when=archive.handed_in_on.known, demands=(archive.handed_in_on <= archive.hand_in_by) & ~archive.held_privately.column,
    fix="补交材料；被据为己有的予以收回",
)
NOTHING_EXCLUDED = Gate(
    "DA-014-2", ARCHIVES[14, 2], "国家规定不得归档的材料，不得擅自归档",
    before=("archive_hand_in",), once=archive.handed_in_on, demands=archive.excluded_items == 0,
    fix="抽出不得归档的材料",
)
HANDED_OVER = Gate(
    "DA-016", ARCHIVES[16], "机构变动、撤销、合并的，按规定移交档案",
    when=archive.reorganised_on.known, before=("archive_close",), once=archive.closed_on, demands=archive.handed_over_on >= archive.reorganised_on,
    fix="向接收单位或者档案馆移交",
)
NOT_DESTROYED_AT_WILL = Gate(
    "DA-021-2", ARCHIVES[21, 2], "不得篡改、损毁、伪造档案；销毁须经批准并按程序进行",
    before=("archive_destroy",), once=archive.destroyed_on, demands=archive.destruction_approved & ~archive.tampered.column,
    fix="先办理销毁批准；有篡改痕迹的停止销毁并查明",
)
SAME_FORCE = Gate(
    "DA-037-2", ARCHIVES[37, 2], "来源可靠、程序规范、要素合规的电子档案与纸质效力相同，不能只因是电子形式而不认可",
    when=COMPLIANT, before=("archive_refuse",), once=archive.refused_on, demands=archive.refused_for != "electronic",
    fix="予以认可；有其他理由的写明",
)
AFTER_TWENTY_YEARS = Clock(
    "DT-020-2", ARCHIVES_RULES[20, 2], "属于设区的市级以上档案馆接收的，自形成之日起满二十年即移交",
    name="移交档案馆", when=archive.keeper == "city", starts=archive.formed_on, ends=archive.transferred_on, within=years(20),
    extended=archive.extension_days, next_step="archive_transfer", warn=90, fix="办理移交；专业性强或者需要保密的，报同级档案主管部门同意延长",
)
AFTER_TEN_YEARS = Clock(
    "DT-020-2-county", ARCHIVES_RULES[20, 2], "属于县级档案馆接收的，自形成之日起满十年即移交",
    name="移交档案馆", when=archive.keeper == "county", starts=archive.formed_on, ends=archive.transferred_on, within=years(10),
    extended=archive.extension_days, next_step="archive_transfer", warn=90, fix="办理移交；专业性强或者需要保密的，报同级档案主管部门同意延长",
)
THREE_CONDITIONS = Gate(
    "DT-039", ARCHIVES_RULES[39], "电子档案的形成者、活动、时间可确认，全过程可追溯，要素合规",
    when=archive.electronic.holds, before=("archive_hand_in",), once=archive.handed_in_on, demands=archive.electronic_conditions >= 3,
    fix="补齐元数据和过程记录后归档",
)
APPRAISED_FIRST = Gate(
    "DT-024-1", ARCHIVES_RULES[24, 1], "保管期限届满的，先鉴定并形成鉴定报告，不得到期自动销毁",
    before=("archive_destroy",), once=archive.destroyed_on,
    demands=(archive.appraised_on > archive.expires_on) & (archive.appraised_on <= archive.destroyed_on) & archive.appraisal_reported.column,
    fix="期满后组织鉴定，写出鉴定工作报告",
)
SAFE_TRANSFER = Gate(
    "DT-040-1", ARCHIVES_RULES[40, 1], "移交电子档案的网络和系统要合规；不能在线的用符合要求的存储介质",
    when=archive.electronic.holds, before=("archive_transfer",), once=archive.transferred_on,
    demands=(archive.online & archive.network_safe.column) | (~archive.online.column & archive.medium_safe.column),
    fix="改用合规的网络或者存储介质",
)
SCHEDULE_APPROVED = Duty(
    "DT-019-2", ARCHIVES_RULES[19, 2], "归档范围和保管期限经同级档案主管部门同意；职能重大变化后重新审核",
    demands=organ.records_archive_schedule & (~organ.records_archive_changed.holds | organ.records_archive_reapproved.holds),
    fix="报同级档案主管部门审核同意",
)
CONNECTED = Duty(
    "DT-038-2", ARCHIVES_RULES[38, 2], "业务系统有归档功能，并与电子档案系统衔接", demands=organ.records_archive_connected.column, fix="建设归档功能并完成衔接",
)  # fmt: skip

RULES = (
    HANDED_IN, NOTHING_EXCLUDED, HANDED_OVER, NOT_DESTROYED_AT_WILL, SAME_FORCE, AFTER_TWENTY_YEARS, AFTER_TEN_YEARS, THREE_CONDITIONS, APPRAISED_FIRST,
    SAFE_TRANSFER, SCHEDULE_APPROVED, CONNECTED,
)  # fmt: skip
