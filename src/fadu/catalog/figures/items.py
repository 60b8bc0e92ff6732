"""Figures of the list of powers and duties: whether there is one, whole, reviewed and kept up; with those of grants and lists."""

from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.kinds import Field, OrganKind
from fadu.agencies.models import Organ
from fadu.catalog.figures import grants, kept, lists
from fadu.catalog.figures.organs import MOST, all_items, below, enforcing, item_behind, items_href, items_of, share
from fadu.catalog.limits import course_of
from fadu.catalog.models import ItemReview, PowerItem
from fadu.catalog.selectors.bases import ended_titles, replaced
from fadu.catalog.selectors.locality import parameters
from fadu.catalog.selectors.reviews import CLEARING, REVIEW_WITHIN, doubled, proposed
from fadu.law.calendar import civil
from fadu.law.parameters import OutsideValidity


def _catalogued(organ: Organ, on: date) -> Reading:
    """审定发布了执法事项目录的机关 ÷ 执法机关."""
    try:
        by = f"，本地要求 {civil(int(parameters().value('items.catalog.by', on).value))} 前完成"
    except OutsideValidity:
        by = ""

    def lacks(one: Organ) -> str:
        rows = items_of(one, on)
        if not rows:
            return "没有执法事项目录"
        unpublished = sum(row.published_on is None or row.published_on > on for row in rows)
        return f"{unpublished} 项没有审定公布" if unpublished else ""

    return share(enforcing(organ, on), lacks, items_href, f"目录外的事项不能立案，所以目录外执法数为 0{by}")


def _six(organ: Organ, on: date) -> Reading:
    """权责清单六要素齐备、经法制审核后公布的机关 ÷ 执法机关."""

    def lacks(one: Organ) -> str:
        rows = items_of(one, on)
        if not rows:
            return "没有权责清单"
        bare = [row.code for row in rows if _missing(row)]
        return f"{len(bare)} 项不齐：{bare[0]} 缺{_missing(next(row for row in rows if row.code == bare[0]))}" if bare else ""

    return share(enforcing(organ, on), lacks, items_href, "本平台的公示页和清单是同一份数据，版本一致")


def _missing(item: PowerItem) -> str:
    """Which of 主体、职责、权限、依据、程序、救济 an item lacks, and whether it was reviewed before it was published."""
    gaps = [
        label
        for label, there in (
            ("职责", item.duties),
            ("依据", item.bases),
            ("程序", course_of(item)),
            ("法制机构审核", item.legal_reviewed_on),
            ("公布", item.published_on),
        )
        if not there
    ]
    return "、".join(gaps)


def _reviewed(organ: Organ, on: date) -> Reading:
    """三项结论齐备、审查人不是编制人的事项 ÷ 全部事项."""
    items = all_items(organ, on)
    done = set(ItemReview.objects.filter(code__in=items, reviewed_on__lte=on).values_list("code", flat=True))
    behind = [item_behind(item, "" if code in done else "没有审查") for code, item in items.items()]
    behind.sort(key=lambda row: not row.lacks)
    same = _formal(done)
    return ratio(len(done), len(items), why=same or "审查人与编制人分开，由系统把关", behind=tuple(behind[:MOST]))


def _formal(codes: set[str]) -> str:
    """A hint where nearly all reviews give the same reasons: 三项全“通过”且理由相同占比超过 95% 的，疑似走形式."""
    reasons: dict[tuple[str, str, str], int] = {}
    passed = ItemReview.objects.filter(code__in=codes, legality=True, reasonableness=True, necessity=True)
    for row in passed.values_list("legality_why", "reasonableness_why", "necessity_why"):
        reasons[row] = reasons.get(row, 0) + 1
    total = sum(reasons.values())
    return "提示：三项全部通过且理由相同的超过 95%，疑似走形式" if total >= 20 and Fraction(max(reasons.values()), total) > Fraction(95, 100) else ""


