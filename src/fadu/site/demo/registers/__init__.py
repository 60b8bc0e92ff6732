"""What the county keeps beside its cases: each room fills its own registers."""

from datetime import date

from fadu.site.demo.registers import care, credentials, equipment, exams, items, organs, oversight, publicity, stores, tables, team, training, windows

ROOMS = (organs, credentials, training, exams, equipment, stores, care, items, tables, team, oversight, windows, publicity)
"""In the order in which they are filled."""


def fill(day: date) -> None:
    """Fill every register that is still empty, as of that day."""
    for room in ROOMS:
        room.fill(day)
