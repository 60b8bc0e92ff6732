"""The public record of a decision, derived by allow-list: what is not named here is never public (公示信息由决定生成，不另行填写)."""

from fadu.disclosure.derive.acts import ACTS, Act, act_of
from fadu.disclosure.derive.record import Drawn, Line, draw

__all__ = ["ACTS", "Act", "Drawn", "Line", "act_of", "draw"]
