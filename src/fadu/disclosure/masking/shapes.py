"""The shapes of personal data in Chinese texts, on a text folded to plain digits and letters sign for sign."""

import re
from dataclasses import dataclass
from typing import Final

_DIGITS: Final = {ord(sign): str(value) for value, sign in enumerate("零一二三四五六七八九")} | {ord("〇"): "0", ord("○"): "0", ord("幺"): "1"}
_WIDE: Final = {0x3000: " ", **{wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}}
_RUN: Final = re.compile(r"[零一二三四五六七八九〇○幺]{5,}")
_UNSEEN: Final = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD), " ")
"""Signs that show nothing: between the digits of a number they part it for a machine and not for a reader."""

GAP: Final = r"[\s\-—–_.·*xX]?"
"""What people write between the digits of a number."""


def folded(text: str) -> str:
    """The text with every sign in its plain form, at its place: full-width forms narrow, digits written out in a run as digits."""
    plain = text.translate(_WIDE).translate(_UNSEEN)
    return _RUN.sub(lambda run: run.group().translate(_DIGITS), plain)


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of personal data.

    Attributes:
        name: what it is called where it is told.
        pattern: how it looks in a folded text; group `it` is what goes, where there is one.
        instead: what stands in its place.
    """

    name: str
    pattern: re.Pattern[str]
    instead: str


def _spaced(count: int, last: str = r"\d") -> str:
    return rf"(?:\d{GAP}[ ]?){{{count - 1}}}{last}"


def _shape(name: str, pattern: str, instead: str = "") -> Shape:
    return Shape(name, re.compile(pattern, re.IGNORECASE), instead or f"（{name}不公开）")


_PROVINCES = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新"
_CODE = r"(?:号码?|编号|证号|账号|帐号|卡号|ID)?\s*(?:为|是|[:：])?\s*"

SHAPES: Final = (
    _shape("电子邮箱", r"[A-Za-z0-9._%+-]+\s*(?:@|\(at\)|\[at\]|＠)\s*[A-Za-z0-9-]+(?:\s*\.\s*[A-Za-z0-9-]+)+"),
    _shape("身份证件号码", rf"(?<![0-9A-Z])[1-9]{GAP}{_spaced(17, r'[0-9X]')}(?![0-9A-Z])"),
    _shape("银行卡号", rf"(?<![0-9A-Z])[1-9](?:{GAP}\d){{14,18}}(?![0-9A-Z])"),
    _shape("身份证件号码", r"(?<![0-9A-Z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Z])"),
    _shape("电话号码", rf"(?<!\d)(?:\+?86{GAP})?1[3-9](?:{GAP}\d){{9}}(?!\d)"),
    _shape("电话号码", r"(?<!\d)(?:\(0\d{2,3}\)|0\d{2,3})[\s-]?[2-9]\d{6,7}(?:[-转]\d{1,6})?(?!\d)"),
    _shape("电话号码", r"(?:电话|手机|联系方式|传真|座机)" + _CODE + r"(?P<it>[2-9]\d{6,7})(?!\d)"),
    _shape(
        "护照等证件号码", rf"(?:护照|通行证|港澳|台湾|居留证|军官证|士兵证|警官证|驾驶证|学生证|病历|住院|门诊|医保|社保){_CODE}(?P<it>[A-Z]{{0,3}}\d{{5,18}})"
    ),
    _shape("护照等证件号码", r"(?<![0-9A-Z])(?:[EGDSPHMK]|E[A-Z]|C[A-Z]|H[A-Z])\d{8,9}(?![0-9A-Z])"),
    _shape("车辆号牌", rf"[{_PROVINCES}][A-HJ-NP-Z][\s·.-]?[A-HJ-NP-Z0-9]{{4,5}}[A-HJ-NP-Z0-9学警港澳挂]"),
    _shape("网络账号", r"(?:微信|QQ|支付宝|抖音|快手|微博|网名|昵称|用户名|账户名)" + _CODE + r"(?P<it>[A-Za-z0-9_@.\-]{4,40})"),
    _shape("银行账号", r"(?:账号|帐号|卡号|账户)\s*(?:为|是|[:：])?\s*(?P<it>\d[\d\s-]{7,30}\d)"),
    _shape("出生日期", r"(?P<it>(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?)\s*(?:出生|生)"),
    _shape("出生日期", r"(?:出生(?:日期|年月|于)?|生于|生日)\s*(?:为|是|[:：])?\s*(?P<it>(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]?(?:\s*\d{1,2}\s*日?)?)"),
    _shape("网络地址", r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])"),
    _shape("设备识别码", r"(?:IMEI|IMSI|MAC|MEID)" + _CODE + r"(?P<it>[0-9A-F:\-]{12,20})"),
    _shape("详细住址", r"(?P<it>\d{1,5}\s*(?:号楼|栋|幢|座)\s*(?:\d{1,3}\s*单元)?\s*(?:\d{1,5}\s*(?:室|号|户))?)"),
    _shape("详细住址", r"(?P<it>\d{1,3}\s*单元\s*\d{1,5}\s*(?:室|号|户)?)"),
    _shape("详细住址", r"(?:村|社区|小区|家园|花园|公寓|路|街|巷|胡同|弄|组)(?P<it>\d{1,5}\s*号\s*(?:院|楼)?\s*\d{1,5}\s*(?:室|户))"),
    _shape("健康信息", r"(?P<it>(?:艾滋病|HIV|梅毒|乙肝|精神分裂症?|抑郁症|癫痫|吸毒史?|残疾人?证?)[^，。；\s]{0,6})"),
    _shape("坐标", r"(?:经度|纬度|东经|北纬)\s*[:：]?\s*(?P<it>\d{1,3}\.\d{3,})"),
)
"""What is looked for, the more particular before the more general."""
