"""What schemathesis asks of the interface, from its description: nothing fails, and every answer is as described."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from fadu.disclosure.models import Publication
from fadu.disclosure.opendata import services
from fadu.site.wsgi import application
from tests.disclosure.opendata import world

OPERATIONS = 12


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """The interface is asked in this process: it must not close the connection in which the test stands."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


def _run(operation: Any, mode: GenerationMode, keys: st.SearchStrategy[str], examples: int, asked: dict[str, int]) -> None:
    @settings(max_examples=examples, deadline=None, database=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode), key=keys, real=st.booleans())
    def each(case: Any, key: str, real: bool) -> None:
        if real and "record_id" in (case.path_parameters or {}):
            case.path_parameters["record_id"] = key  # else hardly any id is one of ours
        answer = case.call()
        gone = [positive_data_acceptance] if answer.status_code == 410 else []  # a record that was withdrawn is described as such, and no success
        case.validate_response(answer, excluded_checks=gone)
        asked[operation.label] = asked.get(operation.label, 0) + 1

    each()


def _ask(examples: int, rows: list[Publication]) -> dict[str, int]:
    """So many examples of each operation and mode; gives how many were asked."""
    world.taken_down(rows[0])
    services.refresh()
    schema = schemathesis.openapi.from_wsgi("/api/open/v1/openapi.json", application)
    asked: dict[str, int] = {}
    keys = st.sampled_from([str(row.pk) for row in rows[:3]])
    for found in schema.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]  # an operation that cannot be read has no such method, and the test fails
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            if mode is GenerationMode.NEGATIVE and not operation.query:  # any text may stand in a path
                continue

            _run(operation, mode, keys, examples, asked)
    return asked


def test_every_operation_is_as_described(rows: list[Publication]) -> None:
    asked = _ask(12, rows)
    assert len(asked) == OPERATIONS
    assert all(asked.values())


@pytest.mark.long
def test_every_operation_is_as_described_at_length(rows: list[Publication]) -> None:
    asked = _ask(400, rows)
    print(sum(asked.values()), "requests", asked)
    assert len(asked) == OPERATIONS
