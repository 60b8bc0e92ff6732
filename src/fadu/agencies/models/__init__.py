"""Organs, the people who enforce for them, the credentials they do it with, and what was changed in these."""

from fadu.agencies.models.applications import Application, ApplicationStep, ExamResult
from fadu.agencies.models.changes import Change
from fadu.agencies.models.credentials import Credential, CredentialState
from fadu.agencies.models.organs import Organ
from fadu.agencies.models.people import Officer
from fadu.agencies.models.standing import Departure, Reviewer
from fadu.agencies.models.standings import Standing
from fadu.agencies.models.successions import Inheritance, Succession, SuccessionLine, SuccessionMove

__all__ = [
    "Application",
    "ApplicationStep",
    "Change",
    "Credential",
    "CredentialState",
    "Departure",
    "ExamResult",
    "Inheritance",
    "Officer",
    "Organ",
    "Reviewer",
    "Standing",
    "Succession",
    "SuccessionLine",
    "SuccessionMove",
]
