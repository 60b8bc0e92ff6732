"""行政强制执行: 催告、加处、划拨、拍卖、代履行、拆除、申请法院."""

from fadu.law.coercion_execution import court, demolition, general, proxy
from fadu.law.procedure import Procedure

PROCEDURES: tuple[Procedure, ...] = (general.PROCEDURE, proxy.PROCEDURE, demolition.PROCEDURE, court.PROCEDURE)
