"""Every clause about people, training, exams, equipment, lists and items, posts, money, teams, premises, dress and credentials has a figure.

Which clauses these are is said here in words of the policies, read by hand from the five papers; not by the code, and not by the figures.
A row of seed_clauses.csv that speaks of one of the families and is neither here nor told apart below is a fault of this test.
"""

import csv
import re

import pytest

from fadu.supervision.figures import answered
from tests.law.catalogue import SHARED, needs_shared

FAMILIES: dict[str, tuple[str, ...]] = {
    "000": ("二(一)1", "二(一)2", "二(一)3", "二(二)5", "二(二)6", "二(三)7", "二(三)8", "二(四)10", "二(四)12", "二(五)13", "二(六)15", "二(六)16", "二(六)17"),
    "001": (
        "二(二)", "二(三)", "二(四)", "二(五)", "二(六)", "三(七)", "三(八)", "三(九)", "三(十)", "三(十一)", "三(十三)", "四(十七)", "四(十八)", "四(十九)", "五(二十一)",
        "五(二十二)", "附件第二条", "附件第三条", "附件第四条", "附件第五条", "附件第六条", "附件第七条", "附件第八条", "附件第九条",
    ),
    "002": (
        "二(一)1(2)", "二(一)1(3)", "二(一)1(4)", "二(一)1(5)", "二(一)1(6)", "二(一)2(1)", "二(一)2(3)", "二(二)3", "二(二)3(1)①", "二(二)3(1)②", "二(二)3(1)③",
        "二(二)3(1)末", "二(二)3(2)", "二(二)3(3)", "二(三)1(1)", "二(三)1(2)", "二(三)1(3)", "二(三)2(2)", "二(三)4(4)", "三(三)", "三(五)1", "三(七)1(1)", "三(七)1(2)",
        "三(七)1(3)", "三(七)2", "三(八)1", "三(八)2(1)", "三(八)2(2)", "三(八)2(3)",
    ),
    "003": ("二", "三(一)1", "三(一)2", "三(一)3", "三(二)5", "三(二)6", "三(三)7", "三(四)9", "三(五)11", "三(五)12", "三(五)13"),
    "004": (
        "清单一(一)1", "清单一(一)2", "清单一(一)3", "清单一(二)4", "清单一(二)5", "清单一(二)6", "清单二(二)3", "清单二(二)5", "清单三(一)1", "清单三(二)2", "清单三(二)3",
        "清单三(二)4", "清单三(二)5", "清单四(二)3", "清单四(三)8", "清单六(一)1", "清单六(一)2", "清单六(二)3", "清单六(二)4", "清单六(二)5", "清单六(二)6", "清单六(三)7-8",
        "清单七(三)6", "四",
    ),
}  # fmt: skip
"""Clauses of the families, paper by paper."""
SPEAKS = re.compile("人员|培训|考试|装备|清单|事项|编制|经费|队伍|场所|着装|亮证|证件|设备|轮训|权责")
ELSEWHERE: dict[str, dict[str, str]] = {
    "000": {
        "二(二)4": "突出问题清单是整治工作的台账", "二(四)11": "监督体系汇总", "三(二)": "工作台账", "一": "目标汇总", "三(一)": "会商机制", "三(三)": "宣传",
        "二(三)9": "许可事项的监管", "标题": "计划期", "二(五)14": "数据推送",
    },
    "001": {"一(一)": "指导思想", "四(十六)": "投诉举报", "三(十四)": "普法责任清单", "五(二十)": "组织领导", "四(十五)": "接受监督", "三(十二)": "文书和归档"},
    "002": {
        "二(三)2(1)": "审核程序", "二(三)4(2)": "承办责任", "二(三)4(3)": "审核责任", "二(三)4(1)": "审核程序", "二(四)1(2)": "一网通办", "二(四)2(2)": "数据资源", "二(四)": "信息管理",
        "二(三)3(1)": "审核内容", "二(二)4(1)": "归档和音像存入", "三(一)3": "领导组织", "二(二)2(2)": "文书指引", "二(一)": "公示平台", "末段": "报送",
    },
    "003": {"四(一)": "工作机制", "三(四)10": "监督方式", "三(二)4": "整治清单", "三(三)8": "协作", "四(二)": "督察和测评"},
    "004": {
        "三": "任务清单", "一": "部署", "二": "会商", "清单二(三)6": "三项制度", "清单二(三)7": "监管", "清单二(三)9": "重点领域", "清单三(三)6": "监管衔接", "清单四(一)2": "年度报告",
        "清单七(二)3": "责任清单", "清单二(一)1": "整治", "清单二(三)8": "涉企执法", "清单七(一)1": "报告", "清单四(三)6": "专项监督",
    },
}  # fmt: skip
"""Clauses that speak of a list or of people but ask something else, and what."""


@pytest.mark.parametrize(("policy", "clause"), [(policy, clause) for policy, clauses in FAMILIES.items() for clause in clauses])
def test_every_clause_of_the_families_has_a_figure(policy: str, clause: str) -> None:
    assert answered().get((policy, clause)), f"{policy} {clause} has no figure"


@needs_shared
def test_no_clause_of_the_families_is_forgotten() -> None:
    with (SHARED / "seed_clauses.csv").open(encoding="utf-8-sig") as file:
        rows = [(row["seed"][:3], row["clause"], row["requirement_zh_short"]) for row in csv.DictReader(file)]
    known = {(policy, clause) for policy, clause, _ in rows}
    listed = {(policy, clause) for policy, clauses in FAMILIES.items() for clause in clauses}
    assert listed <= known, sorted(listed - known)
    told_apart = {(policy, clause) for policy, clauses in ELSEWHERE.items() for clause in clauses}
    forgotten = sorted({(policy, clause) for policy, clause, says in rows if SPEAKS.search(says)} - listed - told_apart)
    assert forgotten == []
