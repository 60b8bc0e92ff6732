"""Making the documents of a step: numbered, rendered, kept, and committed to in the public log, all or none."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.models import Organ
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.leaves import add_leaf
from fadu.cases.services.numbers import next_number
from fadu.documents import gathering, signatures, storage
from fadu.documents.engine import page_count
from fadu.documents.expressions import holds
from fadu.documents.forms import form
from fadu.documents.models import Document
from fadu.documents.render import render
from fadu.documents.signing import services as signing
from fadu.law.correction import CORRECT
from fadu.law.papers import Paper, paper
from fadu.ledger.package import document_content


@transaction.atomic
def make_documents(step_id: uuid.UUID) -> list[Document]:
    """Make the documents of a step that are not made yet; may be called again.

    A correction makes the papers of the step that it corrects anew, under their numbers, and supersedes the earlier ones.
    """
    row = StepRow.objects.get(pk=step_id)
    case = Case.objects.select_for_update(of=("self",)).select_related("organ").get(pk=row.case_id)
    rows = list(StepRow.objects.filter(case=case, seq__lte=row.seq).order_by("seq"))
    what = gathering.occasion(row, rows)
    have = set(Document.objects.filter(step=row).values_list("paper", flat=True))
    wanted = [paper(name) for name in what.step.papers if name not in have]
    if not wanted:
        return []
    data = gathering.gather(row, rows)
    replaced = _superseded(what.row) if row.name == CORRECT else {}
    made: list[Document] = []
    for kind in wanted:
        condition = form(kind.id).when
        if condition and not holds(condition, data):
            continue
        made.append(_make(kind, case, row, data, replaced.get(kind.id, ""), what.step.papers))
        data["papers"][kind.id] = {"title": made[-1].title, "number": made[-1].number, "made_on": made[-1].made_on.isoformat()}
    return made


def document_number(organ: Organ, kind: Paper, year: int) -> str:
    """示市监罚〔2026〕37号: the next number of the organ, the year and the kind; "" for an unnumbered paper."""
    if kind.number_word is None:
        return ""
    return f"{organ.short_name}{kind.number_word}〔{year}〕{next_number(organ.id, kind.number_word, year)}号"


def proof_address(document_id: uuid.UUID) -> str:
    """The public address of a document's proof, as its QR code says it."""
    base = str(getattr(settings, "PUBLIC_URL", "") or "http://127.0.0.1:8000").rstrip("/")
    return base + reverse("documents:proof", args=[document_id])


@transaction.atomic
def make_signed(document_id: uuid.UUID, sheet: Mapping[str, Any]) -> Document:
    """A further version of a document, with the sheet of the signatures given under it; it supersedes the one that was signed."""
    earlier = Document.objects.select_for_update(of=("self",)).select_related("step").get(pk=document_id, superseded=False)
    case = Case.objects.select_for_update(of=("self",)).select_related("organ").get(pk=earlier.case_id)
    rows = list(StepRow.objects.filter(case=case, seq__lte=earlier.step.seq).order_by("seq"))
    data = gathering.gather(earlier.step, rows)
    Document.objects.filter(pk=earlier.pk).update(superseded=True)
    return _make(paper(earlier.paper), case, earlier.step, data, earlier.number, gathering.occasion(earlier.step, rows).step.papers, sheet)


def _make(
    kind: Paper, case: Case, row: StepRow, data: Mapping[str, Any], number: str, fresh: tuple[str, ...], sheet: Mapping[str, Any] | None = None
) -> Document:
    day = timezone.localdate(row.taken_at)
    document = Document(id=new_id(), organ=case.organ, case=case, step=row, paper=kind.id, title=kind.title, made_on=day, made_at=now())
    document.number = number or document_number(case.organ, kind, day.year)
    papers = {**data["papers"], "attached": gathering.attached(data["papers"], fresh)}
    head = {"id": str(document.id), "title": kind.title, "number": document.number, "made_on": day.isoformat(), "url": proof_address(document.id)}
    pdf = render(kind.id, {**data, "papers": papers, "paper": head}, sheet or signatures.of_step(row, kind.id))
    document.pages = page_count(pdf)
    made = signing.seal(case.organ, pdf, kind.title + document.number)
    document.sha256, document.size = storage.keep(made.pdf), len(made.pdf)
    content = document_content(str(document.id), document.sha256, paper=kind.id)  # as the case package rebuilds it
    document.leaf = add_leaf("document", case.id, document.id, content, document.made_at, step_id=row.id)
    document.save(force_insert=True)
    signing.sealed(document, made)
    return document


def _superseded(corrected: StepRow) -> dict[str, str]:
    """Mark the documents of a corrected step, and those of its earlier corrections; their numbers by paper."""
    steps = [corrected.id, *(step.id for step in StepRow.objects.filter(case=corrected.case_id, name=CORRECT) if step.data["seq"] == corrected.seq)]
    standing = Document.objects.filter(step_id__in=steps, superseded=False)
    numbers = dict(standing.values_list("paper", "number"))
    standing.update(superseded=True)
    return numbers
