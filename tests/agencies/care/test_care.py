"""Appraisal, liability, insurance and counselling: in order, by whom, and seen by whom."""

from datetime import date, timedelta
from typing import Any

import pytest

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.care import selectors, services
from fadu.agencies.care.models import Appraisal, Matter, MatterStep, Offer
from fadu.agencies.care.views import REGISTERS
from fadu.law.forms import Invalid
from tests.accounts.entrances import assert_entrances
from tests.agencies.equipment.figures import TODAY
from tests.agencies.world import World

pytestmark = pytest.mark.django_db
OFF, R, H, S, A, P = Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN, Role.PUBLIC
SEEN = {OFF: 200, R: 200, H: 200, S: 200, A: 200, P: 302}
KEPT = {OFF: 403, R: 403, H: 403, S: 403, A: 200, P: 302}
WRONG = {**KEPT, A: 422}


def appraisal(person: Any, **more: Any) -> dict[str, Any]:
    return {"officer": str(person.pk), "year": "2025", "grade": "competent", "decided_on": "2026-01-20", "paper": "考〔2026〕1号", **more}


def matter(person: Any, **more: Any) -> dict[str, Any]:
    return {"kind": "accountability", "officer": str(person.pk), "facts": "超过期限", "accepted_on": "2026-03-01", **more}


DECISION = {
    "stage": "decided", "on": "2026-03-20", "decider": "meeting", "found": "1", "circumstance": "情形二", "basis": "办法第五条", "outcome": "批评教育", "says": "集体讨论",
}  # fmt: skip


def errors(act: Any, *args: Any, actor: Any = SYSTEM) -> set[str]:
    with pytest.raises(Invalid) as wrong:
        act(actor, *args)
    return set(wrong.value.errors)


def test_one_outcome_a_year(world: World) -> None:
    person, organ = world.people[OFF], world.organs["示市监"].pk
    row = services.appraise(SYSTEM, organ, appraisal(person))
    assert errors(services.appraise, organ, appraisal(person, grade="excellent")) == {"year"}
    services.appraise(SYSTEM, organ, appraisal(person, year="2024", decided_on="2025-01-20"))
    assert errors(services.edit_appraisal, row.pk, {"grade": "failed", "decided_on": "2026-02-01", "paper": "复〔2026〕1号"}) == {"reason"}
    services.edit_appraisal(SYSTEM, row.pk, {"grade": "failed", "decided_on": "2026-02-01", "paper": "复〔2026〕1号", "reason": "复核改变"})
    row.refresh_from_db()
    assert row.grade == "failed"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"year": "1999"}, "year"),
        ({"grade": "A"}, "grade"),
        ({"decided_on": "2024-12-31"}, "decided_on"),
        ({"decided_on": "2099-01-01"}, "decided_on"),
        ({"officer": "x"}, "officer"),
        ({"paper": ""}, "paper"),
    ],
)
def test_an_outcome_entered_wrongly(world: World, wrong: dict[str, Any], field: str) -> None:
    assert errors(services.appraise, world.organs["示市监"].pk, appraisal(world.people[OFF], **wrong)) == {field}
    assert not Appraisal.objects.exists()


def test_a_matter_goes_step_by_step(world: World) -> None:
    row = services.accept_matter(SYSTEM, world.organs["示市监"].pk, matter(world.people[OFF]))
    assert errors(services.advance_matter, row.pk, DECISION) >= {"stage"}  # nobody has heard the person
    services.advance_matter(SYSTEM, row.pk, {"stage": "investigated", "on": "2026-03-10", "says": "调卷"})
    assert errors(services.advance_matter, row.pk, {"stage": "heard", "on": "2026-03-09", "says": "听取"}) == {"on"}
    services.advance_matter(SYSTEM, row.pk, {"stage": "heard", "on": "2026-03-12", "says": "听取"})
    assert errors(services.advance_matter, row.pk, {**DECISION, "basis": "", "decider": "officer"}) == {"basis", "decider"}
    services.advance_matter(SYSTEM, row.pk, DECISION)
    services.advance_matter(SYSTEM, row.pk, {**DECISION, "stage": "reviewed", "on": "2026-04-01", "found": "0", "outcome": "撤销"})
    services.advance_matter(SYSTEM, row.pk, {"stage": "closed", "on": "2026-04-02", "says": "归档"})
    assert errors(services.advance_matter, row.pk, {"stage": "closed", "on": "2026-04-03", "says": "x"}) == {""}
    row.refresh_from_db()
    assert (row.stage, row.found, row.outcome) == ("closed", False, "撤销")
    assert MatterStep.objects.filter(matter=row).count() == 6


def test_nobody_keeps_their_own_record(world: World) -> None:
    admin = world.people[A]
    with pytest.raises(NotAllowed, match="自己"):
        services.appraise(world.actor(A), world.organs["示县府"].pk, appraisal(admin))
    with pytest.raises(NotAllowed, match="自己"):
        services.accept_matter(world.actor(A), world.organs["示县府"].pk, matter(admin))
    row = services.accept_matter(SYSTEM, world.organs["示县府"].pk, matter(admin))
    with pytest.raises(NotAllowed, match="自己"):
        services.advance_matter(world.actor(A), row.pk, {"stage": "investigated", "on": "2026-03-10", "says": "x"})


