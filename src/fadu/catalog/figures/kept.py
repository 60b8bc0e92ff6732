"""Figures that hold registers of agencies against the catalogue: duties, urgings, handouts, guides, lists of what must be known."""

from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.exams.figures import syllabus_of
from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.guidance.kinds import Subject
from fadu.agencies.guidance.models import Guidance, Handout
from fadu.agencies.models import Organ
from fadu.agencies.staffing.models import Assignment, Post
from fadu.catalog.figures.organs import MOST, below, enforcing, item_behind, items_href, items_of, share
from fadu.catalog.limits import longer_than, statutory
from fadu.catalog.models import ActKind, PowerItem, ServiceGuide
from fadu.catalog.selectors.bases import replaced
from fadu.catalog.selectors.evaluations import grants
from fadu.catalog.selectors.items import in_force

EVERYTHING = "全部"
"""A post that carries all items of its organ."""
RENEW_WITHIN = timedelta(30)
"""After the law changed, within which a list of what must be known gets a new version (河北区实施方案二(一)2)."""
ON_REQUEST = (ActKind.LICENCE, ActKind.CONFIRMATION, ActKind.PAYMENT)
"""Kinds of act that somebody asks for, and so needs a guide to."""


def _decomposed(organ: Organ, on: date) -> Reading:
    """已分解到岗到人的事项 ÷ 全部事项: an item counts where a post that carries it is held by somebody."""
    held: dict[int, set[str]] = {}
    running = Q(until__isnull=True) | Q(until__gte=on)
    taken = Assignment.objects.filter(running, organ__path__startswith=organ.path, since__lte=on).values("post_id")
    for organ_id, items in Post.objects.filter(pk__in=taken).values_list("organ_id", "items"):
        held.setdefault(organ_id, set()).update(code.strip() for code in items.splitlines() if code.strip())
    met = total = 0
    behind = []
    for one in enforcing(organ, on):
        codes = {item.code for item in items_of(one, on)}
        mine = held.get(one.pk, set())
        done = codes if EVERYTHING in mine else codes & mine
        met, total = met + len(done), total + len(codes)
        if codes:
            behind.append(Behind(one.name, reverse("staffing:posts") + f"?organ={one.pk}", f"{len(codes - done)} 项没有分解到岗到人" if codes - done else ""))
    behind.sort(key=lambda row: not row.lacks)
    return ratio(met, total, why="" if total else "没有执法事项", behind=tuple(behind[:MOST]))


def _urged(organ: Organ, on: date) -> Reading:
    """Organs without a published catalogue that were urged to draw one up (未完成机关收到督促)."""
    without = [one for one in enforcing(organ, on) if not any(item.published_on and item.published_on <= on for item in items_of(one, on))]
    urged = set(Guidance.objects.filter(target__in=without, subject=Subject.CATALOGUE, held_on__lte=on).values_list("target_id", flat=True))
    if not without:
        return Reading(Fraction(1), met=True, of=(0, 0), why="全部机关都有公布的目录，不需要督促")
    return share(without, lambda one: "" if one.pk in urged else "没有目录，也没有督促记录", items_href, "没有公布目录的机关中，收到督促的")


def _handed_out(organ: Organ, on: date) -> Reading:
    """下放的有罚款幅度的事项中，裁量基准已经下发到承接乡镇并确认接收的; one pair of item and township each."""
    ids = {one.pk for one in below(organ, on)}
    got: dict[tuple[int, str], bool] = {}
    for row in Handout.objects.filter(organ__in=ids, sent_on__lte=on):
        key = (row.organ_id, row.table)
        got[key] = got.get(key, False) or bool(row.received_on and row.received_on <= on)
    behind = []
    for grant in grants(on):
        if grant.organ_id not in ids:
            continue
        for item in in_force(on).filter(code__in=grant.items):
            if not item.ranges:
                continue
            there = got.get((grant.organ_id, item.discretion_table)) if item.discretion_table else None
            lacks = "没有裁量基准" if not item.discretion_table else "没有下发" if there is None else "" if there else "没有确认接收"
            behind.append(Behind(f"{grant.organ.name}：{item.code} {item.name}", reverse("guidance:handouts") + f"?organ={grant.organ_id}", lacks))
    behind.sort(key=lambda row: not row.lacks)
    met = sum(not row.lacks for row in behind)
    return ratio(met, len(behind), why="" if behind else "没有下放有罚款幅度的事项", behind=tuple(behind[:MOST]))


