"""Names that are none: ways through folders, signs nobody sees, names that a system keeps for itself."""

import re
from collections.abc import Callable
from typing import Any, Final

LONGEST: Final = 120
_HIDDEN = re.compile("[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]")
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?", re.IGNORECASE)


_FAULTS: Final[tuple[tuple[Callable[[str], Any], str], ...]] = (
    (lambda name: not name.strip(), "文件没有名称，请命名后再传"),
    (lambda name: any(0xD800 <= ord(sign) <= 0xDFFF for sign in name), "文件名中有不成字的编码，请改名后再传"),
    (lambda name: "/" in name or "\\" in name, "文件名中不能有路径（/ 或者 \\），请改名后再传"),
    (_TURNING.search, "文件名中有改变文字方向的字符，会让扩展名看起来是另一个，请改名后再传"),
    (_HIDDEN.search, "文件名中有看不见的字符，请改名后再传"),
    (lambda name: name.startswith("."), "文件名不能以点开头，请改名后再传"),
    (lambda name: name != name.strip() or name.endswith("."), "文件名不能以空格或者点结尾，请改名后再传"),
    (_RESERVED.fullmatch, "{stem} 是系统保留的名称，请改名后再传"),
    (lambda name: len(name) > LONGEST, "文件名有 {length} 个字，最多 {most} 个，请改短后再传"),
)


def fault(name: str) -> str:
    """What is wrong with a file name, in Chinese; "" where nothing is."""
    told = next((text for wrong, text in _FAULTS if wrong(name)), "")
    return told.format(stem=name.split(".", maxsplit=1)[0].upper(), length=len(name), most=LONGEST)


def hidden(name: str) -> bool:
    """Whether a name has signs that nobody sees."""
    return bool(_HIDDEN.search(name))


def extension(name: str) -> str:
    """The extension of a name, in small letters, without the dot; "" where it has none."""
    stem, dot, last = name.rpartition(".")
    return last.lower() if dot and stem and last.isalnum() and len(last) <= 5 else ""
