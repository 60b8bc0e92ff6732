"""Why a rule says what it says of a case: the facts it looked at, the conditions, the arithmetic of its dates.

The same words stand on the page, in the API and on the command line.
"""

from fadu.law.explain.explaining import explain, verdict_of
from fadu.law.explain.explanation import Explanation, Known, Line, Part, Source
from fadu.law.explain.reckoning import Reckoning, reckoned

__all__ = ["Explanation", "Known", "Line", "Part", "Reckoning", "Source", "explain", "reckoned", "verdict_of"]
