"""The fields of the two forms, in their order, with what each demands."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from fadu.law.codes import check_credit_code, check_id_number, check_organ_code

Values = Mapping[str, str]
Check = Callable[[str, Values], str]
"""(value, all values of the row) → what is wrong, or ""."""

PERSON, UNIT, TRADER = "自然人", "法人及非法人组织", "个体工商户"
KINDS = (
    "警告",
    "通报批评",
    "罚款",
    "没收违法所得",
    "没收非法财物",
    "暂扣许可证件",
    "降低资质等级",
    "吊销许可证件",
    "限制开展生产经营活动",
    "责令停产停业",
    "责令关闭",
    "限制从业",
    "行政拘留",
)
SORTS = ("普通", "特许", "认可", "核准", "登记")


@dataclass(frozen=True, slots=True)
class Item:
    """A field.

    Attributes:
        code: as the platforms call it.
        label: head of the column.
        longest: signs at most.
        needed: whether it must be filled in, given the row.
        check: what else it must be.
    """

    code: str
    label: str
    longest: int
    needed: Callable[[Values], bool] = lambda _row: False
    check: Check = lambda _value, _row: ""

    def fault(self, row: Values) -> str:
        """What is wrong with the field in a row; "" when nothing is."""
        value = row.get(self.code, "")
        if not value:
            return f"{self.label}必须填写" if self.needed(row) else ""
        if len(value) > self.longest:
            return f"{self.label}最多 {self.longest} 字，现有 {len(value)} 字"
        return self.check(value, row)


@dataclass(frozen=True, slots=True)
class Form:
    """A form: 行政处罚 or 行政许可.

    Attributes:
        id, title: of the address, of the worksheet.
        prefix: of the codes of its fields.
        organ: the code of the field of the organ that decided; its credit code is that with DM.
        items: in the order in which the platforms take them.
    """

    id: str
    title: str
    prefix: str
    organ: str
    items: tuple[Item, ...]

    def faults(self, row: Values) -> list[tuple[str, str]]:
        """What is wrong with a row: code of the field, and why."""
        return [(item.code, fault) for item in self.items if (fault := item.fault(row))]


def _always(_row: Values) -> bool:
    return True


def _day(label: str, *, past: bool = False, after: str = "") -> Check:
    def check(value: str, row: Values) -> str:
        if not re.fullmatch(r"\d{4}/\d{2}/\d{2}", value):
            return f"{label}的格式是 2026/11/22"
        try:
            day = date(*map(int, value.split("/")))
        except ValueError:
            return f"{label}不是真实的日期：{value}"
        if past and day > date.today():  # noqa: DTZ011 - the day where the platform stands
            return f"{label}不能晚于今天"
        if after and row.get(after) and value < row[after]:
            return f"{label}不能早于{row[after]}"
        return ""

    return check


def _amount(label: str) -> Check:
    """In 万元 with six decimals at most, as decimal(18,6)."""

    def check(value: str, _row: Values) -> str:
        try:
            amount = Decimal(value)
        except InvalidOperation:
            return f"{label}应为数字，单位万元"
        if amount < 0 or amount != amount.quantize(Decimal("0.000001")) or amount >= Decimal(10) ** 12:
            return f"{label}为不小于零、最多六位小数的万元数"
        return ""

    return check


def _fault_of(check: Callable[[str], None], value: str) -> str:
    try:
        check(value)
    except ValueError as error:
        return str(error)
    return ""


def _code(value: str, _row: Values) -> str:
    return _fault_of(check_credit_code, value)


def _not_of_person(prefix: str, label: str, check: Check = lambda _value, _row: "") -> Check:
    """A field of units alone: of a natural person it stays empty (424 号模板说明)."""
    return lambda value, row: f"自然人的{label}应当空着" if row.get(f"{prefix}_XDR_LB") == PERSON else check(value, row)


def _organ_code(value: str, _row: Values) -> str:
    return _fault_of(check_organ_code, value)


def _one_of(label: str, *allowed: str) -> Check:
    return lambda value, _row: "" if value in allowed else f"{label}应为{'、'.join(allowed)}之一"


def _kinds(value: str, _row: Values) -> str:
    wrong = [kind for kind in value.split(";") if kind not in KINDS and not re.fullmatch(r"其他-.+", kind)]
    return f"处罚类别以英文分号隔开，不在名录的写“其他-名称”：{'、'.join(wrong)}" if wrong else ""


def _papers(prefix: str) -> Check:
    def check(value: str, row: Values) -> str:
        return _fault_of(check_id_number, value) if row.get(prefix) == "身份证" else ""

    return check


def _unit(prefix: str) -> Callable[[Values], bool]:
    return lambda row: row.get(f"{prefix}_XDR_LB") == UNIT


def _person(prefix: str) -> Callable[[Values], bool]:
    return lambda row: row.get(f"{prefix}_XDR_LB") == PERSON


def _has(*kinds: str) -> Callable[[Values], bool]:
    return lambda row: any(kind in row.get("CF_CFLB", "") for kind in kinds)


def _party(prefix: str) -> tuple[Item, ...]:
    """The fields of the party, alike in both forms."""
    one = f"{prefix}_XDR_"
    return (
        Item(f"{one}MC", "行政相对人名称", 200, _always),
        Item(f"{one}LB", "行政相对人类别", 100, _always, _one_of("行政相对人类别", UNIT, PERSON, TRADER)),
        Item(f"{one}SHXYM", "行政相对人代码_1（统一社会信用代码）", 18, _unit(prefix), _not_of_person(prefix, "统一社会信用代码", _code)),
        Item(f"{one}GSZC", "行政相对人代码_2（工商注册号）", 50),
        Item(f"{one}ZZJG", "行政相对人代码_3（组织机构代码）", 9, check=_not_of_person(prefix, "组织机构代码", _organ_code)),
        Item(f"{one}SWDJ", "行政相对人代码_4（税务登记号）", 15),
        Item(f"{one}SYDW", "行政相对人代码_5（事业单位证书号）", 12),
        Item(f"{one}SHZZ", "行政相对人代码_6（社会组织登记证号）", 50),
        Item(f"{prefix}_FRDB", "法定代表人", 50, lambda row: row.get(f"{one}LB") in {UNIT, TRADER}, _not_of_person(prefix, "法定代表人")),
        Item(f"{prefix}_FR_ZJLX", "法定代表人证件类型", 64),
        Item(f"{prefix}_FR_ZJHM", "法定代表人证件号码", 64, lambda row: bool(row.get(f"{prefix}_FR_ZJLX")), _papers(f"{prefix}_FR_ZJLX")),
        Item(f"{one}ZJLX", "证件类型", 64, _person(prefix)),
        Item(f"{one}ZJHM", "证件号码", 64, _person(prefix), _papers(f"{one}ZJLX")),
    )


PENALTY = Form(
    "penalty",
    "行政处罚信息",
    "CF",
    "CF_CFJG",
    (
        *_party("CF"),
        Item("CF_WSH", "行政处罚决定书文号", 128, _always),
        Item("CF_WFXW", "违法行为类型", 2000, _always),
        Item("CF_SY", "违法事实", 5000, _always),
        Item("CF_YJ", "处罚依据", 2048, _always),
        Item("CF_CFLB", "处罚类别", 500, _always, _kinds),
        Item("CF_NR", "处罚内容", 4000, _always),
        Item("CF_NR_FK", "罚款金额（万元）", 19, _has("罚款"), _amount("罚款金额")),
        Item("CF_NR_WFFF", "没收违法所得、没收非法财物的金额（万元）", 19, _has("没收"), _amount("没收金额")),
        Item("CF_NR_ZKDX", "暂扣或吊销证照名称及编号", 200, _has("暂扣", "吊销")),
        Item("CF_JDRQ", "处罚决定日期", 10, _always, _day("处罚决定日期", past=True)),
        Item("CF_YXQ", "处罚有效期", 10, _always, _day("处罚有效期", after="CF_JDRQ")),
        Item("CF_GSJZQ", "公示截止期", 10, check=_day("公示截止期", after="CF_JDRQ")),
        Item("CF_CFJG", "处罚机关", 200, _always),
        Item("CF_CFJGDM", "处罚机关统一社会信用代码", 18, _always, _code),
        Item("CF_SJLY", "数据来源单位", 200, _always),
        Item("CF_SJLYDM", "数据来源单位统一社会信用代码", 18, _always, _code),
        Item("BZ", "备注", 512),
    ),
)

LICENCE = Form(
    "licence",
    "行政许可信息",
    "XK",
    "XK_XKJG",
    (
        *_party("XK"),
        Item("XK_XKWS", "行政许可决定文书名称", 64, _always),
        Item("XK_WSH", "行政许可决定文书号", 64, _always),
        Item(
            "XK_XKLB",
            "许可类别",
            256,
            _always,
            lambda value, _row: "" if value in SORTS or value.startswith("其他-") else "许可类别应为普通、特许、认可、核准、登记，或者“其他-名称”",
        ),
        Item("XK_XKZS", "许可证书名称", 64),
        Item("XK_XKBH", "许可编号", 64),
        Item("XK_NR", "许可内容", 4000, _always),
        Item("XK_JDRQ", "许可决定日期", 10, _always, _day("许可决定日期", past=True)),
        Item("XK_YXQZ", "有效期自", 10, _always, _day("有效期自")),
        Item("XK_YXQZI", "有效期至", 10, _always, _day("有效期至", after="XK_YXQZ")),
        Item("XK_XKJG", "许可机关", 200, _always),
        Item("XK_XKJGDM", "许可机关统一社会信用代码", 18, _always, _code),
        Item("XK_ZT", "当前状态", 1, _always, _one_of("当前状态", "1", "2")),
        Item("XK_LYDW", "数据来源单位", 200, _always),
        Item("XK_LYDWDM", "数据来源单位统一社会信用代码", 18, _always, _code),
        Item("BZ", "备注", 512),
    ),
)
