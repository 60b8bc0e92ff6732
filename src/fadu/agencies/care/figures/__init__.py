"""Figures of appraisal and care, and the clauses they answer."""

from fadu.agencies.care.figures import people, support

FIGURES = (*people.FIGURES, *support.FIGURES)
