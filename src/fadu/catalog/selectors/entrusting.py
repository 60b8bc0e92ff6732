"""How grants, entrustments and outposts' powers are kept: in force or not, published, filed, whole."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.delegated import Entrusted
from fadu.catalog.models import ActKind, Delegation, DelegationKind, DelegationReview, PowerItem
from fadu.catalog.selectors.delegations import running

FILING = timedelta(30)
"""An entrustment is filed with the justice department of the county (新政办函〔2024〕38号清单三(二)2), which sets no number of days:
within thirty days of taking effect."""
EXPIRING = timedelta(60)
"""How long before its last day an entrustment is told of, so that it can be renewed or taken back."""

STATES = (
    ("running", "有效"),
    ("unpublished", "生效未公布"),
    ("unfiled", "逾期未备案"),
    ("expiring", "60 天内到期"),
    ("gone", "机关已撤销"),
    ("future", "未生效"),
    ("ended", "已失效"),
)
"""What the list can be narrowed to."""


def delegations(actor: Actor, *, kind: str = "", state: str = "", words: str = "", on: date | None = None) -> QuerySet[Delegation]:
    """All grants, entrustments and outposts' powers, the latest first: they are published. Narrowed, as of a day."""
    require(actor, "item.see")
    found = Delegation.objects.select_related("organ", "principal").order_by("-since", "-id")
    if kind:
        found = found.filter(kind=kind)
    if words := words.strip():
        found = found.filter(Q(organ__name__contains=words) | Q(principal__name__contains=words) | Q(document__contains=words))
    return found.filter(_in_state(state, on)) if state and on else found


def delegation(actor: Actor, delegation_id: int) -> Delegation:
    """One of them; raises Delegation.DoesNotExist."""
    require(actor, "item.see")
    return Delegation.objects.select_related("organ", "principal").get(pk=delegation_id)


def entrusted(organ_ids: Collection[int], on: date) -> list[Entrusted]:
    """What these organs act on for others or have others act on for them, read as of a day."""
    found = Delegation.objects.filter(Q(organ__in=organ_ids) | Q(principal__in=organ_ids)).select_related("organ", "principal")
    return read(list(found.order_by("-since", "-id")), on)


def read(rows: Sequence[Delegation], on: date) -> list[Entrusted]:
    """Delegations as pages and figures of organs read them, as of a day. One query more for the names of items."""
    codes = {code for row in rows for code in row.items}
    items = {item.code: item for item in PowerItem.objects.filter(code__in=codes).order_by("since")}
    return [_read(row, items, on) for row in rows]


def state(row: Delegation, on: date) -> tuple[str, str]:
    """Tag and word for the state it is in."""
    if row.since > on:
        return "near", "未生效"
    if row.until is not None and row.until < on:
        return "", "已失效"
    if gone(row, on):
        return "bad", "机关已撤销"
    if row.published_on is None or row.published_on > on:
        return "bad", "未公布"
    if overdue(row, on):
        return "bad", "逾期未备案"
    if row.until is not None and row.until <= on + EXPIRING:
        return "near", f"还剩 {(row.until - on).days} 天"
    return "ok", "有效"


def overdue(row: Delegation, on: date) -> str:
    """Why it is overdue to be published or filed on a day; "" where it is not."""
    if row.since > on or (row.until is not None and row.until < on):
        return ""
    said = []
    if row.published_on is None or row.published_on > on:
        said.append(f"{row.since.isoformat()} 起生效，应当先公布（行政处罚法第二十条第二款）" if row.kind == DelegationKind.ENTRUSTMENT else "应当先公布")
    if row.kind == DelegationKind.ENTRUSTMENT and row.filed_on is None and on > row.since + FILING:
        said.append(f"应于 {(row.since + FILING).isoformat()} 前报县级司法行政部门备案")
    return "；".join(said)


def lacks(row: Delegation) -> tuple[str, ...]:
    """Which of the eight elements of an entrustment are missing (新政办函〔2024〕38号清单三(二)2); nothing is asked of the others."""
    if row.kind != DelegationKind.ENTRUSTMENT:
        return ()
    elements = {
        "依据": row.basis,
        "书面委托书": row.document,
        "事项": row.items,
        "权限": row.powers,
        "期限": row.until,
        "审批文号": row.approval,
        "征求基层意见记录": row.consulted,
        "双方公布": row.published_on and row.published_there_on,
        "备案": row.filed_on and row.filing_number,
    }
    return tuple(name for name, there in elements.items() if not there)


def gone(row: Delegation, on: date) -> bool:
    """Whether an organ of it was abolished: the entrustment is to be made anew with the successor."""
    return any(organ is not None and organ.ends_on is not None and organ.ends_on <= on for organ in (row.organ, row.principal))


def _read(row: Delegation, items: dict[str, PowerItem], on: date) -> Entrusted:
    found = [(code, items[code].name if code in items else "") for code in row.items]
    return Entrusted(
        kind=row.kind,
        label=row.get_kind_display().split("（")[0],
        organ_id=row.organ_id,
        organ=row.organ.name,
        principal_id=row.principal_id,
        principal=row.principal.name if row.principal else "",
        items=tuple(found),
        powers=row.powers,
        area=tuple(row.area),
        basis=row.basis,
        document=row.document,
        since=row.since,
        until=row.until,
        published_on=row.published_on,
        filed_on=row.filed_on,
        running=row.since <= on and (row.until is None or row.until >= on),
        state=state(row, on),
        lacks=lacks(row),
        coercive=tuple(code for code in row.items if code in items and items[code].kind == ActKind.COERCION),
        overdue=overdue(row, on),
        reviewed=row.get_review_display() if row.reviewed_on and row.reviewed_on <= on else "",
        mended=_mended(row, on),
        href=reverse("catalog:delegation", args=[row.pk]),
    )


def _mended(row: Delegation, on: date) -> bool | None:
    if row.review == DelegationReview.CLEAR:
        return row.until is not None and row.until < on
    return row.mended_on is not None and row.mended_on <= on if row.review == DelegationReview.MEND else None


def _in_state(state: str, on: date) -> Q:
    live = running(on)
    return {
        "running": live,
        "unpublished": live & (Q(published_on__isnull=True) | Q(published_on__gt=on)),
        "unfiled": live & Q(kind=DelegationKind.ENTRUSTMENT, filed_on__isnull=True, since__lt=on - FILING),
        "expiring": live & Q(until__lte=on + EXPIRING),
        "gone": live & (Q(organ__ends_on__lte=on) | Q(principal__ends_on__lte=on)),
        "future": Q(since__gt=on),
        "ended": Q(until__lt=on),
    }[state]
