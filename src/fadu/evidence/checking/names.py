"""Names that are none: ways through folders, signs nobody sees, names that a system keeps for itself."""

import re
from typing import Final

LONGEST: Final = 120
_HIDDEN = re.compile("[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]")
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def fault(name: str) -> str:
    """What is wrong with a file name, in Chinese; "" where nothing is."""
    if not name.strip():
        return "文件没有名称，请命名后再传"
    if any(0xD800 <= ord(sign) <= 0xDFFF for sign in name):
        return "文件名中有不成字的编码，请改名后再传"
    if "/" in name or "\\" in name:
        return "文件名中不能有路径（/ 或者 \\），请改名后再传"
    if _TURNING.search(name):
        return "文件名中有改变文字方向的字符，会让扩展名看起来是另一个，请改名后再传"
    if hidden(name):
        return "文件名中有看不见的字符，请改名后再传"
    if name.strip(".") == "" or name.startswith("."):
        return "文件名不能以点开头，请改名后再传"
    if name != name.strip() or name.endswith("."):
        return "文件名不能以空格或者点结尾，请改名后再传"
    if _RESERVED.fullmatch(name):
        return f"{name.split('.', maxsplit=1)[0].upper()} 是系统保留的名称，请改名后再传"
    if len(name) > LONGEST:
        return f"文件名有 {len(name)} 个字，最多 {LONGEST} 个，请改短后再传"
    return ""


def hidden(name: str) -> bool:
    """Whether a name has signs that nobody sees."""
    return bool(_HIDDEN.search(name))


def extension(name: str) -> str:
    """The extension of a name, in small letters, without the dot; "" where it has none."""
    stem, dot, last = name.rpartition(".")
    return last.lower() if dot and stem and last.isalnum() and len(last) <= 5 else ""
