"""审查与期限 (行政许可法第三十四条至第四十五条、第五十五条)."""

from dataclasses import replace

import polars as pl

from fadu.law.licence.terms import DECIDING, DECLINED, GRANTED, JOINT, PROMISE, BeforeEnd, Explained, Handling, Promised
from fadu.law.periods import working_days
from fadu.law.rules import Bound, Clock, Gate, Grade, InTime
from fadu.law.statutes import BUSINESS_CLIMATE, LICENCE, OPEN_GOVERNMENT
from fadu.law.vocabulary import licence

ONE_ORGAN = ~JOINT & ~licence.lower.holds

ON_THE_SPOT = Gate(
    "XK-034-2", LICENCE[34, 2], "材料齐全、能够当场决定的，当场作出书面决定",
    when=licence.on_the_spot.holds, before=DECIDING, once=licence.decided_on, demands=licence.decided_on <= licence.accepted_on,
    grade=Grade.MENDABLE, fix="当场出具书面决定；确需审查的，改为不能当场决定并说明",
)
TWO_VERIFY = Gate(
    "XK-034-3", LICENCE[34, 3], "核实申请材料的实质内容，指派两名以上工作人员",
    before=("verify_licence",), once=licence.verified_on, demands=licence.verifiers >= 2,
    fix="增派人员，由两名以上工作人员重新核查",
)
SENT_UP = Gate(
    "XK-035", LICENCE[35], "先由下级审查的，下级把初步意见和全部材料直接报送上级",
    before=("report_licence",), once=licence.reported_on, demands=licence.report_parts >= 2,
    fix="初步审查意见和全部申请材料一并直接报送，不交申请人转送",
)
NOT_ASKED_AGAIN = Gate(
    "XK-035-again", LICENCE[35], "上级机关不得要求申请人重复提供下级已经收取的材料",
    before=DECIDING, once=licence.decided_on, demands=~licence.asked_again.holds,
    fix="退回重复收取的材料，向下级机关调取",
)
INTERESTED_TOLD = Gate(
    "XK-036", LICENCE[36], "直接关系他人重大利益的，告知利害关系人，并听取申请人和利害关系人的意见",
    when=licence.affects_others.column, before=DECIDING, once=licence.decided_on, demands=licence.third_told_on.known & licence.third_heard.column,
    fix="先告知利害关系人，听取双方意见并记录",
)
DECIDED = Handling(
    "XK-042-1a", LICENCE[42, 1], "自受理之日起二十个工作日内作出许可决定",
    name="许可决定", when=ONE_ORGAN, starts=licence.accepted_on, ends=licence.decided_on, within=working_days(20),
    extended=licence.extension, suspended=licence.stopped, next_step="grant_licence", who="head",
    fix="立即作出决定；二十日内不能决定的，期满前报负责人批准延长十个工作日",
)
DECIDED_LATE = replace(
    InTime.of(DECIDED, licence.lateness_admitted_on), id="XK-042-1a-late", before=DECIDING, says="超过许可期限才决定的，先把逾期情况和原因记入卷内",
    fix="由负责人登记逾期情况，再作出决定",
)
EXTENDED = Bound(
    "XK-042-1b", LICENCE[42, 1], "二十日内不能决定的，经本机关负责人批准，可以延长十个工作日",
    when=ONE_ORGAN, before=("extend_licence",), once=licence.extended_on, value=licence.extension, most=pl.lit(10), least=pl.lit(1),
    fix="延长只有一次，不超过十个工作日",
)
EXTENSION_TOLD = Gate(
    "XK-042-1b-told", LICENCE[42, 1], "延长期限的理由告知申请人",
    when=ONE_ORGAN, before=("extend_licence",), once=licence.extended_on, demands=licence.extension_told.column,
    fix="把延长的期限和理由书面告知申请人",
)
EXTENDED_IN_TIME = BeforeEnd(
    "XK-042-1b-timely", LICENCE[42, 1], "延长须在二十个工作日届满前批准",
    when=ONE_ORGAN, before=("extend_licence",), once=licence.extended_on, clock=replace(DECIDED, extended=None), day=licence.extended_on,
    fix="期限已过，不能再延长；立即作出决定",
)
JOINTLY_DECIDED = Handling(
    "XK-042-2", LICENCE[42, 2], "统一、联合、集中办理的，四十五个工作日内办结；经本级政府负责人批准可以延长十五个工作日",
    name="联合办理", when=JOINT, starts=licence.accepted_on, ends=licence.decided_on, within=working_days(45),
    extended=licence.extension, suspended=licence.stopped, next_step="grant_licence", who="head",
    fix="立即作出决定；不能办结的，期满前报本级政府负责人批准延长",
)
JOINTLY_LATE = replace(
    InTime.of(JOINTLY_DECIDED, licence.lateness_admitted_on), id="XK-042-2-late", before=DECIDING, says="超过联合办理期限才决定的，先把逾期情况和原因记入卷内",
    fix="由负责人登记逾期情况，再作出决定",
)
JOINTLY_EXTENDED = Bound(
    "XK-042-2-extended", LICENCE[42, 2], "联合办理延长不超过十五个工作日",
    when=JOINT, before=("extend_licence",), once=licence.extended_on, value=licence.extension, most=pl.lit(15), least=pl.lit(1),
    fix="延长只有一次，不超过十五个工作日",
)
BY_GOVERNMENT = Gate(
    "XK-042-2-approved", LICENCE[42, 2], "联合办理延长由本级人民政府负责人批准，并告知理由",
    when=JOINT, before=("extend_licence",), once=licence.extended_on, demands=licence.government_approved & licence.extension_told.column,
    fix="报本级人民政府负责人批准，并书面告知申请人",
)
JOINTLY_IN_TIME = BeforeEnd(
    "XK-042-2-timely", LICENCE[42, 2], "联合办理的延长须在四十五个工作日届满前批准",
    when=JOINT, before=("extend_licence",), once=licence.extended_on, clock=replace(JOINTLY_DECIDED, extended=None), day=licence.extended_on,
    fix="期限已过，不能再延长；立即作出决定",
)
LOWER_IN_TIME = Handling(
    "XK-043", LICENCE[43], "先经下级审查的，下级自受理之日起二十个工作日内审查完毕",
    name="初步审查", when=licence.lower.holds & ~JOINT, starts=licence.accepted_on, ends=licence.reported_on, within=working_days(20),
    suspended=licence.stopped, next_step="report_licence",
    fix="立即完成初步审查并报送上级机关",
)
LEFT_OUT_TOLD = Gate(
    "XK-045", LICENCE[45], "听证、检验、评审等时间不计入期限，所需时间书面告知申请人",
    before=("begin_excluded",), once=licence.out1_from, demands=licence.out_told.column,
    fix="先书面告知申请人所需的时间；没有告知的，照常计入期限",
)
TESTED = Clock(
    "XK-055-2", LICENCE[55, 2], "须检验、检测、检疫的，自受理之日起五个工作日内指派人员",
    name="指派检验人员", when=licence.needs_testing.holds, starts=licence.accepted_on, ends=licence.testers_assigned_on, within=working_days(5), warn=2,
    next_step="assign_testers", fix="立即指派两名以上工作人员",
)
TWO_TEST = Gate(
    "XK-055-2-two", LICENCE[55, 2], "检验、检测、检疫由两名以上工作人员进行",
    before=("assign_testers",), once=licence.testers_assigned_on, demands=licence.testers >= 2,
    fix="指派两名以上工作人员",
)
AS_PROMISED = Promised(
    "YH-036-2", BUSINESS_CLIMATE[36, 2], "公开承诺的办理时间短于法定期限的，按承诺的时间办结",
    name="承诺办结", when=licence.promised_days.known, starts=licence.accepted_on, ends=licence.decided_on, within=PROMISE,
    suspended=licence.stopped, next_step="grant_licence", who="head",
    fix="立即办结，并公开说明超过承诺时间的理由",
)
EXPLAINED = Explained(
    "YH-036-2-explained", BUSINESS_CLIMATE[36, 2], "超过承诺的办理时间的，公开说明理由",
    when=licence.promised_days.known, before=("archive_licence",), once=licence.archived_on, clock=AS_PROMISED, day=licence.delay_explained_on,
    fix="公开说明超过办理时间的理由，再归档",
)
BASIS_OF_REFUSAL = Gate(
    "XK-038-2", LICENCE[38, 2], "不予许可用书面决定，说明理由，告知复议和诉讼的权利",
    when=DECLINED, before=("decline_licence",), once=licence.decided_on, demands=licence.denial_parts >= 3,
    fix="在书面决定中写明理由、行政复议和行政诉讼的途径",
)
ISSUED = Clock(
    "XK-044", LICENCE[44], "准予许可的，自决定之日起十个工作日内颁发、送达许可证件",
    name="颁发送达证件", when=GRANTED, starts=licence.decided_on, ends=licence.issued_on, within=working_days(10), next_step="issue_licence",
    fix="立即颁发、送达许可证件",
)
RESULT_OPENED = Clock(
    "GK-026-licence", OPEN_GOVERNMENT[26], "许可决定属于主动公开的政府信息，形成之日起二十个工作日内公开；另有更短期限的从其规定",
    name="公开许可决定", when=GRANTED & ~licence.secret.holds, starts=licence.decided_on, ends=licence.published_on, within=working_days(20),
    next_step="publish_licence", fix="立即公开许可决定",
)

RULES = (
    ON_THE_SPOT, TWO_VERIFY, SENT_UP, NOT_ASKED_AGAIN, INTERESTED_TOLD, DECIDED, DECIDED_LATE, EXTENDED, EXTENSION_TOLD, EXTENDED_IN_TIME,
    JOINTLY_DECIDED, JOINTLY_LATE, JOINTLY_EXTENDED, BY_GOVERNMENT, JOINTLY_IN_TIME, LOWER_IN_TIME, LEFT_OUT_TOLD, TESTED, TWO_TEST, AS_PROMISED,
    EXPLAINED, BASIS_OF_REFUSAL, ISSUED, RESULT_OPENED,
)  # fmt: skip
