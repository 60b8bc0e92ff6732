"""Figures of the three systems and of reports that no other room has: shown in time, reviewed before the decision, reported in time."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.models import Organ
from fadu.cases.models import Facts
from fadu.disclosure.annual import TABLES, counted, people
from fadu.disclosure.annual.counting import duties_of
from fadu.disclosure.models import AnnualReport, Publication, State
from fadu.disclosure.reporting.models import Sending
from fadu.disclosure.reporting.selectors import obliged, standings
from fadu.disclosure.services.annual import kept, within
from fadu.law.calendar import number
from fadu.law.reports import Due, annual, threefold

YEAR = timedelta(days=365)
LISTED = 200
"""Rows behind a figure that are listed one by one."""


def shown(organ: Organ, day: date) -> Reading:
    """Decisions whose day of publication came in the last year, of them those shown by then; what was left out by a decision of the head is not owed."""
    rows = Publication.objects.filter(organ__path__startswith=organ.path, due_on__lt=day, due_on__gt=day - YEAR).exclude(state=State.LEFT_OUT)
    found = list(rows.select_related("case").order_by("due_on", "id"))
    behind = [Behind(row.case.title, reverse("disclosure:publication", args=[row.pk]), _late(row)) for row in found]
    return _shared(behind, "近一年没有到公示期限的决定")


def _late(row: Publication) -> str:
    if row.shown_on is None:
        return f"应于 {row.due_on} 前公示，没有公示"
    return f"应于 {row.due_on} 前公示，{row.shown_on} 才公示" if row.shown_on > row.due_on else ""


def reviewed(organ: Organ, day: date) -> Reading:
    """Penalties of the last year that had to be reviewed (行政处罚法第五十八条), of them those that passed review before the decision."""
    rows = Facts.objects.filter(
        case__organ__path__startswith=organ.path, f_outcome="penalty", f_decided_on__lte=number(day), f_decided_on__gt=number(day - YEAR)
    )
    found = rows.filter(f_review_triggers__gt=0).select_related("case").order_by("f_decided_on", "case_id")
    behind = []
    for row in found:
        fact = vars(row)
        passed = fact["f_legal_review_passed"] and fact["f_legal_reviewed_on"] is not None and fact["f_legal_reviewed_on"] <= fact["f_decided_on"]
        behind.append(Behind(row.case.title, reverse("cases:case", args=[row.case_id]), "" if passed else "决定之前没有通过法制审核"))
    return _shared(behind, "近一年没有应当审核的决定")


def published_in_time(organ: Organ, day: date) -> Reading:
    """Organs that published last year's statistics and sent them up by 31 January."""
    due = _last_annual(day)
    organs = list(obliged(Q(path__startswith=organ.path), due.on))
    published: dict[int, date] = {}
    for row in AnnualReport.objects.filter(year=due.year, organ__in=organs).order_by("version").defer("tables", "narrative"):
        published.setdefault(row.organ_id, timezone.localdate(row.published_at))
    sent: dict[int, date] = {}
    for sending in Sending.objects.filter(kind="annual", period=due.period, organ__in=organs).order_by("sent_at"):
        sent.setdefault(sending.organ_id, timezone.localdate(sending.sent_at))
    behind = []
    for one in organs:
        lacks = [word for word, days in (("没有公布", published), ("没有报送", sent)) if one.pk not in days or days[one.pk] > day]
        lacks += [f"{word} {days[one.pk]}" for word, days in (("逾期公布", published), ("逾期报送", sent)) if due.on < days.get(one.pk, due.on) <= day]
        behind.append(Behind(one.name, f"{reverse('disclosure:annual')}?year={due.year}&organ={one.pk}", "，".join(lacks)))
    return _shared(behind, "没有应当报送的机关", f"{due.year} 年度统计，{due.on} 为期限")


