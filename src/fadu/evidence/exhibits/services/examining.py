"""质证、认定、排除: which exhibit was taken as ground of the decision, which was excluded, and why."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.permissions import require_in
from fadu.cases.errors import Objection, Refused
from fadu.cases.models import Case, Step
from fadu.evidence.exhibits import forms
from fadu.evidence.exhibits.kinds import Finding, Ground, Occasion, Said
from fadu.evidence.exhibits.models import Entry, Exhibit
from fadu.evidence.exhibits.reading import examined
from fadu.evidence.exhibits.selectors.exhibits import exhibit_for
from fadu.evidence.exhibits.services.recording import enter, locked, new_exhibit
from fadu.law.forms import Invalid, validate
from fadu.law.statutes import PENALTY, Citation


@transaction.atomic
def examine(actor: Actor, exhibit_id: uuid.UUID, data: Mapping[str, Any]) -> Entry:
    """Record what an examination found of an exhibit. Raises NotFound, NotAllowed, Invalid, Refused."""
    exhibit = exhibit_for(actor, exhibit_id)
    require_in(actor, "exhibit.examine", exhibit.organ_id)
    clean = validate(forms.EXAMINATION, data)
    if exhibit.withdrawn:
        raise Invalid({"": "这份证据已经撤下，不再审查认定"})
    if clean["finding"] == Finding.ADMITTED and (against := _against(exhibit, clean)):
        raise Refused(against)
    locked(exhibit.case_id)
    exhibit.refresh_from_db()
    return enter(actor, exhibit, Said.EXAMINE, clean)


def _against(exhibit: Exhibit, clean: Mapping[str, Any]) -> list[Objection]:
    """What the law has against taking an exhibit as ground."""
    found = []
    if not clean["verified"]:
        found.append(_objection(PENALTY[46, 2], "证据必须经查证属实，方可作为认定案件事实的根据", "查证属实的结论", "先查证属实；查证不了的，予以排除"))
    if clean.get("unlawful"):
        found.append(_objection(PENALTY[46, 3], "以非法手段取得的证据，不得作为认定案件事实的根据", "合法取得", "予以排除，写明理由"))
    if exhibit.device_sound is False:
        says = "电子监控设备记录未经审核或者经审核不符合要求的，不得作为行政处罚的证据"
        found.append(_objection(PENALTY[41, 2], says, "审核合格的监控记录", "予以排除，另行收集证据"))
    return found


def _objection(basis: Citation, says: str, missing: str, fix: str) -> Objection:
    return Objection("exhibit.examine", (str(basis),), (basis.path,), says, (missing,), fix)


def of_report(case: Case, row: Step, data: Mapping[str, Any]) -> None:
    """What the report at the end of the inquiry found of the evidence; what it names that is no exhibit yet becomes one."""
    open_ = list(Exhibit.objects.filter(case=case, withdrawn=False).order_by("number"))
    for place, line in enumerate(examined(data)):
        exhibit = matching(open_, line["name"], line["kind"])
        if exhibit is None:
            where = {"collected_at": _beijing(row), "source": "调查终结报告列明"}
            exhibit = new_exhibit(
                SYSTEM, case, {"name": line["name"], "kind": line["kind"], "proves": line["proves"], **where}, step=row, place=f"evidence_items.{place}"
            )
        else:
            open_.remove(exhibit)
        enter(SYSTEM, exhibit, Said.EXAMINE, finding_of(line), step=row)


def finding_of(line: Mapping[str, Any]) -> dict[str, Any]:
    """A line of the report as an examination."""
    unlawful, verified = bool(line.get("unlawful")), bool(line.get("verified"))
    ground = Ground.UNLAWFUL if unlawful else "" if verified else Ground.UNVERIFIED
    found: dict[str, Any] = {
        "occasion": Occasion.INQUIRY.value,
        "finding": (Finding.EXCLUDED if ground else Finding.ADMITTED).value,
        "verified": verified,
        "unlawful": unlawful,
        "proves": line.get("proves", ""),
    }
    return found | ({"ground": str(ground), "reason": "调查终结报告认定"} if ground else {})


def matching(exhibits: list[Exhibit], name: str, kind: str) -> Exhibit | None:
    """The exhibit that a report means: of the same name and kind, else of the same kind whose name begins as this one or the other way round."""
    same = [each for each in exhibits if each.kind == kind]
    exact = next((each for each in same if each.name == name), None)
    return exact or next((each for each in same if each.name.startswith(name) or name.startswith(each.name)), None)


def _beijing(row: Step) -> str:
    return timezone.localtime(row.taken_at).strftime("%Y-%m-%dT%H:%M")
