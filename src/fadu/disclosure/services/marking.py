"""Marking words of a case that are not to be public, before anything of it is released (标注商业秘密等)."""

import uuid

from django.db import transaction
from django.db.models import QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.cases.now import now
from fadu.disclosure import selectors
from fadu.disclosure.models import Mark
from fadu.law.forms import Invalid

SHORTEST, LONGEST, MOST = 2, 500, 200


@transaction.atomic
def mark_words(actor: Actor, case_id: uuid.UUID, text: str, why: str) -> Mark:
    """Mark words of a case: wherever they stand in what would be public, they are taken out. Raises NotFound, NotAllowed, Invalid."""
    case = _case(actor, case_id)
    words, errors = text.replace("\x00", "").strip(), {}
    if len("".join(words.split())) < SHORTEST or len(words) > LONGEST:
        errors["text"] = f"请写明应当隐去的文字，{SHORTEST} 至 {LONGEST} 字，与案件中的原文一致"
    if why not in Mark.Why.values:
        errors["why"] = "请选择是什么信息"
    marks = list(standing(case))
    if len(marks) >= MOST:
        errors["text"] = f"一件案件最多标注 {MOST} 处"
    if errors:
        raise Invalid(errors)
    same = next((mark for mark in marks if mark.text == words), None)
    return same or Mark.objects.create(case=case, text=words, why=why, at=now(), by_user=actor.user_id, by_name=actor.name)


@transaction.atomic
def take_off(actor: Actor, case_id: uuid.UUID, mark_id: uuid.UUID) -> Mark:
    """Take a mark off; that it was there stays on record. Raises NotFound, NotAllowed."""
    mark = standing(_case(actor, case_id)).select_for_update().filter(pk=mark_id).first()
    if mark is None:
        raise NotFound("没有这处标注，或者已经取消")
    mark.taken_off_at, mark.taken_off_by = now(), actor.name
    mark.save(update_fields=["taken_off_at", "taken_off_by"])
    return mark


def standing(case: Case) -> QuerySet[Mark]:
    """The marks of a case that stand."""
    return Mark.objects.filter(case=case, taken_off_at=None).order_by("id")


def _case(actor: Actor, case_id: uuid.UUID) -> Case:
    require(actor, "publication.mark")
    return selectors.case_of(actor, "publication.mark", case_id)
