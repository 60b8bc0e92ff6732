"""The case package: everything that proves a case offline. Writing one seals it: nothing can be cut off its end unseen."""

import tempfile
from pathlib import Path

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.cases.errors import Conflict
from fadu.cases.models import Case, Leaf
from fadu.cases.models import Step as StepRow
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.papers import of_case
from fadu.cases.services.leaves import add_leaf
from fadu.cases.services.log import Log, sequence_all, vkey
from fadu.cases.services.record import committed
from fadu.ledger.entry import Entry
from fadu.ledger.package import Document, Step, document_content, seal_content, write_package


def export(actor: Actor, case: Case, folder: Path | None = None) -> Path:
    """Write the package of a case and give its path; the caller removes it. Raises NotAllowed, and Conflict while leaves wait."""
    require_in(actor, "case.export", case.organ_id)
    papers = of_case(actor, case)
    rows = list(StepRow.objects.filter(case=case).order_by("seq"))
    leaves = {leaf.ref: leaf for leaf in Leaf.objects.filter(case=case, kind__in=("step", "document"))}
    digests = {paper.id: paper.sha256 for paper in papers}
    last = Entry.from_bytes(bytes(leaves[rows[-1].id].entry))
    sealed = seal_content(str(case.id), last, len(rows), digests)
    with transaction.atomic():
        seal = add_leaf("seal", case.id, new_id(), sealed, now(), step_id=rows[-1].id)
    sequence_all()
    log = Log()
    fresh = {leaf.ref: leaf for leaf in Leaf.objects.filter(case=case)}
    steps, documents = [], []
    for row in rows:
        if (receipt := log.receipt(fresh[row.id])) is None:
            raise Conflict("还有步骤等待写入公开日志，请稍后再导出")
        steps.append(Step(row.seq, committed(row, fresh[row.id]), receipt))
    for paper in papers:
        if (proof := log.receipt(fresh[paper.ref], document_content(paper.id, paper.sha256, paper=paper.paper))) is None:
            raise Conflict("还有文书等待写入公开日志，请稍后再导出")
        documents.append(Document(paper.id, paper.name, paper.file, proof))
    target = (folder or Path(tempfile.mkdtemp(prefix="fadu-package-"))) / f"{case.id}.zip"
    write_package(
        target, case=str(case.id), steps=steps, documents=documents, checkpoint=log.note, vkey=vkey(), seal=log.receipt(fresh[seal.ref], sealed)
    )  # fmt: skip
    return target
