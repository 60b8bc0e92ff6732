"""A file with 37 planted mistakes tells of exactly those 37 cells, and nothing of it is imported."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import Role
from fadu.agencies.models import Change, Credential, Officer
from fadu.agencies.sheets.officers import OFFICERS
from fadu.law.codes import id_number
from fadu.sheets.selectors import faults_of
from tests.accounts.entrances import everything
from tests.agencies.sheets.files import NO_CARD, filled, imported, person, told
from tests.agencies.world import World

TOMORROW = str(timezone.localdate() + timedelta(days=1))
SERVING = id_number("13099919880808123")
NAMESAKE = "同名人"

# What is typed instead, in which column, and what is said there. Sound rows stand between them.
PLANTED: list[tuple[dict[str, Any], dict[str, str]]] = [
    ({}, {}),
    ({"身份证号码": "130999199001010011"}, {"身份证号码": "校验不符"}),
    ({"身份证号码": "13099919900101"}, {"身份证号码": "应为 18 位"}),
    ({"身份证号码": "130999199002300018"}, {"身份证号码": "不是有效日期"}),
    ({"身份证号码": 130999199001010014}, {"身份证号码": "超过 15 位的末尾已经丢失"}),
    ({"身份证号码": "1309991990\u200b01010014"}, {"身份证号码": "看不见的字符"}),
    ({"身份证号码": SERVING}, {"身份证号码": "正在示范县生态环境局任职"}),
    ({"所属机关": "示范县幽灵局"}, {"所属机关": "没有找到机关"}),
    ({"所属机关": "91130999MB0000000X"}, {"所属机关": "没有找到机关"}),
    ({"所属机关": "邻县市场监督管理局"}, {"所属机关": "没有找到机关"}),
    ({"所属机关": None}, {"所属机关": "请填写所属机关"}),
    ({}, {}),
    ({"姓名": None}, {"姓名": "请填写姓名"}),
    ({"姓名": "长" * 61}, {"姓名": "最多 60 字"}),
    ({"姓名": "张<b>伟"}, {"姓名": "尖括号"}),
    ({"姓名": "张\u202e伟"}, {"姓名": "控制字符"}),
    ({"职务": "职" * 61}, {"职务": "最多 60 字"}),
    ({"人员性质": "公务员"}, {"人员性质": "只能选"}),
    ({"人员性质": None}, {"人员性质": "请选择人员性质"}),
    ({"通过国家统一法律职业资格考试": "也许"}, {"通过国家统一法律职业资格考试": "请选是或否"}),
    ({"通过国家统一法律职业资格考试": "是", "取得资格之日": TOMORROW}, {"取得资格之日": "不能晚于今天"}),
    ({"通过国家统一法律职业资格考试": "是", "取得资格之日": "2015-13-01"}, {"取得资格之日": "不是有效日期"}),
    ({"到岗之日": TOMORROW}, {"到岗之日": "不能晚于今天"}),
    ({"到岗之日": "去年"}, {"到岗之日": "不是有效日期"}),
    ({"到岗之日": "2020年2月30日"}, {"到岗之日": "不是有效日期"}),
    ({"到岗之日": "1820-01-01"}, {"到岗之日": "年份不合理"}),
    ({}, {}),
    ({"人员性质": "工勤人员"}, {"执法证号": "是工勤人员，不能发给行政执法证件"}),
    ({"人员性质": "临时聘用人员"}, {"执法证号": "是临时聘用人员"}),
    ({"人员性质": "执法辅助人员"}, {"执法证号": "是执法辅助人员"}),
    ({"执法证号": "03060700001"}, {"执法证号": "已经登记"}),
    ({"执法证号": "03999900001"}, {"执法证号": "表中另一行（新人1）"}),
    ({"执法证号": None}, {"执法证号": "请填写执法证号"}),
    ({"执法类别": "什么都管"}, {"执法类别": "只能选"}),
    ({"执法类别": None}, {"执法类别": "请选择执法类别"}),
    ({"有效期自": None}, {"有效期自": "请填写有效期自"}),
    ({"有效期至": "2023-12-31"}, {"有效期至": "不能早于起日"}),
    ({"有效期至": "长期"}, {"有效期至": "不是有效日期"}),
    ({"身份证号码": person(1)["身份证号码"], "姓名": "冒名"}, {"身份证号码": "表中另一行（新人1）"}),
    ({"姓名": NAMESAKE, "身份证号码": None, **NO_CARD}, {"身份证号码": "有 2 名在岗的同名人"}),
    ({**NO_CARD}, {}),
]


@pytest.fixture
def county(world: World) -> World:
    world.officer("在别处的人", "示环", id_number=SERVING)
    world.credential(world.officer("有证的人"), number="03060700001")
    for _ in range(2):
        world.officer(NAMESAKE)
    return world


def rows() -> list[dict[str, Any]]:
    return [person(number, **typed) for number, (typed, _) in enumerate(PLANTED, 1)]


def expected() -> list[tuple[int, str]]:
    return [(line, column) for line, (_, says) in enumerate(PLANTED, 2) for column in says]


def split() -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """What a cell by itself shows, and what only the registers or other rows show."""
    by_register = {
        "正在", "没有找到", "不能晚于今天", "工勤", "临时聘用", "执法辅助", "已经登记", "表中另一行", "请填写执法证号", "请选择执法类别", "请填写有效期自", "不能早于", "名在岗",
    }  # fmt: skip
    both: tuple[list[tuple[int, str]], list[tuple[int, str]]] = ([], [])
    for line, (_, says) in enumerate(PLANTED, 2):
        for column, text in says.items():
            both[any(part in text for part in by_register)].append((line, column))
    return both


def test_thirty_seven_mistakes_are_told_by_cell_and_nothing_is_imported(county: World) -> None:
    assert len(expected()) == 37
    before = {name: found for name, found in everything().items() if name != "sheets.Import"}
    run = imported(OFFICERS, filled(OFFICERS, rows()), county.actor(Role.ADMIN))
    assert run.state == "faulty"
    assert told(run) == expected()
    assert run.faults_count == 37
    says = {(fault.row, fault.column): fault.says for fault in faults_of(run)}
    for line, (_, texts) in enumerate(PLANTED, 2):
        for column, text in texts.items():
            assert text in says[line, column]
    assert {name: found for name, found in everything().items() if name != "sheets.Import"} == before


def test_without_its_mistakes_the_file_is_imported(county: World) -> None:
    sound = [row for row, (_, says) in zip(rows(), PLANTED, strict=True) if not says]
    counts = Officer.objects.count(), Credential.objects.count()
    run = imported(OFFICERS, filled(OFFICERS, sound), county.actor(Role.ADMIN))
    assert (run.state, run.added) == ("done", len(sound))
    assert (Officer.objects.count() - counts[0], Credential.objects.count() - counts[1]) == (len(sound), len(sound) - 1)
    assert set(Change.objects.order_by("-pk")[: 2 * len(sound) - 1].values_list("by_name", "reason")) == {("陈静", "核对")}
