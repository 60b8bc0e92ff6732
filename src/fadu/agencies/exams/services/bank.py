"""A whole bank brought in as a worksheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, require_in
from fadu.agencies.exams import forms
from fadu.agencies.exams.chain import content_hash
from fadu.agencies.exams.content import content_of, entered_of, stem_key
from fadu.agencies.exams.models import Question, QuestionVersion
from fadu.agencies.exams.services.questions import MANAGE, TWICE
from fadu.agencies.models import Organ
from fadu.agencies.services.changes import record
from fadu.law.forms import Invalid
from fadu.sheets.sheet import Fault, Faults, Loaded, Row, Tick

CHUNK = 500


@dataclass(frozen=True, slots=True)
class _Ready:
    """A row that can be written."""

    key: str
    content: dict[str, Any]


def load_questions(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """Bring a bank into the bank of the actor's own organ; a question that is there word for word stays as it is.

    Raises Faults for the same stem twice in the file, for a stem that is in the bank with other content (such a question is
    changed by itself, with a reason), and for whatever a single question would be refused for.
    """
    if actor.organ_id is None:
        raise NotAllowed("题库属于一个机关；请以机关系统管理员的身份导入。")
    require_in(actor, MANAGE, actor.organ_id)
    with transaction.atomic():
        organ = Organ.objects.select_for_update().get(pk=actor.organ_id)  # of two imports at once the second waits, and finds what the first brought
        known = _known(organ)
        ready, unchanged = _ready(rows, known)
        for start in range(0, len(ready), CHUNK):
            _write(actor, organ, ready[start : start + CHUNK])
            tick(min(start + CHUNK, len(ready)))
    return Loaded(added=len(ready), unchanged=unchanged)


def _known(organ: Organ) -> dict[str, tuple[int, str]]:
    """Stem → (question, hash of its content)."""
    found = QuestionVersion.objects.filter(question__organ=organ, question__retired_at__isnull=True, current=True)
    return {key: (pk, digest) for key, pk, digest in found.values_list("question__stem_key", "question_id", "hash")}


def _ready(rows: Sequence[Row], known: dict[str, tuple[int, str]]) -> tuple[list[_Ready], int]:
    labels = {field.name: field.label for field in forms.QUESTION}
    faults: list[Fault] = []
    ready: list[_Ready] = []
    lines: dict[str, int] = {}
    unchanged = 0
    for row in rows:
        try:
            content = content_of(row.values)
        except Invalid as wrong:
            faults += [Fault(row.line, labels.get(name, ""), text) for name, text in wrong.errors.items()]
            continue
        key = stem_key(content["stem"])
        if key in lines:
            faults.append(Fault(row.line, labels["stem"], f"与第 {lines[key]} 行的题干相同"))
        elif key in known and known[key][1] != content_hash(content):
            faults.append(Fault(row.line, labels["stem"], f"{TWICE}，内容不一样：第 {known[key][0]} 题；要修改请在那道题上改"))
        elif key in known:
            unchanged += 1
        else:
            ready.append(_Ready(key, content))
        lines.setdefault(key, row.line)
    if faults:
        raise Faults(faults)
    return ready, unchanged


def _write(actor: Actor, organ: Organ, chunk: Sequence[_Ready]) -> None:
    questions = Question.objects.bulk_create([Question(organ=organ, stem_key=item.key) for item in chunk])
    versions = QuestionVersion.objects.bulk_create(
        [QuestionVersion(question=question, number=1, hash=content_hash(item.content), **item.content) for question, item in zip(questions, chunk, strict=True)]
    )
    for question, version in zip(questions, versions, strict=True):
        record(actor, "导入", question, what="question", label=str(question), organ_id=organ.pk, before={}, after=entered_of(version))
