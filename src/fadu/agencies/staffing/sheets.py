"""The sheets of staffing: its books, and the rolls of other offices, which only come in."""

from typing import Any

from fadu.accounts.actors import Actor
from fadu.agencies.registers.bound import sheet
from fadu.agencies.registers.sheets import ORGAN, loader
from fadu.agencies.staffing.books import BOOKS
from fadu.agencies.staffing.forms import ROLL_LINE
from fadu.agencies.staffing.services import bring_in
from fadu.sheets.sheet import Sheet

COLUMNS = (ORGAN, *ROLL_LINE)
GUIDE = (
    "机关代码填统一社会信用代码。",
    "一行一人；同一名册日期再次导入只添加没有的人。",
    "身份证号码只用来比对，不保存，也不能导出。",
    "整张表没有差错才会写入。",
)


def _line(actor: Actor, organ_id: int, entry: dict[str, Any]) -> str:
    return "unchanged" if bring_in(actor, organ_id, entry) is None else "added"


ROLLS = Sheet("staffing_rolls", "编办、人社名册", lambda _actor: COLUMNS, "team.manage", "team.see", loader(COLUMNS, _line), lambda _actor: iter(()), GUIDE)
SHEETS = (*(sheet(book) for book in BOOKS), ROLLS)
"""The lists that go in and out."""