def recounted(organ: Organ, day: date) -> Reading:
    """Numbers of the newest published statistics of last year that differ from what the records say today; later corrections of cases make such differences."""
    year = _last_annual(day).year
    newest: dict[int, AnnualReport] = {}
    for row in AnnualReport.objects.filter(year=year, organ__path__startswith=organ.path).select_related("organ").order_by("version"):
        newest[row.organ_id] = row
    behind: list[Behind] = []
    differing = 0
    for row in newest.values():
        told = _differences(row, year)
        differing += len(told)
        behind.append(Behind(row.organ.name, reverse("disclosure:annual_report", args=[row.pk]), "；".join(told[:5])))
    behind.sort(key=lambda one: not one.lacks)
    if not newest:
        return Reading(None, None, None, f"还没有公布 {year} 年度统计")
    return Reading(Fraction(differing), differing == 0, None, f"{year} 年度统计 {len(newest)} 份，与流水重算的差异", tuple(behind))


def _differences(row: AnnualReport, year: int) -> list[str]:
    organs = within(row.organ)
    duties = duties_of(organs, year)
    now = {table.id: kept(counted(table, year, organs, duties)) for table in TABLES.values()} | {"people": people.table(organs, year)}
    told = []
    for table in row.tables:
        sums = dict(zip((column["id"] for column in now[table["id"]]["columns"]), now[table["id"]]["sums"], strict=True)) if table["id"] in now else {}
        for column, value in zip(table["columns"], table["sums"], strict=True):
            if column["id"] in sums and sums[column["id"]] != value:
                told.append(f"{table['title']}“{column['label']}”公布 {value}，重算 {sums[column['id']]}")
    return told


def reported(organ: Organ, day: date) -> Reading:
    """Organs that handed in both of the last two reports on the three systems in time."""
    halves = _last_halves(day)
    organs = list(obliged(Q(path__startswith=organ.path), day))
    told = {due.period: {one.organ.pk: one for one in standings(due, organs, day)} for due in halves}
    behind = []
    for one in organs:
        lacks = [f"{due.told}{told[due.period][one.pk].word if not told[due.period][one.pk].handed_in else '逾期报送'}" for due in halves
                 if not told[due.period][one.pk].handed_in or told[due.period][one.pk].late]  # fmt: skip
        behind.append(Behind(one.name, f"{reverse('threefold:home')}?organ={one.pk}&period={halves[-1].period}", "，".join(lacks)))
    return _shared(behind, "没有应当报送的机关", "、".join(due.told for due in halves))


def _last_annual(day: date) -> Due:
    """The year whose statistics were due last."""
    due = annual(day.year - 1)
    return due if due.on < day else annual(day.year - 2)


def _last_halves(day: date) -> list[Due]:
    every = [threefold(year, half) for year in (day.year - 2, day.year - 1, day.year) for half in (1, 2)]
    return [due for due in every if due.on < day][-2:]


def _shared(behind: Sequence[Behind], none: str, why: str = "") -> Reading:
    rows = sorted(behind, key=lambda one: not one.lacks)
    return ratio(sum(not row.lacks for row in rows), len(rows), why=why if rows else none, behind=tuple(rows[:LISTED]))


FIGURES = (
    Figure("threefold.shown", "决定按期公示率", "%", "=100%", (("000", "二(二)6"), ("004", "清单二(三)6")), shown),
    Figure("threefold.reviewed", "应审决定法制审核率", "%", "决定之前通过审核 =100%", (("000", "二(二)6"), ("004", "清单二(三)6")), reviewed),
    Figure("annual.in_time", "统计年报按期公开和报送", "%", "1 月 31 日前公开、报送 =100%", (("002", "二(一)3(2)"),), published_in_time),
    Figure("annual.recounted", "统计年报与流水重算的差异", "项", "=0", (("002", "二(一)3(2)"),), recounted),
    Figure("threefold.reported", "三项制度报告按期报送率", "%", "6 月 1 日、12 月 20 日两期都按期 =100%", (("002", "末段"),), reported),
)
