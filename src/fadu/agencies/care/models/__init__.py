"""Appraisal and care: appraisals, commendations, accountability and exemption, insurance, counselling, team size."""

from fadu.agencies.care.models.appraisal import Appraisal, Commendation, OrganAppraisal
from fadu.agencies.care.models.conduct import Discipline, Lowering, Talk
from fadu.agencies.care.models.matters import Matter, MatterStep
from fadu.agencies.care.models.support import Agreement, Away, Incident, Insurance, Offer

__all__ = [
    "Agreement",
    "Appraisal",
    "Away",
    "Commendation",
    "Discipline",
    "Incident",
    "Insurance",
    "Lowering",
    "Matter",
    "MatterStep",
    "Offer",
    "OrganAppraisal",
    "Talk",
]
