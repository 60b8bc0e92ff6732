"""What a credential is worth at a moment: the one judgement that the door, the pickers and the lists share."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from fadu.agencies.kinds import ON_ESTABLISHMENT, Employment, Field, State
from fadu.agencies.models import Credential, CredentialState


@dataclass(frozen=True, slots=True)
class CredentialReading:
    """Whether an officer may enforce at a moment, and why not.

    Attributes:
        ok: holds a credential that is valid then, for the field asked about.
        number: of the credential read; empty where there is none.
        why: in Chinese, for the officer; of a valid one until when.
        state: the state's Chinese name.
        near: valid, but for less than thirty days more.
    """

    ok: bool
    number: str
    why: str
    state: str = ""
    near: bool = False


NO_CREDENTIAL = CredentialReading(ok=False, number="", why="没有行政执法证件", state="无证件")
NEAR = 30


def read(state: CredentialState, at: datetime, field: str | None) -> CredentialReading:
    """A credential at a moment, by the state that is in force then."""
    credential = state.credential
    fault = _fault(credential, state, at, field)
    label = State(state.state).label
    if fault:
        label = label if state.state != State.VALID else "无效"
        return CredentialReading(ok=False, number=credential.number, why=f"执法证 {credential.number} {fault}", state=label)
    left = (credential.valid_to - timezone.localdate(at)).days
    why = f"执法证 {credential.number} 有效期至 {credential.valid_to.isoformat()}" + (f"，还剩 {left} 天" if left < NEAR else "")
    return CredentialReading(ok=True, number=credential.number, why=why, state=label, near=left < NEAR)


def best(readings: Iterable[CredentialReading]) -> CredentialReading:
    """Of several credentials of one person a valid one, else the last read."""
    found = NO_CREDENTIAL
    for reading in readings:
        if reading.ok:
            return reading
        found = reading
    return found


def _fault(credential: Credential, state: CredentialState, at: datetime, field: str | None) -> str:
    day, officer = timezone.localdate(at), credential.officer
    if state.state != State.VALID:
        return f"自 {timezone.localtime(state.starts_at):%Y-%m-%d %H:%M} 起{State(state.state).label}（{state.reason}）"
    if day < credential.valid_from:
        return f"自 {credential.valid_from.isoformat()} 起才有效"
    if day > credential.valid_to:
        return f"已于 {credential.valid_to.isoformat()} 到期"
    if officer.employment not in ON_ESTABLISHMENT:
        return f"的持证人是{Employment(officer.employment).label}，不具有行政执法资格"
    if day < officer.starts_on or (officer.ends_on is not None and day >= officer.ends_on):
        return "的持证人当日不在岗"
    if field and credential.category not in {field, Field.GENERAL}:
        known = Field(field).label if field in Field.values else field
        return f"的执法类别是{Field(credential.category).label}，不能用于{known}"
    return ""
