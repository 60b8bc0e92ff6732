"""Equipment, monitoring devices and premises: what there is, who holds it, whether it suffices."""

from fadu.agencies.equipment.models.allotment import BudgetLine, Designation, Regulation, Standard, Uniform
from fadu.agencies.equipment.models.counters import Visit, Window
from fadu.agencies.equipment.models.devices import Calibration, Device, Review, Siting
from fadu.agencies.equipment.models.premises import Premises, PremisesLog, Room
from fadu.agencies.equipment.models.things import Holding, Thing, ThingInterval

__all__ = [
    "BudgetLine",
    "Calibration",
    "Designation",
    "Device",
    "Holding",
    "Premises",
    "PremisesLog",
    "Regulation",
    "Review",
    "Room",
    "Siting",
    "Standard",
    "Thing",
    "ThingInterval",
    "Uniform",
    "Visit",
    "Window",
]
