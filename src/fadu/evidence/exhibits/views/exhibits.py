"""证据目录 and the page of an exhibit."""

import uuid
from typing import Any

from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of
from fadu.accounts.permissions import reaches, require_in
from fadu.agencies.selectors import officers_of
from fadu.cases.models import Case, CaseRole, Leaf
from fadu.cases.selectors import case_for
from fadu.evidence import intake, vault
from fadu.evidence import services as evidence
from fadu.evidence.asking import Page, ask, entrance
from fadu.evidence.exhibits import forms, selectors, services
from fadu.evidence.exhibits.kinds import Finding, Said
from fadu.evidence.exhibits.models import Entry, Exhibit
from fadu.evidence.exhibits.views.telling import EXHIBIT, names, told
from fadu.evidence.models import Action, Copy, CopyState, Original, Use
from fadu.evidence.serving import copied
from fadu.law.forms import Invalid
from fadu.law.statutes import PENALTY

STATES = {Finding.ADMITTED: "ok", Finding.EXCLUDED: "bad", Finding.OPEN: ""}
HEADED = frozenset({"name", "kind", "giver", "original", "collected_at"})


@require_safe
@entrance("evidence.see")
def catalogue(request: HttpRequest, case_id: uuid.UUID) -> HttpResponseBase:
    """证据目录: the exhibits of a case; to be printed with their sources, which is recorded as a reading."""
    actor, printed = actor_of(request), request.GET.get("print") == "1"
    case = case_for(actor, case_id)
    if printed and request.method == "GET":
        evidence.read(actor, kind="exhibits", ref=case.pk, what="证据目录", action=Action.PRINT, organ_id=case.organ_id, case=case)
    found = selectors.catalogue(actor, case)
    people = names(each.data for each in found)
    rows = [
        {
            "exhibit": each,
            "proves": each.examined.get("proves") or each.data.get("proves", ""),
            "finding": Finding(each.finding).label,
            "state": STATES[Finding(each.finding)],
            "lacks": selectors.flaws(each.data),
            "officers": "、".join(people.get(key, "") for key in each.data.get("officers", ())),
            "ground": dict(told(each.examined, EXHIBIT, people)).get("排除的原因", ""),
        }
        for each in found
    ]
    context = {
        "case": case,
        "rows": rows,
        "printed": printed,
        "crumb": _crumb(case, ("证据目录", "")),
        "add": reaches(actor, "evidence.add", case.organ_id) and not printed,
        "admitted": sum(each.finding == Finding.ADMITTED for each in found),
        "excluded": sum(each.finding == Finding.EXCLUDED for each in found),
    }
    return render(request, "exhibits/catalogue.html", context)


@require_safe
@entrance("evidence.see")
def exhibit(request: HttpRequest, exhibit_id: uuid.UUID) -> HttpResponseBase:
    """An exhibit with everything that was said of it. Opening it is a reading: it names people."""
    actor = actor_of(request)
    found = selectors.exhibit_for(actor, exhibit_id)
    if request.method == "GET":
        _read(actor, found, Action.VIEW, f"证据 {found.number}")
    entries = list(found.record.select_related("of_original__copy").order_by("seq"))
    people = names([found.data, *(entry.data for entry in entries)])
    leaves = dict(Leaf.objects.filter(pk__in=[entry.leaf_id for entry in entries]).values_list("pk", "index"))
    context = {
        "case": found.case,
        "exhibit": found,
        "crumb": _crumb(found.case, ("证据目录", reverse("exhibits:case", args=[found.case_id])), (f"证据 {found.number}", "")),
        "known": ([("提供人", giver)] if (giver := found.data.get("giver")) else []) + told(found.data, EXHIBIT, people, skip=HEADED),
        "finding": Finding(found.finding).label,
        "state": STATES[Finding(found.finding)],
        "examined": told(found.examined, EXHIBIT, people),
        "lacks": selectors.flaws(found.data),
        "entries": [_line(entry, people, leaves.get(entry.leaf_id)) for entry in entries],
        "files": [entry for entry in entries if entry.of_original_id],
        "items": list(found.items.order_by("number")),
        "may_add": reaches(actor, "evidence.add", found.organ_id) and not found.withdrawn,
        "may_examine": reaches(actor, "exhibit.examine", found.organ_id) and not found.withdrawn,
    }
    return render(request, "exhibits/exhibit.html", context)