def _kept_up(organ: Organ, on: date) -> Reading:
    """依据的法规修订后六十日内复审或者调整的事项 ÷ 受影响的事项."""
    here = {one.pk for one in below(organ, on)}
    fields = {one.field for one in enforcing(organ, on)}
    resting = Q(pk__in=[])
    for title in ended_titles(on):
        resting |= Q(cited__contains=f"{title}第")
    behind, met = [], 0
    for item in PowerItem.objects.filter(resting):
        lost = replaced(item.cited.split("\n"), item.since, on)
        if lost is None or (item.until is not None and item.until < lost[0]) or (item.organ_id not in here if item.organ_id else not _concerns(item, fields)):
            continue
        deadline = lost[0] + timedelta(1 + REVIEW_WITHIN)
        in_time = (item.until is not None and item.until <= deadline) or item.reviews.filter(reviewed_on__gt=lost[0], reviewed_on__lte=deadline).exists()
        if not in_time and on <= deadline:
            continue  # there is still time
        met += in_time
        behind.append(item_behind(item, "" if in_time else f"{lost[1]}，{deadline} 前没有复审"))
    behind.sort(key=lambda row: not row.lacks)
    return ratio(met, len(behind), why="没有受法规修订影响而已到期的事项" if not behind else "", behind=tuple(behind[:MOST]))


def _concerns(item: PowerItem, fields: set[str]) -> bool:
    return item.field in fields or Field.GENERAL in fields


def _cleared(organ: Organ, on: date) -> Reading:
    """近五年未发生、极少发生且没有必要、交叉重复的事项中，已经作出决定并走完程序的."""
    items = all_items(organ, on)
    told = proposed(on)
    if told.why:
        return Reading(None, None, why=told.why)
    candidates = {row.item.code for row in told.rows if row.item.code in items} | {row.code for rows in doubled(on) for row in rows if row.code in items}
    reviewed = ItemReview.objects.filter(ground__in=CLEARING, opened_on__lte=on)
    concerned = [
        row
        for row in reviewed.select_related("item")
        if row.code in items or row.item.organ_id is None or row.item.organ_id in {o.pk for o in below(organ, on)}
    ]
    done = {row.code for row in concerned if row.carried_out_on is not None and row.carried_out_on <= on}
    candidates |= {row.code for row in concerned}
    behind = [Behind(code, reverse("catalog:item", args=[code]), "" if code in done else "没有作出决定或者没有落实") for code in sorted(candidates)]
    behind.sort(key=lambda row: not row.lacks)
    return ratio(len(candidates & done), len(candidates), why="" if candidates else "没有应当清理的事项", behind=tuple(behind[:MOST]))


def _one_each(organ: Organ, on: date) -> Reading:
    """重叠和空档的事项数：同一事项分属多个机关的，和没有机关实施的."""
    here = {one.pk for one in below(organ, on)}
    twice = [rows for rows in doubled(on) if {row.organ_id for row in rows} & here]
    departments = [one for one in enforcing(organ, on) if one.kind in {OrganKind.STATUTORY, OrganKind.AUTHORISED}]
    levels = {(one.level, one.field) for one in departments}
    seats = {one.level for one in departments}
    from_here = PowerItem.objects.filter(Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on)), organ__isnull=True, level__in=seats)
    nobody = [item for item in from_here if (item.level, item.field) not in levels and (item.level, Field.GENERAL) not in levels]
    behind = [item_behind(rows[0], f"分属 {len(rows)} 个机关") for rows in twice] + [item_behind(item, "没有机关实施") for item in nobody]
    return Reading(Fraction(len(behind)), not behind, why=f"重叠 {len(twice)} 项，空档 {len(nobody)} 项", behind=tuple(behind[:MOST]))


FIGURES: tuple[Figure, ...] = (
    Figure(
        "items.catalogued", "执法事项目录编制公布率", "%", "全部执法机关（100%）",
        (("000", "二(三)7"), ("001", "三(七)"), ("003", "三(二)5"), ("004", "清单三(一)1")), _catalogued,
    ),
    Figure("items.six", "权责清单六要素齐备率", "%", "全部执法机关（100%），先法制审核、后公布", (("002", "二(一)1(2)"),), _six),
    Figure("items.reviewed", "执法事项三性审查率", "%", "全部事项（100%）", (("000", "二(三)7"),), _reviewed),
    Figure("items.kept_up", "法规修订后 60 日内复审率", "%", "全部受影响的事项（100%）", (("000", "二(三)7"), ("001", "三(七)")), _kept_up),
    Figure("items.cleared", "应清理事项办结率", "%", "全部应清理的事项（100%）", (("000", "二(三)7"),), _cleared),
    Figure("items.one_each", "执法事项重叠和空档数", "项", "0 项", (("001", "三(十三)"),), _one_each),
    *grants.FIGURES,
    *lists.FIGURES,
    *kept.FIGURES,
)  # fmt: skip
"""What the clauses on items, grants and lists ask, computed."""
