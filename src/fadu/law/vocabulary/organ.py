"""Facts of an organ over a year (机关)."""

from fadu.law.facts import count, day, flag, text
from fadu.law.vocabulary.organ_means import OrganMeans
from fadu.law.vocabulary.organ_open import OrganOpen
from fadu.law.vocabulary.organ_openness import OrganOpenness
from fadu.law.vocabulary.organ_people import OrganPeople
from fadu.law.vocabulary.organ_records import OrganRecords
from fadu.law.vocabulary.organ_watch import OrganWatch


class organ(OrganPeople, OrganMeans, OrganOpen, OrganWatch, OrganRecords, OrganOpenness):  # noqa: N801 - reads as a word in a rule: organ.lists_published
    """What an enforcing organ owes the public and its government."""

    GRAIN = "organ"

    organ_place = text("行政区划代码（机关）")
    organ_role = text("机关类型（年度）", (("justice", "司法行政部门"), ("enforcer", "行政执法部门"), ("township", "乡镇人民政府"), ("street", "街道办事处")))
    organ_rank = text("机关层级", (("province", "省级"), ("city", "市级"), ("county", "县级"), ("town", "乡镇、街道")))
    year = count("年度")
    year_closed_on = day("年度记录办结日期")

    lists_published = count("已公示的事前公开项目数（实施机关、立案依据、实施程序、救济渠道）")
    appraised_this_year = flag("本年度开展了行政执法评议考核")
    fines_in_appraisal = flag("罚没金额进入考核指标")
    fines_unbanked = count("未上缴国库的罚没款笔数")
    delegations = count("对外委托行政处罚的件数（委托书）")
    delegations_supervised = count("本年度有监督记录的委托书件数")
    assistance_refused = count("收到属于职权范围的协助请求而没有协助的件数")
    eco_clues = count("发现的属于生态环境部门职责的线索件数")
    eco_clues_sent = count("其中已经移送的件数")
    grants = count("承接赋权决定的事项数")
    grants_evaluated = count("在评估周期内评估过的赋权事项数")
