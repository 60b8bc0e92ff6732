"""A published decision as a row of its form: every value from the record, none typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from fadu.cases.models import Facts
from fadu.cases.models import Step as StepRow
from fadu.disclosure.credit.fields import LICENCE, PENALTY, PERSON, TRADER, UNIT, Form
from fadu.disclosure.credit.models import What
from fadu.disclosure.credit.services import supplements
from fadu.disclosure.models import Delivery, Event, Kind, Publication, State
from fadu.law.vocabulary.kinds import LABELS, Penalty

LONG_TERM = "2099/12/31"
FORMS = {form.id: form for form in (PENALTY, LICENCE)}


@dataclass(frozen=True)
class Built:
    """A row with what is wrong with it.

    Attributes:
        publication: what it is of.
        event: the version of the record that it tells.
        values: by code.
        faults: code and reason; a row with faults does not go.
        what: whether the platform has it to add, to change or to revoke.
    """

    publication: Publication
    event: Event
    values: Mapping[str, str]
    faults: tuple[tuple[str, str], ...]
    what: str = What.NEW


def build(form: Form, publications: Iterable[Publication]) -> list[Built]:
    """The rows of a form for publications that are shown or were withdrawn, in their order: each as it stands now, and as what it goes."""
    rows = []
    for publication in publications:
        told = list(publication.events.filter(kind__in=(Kind.RELEASE, Kind.CORRECT, Kind.WITHDRAW)).order_by("-id"))
        last = next((event for event in told if event.kind != Kind.WITHDRAW), None)
        if last is None:
            continue
        gone = publication.state == State.WITHDRAWN
        event = told[0] if gone else last
        went = set(Delivery.objects.filter(publication=publication).exclude(event=event).values_list("event_id", flat=True))
        what = What.REVOKE if gone else What.CHANGE if went else What.NEW
        values = (_penalty if form.id == "penalty" else _licence)(publication, last) | _filled(supplements(publication))
        if what != What.NEW:
            note = f"{What(what).label}：{event.public_reason}"
            values["BZ"] = f"{values['BZ']}；{note}"[:512] if values.get("BZ") else note[:512]
        if gone and form.id == "licence":
            values["XK_ZT"] = "2"
        rows.append(Built(publication, event, values, tuple(form.faults(values)), what))
    return rows


def _party(prefix: str, publication: Publication) -> dict[str, str]:
    party = publication.case.party
    unit = party.kind == "unit"
    found = {
        f"{prefix}_XDR_MC": party.name,
        f"{prefix}_XDR_LB": (TRADER if (party.code or "").startswith("92") else UNIT) if unit else PERSON,  # 92: 个体工商户 (GB 32100)
        f"{prefix}_XDR_SHXYM": (party.code or "") if unit else "",
        f"{prefix}_FRDB": (party.legal_rep or "") if unit else "",
        f"{prefix}_XDR_ZJLX": "" if unit or not party.code else "身份证",
        f"{prefix}_XDR_ZJHM": "" if unit else party.code or "",
    }
    return {code: value for code, value in found.items() if value}


def _penalty(publication: Publication, event: Event) -> dict[str, str]:
    shown: dict[str, Any] = event.shown or {}
    case = publication.case
    kinds, fine, gain = Facts.objects.filter(pk=case.pk).values_list("f_decision_kinds", "f_decision_fine", "f_decision_gain").get()
    return _filled(
        {
            **_party("CF", publication),
            "CF_WSH": shown.get("number"),
            "CF_WFXW": shown.get("cause"),
            "CF_SY": shown.get("facts"),
            "CF_YJ": shown.get("basis"),
            "CF_CFLB": ";".join(_label(kind) for kind in Penalty if (kinds or 0) & kind),
            "CF_NR": shown.get("content") or shown.get("kinds"),
            "CF_NR_FK": _wan(fine),
            "CF_NR_WFFF": _wan(gain) or ("0.000000" if (kinds or 0) & (Penalty.GAIN | Penalty.GOODS) else ""),
            "CF_JDRQ": _day(publication.decided_on),
            "CF_YXQ": LONG_TERM,
            "CF_GSJZQ": _day(publication.ends_on),
            **_organ("CF_CFJG", "CF_CFJGDM", publication),
            **_organ("CF_SJLY", "CF_SJLYDM", publication),
        }
    )


def _licence(publication: Publication, event: Event) -> dict[str, str]:
    shown: dict[str, Any] = event.shown or {}
    data = StepRow.objects.get(pk=publication.step_id).data
    since, _, until = str(data.get("valid") or "").partition(" 至 ")
    granted = "content" in shown
    return _filled(
        {
            **_party("XK", publication),
            "XK_XKWS": "准予行政许可决定书" if granted else "不予行政许可决定书",
            "XK_WSH": shown.get("number"),
            "XK_XKLB": "普通",
            "XK_NR": shown.get("content") or shown.get("declined"),
            "XK_JDRQ": _day(publication.decided_on),
            "XK_YXQZ": since.strip().replace("-", "/") or _day(publication.decided_on),
            "XK_YXQZI": until.strip().replace("-", "/") or LONG_TERM,
            **_organ("XK_XKJG", "XK_XKJGDM", publication),
            "XK_ZT": "1",
            **_organ("XK_LYDW", "XK_LYDWDM", publication),
        }
    )


def _organ(name: str, code: str, publication: Publication) -> dict[str, str]:
    return {name: publication.organ.name, code: publication.organ.code}


def _label(kind: Penalty) -> str:
    label = LABELS[kind]
    return f"其他-{label}" if kind is Penalty.OTHER else label


def _wan(fen: int | None) -> str:
    """分 as 万元 with six decimals."""
    return f"{Decimal(fen) / 1_000_000:.6f}" if fen else ""


def _day(day: date | None) -> str:
    return day.strftime("%Y/%m/%d") if day else ""


def _filled(values: Mapping[str, Any]) -> dict[str, str]:
    return {code: str(value) for code, value in values.items() if value}
