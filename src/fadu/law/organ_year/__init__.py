"""机关年度职责: duties of an organ over a year, its people and its government."""

from fadu.law.organ_year import governments, officers, organs
from fadu.law.procedure import Procedure

PROCEDURES: tuple[Procedure, ...] = (organs.PROCEDURE, officers.PROCEDURE, governments.PROCEDURE)
