"""Figures of equipment, money, uniforms, monitoring devices and premises, and the clauses they answer."""

from fadu.agencies.equipment.figures import allotment, counters, money, places

FIGURES = (*allotment.FIGURES, *money.FIGURES, *places.FIGURES, *counters.FIGURES)
