"""The pages of items, reviews, evaluations and lists, as every role finds them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies.kinds import Level
from fadu.catalog import answers, services
from fadu.catalog.models import GrantEvaluation, InspectionEntry, ItemReview, LenientEntry, PowerItem, ReviewEntry
from fadu.catalog.shelves import INSPECTIONS, LENIENT, REVIEWS
from tests.accounts.entrances import assert_entrances
from tests.catalog.listing import grant, inspection_data, item_data, lenient_data, listed, major_data, organ

pytestmark = pytest.mark.django_db
ROLES = (Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN, Role.PUBLIC)
ALL = dict.fromkeys(ROLES, 200)
KEEPERS = {**dict.fromkeys(ROLES, 403), Role.ADMIN: 200, Role.PUBLIC: 302}
REFUSED = {**KEEPERS, Role.ADMIN: 422}
GONE = {**KEEPERS, Role.ADMIN: 404}
SHELVES = {
    "inspections": (INSPECTIONS, inspection_data, InspectionEntry),
    "leniency": (LENIENT, lenient_data, LenientEntry),
    "major": (REVIEWS, major_data, ReviewEntry),
}


@pytest.fixture
def stocked(imported, monkeypatch):
    """An item that nobody used, with a review; a grant; an entry on each list."""
    monkeypatch.setattr(answers._Slots, "uses", lambda _since, _until: {})
    listed(since="2021-07-15")
    listed("SC-CF-200", bases="食品安全法第一条")
    services.open_reviews(SYSTEM, ["SC-CF-100"], {"ground": "unused", "due_on": str(timezone.localdate() + timedelta(9))})
    for shelf, data, _model in SHELVES.values():
        services.list_entry(SYSTEM, shelf, data())
    organ(1)
    return grant(organ(2, level=Level.TOWNSHIP, field="government"), "SC-CF-200")


def test_every_role_at_every_entrance(stocked, clients):
    review = ItemReview.objects.get().pk
    public = ["/items/", "/items/SC-CF-100/", "/items/SC-CF-100/?on=2020-01-01", "/items/?on=x&field=y&after=z&organ=q", "/delegations/"]
    public += [f"/lists/{name}/" for name in SHELVES]
    public += ["/lists/inspections/CC-001/", "/lists/leniency/QD-001/", "/lists/leniency/?part=none&organ=x", "/lists/major/SH-001/"]
    kept = [
        "/items/new/",
        "/items/SC-CF-100/change/",
        "/items/SC-CF-100/end/",
        "/items/SC-CF-200/review/",
        "/items/unused/review/",
        f"/items/reviews/{review}/",
    ]
    kept += [f"/lists/{name}/new/" for name in SHELVES]
    kept += ["/lists/inspections/CC-001/change/", "/lists/leniency/QD-001/end/", f"/delegations/{stocked.pk}/evaluate/"]
    reading = ["/items/unused/", "/items/reviews/", "/items/reviews/?state=done&after=x", "/items/reviews/?state=todo", "/delegations/evaluations/"]
    table = {f"GET {url}": ALL for url in public} | {f"GET {url}": KEEPERS for url in (*kept, *reading)} | {f"POST {url}": REFUSED for url in kept}
    assert_entrances(clients, table)


def test_what_is_not_there_is_not_found(stocked, clients):
    services.end_item(SYSTEM, "SC-CF-200", {"ends_on": "2026-01-01", "reason": "取消"})
    nobody = dict.fromkeys(ROLES, 404)
    table = {f"GET {url}": nobody for url in ("/items/X-404/", "/lists/nothing/", "/lists/major/X-404/", "/items/%00/", "/items/..%2F/")}
    kept = ["/items/X-404/change/", "/items/SC-CF-200/end/", "/items/SC-CF-200/review/", "/items/reviews/99999999999999999999999/", "/lists/nothing/new/"]
    kept += ["/lists/major/X-404/end/", "/delegations/99999999999999999999999/evaluate/", "/delegations/0/evaluate/", "/items/reviews/0/"]
    assert_entrances(clients, table | {f"GET {url}": GONE for url in kept})


def test_an_items_page_tells_all_its_columns(imported, clients):
    listed(bases="食品安全法第一条", duties="立案\n调查", accountability="不履行职责", since="2022-01-01")
    listed(bases="食品安全法第一条", since="2026-01-01", name="新的名称", listed_why="食品安全法修改", document="示政办〔2026〕1号")
    text = clients[Role.PUBLIC].get("/items/SC-CF-100/?on=2026-11-20").content.decode()
    for words in (
        "新的名称",
        "90 日",
        "自立案之日起九十日内作出行政处罚决定",
        "申请行政复议",
        "食品安全法修改",
        "<del>对某种违法行为的处罚</del>",
        "<ins>新的名称</ins>",
        "示政办〔2026〕1号",
    ):
        assert words in text
    assert 'href="/statutes/%E9%A3%9F%E5%93%81%E5%AE%89%E5%85%A8%E6%B3%95/1"' in text
    assert "变更记录" not in text  # the public reads why, not who
    old = clients[Role.ADMIN].get("/items/SC-CF-100/?on=2024-01-01").content.decode()
    assert "已于 2025-12-31 终止" not in old
    assert "有效至 2025-12-31" in old
    assert "edition=2021" in old
    assert "变更记录" in old


def test_an_item_is_listed_changed_and_ended_in_the_browser(imported, clients):
    admin = clients[Role.ADMIN]
    answer = admin.post("/items/new/", {**item_data(), "penalties": ["FINE", "GAIN"]})
    assert answer.status_code == 302
    assert PowerItem.objects.get().penalties == ["FINE", "GAIN"]
    form = admin.get("/items/SC-CF-100/change/").content.decode()
    assert "对某种违法行为的处罚" in form
    assert "首次编制" not in form
    changed = {name: value for name, value in item_data(since="2025-01-01", name="改名", listed_why="修法").items() if name != "code"}
    assert admin.post("/items/SC-CF-100/change/", changed).status_code == 302
    assert admin.post("/items/SC-CF-100/end/", {"ends_on": "2026-01-01", "reason": "取消"}).status_code == 302
    assert [(row.name, str(row.until)) for row in PowerItem.objects.order_by("since")] == [("对某种违法行为的处罚", "2024-12-31"), ("改名", "2025-12-31")]


def test_a_mistake_loses_nothing_that_was_typed(imported, clients):
    answer = clients[Role.ADMIN].post("/items/new/", {**item_data(bases="某某条例第一条"), "penalties": ["FINE", "GAIN"], "duties": "打了很多字"})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "不是法规库中法规的条文" in text
    assert "打了很多字" in text
    assert text.count(" checked") >= 2
    assert not PowerItem.objects.exists()


def test_unused_items_are_taken_up_and_cancelled(imported, clients, monkeypatch):
    monkeypatch.setattr(answers._Slots, "uses", lambda _since, _until: {})
    listed(since="2021-07-15")
    admin = clients[Role.ADMIN]
    text = admin.get("/items/unused/").content.decode()
    assert "从未使用" in text
    assert "把 1 项列入审查" in text
    due = str(timezone.localdate() + timedelta(30))
    assert admin.post("/items/unused/review/", {"ground": "unused", "due_on": due}).status_code == 302
    review = ItemReview.objects.get()
    assert "审查中" in admin.get("/items/unused/").content.decode()
    findings = {"legality": "1", "reasonableness": "1", "necessity": "0", "result": "cancel", "result_why": "没有发生", "ends_on": str(timezone.localdate())}
    reasons = {f"{name}_why": "见卷" for name in ("legality", "reasonableness", "necessity")}
    assert admin.post(f"/items/reviews/{review.pk}/", {**findings, **reasons}).status_code == 302
    assert PowerItem.objects.get().ended_why.startswith("取消：")
    assert admin.get(f"/items/reviews/{review.pk}/").status_code == 404  # done


@pytest.mark.parametrize("name", SHELVES)
def test_an_entry_is_listed_changed_and_ended_in_the_browser(imported, clients, name):
    _shelf, data, model = SHELVES[name]
    admin = clients[Role.ADMIN]
    assert admin.post(f"/lists/{name}/new/", data()).status_code == 302
    code = model.objects.get().code
    later = {key: value for key, value in data(matter="改后的事项", since="2025-01-01", listed_why="调整").items() if key != "code"}
    assert admin.post(f"/lists/{name}/{code}/change/", later).status_code == 302
    text = clients[Role.PUBLIC].get(f"/lists/{name}/{code}/").content.decode()
    assert "<ins>改后的事项</ins>" in text
    assert "改后的事项" in clients[Role.PUBLIC].get(f"/lists/{name}/").content.decode()
    assert "改后的事项" not in clients[Role.PUBLIC].get(f"/lists/{name}/?on=2024-01-01").content.decode()
    assert admin.post(f"/lists/{name}/{code}/end/", {"ends_on": "2026-01-01", "reason": "不再适用"}).status_code == 302
    assert model.objects.filter(until__isnull=True).count() == 0
    assert admin.get(f"/lists/{name}/{code}/change/").status_code == 404


def test_the_catalogue_of_review_shows_what_runs(imported, clients):
    text = clients[Role.PUBLIC].get("/lists/major/?on=2026-11-20").content.decode()
    for words in ("涉及重大公共利益", "属于法定情形的，须经法制审核通过才能作出决定", "100,000 元", "重大执法决定法制审核目录清单（演示）第一条"):
        assert words in text


def test_an_items_page_names_the_lists_it_stands_on(imported, clients):
    listed()
    services.list_entry(SYSTEM, LENIENT, lenient_data(items="SC-CF-100"))
    assert "不予处罚" in clients[Role.PUBLIC].get("/items/SC-CF-100/").content.decode()


def test_a_grant_is_evaluated_in_the_browser(stocked, clients):
    admin = clients[Role.ADMIN]
    url = reverse("catalog:grant_evaluate", args=[stocked.pk])
    assert "接得住" in admin.get(url).content.decode()
    wrong = admin.post(url, {"year": "2025", "conclusion": "withdraw", "reason": "人员不足"})
    assert wrong.status_code == 422
    text = wrong.content.decode()
    assert "人员不足" in text
    assert "请填写自哪天起" in text
    assert "办件量" in text
    data = {"year": "2025", "conclusion": "withdraw", "reason": "人员不足", "unused_why": "没有线索", "effective_on": "2026-12-01"}
    assert admin.post(url, data).status_code == 302
    assert GrantEvaluation.objects.get().conclusion == "withdraw"
    assert "人员不足" in admin.get("/delegations/evaluations/").content.decode()


def test_reviews_are_paged(imported, clients):
    today = timezone.localdate()
    codes = [f"P-{number:03}" for number in range(120)]
    for code in codes:
        listed(code)
    services.open_reviews(SYSTEM, codes, {"ground": "regular", "due_on": str(today)})
    admin = clients[Role.ADMIN]
    first = admin.get("/items/reviews/")
    assert "P-049" in first.content.decode()
    assert "P-050" not in first.content.decode()
    second = admin.get(f"/items/reviews/?after={first.context['page'].next}").context["page"]
    assert [row.code for row in second.rows] == codes[50:100]
    assert [row.code for row in admin.get(f"/items/reviews/?before={second.previous}").context["page"].rows] == codes[:50]
    assert admin.get("/items/reviews/?q=P-119").content.decode().count("/items/P-119/") == 1
