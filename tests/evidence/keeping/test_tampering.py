"""Whoever has the database's own password changes what he likes; verification names the case and the step."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fadu.accounts.crypto import _Encrypted
from fadu.agencies.models import Organ
from fadu.cases import append_only
from fadu.cases.models import Case, Leaf, LogHead, Outbox, Step
from fadu.cases.models.facts import TABLES
from fadu.cases.services import record
from fadu.documents.models import Document
from fadu.evidence.models import Original
from tests.evidence.keeping.conftest import MODELS, Kept, behind_its_back, found, looked

pytestmark = pytest.mark.django_db

SAYS_NOTHING = {("leaf", "id")}
"""Columns that nothing depends on: the surrogate key of a leaf, where no row points at it."""

COLUMNS = [(name, field.attname) for name, model in MODELS.items() for field in model._meta.concrete_fields if (name, field.attname) not in SAYS_NOTHING]


def another(field: Any, value: Any, kept: Kept) -> Any:  # noqa: C901, PLR0911 - one line for each kind of column
    """A value that the column could have as well."""
    if isinstance(field, models.ForeignKey):
        if field.related_model is Case:
            return kept.other.pk
        if field.related_model is Organ:
            return Organ.objects.exclude(pk=value).values_list("pk", flat=True)[0]
        if field.related_model is Step:
            return Step.objects.filter(case=kept.case).exclude(pk=value).earliest("seq").pk
        return Leaf.objects.filter(kind="attempt").values_list("pk", flat=True)[0]
    if isinstance(field, models.UUIDField):
        return uuid.uuid4()
    if isinstance(field, _Encrypted):
        return {"": "另"} if isinstance(value, dict) else "另一个"
    if isinstance(field, models.BinaryField):
        return bytes([bytes(value)[0] ^ 1]) + bytes(value)[1:]
    if isinstance(field, models.JSONField):
        return [*value, {"rule": "X"}]
    if isinstance(value, bool):
        return not value
    if isinstance(value, datetime):
        return value + timedelta(microseconds=1)
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, int) or value is None:
        return (value or 0) + 1000
    kept_length = field.max_length or 10_000
    return f"{value[: kept_length - 1]}x"


def victim(name: str, kept: Kept) -> Any:
    """A row of that kind in the case: of steps not the last, of papers a numbered one."""
    rows = MODELS[name]._base_manager.filter(case=kept.case)
    if name == "step":
        return rows.get(seq=2)
    if name == "leaf":
        return rows.get(ref=Step.objects.get(case=kept.case, seq=2).pk)
    return rows.exclude(number="").get(superseded=False) if name == "document" else rows.first()


def tamper(row: Any, column: str, value: Any) -> None:
    with behind_its_back(), transaction.atomic():
        assert type(row)._base_manager.filter(pk=row.pk).update(**{column: value}) == 1


def test_an_untouched_installation_reports_nothing(kept: Kept) -> None:
    findings = looked()
    assert [str(deviation) for deviation in findings.deviations] == []
    assert findings.records == Leaf.objects.count() == findings.size
    assert findings.cases == Case.objects.count()
    assert findings.files == Document.objects.count() + Original.objects.count()
    assert set(Leaf.objects.values_list("kind", flat=True)) == {"step", "attempt", "document", "original", "reading", "seal", "exhibit", "edition", "opendata"}


@pytest.mark.parametrize(("name", "column"), COLUMNS, ids=[".".join(pair) for pair in COLUMNS])
def test_a_changed_column_is_reported_with_case_and_step(kept: Kept, name: str, column: str) -> None:
    row = victim(name, kept)
    field = type(row)._meta.get_field(column.removesuffix("_id") if column.endswith("_id") else column)
    tamper(row, column, another(field, getattr(row, column), kept))
    places = [(deviation.place.case, deviation.place.seq) for deviation in found()]
    number = Case.objects.get(pk=kept.case.pk).number or str(kept.case.pk)
    of = {"step": 2, "leaf": 2}.get(name)
    assert any(case == number and (seq == of if of else seq) for case, seq in places), places


@pytest.mark.parametrize(("name", "column"), [pair for pair in COLUMNS if isinstance(MODELS[pair[0]]._meta.get_field(pair[1].removesuffix("_id")), _Encrypted)])
@pytest.mark.parametrize("harm", ["a bit", "of another row", "nothing"])
def test_ciphertext_that_does_not_open_hides_no_other_fault(kept: Kept, name: str, column: str, harm: str) -> None:
    row, table = victim(name, kept), MODELS[name]._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{column}" FROM "{table}" WHERE id = %s', [type(row)._meta.pk.get_db_prep_value(row.pk, connection)])
        sealed = bytes(cursor.fetchone()[0])
        other = {"a bit": sealed[:-1] + bytes([sealed[-1] ^ 1]), "of another row": sealed[::-1], "nothing": b""}[harm]
        with behind_its_back():
            cursor.execute(f'UPDATE "{table}" SET "{column}" = %s WHERE id = %s', [other, type(row)._meta.pk.get_db_prep_value(row.pk, connection)])
    paper = Document.objects.filter(case=kept.case).latest("id")
    tamper(paper, "sha256", "0" * 64)
    told = found()
    assert any(deviation.thing.endswith(str(row.pk)) and deviation.place.case_id == str(kept.case.pk) for deviation in told)
    assert any(deviation.thing == f"文书 {paper.pk}" for deviation in told)


@pytest.mark.parametrize("name", list(MODELS))
def test_a_deleted_row_is_reported_with_case_and_step(kept: Kept, name: str) -> None:
    row = victim(name, kept)
    with behind_its_back(), connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{type(row)._meta.db_table}" WHERE id = %s', [type(row)._meta.pk.get_db_prep_value(row.pk, connection)])
    told = found()
    assert {deviation.place.case_id for deviation in told} == {str(kept.case.pk)}
    assert all(deviation.place.seq for deviation in told)
    if name in {"step", "leaf"}:
        assert {deviation.place.seq for deviation in told if deviation.code in {"row-gone", "leaf-gone", "leaf-lost"}} == {2}
        assert {deviation.place.step for deviation in told if deviation.code != "chain"} == {"tell_spot"}


def test_a_step_and_its_leaf_deleted_together_are_named_by_what_was_published(kept: Kept) -> None:
    row = victim("step", kept)
    with behind_its_back(), connection.cursor() as cursor:
        for table, column in (("cases_leaf", "ref"), ("cases_step", "id")):
            cursor.execute(f'DELETE FROM "{table}" WHERE "{column}" = %s', [Step._meta.pk.get_db_prep_value(row.pk, connection)])
    assert Outbox.objects.filter(ref=row.pk).exists()
    lost = [deviation for deviation in found() if deviation.code == "leaf-lost"]
    assert [(deviation.place.seq, deviation.place.step, deviation.place.title) for deviation in lost] == [(2, "tell_spot", lost[0].place.title)]
    assert lost[0].place.title != "tell_spot"
    assert str(row.pk) in lost[0].thing


def test_two_leaves_swapped_are_both_named(kept: Kept) -> None:
    first, second = (Leaf.objects.get(ref=Step.objects.get(case=kept.case, seq=seq).pk) for seq in (1, 3))
    with behind_its_back():
        Leaf.objects.filter(pk=first.pk).update(index=None)
        Leaf.objects.filter(pk=second.pk).update(index=first.index)
        Leaf.objects.filter(pk=first.pk).update(index=second.index)
    told = [deviation for deviation in found() if deviation.code == "entry"]
    assert sorted(deviation.place.seq or 0 for deviation in told) == [1, 3]


def test_a_leaf_that_lost_its_index_is_told_apart_from_one_that_waits(kept: Kept) -> None:
    tamper(victim("leaf", kept), "index", None)
    told = found()
    assert [deviation.code for deviation in told] == ["leaf-lost"]
    assert "序号被抹去" in told[0].what
    assert told[0].place.seq == 2


def test_a_step_written_past_the_platform_is_reported(kept: Kept) -> None:
    """Somebody who knows the keys appends a step with everything right but the log."""
    last = Step.objects.filter(case=kept.case).latest("seq")
    forged = Step.objects.get(pk=last.pk)
    forged.pk, forged.seq, forged.key, forged.prev = uuid.uuid4(), last.seq + 1, "forged", last.hash
    forged.save(force_insert=True)
    told = found()
    assert ("leaf-gone", last.seq + 1) in {(deviation.code, deviation.place.seq) for deviation in told}


@pytest.mark.parametrize("column", ["stage", "seq", "ended", "last_hash", "passed", "procedure", "version"])
def test_a_state_that_is_not_what_the_steps_give_is_reported(kept: Kept, column: str) -> None:
    case = Case.objects.get(pk=kept.case.pk)
    value = {"seq": 1, "ended": not case.ended, "passed": [], "last_hash": "0" * 64}.get(column, "elsewhere")
    Case.objects.filter(pk=case.pk).update(**{column: value})
    assert any(deviation.code == "state" and deviation.place.case_id == str(case.pk) for deviation in found())


def test_a_fact_that_no_step_gave_is_reported_by_name(kept: Kept) -> None:
    case = Case.objects.get(pk=kept.case.pk)
    name = next(name for name, value in record.kept_facts(case).items() if isinstance(value, bool))
    TABLES[record.grain_of(case)].objects.filter(pk=case.pk).update(**{f"f_{name}": not record.kept_facts(case)[name]})
    told = found()
    assert [deviation.code for deviation in told] == ["state"]
    assert name in told[0].what


def test_a_lifted_trigger_is_reported(kept: Kept) -> None:
    name = min(append_only.wanted(connection))
    table = name.partition("_no_")[0]
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "{name}"' + (f' ON "{table}"' if connection.vendor == "postgresql" else ""))
    told = found()
    assert [(deviation.code, deviation.thing) for deviation in told] == [("trigger", table)]


def test_a_checkpoint_of_another_key_is_not_believed(kept: Kept) -> None:
    from fadu.ledger import checkpoint
    from fadu.ledger.keys import Signer

    head = checkpoint.read(LogHead.objects.get().note)
    LogHead.objects.update(note=checkpoint.sign(head, Signer(head.origin, bytes(32))))
    assert "head" in {deviation.code for deviation in found()}


def test_one_case_alone_is_looked_at(kept: Kept) -> None:
    tamper(victim("step", kept), "by_name", "别人")
    assert found(case_id=kept.other.pk) == []
    assert {deviation.place.seq for deviation in found(case_id=kept.case.pk)} == {2}


def test_what_came_since_alone_is_looked_at(kept: Kept) -> None:
    findings = looked(since=3)
    assert findings.deviations == []
    assert findings.records == Leaf.objects.count()  # a bundle has 256 entries: it is looked at whole


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_whatever_is_changed_anywhere_is_reported(kept: Kept, data: st.DataObject) -> None:
    name, column = data.draw(st.sampled_from([pair for pair in COLUMNS if pair != ("original", "case_id")]))
    rows = [row for row in MODELS[name]._base_manager.order_by("pk") if not (name == "attempt" and row.case_id is None)]
    row = data.draw(st.sampled_from(rows))
    field = type(row)._meta.get_field(column.removesuffix("_id") if column.endswith("_id") else column)
    value = another(field, getattr(row, column), kept)
    if value == getattr(row, column) or (name == "step" and column == "case_id") or (name == "document" and column == "step_id"):
        return
    with transaction.atomic():
        try:
            with transaction.atomic():
                tamper(row, column, value)
        except IntegrityError:  # the database does not have it
            transaction.set_rollback(True)
            return
        told = found()
        transaction.set_rollback(True)
    assert told, (name, column, row.pk)