def test_one_sees_ones_own_and_heads_what_is_below(world: World) -> None:
    organ = world.organs["示市监"].pk
    for role in (OFF, R, H):
        services.appraise(SYSTEM, organ, appraisal(world.people[role]))
    services.appraise(SYSTEM, world.organs["示环"].pk, appraisal(world.officer("他人", "示环")))
    services.appraise(SYSTEM, world.organs["邻市监"].pk, appraisal(world.officer("邻人", "邻市监")))
    seen = {role: {row.officer.name for row in selectors.appraisals(world.actor(role))} for role in (OFF, R, H, S, A)}
    assert seen == {OFF: {"张伟"}, R: {"王芳"}, H: {"张伟", "王芳", "李强"}, S: {"张伟", "王芳", "李强", "他人"}, A: {"张伟", "王芳", "李强", "他人"}}
    others = Appraisal.objects.get(officer=world.people[H])
    assert world.client(OFF).get(f"/care/appraisals/{others.pk}/").status_code == 404
    assert world.client(S).get(f"/care/appraisals/{others.pk}/").status_code == 200


def test_insurance_is_good_on_both_days_and_may_end_early(world: World) -> None:
    person, organ = world.people[OFF], world.organs["示市监"].pk
    entry = {"officer": str(person.pk), "cover": "accident", "insurer": "某保险", "policy": "P1", "since": "2026-01-01", "until": "2026-12-31"}
    row = services.insure(SYSTEM, organ, entry)
    assert errors(services.insure, organ, entry) == {"policy"}
    assert errors(services.insure, organ, {**entry, "until": "2025-12-31"}) == {"until"}
    assert errors(services.end_insurance, row.pk, {"until": "2026-12-31", "reason": "x"}) == {"until"}
    assert services.end_insurance(SYSTEM, row.pk, {"until": "2026-06-30", "reason": "换保"}).until == date(2026, 6, 30)


def test_of_help_only_that_it_was_offered_is_kept(world: World) -> None:
    person, organ = world.people[OFF], world.organs["示市监"].pk
    incident = services.note_incident(SYSTEM, organ, {"name": "现场冲突", "happened_at": "2026-05-01T10:00"})
    offer = {"officer": str(person.pk), "offered_at": "2026-05-02T10:00", "attended": "1"}
    assert errors(services.offer_help, incident.pk, {**offer, "offered_at": "2026-05-01T09:59"}) == {"offered_at"}
    assert errors(services.offer_help, incident.pk, {**offer, "content": "失眠"}) == {"content"}
    services.offer_help(SYSTEM, incident.pk, offer)
    assert errors(services.offer_help, incident.pk, offer) == {"officer"}
    assert {field.name for field in Offer._meta.concrete_fields} == {"id", "organ", "incident", "officer", "offered_at", "attended"}


def test_away_once_at_a_time(world: World) -> None:
    person, organ = world.people[OFF], world.organs["示市监"].pk
    entry = {"officer": str(person.pk), "kind": "seconded", "since": "2026-01-05"}
    row = services.send_away(SYSTEM, organ, entry)
    assert errors(services.send_away, organ, entry) == {"officer"}
    services.come_back(SYSTEM, row.pk, {"until": "2026-02-01", "reason": "期满"})
    assert errors(services.send_away, organ, {**entry, "since": "2026-01-31"}) == {"officer"}
    services.send_away(SYSTEM, organ, {**entry, "since": "2026-02-01"})


def test_every_role_at_every_entrance(world: World) -> None:
    organ = world.organs["示市监"].pk
    row = services.accept_matter(SYSTEM, organ, matter(world.people[OFF]))
    table: dict[str, dict[Role, int]] = {
        f"GET /care/matters/{row.pk}/": {**SEEN, R: 404},
        f"GET /care/matters/{row.pk}/step/": KEPT,
        f"POST /care/matters/{row.pk}/step/": WRONG,
        **{f"GET /{register.path}": SEEN for register in REGISTERS},
        **{f"GET /{register.path}new/{organ}/": KEPT for register in REGISTERS},
        **{f"POST /{register.path}new/{organ}/": WRONG for register in REGISTERS},
    }
    assert_entrances(world.clients(), table)
    assert Matter.objects.count() == 1


@pytest.mark.parametrize("query", ["q=%00", "organ=x", "year=x", "after=" + "9" * 40, "grade=%27", "now=maybe"])
def test_no_address_breaks_a_list(world: World, query: str) -> None:
    for register in REGISTERS:
        for role in (OFF, A):
            assert world.client(role).get(f"/{register.path}?{query}").status_code == 200


def test_a_form_keeps_what_was_typed(world: World) -> None:
    url = f"/care/organs/new/{world.organs['城政'].pk}/"
    answer = world.client(A).post(url, {"year": "2026", "held_on": "昨天", "methods": ["self", "internal"], "grade": "良好", "paper": "号"})
    assert answer.status_code == 422
    assert "昨天" in answer.content.decode()
    yesterday = str(TODAY - timedelta(days=1))
    assert world.client(A).post(url, {"year": "2026", "held_on": yesterday, "methods": ["self", "internal"], "grade": "良好", "paper": "号"}).status_code == 302
    assert world.organs["城政"].organ_appraisals.get().methods == ["internal", "self"]
