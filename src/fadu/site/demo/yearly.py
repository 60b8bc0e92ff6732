"""The reports of the demonstration county: most organs hand in theirs in time, one is late, one is given back, one is missing."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import Actor, Role
from fadu.accounts.models import Post
from fadu.accounts.selectors import actor_for
from fadu.agencies.models import Officer, Organ
from fadu.cases import now
from fadu.disclosure.annual.telling import narrative_of
from fadu.disclosure.credit.fields import PENALTY
from fadu.disclosure.credit.former import bring_in
from fadu.disclosure.reporting.models import Outcome, Sending
from fadu.disclosure.reporting.selectors import obliged
from fadu.disclosure.reporting.services import receive, send
from fadu.disclosure.services import publish_year
from fadu.disclosure.services.annual import tables_of
from fadu.law import reports
from fadu.law.codes import credit_code
from fadu.supervision.threefold.items import drafted, read
from fadu.supervision.threefold.models import Report
from fadu.supervision.threefold.services import day_of, send_up, sign, write

LATE, RETURNED, MISSING = 2, 3, 4
"""Which of the organs is late, whose report is given back, whose is missing."""
REPORTING = 4
"""How many organs hand in the report on the three systems; the others are missing."""
FORMERS = (("示范县顺和百货店", "91130999MA0FRM001"), ("示范县广源粮油有限公司", "91130999MA0FRM002"))
DOING = (
    "当前的主要问题：少数案件公示超过期限，个别现场检查的音像记录存入不及时。",
    "下一步打算：每月核对公示期限，逐件通报；把音像记录存入情况列入班组考核。",
)


def fill(day: date) -> int:
    """Publish and send the reports of the year before and of the last half-year that was due; bring in what a former system had published."""
    return _annual(day) + _threefold(day) + _formers(day)


def _annual(day: date) -> int:
    year = day.year - 1
    due = reports.annual(year)
    supervisor = person(Role.SUPERVISOR, None)
    made = 0
    for place, organ in enumerate(obliged(Q(), min(due.on, day))):
        head = person(Role.HEAD, organ)
        if place == MISSING or head is None or day <= due.on or Sending.objects.filter(kind="annual", period=due.period, organ=organ).exists():
            continue
        with now.at(_at(date(year + 1, 2, 6) if place == LATE else date(year + 1, 1, 15 + place % 12), 10)):
            tables = tables_of(organ, year)
            report = publish_year(head, organ, year, "\n".join((narrative_of(tables, year, organ.name), *DOING)))
            row = send(head, due, organ, report.pk, f"{organ.name} {year} 年度行政执法统计（第 {report.version} 版）")
        made += 1
        if supervisor is not None and row.to_id is not None:
            with now.at(_at(date(year + 1, 2, 9), 9)):
                _answered(supervisor, row, returned=place == RETURNED)
    return made


def _threefold(day: date) -> int:
    """The first organs report on the three systems in time; a draft of the next report lies with the first."""
    due = next(due for due in (reports.threefold(day.year, 1), reports.threefold(day.year - 1, 2)) if due.on < day)
    coming = next(due for due in (reports.threefold(day.year, 1), reports.threefold(day.year, 2), reports.threefold(day.year + 1, 1)) if due.on >= day)
    made = 0
    for place, organ in enumerate(obliged(Q(), due.on)):
        head = person(Role.HEAD, organ)
        if head is None or place == MISSING or made >= REPORTING or Report.objects.filter(organ=organ, period=due.period).exists():
            continue
        with now.at(_at(due.on - timedelta(days=3), 15)):
            texts = drafted(read(organ, day_of(due, due.on - timedelta(days=3))))
            send_up(head, sign(head, organ, due, texts))
        if not made:
            write(head, organ, coming, drafted(read(organ, day)))
        made += 1
    return made


def _formers(day: date) -> int:
    """Two penalties that the system used before had published, in the form of the credit platforms."""
    organ = Organ.objects.filter(short_name="示市监").first()
    head = person(Role.HEAD, organ) if organ else None
    if organ is None or head is None:
        return 0
    decided = date(day.year - 2, 3, 18)
    for place, (name, code) in enumerate(FORMERS, 1):
        told = {
            "CF_XDR_MC": name, "CF_XDR_LB": "法人及非法人组织", "CF_XDR_SHXYM": credit_code(code), "CF_FRDB": "周明远", "CF_WSH": f"{organ.short_name}罚〔{decided.year}〕{place}号",
            "CF_WFXW": "未按规定明码标价", "CF_SY": "销售的商品没有标明价格。", "CF_YJ": "价格法第四十二条", "CF_CFLB": "罚款", "CF_NR": "罚款 1,000 元。",
            "CF_NR_FK": "0.100000", "CF_JDRQ": f"{decided:%Y/%m/%d}", "CF_YXQ": "2099/12/31", "CF_GSJZQ": f"{decided.replace(year=decided.year + 3):%Y/%m/%d}",
            "CF_CFJG": organ.name, "CF_CFJGDM": organ.code, "CF_SJLY": organ.name, "CF_SJLYDM": organ.code,
        }  # fmt: skip
        bring_in(head, PENALTY, told)
    return len(FORMERS)


def person(role: Role, organ: Organ | None) -> Actor | None:
    """Somebody who holds a role today, in that organ where one is given."""
    holds = Post.objects.filter(role=role.value, officer_id__isnull=False).values_list("officer_id", flat=True)
    people = Officer.objects.filter(pk__in=list(holds), user__isnull=False, ends_on__isnull=True)
    found = (people.filter(organ=organ) if organ else people).select_related("user").order_by("id")
    for one in found:
        actor = actor_for(one.user) if one.user else None
        if actor is not None and actor.role is role:
            return actor
    return None


def _answered(supervisor: Actor, row: Sending, *, returned: bool) -> None:
    if returned:
        receive(supervisor, row.pk, Outcome.RETURNED, "总体情况没有写明行政检查的开展情况，请补充后重新报送")
    else:
        receive(supervisor, row.pk, Outcome.ACCEPTED, "")


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
