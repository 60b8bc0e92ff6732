"""The register of a file (档案登记) goes through the one door: its clocks, its transfer, its destruction are judged there."""

from typing import Any

from fadu.accounts.actors import Actor, Role
from fadu.accounts.permissions import may
from fadu.agencies.kinds import Level
from fadu.cases.models import Case, CaseRole, Function
from fadu.cases.now import now
from fadu.cases.services import register, take
from fadu.evidence.archive.models import Volume

PROCEDURE = "archive.record"
CITY = {Level.CITY, Level.PROVINCE}


def keeper_of(volume: Volume) -> str:
    """Which archives house takes the files of the organ: that of its county, or of the city and above."""
    return "city" if volume.organ.level in CITY else "county"


def opened(actor: Actor, volume: Volume) -> None:
    """Register a file that was formed and hand it to the archive; supplements go with their file. Raises Refused where the law stands against it."""
    if volume.ordinal or not may(actor, "case.step.officer") or actor.organ_id != volume.organ_id:
        return
    formed: dict[str, Any] = {
        "cause": f"{volume.number} {volume.title}"[:100],
        "archive_formed_on": volume.formed_on.isoformat(),
        "archive_electronic": "yes",
        "archive_keeper": keeper_of(volume),
        "archive_hand_in_by": volume.due_on.isoformat(),
    }
    formed |= {"archive_expires_on": volume.expires_on.isoformat()} if volume.expires_on else {}
    made = register(actor, PROCEDURE, formed, key=f"archive:{volume.case_id}")
    handed = {
        "archive_excluded_items": 0,
        "archive_held_privately": "no",
        "archive_electronic_conditions": ["origin", "course", "parts"],  # the examination of the four properties has just found them
        "received_by": actor.name,
    }
    take(actor, made.case_id, "archive_hand_in", handed, key=f"archive:{volume.case_id}:in")
    volume.register_id = made.case_id
    volume.save(update_fields=["register"])


def step(actor: Actor, volume: Volume, name: str, data: dict[str, Any]) -> None:
    """Take a step in the register of a file, as whoever keeps or decides on the archive now; a file without a register has none."""
    if volume.register_id is None:
        return
    _appointed(actor, Case.objects.get(pk=volume.register_id))
    take(actor, volume.register_id, name, data, key=f"archive:{volume.case_id}:{name}")


def _appointed(actor: Actor, case: Case) -> None:
    """Years later somebody else keeps the archive: they handle its registers."""
    if actor.role is Role.OFFICER and actor.officer_id is not None:
        CaseRole.objects.get_or_create(case=case, officer_id=actor.officer_id, defaults={"function": Function.HANDLE, "since": now()})