def _on_request(organ: Organ, on: date) -> list[PowerItem]:
    found = {item.code: item for one in enforcing(organ, on) for item in items_of(one, on) if item.kind in ON_REQUEST}
    return list(found.values())


def _guides(on: date) -> dict[str, ServiceGuide]:
    running = Q(until__isnull=True) | Q(until__gte=on)
    return {row.item: row for row in ServiceGuide.objects.filter(running, published_on__lte=on).order_by("published_on")}


def _guided(organ: Organ, on: date) -> Reading:
    """Items that are asked for, of them those with a guide in force; the ten things are asked when it is entered."""
    there = _guides(on)
    items = _on_request(organ, on)
    behind = sorted((item_behind(item, "" if item.code in there else "没有现行的服务指南") for item in items), key=lambda row: not row.lacks)
    met = sum(not row.lacks for row in behind)
    return ratio(met, len(items), why="十项要素由登记时的必填项保证" if items else "没有依申请的事项", behind=tuple(behind[:MOST]))


def _agreeing(organ: Organ, on: date) -> Reading:
    """Guides that name another period than the one that the procedure is held to, longer or shorter: none."""
    there = _guides(on)
    behind = []
    for item in _on_request(organ, on):
        guide = there.get(item.code)
        if guide is None:
            continue
        allowed = item.promised_limit or statutory(item)
        if allowed and (longer_than(guide.limit, allowed) or longer_than(allowed, guide.limit)):
            behind.append(item_behind(item, f"指南写 {guide.limit}，办理程序为 {allowed}"))
    if not there:
        return Reading(None, None, why="没有登记服务指南")
    return Reading(Fraction(len(behind)), not behind, why="指南的时限与办理程序的时限不同的事项数", behind=tuple(behind[:MOST]))


def _syllabus_kept_up(organ: Organ, on: date) -> Reading:
    """Provisions that must be known whose statute was amended more than thirty days ago without a new version: none."""
    lines = syllabus_of(organ, on)
    late = []
    for line in lines:
        lost = replaced([line.provision], line.issued_on, on)
        if lost is not None and lost[0] + RENEW_WITHIN < on:
            late.append(Behind(f"{line.provision}（{line.organ.name}）", reverse("exams:syllabus_row", args=[line.pk]), f"{lost[1]}，清单没有换版"))
    if not lines:
        return Reading(None, None, why="没有登记应知应会清单")
    return Reading(Fraction(len(late)), not late, why=f"现行清单 {len(lines)} 条", behind=tuple(late[:MOST]))


_RESPONSIBLE = (("000", "二(一)3"), ("001", "三(十)"), ("003", "三(一)3"), ("004", "清单一(二)6"))
FIGURES: tuple[Figure, ...] = (
    Figure("items.decomposed", "执法事项分解到岗到人率", "%", "全部事项（100%）", _RESPONSIBLE, _decomposed),
    Figure("items.urged", "没有目录的机关收到督促率", "%", "100%", (("003", "三(二)5"), ("004", "清单三(一)1")), _urged),
    Figure("grants.handed_out", "下放事项裁量基准下发和接收确认率", "%", "100%", (("001", "三(十)"),), _handed_out),
    Figure("items.guided", "依申请事项有服务指南的比例", "%", "十要素齐全，100%", (("002", "二(一)1(6)"),), _guided),
    Figure("items.guides_agree", "服务指南时限与办理程序不一致数", "项", "0", (("002", "二(一)1(6)"),), _agreeing),
)
"""Of the catalogue."""
EXAMS: tuple[Figure, ...] = (Figure("exams.kept_up", "法律修订后 30 日没有换版的应知应会条目", "条", "0", (("000", "二(一)2"),), _syllabus_kept_up),)
"""Of what must be known."""
