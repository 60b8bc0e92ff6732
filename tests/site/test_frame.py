"""Navigation, who is signed in, served packages, first load."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from fadu.accounts.actors import PUBLIC, Actor, Role
from fadu.site import assets, checks, context


@pytest.fixture
def _addresses(monkeypatch):
    monkeypatch.setattr(context, "address", lambda *names: f"/{names[0].split(':')[1]}/")


FILE = ["待办", "案件", "音像", "原件", "涉案财物", "档案", "一户式"]
ROOMS = ["机关人员", "培训", "考试", "装备", "考核"]
TEAM = ["岗位编制", "法律力量", "指导试点", "督导台账"]
BASES = ["执法事项", "法规库", "裁量基准", "公开日志"]


@pytest.mark.usefixtures("_addresses")
@pytest.mark.parametrize(
    ("role", "labels"),
    [
        (Role.OFFICER, [*FILE, "公示工作", "事前公开", "窗口岗位", "核查发现", *ROOMS, *TEAM, *BASES]),
        (Role.REVIEWER, [*FILE, "事前公开", "三项制度报告", "核查发现", *(room for room in ROOMS if room != "装备"), *TEAM, *BASES]),
        (
            Role.HEAD,
            [*FILE, "公示工作", "事前公开", "年度统计", "三项制度报告", "双公示", "原系统记录", "窗口岗位", "核查发现", *ROOMS, *TEAM, "影像抽检", "指标", *BASES],
        ),
        (
            Role.SUPERVISOR,
            [
                *FILE, "公示工作", "事前公开", "年度统计", "三项制度报告", "窗口岗位", "核查发现", *ROOMS, *TEAM, "影像抽检", "指标", *BASES[:-1],
                "导出记录", "公开日志",
            ],
        ),
        (
            Role.ADMIN,
            [
                "事前公开", "原系统记录", "窗口岗位", *ROOMS, *TEAM, "影像抽检", "指标", *BASES[:-1],
                "赋权委托", "导入导出", "导出记录", "工作日历", "公开日志", "签章证书", "当事人账号",
            ],
        ),
        (Role.PARTY, ["本户档案", *BASES]),
        (Role.PUBLIC, ["执法公示", "核验文书", "查验证件", "监控设备", *BASES]),
    ],
)  # fmt: skip
def test_navigation_shows_only_what_one_may(role, labels):
    assert [place["label"] for place in context.navigation(Actor(1, "甲", role), "/")] == labels


@pytest.mark.usefixtures("_addresses")
def test_navigation_marks_where_one_is():
    places = context.navigation(PUBLIC, "/statutes/penalty/44/")
    assert [place["label"] for place in places if place["current"]] == ["法规库"]


def test_places_that_do_not_exist_are_left_out(monkeypatch):
    monkeypatch.setattr(context, "address", lambda *names: "")
    assert context.navigation(PUBLIC, "/") == []


@pytest.mark.parametrize(
    "path", ["vendor/../package.json", "vendor/axe-core/axe.js", "vendor/noto-sans-sc/../../x.css", "vendor/noto-sans-sc/100.css", "tabler.min.css"]
)
def test_nothing_else_of_node_modules_is_served(path):
    assert assets.VendorFinder().find(path) == []


def test_packages_that_are_missing_are_told(monkeypatch, tmp_path, settings):
    settings.PROJECT = tmp_path
    [warning] = checks.vendor_files(None)
    assert "npm ci" in warning.hint


def test_type_has_every_file_its_style_names():
    finder = assets.VendorFinder()
    names = {name for name, _ in finder.list(None)}
    assert sum(name.endswith(".woff2") for name in names) > 300
    assert all(finder.find(name) for name in names)


def test_first_load_is_under_300_kilobytes_without_type():
    ours = ["tokens.css", "base.css", "components.css", "forms.css", "tables.css", "print.css", "fadu.js", "icons.svg"]
    vendor = [name for name in assets.FILES if name != "echarts.min.js"]  # loaded by pages with charts alone
    files = [*(f"fadu/{name}" for name in ours), *(f"vendor/{name}" for name in vendor)]
    assert sum(len(gzip.compress(Path(finders.find(name)).read_bytes())) for name in files) < 200_000


def test_a_group_holds_its_places_where_the_first_stood_and_one_alone_stands_by_itself() -> None:
    places = [
        {"label": label, "href": f"/{label}/", "current": label == "乙", "group": group}
        for label, group in (("待办", ""), ("甲", "队伍"), ("丙", "依据"), ("乙", "队伍"))
    ]
    laid = context.grouped(places)
    assert [(place["label"], [member["label"] for member in place.get("places", [])], place["current"]) for place in laid] == [
        ("待办", [], False),
        ("队伍", ["甲", "乙"], True),
        ("丙", [], False),
    ]
