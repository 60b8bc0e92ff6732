"""Figures of appraisal and care, and the clauses they answer."""

from fadu.agencies.care.figures import conduct, papers, people, support

FIGURES = (*people.FIGURES, *support.FIGURES, *conduct.FIGURES, *papers.FIGURES)
