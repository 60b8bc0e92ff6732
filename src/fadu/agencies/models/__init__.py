"""Organs, the people who enforce for them, the credentials they do it with, and what was changed in these."""

from fadu.agencies.models.changes import Change
from fadu.agencies.models.credentials import Credential, CredentialState
from fadu.agencies.models.organs import Organ
from fadu.agencies.models.people import Officer
from fadu.agencies.models.standings import Standing
from fadu.agencies.models.successions import Inheritance, Succession, SuccessionLine, SuccessionMove

__all__ = [
    "Change",
    "Credential",
    "CredentialState",
    "Inheritance",
    "Officer",
    "Organ",
    "Standing",
    "Succession",
    "SuccessionLine",
    "SuccessionMove",
]