def _line(entry: Entry, people: dict[int, str], index: int | None) -> dict[str, Any]:
    return {"entry": entry, "told": told(entry.data, EXHIBIT, people, skip=frozenset({"list", "size"})), "index": index}


@require_http_methods(["GET", "POST"])
@entrance("evidence.add")
def add(request: HttpRequest, case_id: uuid.UUID) -> HttpResponseBase:
    """补充证据: what no step of the record listed."""
    actor = actor_of(request)
    case = case_for(actor, case_id)
    require_in(actor, "evidence.add", case.organ_id)
    back = reverse("exhibits:case", args=[case.pk])

    def act(data: dict[str, Any]) -> str:
        return f"已登记证据 {services.add(actor, case.pk, data).number}"

    values = {"collected_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M"), "officers": _handlers(case)}
    page = Page(
        "补充证据", forms.EXHIBIT, act, back, "登记", _crumb(case, ("证据目录", back)), values, _people(case),
        "检查、询问、提取、登记保存、查封扣押等步骤已经记录的证据自动登记，这里只补充没有的。",
    )  # fmt: skip
    return ask(request, page)


@require_http_methods(["GET", "POST"])
@entrance("evidence.add")
def correct(request: HttpRequest, exhibit_id: uuid.UUID) -> HttpResponseBase:
    """更正: a new entry that names the one that was wrong."""
    actor, found = _mine(request, exhibit_id)

    def act(data: dict[str, Any]) -> str:
        services.correct(actor, found.pk, data)
        return f"证据 {found.number} 已更正，原记录保留"

    page = Page(
        "更正", (forms.CORRECTION, *forms.EXHIBIT), act, _home(found), "更正", _of(found), dict(found.data), _people(found.case), "原记录保留，更正另行记录。"
    )
    return ask(request, page)


@require_http_methods(["GET", "POST"])
@entrance("evidence.add")
def withdraw(request: HttpRequest, exhibit_id: uuid.UUID) -> HttpResponseBase:
    """撤下: out of the catalogue, not out of the record."""
    actor, found = _mine(request, exhibit_id)

    def act(data: dict[str, Any]) -> str:
        services.withdraw(actor, found.pk, data)
        return f"证据 {found.number} 已撤下，记录保留"

    return ask(request, Page("撤下", forms.WITHDRAWAL, act, _home(found), "撤下", _of(found)))


@require_http_methods(["GET", "POST"])
@entrance("evidence.add")
def attach(request: HttpRequest, exhibit_id: uuid.UUID) -> HttpResponseBase:
    """附件: files as originals of the exhibit."""
    actor, found = _mine(request, exhibit_id)
    given = intake.given(actor, request, "file", use=Use.EXHIBIT, case=found.case) if request.method == "POST" else intake.Given(())

    def act(data: dict[str, Any]) -> str:
        if given.error or not given.originals:
            raise Invalid({"file": given.error or "请选择文件"})
        with transaction.atomic():
            entries = [services.attach(actor, found.pk, data, original) for original in given.originals]
        return f"已存入 {len(entries)} 个附件，SHA-256 {'、'.join(entry.data['sha256'][:12] for entry in entries)}"

    page = Page(
        "存入附件",
        forms.ATTACHMENT,
        act,
        _home(found),
        "存入",
        _of(found),
        lead="文件原样保存，上传后不能修改。",
        use=Use.EXHIBIT,
        given=given,
        case=found.case,
    )
    return ask(request, page)


