"""Each case by itself: its steps without a gap, linked as the log has them, and the state that is kept as the steps give it."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from fadu.cases.models import Case, Leaf, Step
from fadu.cases.services import record
from fadu.evidence.keeping.deviations import REFOLD, RESTORE, Deviation, Findings
from fadu.evidence.keeping.places import Place, Places
from fadu.evidence.keeping.verifying.leaves import chunks
from fadu.law.fold import fold
from fadu.law.registry import procedures
from fadu.ledger.entry import Entry
from fadu.ledger.errors import LedgerError


class Chains:
    """The cases under verification."""

    def __init__(self, findings: Findings, places: Places) -> None:
        self._findings, self._places = findings, places

    def examine(self, cases: QuerySet[Case], told: Callable[[int], None]) -> None:
        """Look at each of these cases."""
        for chunk in chunks(cases):
            ids = [case.pk for case in chunk]
            links = {ref: (bytes(entry), index) for ref, entry, index in Leaf.objects.filter(case_id__in=ids, kind="step").values_list("ref", "entry", "index")}
            rows = _steps(ids)
            for case in chunk:
                own = _steps([case.pk]) if rows is None else rows
                if own is not None:  # else a row cannot be read: told where the leaves are looked at
                    self._case(case, own.get(case.pk, []), links)
            self._findings.cases += len(chunk)
            told(len(chunk))

    def _case(self, case: Case, steps: list[Step], links: dict[Any, tuple[bytes, int | None]]) -> None:
        if self._gaps(case, steps):
            return
        self._links(case, steps, links)
        if not _whole(case, steps):
            with transaction.atomic():  # a step may have been taken meanwhile: look again, with the case held
                held = Case.objects.select_for_update().filter(pk=case.pk).first()
                anew = _steps([case.pk])
                if held is None or anew is None:
                    return
                for what in _wrong(held, anew.get(case.pk, [])):
                    self._tell("state", what, REFOLD, self._places.case(case.pk))

    def _gaps(self, case: Case, steps: list[Step]) -> bool:
        """Numbers that are missing; one whose leaf is there has been told already."""
        have = {step.seq for step in steps}
        told = {(found.place.case_id, found.place.seq) for found in self._findings.deviations}
        missing = sorted(set(range(1, max([*have, 0]) + 1)) - have)
        for seq in missing:
            if (str(case.pk), seq) not in told:
                place = self._places.case(case.pk)
                self._tell("gap", "步骤的序号不连续，这一步没有了", RESTORE, Place(place.case, place.case_id, seq))
        if not steps:
            self._tell("gap", "案件没有任何步骤", RESTORE, self._places.case(case.pk))
        return bool(missing) or not steps

    def _links(self, case: Case, steps: list[Step], links: dict[Any, tuple[bytes, int | None]]) -> None:
        """Each entry names the one before, and stands behind it in the log."""
        before, index = None, -1
        for step in steps:
            data, at = links.get(step.pk, (b"", None))
            try:
                entry = Entry.from_bytes(data)
            except LedgerError:
                before = None
                continue
            if (before is None) != (step.seq == 1) and before is None:
                before = entry
                continue
            if entry.prev != (before.hash if before else None):
                self._tell("chain", "与前一步不相接：有步骤被删去、插入或者调换", RESTORE, self._places.step(case.pk, step.pk), index=at)
            if at is not None and at <= index:
                self._tell("order", "在日志中排在前一步之前", RESTORE, self._places.step(case.pk, step.pk), index=at)
            before, index = entry, at if at is not None else index

    def _tell(self, code: str, what: str, remedy: str, place: Place, index: int | None = None) -> None:
        self._findings.add(Deviation(code, what, remedy, place, index=index))


def _steps(ids: list[Any]) -> "dict[Any, list[Step]] | None":
    """The steps of cases in order; None where a row cannot be read."""
    try:
        rows = list(Step.objects.filter(case_id__in=ids).order_by("case_id", "seq"))
    except Exception:  # noqa: BLE001 - a row that was tampered with may hold anything
        return None
    return {key: list(same) for key, same in groupby(rows, key=lambda row: row.case_id)}


def _whole(case: Case, steps: list[Step]) -> bool:
    return not _wrong(case, steps)


def _wrong(case: Case, steps: list[Step]) -> list[str]:
    """What of the state that is kept is not what the steps give."""
    try:
        kept = record.state_of(case)
        anew = fold(procedures()[record.began_with(steps, case)], [record.happened(row) for row in steps])
    except Exception as error:  # noqa: BLE001 - likewise
        return [f"案件的状态读不出来或者算不出来（{type(error).__name__}）"]
    wrong = []
    if (kept.procedure, kept.version, kept.stage, kept.seq, kept.passed) != (anew.procedure, anew.version, anew.stage, anew.seq, anew.passed):
        wrong.append(f"案件所处的阶段（{kept.stage}，{kept.seq} 步）与步骤推得的（{anew.stage}，{anew.seq} 步）不符")
    if names := sorted(name for name in {*kept.facts, *anew.facts} if kept.facts.get(name) != anew.facts.get(name)):
        wrong.append(f"案件的事实与步骤推得的不符：{'、'.join(names)}")
    if case.ended != anew.ended or (steps and case.last_hash != steps[-1].hash):
        wrong.append("案件是否完结或者最后一步的哈希与步骤不符")
    return wrong
