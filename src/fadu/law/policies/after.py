"""公开、记录、归档、没收物、协助: what follows a decision, and what is counted in days and hours that a place sets."""

from fadu.law.penalty.conduct import RECORDED_THROUGHOUT
from fadu.law.penalty.terms import PENALISED
from fadu.law.periods import days, hours, working_days
from fadu.law.policies.terms import HEBEI_TOWN, IN_HEILONGJIANG, LocalClock
from fadu.law.rules import Clock, Gate, Grade
from fadu.law.statutes import HEBEI_TOWNSHIPS, HEILONGJIANG, XINGLONG
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty

STANDING = case.overturned_on.column.is_null() & case.publication_due.column & case.place_code.known
"""A decision that stands, is to be published (行政处罚法第四十八条第一款), and was made in a place with numbers of its own."""

PUBLISHED_IN_TIME = LocalClock(
    "P2-1-1", HEILONGJIANG["二(一)3(1)"], "处罚决定自作出之日起，在本地规定的工作日内公开；规章另定更长期限的不构成例外",
    name="公开处罚决定",
    when=PENALISED & STANDING & case.publish_days.known,
    starts=case.decided_on, ends=case.published_on, within=working_days(7), local=case.publish_days, next_step="publish",
    also={"P1-7-a": XINGLONG["三(七)"]},
    fix="立即公开；逾期作为瑕疵留在记录中",
)
OTHERS_PUBLISHED_IN_TIME = LocalClock(
    "P2-1-2", HEILONGJIANG["二(一)3(1)"], "处罚、许可以外的执法决定，在本地规定的工作日内公开",
    name="公开执法决定",
    when=case.outcome.one_of("none_statutory", "none_unproven") & STANDING & case.publish_other_days.known,
    starts=case.decided_on, ends=case.published_on, within=working_days(20), local=case.publish_other_days, next_step="publish",
    also={"P1-7-b": XINGLONG["三(七)"]},
    fix="立即公开；法律、法规另有规定不公开的，登记依据",
)
TAKEN_DOWN = Gate(
    "P2-1-4", HEILONGJIANG["二(一)3(1)"], "决定被撤销、确认违法或者要求重作的，及时撤下公示的原决定",
    when=IN_HEILONGJIANG & case.overturned_on.known & case.published_on.known, before=("archive",), once=case.archived_on, grade=Grade.MENDABLE,
    demands=case.withdrawn_on.known,
    fix="先办理“撤回公开”",
)
ARCHIVED_IN_TIME = LocalClock(
    "P2-2-1", HEILONGJIANG["二(二)4(1)"], "执法行为终结之日起，在本地规定的日数内形成案卷归档",
    name="归档",
    when=case.archive_days.known,
    starts=case.closed_on, ends=case.archived_on, within=days(30), local=case.archive_days, next_step="archive",
    fix="立即整理归档；法律、法规、规章另有规定的登记依据",
)
RECORDING_STORED = LocalClock(
    "P2-2-2", HEILONGJIANG["二(二)4(1)"], "音像记录制作完成后，在本地规定的小时数内存入系统或者专用存储器，不得自行保管",
    name="存储音像记录",
    when=case.upload_hours.known,
    starts=case.recorded_at, ends=case.recording_stored_at, within=hours(24), local=case.upload_hours, next_step="store_recording",
    fix="立即存入，说明逾时的原因",
)
SIX_PARTS_RECORDED = Gate(
    "HB-018", HEBEI_TOWNSHIPS[18], "乡镇街道对启动、调查、审核、决定、送达、执行全过程记录，归档保存",
    when=HEBEI_TOWN & PENALISED, before=("archive",), once=case.archived_on, grade=Grade.MENDABLE, demands=RECORDED_THROUGHOUT.demands,
    fix="补齐缺少环节的记录后再归档",
)
FORFEITS_WATCHED = Gate(
    "HB-030-1", HEBEI_TOWNSHIPS[30, 1], "没收的财物在两名以上执法人员监督下拍照、录音或者摄像，登记造册",
    when=HEBEI_TOWN & PENALISED & case.decision_kinds.has(Penalty.GOODS), before=("take_forfeit", "close"), once=case.closed_on,
    demands=case.forfeit_taken_on.known & (case.forfeit_watched >= 2) & case.forfeit_filmed.column & case.forfeit_listed.column,
    fix="由两名以上执法人员监督，补作影像记录和清册，办理“清点没收财物”",
)
DESTROYED_UNDER_EYES = Gate(
    "HB-030-4", HEBEI_TOWNSHIPS[30, 4], "销毁须先经负责人批准，两名以上执法人员监督，全程拍照或者摄像",
    when=HEBEI_TOWN & (case.goods_way == "destroy"), before=("dispose_goods",), once=case.goods_disposed_on,
    demands=(case.destroy_approved_on <= case.destroyed_on) & (case.destroy_watched >= 2) & case.destroy_filmed.column,
    fix="先办理“批准销毁”“监督销毁”",
)
ASSISTED_IN_TIME = Clock(
    "HB-035-a", HEBEI_TOWNSHIPS[35], "部门收到协助函件之日起七个工作日内书面答复；说明理由延期的依其期限，补充资料的时间不计",
    name="协助答复",
    when=HEBEI_TOWN, starts=case.assist_received_on, ends=case.assist_done_on, within=working_days(7),
    paused=case.assist_more_days, extended=case.assist_extension, next_step="receive_assistance",
    fix="催促协助部门答复，必要时报县级人民政府协调",
)
ASKED_FOR_MORE_IN_TIME = Clock(
    "HB-035-b", HEBEI_TOWNSHIPS[35], "部门需要补充资料的，收到协助函件之日起两个工作日内告知",
    name="告知补充资料",
    when=HEBEI_TOWN & case.assist_more.holds, starts=case.assist_received_on, ends=case.assist_more_on, within=working_days(2), next_step="note_assistance",
    fix="登记告知日期；逾期告知的，不影响七个工作日的答复期限",
)

RULES = (
    PUBLISHED_IN_TIME, OTHERS_PUBLISHED_IN_TIME, TAKEN_DOWN, ARCHIVED_IN_TIME, RECORDING_STORED, SIX_PARTS_RECORDED, FORFEITS_WATCHED,
    DESTROYED_UNDER_EYES, ASSISTED_IN_TIME, ASKED_FOR_MORE_IN_TIME,
)  # fmt: skip
