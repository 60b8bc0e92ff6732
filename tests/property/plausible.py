"""Answers as officers might give them: mostly in order, sometimes not; from the story's own answers and from the fields."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from fadu.agencies.codes import credit_code, id_number
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Step
from tests.law.story import ANSWERS, POINTS

CODE, IDENTITY = credit_code("91130999MA0000001"), id_number("13099919900307123")
SUMS = st.sampled_from([0, 1, 100, 100_00, 200_00, 200_01, 860_00, 3000_00, 3000_01, 50_000_00, 65_000_00, 100_000_00, 100_000_01, 130_000_00, 10**9])
TEXTS = st.sampled_from(["示例", "同意。", "王某", "a", "<b>", "长" * 201, " "])

MORE: dict[str, dict[str, Any]] = {
    "decide_none": {"ground": "minor", "reason": "轻微并及时改正。", "educated": True, "opinion": "同意。"},
    "cancel": {"reason": "事实不能成立。", "opinion": "同意。"},
    "suspend": {"suspend_ground": "waiting", "reason": "等待鉴定。", "opinion": "同意。"},
    "resume": {"reason": "原因消除。"},
    "extend": {"reason": "案情复杂。", "opinion": "同意。"},
    "waive": {"who": "王某", "statement": "我放弃。", "record_signed": "signed"},
    "send_back": {"reason": "补充证据。"},
    "withdraw_hearing": {"how": "withdrawn", "reason": "书面撤回。"},
    "perform": {"how": "已经履行。"},
    "convert": {"reason": "需要调查。", "clue_received_on": "2025-09-22", "violation_place": "店内"},
    "file_record": {"filed_with": "法制科"},
    "suspect_crime": {"offence": "某罪", "facts_found": "数额较大。", "materials": "清单"},
    "transfer_criminal": {"to_organ": "公安局", "offence": "某罪", "materials": "清单", "opinion": "同意。"},
    "take_back": {"from_organ": "公安局", "reason": "不予追究。"},
    "request_recusal": {"person": [1], "reason": "亲属关系。"},
    "decide_recusal": {"recused": "no", "opinion": "不予回避。"},
    "announce": {"reason": "下落不明。", "where": "公告栏", "photographed": True},
    "collect_fine": {"spot_on_the_spot": "hard_later", "reason": "外地人员。", "instalment": "100", "receipt_no": "1", "receipt_lawful": True},
}  # fmt: skip
"""What the ordinary story does not come by."""


def usual(step: Step) -> dict[str, Any]:
    """The answers of the stories to a step."""
    asked = {field.name for field in step.asks}
    return {name: value for name, value in {**MORE.get(step.name, {}), **ANSWERS.get(step.name, {})}.items() if name in asked}


def answer(field: Field, day: date) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0911 - one line for each kind of field
    """An answer to a field that its form may take, or nearly."""
    match field.kind:
        case Kind.DATE:
            return st.integers(-40, 40).map(lambda days: (day + timedelta(days=days)).isoformat())
        case Kind.DATETIME:
            return st.integers(0, 23).map(lambda hour: datetime(day.year, day.month, day.day, hour).isoformat(timespec="minutes"))
        case Kind.INT:
            return st.integers(field.least, field.least + 40)
        case Kind.MONEY:
            return SUMS.map(lambda sum_: max(sum_, field.least))
        case Kind.CHOICE:
            return st.sampled_from([value for value, _ in field.choices])
        case Kind.CHOICES:
            return st.lists(st.sampled_from([value for value, _ in field.choices]), min_size=1, max_size=4, unique=True)
        case Kind.BOOL:
            return st.booleans()
        case Kind.OFFICERS:
            return st.lists(st.integers(1, 6), min_size=1, max_size=3, unique=True)
        case Kind.CODE:
            return st.just(CODE)
        case Kind.IDCARD:
            return st.just(IDENTITY)
        case Kind.PHONE:
            return st.just("13800001234")
        case Kind.TABLE:
            row = st.fixed_dictionaries({column.name: answer(column, day) for column in field.columns})
            return st.lists(row, min_size=1, max_size=2)
    return TEXTS


@st.composite
def answers(draw: st.DrawFn, step: Step, day: date, changes: int = 3) -> dict[str, Any]:
    """The usual answers with a few fields answered anew or left out; all of them where there are no usual ones."""
    data: dict[str, Any] = usual(step) or {field.name: draw(answer(field, day)) for field in step.asks if field.required}
    if step.name in ("review", "review_case"):
        data = {**POINTS, **data}
    for field in draw(st.lists(st.sampled_from(step.asks), max_size=changes, unique_by=lambda field: field.name)) if step.asks else []:
        if draw(st.integers(0, 5)) == 0:
            data.pop(field.name, None)
        else:
            data[field.name] = draw(answer(field, day))
    return data


def with_people(asks: Sequence[Field], data: Mapping[str, Any], people: Mapping[int, int]) -> dict[str, Any]:
    """People of the story as people of a bureau."""
    officers = {field.name for field in asks if field.kind is Kind.OFFICERS}
    return {name: [people.get(person, person) for person in value] if name in officers and isinstance(value, list) else value for name, value in data.items()}
