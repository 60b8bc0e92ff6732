"""Figures of publication: what was shown in time, what was taken down in time, of which kinds of acts, to whom it was handed on."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse

from fadu.agencies.figure import Behind, Clause, Figure, Reading, ratio
from fadu.agencies.models import Organ
from fadu.disclosure.derive import ACTS
from fadu.disclosure.models import Delivery, Event, Kind, Publication, State
from fadu.law.procedure import Kind as Procedural

SHOWN = 300
"""Rows behind a figure that are kept."""
FIVE = (
    ("处罚", (Procedural.PENALTY,)),
    ("强制", (Procedural.MEASURE, Procedural.EXECUTION)),
    ("检查", (Procedural.INSPECTION,)),
    ("征收征用", (Procedural.REQUISITION,)),
    ("许可", (Procedural.LICENCE,)),
)
"""五类行为 (黑龙江方案 二)."""


def _of(organ: Organ, on: date, acts: Callable[[str], bool] | None = None) -> QuerySet[Publication]:
    """What had to be shown of decisions of the year up to a day: all that is not kept back by rule or on a lawful ground."""
    rows = Publication.objects.filter(organ__path__startswith=organ.path, decided_on__range=(date(on.year, 1, 1), on))
    rows = rows.exclude(state__in=(State.EXEMPT, State.LEFT_OUT))
    return rows if acts is None else rows.filter(act__in=[name for name in ACTS if acts(name)])


def _ripe(rows: QuerySet[Publication], on: date) -> QuerySet[Publication]:
    """Those that can be judged on a day: shown by then, or due before it."""
    return rows.filter(Q(shown_on__lte=on) | Q(due_on__lt=on))


IN_TIME = Q(shown_on__isnull=False, shown_on__lte=F("due_on"))
"""Shown by the day on which it was due, both included."""


def _behind(rows: QuerySet[Publication], lacks: Callable[[Publication], str]) -> tuple[Behind, ...]:
    found = rows.select_related("organ").order_by("due_on", "id")[:SHOWN]
    return tuple(
        Behind(f"{row.organ.name} {row.decided_on} {ACTS[row.act].label}", reverse("disclosure:publication", args=[row.pk]), lacks(row)) for row in found
    )


def _late(row: Publication) -> str:
    return f"应于 {row.due_on} 前公示，" + (f"{row.shown_on} 才公示，逾期 {(row.shown_on - row.due_on).days} 天" if row.shown_on else "至今没有公示")


def _timely(acts: Callable[[str], bool] | None) -> Callable[[Organ, date], Reading]:
    def read(organ: Organ, on: date) -> Reading:
        rows = _ripe(_of(organ, on, acts), on)
        why = "本年到期的决定中，在期限内公示的；依法不公示和依法定情形不予公示的不计"
        return ratio(rows.filter(IN_TIME).count(), rows.count(), why=why, behind=_behind(rows.exclude(IN_TIME), _late))

    return read


def withdrawn(organ: Organ, on: date) -> Reading:
    """Of what was shown and fell, how much was taken down by the day that the law gives."""
    fallen = Publication.objects.filter(organ__path__startswith=organ.path, overturned_on__range=(date(on.year, 1, 1), on), shown_on__isnull=False)
    down = Event.objects.filter(publication=OuterRef("pk"), kind__in=(Kind.WITHDRAW, Kind.END), at__date__lte=OuterRef("down_by"))
    ripe = fallen.annotate(in_time=Exists(down)).filter(Q(in_time=True) | Q(down_by__lt=on))
    behind = _behind(ripe.filter(in_time=False), lambda row: f"决定 {row.overturned_on} 失效，应于 {row.down_by} 前撤回")
    return ratio(ripe.filter(in_time=True).count(), ripe.count(), why="公示以后被变更、撤销、确认违法或者无效的决定，三个工作日内撤回的", behind=behind)


def explained(organ: Organ, on: date) -> Reading:
    """Of what was withdrawn, how much says why to the public."""
    rows = Event.objects.filter(publication__organ__path__startswith=organ.path, kind=Kind.WITHDRAW, at__date__range=(date(on.year, 1, 1), on))
    return ratio(rows.exclude(public_reason="").count(), rows.count(), why="撤回的公示信息中，向社会说明了理由的")


def corrected(organ: Organ, on: date) -> Reading:
    """Of what is shown, how much was corrected after it was shown: told, and judged by nobody."""
    rows = _of(organ, on).filter(shown_on__lte=on)
    of, count = rows.count(), rows.filter(Exists(Event.objects.filter(publication=OuterRef("pk"), kind=Kind.CORRECT))).count()
    return Reading(Fraction(count, of) if of else None, None, (count, of), "公示以后更正过的 ÷ 已经公示的；没有规定界线，供比较")


def awaiting(organ: Organ, on: date) -> Reading:
    """Records that were corrected in their case and are shown uncorrected."""
    rows = Publication.objects.filter(organ__path__startswith=organ.path, state=State.SHOWN, amend_since__lte=on, overturned_on__isnull=True)
    count = rows.count()
    return Reading(Fraction(count), not count, None, "案件已经更正而公示还没有更正的", _behind(rows, lambda row: f"{row.amend_since} 案件更正"))


def five(organ: Organ, on: date) -> Reading:
    """Of the five kinds of acts that there were, how many were published whole and in time."""
    told: list[str] = []
    behind: tuple[Behind, ...] = ()
    met = of = 0
    for label, kinds in FIVE:
        rows = _ripe(_of(organ, on, lambda name, kinds=kinds: ACTS[name].kind in kinds), on)  # type: ignore[misc]
        if whole := rows.count():
            shown = rows.filter(IN_TIME).count()
            told.append(f"{label} {shown}/{whole}")
            met, of, behind = met + (shown == whole), of + 1, (*behind, *_behind(rows.exclude(IN_TIME), _late))
    return ratio(met, of, why="五类行为中期限内全部公示的：" + "，".join(told) if told else "本年没有到期应当公示的决定", behind=behind[:SHOWN])


def whole(organ: Organ, on: date) -> Reading:
    """Of what is shown of other acts than licences and penalties, how much has organ, object, kind and conclusion."""
    others = _of(organ, on, lambda name: ACTS[name].within == "disclosure.other.days").filter(state=State.SHOWN, shown_on__lte=on)
    rows = list(others.select_related("organ", "public")[: SHOWN * 10])
    short = [row for row in rows if not _conclusion(row)]
    behind = tuple(Behind(f"{row.organ.name} {ACTS[row.act].label}", reverse("disclosure:publication", args=[row.pk]), "四要素不全") for row in short)
    return ratio(len(rows) - len(short), len(rows), why="许可、处罚以外的公示信息，执法机关、执法对象、执法类别、执法结论齐全的", behind=behind)


def _conclusion(row: Publication) -> bool:
    record = row.public.record
    says = [told.name for told in ACTS[row.act].lines]
    return bool(record.get("organ") and record.get("party") and record.get("act")) and any(record.get(name) for name in says)


def pushed(organ: Organ, on: date) -> Reading:
    """Of the penalties and licences that are shown, how many went on to the platform of the level above."""
    rows = _of(organ, on, lambda name: name in {"penalty", "licence"}).filter(state=State.SHOWN, shown_on__lte=on)
    sent = rows.filter(Exists(Delivery.objects.filter(publication=OuterRef("pk"), at__date__lte=on)))
    missing = rows.exclude(pk__in=sent.values("pk"))
    behind = _behind(missing, lambda _row: "还没有报送")
    return ratio(sent.count(), rows.count(), why="已经公示的处罚、许可中，报送信用信息平台的（双公示）", behind=behind)


_H: Clause = ("002", "二(一)3(1)")


def _figure(id_: str, title: str, line: str, clauses: tuple[Clause, ...], read: Callable[[Organ, date], Reading], unit: str = "%") -> Figure:
    return Figure(f"publication.{id_}", title, unit, line, clauses, read)


FIGURES = (
    _figure("timely", "执法决定公示及时率", "=100%", (("000", "二(二)6"), ("002", "二(四)"), ("004", "清单二(三)6")), _timely(None)),
    _figure("penalties", "行政处罚公示及时率", "7 个工作日内 =100%", (("000", "二(二)6"),), _timely(lambda name: ACTS[name].kind is Procedural.PENALTY)),
    _figure("licences", "行政许可公示及时率", "7 个工作日内 =100%", (("000", "二(二)6"),), _timely(lambda name: ACTS[name].kind is Procedural.LICENCE)),
    _figure(
        "others", "其他执法决定公示及时率", "20 个工作日内 =100%", (_H, ("000", "二(二)6")), _timely(lambda name: ACTS[name].within == "disclosure.other.days")
    ),
    _figure("whole", "其他执法决定公示四要素齐全率", "=100%", (_H,), whole),
    _figure("inspections", "行政检查结果公开率", "=100%", (("000", "二(二)6"), ("003", "三(二)6")), _timely(lambda name: name == "inspection")),
    _figure("withdrawn", "撤下及时率", "3 个工作日内 =100%", (("000", "二(二)6"), _H), withdrawn),
    _figure("explained", "撤回说明理由率", "=100%", (_H,), explained),
    _figure("corrected", "公示更正率", "不设界线", (("000", "二(二)6"),), corrected),
    _figure("awaiting", "应当更正而没有更正的公示", "=0", (_H,), awaiting, "件"),
    _figure("five", "五类行为公示率", "各类 =100%", (("002", "二"),), five),
    _figure("pushed", "向上级平台报送率", "=100%", (("002", "二(一)"),), pushed),
)
"""Figures of publication."""
