"""Registering by what right an organ acts on items that are not its own, and taking that back."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.kinds import Level, OrganKind
from fadu.agencies.models import Organ
from fadu.agencies.services.changes import record, snapshot
from fadu.catalog.models import ActKind, Delegation, DelegationKind, DelegationReview, ReviewResult
from fadu.catalog.selectors.items import item
from fadu.catalog.selectors.reviews import to_be_cleared
from fadu.catalog.services.reviews import carried_out
from fadu.law.forms import Field, Invalid, Kind, validate

FORM = (
    Field(name="kind", label="种类", kind=Kind.CHOICE, choices=tuple((str(value), str(label)) for value, label in DelegationKind.choices)),
    Field(name="organ", label="行使机关", kind=Kind.CHOICE),
    Field(name="principal", label="委托（所属）机关", kind=Kind.CHOICE, required=False, help="赋权的不填", when=("kind", ("entrustment", "outpost"))),
    Field(name="items", label="事项编码", kind=Kind.LONGTEXT, longest=4000, help="一行一个；只有列明的事项可以办理", example="SC-CF-001"),
    Field(name="powers", label="权限", required=False, help="委托书、决定中写明的权限", example="立案、调查、决定"),
    Field(
        name="area", label="区域", required=False, help="委托书限定区域的，写乡镇、街道的名称，用顿号分开；不填的为委托机关的全部管辖区域",
        example="城关镇、柳湖镇",
    ),
    Field(name="basis", label="依据", help="委托所依据的法律、法规、规章条文，或者省级赋权决定", example="《行政处罚法》第二十四条第一款"),
    Field(name="document", label="文号", longest=80),
    Field(name="public_function", label="具有管理公共事务职能", kind=Kind.BOOL, required=False, when=("kind", ("entrustment",))),
    Field(name="needs_technique", label="需要技术检查或者鉴定", kind=Kind.BOOL, required=False, when=("kind", ("entrustment",))),
    Field(name="has_technique", label="有条件组织技术检查或者鉴定", kind=Kind.BOOL, required=False, when=("needs_technique", (True,))),
    Field(name="own_name", label="依法可以以自己名义", kind=Kind.BOOL, required=False, when=("kind", ("outpost",))),
    Field(name="since", label="生效日期", kind=Kind.DATE),
    Field(name="until", label="最后有效日", kind=Kind.DATE, required=False, help="委托必须有期限"),
    Field(
        name="legal_reviewed_on",
        label="司法行政部门法制审核日期",
        kind=Kind.DATE,
        required=False,
        help="赋权事项由司法行政部门法制审核",
        when=("kind", ("grant",)),
    ),
    Field(name="published_on", label="公布日期", kind=Kind.DATE, required=False, help="没有公布的不能据以办案"),
    Field(name="published_there_on", label="受委托方公布日期", kind=Kind.DATE, required=False, when=("kind", ("entrustment",))),
    Field(name="filed_on", label="备案日期", kind=Kind.DATE, required=False, help="报县级司法行政部门备案的日期", when=("kind", ("entrustment",))),
    Field(name="filing_number", label="备案号", required=False, longest=80, when=("kind", ("entrustment",))),
    Field(name="approval", label="审批文号", required=False, longest=80, help="委托前审核报批的文号", when=("kind", ("entrustment",))),
    Field(name="consulted", label="征求意见记录", required=False, longest=100, help="听取基层意见的记录", when=("kind", ("entrustment",))),
)  # fmt: skip
"""A grant, an entrustment or an outpost's powers as entered."""

RECORDING = (
    *(replace(field, when=None) for field in FORM if field.name in {"published_on", "published_there_on", "filed_on", "filing_number", "approval", "consulted"}),
    Field(name="reviewed_on", label="复核日期", kind=Kind.DATE, required=False, help="按行政处罚法等要求复核的日期"),
    Field(
        name="review", label="复核结论", kind=Kind.CHOICE, required=False, help="应当清理的，另行收回",
        choices=tuple((str(value), str(label)) for value, label in DelegationReview.choices),
    ),
    Field(name="mended_on", label="完善手续日期", kind=Kind.DATE, required=False),
)  # fmt: skip
"""What is done about it after it was registered: published, filed, reviewed."""

ENDING = (Field(name="ends_on", label="自哪天起收回", kind=Kind.DATE), Field(name="reason", label="收回的理由"))
"""Its end."""


def register_delegation(actor: Actor, data: Mapping[str, Any]) -> Delegation:
    """Register it; raises NotAllowed, Invalid by field."""
    require(actor, "catalog.manage")
    clean = validate(asked(), data)
    organ, principal = _organ(clean["organ"]), _organ(clean.get("principal"))
    named = ("since", "until", "legal_reviewed_on", "published_on", "published_there_on", "filed_on")
    dates = {name: date.fromisoformat(clean[name]) for name in named if clean.get(name)}
    codes = list(dict.fromkeys(re.split(r"[\s,，、;；]+", clean["items"].strip())))
    errors = _faults(clean, organ, principal, codes, dates)
    if errors or organ is None:
        raise Invalid(errors)
    told = {name: clean[name] for name in ("kind", "powers", "basis", "document", "filing_number", "approval", "consulted") if name in clean}
    flags = {name: bool(clean.get(name)) for name in ("public_function", "needs_technique", "has_technique", "own_name")}
    with transaction.atomic():
        row = Delegation.objects.create(
            **told, **flags, **dates, organ=organ, principal=principal, items=codes, area=_area(clean.get("area", "")), by_name=actor.name
        )
        if row.kind == DelegationKind.GRANT:
            carried_out(codes, {ReviewResult.HAND_DOWN}, row.since)
        _record(actor, "登记", row, {}, "")
    return row


