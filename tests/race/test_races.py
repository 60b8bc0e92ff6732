"""Two at the same moment, on PostgreSQL, where they really are."""

from collections import Counter as Tally
from typing import Any

import pytest
from django.db import connection, transaction

from fadu.cases.errors import Conflict, Refused
from fadu.cases.models import Attempt, Case, CaseRole, Counter, Leaf, LogHead, Outbox, Party, Step
from fadu.cases.models.ids import new_id
from fadu.cases.services import next_number, register, take
from fadu.cases.services.log import Log, Rows, TooQuick, sequence, sequence_all, vkey
from fadu.cases.services.record import content_of
from fadu.documents import consumers
from fadu.ledger.errors import LedgerError
from fadu.ledger.receipt import verify
from tests.cases.telling import Telling, assert_rebuilt, at, story
from tests.cases.world import Bureau
from tests.race.conftest import together

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs FADU_TEST_DATABASE_URL"),
]


def of(results: list[Any], kind: type) -> list[Any]:
    return [result for result in results if isinstance(result, kind)]


def whole(case: Case) -> None:
    """Steps in order, chained, each with its leaf and its outbox row; the state kept is the state of the steps."""
    rows = list(Step.objects.filter(case=case).order_by("seq"))
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert case.seq == len(rows)
    before = ""
    for row in rows:
        assert row.prev == before
        before = row.hash
        assert Leaf.objects.filter(ref=row.id, kind="step").count() == 1
        assert Outbox.objects.filter(ref=row.id, topic="step").count() == 1
    assert case.last_hash == before
    assert_rebuilt(case)


def test_two_deciders_at_once_make_one_decision(bureau: Bureau) -> None:
    case = Telling(bureau).until("discuss")
    data = case.sent("decide")
    heads = [bureau.who("zhaoqiang"), bureau.who("sunli")] * 2
    results = together(*[lambda head=head: take(head, case.id, "decide", data, taken_at=at("2026-07-17T10:00")) for head in heads])
    taken = [result for result in results if not isinstance(result, Exception)]
    assert len(taken) == 1
    assert len(of(results, Refused)) == 3
    assert all("现处“决定”阶段" in refusal.objections[0].says for refusal in of(results, Refused))
    assert Step.objects.filter(case_id=case.id, name="decide").count() == 1
    assert Attempt.objects.filter(case_id=case.id).count() == 3
    assert CaseRole.objects.filter(case_id=case.id, function="decide").count() <= 2
    whole(case.case)


def test_two_deciders_who_saw_the_same_page_conflict(bureau: Bureau) -> None:
    case = Telling(bureau).until("discuss")
    data, seen = case.sent("decide"), case.case.seq
    heads = [bureau.who("zhaoqiang"), bureau.who("sunli")]
    results = together(*[lambda head=head: take(head, case.id, "decide", data, taken_at=at("2026-07-17T10:00"), after_seq=seen) for head in heads])
    assert len(of(results, Conflict)) == 1
    assert not Attempt.objects.exists()
    whole(case.case)


def test_a_number_is_given_once_and_none_is_left_out(bureau: Bureau) -> None:
    organ = bureau.bureau.pk

    def draw() -> list[int]:
        found = []
        for _ in range(50):
            with transaction.atomic():
                found.append(next_number(organ, "罚", 2026))
        return found

    results = together(*[draw] * 8)
    assert not of(results, Exception)
    assert sorted(number for numbers in results for number in numbers) == list(range(1, 401))
    assert all(numbers == sorted(numbers) for numbers in results)
    assert Counter.objects.get(organ_id=organ, kind="罚", year=2026).value == 400


def test_a_number_rolled_back_is_given_again(bureau: Bureau) -> None:
    organ = bureau.bureau.pk

    def draw(place: int) -> list[int]:
        found = []
        for turn in range(20):
            try:
                with transaction.atomic():
                    number = next_number(organ, "罚", 2026)
                    if (turn + place) % 3 == 0:
                        raise LookupError  # noqa: TRY301 - a rollback is what is tried
                    found.append(number)
            except LookupError:
                pass
        return found

    numbers = [number for numbers in together(*[lambda place=place: draw(place) for place in range(6)]) for number in numbers]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_series_do_not_wait_for_each_other(bureau: Bureau) -> None:
    organ = bureau.bureau.pk
    results = together(*[lambda kind=kind, year=year: next_number(organ, kind, year) for kind in ("罚", "听") for year in (2025, 2026)])
    assert results == [1, 1, 1, 1]


def test_the_same_step_twice_with_one_key_is_one_step(bureau: Bureau) -> None:
    case = Telling(bureau).until("file")
    data, who = case.sent("inspect"), bureau.who("liwei")
    results = together(*[lambda: take(who, case.id, "inspect", data, taken_at=at("2026-06-04T09:30"), key="k")] * 6)
    assert not of(results, Exception)
    assert len({result.step_id for result in results}) == 1
    assert sorted(result.repeated for result in results) == [False, True, True, True, True, True]
    assert Step.objects.filter(case_id=case.id, name="inspect").count() == 1
    whole(case.case)


def test_the_same_step_twice_with_two_keys_is_refused_or_in_conflict(bureau: Bureau) -> None:
    case = Telling(bureau).until("register")
    data, head = case.sent("file"), bureau.who("zhaoqiang")
    acts = [lambda key=key: take(head, case.id, "file", data, taken_at=at("2026-06-03T10:00"), key=key) for key in "abcd"]
    results = together(*acts)
    assert len(of(results, Refused)) == 3
    assert Step.objects.filter(case_id=case.id, name="file").count() == 1
    whole(case.case)
    seen = case.case.seq
    inspect = case.sent("inspect")
    who = bureau.who("liwei")
    acts = [lambda key=key: take(who, case.id, "inspect", inspect, taken_at=at("2026-06-04T09:30"), key=key, after_seq=seen) for key in "efgh"]
    results = together(*acts)
    assert len(of(results, Conflict)) == 3
    assert Step.objects.filter(case_id=case.id, name="inspect").count() == 1
    whole(case.case)


