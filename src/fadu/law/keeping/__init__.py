"""登记: publication, personal data, archives and electronic documents, each a record kept as a procedure."""

from fadu.law.keeping import archiving, personal, publishing, signing
from fadu.law.procedure import Procedure

PROCEDURES: tuple[Procedure, ...] = (publishing.PROCEDURE, personal.PROCEDURE, archiving.PROCEDURE, signing.PROCEDURE)
