"""行政征收征用, and the plain acts: confirmation, payment, adjudication, reward."""

from fadu.law.requisition import acts, taking

PROCEDURES = (taking.PROCEDURE, *acts.PROCEDURES)
