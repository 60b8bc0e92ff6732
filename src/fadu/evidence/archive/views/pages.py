"""What is looked at: the room, the check of a case, a file, an examination, a list."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import reaches
from fadu.agencies import selectors as agencies
from fadu.agencies.paging import SIZE
from fadu.cases.errors import NotFound
from fadu.cases.lacking import lacking
from fadu.cases.models import Case
from fadu.cases.now import now
from fadu.cases.services.record import kept_facts
from fadu.evidence.archive import planning, selectors
from fadu.evidence.archive.kinds import BatchKind, EventKind, Stage
from fadu.evidence.archive.models import Filing, Volume
from fadu.evidence.archive.printing import sheet
from fadu.evidence.archive.schedule import kept_today
from fadu.evidence.archive.services.loans import running, sees
from fadu.evidence.archive.services.registering import keeper_of
from fadu.evidence.asking import within_reach
from fadu.evidence.models import Reading
from fadu.law.filing import GROUPS, Part, Term, transfer_due
from fadu.law.procedure import Kind

TABS = (("waiting", "待立卷"), ("kept", "已归档"), ("later", "补充卷"), ("transfer", "待移交"), ("expired", "待鉴定"), ("loans", "调阅"), ("lists", "清册"))


@require_safe
@entered_for("archive.see")
def room(request: HttpRequest) -> HttpResponse:
    """The archive of an organ, or of all within reach, by what there is to do."""
    actor, tab = actor_of(request), request.GET.get("show", "")
    tab = tab if tab in dict(TABS) else "waiting"
    today = timezone.localdate(now())
    context: dict[str, Any] = {
        "tab": tab, "today": today, "keeps": actor.organ_id is not None and reaches(actor, "archive.keep", actor.organ_id), "organ_id": actor.organ_id,
        "tabs": [{"label": label, "href": f"?show={name}", "current": name == tab} for name, label in TABS],
        "organs": [(organ.pk, organ.name) for organ in agencies.organs(actor)] if len(actor.organ_ids) > 1 else [],
        "active": any(request.GET.get(name) for name in ("q", "year", "series", "term", "organ")),
        "terms": [(term.value, term.label) for term in Term], "kinds": [(kind.name.lower(), kind.value) for kind in Kind if kind is not Kind.REGISTER],
    }  # fmt: skip
    return render(request, "archive/room.html", context | _SHOWN[tab](request, today))


def _waiting(request: HttpRequest, today: Any) -> dict[str, Any]:
    found = selectors.waiting(actor_of(request))
    return {
        "filings": found[:SIZE],
        "late": found.filter(due_on__lt=today)[:1000].count(),
        "more": found[SIZE : SIZE + 1].exists(),
    }


def _later(request: HttpRequest, _today: Any) -> dict[str, Any]:
    return {"filings": selectors.waiting(actor_of(request), supplements=True)[:SIZE]}


def _kept(request: HttpRequest, _today: Any) -> dict[str, Any]:
    found = selectors.found_by(selectors.volumes(actor_of(request)), request.GET.dict())
    return {"page": selectors.paged(found, after=request.GET.get("after", ""), before=request.GET.get("before", ""))}


def _transfer(request: HttpRequest, today: Any) -> dict[str, Any]:
    return {"volumes": selectors.to_transfer(actor_of(request), today)[:SIZE], "kind": BatchKind.TRANSFER}


def _expired(request: HttpRequest, today: Any) -> dict[str, Any]:
    return {"volumes": selectors.to_appraise(actor_of(request), today)[:SIZE], "kind": BatchKind.DESTROY}


def _loans(request: HttpRequest, _today: Any) -> dict[str, Any]:
    page = selectors.paged(selectors.loans(actor_of(request)), after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    actor = actor_of(request)
    loans = [
        {
            "row": row,
            "decides": row.decided_at is None and row.by_user != actor.user_id and reaches(actor, "archive.approve", row.organ_id),
            "returns": row.approved and row.returned_at is None and reaches(actor, "archive.keep", row.organ_id),
        }
        for row in page.rows
    ]
    return {"page": page, "loans": loans}


def _lists(request: HttpRequest, _today: Any) -> dict[str, Any]:
    page = selectors.paged(selectors.batches(actor_of(request)), after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    return {"page": page, "batches": [(row, EventKind(row.standing).label, row.count) for row in page.rows]}


_SHOWN = {"waiting": _waiting, "kept": _kept, "later": _later, "transfer": _transfer, "expired": _expired, "loans": _loans, "lists": _lists}


@require_safe
@entered_for("archive.see")
@within_reach
def case(request: HttpRequest, case_id: uuid.UUID) -> HttpResponse:
    """归档检查: what is missing, what would lie where, and the files of the case that there are."""
    actor = actor_of(request)
    found = reachable(request, case_id)
    volumes = list(Volume.objects.filter(case=found).order_by("ordinal"))
    ordinal = volumes[-1].ordinal + 1 if volumes else 0
    entries = [entry.item for entry in planning.planned(found, ordinal)]
    lacks = lacking(actor, found)
    context = {
        "case": found,
        "short": [lack for lack in lacks if lack.stands],
        "told": [lack for lack in lacks if not lack.stands],
        "groups": grouped(entries),
        "count": len(entries),
        "kept": kept_today(found, kept_facts(found)),
        "volumes": volumes,
        "filing": Filing.objects.filter(case=found, bound=False).order_by("ordinal").first(),
        "binds": found.ended and bool(entries) and found.kind != Kind.REGISTER.name.lower() and reaches(actor, "archive.keep", found.organ_id),
    }
    return render(request, "archive/case.html", context)


def reachable(request: HttpRequest, case_id: uuid.UUID) -> Case:
    """A case of an archive within reach; raises NotFound."""
    found = Case.objects.select_related("organ", "party").filter(pk=case_id).first()
    if found is None or not reaches(actor_of(request), "archive.see", found.organ_id):
        raise NotFound("没有这个案件，或者不在您的管辖范围内")
    return found


def grouped(items: list[Any]) -> list[dict[str, Any]]:
    """Items by part and group, as the catalogue has them."""
    return [
        {
            "part": part.label,
            "pages": sum(item.pages for item in items if item.part == part),
            "groups": [
                {"label": label, "items": within}
                for number, label in enumerate(GROUPS[part], 1)
                if (within := [item for item in items if item.part == part and item.group == number])
            ],
        }
        for part in Part
    ]


@require_safe
@entered_for("archive.see")
@within_reach
def volume(request: HttpRequest, volume_id: uuid.UUID) -> HttpResponse:
    """One file: what it is, what lies in it, how it was examined, who asked for it."""
    actor = actor_of(request)
    found = selectors.volume(actor, volume_id)
    open_ = sees(actor, found)
    loan = running(actor, found)
    term, expires = selectors.latest(found)
    context = {
        "volume": found, "gone": selectors.destroyed(found.id), "transfer_on": transfer_due(keeper_of(found), found.formed_on) if found.term != Term.TEN else None, "term": term.label, "expires": expires, "checks": selectors.checks(actor, found)[:10],
        "groups": grouped(list(found.items.order_by("place"))) if open_ or loan else [], "open": open_, "loan": loan,
        "keeps": reaches(actor, "archive.keep", found.organ_id), "others": Volume.objects.filter(case_id=found.case_id).exclude(pk=found.pk).order_by("ordinal"),
        "readings": Reading.objects.filter(kind="volume", ref=found.id).order_by("-id")[:10] if open_ or reaches(actor, "archive.keep", found.organ_id) else [],
    }  # fmt: skip
    return render(request, "archive/volume.html", context)


@require_safe
@entered_for("archive.see")
@within_reach
def check(request: HttpRequest, check_id: uuid.UUID) -> HttpResponse:
    """四性检测报告, item by item."""
    found = selectors.check(actor_of(request), check_id)
    words = ("真实性", "完整性", "可用性", "安全性")
    parts = [(word, [one for one in found.results if one["property"] == word]) for word in words]
    return render(
        request,
        "archive/check.html",
        {"check": found, "volume": found.volume, "parts": parts, "failed": [one for one in found.results if one["state"] == "fail"]},
    )


@require_safe
@entered_for("archive.see")
@within_reach
def check_pdf(request: HttpRequest, check_id: uuid.UUID) -> HttpResponse:
    """The report of an examination on paper."""
    found = selectors.check(actor_of(request), check_id)
    states = {"pass": "通过", "fail": "不通过", "none": "未检测"}
    data = {
        "id": found.volume.number,
        "volume": {"title": found.volume.title, "number": found.volume.number},
        "check": {
            "stage": Stage(found.stage).label, "at": timezone.localtime(found.at).isoformat(timespec="minutes"), "by": found.by_name,
            "verdict": "通过" if found.passed else "不通过", "sha256": found.sha256,
        },
        "results": [one | {"state": states[one["state"]], "found": one["found"] or "无异常", "name": f"{one['property']}·{one['name']}"} for one in found.results],
    }  # fmt: skip
    made = sheet("report", "电子档案四性检测报告", found.volume.organ.name, timezone.localdate(found.at).isoformat(), data)
    return pdf(made, "four-properties.pdf")


@require_safe
@entered_for("archive.see")
@within_reach
def batch(request: HttpRequest, batch_id: uuid.UUID) -> HttpResponse:
    """A list of files and how far it has come."""
    actor = actor_of(request)
    found = selectors.batch(actor, batch_id)
    standing = selectors.standing(found)
    keeps, approves = (reaches(actor, action, found.organ_id) for action in ("archive.keep", "archive.approve"))
    destroys = found.kind == BatchKind.DESTROY
    offers = [
        ("appraise", "登记鉴定", destroys and standing == EventKind.MADE and keeps),
        ("approve", "审批销毁", destroys and standing == EventKind.APPRAISED and approves),
        ("destroy", "监督销毁", destroys and standing == EventKind.APPROVED and approves),
        ("hand", "办理移交", not destroys and standing == EventKind.MADE and keeps),
    ]
    context = {
        "batch": found, "standing": standing.label, "events": found.events.order_by("id"), "volumes": found.volumes.order_by("formed_on", "id"),
        "prolonged": {row.volume_id: row for row in found.prolonged.all()},
        "acts": [(label, reverse(f"archive:{name}", args=[found.id])) for name, label, offered in offers if offered],
    }  # fmt: skip
    return render(request, "archive/batch.html", context)


@require_safe
@entered_for("archive.see")
@within_reach
def batch_pdf(request: HttpRequest, batch_id: uuid.UUID) -> HttpResponse:
    """移交清册、销毁清册 on paper."""
    found = selectors.batch(actor_of(request), batch_id)
    told = {event.kind: event for event in found.events.all()}
    appraisal, approval = told.get(EventKind.APPRAISED), told.get(EventKind.APPROVED)
    data = {
        "id": found.number,
        "batch": {
            "number": found.number, "kind": found.get_kind_display(), "organ": found.organ.name, "receiver": found.receiver,
            "appraisers": "、".join(appraisal.data["appraisers"]) if appraisal else "", "appraisal": appraisal.data["opinion"] if appraisal else "",
            "approved": f"{approval.by_name} {timezone.localdate(approval.at).isoformat()} {approval.data.get('opinion', '')}" if approval else "",
        },
        "rows": [
            {"number": row.number, "title": row.title, "formed": row.formed_on.isoformat(), "term": Term(row.term).label, "count": str(row.items_count), "pages": str(row.pages), "sha256": row.sha256}
            for row in found.volumes.order_by("formed_on", "id")
        ],
    }  # fmt: skip
    made = sheet("batch", f"档案{found.get_kind_display()}清册", found.organ.name, timezone.localdate(found.made_at).isoformat(), data)
    return pdf(made, "archive-list.pdf")


def pdf(made: bytes, name: str) -> HttpResponse:
    """A PDF that we set ourselves, shown in the browser."""
    headers = {"Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
    return HttpResponse(made, content_type="application/pdf", headers=headers)
