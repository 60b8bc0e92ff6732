"""Facts of what an organ owes in its sector over a year: plans, channels, the collection of fines, data (领域履职)."""

from fadu.law.facts import day, flag, members
from fadu.law.vocabulary.hearing_marks import AgreementPart, DataKept


class duties:  # noqa: N801 - reads as a word in a rule: duties.plan_made
    """What is known of an organ's year in its sector."""

    GRAIN = "duties"

    opened_on = day("登记日期")
    plan_made = flag("制定了安全生产年度监督检查计划")
    plan_followed = flag("按照年度计划进行了检查")
    channels_public = flag("公开了投诉举报的电话、信箱或者电子邮件地址")
    agreement_signed_on = day("代收罚款协议签订日期")
    agreement_parts = members("代收罚款协议的内容", AgreementPart)
    agreement_filed_on = day("协议报上一级机关和同级财政备案日期")
    data_kept = members("数据安全保护", DataKept)
    outsourced = flag("委托他人建设系统或者处理政务数据")
    incident_on = day("发生数据安全事件日期")
    incident_handled_on = day("采取处置措施日期")
    incident_told_on = day("告知用户并报告主管部门日期")
    closed_on = day("办结日期")
