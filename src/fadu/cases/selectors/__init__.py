"""What is read of cases, already scoped to who asks."""

from fadu.cases.selectors.cases import Page, case_for, found, handled_under, listed, tally, visible
from fadu.cases.selectors.explaining import case_called, explanation

__all__ = ["Page", "case_called", "case_for", "explanation", "found", "handled_under", "listed", "tally", "visible"]
