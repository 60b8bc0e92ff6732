"""Pages of equipment, monitoring devices and premises."""

from fadu.agencies.equipment.views.allotment import BUDGETS, DESIGNATIONS, REGULATIONS, STANDARDS, UNIFORMS
from fadu.agencies.equipment.views.devices import DEVICES, PREMISES
from fadu.agencies.equipment.views.things import HOLDINGS, THINGS

REGISTERS = (THINGS, HOLDINGS, DEVICES, PREMISES, UNIFORMS, BUDGETS, STANDARDS, DESIGNATIONS, REGULATIONS)
"""In the order of the tabs."""
