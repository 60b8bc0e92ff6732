"""What others ask of an organ's lawyers and reviewers: its own people agree, or refuse with why."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, require_in
from fadu.agencies.counsel.models import Borrowing
from fadu.agencies.services.changes import record, snapshot
from fadu.law.forms import Field, Invalid, Kind, validate

ANSWER = (
    Field(name="agreed", label="答复", kind=Kind.CHOICE, choices=(("yes", "同意"), ("no", "不同意"))),
    Field(name="refused_for", label="不同意的理由", longest=200, when=("agreed", ("no",))),
)


def answer_request(actor: Actor, borrowing_id: int, data: Mapping[str, Any], on: date) -> Borrowing:
    """Agree or refuse in the lender's name; once. Raises NotAllowed, Invalid, Borrowing.DoesNotExist."""
    require(actor, "team.manage")
    with transaction.atomic():
        row = Borrowing.objects.select_for_update(of=("self",)).select_related("lender").get(pk=borrowing_id)
        require_in(actor, "team.manage", row.lender_id)
        if row.answered_on is not None:
            raise Invalid({"": f"{row.answered_on} 已经答复，不能再改"})
        clean, before = validate(ANSWER, data), snapshot(row)
        row.answered_on, row.agreed, row.refused_for, row.answered_by = on, clean["agreed"] == "yes", clean.get("refused_for", ""), actor.name
        row.save(update_fields=["answered_on", "agreed", "refused_for", "answered_by"])
        label = str(row)[:100]
        record(actor, "答复", row, what="borrowing", label=label, organ_id=row.lender_id, before=before, after=snapshot(row), reason=row.refused_for)
    return row
