"""The pages of the portal: what they say, how long they may be kept, and that search and totals follow what is shown."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from fadu.disclosure import search, selectors, services
from fadu.disclosure.derive import draw
from fadu.disclosure.models import Publication, Segment, Shown, Tally
from fadu.disclosure.search import facets, keeping
from tests.cases.world import Bureau


def released(bureau: Bureau, row: Publication) -> Publication:
    return services.release(bureau.who("liwei"), row.pk, seen=search.fingerprint(draw(row.step_id).shown))


def _totals() -> dict[tuple[str, str], int]:
    return {(row.name, row.value): row.count for row in Tally.objects.all() if row.count}


def test_totals_and_search_follow_what_is_shown(bureau: Bureau, decided: Publication) -> None:
    released(bureau, decided)
    kept = _totals()
    assert kept[("all", "")] == kept[("act", "penalty")] == kept[("kind", "4")] == kept[("kind", "8")] == kept[("fine", "5")] == 1
    row = Shown.objects.get()
    assert facets.unpacked(row.facets)["field"] == ("market",)
    services.correct(bureau.who("liwei"), decided.pk, "案由写错", seen=search.fingerprint(draw(decided.step_id).shown))
    assert _totals() == kept
    before = (Shown.objects.get().grams, Shown.objects.get().plain)
    Shown.objects.update(grams="", plain="", facets="")
    Tally.objects.all().delete()
    assert search.lay() == 1
    assert (Shown.objects.get().grams, Shown.objects.get().plain) == before
    assert _totals() == kept
    services.withdraw(bureau.who("liwei"), decided.pk, "复议撤销")
    assert _totals() == {}
    buried = Shown.objects.get()
    assert (buried.plain, buried.grams, buried.facets) == ("", "", "")
    assert not selectors.results(search.wanted("清河食品店")).rows
    assert not selectors.results(search.wanted()).rows


def test_a_full_segment_is_followed_by_another(bureau: Bureau, decided: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "SEGMENT", 1)
    released(bureau, decided)
    order = Shown.objects.get().order
    segment = Segment.objects.get()
    assert segment.start > order
    assert keeping.segment_of(order) == 0
    assert keeping.segment_of(segment.start) == 1


def test_pages_are_kept_until_something_changes(bureau: Bureau, decided: Publication) -> None:
    released(bureau, decided)
    client = Client()
    for path in ("/open/", "/open/results/?q=清河", "/open/feed.atom", f"/open/{decided.pk}/", "/open/enterprises/92130999MA0FADU011/"):
        first = client.get(path)
        assert first.status_code == 200, path
        assert "max-age=60" in first["Cache-Control"]
        assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 304, path
        assert client.get(path, headers={"if-modified-since": first["Last-Modified"]}).status_code == 304, path
        assert client.get(path, headers={"if-none-match": 'W/"x"', "if-modified-since": first["Last-Modified"]}).status_code == 200, path
    tags = {path: client.get(path)["ETag"] for path in ("/open/", "/open/results/?q=清河", f"/open/{decided.pk}/")}
    services.correct(bureau.who("liwei"), decided.pk, "隐去货值", secrets=["纯牛奶"], seen=search.fingerprint(draw(decided.step_id, ["纯牛奶"]).shown))
    for path, tag in tags.items():
        assert client.get(path, headers={"if-none-match": tag}).status_code == 200, path
    page = client.get(f"/open/{decided.pk}/").content.decode()
    assert "改动的内容：违法事实" in page
    assert "隐去货值" in page
    assert "纯牛奶" not in page
    services.withdraw(bureau.who("liwei"), decided.pk, "复议撤销")
    gone = client.get(f"/open/{decided.pk}/", headers={"if-none-match": tags[f"/open/{decided.pk}/"]})
    assert gone.status_code == 410
    assert "复议撤销" in gone.content.decode()
    assert "清河" not in client.get("/open/").content.decode()
    signed_in = Client()
    officer = bureau.named["liwei"].user
    assert officer is not None
    signed_in.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    answer = signed_in.get("/open/")
    assert answer["Cache-Control"] == "private, no-cache"
    assert "退出" in answer.content.decode()
    assert "退出" not in client.get("/open/").content.decode()


def test_results_page(bureau: Bureau, decided: Publication) -> None:
    released(bureau, decided)
    client = Client()
    page = client.get("/open/results/", {"q": "清河食品", "act": "penalty"}).content.decode()
    assert "<mark>清河食品</mark>" in page
    assert 'rel="alternate" type="application/atom+xml"' in page
    removed = [
        parse_qs(urlsplit(part.split('"')[0].replace("&amp;", "&")).query) for part in page.split('class="chips"')[1].split("</ul>")[0].split('href="')[1:]
    ]
    assert {"act": ["penalty"]} in removed
    assert {"q": ["清河食品"]} in removed
    assert client.get("/open/", {"q": "清河食品"}).content == client.get("/open/", {"q": "清河食品"}).content
    assert "没有符合条件" in client.get("/open/results/", {"q": "没有的词语"}).content.decode()
    wrong = client.get("/open/results/", {"since": "五月", "q": "清河"})
    assert wrong.status_code == 422
    assert 'value="五月"' in wrong.content.decode()
    assert 'aria-describedby="since-wrong"' in wrong.content.decode()
    assert client.get("/open/results/", {"since": "2026-05-02", "until": "2026-05-01"}).status_code == 422


def test_enterprise_page(bureau: Bureau, decided: Publication) -> None:
    released(bureau, decided)
    client = Client()
    page = client.get("/open/enterprises/92130999MA0FADU011/").content.decode()
    assert "示范县清河食品店" in page
    assert "?code=92130999MA0FADU011&amp;act=penalty&amp;year=2026" in page
    unknown = client.get("/open/enterprises/92130999MA0FADU029/")
    assert unknown.status_code == 404
    assert "没有这家企业的公示信息" in unknown.content.decode()
    assert "不是有效的统一社会信用代码" in client.get("/open/enterprises/123/").content.decode()
    assert "<svg" in client.get(f"/open/{decided.pk}.svg").content.decode()
    assert client.get("/open/feed.atom?code=92130999MA0FADU011").content.count(b"<entry") == 1
    assert client.get("/open/feed.atom?organ=999999").content.count(b"<entry") == 0
