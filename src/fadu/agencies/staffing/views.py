"""The register of rolls: a line for each roll of a day, and how it compares."""

from django.db.models import Count, Min, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.registers.bound import register
from fadu.agencies.registers.register import Column, Register
from fadu.agencies.registers.showing import column, listed
from fadu.agencies.staffing.books import BESIDE, BOOKS
from fadu.agencies.staffing.kinds import Office, Roll
from fadu.agencies.staffing.models import RollLine
from fadu.agencies.staffing.rolls import compare, told


def rolls(actor: Actor) -> QuerySet[RollLine]:
    """One line stands for each roll: the first that was brought in."""
    require(actor, "team.see")
    within = RollLine.objects.filter(scope(actor, "team.see"))
    firsts = within.values("organ", "office", "roll", "as_of").annotate(first=Min("pk")).values("first")
    return RollLine.objects.filter(scope(actor, "team.see"), pk__in=firsts).select_related("organ")


def _compared(row: RollLine) -> str:
    for one in compare(row.organ, row.as_of):
        if (one.organ.pk, one.office, one.roll, one.as_of) == (row.organ_id, row.office, row.roll, row.as_of):
            return told(one) or f"一致，{one.both} 人"
    return "当日机关已经撤销"


def _lines(row: RollLine) -> int:
    same = RollLine.objects.filter(organ_id=row.organ_id, office=row.office, roll=row.roll, as_of=row.as_of)
    return int(same.aggregate(count=Count("pk"))["count"])


ROLLS = Register(
    app="staffing",
    name="rolls",
    path="staffing/rolls/",
    title="名册比对",
    lead="编办、人社名册由 Excel 导入，与本平台的执法人员、法制审核人员逐人比对。",
    see="team.see",
    manage="team.manage",
    select=rolls,
    heading=str,
    columns=(
        Column("名册", lambda row: row.get_roll_display()),
        column("机关", "organ.name"),
        column("名册单位", "get_office_display"),
        column("名册日期", "as_of", number=True),
        Column("人数", _lines, number=True),
        column("导入人", "by_name"),
    ),
    what="roll_line",
    search=("organ__name",),
    finds="机关",
    filters=(listed("office", "名册单位", Office.choices, "office"), listed("roll", "名册", Roll.choices, "roll")),
    known=lambda row: [
        ("机关", row.organ.name),
        ("名册", row.get_roll_display()),
        ("名册单位", row.get_office_display()),
        ("名册日期", row.as_of.isoformat()),
        ("人数", _lines(row)),
        ("比对", _compared(row)),
    ],
    sheet="staffing_rolls",
    links=BESIDE,
)
REGISTERS = (*(register(book) for book in BOOKS), ROLLS)
"""In the order of the tabs."""
