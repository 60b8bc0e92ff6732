"""Applications, auxiliaries, reviewers and standings from the worksheet: the sound file goes in whole, the faulty one not at all."""

from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.models import Post
from fadu.agencies.models import Application, Officer, Reviewer, Standing
from fadu.agencies.sheets.applications import APPLICATIONS_SHEET
from fadu.agencies.sheets.assisting import AUXILIARIES_SHEET, REVIEWERS_SHEET
from fadu.agencies.sheets.standings import STANDINGS_SHEET
from fadu.law.codes import id_number
from fadu.sheets.models import State
from fadu.sheets.selectors import faults_of
from tests.agencies.sheets.files import filled, imported, told
from tests.agencies.world import World

pytestmark = pytest.mark.django_db

BUREAU = "示范县市场监督管理局"


def number(place: int) -> str:
    return id_number(f"13099919920202{place:03d}")


def staff(world: World, count: int, **more: Any) -> list[Officer]:
    return [world.officer(f"新人{place}", id_number=number(place), **more) for place in range(count)]


def asked(place: int, **more: Any) -> dict[str, Any]:
    return {
        "身份证号码": number(place), "姓名": f"新人{place}", "申请事项": "申领", "执法类别": "市场监管",
        "行政执法岗位": "综合执法一中队", "申请理由": "新录用执法人员，已参加岗前培训", **more,
    }  # fmt: skip


def assists(place: int, **more: Any) -> dict[str, Any]:
    return {
        "所属机关": BUREAU,
        "姓名": f"辅助{place}",
        "身份证号码": number(500 + place),
        "工作证号": f"FZ{place:04d}",
        "职务": "协管员",
        "到岗之日": "2024-03-01",
        **more,
    }


def standing(name: str = BUREAU, **more: Any) -> dict[str, Any]:
    return {
        "执法主体": name, "确认机关": "本级人民政府", "确认机关名称": "示范县人民政府", "确认文号": "示政函〔2024〕12号",
        "确认依据": "《行政执法监督条例》第十七条第一款", "确认之日": "2024-05-06", **more,
    }  # fmt: skip


def faulty(run: Any, *cells: tuple[int, str]) -> None:
    assert run.state == State.FAULTY, [fault.says for fault in faults_of(run)]
    assert sorted(told(run)) == sorted(cells), [(fault.row, fault.column, fault.says) for fault in faults_of(run)]


# --- applications ---


def test_applications_go_in_once_and_come_out_with_their_stage(world: World) -> None:
    staff(world, 3)
    data = filled(APPLICATIONS_SHEET, [asked(place) for place in range(3)])
    run = imported(APPLICATIONS_SHEET, data)
    assert (run.state, run.added, run.unchanged) == (State.DONE, 3, 0), [fault.says for fault in faults_of(run)]
    again = imported(APPLICATIONS_SHEET, data)
    assert (again.added, again.unchanged) == (0, 3)
    rows = list(APPLICATIONS_SHEET.rows(SYSTEM))
    assert {row["name"] for row in rows} == {"新人0", "新人1", "新人2"}
    assert not [row for row in rows if "id_number" in row]
    assert {row["reason"] for row in rows} == {"新录用执法人员，已参加岗前培训"}


def test_every_fault_of_the_applications_is_told_at_its_cell_and_none_goes_in(world: World) -> None:
    staff(world, 3)
    helper = world.officer("辅助甲", id_number=number(77), employment="auxiliary", work_card="FZ1", legal_qualification="0")
    rows = [
        asked(0),
        asked(1, 身份证号码=number(88)),  # nobody
        asked(2, 姓名="旁人"),
        asked(0, 执法类别="不知道"),
        asked(1, 申请理由=""),
        asked(77, 姓名=helper.name),
    ]
    run = imported(APPLICATIONS_SHEET, filled(APPLICATIONS_SHEET, rows))
    faulty(run, (3, "身份证号码"), (4, "姓名"), (5, "执法类别"), (6, "申请理由"), (7, ""))
    assert not Application.objects.exists()


# --- auxiliaries ---


def test_auxiliaries_join_change_and_stay(world: World) -> None:
    run = imported(AUXILIARIES_SHEET, filled(AUXILIARIES_SHEET, [assists(place) for place in range(3)]))
    assert (run.state, run.added) == (State.DONE, 3), [fault.says for fault in faults_of(run)]
    again = imported(AUXILIARIES_SHEET, filled(AUXILIARIES_SHEET, [assists(0), assists(1, 职务="巡查员"), assists(2)]))
    assert (again.state, again.added, again.changed, again.unchanged) == (State.DONE, 0, 1, 2), [fault.says for fault in faults_of(again)]
    assert Officer.objects.get(name="辅助1").post_title == "巡查员"
    assert {row["name"] for row in AUXILIARIES_SHEET.rows(SYSTEM)} == {"辅助0", "辅助1", "辅助2"}


