"""The only writers of equipment, monitoring devices and premises."""

from fadu.agencies.equipment.services.allotment import (
    add_budget,
    add_standard,
    designate,
    edit_budget,
    end_designation,
    end_standard,
    issue_uniform,
    take_uniform_back,
)
from fadu.agencies.equipment.services.devices import (
    calibrate_device,
    edit_device,
    move_device,
    publish_device,
    register_device,
    review_device,
    stop_device,
)
from fadu.agencies.equipment.services.holdings import give_back, hand_on, issue
from fadu.agencies.equipment.services.premises import add_premises, add_room, close_premises, close_room, edit_premises, note
from fadu.agencies.equipment.services.regulations import check_regulation, end_regulation, enter_regulation
from fadu.agencies.equipment.services.things import calibrate_thing, change_state, edit_thing, move_thing, note_use, register_thing

__all__ = [
    "add_budget",
    "add_premises",
    "add_room",
    "add_standard",
    "calibrate_device",
    "calibrate_thing",
    "change_state",
    "check_regulation",
    "close_premises",
    "close_room",
    "designate",
    "edit_budget",
    "edit_device",
    "edit_premises",
    "edit_thing",
    "end_designation",
    "end_regulation",
    "end_standard",
    "enter_regulation",
    "give_back",
    "hand_on",
    "issue",
    "issue_uniform",
    "move_device",
    "move_thing",
    "note",
    "note_use",
    "publish_device",
    "register_device",
    "register_thing",
    "review_device",
    "stop_device",
    "take_uniform_back",
]
