"""What is read of equipment, monitoring devices and premises."""

from fadu.agencies.equipment.selectors.devices import DeviceReading, devices, evidence_of, published
from fadu.agencies.equipment.selectors.needs import Need, needs
from fadu.agencies.equipment.selectors.rows import budgets, designations, holdings, premises, regulations, standards, things, uniforms

__all__ = [
    "DeviceReading",
    "Need",
    "budgets",
    "designations",
    "devices",
    "evidence_of",
    "holdings",
    "needs",
    "premises",
    "published",
    "regulations",
    "standards",
    "things",
    "uniforms",
]
