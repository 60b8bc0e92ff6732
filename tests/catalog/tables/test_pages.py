"""The pages of the editor: who enters, what is told at which cell, that nothing typed is lost, publishing to the public page."""

from collections.abc import Mapping

import pytest
from django.test import Client

from fadu.accounts.actors import Role
from fadu.catalog.models import DiscretionTable
from fadu.catalog.selectors import library as kept
from tests.accounts.entrances import assert_entrances
from tests.catalog.tables import made

pytestmark = pytest.mark.django_db


def managing(clients: Mapping[Role, Client], status: int) -> dict[Role, int]:
    return {role: status if role is Role.ADMIN else 302 if role is Role.PUBLIC else 403 for role in clients}


def test_who_enters_where(clients: Mapping[Role, Client]):
    row = made.draft()
    public = dict.fromkeys(clients, 200)
    assert_entrances(
        clients,
        {
            "GET /benchmarks/": public,
            "GET /benchmarks/wuyuan-materials/": public,
            "GET /benchmarks/wuyuan-materials/compare/": public,
            "GET /benchmarks/drafts/": managing(clients, 200),
            "GET /benchmarks/drafts/new/bands/": managing(clients, 200),
            "POST /benchmarks/drafts/new/bands/": managing(clients, 422),
            "GET /benchmarks/drafts/new/nothing/": managing(clients, 404),
            f"GET /benchmarks/drafts/{row.pk}/": managing(clients, 200),
            f"POST /benchmarks/drafts/{row.pk}/": managing(clients, 422),
            "POST /benchmarks/drafts/check/bands/": managing(clients, 200),
            "POST /benchmarks/drafts/check/nothing/": managing(clients, 404),
            f"GET /benchmarks/drafts/publish/?draft={row.pk}": managing(clients, 200),
            f"POST /benchmarks/drafts/publish/?draft={row.pk}": managing(clients, 422),
            "GET /benchmarks/drafts/publish/": managing(clients, 302),
            f"POST /benchmarks/drafts/{row.pk}/abandon/": managing(clients, 422),
            "POST /benchmarks/wuyuan-materials/repeal/": managing(clients, 422),
            "POST /benchmarks/nothing/revise/": managing(clients, 404),
            "GET /benchmarks/wuyuan-materials/versions/1/file/": managing(clients, 404),
            "GET /benchmarks/drafts/999999/": managing(clients, 404),
            "GET /benchmarks/drafts/99999999999999999999/": managing(clients, 404),
            "GET /benchmarks/wuyuan-materials/?version=x": dict.fromkeys(clients, 404),
        },
    )


@pytest.mark.parametrize("kind", made.FORMS)
def test_each_kind_is_written_saved_published_and_tried(kind: str, clients: Mapping[Role, Client]):
    client = clients[Role.ADMIN]
    saved = client.post(f"/benchmarks/drafts/new/{kind}/", made.posted(made.FORMS[kind]) | {"do": "save"})
    row = DiscretionTable.objects.get()
    assert (saved.status_code, saved["Location"]) == (302, f"/benchmarks/drafts/{row.pk}/")
    opened = client.get(f"/benchmarks/drafts/{row.pk}/").content.decode()
    assert "可以公布" in opened
    assert "占用人行道堆放物品" in opened
    assert client.get(f"/benchmarks/{row.code}/").status_code == 404  # not before it is published
    again = client.post(f"/benchmarks/drafts/{row.pk}/", made.posted(made.FORMS[kind]))
    assert again.status_code == 302
    done = client.post(f"/benchmarks/drafts/publish/?draft={row.pk}", {"published_on": "2026-01-01", "since": "2026-01-01", "filing": "备 1", "reason": "制定"})
    assert done.status_code == 302, done.content.decode()
    kept.forget()
    shown = Client().get(f"/benchmarks/{row.code}/").content.decode()
    assert "备 1" in shown
    assert "占用人行道堆放物品" in Client().get("/benchmarks/?q=占用人行道").content.decode()


def test_an_overlap_is_told_at_its_rows_and_drawn(clients: Mapping[Role, Client]):
    wrong = made.posted(made.BANDS) | {"band.1.start": "4"}
    seen = clients[Role.ADMIN].post("/benchmarks/drafts/check/bands/", wrong).content.decode()
    assert "“小”（不足 5 平方米）与“中”（4 平方米以上 10 平方米以下）重叠" in seen
    assert 'data-mark="band.0.label band.1.label"' in seen
    assert 'class="cover-twice"' in seen
    assert not DiscretionTable.objects.exists()


def test_rows_that_were_deleted_leave_the_marks_where_they_are(clients: Mapping[Role, Client]):
    form = made.posted(made.BANDS)
    moved = {name.replace("band.1.", "band.7.").replace("band.2.", "band.9."): value for name, value in form.items()} | {"band.7.start": "4"}
    seen = clients[Role.ADMIN].post("/benchmarks/drafts/check/bands/", moved).content.decode()
    assert 'data-mark="band.0.label band.7.label"' in seen


