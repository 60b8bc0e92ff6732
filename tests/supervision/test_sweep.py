"""The sweep: what is broken is found with its day, what is mended goes, and each sees but what is within reach."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from django.core.management import call_command
from django.test import Client

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.models import User
from fadu.accounts.permissions import NotAllowed
from fadu.cases.services.replay import replay
from fadu.supervision import selectors
from fadu.supervision.models import Finding, Sweep
from fadu.supervision.services import swept
from tests.cases.world import Bureau

pytestmark = pytest.mark.django_db


def until(story: dict[str, Any], last: str) -> dict[str, Any]:
    """The story up to and with the step `last`."""
    names = [step["step"] for step in story["steps"]]
    return {**story, "steps": story["steps"][: names.index(last) + 1]}


@pytest.fixture
def kept(bureau: Bureau, food: dict[str, Any]) -> str:
    """The food case, in which goods were kept on 2026-06-04 and nothing more was done."""
    return str(replay(until(food, "preserve")).case_id)


def found() -> dict[str, str]:
    return {finding.rule: str(finding.since) for finding in Finding.objects.filter(mended_on__isnull=True)}


def test_goods_kept_past_their_day_are_found_the_day_after(kept: str):
    # kept on Thursday 2026-06-04; working days 5, 8, 9, 10, 11, 12, 15 June: the seventh is Monday the 15th
    assert "CF-056-b" not in set(swept_rules(date(2026, 6, 15)))
    assert "CF-056-b" in set(swept_rules(date(2026, 6, 16)))
    assert found()["CF-056-b"] == "2026-06-16"


def swept_rules(day: date) -> list[str]:
    swept(SYSTEM, day=day)
    return list(found())


def test_swept_again_nothing_is_found_twice(kept: str):
    first = swept(SYSTEM, day=date(2026, 6, 16))
    again = swept(SYSTEM, day=date(2026, 6, 17))
    assert first.found == first.open == again.open > 0
    assert (again.found, again.mended) == (0, 0)


def test_what_is_mended_goes_and_stays_on_record(kept: str):
    swept(SYSTEM, day=date(2026, 11, 20))
    broken = set(found())
    back = swept(SYSTEM, day=date(2026, 6, 5))  # as it stood the day after: no clock had run out yet
    assert back.mended == len(broken) > 0
    assert not found()
    assert Finding.objects.filter(mended_on=date(2026, 6, 5)).count() == len(broken)


def test_only_a_year(kept: str):
    assert swept(SYSTEM, day=date(2026, 11, 20), year=2026).cases == 1
    assert swept(SYSTEM, day=date(2026, 11, 20), year=2025).cases == 0


def test_only_what_can_have_changed(kept: str):
    swept(SYSTEM, day=date(2026, 6, 12))
    assert "CF-056-b" not in found()
    quiet = swept(SYSTEM, day=date(2026, 6, 15), since=True)  # no step was taken, no clock ran out between
    assert (quiet.whole, quiet.cases) == (False, 0)
    ran_out = swept(SYSTEM, day=date(2026, 6, 16), since=True)
    assert ran_out.cases == 1
    assert "CF-056-b" in found()


def test_the_file_holds_what_the_database_does(kept: str, tmp_path: Any):
    run = swept(SYSTEM, day=date(2026, 11, 20), folder=tmp_path)
    frame = pl.read_parquet(tmp_path / run.file)
    assert frame.columns == ["rule", "case", "organ", "grain", "severity", "whose", "since"]
    assert {(row["rule"], str(row["since"])) for row in frame.to_dicts()} == set(found().items())
    assert set(frame["case"]) == {kept}


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN])
def test_nobody_but_the_platform_sweeps(bureau: Bureau, role: Role):
    who = {Role.OFFICER: "liwei", Role.HEAD: "zhaoqiang", Role.SUPERVISOR: "zhaomin", Role.ADMIN: "admin"}[role]
    with pytest.raises(NotAllowed):
        swept(bureau.who(who))
    assert not Sweep.objects.exists()


@pytest.mark.parametrize(("who", "sees"), [("liwei", True), ("zhoujie", False), ("zhaoqiang", True), ("zhaomin", True)])
def test_each_sees_the_findings_of_the_cases_within_reach(bureau: Bureau, kept: str, who: str, sees: bool):
    swept(SYSTEM, day=date(2026, 6, 16))
    assert bool(selectors.findings(bureau.who(who)).rows) is sees
    assert bool(selectors.tallied(bureau.who(who))["rules"]) is sees


def test_who_keeps_the_platform_sees_none(bureau: Bureau, kept: str):
    with pytest.raises(NotAllowed):
        selectors.findings(bureau.who("admin"))


def test_the_page_tells_rule_article_case_and_day(bureau: Bureau, kept: str, client: Client):
    swept(SYSTEM, day=date(2026, 6, 16))
    client.force_login(User.objects.get(username="zhaomin"), backend="django.contrib.auth.backends.ModelBackend")
    text = client.get("/findings/").content.decode()
    for part in ("行政处罚法第五十六条", "2026-06-16", f"/cases/{kept}/", "示范县市场监督管理局"):
        assert part in text
    assert "没有发现问题" in client.get("/findings/?severity=told&rule=CF-056-b").content.decode()
    assert client.get("/findings/?after=nonsense&organ=x&severity=y").status_code == 200


def test_the_command_says_what_it_did(kept: str, capsys: pytest.CaptureFixture[str], tmp_path: Any):
    call_command("sweep", folder=tmp_path)
    said = capsys.readouterr().out
    assert "1 件事项" in said
    assert "新发现" in said
    assert list(tmp_path.glob("findings-*.parquet"))
    call_command("sweep", since=True, folder=tmp_path)
    assert "增量核查" in capsys.readouterr().out
