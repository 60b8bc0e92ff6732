"""What several articles of 治安管理处罚法, 公安机关办理行政案件程序规定 and 道路交通安全法 speak of."""

from fadu.law.penalty.terms import GENERAL, PENALISED, PUBLIC_ORDER, SIMPLE
from fadu.law.vocabulary import case

ORDER = PUBLIC_ORDER
"""治安案件."""

ORDER_GENERAL = ORDER & GENERAL
"""适用普通程序的治安案件."""

ORDER_SIMPLE = ORDER & SIMPLE
"""当场处罚的治安案件."""

ORDER_PENALTY = ORDER & PENALISED
"""给予处罚的治安案件."""

TRAFFIC = case.field == "traffic"
"""道路交通安全领域."""

ROADSIDE = TRAFFIC & SIMPLE
"""交警当场处罚的案件."""

POLICE = case.field == "police"
"""公安机关的行政案件，包括治安案件."""

NOT_ORDER = POLICE & ~ORDER
"""治安以外的公安行政案件."""

MINOR = case.party_age < 18
"""不满十八周岁."""

SMALL = case.spot_on_the_spot == "small"
"""以数额小为由当场收缴."""

ON_FOOT = ("pedestrian", "passenger", "nonmotor")
"""行人、乘车人、非机动车驾驶人."""
