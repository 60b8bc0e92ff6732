"""Cases with a party, hands that write, and what a pad sends."""

import io
import json
import math
from typing import Any

from django.utils import timezone

from fadu.cases.models import Case, Step
from fadu.cases.services.replay import replay
from fadu.documents.models import Document
from fadu.documents.services import make_documents
from fadu.evidence.models import Original, Use
from fadu.evidence.services import take_whole
from tests.cases.world import DATA, Bureau
from tests.evidence.conftest import picture

STORY: dict[str, Any] = json.loads((DATA / "food_safety.json").read_text("utf-8"))
PLACES = [step["step"] for step in STORY["steps"]]


def case_before(name: str) -> Case:
    """The food-safety case just before a step is taken."""
    done = replay(STORY | {"steps": STORY["steps"][: PLACES.index(name)]})
    return Case.objects.select_related("party", "organ").get(pk=done.case_id)


def typed(name: str, bureau: Bureau) -> dict[str, Any]:
    """What was typed for a step, people by number."""
    data = dict(STORY["steps"][PLACES.index(name)]["data"])
    return data | {key: [bureau.named[who].pk for who in data[key]] for key in ("present", "appointed") if key in data}


def at(name: str) -> Any:
    """When the step was taken."""
    return timezone.make_aware(timezone.datetime.fromisoformat(STORY["steps"][PLACES.index(name)]["at"]))


def paper_of(case: Case, step: str, paper: str) -> Document:
    """One document of a step, made."""
    make_documents(Step.objects.filter(case=case, name=step).latest("seq").id)
    return Document.objects.select_related("case__organ", "case__party", "organ", "step").get(case=case, paper=paper, superseded=False)


def drawn(seed: float = 0.0) -> str:
    """A name, drawn: three strokes over the pad."""
    lines, tick = [], 0
    for stroke in range(3):
        line = []
        for step in range(30):
            tick += 8
            x = 40 + stroke * 90 + step * 2.5
            line.append([round(x, 1), round(100 + 40 * math.sin(step / 4 + seed + stroke), 1), round(0.3 + 0.4 * step / 30, 2), tick])
        lines.append(line)
    return json.dumps({"w": 360, "h": 220, "strokes": lines})


def shot(bureau: Bureau, decision: Document | None = None) -> Original:
    """A photo that was taken in by the one entrance, for the case of a document or for none."""
    body = picture("PNG")
    case_id = decision.case_id if decision else None
    return take_whole(bureau.who("liwei"), io.BytesIO(body), use=Use.SERVICE, name="现场.png", size=len(body), case_id=case_id)
