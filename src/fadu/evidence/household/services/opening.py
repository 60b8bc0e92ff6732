"""Opening the file of a household: nobody reads it unrecorded, and who serves at a desk says what for."""

import uuid
from typing import Any

from fadu.accounts.actors import Actor, Role
from fadu.accounts.permissions import NotAllowed, require
from fadu.evidence.household.models import Household
from fadu.evidence.household.selectors import households
from fadu.evidence.models import Action, Reading
from fadu.evidence.services import read
from fadu.law.forms import Field, Invalid, Kind, validate

PURPOSES = (
    ("handling", "办理案件需要"),
    ("repeat", "核对是否屡次违法、初次违法"),
    ("inspection", "安排或者准备检查"),
    ("request", "答复当事人、复议或者诉讼"),
    ("supervision", "监督、评查"),
)
PURPOSE = (
    Field(name="purpose", label="查阅目的", kind=Kind.CHOICE, choices=PURPOSES),
    Field(
        name="why",
        label="具体事由",
        kind=Kind.LONGTEXT,
        longest=300,
        help="写明案号或者任务，记入调阅记录，监督人员可以看到",
        example="办理示市监罚立〔2026〕37号，核对两年内是否受过同类处罚",
    ),
)
LEAST_WHY = 6
"""Characters of a reason below which it says nothing."""


def needs_purpose(actor: Actor, *, wide: bool) -> bool:
    """Officers always say what for; everybody does who looks beyond the own reach."""
    return wide or actor.role is Role.OFFICER


def open_file(actor: Actor, household_id: uuid.UUID, data: dict[str, Any], *, wide: bool) -> Reading:
    """Write down that `actor` opens the file of a household: within the own reach, or `wide` of all organs, which supervisors see listed.

    Raises NotAllowed, NotFound, Invalid.
    """
    require(actor, "household.see")
    found = households.household(actor, household_id)
    if not wide and not households.within(actor, "household.see", found.pk):
        raise NotAllowed("本机关没有办过这个当事人的事项。确需查阅其他机关的记录，请写明事由，由执法监督人员监督。")
    return _recorded(actor, found, _why(data) if needs_purpose(actor, wide=wide) else "", Action.VIEW, wide=wide)


def download(actor: Actor, household: Household, *, wide: bool, reason: str) -> Reading:
    """Write down that the list of a household's file is taken out."""
    return _recorded(actor, household, reason, Action.DOWNLOAD, wide=wide)


def _why(data: dict[str, Any]) -> str:
    clean = validate(PURPOSE, data)
    if len(clean["why"]) < LEAST_WHY:
        raise Invalid({"why": f"请把具体事由写清楚，至少 {LEAST_WHY} 个字"})
    return f"{dict(PURPOSES)[clean['purpose']]}：{clean['why']}"


def _recorded(actor: Actor, household: Household, reason: str, action: Action, *, wide: bool) -> Reading:
    if actor.organ_id is None:
        raise NotAllowed("只有在机关任职的人员可以查阅一户式档案。")
    kind = "household.wide" if wide else "household"
    return read(actor, kind=kind, ref=household.pk, what=f"一户式：{household.shown_as}", action=action, organ_id=actor.organ_id, reason=reason)
