"""What the county shows of signing and service: a certificate, records signed on the spot, a refusal, decisions with their receipt."""

import json
import math
from datetime import timedelta
from random import Random
from typing import Any

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.selectors import actor_for
from fadu.agencies.models import Officer, Organ
from fadu.cases import now
from fadu.cases.models import Case, CaseRole, Function, Step
from fadu.documents.models import Document
from fadu.documents.signing import services as sealing
from fadu.evidence.signing import services
from fadu.evidence.signing.models import Attempt, Capacity, Matter
from fadu.evidence.signing.services.signing import Given

ORGAN = "示市监"
"""The bureau whose cases are shown first; the documents of the others carry no electronic seal."""

RECORDS = ("question_record", "scene_record")
SIGNED, SERVED = 4, 4
"""How many records are signed, and how many services are in the register."""


def certify() -> None:
    """A demonstration certificate for the bureau, before its papers are made."""
    sealing.make_demo(SYSTEM, list(Organ.objects.filter(short_name=ORGAN)), also_sm2=True)


def fill(cases: list[Any]) -> None:
    """Signatures and service of the cases that are shown first; a second time nothing is added."""
    if Matter.objects.exists() or Attempt.objects.exists():
        return
    documents = (
        Document.objects.filter(case__in=cases, superseded=False, organ__short_name=ORGAN)
        .select_related("case__organ", "case__party", "organ", "step")
        .order_by("id")
    )
    for place, document in enumerate(list(documents.filter(paper__in=RECORDS)[:SIGNED])):
        _sign(document, refused=place == SIGNED - 1)
    for document in list(documents.filter(paper="penalty_decision", case__in=Step.objects.filter(name="serve").values("case"))[:SERVED]):
        _serve(document)


def _crew(case: Case) -> list[Officer]:
    """The two who handle a case."""
    rows = CaseRole.objects.filter(case=case, function=Function.HANDLE).order_by("id").values_list("officer_id", flat=True)[:2]
    return [Officer.objects.select_related("user").get(pk=officer) for officer in rows]


def _handler(case: Case) -> Actor:
    user = _crew(case)[0].user
    assert user is not None
    return actor_for(user)


def _sign(document: Document, *, refused: bool) -> None:
    actor, case, moment = _handler(document.case), document.case, document.step.taken_at + timedelta(minutes=20)
    with now.at(moment):
        matter = services.put_document(actor, document)
        party = services.add_signer(actor, matter, Capacity.PARTY.value, (case.party.legal_rep or case.party.name)[:40])
        officers = [services.add_signer(actor, matter, Capacity.OFFICER.value, officer.name) for officer in _crew(case)]
        pages = range(1, matter.pages + 1)
        if refused:
            witness = services.add_signer(actor, matter, Capacity.WITNESS.value, "赵春生")
            seen = services.sign(actor, witness, Given(matter.sha256, pages, drawn("赵春生"), device="示范"))
            services.refuse(actor, party, {"reason": "认为处罚过重，拒绝签名"}, str(seen.id))
        else:
            services.sign(actor, party, Given(matter.sha256, pages, drawn(party.name), device="示范"))
        for officer in officers:
            services.sign(actor, officer, Given(matter.sha256, pages, drawn(officer.name), device="示范"))
    services.complete(actor, matter)  # now, as all papers of the county are made: the certificate was not there then


def _serve(document: Document) -> None:
    """As the step 送达 has it; a first attempt that found nobody for every other one."""
    case, row = document.case, Step.objects.filter(case=document.case, name="serve").latest("seq")
    actor, moment = _handler(case), row.taken_at
    if row.data["service_method"] != "direct":
        return
    with now.at(moment):
        if document.case_id.int % 2:
            empty = services.begin(actor, document, "direct", {}, began_at=moment - timedelta(hours=3))
            services.end(actor, empty, {"outcome": "failed", "failure": "absent", "failure_note": "上午门店未营业"})
        attempt = services.begin(actor, document, "direct", {}, began_at=moment)
        answers = {name: row.data[name] for name in ("receiver", "receiver_role") if name in row.data}
        services.end(actor, attempt, {"outcome": "served", "receiver_role": "self", **answers})


def drawn(name: str) -> str:
    """Something like a name by hand, always the same for the same name, as a pad would send it."""
    random, lines, tick = Random(name), [], 0  # noqa: S311 - a picture, no secret
    for place in range(max(2, min(len(name), 4))):
        for _ in range(4):
            x, y = 30 + place * 80 + random.uniform(0, 40), random.uniform(50, 140)
            dx, dy, bend = random.uniform(15, 35), random.uniform(-30, 45), random.uniform(-12, 12)
            line = []
            for step in range(14):
                tick += 9
                along = step / 13
                line.append(
                    [
                        round(x + dx * along, 1),
                        round(y + dy * along + bend * math.sin(math.pi * along), 1),
                        round(0.35 + 0.5 * math.sin(math.pi * along), 2),
                        tick,
                    ]
                )
            lines.append(line)
            tick += 60
    return json.dumps({"w": 380, "h": 220, "strokes": lines})
