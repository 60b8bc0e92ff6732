"""What stands below the laws: regulations of the State Council (行政法规), rules of departments (部门规章), of the courts, of provinces.

Days of force are kept by hand, as in `laws`.
"""

from datetime import date

from fadu.law.statutes.citations import Statute

day = date.fromisoformat

SUPERVISION = Statute("行政执法监督条例", "监督条例", day("2026-02-01"), file="行政执法监督条例(2025-12-17)", level="行政法规")
RECONSIDERATION_RULES = Statute("行政复议法实施条例", "复议条例", day("2026-07-01"), file="行政复议法实施条例(2026-04-29)", level="行政法规")
TRANSFER = Statute(
    "行政执法机关移送涉嫌犯罪案件的规定",
    "移送规定",
    day("2020-08-07"),
    file="行政执法机关移送涉嫌犯罪案件的规定(2020-08-07)",
    level="行政法规",
)
OPEN_GOVERNMENT = Statute("政府信息公开条例", "公开条例", day("2019-05-15"), file="政府信息公开条例(2019-04-03)", level="行政法规")
PETITIONS = Statute("信访工作条例", "信访条例", day("2022-05-01"), file="信访工作条例(2022-02-25)", level="行政法规")
FINE_COLLECTION = Statute(
    "罚款决定与罚款收缴分离实施办法",
    "罚缴办法",
    day("1998-01-01"),
    file="罚款决定与罚款收缴分离实施办法(1997-11-17)",
    level="行政法规",
)
BUSINESS_CLIMATE = Statute("优化营商环境条例", "营商条例", day("2020-01-01"), file="优化营商环境条例(2019-10-22)", level="行政法规")
DATA_SHARING = Statute("政务数据共享条例", "共享条例", day("2025-08-01"), file="政务数据共享条例(2025-05-28)", level="行政法规")
ARCHIVES_RULES = Statute("档案法实施条例", "档案条例", day("2024-03-01"), file="档案法实施条例(2024-01-12)", level="行政法规")
DRUGS_RULES = Statute("药品管理法实施条例", "药品条例", day("2026-05-15"), file="药品管理法实施条例(2026-01-16)", level="行政法规")
CITY_APPEARANCE = Statute(
    "城市市容和环境卫生管理条例",
    "市容条例",
    day("2017-03-01"),
    file="城市市容和环境卫生管理条例(2017-03-01)",
    level="行政法规",
    note="2017-03-01 是修改决定公布日",
)
HOLIDAYS = Statute(
    "全国年节及纪念日放假办法",
    "放假办法",
    day("2025-01-01"),
    file="全国年节及纪念日放假办法(2024-11-10)",
    level="行政法规",
    note="2024 年修改决定自 2025-01-01 起施行；末条“自公布之日起施行”是 1949 年的",
)

SAMR_PROCEDURE = Statute(
    "市场监督管理行政处罚程序规定",
    "市监程序",
    day("2022-11-01"),
    file="市场监督管理行政处罚程序规定(2022-09-29)",
    level="部门规章",
    note="2022 年第二次修正的施行日（2022-11-01）出自修改决定，原文不在语料中，待核",
)
SAMR_HEARING = Statute("市场监督管理行政处罚听证办法", "听证办法", day("2021-07-15"), file="市场监督管理行政处罚听证办法(2021-07-02)", level="部门规章")
SAMR_DISCLOSURE = Statute(
    "市场监督管理行政处罚信息公示规定",
    "公示规定",
    day("2025-03-18"),
    file="市场监督管理行政处罚信息公示规定(2025-03-18)",
    level="部门规章",
    note="2025 年修正自公布之日起施行，修改决定原文不在语料中，待核",
)
POLICE_PROCEDURE = Statute(
    "公安机关办理行政案件程序规定",
    "公安程序",
    day("2019-01-01"),
    file="公安机关办理行政案件程序规定(2019-04-27)",
    level="部门规章",
    note="语料止于 2018 年第二次修正，2020 年第三次修正不在语料中；凡引用只作提示",
)
JUDICIAL_LITIGATION = Statute(
    "最高人民法院关于适用《行政诉讼法》的解释",
    "行诉解释",
    day("2018-02-08"),
    file="最高人民法院关于适用《行政诉讼法》的解释(2018-02-06)",
    level="司法解释",
)
ECO_PENALTY = Statute(
    "生态环境行政处罚办法",
    "环罚办法",
    day("2023-07-01"),
    file="生态环境行政处罚办法(2023-05-08).excerpt",
    level="部门规章",
    note="语料只有摘录",
)

SHANDONG_SUPERVISION = Statute("山东省行政执法监督条例", "山东监督", day("2015-05-01"), file="山东省行政执法监督条例(2014-11-27)", level="地方性法规")
HEBEI_TOWNSHIPS = Statute(
    "河北省乡镇和街道综合行政执法条例",
    "河北乡镇",
    day("2021-07-15"),
    file="河北省乡镇和街道综合行政执法条例(2021-03-31)",
    level="地方性法规",
)
HEBEI_SUPERVISION = Statute("河北省行政执法监督条例", "河北监督", day("2019-07-01"), file="河北省行政执法监督条例(2019-05-30)", level="地方性法规")
