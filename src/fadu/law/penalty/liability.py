"""协助、公示、监督与责任 (行政处罚法第二十条第三款、第二十四条、第二十六条、第三十九条、第七十四条、第七十五条): what an organ owes over a year."""

from fadu.law.rules import Duty
from fadu.law.statutes import PENALTY, ROAD_TRAFFIC
from fadu.law.vocabulary import organ

DELEGATES_SUPERVISED = Duty(
    "CF-020-3", PENALTY[20, 3], "委托行政机关对受委托组织实施处罚的行为负责监督，并承担法律责任",
    when=organ.delegations > 0, demands=organ.delegations_supervised >= organ.delegations,
    due="每年", fix="对每一份委托的实施情况开展监督并记录",
)
GRANTS_EVALUATED = Duty(
    "CF-024-1-review", PENALTY[24, 1], "交由乡镇、街道行使的处罚权，定期组织评估",
    when=organ.grants > 0, demands=organ.grants_evaluated >= organ.grants,
    due="按评估周期", fix="对到期未评估的赋权事项组织评估",
)
ASSISTS = Duty(
    "CF-026", PENALTY[26], "协助事项属于本机关职权范围的，应当依法予以协助",
    demands=organ.assistance_refused == 0,
    due="收到请求后", fix="补充协助；拒绝的，只能以不属于职权范围为由并书面说明",
)
LISTS_PUBLISHED = Duty(
    "CF-039", PENALTY[39], "处罚的实施机关、立案依据、实施程序和救济渠道等信息应当公示",
    demands=organ.lists_published >= 4,
    due="经常", fix="补齐实施机关、立案依据、实施程序、救济渠道四项公示",
)
ALL_TO_TREASURY = Duty(
    "CF-074-2", PENALTY[74, 2], "罚款、没收的违法所得或者拍卖款项必须全部上缴国库",
    demands=organ.fines_unbanked == 0,
    due="经常", fix="将未上缴的罚没款项上缴国库",
)
NO_QUOTA = Duty(
    "CF-074-3", PENALTY[74, 3], "罚没款项不得同行政机关及其工作人员的考核、考评挂钩",
    demands=~organ.fines_in_appraisal.column,
    also={"JT-086-1b": ROAD_TRAFFIC[86, 1]}, due="制定考核办法时", fix="从考核指标中去掉罚没金额",
)
APPRAISED = Duty(
    "CF-075-1", PENALTY[75, 1], "县级以上人民政府定期组织开展行政执法评议、考核",
    demands=organ.appraised_this_year.column,
    due="每年", fix="组织本年度的行政执法评议、考核",
)

RULES = (DELEGATES_SUPERVISED, GRANTS_EVALUATED, ASSISTS, LISTS_PUBLISHED, ALL_TO_TREASURY, NO_QUOTA, APPRAISED)
