"""Figures of the room: of organs here, of people beside."""

from fadu.agencies.figures import organs

FIGURES = (*organs.FIGURES,)
