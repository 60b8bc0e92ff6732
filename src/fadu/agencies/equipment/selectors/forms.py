"""Forms whose choices come from the registers themselves."""

from dataclasses import replace

from fadu.agencies.equipment import forms
from fadu.agencies.equipment.kinds import NEXT_STATE, ThingState
from fadu.agencies.equipment.models import BudgetLine, Room
from fadu.agencies.jurisdiction import standing
from fadu.law.forms import Field, Kind


def thing_fields(organ_id: int) -> tuple[Field, ...]:
    """The form of a thing, with the budget lines of its organ."""
    lines = tuple((str(line.pk), str(line)) for line in BudgetLine.objects.filter(organ_id=organ_id).order_by("-year", "line"))
    return tuple(replace(field, choices=lines) if field.name == "line" else field for field in forms.THING)


def state_fields(state: str) -> tuple[Field, ...]:
    """The form of a change from a state: only what may follow it is offered."""
    following = tuple((item.value, item.label) for item in NEXT_STATE[ThingState(state)])
    return tuple(replace(field, choices=following) if field.name == "state" else field for field in forms.STATE)


def move_fields(organ_id: int) -> tuple[Field, ...]:
    """The organs to which a thing may go; whether who asks may give it there, the service asks."""
    organs = tuple((str(organ.pk), organ.name) for organ in standing().exclude(pk=organ_id).order_by("path"))
    return tuple(replace(field, choices=organs) if field.name == "organ" else field for field in forms.MOVE)


def room_fields(premises_id: int) -> tuple[Field, ...]:
    """The rooms that may be closed."""
    rooms = tuple((str(room.pk), room.name) for room in Room.objects.filter(premises_id=premises_id, until__isnull=True).order_by("pk"))
    return (Field(name="room", label="房间", kind=Kind.CHOICE, choices=rooms), *forms.ENDING)


def log_fields(premises_id: int) -> tuple[Field, ...]:
    """The form of a note, with the rooms of the premises."""
    rooms = tuple((str(room.pk), room.name) for room in Room.objects.filter(premises_id=premises_id).order_by("pk"))
    return tuple(replace(field, choices=rooms) if field.name == "room" else field for field in forms.LOG)
