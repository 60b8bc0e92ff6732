"""The public record of a decision, derived by allow-list: what is not named here is never public (公示信息由决定生成，不另行填写)."""

from fadu.disclosure.derive.acts import ACTS, act_of
from fadu.disclosure.derive.record import Drawn, Line, draw, told_of
from fadu.disclosure.derive.told import Act, Told

__all__ = ["ACTS", "Act", "Drawn", "Line", "Told", "act_of", "draw", "told_of"]
