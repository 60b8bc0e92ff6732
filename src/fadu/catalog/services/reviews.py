"""合法性、合理性、必要性审查: taking items up, finding, and carrying the result out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.services.collisions import one_only
from fadu.catalog.item_forms import WHAT as ITEM
from fadu.catalog.item_forms import choices
from fadu.catalog.models import ItemReview, PowerItem, ReviewGround, ReviewResult
from fadu.catalog.selectors.items import in_force
from fadu.catalog.services import versions
from fadu.law.forms import Field, Invalid, Kind, validate

WHAT = "item_review"
OPENING = (
    Field(name="ground", label="审查的原因", kind=Kind.CHOICE, choices=choices(ReviewGround)),
    Field(name="due_on", label="应当完成之日", kind=Kind.DATE, help="依据修改、废止的，自新法施行之日起六十日内"),
    Field(name="opened_why", label="说明", required=False, longest=200),
)
"""A review taken up."""

FINDINGS = (
    Field(name="legality", label="合法", kind=Kind.BOOL, help="有现行有效的法律、法规、规章依据，主体和权限相符"),
    Field(name="legality_why", label="合法性审查意见", kind=Kind.LONGTEXT, longest=400),
    Field(name="reasonableness", label="合理", kind=Kind.BOOL, help="设置、层级、幅度适当，与其他事项不交叉重复"),
    Field(name="reasonableness_why", label="合理性审查意见", kind=Kind.LONGTEXT, longest=400),
    Field(name="necessity", label="必要", kind=Kind.BOOL, help="仍然需要实施，没有其他更合适的管理方式"),
    Field(name="necessity_why", label="必要性审查意见", kind=Kind.LONGTEXT, longest=400),
    Field(name="result", label="审查结论", kind=Kind.CHOICE, choices=choices(ReviewResult)),
    Field(name="result_why", label="结论的理由", kind=Kind.LONGTEXT, longest=400),
    Field(
        name="ends_on", label="自哪天起取消（暂停）", kind=Kind.DATE, required=False, when=("result", ("cancel", "suspend")),
        help="填写的，清单即作调整；留空的，待按程序调整清单后自动记为已落实",
    ),
)  # fmt: skip
"""A review ended: three findings with reasons, and what they come to."""


def open_reviews(actor: Actor, codes: Sequence[str], data: Mapping[str, Any]) -> list[ItemReview]:
    """Take up the items in force of these codes. All or none.

    Raises:
        Invalid: no such item in force, or a review of it is open already.
    """
    require(actor, "catalog.manage")
    clean = validate(OPENING, data)
    today = timezone.localdate()
    due_on = date.fromisoformat(clean["due_on"])
    if due_on < today:
        raise Invalid({"due_on": "应当完成之日不能早于今天"})
    wanted = list(dict.fromkeys(codes))
    with transaction.atomic():
        held = {item.code: item for item in in_force(today).filter(code__in=wanted)}
        if missing := [code for code in wanted if code not in held]:
            raise Invalid({"": f"清单中没有在 {today} 有效的事项：{'、'.join(missing[:5])}"})
        rows = []
        for code in wanted:
            with one_only("", f"{code} 已经列入审查，尚未审结"):
                row = ItemReview.objects.create(
                    item=held[code], code=code, ground=clean["ground"], opened_on=today, due_on=due_on, opened_why=clean.get("opened_why", ""),
                    opened_by=actor.name,
                )  # fmt: skip
            _record(actor, "列入审查", row, {}, clean.get("opened_why", ""))
            rows.append(row)
    return rows


def conclude_review(actor: Actor, review_id: int, data: Mapping[str, Any]) -> ItemReview:
    """End a review with its findings; a cancelled or suspended item is ended where its day is given.

    Raises:
        Invalid: by field; also where who reviews has listed the item (审查人与编制人应当分开), or it has been reviewed already.
    """
    require(actor, "catalog.manage")
    clean = validate(FINDINGS, data)
    today = timezone.localdate()
    with transaction.atomic():
        row = ItemReview.objects.select_for_update().get(pk=review_id)
        item = PowerItem.objects.select_for_update().get(pk=row.item_id)
        _refuse(actor, row, item, clean)
        before = snapshot(row)
        for name in ("legality", "legality_why", "reasonableness", "reasonableness_why", "necessity", "necessity_why", "result", "result_why"):
            setattr(row, name, clean[name])
        row.reviewed_on, row.reviewer, row.reviewer_id = today, actor.name, actor.user_id
        if row.result == ReviewResult.KEEP or item.until is not None:
            row.carried_out_on = today if item.until is None else max(today, item.until + timedelta(1))
        row.save()
        _record(actor, "审结", row, before, row.result_why[:200])
        if clean.get("ends_on"):
            day = date.fromisoformat(clean["ends_on"])
            versions.end(actor, item, what=ITEM, ends_on=day, reason=f"{row.get_result_display()}：{row.result_why}"[:200])
            carried_out([row.code], {ReviewResult.CANCEL, ReviewResult.SUSPEND}, day)
            row.refresh_from_db()
    return row


def carried_out(codes: Iterable[str], results: Iterable[str], on: date) -> None:
    """The list was changed as reviews of these codes had said: from that day on they are carried out."""
    ItemReview.objects.filter(code__in=list(codes), result__in=list(results), reviewed_on__isnull=False, carried_out_on__isnull=True).update(carried_out_on=on)


def _refuse(actor: Actor, row: ItemReview, item: PowerItem, clean: Mapping[str, Any]) -> None:
    if row.reviewed_on is not None:
        raise Invalid({"": f"已于 {row.reviewed_on} 由{row.reviewer}审结"})
    if item.listed_by_id is not None and item.listed_by_id == actor.user_id:
        raise Invalid({"": f"这个事项由您（{item.listed_by}）列入清单，合法性、合理性、必要性审查应当由编制人以外的人进行，请换人审查"})
    against = [label for name, label in (("legality", "合法"), ("reasonableness", "合理"), ("necessity", "必要")) if not clean[name]]
    if clean["result"] == ReviewResult.KEEP and against:
        raise Invalid({"result": f"认为不{'、不'.join(against)}的事项不能保留，请选择修改、取消、暂停或者下放"})
    if clean["result"] in (ReviewResult.CANCEL, ReviewResult.SUSPEND) and not against:
        raise Invalid({"result": "三项都符合的事项没有取消、暂停的理由；确需取消的，写明不合理或者不必要之处"})


def _record(actor: Actor, action: str, row: ItemReview, before: Mapping[str, Any], reason: str) -> None:
    record(actor, action, row, what=WHAT, label=str(row), organ_id=row.item.organ_id, before=before, after=snapshot(row), reason=reason)
