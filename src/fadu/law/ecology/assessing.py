"""环评文件的审批和重新审核 (生态环境法典第一百零二条、第一百零六条). The Code does not say that its days are working days."""

import polars as pl

from fadu.law.periods import days, years
from fadu.law.rules import Bound, Clock, Wait
from fadu.law.statutes import ECOLOGY_CODE
from fadu.law.vocabulary.eia import eia

FIRST_TIME = ~eia.again.holds

REPORT_IN_SIXTY_DAYS = Clock(
    "HJF-102-2", ECOLOGY_CODE[102, 2], "自收到报告书之日起六十日内作出审批决定并书面通知建设单位（按自然日，解释）",
    name="环评报告书审批",
    when=FIRST_TIME & (eia.kind == "report"), starts=eia.received_on, ends=eia.told_on, within=days(60), warn=10, next_step="tell_eia",
    since=ECOLOGY_CODE.in_force,
    fix="立即作出审批决定并书面通知建设单位",
)
TABLE_IN_THIRTY_DAYS = Clock(
    "HJF-102-2-table", ECOLOGY_CODE[102, 2], "自收到报告表之日起三十日内作出审批决定并书面通知建设单位（按自然日，解释）",
    name="环评报告表审批",
    when=FIRST_TIME & (eia.kind == "table"), starts=eia.received_on, ends=eia.told_on, within=days(30), warn=7, next_step="tell_eia",
    since=ECOLOGY_CODE.in_force,
    fix="立即作出审批决定并书面通知建设单位",
)
NO_FEE = Bound(
    "HJF-102-4", ECOLOGY_CODE[102, 4], "审批、审核、备案环评文件不收取任何费用",
    before=("decide_eia",), once=eia.decided_on, value=eia.fee, most=pl.lit(0),
    fix="退还已经收取的费用",
)
REVIEWED_AGAIN = Clock(
    "HJF-106-2", ECOLOGY_CODE[106, 2], "批准超过五年才开工的，原审批部门自收到文件之日起十日内把审核意见书面通知建设单位",
    name="环评重新审核",
    when=eia.again.column, starts=eia.received_on, ends=eia.told_on, within=days(10), next_step="tell_eia",
    since=ECOLOGY_CODE.in_force,
    fix="立即把审核意见书面通知建设单位",
)
AFTER_FIVE_YEARS = Wait(
    "HJF-106-2-why", ECOLOGY_CODE[106, 2], "重新审核的，须是自批准之日起超过五年",
    when=eia.again.column, before=("accept_eia",), once=eia.received_on,
    starts=eia.approved_on, full=years(5).without_rolling(), on=eia.received_on,
    fix="没有超过五年的，不需要重新审核；有重大变动的，重新报批",
)

RULES = (REPORT_IN_SIXTY_DAYS, TABLE_IN_THIRTY_DAYS, NO_FEE, REVIEWED_AGAIN, AFTER_FIVE_YEARS)
