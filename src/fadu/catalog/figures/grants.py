"""Figures of what was granted to townships: evaluated, reviewed, used, with a benchmark."""

from datetime import date, timedelta
from fractions import Fraction

from django.urls import reverse
from django.utils import timezone

from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.models import Organ
from fadu.catalog.figures.organs import MOST, below, item_behind
from fadu.catalog.models import Delegation, DelegationKind, EvaluationResult, GrantEvaluation, ItemReview
from fadu.catalog.selectors.evaluations import grants, performance
from fadu.catalog.selectors.items import in_force
from fadu.catalog.selectors.reviews import CLEARING

ADJUST_WITHIN = 90
"""Days within which a grant is adjusted after its evaluation said so (河北区实施方案二(三)8: 90 日为参数)."""


def _here(organ: Organ, on: date) -> list[Delegation]:
    ids = {one.pk for one in below(organ, on)}
    return [grant for grant in grants(on) if grant.organ_id in ids]


def _evaluated(organ: Organ, on: date) -> Reading:
    """近一年度有评估结论的下放事项 ÷ 全部下放事项; every change said was made in time, every item without a case is explained."""
    running = [grant for grant in _here(organ, on) if grant.since.year < on.year or _last(grant, on)]
    met, total, behind = 0, 0, []
    for grant in running:
        last = _last(grant, on)
        current = last is not None and last.year >= on.year - 1
        total += len(grant.items)
        met += len(grant.items) if current else 0
        behind.append(
            Behind(f"{grant.organ.name}（{len(grant.items)} 项）", reverse("catalog:grant_evaluate", args=[grant.pk]), "" if current else "近一年度没有评估")
        )
    late = _late(organ, on)
    behind += [Behind(str(row), reverse("catalog:grant_evaluations"), f"结论为{row.get_conclusion_display()}，{ADJUST_WITHIN} 日内没有调整") for row in late]
    behind.sort(key=lambda row: not row.lacks)
    told = ratio(met, total, why=f"结论为调整、收回而没有按期调整的 {len(late)} 项；没有办件的事项都有说明", behind=tuple(behind[:MOST]))
    return Reading(told.value, told.met and not late, told.of, told.why, told.behind) if told.met is not None else told


def _last(grant: Delegation, on: date) -> GrantEvaluation | None:
    """The last evaluation of a grant, or of the one it was adjusted from."""
    own = grant.evaluations.filter(evaluated_on__lte=on).order_by("-year").first()
    return own or GrantEvaluation.objects.filter(followed_by=grant, evaluated_on__lte=on).order_by("-year").first()


def _late(organ: Organ, on: date) -> list[GrantEvaluation]:
    """Evaluations whose change took effect later than it should."""
    ids = [one.pk for one in below(organ, on)]
    rows = GrantEvaluation.objects.filter(grant__organ__in=ids, evaluated_on__lte=on).exclude(conclusion=EvaluationResult.KEEP).select_related("grant__organ")
    return [row for row in rows if row.effective_on is None or row.effective_on > row.evaluated_on + timedelta(ADJUST_WITHIN)]


def _none_cleared(organ: Organ, on: date) -> Reading:
    """拟清理期间新设的赋权数 and 没有法制审核记录的赋权数."""
    behind = []
    for grant in _made(organ, on):
        day = timezone.localdate(grant.recorded_at)
        clearing = ItemReview.objects.filter(code__in=grant.items, ground__in=CLEARING, opened_on__lte=day)
        caught = sorted({row.code for row in clearing if row.reviewed_on is None or row.reviewed_on > day})
        if caught:
            behind.append(Behind(str(grant), reverse("catalog:delegations"), f"登记时拟清理：{'、'.join(caught)}"))
        if grant.legal_reviewed_on is None or grant.legal_reviewed_on > grant.since:
            behind.append(Behind(str(grant), reverse("catalog:delegations"), "没有在生效前法制审核的记录"))
    return Reading(Fraction(len(behind)), not behind, why="拟清理的事项登记赋权时被拒绝；另计没有法制审核记录的赋权", behind=tuple(behind[:MOST]))


