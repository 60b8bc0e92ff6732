"""Pages of equipment, monitoring devices and premises."""

from fadu.agencies.equipment.books import BOOKS
from fadu.agencies.equipment.views.allotment import BUDGETS, DESIGNATIONS, REGULATIONS, STANDARDS, UNIFORMS
from fadu.agencies.equipment.views.devices import DEVICES, PREMISES
from fadu.agencies.equipment.views.things import HOLDINGS, THINGS
from fadu.agencies.registers.bound import register

REGISTERS = (THINGS, HOLDINGS, DEVICES, PREMISES, UNIFORMS, BUDGETS, STANDARDS, DESIGNATIONS, REGULATIONS, *(register(book) for book in BOOKS))
"""In the order of the tabs."""
