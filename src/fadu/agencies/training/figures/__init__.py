"""The figures of training: one for each demand of the five policies that plans, sessions and attendances can answer."""

from fadu.agencies.training.figures import coverage, handed, hours, leave, organs, plans

FIGURES = (*hours.FIGURES, *coverage.FIGURES, *plans.FIGURES, *organs.FIGURES, *handed.FIGURES, *leave.FIGURES)
