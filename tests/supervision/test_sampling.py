"""影像抽检: a month is drawn once, by a seed that anybody can try again; each film is judged once; the figures are what was seen."""

from datetime import date, datetime, timedelta
from hashlib import sha256
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from fadu.accounts.permissions import NotAllowed
from fadu.agencies.figure import Reading
from fadu.cases import now
from fadu.evidence.recordings.models import Recording
from fadu.law.forms import Invalid
from fadu.supervision.models import Sampled
from fadu.supervision.sampled import FIGURES
from fadu.supervision.selectors import sampling as reading
from fadu.supervision.services.sampling import draw, drawn, judge, mend
from tests.agencies.equipment.made import issued, thing
from tests.cases.world import Bureau
from tests.evidence.recordings.made import JPEG, recorded

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 1)
SOUND = {"shown": "yes", "dressed": "none", "worded": "yes", "people": "2"}


@pytest.fixture
def films(bureau: Bureau, settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """Three recordings of October and one of November; photographs stand for films, which are dear to make."""
    settings.DATA = tmp_path
    item = thing(bureau, number="ZC-REC-1")
    issued(item, bureau.named["liwei"])
    for number, day in enumerate(("2026-10-08", "2026-10-09", "2026-10-31", "2026-11-02")):
        times = {"began": f"{day}T09:30", "ended": f"{day}T09:40", "at": f"{day}T17:00"}
        recorded(bureau.who("liwei"), item, file=JPEG + bytes([number]), **times)
    assert reading.population(bureau.bureau.pk, OCTOBER) == [], "photographs are not drawn from"
    monkeypatch.setattr(reading, "Medium", SimpleNamespace(VIDEO="photo"))
    return bureau


def read(bureau: Bureau, name: str, on: date) -> Reading:
    return next(figure for figure in FIGURES if figure.id == f"samples.{name}").read(bureau.organs["示县府"], on)


def at(day: str) -> Any:
    return now.at(timezone.make_aware(datetime.fromisoformat(f"{day}T10:00")))


def test_a_month_that_is_over_is_drawn_once_by_the_supervisor(films: Bureau) -> None:
    bureau = films.bureau
    with at("2026-10-31"), pytest.raises(Invalid, match="结束以后"):
        draw(films.who("zhaomin"), bureau.pk, OCTOBER)
    with at("2026-11-03"):
        for who in ("liwei", "admin"):
            with pytest.raises(NotAllowed):
                draw(films.who(who), bureau.pk, OCTOBER)
        row = draw(films.who("zhaomin"), bureau.pk, date(2026, 10, 17))
        with pytest.raises(Invalid, match="不能重抽"):
            draw(films.who("zhaomin"), bureau.pk, OCTOBER)
        with pytest.raises(Invalid, match="没有录像"):
            draw(films.who("zhaomin"), films.organs["示司"].pk, OCTOBER)
    keys = sorted(
        str(key) for key in Recording.objects.filter(began_at__lt=datetime(2026, 11, 1, tzinfo=timezone.get_current_timezone())).values_list("pk", flat=True)
    )
    assert (row.population, row.digest) == (3, sha256("\n".join(keys).encode()).hexdigest())
    assert [str(found.recording_id) for found in row.rows.all()] == drawn(keys, row.seed)


@pytest.mark.parametrize(("films_there", "many"), [(1, 1), (20, 1), (21, 2), (100, 5), (101, 6)])
def test_five_in_a_hundred_are_drawn_and_never_fewer(films_there: int, many: int) -> None:
    keys = [f"{number:03d}" for number in range(films_there)]
    found = drawn(keys, "ab" * 32)
    assert len(found) == len(set(found)) == many
    assert set(found) <= set(keys)
    assert drawn(keys, "ab" * 32) == found


def test_every_film_can_be_drawn() -> None:
    keys = [f"{number:03d}" for number in range(40)]
    assert {key for seed in range(400) for key in drawn(keys, f"{seed:064x}")} == set(keys)


def test_a_film_is_judged_once_and_what_is_wrong_is_said_and_mended(films: Bureau) -> None:
    with at("2026-11-03"):
        row = draw(films.who("zhaomin"), films.bureau.pk, OCTOBER).rows.get()
        assert read(films, "enough", date(2026, 11, 3)).of == (0, 1)
        assert read(films, "shown", date(2026, 11, 3)).met is None
        with pytest.raises(Invalid, match="写明发现"):
            judge(films.who("zhaomin"), row.pk, SOUND | {"shown": "no"})
        with pytest.raises(NotAllowed):
            judge(films.who("liwei"), row.pk, SOUND)
        judge(films.who("zhaomin"), row.pk, SOUND | {"shown": "no", "people": "1", "note": "0 分 12 秒没有亮证"})
        with pytest.raises(Invalid, match="不能再改"):
            judge(films.who("zhaomin"), row.pk, SOUND)
        on = date(2026, 11, 3)
        assert [read(films, name, on).met for name in ("enough", "shown", "dressed", "worded", "alone", "mended")] == [True, False, None, True, False, False]
        assert read(films, "shown", on).behind[0].lacks == "0 分 12 秒没有亮证"
        with pytest.raises(Invalid, match="今天以前"):
            mend(films.who("zhaomin"), row.pk, {"mended_on": "2026-11-04"})
        mend(films.who("zhaomin"), row.pk, {"mended_on": "2026-11-03"})
        assert read(films, "mended", on).met is True
    assert read(films, "shown", on + timedelta(days=366)).met is None, "a year later it tells nothing any more"


def test_the_pages(films: Bureau) -> None:
    client = Client()
    client.force_login(films.named["zhaomin"].user, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    with at("2026-11-03"):
        assert "待抽取" in client.get("/samples/").content.decode()
        assert client.post(f"/samples/draw/{films.bureau.pk}/").status_code == 302
        row = Sampled.objects.get()
        sent = client.post(f"/samples/films/{row.pk}/", SOUND | {"shown": ""})
        assert sent.status_code == 422
        assert client.post(f"/samples/films/{row.pk}/", SOUND).status_code == 302
        assert client.post(f"/samples/films/{row.pk}/", SOUND).status_code == 404
        for path in ("/samples/", f"/samples/{row.sampling_id}/", f"/samples/films/{row.pk}/"):
            assert client.get(path).status_code == 200
        assert client.get("/samples/999999/").status_code == 404
