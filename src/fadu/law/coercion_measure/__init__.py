"""行政强制措施: 查封、扣押、冻结."""

from fadu.law.coercion_measure import freeze, other, seizure
from fadu.law.procedure import Procedure

PROCEDURES: tuple[Procedure, ...] = (seizure.PROCEDURE, freeze.PROCEDURE, other.PROCEDURE)
