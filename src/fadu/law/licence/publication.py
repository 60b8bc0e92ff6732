"""主动公开 (政府信息公开条例第十四条至第五十条): one piece of information, and what an organ owes over a year."""

import polars as pl

from fadu.law.periods import working_days
from fadu.law.rules import Clock, Duty, Gate
from fadu.law.statutes import OPEN_GOVERNMENT
from fadu.law.vocabulary import organ, request


def _month(column: pl.Expr) -> pl.Expr:
    return column.cast(pl.Date).dt.month()


NOT_TO_BE_OPENED = Gate(
    "GK-014", OPEN_GOVERNMENT[14], "国家秘密、法律禁止公开或者公开后可能危及国家安全等的信息，不予公开",
    before=("publish_info",), once=request.published_on, demands=~request.closed_by_law.column,
    fix="从发布队列中撤下",
)
THIRD_PROTECTED = Gate(
    "GK-015-publish", OPEN_GOVERNMENT[15], "会损害第三方合法权益的内容遮蔽后才能发布，第三方同意或者为公共利益的除外",
    when=request.harms_third.column, before=("publish_info",), once=request.published_on,
    demands=request.third_agreed.holds | request.outweighs.holds,
    fix="遮蔽商业秘密、个人隐私，或者先征得同意",
)
REVIEWED = Gate(
    "GK-017-2", OPEN_GOVERNMENT[17, 2], "发布前依法审查；拿不准的报有关主管部门或者保密部门确定",
    before=("publish_info",), once=request.published_on,
    demands=request.secrecy_reviewed & (~request.doubtful.column | request.determined.holds),
    fix="先完成审查；不能确定的，报主管部门或者保密部门确定",
)
PUBLISHED = Clock(
    "GK-026", OPEN_GOVERNMENT[26], "应当主动公开的信息，自形成或者变更之日起二十个工作日内公开",
    name="主动公开", when=~request.special_term.holds & ~request.closed_by_law.holds, starts=request.made_on, ends=request.published_on,
    within=working_days(20), next_step="publish_info", fix="立即公开",
)
SERVICES = Duty(
    "GK-020-5", OPEN_GOVERNMENT[20, 1, 5], "每项许可和对外管理服务事项的依据、条件、程序和办理结果，主动公开",
    demands=organ.service_items_published >= organ.service_items, due="全年", fix="补充公开缺少的事项",
)
ENFORCEMENT = Duty(
    "GK-020-6", OPEN_GOVERNMENT[20, 1, 6], "处罚、强制的依据、条件、程序和有一定社会影响的处罚决定，主动公开",
    demands=organ.enforcement_bases_published & (organ.influential_published >= organ.influential_decisions), due="全年",
    fix="补充公开依据、程序和有一定社会影响的处罚决定",
)
PORTAL = Duty(
    "GK-024", OPEN_GOVERNMENT[24], "信息公开平台能够检索、查阅、下载",
    demands=organ.portal_functions >= 3, due="全年", fix="补齐平台的检索、查阅、下载功能",
)
YEARLY_REPORT = Duty(
    "GK-049-1", OPEN_GOVERNMENT[49, 1], "每年一月底前提交并公布上一年度信息公开工作报告",
    demands=(_month(organ.openness_report_on.column) <= 1) & (_month(organ.openness_report_published_on.column) <= 1), due="每年 1 月 31 日前",
    fix="立即提交并公布年度报告",
)
GOVERNMENT_REPORT = Duty(
    "GK-049-2", OPEN_GOVERNMENT[49, 2], "信息公开主管部门每年三月底前公布本级政府上一年度报告",
    when=organ.openness_authority.column, demands=_month(organ.government_report_on.column) <= 3, due="每年 3 月 31 日前",
    fix="立即公布本级政府年度报告",
)
REPORT_CONTENTS = Duty(
    "GK-050-1", OPEN_GOVERNMENT[50, 1], "年度报告写明主动公开、依申请公开、复议诉讼、问题与改进、其他五项",
    demands=organ.report_contents >= 5, due="每年 1 月 31 日前", fix="补齐报告的内容",
)

RULES = (
    NOT_TO_BE_OPENED, THIRD_PROTECTED, REVIEWED, PUBLISHED, SERVICES, ENFORCEMENT, PORTAL, YEARLY_REPORT, GOVERNMENT_REPORT, REPORT_CONTENTS,
)  # fmt: skip
