"""How a field that the platforms would not take is mended: where its value comes from, and who changes it there."""

from typing import Final

_PARTY: Final = "在案件中由承办人更正当事人登记（名称、代码、法定代表人），更正后自动重新校验"
_DECISION: Final = "由承办人在案件中办理更正，再在公示工作中“更正”这件信息"
_ORGAN: Final = "由系统管理员在机关名录中更正机关名称或者统一社会信用代码"
_DAYS: Final = "日期由决定和公示期限算出；有误的由承办人在案件中办理更正"
_OWN: Final = "案件记录里没有这一项，请在这件信息的报送字段页补充"

_HOW: Final = {
    **dict.fromkeys(("CF_NR_ZKDX", "XK_XKLB", "XK_XKZS", "XK_XKBH", "BZ"), _OWN),
    **dict.fromkeys(("CF_CFJG", "CF_CFJGDM", "CF_SJLY", "CF_SJLYDM", "XK_XKJG", "XK_XKJGDM", "XK_LYDW", "XK_LYDWDM"), _ORGAN),
    **dict.fromkeys(("CF_JDRQ", "CF_YXQ", "CF_GSJZQ", "XK_JDRQ", "XK_YXQZ", "XK_YXQZI"), _DAYS),
}


def mend(code: str) -> str:
    """What to do about a field."""
    if code in _HOW:
        return _HOW[code]
    own = code.split("_", 1)[1] in {"XDR_GSZC", "XDR_ZZJG", "XDR_SWDJ", "XDR_SYDW", "XDR_SHZZ"}
    return _OWN if own else _PARTY if "_XDR_" in code or "_FR" in code else _DECISION
