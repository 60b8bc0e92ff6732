"""Supplementing what the platforms ask beyond the record, and taking in what they answer."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.cases.errors import NotFound
from fadu.cases.now import now
from fadu.disclosure.credit.fields import Form
from fadu.disclosure.credit.former import key_of
from fadu.disclosure.credit.models import Answer, Handed, Supplement
from fadu.disclosure.models import Publication
from fadu.law.forms import Invalid

SUPPLEMENTED = ("CF_NR_ZKDX", "CF_XDR_GSZC", "CF_XDR_ZZJG", "CF_XDR_SWDJ", "CF_XDR_SYDW", "CF_XDR_SHZZ", "XK_XKLB", "XK_XKZS", "XK_XKBH", "XK_XDR_GSZC",
                "XK_XDR_ZZJG", "XK_XDR_SWDJ", "XK_XDR_SYDW", "XK_XDR_SHZZ", "BZ")  # fmt: skip
"""The fields that no record of a case holds: they alone can be filled in by hand; all others follow from the record."""


@transaction.atomic
def supplement(actor: Actor, form: Form, publication_id: uuid.UUID, given: Mapping[str, str]) -> int:
    """Fill in what the record does not hold; how many fields changed. Raises NotFound, NotAllowed, Invalid by field."""
    require(actor, "credit.deliver")
    row = Publication.objects.filter(scope(actor, "credit.deliver", organ="organ_id"), pk=publication_id, act=form.id).first()
    if row is None:
        raise NotFound("没有这件公示信息，或者不归您报送")
    values, wrong = {}, {}
    for item in form.items:
        if item.code in SUPPLEMENTED and item.code in given:
            values[item.code] = given[item.code].replace("\x00", "").strip()
            fault = item.check(values[item.code], values) if values[item.code] else ""
            if len(values[item.code]) > min(item.longest, 500):
                fault = f"{item.label}最多 {min(item.longest, 500)} 字"
            if fault:
                wrong[item.code] = fault
    if wrong:
        raise Invalid(wrong)
    before = supplements(row)
    changed = {code: value for code, value in values.items() if before.get(code, "") != value}
    Supplement.objects.bulk_create(Supplement(publication=row, code=code, value=value, at=now(), by_name=actor.name) for code, value in changed.items())
    return len(changed)


def supplements(row: Publication) -> dict[str, str]:
    """What was filled in by hand, by field; the last counts."""
    return dict(row.supplements.order_by("id").values_list("code", "value"))


@transaction.atomic
def answer(actor: Actor, values: Mapping[str, Any]) -> str:
    """Take in what the platform said to one row: "added" or "unchanged". Raises NotAllowed, Invalid by column."""
    require(actor, "credit.deliver")
    rows = Handed.objects.filter(scope(actor, "credit.deliver", organ="publication__organ_id"), publication__organ__code=values["organ"])
    found = rows.filter(key=key_of(values["number"], values["organ"], values["party"])) if values.get("party") else rows.filter(number=values["number"])
    last = found.order_by("-id").first()
    if last is None:
        raise Invalid({"number": "没有报送过这件决定：请核对文号、机关代码和行政相对人代码"})
    accepted, reason = values["outcome"] == "accepted", str(values.get("reason") or "")
    if not accepted and not reason:
        raise Invalid({"reason": "退回的请写明平台给出的原因"})
    there = Answer.objects.filter(handed=last).first()
    if there is not None:
        if (there.accepted, there.reason) == (accepted, reason):
            return "unchanged"
        raise Invalid({"outcome": f"这一行已经有回执（{'接收' if there.accepted else '退回'}），不能改写"})
    Answer.objects.create(handed=last, accepted=accepted, reason=reason, at=now(), by_name=actor.name)
    return "added"