def test_without_scripts_the_check_button_marks_the_cells_and_keeps_what_was_typed(clients: Mapping[Role, Client]):
    wrong = made.posted(made.BANDS) | {"band.2.end": "20", "do": "check"}
    seen = clients[Role.ADMIN].post("/benchmarks/drafts/new/bands/", wrong)
    shown = seen.content.decode()
    assert seen.status_code == 200
    assert "“大”止于 20 平方米，以上没有档次" in shown
    assert 'value="20"' in shown
    assert not DiscretionTable.objects.exists()


@pytest.mark.parametrize(
    ("changes", "cell", "message"),
    [
        ({"band.0.low": "一百元"}, "f-band-0-low", "不是数"),
        ({"band.0.low": ""}, "f-band-0-low", "请填下限"),
        ({"band.1.start": "10", "band.1.end": "5"}, "f-band-1-end", "应当大于"),
        ({"band.0.low": "0.001"}, "f-band-0-high", "最多到分"),
        ({"title": "<script>"}, "f-title", "尖括号"),
        ({"bases": ""}, "f-bases", "请填写处罚依据"),
        ({"range.0.low": "9" * 19}, "f-range-0-low", "不是数"),
    ],
)
def test_what_can_not_be_read_is_told_at_its_cell_and_nothing_is_lost(changes: dict[str, str], cell: str, message: str, clients: Mapping[Role, Client]):
    answer = clients[Role.ADMIN].post("/benchmarks/drafts/new/bands/", made.posted(made.BANDS) | changes)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#{cell}"' in shown
    assert message in shown
    assert "占用人行道堆放物品" in shown or "title" in changes
    assert 'value="平方米"' in shown
    assert not DiscretionTable.objects.exists()


def test_a_draft_is_tried_beside_the_form(clients: Mapping[Role, Client]):
    form = made.posted(made.BANDS)
    seen = clients[Role.ADMIN].post("/benchmarks/drafts/check/bands/", form | {"try-amount": "7.5"}).content.decode()
    assert "450 元" in seen  # halfway from 5 to 10, halfway from 300 to 600
    wrong = clients[Role.ADMIN].post("/benchmarks/drafts/check/bands/", form | {"try-amount": "七"}).content.decode()
    assert 'value="七"' in wrong
    unsound = clients[Role.ADMIN].post("/benchmarks/drafts/check/bands/", form | {"band.1.start": "4", "try-amount": "7"}).content.decode()
    assert "改正上面的错误后" in unsound


def test_an_unsound_draft_is_kept_but_not_published(clients: Mapping[Role, Client]):
    row = made.draft(range=[{"subject": "any", "low": "50", "high": "1000"}])
    shown = clients[Role.ADMIN].get(f"/benchmarks/drafts/{row.pk}/").content.decode()
    assert "与法定下限 50 元之间有空档" in shown
    refused = clients[Role.ADMIN].post(f"/benchmarks/drafts/publish/?draft={row.pk}", {"published_on": "2026-01-01", "since": "2026-01-01", "reason": "x"})
    assert refused.status_code == 422
    assert "不能公布" in refused.content.decode()
    assert "空档" in clients[Role.ADMIN].get("/benchmarks/drafts/").content.decode()


@pytest.mark.parametrize(
    "junk", [{"band.0.label": "\x00"}, {"band.99999.label": "x"}, {"band": "x"}, {"strange": "x"}, {"kind": "formula"}, {"range.0.by": "x"}]
)
def test_junk_is_refused_in_words(junk: dict[str, str], clients: Mapping[Role, Client]):
    for path in ("/benchmarks/drafts/new/bands/", "/benchmarks/drafts/check/bands/"):
        answer = clients[Role.ADMIN].post(path, made.posted(made.BANDS) | junk)
        assert answer.status_code in {200, 302, 422}


def test_the_list_is_searched_filtered_and_paged(client: Client, monkeypatch: pytest.MonkeyPatch):
    from fadu.catalog.views import benchmarks

    assert "hunan-air-108-5" not in client.get("/benchmarks/?issuer=五原县城市管理综合执法局").content.decode()
    assert "hunan-air-108-5" in client.get("/benchmarks/?state=已失效&on=2026-09-01").content.decode()
    assert "hunan-air-108-5" in client.get("/benchmarks/?state=有效&on=2026-08-14").content.decode()
    monkeypatch.setattr(benchmarks, "SIZE", 5)
    first = client.get("/benchmarks/")
    assert len(first.context["rows"]) == 5
    second = client.get(f"/benchmarks/?after={first.context['next']}")
    assert not {row["table"].id for row in first.context["rows"]} & {row["table"].id for row in second.context["rows"]}
    assert client.get(f"/benchmarks/?before={second.context['previous']}").context["rows"] == first.context["rows"]
    assert client.get("/benchmarks/?after=nobody&on=never&state=x").status_code == 200