def test_who_is_on_the_establishment_is_no_auxiliary_and_faults_are_told(world: World) -> None:
    staff(world, 1)
    before = Officer.objects.count()
    rows = [
        assists(0),
        assists(1, 身份证号码=number(0), 姓名="新人0"),
        assists(2, 所属机关="没有的机关"),
        assists(3, 工作证号=""),
        assists(4, 到岗之日="去年"),
        assists(5, 身份证号码="130999199202025001"),
    ]
    run = imported(AUXILIARIES_SHEET, filled(AUXILIARIES_SHEET, rows))
    faulty(run, (3, "身份证号码"), (4, "所属机关"), (5, "工作证号"), (6, "到岗之日"), (7, "身份证号码"))
    assert Officer.objects.count() == before


# --- reviewers ---


def test_reviewers_are_appointed_and_the_law_is_kept(world: World) -> None:
    qualified = world.serving("钱审", Role.OFFICER)
    unqualified = world.serving("孙审", Role.OFFICER)
    for person, place, has in ((qualified, 301, True), (unqualified, 302, False)):
        from fadu.agencies.services import edit_officer

        data = {
            "name": person.name,
            "id_number": number(place),
            "post_title": "主任科员",
            "employment": "civil",
            "legal_qualification": has,
            "starts_on": "2020-01-01",
        }
        edit_officer(SYSTEM, person.pk, data | ({"legal_qualified_on": "2012-03-01"} if has else {}), reason="核对")
    today = str(timezone.localdate())
    one = {"身份证号码": number(301), "姓名": "钱审", "自哪天起": today}
    two = {"身份证号码": number(302), "姓名": "孙审", "自哪天起": today}
    faulty(imported(REVIEWERS_SHEET, filled(REVIEWERS_SHEET, [one, two])), (3, "姓名"))
    assert not Reviewer.objects.filter(officer__in=[qualified, unqualified]).exists()
    run = imported(
        REVIEWERS_SHEET, filled(REVIEWERS_SHEET, [one, {**two, "此前已经从事行政处罚决定法制审核": "是", "此前从事审核的依据": "2016 年法规科任职文件"}])
    )
    assert (run.state, run.added) == (State.DONE, 2), [fault.says for fault in faults_of(run)]
    assert Post.objects.filter(role=Role.REVIEWER.value, officer_id__in=[qualified.pk, unqualified.pk]).count() == 2
    assert imported(REVIEWERS_SHEET, filled(REVIEWERS_SHEET, [one])).unchanged == 1
    assert {"钱审", "孙审"} <= {row["name"] for row in REVIEWERS_SHEET.rows(SYSTEM)}


# --- standings ---


def test_standings_are_confirmed_then_announced_and_come_out_again(world: World) -> None:
    announced = {"公告之日": "2024-05-20", "公告载体": "示范县人民政府门户网站", "公告编号": "示司公告〔2024〕3号"}
    rows = [standing(), standing("示范县生态环境局", **announced)]
    run = imported(STANDINGS_SHEET, filled(STANDINGS_SHEET, rows))
    assert (run.state, run.added) == (State.DONE, 2), [fault.says for fault in faults_of(run)]
    later = imported(STANDINGS_SHEET, filled(STANDINGS_SHEET, [standing(**announced), rows[1]]))
    assert (later.state, later.changed, later.unchanged) == (State.DONE, 1, 1), [fault.says for fault in faults_of(later)]
    assert Standing.objects.filter(announced_on__isnull=False).count() == 2
    assert [row["document"] for row in STANDINGS_SHEET.rows(SYSTEM)] == ["示政函〔2024〕12号"] * 2


def test_faults_of_standings_are_told_at_their_cells(world: World) -> None:
    imported(STANDINGS_SHEET, filled(STANDINGS_SHEET, [standing()]))
    rows = [
        standing(确认文号="示政函〔2025〕1号"),  # another confirmation than the one in force
        standing("示范县执法大队"),  # entrusted: acts in another's name
        standing("没有的机关"),
        standing("示范县生态环境局", 确认之日="2034-05-06"),
        standing("示范县生态环境局", 公告载体="门户网站"),
        standing("邻县市场监督管理局", 确认机关="谁"),
    ]
    run = imported(STANDINGS_SHEET, filled(STANDINGS_SHEET, rows))
    faulty(run, (2, "确认文号"), (3, ""), (4, "执法主体"), (5, "确认之日"), (6, "公告之日"), (7, "确认机关"))
    assert Standing.objects.count() == 1


@pytest.mark.parametrize("sheet", [APPLICATIONS_SHEET, AUXILIARIES_SHEET, REVIEWERS_SHEET, STANDINGS_SHEET])
def test_who_may_take_each_list_out(world: World, sheet: Any) -> None:
    seen = {
        role: world.client(role).get(f"/sheets/{sheet.id}/export.xlsx").status_code
        for role in (Role.OFFICER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN, Role.PUBLIC)
    }
    assert seen == {Role.OFFICER: 200, Role.HEAD: 200, Role.SUPERVISOR: 200, Role.ADMIN: 200, Role.PUBLIC: 302}
    assert world.client(Role.ADMIN).get(f"/sheets/{sheet.id}/template.xlsx").status_code == 200
