"""Figures of the room: what its registers say of the clauses of the five policies."""

from fadu.agencies.figures import organs, people

FIGURES = (*organs.FIGURES, *people.FIGURES)
