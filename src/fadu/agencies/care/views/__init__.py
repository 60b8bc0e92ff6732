"""Pages of appraisal and care."""

from fadu.agencies.care.books import BOOKS
from fadu.agencies.care.views.appraisals import APPRAISALS, COMMENDATIONS, MATTERS, ORGAN_APPRAISALS
from fadu.agencies.care.views.support import AGREEMENTS, AWAYS, INCIDENTS, INSURANCES
from fadu.agencies.registers.bound import register

REGISTERS = (APPRAISALS, ORGAN_APPRAISALS, COMMENDATIONS, MATTERS, INSURANCES, AGREEMENTS, INCIDENTS, AWAYS, *(register(book) for book in BOOKS))
"""In the order of the tabs."""
