"""Sheets of care: appraisals and insurance."""

from collections.abc import Iterator
from typing import Any

from fadu.accounts.actors import Actor
from fadu.agencies.care import forms, selectors, services
from fadu.agencies.care.books import BOOKS
from fadu.agencies.care.models import Appraisal, Insurance
from fadu.agencies.registers.bound import sheet
from fadu.agencies.registers.sheets import CARD, ORGAN, card_of, loader
from fadu.sheets.sheet import Sheet

GUIDE = ("机关代码填统一社会信用代码，执法证号填本人现在的证号。", "日期按 2026-11-20 填写。", "整张表没有差错才会写入。")
APPRAISALS = (ORGAN, CARD, *forms.APPRAISAL[1:])
INSURANCES = (ORGAN, CARD, *forms.INSURANCE[1:])


def _appraisal(actor: Actor, organ_id: int, entry: dict[str, Any]) -> str:
    there = Appraisal.objects.filter(officer_id=int(entry["officer"]), year=entry["year"]).first()
    if there is None:
        services.appraise(actor, organ_id, entry)
        return "added"
    told = {name: entry[name] for name in ("grade", "decided_on", "paper")}
    if told == {"grade": there.grade, "decided_on": there.decided_on.isoformat(), "paper": there.paper}:
        return "unchanged"
    services.edit_appraisal(actor, there.pk, {**told, "reason": "Excel 导入"})
    return "changed"


def _insurance(actor: Actor, organ_id: int, entry: dict[str, Any]) -> str:
    same = {"officer_id": int(entry["officer"]), **{name: entry[name] for name in ("cover", "policy", "since", "until")}}
    if Insurance.objects.filter(**same).exists():
        return "unchanged"
    services.insure(actor, organ_id, entry)
    return "added"


def _appraisal_rows(actor: Actor) -> Iterator[dict[str, Any]]:
    for row in selectors.appraisals(actor).prefetch_related("officer__credentials").order_by("pk"):
        yield {
            "organ": row.organ.code,
            "card": card_of(row.officer),
            "year": row.year,
            "grade": row.grade,
            "decided_on": row.decided_on.isoformat(),
            "paper": row.paper,
        }


def _insurance_rows(actor: Actor) -> Iterator[dict[str, Any]]:
    for row in selectors.insurances(actor).prefetch_related("officer__credentials").order_by("pk"):
        days = {"since": row.since.isoformat(), "until": row.until.isoformat()}
        yield {"organ": row.organ.code, "card": card_of(row.officer), "cover": row.cover, "insurer": row.insurer, "policy": row.policy, **days}


SHEETS = (
    Sheet("appraisals", "年度考核", lambda _actor: APPRAISALS, "care.manage", "care.see", loader(APPRAISALS, _appraisal, person=True), _appraisal_rows, GUIDE),
    Sheet("insurances", "保险", lambda _actor: INSURANCES, "care.manage", "care.see", loader(INSURANCES, _insurance, person=True), _insurance_rows, GUIDE),
    *(sheet(book) for book in BOOKS),
)
"""The lists of care that go in and out."""
