"""Records that former systems had published: checked by the rules of the form, masked like ours, shown as what they are."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.crypto import blind_index
from fadu.accounts.permissions import require, require_in, scope
from fadu.agencies.models import Organ
from fadu.cases.errors import NotFound
from fadu.cases.models import Leaf
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.leaves import entry_of
from fadu.disclosure import search
from fadu.disclosure.credit.fields import PERSON, Form
from fadu.disclosure.credit.models import Former, FormerEnd
from fadu.disclosure.credit.proofs import end_content, former_content
from fadu.disclosure.masking import Known, known_of, mask, remains
from fadu.disclosure.models import Shown, State
from fadu.law.forms import Invalid

MARK = "由原系统导入"
LONGEST_REASON = 500
_LINES = {
    "penalty": {"cause": "CF_WFXW", "facts": "CF_SY", "basis": "CF_YJ", "kinds": "CF_CFLB", "content": "CF_NR"},
    "licence": {"cause": "XK_XKWS", "content": "XK_NR"},
}
"""Which lines of a public record (`derive.ACTS`) come from which fields."""


def key_of(number: str, organ_code: str, party_code: str) -> str:
    """What tells one decision from another on the credit platforms: number, organ, party; sealed, since a party may be a person."""
    return blind_index(f"{number.strip()}|{organ_code.strip()}|{party_code.strip()}", "credit.key")


def key_in(form: Form, values: Mapping[str, str]) -> str:
    """The key of a row."""
    party = values.get(f"{form.prefix}_XDR_SHXYM") or values.get(f"{form.prefix}_XDR_ZJHM") or values.get(f"{form.prefix}_XDR_MC", "")
    return key_of(values.get(f"{form.prefix}_WSH", ""), values.get(f"{form.organ}DM", ""), party)


@transaction.atomic
def bring_in(actor: Actor, form: Form, values: Mapping[str, str]) -> str:
    """Take in one row: "added", or "unchanged" where the same is there. Raises NotAllowed, and Invalid by field."""
    require(actor, "credit.import")
    wrong = dict(form.faults(values))
    organ = Organ.objects.filter(scope(actor, "credit.import", organ="pk"), code=values.get(f"{form.organ}DM", "")).first()
    if organ is None:
        wrong.setdefault(f"{form.organ}DM", "管辖范围内没有这个统一社会信用代码的机关，请先登记机关")
    if wrong or organ is None:
        raise Invalid(wrong)
    key, number = key_in(form, values), values[f"{form.prefix}_WSH"]
    if (there := Former.objects.filter(key=key).first()) is not None:
        if there.values == dict(values):
            return "unchanged"
        raise Invalid({f"{form.prefix}_WSH": "这件决定已经导入，内容与这一行不同；导入的记录不能改写，需要改正的先撤回，再由本平台办理更正"})
    if Shown.objects.filter(number=number, organ_id=organ.pk).exists():
        raise Invalid({f"{form.prefix}_WSH": "本平台已经公示了这个文号的决定，不能再从原系统导入"})
    shown, known = _masked(form, values, organ)
    found = remains("\n".join(str(shown[name]) for name in ("party", *_LINES[form.id]) if shown.get(name)), known)
    if found:
        told = "、".join(f"{one.what}（{one.where}）" for one in found[:5])
        raise Invalid(
            {_LINES[form.id].get("facts", _LINES[form.id]["content"]): f"脱敏后还有不得公开的内容：{told}，请在文件中改写（个人信息保护法第二十五条）"}
        )
    _kept(actor, form, dict(values), organ, key, shown)
    return "added"


def _kept(actor: Actor, form: Form, values: dict[str, str], organ: Organ, key: str, shown: dict[str, Any]) -> None:
    decided = _civil(values[f"{form.prefix}_JDRQ"])
    assert decided is not None
    row = Former(id=new_id(), organ=organ, form=form.id, number=shown["number"], key=key, values=values, shown=shown, decided_on=decided, at=now())
    row.ends_on, row.by_name, row.by_user = _civil(values.get("CF_GSJZQ", "")), actor.name, actor.user_id
    entry, salt = entry_of("former", row.id, row.id, former_content(row), row.at)
    row.leaf = Leaf.objects.create(case=None, kind="former", ref=row.id, salt=salt, entry=entry.bytes)
    row.save(force_insert=True)
    if row.ends_on is None or row.ends_on >= timezone.localdate(row.at):
        show(row)


def show(row: Former) -> None:
    """Make what the public sees of a record anew, from the record."""
    shown = row.shown
    values = {
        "organ_id": row.organ_id, "organ_name": shown["organ"], "act": row.form, "number": shown["number"][:80], "party": shown["party"][:200],
        "party_code": shown["party_code"], "title": f"{shown['party']} {shown['cause']}"[:300], "item": "", "decided_on": row.decided_on,
        "shown_on": timezone.localdate(row.at), "state": State.SHOWN, "record": shown,
    }  # fmt: skip
    search.show(row.pk, values, shown)


@dataclass(frozen=True, slots=True)
class Happened:
    """What was done about an imported record, told beside the events of publications.

    Attributes:
        id, at: which, when.
        kind: import or withdraw.
        leaf: its leaf in the public log.
        public_reason: why, as the public is told.
        shown: nothing is told of what changed: an imported record changes no more.
    """

    id: uuid.UUID
    at: datetime
    kind: str
    leaf: Leaf
    public_reason: str = ""
    shown: None = None

    def get_kind_display(self) -> str:
        """As an event of a publication tells it."""
        return "撤回" if self.kind == "withdraw" else "由原系统导入"


def happened(former_id: uuid.UUID) -> list[Happened]:
    """What was done about an imported record, the latest first; nothing for a record that is not one."""
    row = Former.objects.filter(pk=former_id).select_related("leaf").first()
    if row is None:
        return []
    end = FormerEnd.objects.filter(former=row).select_related("leaf").first()
    taken_down = [Happened(end.id, end.at, "withdraw", end.leaf, end.reason)] if end else []
    return [*taken_down, Happened(row.id, row.at, "import", row.leaf)]


@transaction.atomic
def withdraw(actor: Actor, former_id: uuid.UUID, reason: str) -> FormerEnd:
    """Take a record down, with a tombstone that says why. Raises NotFound, NotAllowed, Invalid."""
    require(actor, "credit.import")
    row = Former.objects.select_for_update(of=("self",)).filter(scope(actor, "credit.import", organ="organ_id"), pk=former_id).first()
    if row is None:
        raise NotFound("没有这条导入的记录，或者不在您的管辖范围内")
    require_in(actor, "credit.import", row.organ_id)
    reason = reason.replace("\x00", "").strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise Invalid({"reason": f"请写明向社会说明的理由，最多 {LONGEST_REASON} 字"})
    if remains(reason, known_in(row)):
        raise Invalid({"reason": "理由里有不得公开的个人信息，请改写"})
    if FormerEnd.objects.filter(former=row).exists():
        raise Invalid({"reason": "这条记录已经撤回"})
    _bury(row, State.WITHDRAWN, f"{(row.form == 'penalty' and '行政处罚决定') or '行政许可决定'}（已撤回）", {"withdrawn_for": reason, "imported": MARK})
    end = FormerEnd(id=new_id(), former=row, reason=reason, at=now(), by_name=actor.name)
    entry, salt = entry_of("former_end", end.id, end.id, end_content(end), end.at)
    end.leaf = Leaf.objects.create(case=None, kind="former_end", ref=end.id, salt=salt, entry=entry.bytes)
    end.save(force_insert=True)
    return end


def end_due(today: date) -> int:
    """Stop showing the records whose term has run out; how many."""
    rows = list(Former.objects.filter(ends_on__lt=today, pk__in=Shown.objects.filter(state=State.SHOWN).values("pk")))
    for row in rows:
        _bury(row, State.ENDED, "公示期已满", {"imported": MARK})
    return len(rows)


def _bury(row: Former, state: str, title: str, record: dict[str, Any]) -> None:
    search.bury(row.pk, {"state": state, "title": title, "party": "", "party_code": "", "record": record})


def known_in(row: Former) -> Known:
    """What is known of a record and may not be public."""
    return _known(row.values, "CF" if row.form == "penalty" else "XK", row.organ)


def _known(values: Mapping[str, str], prefix: str, organ: Organ) -> Known:
    person = values.get(f"{prefix}_XDR_LB") == PERSON
    party = {
        "kind": "person" if person else "unit", "name": values.get(f"{prefix}_XDR_MC", ""), "legal_rep": values.get(f"{prefix}_FRDB", ""),
        "code": values.get(f"{prefix}_XDR_ZJHM") or values.get(f"{prefix}_XDR_SHXYM", ""),
    }  # fmt: skip
    papers = [{"party_id": values[code]} for code in (f"{prefix}_FR_ZJHM", f"{prefix}_XDR_ZJHM") if values.get(code)]
    stays = {"name": organ.name, "phone": organ.phone, "address": organ.address, "number": values.get(f"{prefix}_WSH", "")}
    return known_of(party=party, answers=papers, organ=stays)


def _masked(form: Form, values: Mapping[str, str], organ: Organ) -> tuple[dict[str, Any], Known]:
    """The public record of a row, and what it was masked by."""
    known = _known(values, form.prefix, organ)
    lines = {name: mask(values[code], known).text for name, code in _LINES[form.id].items() if values.get(code)}
    unit = values[f"{form.prefix}_XDR_LB"] != PERSON
    shown = {
        "act": form.id, "organ": organ.name, "organ_code": organ.code, "number": values[f"{form.prefix}_WSH"],
        "party": mask(values[f"{form.prefix}_XDR_MC"], known).text, "party_kind": "法人及非法人组织" if unit else "自然人",
        "party_code": values.get(f"{form.prefix}_XDR_SHXYM", "") if unit else "", "item": "", "decided_on": values[f"{form.prefix}_JDRQ"].replace("/", "-"),
        "imported": MARK, **lines,
    }  # fmt: skip
    if form.id == "penalty":
        shown |= {name: f"{Decimal(values[code]).normalize():f} 万元" for name, code in (("fine", "CF_NR_FK"), ("gain", "CF_NR_WFFF")) if values.get(code)}
    else:
        shown["valid"] = f"{values['XK_YXQZ']} 至 {values['XK_YXQZI']}"
    return shown, known


def _civil(text: str) -> date | None:
    return date(*map(int, text.split("/"))) if text else None