def complete_delegation(actor: Actor, delegation_id: int, data: Mapping[str, Any], *, reason: str = "") -> Delegation:
    """Enter when it was published, filed and reviewed; what was entered before stays. Raises NotAllowed, Invalid, Delegation.DoesNotExist."""
    require(actor, "catalog.manage")
    clean = validate(RECORDING, data)
    with transaction.atomic():
        row = Delegation.objects.select_for_update().get(pk=delegation_id)
        before, errors = snapshot(row), {}
        for name, value in clean.items():
            entered = date.fromisoformat(value) if name.endswith("_on") else value
            standing = getattr(row, name)
            if standing and standing != entered and name != "review":
                errors[name] = f"已经登记为 {standing}，不再改变"
            elif isinstance(entered, date) and entered > timezone.localdate():
                errors[name] = "不能晚于今天；请在办理后登记"
            setattr(row, name, entered)
        if row.review and row.reviewed_on is None:
            errors["reviewed_on"] = "填了复核结论的，须填复核日期"
        if errors:
            raise Invalid(errors)
        if not clean:
            raise Invalid({"": "没有填写任何内容"})
        row.save(update_fields=list(clean))
        _record(actor, "登记公布、备案、复核", row, before, reason)
    return row


def withdraw_delegation(actor: Actor, delegation_id: int, data: Mapping[str, Any]) -> Delegation:
    """Take it back from a day on; what was done before that day stands. Raises NotAllowed, Invalid, Delegation.DoesNotExist."""
    require(actor, "catalog.manage")
    clean = validate(ENDING, data)
    with transaction.atomic():
        row = Delegation.objects.select_for_update().get(pk=delegation_id)
        last = date.fromisoformat(clean["ends_on"]) - timedelta(1)
        if last < row.since:
            raise Invalid({"ends_on": f"它自 {row.since} 起生效，收回之日应在其后"})
        if row.until is not None and row.until <= last:
            raise Invalid({"ends_on": f"它到 {row.until} 已经失效"})
        before = snapshot(row)
        row.until, row.reason = last, clean["reason"]
        row.save(update_fields=["until", "reason"])
        _record(actor, "收回", row, before, clean["reason"])
    return row


def asked() -> tuple[Field, ...]:
    """The form with the organs that can be chosen."""
    organs = tuple((str(organ.pk), organ.name) for organ in Organ.objects.order_by("path"))
    return tuple(replace(field, choices=organs) if field.name in {"organ", "principal"} else field for field in FORM)


def _organ(text: object) -> Organ | None:
    return Organ.objects.filter(pk=int(text)).first() if isinstance(text, str) and text.isdecimal() else None


def _faults(clean: Mapping[str, Any], organ: Organ | None, principal: Organ | None, codes: list[str], dates: Mapping[str, date]) -> dict[str, str]:
    errors: dict[str, str] = {}
    kind = clean["kind"]
    if organ is None:
        errors["organ"] = "请从名单中选择机关"
    elif kind == DelegationKind.GRANT and organ.level != Level.TOWNSHIP:
        errors["organ"] = "赋权的对象是乡镇人民政府、街道办事处（行政处罚法第二十四条第一款）"
    elif kind == DelegationKind.ENTRUSTMENT and organ.kind != OrganKind.ENTRUSTED and organ.level != Level.TOWNSHIP:
        errors["organ"] = "这个机关没有登记为受委托组织"
    elif kind == DelegationKind.OUTPOST and organ.kind != OrganKind.DISPATCHED:
        errors["organ"] = "这个机关没有登记为派出机构"
    if kind != DelegationKind.GRANT and (principal is None or principal == organ):
        errors["principal"] = "请选择委托机关（派出机构的所属机关）"
    if kind == DelegationKind.ENTRUSTMENT and "until" not in dates:
        errors["until"] = "委托书应当载明期限（行政处罚法第二十条第二款）"
    if strange := [name for name in _area(clean.get("area", "")) if not PLACE.fullmatch(name)]:
        errors["area"] = f"区域请写乡镇、街道的名称，用顿号分开；不合的有：{strange[0][:20]}"
    if dates.get("until", date.max) < dates["since"]:
        errors["until"] = "最后有效日不能早于生效日期"
    if wrong := _items_fault(kind, codes, dates["since"]):
        errors["items"] = wrong
    return errors


PLACE = re.compile("[\u4e00-\u9fff]{2,20}")
"""The name of a town, township or sub-district as an address has it."""


def _area(text: str) -> list[str]:
    return list(dict.fromkeys(part for part in re.split(r"[\s,，、;；]+", text.strip()) if part))


def _record(actor: Actor, action: str, row: Delegation, before: Mapping[str, Any], reason: str) -> None:
    record(actor, action, row, what="delegation", label=str(row), organ_id=row.organ_id, before=before, after=snapshot(row), reason=reason)


def _items_fault(kind: str, codes: list[str], since: date) -> str:
    """What is wrong with the items, in words: unknown that day, or not to be entrusted."""
    found = {code: item(code, since) for code in codes}
    if unknown := [code for code, listed in found.items() if listed is None]:
        return f"权责清单中没有在 {since} 有效的事项：{'、'.join(unknown[:5])}"
    coercive = [code for code, listed in found.items() if listed and listed.kind == ActKind.COERCION]
    if kind == DelegationKind.ENTRUSTMENT and coercive:
        return f"行政强制措施权不得委托（行政强制法第十七条第一款）：{'、'.join(coercive[:5])}"
    if kind == DelegationKind.GRANT and (clearing := to_be_cleared(codes)):
        return f"拟清理的事项不再赋权，请先审结对它的审查：{'、'.join(clearing[:5])}"
    return ""