def test_many_steps_of_one_case_are_written_one_after_the_other(bureau: Bureau) -> None:
    case = Telling(bureau).until("file")
    data = case.sent("inspect")
    people = [bureau.who("liwei"), bureau.who("wangfang")] * 3
    results = together(*[lambda who=who: [take(who, case.id, "inspect", data, taken_at=at("2026-06-04T09:30")).seq for _ in range(5)] for who in people])
    assert not of(results, Exception)
    assert sorted(seq for seqs in results for seq in seqs) == list(range(3, 33))
    whole(case.case)


def test_many_cases_are_written_beside_each_other(bureau: Bureau) -> None:
    who, data = bureau.who("liwei"), story("food_safety")["steps"][0]["data"]
    results = together(*[lambda: [register(who, "penalty.general", data, taken_at=at("2026-06-01T09:10")).case_id for _ in range(4)]] * 6)
    assert not of(results, Exception), results
    assert Case.objects.count() == 24
    for case in Case.objects.all():
        whole(case)


def test_a_registration_of_one_id_opens_one_case(bureau: Bureau) -> None:
    who, data, chosen = bureau.who("liwei"), story("food_safety")["steps"][0]["data"], new_id()
    results = together(*[lambda: register(who, "penalty.general", data, taken_at=at("2026-06-01T09:10"), case_id=chosen)] * 6)
    assert len(of(results, Conflict)) == 5
    assert (Case.objects.count(), Step.objects.count(), Leaf.objects.count()) == (1, 1, 1)
    whole(Case.objects.get())


def test_a_registration_of_one_key_opens_one_case(bureau: Bureau) -> None:
    who, data = bureau.who("liwei"), story("food_safety")["steps"][0]["data"]
    results = together(*[lambda: register(who, "penalty.general", data, taken_at=at("2026-06-01T09:10"), key="r1")] * 6)
    assert not of(results, Exception)
    assert len({result.case_id for result in results}) == 1
    assert (Case.objects.count(), Step.objects.count()) == (1, 1)
    whole(Case.objects.get())


def test_a_party_registered_twice_at_once_is_told_by_its_code(bureau: Bureau) -> None:
    who, data = bureau.who("liwei"), story("food_safety")["steps"][0]["data"]
    results = together(*[lambda: register(who, "penalty.general", data, taken_at=at("2026-06-01T09:10"))] * 4)
    assert not of(results, Exception)
    codes = Tally(Party.objects.exclude(code_index="").values_list("code_index", flat=True))
    assert len(codes) == 1


def proved() -> None:
    """Every leaf has an index, each once from 0 on, and every receipt verifies under the published head."""
    assert sorted(Leaf.objects.values_list("index", flat=True)) == list(range(Leaf.objects.count()))
    assert LogHead.objects.get().size == Leaf.objects.count()
    log = Log()
    for row in Step.objects.all():
        receipt = log.receipt(Leaf.objects.get(ref=row.id))
        assert receipt is not None
        verify(receipt, content_of(row), vkey())


def test_two_sequencers_at_once_number_each_leaf_once(bureau: Bureau) -> None:
    case = Telling(bureau).until("file")
    data, who = case.sent("inspect"), bureau.who("liwei")
    for _ in range(60):
        take(who, case.id, "inspect", data, taken_at=at("2026-06-04T09:30"))

    def rounds() -> str:
        for _ in range(6):
            try:
                sequence()
            except (TooQuick, LedgerError, OSError) as quicker:
                return type(quicker).__name__
        return "done"

    results = together(*[rounds] * 4)
    assert not of(results, Exception), results
    sequence_all()
    proved()


def test_leaves_written_while_the_sequencer_runs_are_numbered_too(bureau: Bureau) -> None:
    case = Telling(bureau).until("file")
    data, who = case.sent("inspect"), bureau.who("liwei")

    def write() -> int:
        for _ in range(10):
            take(who, case.id, "inspect", data, taken_at=at("2026-06-04T09:30"))
        return 10

    def number() -> int:
        done = 0
        for _ in range(12):
            try:
                sequence()
                done += 1
            except (TooQuick, LedgerError, OSError):
                continue
        return done

    results = together(write, write, number, number)
    assert not of(results, Exception), results
    sequence_all()
    proved()
    whole(case.case)


def test_two_who_number_the_same_leaves_do_it_once(bureau: Bureau) -> None:
    Telling(bureau).until("inspect")
    ids = [str(key) for key in Leaf.objects.values_list("id", flat=True)]
    results = together(*[lambda: Rows().assign(0, ids)] * 4)
    assert results.count(None) == 1
    assert len(of(results, TooQuick)) == 3
    assert LogHead.objects.get().size == len(ids)


def test_two_workers_do_each_thing_once(bureau: Bureau) -> None:
    """The papers of a step are made by one of the workers."""
    from fadu.documents import fonts
    from fadu.documents.models import Document

    if fonts.missing():
        pytest.skip("papers can't be set without their fonts")
    case = Telling(bureau).until("file")
    results = together(*[lambda: consumers.drain(topics=("step",))] * 3)
    assert not of(results, Exception), results
    assert sum(results) == 2
    papers = Tally(Document.objects.filter(case_id=case.id).values_list("step_id", "paper"))
    assert papers
    assert set(papers.values()) == {1}
    assert not Outbox.objects.filter(topic="step", done_at__isnull=True).exists()