@require_http_methods(["GET", "POST"])
@entrance("exhibit.examine")
def examine(request: HttpRequest, exhibit_id: uuid.UUID) -> HttpResponseBase:
    """审查认定: taken as ground, or excluded and why."""
    actor, found = _mine(request, exhibit_id, "exhibit.examine")

    def act(data: dict[str, Any]) -> str:
        entry = services.examine(actor, found.pk, data)
        return f"证据 {found.number}：{Finding(entry.data['finding']).label}"

    lead = f"{PENALTY[46, 2]}：必须经查证属实；第三款：以非法手段取得的不得作为根据。"
    return ask(request, Page("审查认定", forms.EXAMINATION, act, _home(found), "登记认定", _of(found), {"proves": found.data.get("proves", "")}, lead=lead))


@require_safe
@entrance("evidence.see")
def file(request: HttpRequest, exhibit_id: uuid.UUID, original_id: uuid.UUID) -> HttpResponseBase:
    """An attachment, as it was handed in; taking it is a reading."""
    actor = actor_of(request)
    found, original = _attached(actor, exhibit_id, original_id)
    _read(actor, found, Action.DOWNLOAD, f"证据 {found.number} 附件")
    return FileResponse(vault.opened(original.pk, original.size), as_attachment=True, filename=original.name, content_type=original.media)


@require_safe
@entrance("evidence.see")
def preview(request: HttpRequest, exhibit_id: uuid.UUID, original_id: uuid.UUID) -> HttpResponseBase:
    """The copy of an attachment without place and metadata, to be looked at on the page; that is a reading too."""
    actor = actor_of(request)
    found, original = _attached(actor, exhibit_id, original_id)
    copy = Copy.objects.filter(original=original, state=CopyState.DONE).first()
    if copy is None:
        raise Http404("副本还没有制成")
    if request.method == "GET":
        what = f"证据 {found.number} 附件的副本"
        evidence.read_once(actor, kind="exhibit", ref=found.pk, what=what, action=Action.VIEW, organ_id=found.organ_id, case=found.case)
    return copied(copy, original)


def _attached(actor: Actor, exhibit_id: uuid.UUID, original_id: uuid.UUID) -> tuple[Exhibit, Original]:
    """An exhibit within reach and one of its attachments; raises NotFound, Http404."""
    found = selectors.exhibit_for(actor, exhibit_id)
    entry = found.record.filter(says=Said.ATTACH, of_original_id=original_id).select_related("of_original").first()
    if entry is None or entry.of_original is None:
        raise Http404
    return found, entry.of_original


def _mine(request: HttpRequest, exhibit_id: uuid.UUID, action: str = "evidence.add") -> tuple[Actor, Exhibit]:
    """Who asks, and an exhibit of their organ with which they may do `action`; raises NotFound, NotAllowed."""
    actor = actor_of(request)
    found = selectors.exhibit_for(actor, exhibit_id)
    require_in(actor, action, found.organ_id)
    return actor, found


def _read(actor: Actor, found: Exhibit, action: Action, what: str) -> None:
    evidence.read(actor, kind="exhibit", ref=found.pk, what=what, action=action, organ_id=found.organ_id, case=found.case)


def _home(found: Exhibit) -> str:
    return reverse("exhibits:exhibit", args=[found.pk])


def _of(found: Exhibit) -> list[tuple[str, str]]:
    return _crumb(found.case, ("证据目录", reverse("exhibits:case", args=[found.case_id])), (f"证据 {found.number}", _home(found)))


def _crumb(case: Case, *more: tuple[str, str]) -> list[tuple[str, str]]:
    return [("案件", reverse("cases:list")), (case.title, reverse("cases:case", args=[case.pk])), *more]


def _people(case: Case) -> dict[str, list[tuple[str, ...]]]:
    return {"officers": [reading.choice for reading in officers_of(case.organ_id, timezone.now())]}


def _handlers(case: Case) -> list[str]:
    return [str(key) for key in CaseRole.objects.filter(case=case, function="handle").values_list("officer_id", flat=True)]
