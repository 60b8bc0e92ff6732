"""The books of conduct."""

from collections.abc import Mapping
from typing import Any

from fadu.agencies.care.kinds import OrganGrade, TalkKind
from fadu.agencies.care.models.conduct import Discipline, Lowering, Talk
from fadu.agencies.registers.book import Book, Later
from fadu.agencies.registers.showing import listed

SEE, MANAGE = "care.see", "care.manage"
_ORDER = [grade.value for grade in OrganGrade]


def _one_down(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    return {} if _ORDER.index(values["after"]) == _ORDER.index(values["before"]) + 1 else {"after": "应当比原等次下调一等"}


def _whole(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    return {"sanction_paper": "给予处分的，请填写处分文号"} if values["sanction"] and not values["sanction_paper"] else {}


TALKS = Book(
    app="care", name="talks", title="谈话和日常监督", lead="对执法人员的谈心谈话、履职监督、思想政治评价；只登记做没做，不登记谈话内容。",
    model=Talk, columns=("officer", "kind", "held_on", "held_by", "paper"), once=("officer", "kind", "held_on"), verb="登记谈话",
    past=("held_on",), serves="held_on", oneself=False, search=("officer__name", "held_by"), finds="姓名、机关",
    filters=(listed("kind", "方式", TalkKind.choices, "kind"),), see=SEE, manage=MANAGE,
)  # fmt: skip
DISCIPLINES = Book(
    app="care", name="disciplines", title="工作纪律", lead="查实的违反工作纪律情形、处理和处分，处分登记与纪检通报一致。",
    model=Discipline, columns=("officer", "source", "found_on", "paper", "handled_on", "sanction"), once=("officer", "paper"), verb="登记查实",
    past=("found_on", "handled_on"), spans=(("found_on", "handled_on"),), serves="found_on", oneself=False, check=_whole,
    later=(Later(name="handle", label="处理", names=("handled_on",), offered=lambda row: row.handled_on is None),),
    search=("officer__name", "paper"), finds="姓名、文号、机关", see=SEE, manage=MANAGE,
)  # fmt: skip
LOWERINGS = Book(
    app="care", name="lowerings", title="考核下调", lead="过渡期内被复议撤销或者败诉的，乡镇和下放部门年度依法行政考核各下调一等。",
    model=Lowering, columns=("year", "case", "before", "after", "number"), once=("year", "case"), verb="登记下调",
    check=_one_down, search=("case", "number"), finds="案号、文号、机关", see=SEE, manage=MANAGE,
)  # fmt: skip
BOOKS = (TALKS, DISCIPLINES, LOWERINGS)
"""In the order of the tabs."""
