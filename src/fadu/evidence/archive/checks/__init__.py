"""四性检测: the examination of a package, item by item, in the manner of DA/T 70-2018. Every result is reckoned from the bytes.

Each module holds the items of one property: `authentic` 真实性, `whole` 完整性, `usable` 可用性, `safe` 安全性. An item says what
it is, how it is checked, and gives what it found; "" is nothing wrong, `Untold` that this machine can't tell.
"""

from fadu.evidence.archive.checks import authentic, safe, usable, whole
from fadu.evidence.archive.checks.items import Examined, Result, Untold, examine

__all__ = ["Examined", "Result", "Untold", "authentic", "examine", "safe", "usable", "whole"]
