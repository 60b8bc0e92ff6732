"""A few published records with everything in them that files and readers stumble over, made row by row."""

from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from fadu.agencies.models import Organ
from fadu.cases.models import Case, Leaf, Party, Step
from fadu.cases.models.ids import new_id
from fadu.cases.services.leaves import entry_of
from fadu.disclosure import search
from fadu.disclosure.models import Event, Kind, Publication, State
from fadu.disclosure.proofs import event_content
from tests.catalog.listing import organ

FORMULAS = ('=HYPERLINK("http://x","点")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", "＠x", " =1", "'加撇号的", "\r\n=1")
"""What a spreadsheet may run; the ninth begins with the guard itself."""
ODD = ('多行\r\n第二行,"引号"、逗号', "行分隔\u2028段分隔\u2029", "𠮷野家😀", "a;b\tc|d", "  两端有空格  ", "NULL", "0012", "1e5", "真\x85下")
_numbers = count(1)


def published(where: Organ, *, number: int | None = None, **told: Any) -> Publication:
    """One penalty, shown."""
    place = number or next(_numbers)
    party = Party.objects.create(kind="unit", name=f"第{place}商店", shown_as=f"第{place}商店")
    case = Case.objects.create(
        organ=where, procedure="penalty.general", version="1", number=f"案{place}", title="案", cause="案由", field="market", item="SC-CF-100",
        party=party, stage="closed", stage_since=date(2026, 7, 1), opened_on=date(2026, 6, 1),
    )  # fmt: skip
    now = timezone.now()
    step = Step.objects.create(
        case=case, seq=1, name="decide", procedure="penalty.general", stage="decided", taken_at=now, recorded_at=now, by_name="甲", by_role="officer",
        data={}, hash="0" * 64,
    )  # fmt: skip
    day = date(2026, 7, 1 + place % 28)
    row = Publication.objects.create(
        organ=where, case=case, step=step, act=told.get("act", "penalty"), decided_on=day, due_on=day, shown_on=day, state=State.SHOWN
    )
    record = {
        "organ": where.name, "organ_code": where.code, "number": f"示罚〔2026〕{place}号", "party": f"第{place}商店", "party_kind": "法人及非法人组织",
        "party_code": "92130999MA0FADU011", "cause": "经营超过保质期的食品", "item": "对经营超过保质期食品的处罚", "facts": "经营超过保质期的食品",
        "fine": "5,000.00元", "decided_on": str(day), "not_public": "内部意见", **told,
    }  # fmt: skip
    done(row, Kind.RELEASE, shown=record)
    values = {
        "organ_id": where.pk, "organ_name": where.name, "act": row.act, "number": record["number"], "party": record["party"],
        "party_code": record["party_code"], "title": f"{record['party']} {record['cause']}"[:300], "item": "SC-CF-100", "decided_on": day, "shown_on": day,
        "state": State.SHOWN, "record": record,
    }  # fmt: skip
    search.show(row.pk, values, record)
    return row


def done(row: Publication, kind: Kind, reason: str = "", shown: Any = None) -> Event:
    """Something done about a publication, with its leaf."""
    event = Event(id=new_id(), publication=row, case_id=row.case_id, kind=kind, at=timezone.now(), public_reason=reason, shown=shown, secrets=[])
    event.by_name, event.by_role = "甲", "officer"
    entry, salt = entry_of("publication", row.case_id, event.id, event_content(event), event.at)
    event.leaf = Leaf.objects.create(case_id=row.case_id, kind="publication", ref=event.id, salt=salt, entry=entry.bytes)
    event.save(force_insert=True)
    return event


def taken_down(row: Publication, reason: str = "复议决定撤销") -> None:
    """Withdrawn, as the service leaves it."""
    done(row, Kind.WITHDRAW, reason)
    search.bury(row.pk, {"state": State.WITHDRAWN, "title": "已撤回", "party": "", "party_code": "", "record": {"withdrawn_for": reason}})


def some() -> list[Publication]:
    """An organ and its records, one for each text that is hard to write down."""
    where = organ(1, name="示范县市场监督管理局")
    return [published(where, facts=text) for text in (*FORMULAS, *ODD)] + [published(where, act="licence", content="食品经营许可")]