def _legally_reviewed(organ: Organ, on: date) -> Reading:
    """经司法行政部门法制审核的赋权事项 ÷ 全部赋权事项."""
    running = _here(organ, on)
    done = [grant for grant in running if grant.legal_reviewed_on is not None and grant.legal_reviewed_on <= on]
    behind = [
        Behind(f"{grant.organ.name} {grant.document}", reverse("catalog:delegations"), "" if grant in done else "没有法制审核的记录") for grant in running
    ]
    behind.sort(key=lambda row: not row.lacks)
    return ratio(sum(len(grant.items) for grant in done), sum(len(grant.items) for grant in running), behind=tuple(behind[:MOST]))


def _made(organ: Organ, on: date) -> list[Delegation]:
    ids = [one.pk for one in below(organ, on)]
    return list(Delegation.objects.filter(kind=DelegationKind.GRANT, organ__in=ids, since__lte=on).select_related("organ"))


def _used(organ: Organ, on: date) -> Reading:
    """零办件事项有说明的占比; and the townships' share of corrected decisions is not above the county's."""
    zero = explained = 0
    behind = []
    above = []
    for grant in _here(organ, on):
        told = performance(grant, on.year, on)
        last = _last(grant, on)
        reasoned = set(last.unused) if last is not None and last.year >= on.year - 1 else set()
        zero += len(told.unused)
        explained += len(reasoned & set(told.unused))
        if silent := [code for code in told.unused if code not in reasoned]:
            behind.append(Behind(grant.organ.name, reverse("catalog:grant_evaluate", args=[grant.pk]), f"没有办件又没有说明：{'、'.join(silent[:5])}"))
        if any(one.name == "overturned" and one.met is False for one in told.indicators):
            above.append(grant.organ.name)
            behind.append(Behind(grant.organ.name, reverse("catalog:grant_evaluate", args=[grant.pk]), "纠错率高于县级部门平均"))
    if not _here(organ, on):
        return Reading(None, None, why="没有赋权")
    value = Fraction(explained, zero) if zero else Fraction(1)
    return Reading(value, value == 1 and not above, (explained, zero), f"零办件 {zero} 项，纠错率高于县级的 {len(above)} 个乡镇街道", tuple(behind[:MOST]))


def _with_table(organ: Organ, on: date) -> Reading:
    """有裁量基准的下放事项 ÷ 有罚款幅度的下放事项."""
    codes = {code for grant in _here(organ, on) for code in grant.items}
    fined = [item for item in in_force(on).filter(code__in=codes) if item.ranges]
    behind = [item_behind(item, "" if item.discretion_table else "没有裁量基准") for item in fined]
    behind.sort(key=lambda row: not row.lacks)
    why = "基准在平台上统一公布，乡镇办案时直接适用，不另设接收确认"
    return ratio(sum(bool(item.discretion_table) for item in fined), len(fined), why=why, behind=tuple(behind[:MOST]))


FIGURES: tuple[Figure, ...] = (
    Figure(
        "grants.evaluated", "下放赋权事项评估率", "%", "全部下放事项（100%），调整、收回 90 日内完成",
        (("000", "二(三)8"), ("003", "三(三)7"), ("004", "清单三(二)3")), _evaluated,
    ),
    Figure("grants.none_cleared", "拟清理事项新赋权数", "项", "0 项，没有法制审核记录的也为 0", (("000", "二(三)8"),), _none_cleared),
    Figure("grants.reviewed", "赋权事项法制审核率", "%", "全部赋权事项（100%）", (("000", "二(三)8"),), _legally_reviewed),
    Figure("grants.used", "零办件赋权事项说明率", "%", "全部说明（100%），纠错率不高于县级平均", (("003", "三(三)7"),), _used),
    Figure("grants.tables", "下放事项裁量基准覆盖率", "%", "全部有罚款幅度的下放事项（100%）", (("001", "三(十)"),), _with_table),
)  # fmt: skip
"""What the clauses on grants ask."""
