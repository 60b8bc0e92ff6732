"""Exhibits of a case, what they lack in form, and what a report lists of them."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import scope
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.evidence.exhibits.kinds import Finding
from fadu.evidence.exhibits.models import Exhibit
from fadu.law.penalty_general.formality import flaws_of
from fadu.law.statutes import SAMR_PROCEDURE, Citation
from fadu.law.vocabulary.marks import Flaw

LACKS: dict[Flaw, tuple[str, Citation]] = {
    Flaw.COPY: ("复制件没有注明与原件一致、出证日期、出处并签章", SAMR_PROCEDURE[24]),
    Flaw.CARRIER: ("复制件没有注明制作方法、制作时间、制作人", SAMR_PROCEDURE[25]),
    Flaw.TRANSCRIPT: ("声音资料没有附文字记录", SAMR_PROCEDURE[25]),
    Flaw.DATA: ("不是原始载体，没有注明制作方法、制作时间、制作人", SAMR_PROCEDURE[26, 1]),
    Flaw.ABROAD: ("境外形成的证据没有履行证明手续", SAMR_PROCEDURE[27, 1]),
    Flaw.TRANSLATION: ("外文、外国语证据没有附经盖章或者签名的中文译本", SAMR_PROCEDURE[27, 3]),
}


def of_case(actor: Actor, case: Case) -> QuerySet[Exhibit]:
    """The exhibits of a case that `actor` may see, in order."""
    return visible(actor).filter(case=case).order_by("number")


def catalogue(actor: Actor, case: Case) -> list[Exhibit]:
    """证据目录: the exhibits that stand."""
    return list(of_case(actor, case).filter(withdrawn=False).select_related("step"))


def exhibit_for(actor: Actor, exhibit_id: uuid.UUID) -> Exhibit:
    """One exhibit within reach; raises NotFound."""
    found = visible(actor).filter(pk=exhibit_id).select_related("case__organ", "step").first()
    if found is None:
        raise NotFound("没有这份证据，或者不在您的管辖范围内")
    return found


def visible(actor: Actor) -> QuerySet[Exhibit]:
    """The exhibits of the cases that `actor` sees."""
    return Exhibit.objects.filter(scope(actor, "evidence.see", handlers="case__handlers__officer_id"))


def flaws(data: Mapping[str, Any]) -> list[tuple[str, Citation]]:
    """What an exhibit lacks in form, each with its article."""
    told = dict(data)
    told["form"] = [*data.get("form", ()), *(["noted"] if data.get("confirmed_by") and data.get("confirmed_on") else [])]
    if data.get("made_at") or data.get("maker"):  # entered by an officer, who is asked one by one: all three are needed
        told["method"] = "full" if all(data.get(name) for name in ("method", "made_at", "maker")) else ""
    found = flaws_of(told)
    lacking = [said for flaw, said in LACKS.items() if flaw & found]
    if data["kind"] == "electronic" and not data.get("original") and not data.get("checksum"):
        lacking.append(("没有登记校验值，复制后是否改动无法核对", SAMR_PROCEDURE[26, 2]))
    return lacking


def for_report(case: Case) -> list[dict[str, Any]]:
    """The rows of evidence that a report begins with. The step's own permission has been asked."""
    found = Exhibit.objects.filter(case=case, withdrawn=False).order_by("number")
    return [_row(exhibit) for exhibit in found]


def _row(exhibit: Exhibit) -> dict[str, Any]:
    row: dict[str, Any] = {"name": exhibit.name, "kind": exhibit.kind, "proves": exhibit.examined.get("proves") or exhibit.data.get("proves", "")}
    if exhibit.finding != Finding.OPEN:
        row |= {"verified": bool(exhibit.examined.get("verified")), "unlawful": bool(exhibit.examined.get("unlawful"))}
    return row
