"""Whole lists at once: each row is checked as the service for one is, all are written together or none is."""

from fadu.agencies.services.lists.organs import Listed, load_organs
from fadu.agencies.services.lists.people import Enrolment, load_officers
from fadu.agencies.services.lists.refusals import Refusals

__all__ = ["Enrolment", "Listed", "Refusals", "load_officers", "load_organs"]
