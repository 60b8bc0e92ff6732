"""Laws of the National People's Congress and its standing committee (法律), with their days of force.

Kept by hand: the corpus gives the day of adoption for most amended laws, and its closing article that of the first edition.
"""

from datetime import date

from fadu.law.statutes.citations import Statute

day = date.fromisoformat

CIVIL_CODE = Statute("民法典", "民法典", day("2021-01-01"), file="总则")
RECONSIDERATION = Statute("行政复议法", "复议法", day("2024-01-01"), file="行政复议法(2023-09-01)")
PENALTY = Statute("行政处罚法", "处罚法", day("2021-07-15"), file="行政处罚法(2021-01-22)")
COERCION = Statute("行政强制法", "强制法", day("2012-01-01"), file="行政强制法(2011-06-30)")
LICENCE = Statute("行政许可法", "许可法", day("2019-04-23"), file="行政许可法(2019-04-23)")
LITIGATION = Statute("行政诉讼法", "诉讼法", day("2017-07-01"), file="行政诉讼法(2017-06-27)")
CIVIL_PROCEDURE = Statute(
    "民事诉讼法",
    "民诉法",
    day("2024-01-01"),
    file="民事诉讼法(2023-09-01)",
    note="语料库所记生效日是公布日；2023 年修改决定自 2024-01-01 起施行，决定原文不在语料中，待核",
)
COMPENSATION = Statute("国家赔偿法", "赔偿法", day("2013-01-01"), file="国家赔偿法(2012-10-26)")
PUBLIC_SECURITY = Statute("治安管理处罚法", "治安法", day("2026-01-01"), file="治安管理处罚法(2025-06-27)")
FOOD_SAFETY = Statute(
    "食品安全法",
    "食安法",
    day("2025-12-01"),
    file="食品安全法(2025-09-12)",
    note="语料库所记生效日是公布日；2025 年修改决定自 2025-12-01 起施行，决定原文不在语料中，待核",
)
FOOD_SAFETY_2021 = Statute("食品安全法", "食安法(2021)", day("2021-04-29"), until=day("2025-11-30"), file="食品安全法(2021-04-29)", edition="2021")
DRUGS = Statute("药品管理法", "药品法", day("2019-12-01"), file="药品管理法(2019-08-26)")
WORK_SAFETY = Statute("安全生产法", "安全法", day("2021-09-01"), file="安全生产法(2021-06-10)")
PRODUCT_QUALITY = Statute("产品质量法", "质量法", day("2018-12-29"), file="产品质量法(2018-12-29)")
ADVERTISING = Statute("广告法", "广告法", day("2021-04-29"), file="广告法(2021-04-29)")
FIRE = Statute("消防法", "消防法", day("2021-04-29"), file="消防法(2021-04-29)")
ROAD_TRAFFIC = Statute("道路交通安全法", "道交法", day("2021-04-29"), file="道路交通安全法(2021-04-29)")
PLANNING = Statute("城乡规划法", "规划法", day("2019-04-23"), file="城乡规划法(2019-04-23)")
HAZARDOUS_CHEMICALS = Statute("危险化学品安全法", "危化法", day("2026-05-01"), file="危险化学品安全法(2025-12-27)")
ECOLOGY_CODE = Statute("生态环境法典", "环境法典", day("2026-08-15"), file="生态环境法典(2026-03-12)")
AIR = Statute("大气污染防治法", "大气法", day("2018-10-26"), until=day("2026-08-14"), file="大气污染防治法(2018-10-26)")
WATER = Statute("水污染防治法", "水法", day("2018-01-01"), until=day("2026-08-14"), file="水污染防治法(2017-06-27)")
SOLID_WASTE = Statute("固体废物污染环境防治法", "固废法", day("2020-09-01"), until=day("2026-08-14"), file="固体废物污染环境防治法(2020-04-29)")
PERSONAL_DATA = Statute("个人信息保护法", "个保法", day("2021-11-01"), file="个人信息保护法(2021-08-20)")
DATA_SECURITY = Statute("数据安全法", "数安法", day("2021-09-01"), file="数据安全法(2021-06-10)")
CYBER_SECURITY = Statute(
    "网络安全法",
    "网安法",
    day("2026-01-01"),
    file="网络安全法(2025-10-28)",
    note="语料库所记生效日是公布日；2025 年修改决定自 2026-01-01 起施行，决定原文不在语料中，待核",
)
E_SIGNATURE = Statute("电子签名法", "签名法", day("2019-04-23"), file="电子签名法(2019-04-23)")
SECRETS = Statute("保守国家秘密法", "保密法", day("2024-05-01"), file="保守国家秘密法(2024-02-27)")
ARCHIVES = Statute("档案法", "档案法", day("2021-01-01"), file="档案法(2020-06-20)")
CIVIL_SERVANTS = Statute("公务员法", "公务员法", day("2019-06-01"), file="公务员法(2018-12-29)")
COPYRIGHT = Statute("著作权法", "著作权法", day("2021-06-01"), file="著作权法(2020-11-11)")
