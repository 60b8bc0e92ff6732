"""Pages of appraisal and care."""

from fadu.agencies.care.views.appraisals import APPRAISALS, COMMENDATIONS, MATTERS, ORGAN_APPRAISALS
from fadu.agencies.care.views.support import AGREEMENTS, AWAYS, INCIDENTS, INSURANCES

REGISTERS = (APPRAISALS, ORGAN_APPRAISALS, COMMENDATIONS, MATTERS, INSURANCES, AGREEMENTS, INCIDENTS, AWAYS)
"""In the order of the tabs."""
