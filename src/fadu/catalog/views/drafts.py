"""The editor of discretion tables: drafts, the live check beside them, trying them, publishing, filing, repealing."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.forms import bound
from fadu.agencies.posted import posted, rows
from fadu.agencies.views.pages import form_page
from fadu.catalog import drafting, services, trying
from fadu.catalog.drafting.drawing import bar
from fadu.catalog.models import DiscretionTable
from fadu.catalog.selectors import editions
from fadu.catalog.selectors import library as kept
from fadu.catalog.services.tables import ENDING, FILING, PUBLISHING
from fadu.law.discretion import Undecided
from fadu.law.forms import Field, Invalid, Kind, validate

LIST = ("裁量基准", "catalog:benchmarks")
DRAFTS = ("草案", "catalog:drafts")
SIZE = 100
TRY = "try-"
"""What the names of the trial's answers begin with, beside those of the draft."""
BUTTONS = {"csrfmiddlewaretoken", "do"}


@require_safe
@entered_for("catalog.manage")
def drafts(request: HttpRequest) -> HttpResponse:
    """What is being written, each with whether it could be published as it is."""
    after = request.GET.get("after", "")
    query = request.GET.get("q", "")[:100]
    found = kept.drafts(actor_of(request), query)
    count = found.count()
    if after.isascii() and after.isdigit() and len(after) < 18:
        found = found.filter(pk__gt=int(after))
    shown = list(found[: SIZE + 1])
    today = timezone.localdate()
    context = {
        "rows": [{"row": row, "checked": drafting.check(row.row(today), today), "kind": drafting.KINDS[row.kind][0]} for row in shown[:SIZE]],
        "count": count,
        "next": shown[SIZE - 1].pk if len(shown) > SIZE else "",
        "active": bool(query),
        "kinds": [(key, *words) for key, words in drafting.KINDS.items()],
        "crumb": [(LIST[0], reverse(LIST[1])), (DRAFTS[0], "")],
    }
    return render(request, "catalog/benchmark_drafts.html", context)


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def begin(request: HttpRequest, kind: str) -> HttpResponse:
    """A new table of a kind."""
    if kind not in drafting.KINDS:
        raise Http404
    if request.method != "POST":
        return _editor(request, kind, None, {}, status=HTTPStatus.OK)
    return _kept(request, kind, None, lambda data: services.open_draft(actor_of(request), kind, data))


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def draft(request: HttpRequest, draft_id: int) -> HttpResponse:
    """A draft in its form, checked."""
    row = _draft_or_404(request, draft_id)
    if request.method != "POST":
        return _editor(request, row.kind, row, drafting.typed(row.row()), checked=drafting.check(row.row(), timezone.localdate()))
    return _kept(request, row.kind, row, lambda data: services.save_draft(actor_of(request), row.pk, data))


@require_POST
@entered_for("catalog.manage")
def check(request: HttpRequest, kind: str) -> HttpResponse:
    """What is typed, checked while it is typed: nothing is kept. Each fault says at which row of the page it stands."""
    if kind not in drafting.KINDS:
        raise Http404
    return render(request, "catalog/benchmark_check.html", _checked(kind, request.POST))


@require_POST
@entered_for("catalog.manage")
def revise(request: HttpRequest, table_id: str) -> HttpResponse:
    """A draft of the next version."""
    try:
        row = services.revise(actor_of(request), table_id)
    except Invalid:
        raise Http404 from None
    return redirect("catalog:draft", row.pk)


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def publish(request: HttpRequest) -> HttpResponse:
    """One draft or several in force from one day."""
    asked = [text for text in request.GET.getlist("draft") if text.isascii() and text.isdigit() and len(text) < 18]
    found = list(kept.drafts(actor_of(request)).filter(pk__in=map(int, asked[:500])))
    if not found:
        messages.warning(request, "请先勾选要公布的草案")
        return redirect("catalog:drafts")
    named = f"“{found[0].title}”第 {found[0].version} 版" if len(found) == 1 else f"{len(found)} 个裁量基准"
    values = {"published_on": timezone.localdate(), "since": found[0].since, "source": found[0].source, "filing": found[0].filing, "until": found[0].until}

    def act(data: dict[str, Any]) -> str:
        done = services.publish(actor_of(request), [row.pk for row in found], data)
        return f"已公布{named}，自 {done[0].since} 起施行"

    return form_page(
        request,
        title=f"公布{named}",
        fields=PUBLISHING,
        values=values,
        act=act,
        submit="公布",
        back=reverse("catalog:benchmark", args=[found[0].code]) if len(found) == 1 else reverse("catalog:benchmarks"),
        lead="公布后不能再改，只能公布新的版本。施行日期以前的案件仍按原来的版本。",
        crumb=[(LIST[0], reverse(LIST[1])), (DRAFTS[0], reverse(DRAFTS[1]))],
    )


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def abandon(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Give a draft up."""
    row = _draft_or_404(request, draft_id)
    fields = (Field(name="reason", label="事由"),)

    def act(data: dict[str, Any]) -> str:
        services.abandon(actor_of(request), row.pk, data.get("reason", ""))
        return f"已放弃“{row.title}”的草案"

    crumb = [(LIST[0], reverse(LIST[1])), (DRAFTS[0], reverse(DRAFTS[1]))]
    return form_page(request, title=f"放弃“{row.title}”的草案", fields=fields, act=act, submit="放弃", back=reverse("catalog:drafts"), crumb=crumb)


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def repeal(request: HttpRequest, table_id: str) -> HttpResponse:
    """End a table."""
    return _about(request, table_id, "废止", ENDING, lambda data: services.repeal(actor_of(request), table_id, data))


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def file(request: HttpRequest, table_id: str, version: int) -> HttpResponse:
    """Enter the filing of a version."""
    row = kept.standing_row(actor_of(request), table_id, version)
    if row is None:
        raise Http404
    return _about(request, table_id, "登记备案", FILING, lambda data: services.file_table(actor_of(request), row.pk, data))


def _about(request: HttpRequest, table_id: str, does: str, fields: tuple[Field, ...], do: Callable[[dict[str, Any]], DiscretionTable]) -> HttpResponse:
    found = editions(table_id)
    if not found:
        raise Http404
    back = reverse("catalog:benchmark", args=[table_id])

    def act(data: dict[str, Any]) -> str:
        return f"已{does}：{do(data).title}"

    title = found[-1].table.title
    return form_page(request, title=f"{does}：{title}", fields=fields, act=act, submit=does, back=back, crumb=[(LIST[0], reverse(LIST[1])), (title, back)])


# --- the editor


def _draft_or_404(request: HttpRequest, draft_id: int) -> DiscretionTable:
    try:
        return kept.draft(actor_of(request), draft_id)
    except DiscretionTable.DoesNotExist:
        raise Http404 from None


def _kept(request: HttpRequest, kind: str, row: DiscretionTable | None, keep: Callable[[Mapping[str, Any]], DiscretionTable]) -> HttpResponse:
    """Check what was typed, try it, or keep it; whatever is wrong, it comes back as it was typed."""
    data = _answers(kind, request.POST)
    if request.POST.get("do") == "check":
        seen = _checked(kind, request.POST)
        return _editor(request, kind, row, data, errors=seen["errors"], seen=seen)
    try:
        saved = keep(data)
    except Invalid as wrong:
        return _editor(request, kind, row, data, errors=wrong.errors, seen=_checked(kind, request.POST), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    except DiscretionTable.DoesNotExist:
        raise Http404 from None
    sound = drafting.check(saved.row(), timezone.localdate()).sound
    if sound:
        messages.success(request, "草案已保存，可以公布")
    else:
        messages.warning(request, "草案已保存；还有错误，改正后才能公布")
    return redirect("catalog:draft", saved.pk)


def _editor(
    request: HttpRequest,
    kind: str,
    row: DiscretionTable | None,
    data: Mapping[str, Any],
    *,
    errors: Mapping[str, str] | None = None,
    seen: Mapping[str, Any] | None = None,
    checked: drafting.Checked | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    wrong = dict(errors or (checked.errors if checked else {}))
    title = f"{row.title}（第 {row.version} 版草案）" if row else f"起草{drafting.KINDS[kind][0]}的裁量基准"
    named = {field.name for field in drafting.fields(kind)}
    context = {
        "title": title,
        "kind": kind,
        "lead": drafting.KINDS[kind][1],
        "row": row,
        "fields": bound(drafting.fields(kind), data, wrong),
        "error": "；".join(text for name, text in wrong.items() if name.split(".")[0] not in named),
        "crumb": [(LIST[0], reverse(LIST[1])), (DRAFTS[0], reverse(DRAFTS[1])), (row.title if row else "起草", "")],
        "sound": bool(checked and checked.sound),
        **(seen or _panel(checked, {}, wrong)),
    }
    return render(request, "catalog/benchmark_editor.html", context, status=status)


def _answers(kind: str, post: QueryDict) -> dict[str, Any]:
    """What was typed into the form; the trial's answers are no part of it."""
    own = post.copy()
    for name in list(own):
        if name.startswith(TRY) or name in BUTTONS:
            del own[name]
    return posted(drafting.fields(kind), own)


def _checked(kind: str, post: QueryDict) -> dict[str, Any]:
    """The panel beside the form, for what is typed."""
    fields = drafting.fields(kind)
    places = {field.name: [number for number, _ in rows(field, post)] for field in fields if field.kind is Kind.TABLE}
    try:
        clean = validate(fields, _answers(kind, post))
        body = drafting.body_of(kind, clean)
    except Invalid as wrong:
        return _panel(None, _trial(post), wrong.errors, places)
    row = {**body, "id": "draft", "kind": kind, **{name: clean.get(name, "") for name in drafting.bodies.COLUMNS}}
    checked = drafting.check(row, timezone.localdate())
    return _panel(checked, _trial(post), checked.errors, places)


def _trial(post: QueryDict) -> dict[str, str]:
    return {name.removeprefix(TRY): str(post[name]) for name in post if name.startswith(TRY) and post[name]}


def _panel(
    checked: drafting.Checked | None, answers: Mapping[str, str], errors: Mapping[str, str], places: Mapping[str, list[int]] | None = None
) -> dict[str, Any]:
    """What the panel shows: the faults with where they stand on the page, the bars, the trial."""
    says = [{"says": mark.says, "at": [_on_page(cell, places) for cell in mark.cells]} for mark in checked.marks] if checked else []
    if checked is None or checked.wrong:
        says = [{"says": text, "at": [_on_page(cell, places)]} for cell, text in errors.items()] or says
        says += [{"says": checked.wrong, "at": []}] if checked and checked.wrong else []
    table = checked.table if checked and checked.sound else None
    return {
        "marks": says,
        "bars": [bar(axis) for axis in checked.axes] if checked else [],
        "clean": bool(checked and checked.sound),
        "errors": dict(errors),
        **(_tried(table, answers) if table else {"trial": [], "trial_words": "改正上面的错误后，可以在这里试算。"}),
    }


def _on_page(cell: str, places: Mapping[str, list[int]] | None) -> str:
    """The name a cell has on the page: rows that were deleted or left blank leave gaps in its numbers."""
    name, _, rest = cell.partition(".")
    number, _, column = rest.partition(".")
    there = (places or {}).get(name, [])
    return f"{name}.{there[int(number)]}.{column}" if number.isdecimal() and int(number) < len(there) else cell


def _tried(table: Any, answers: Mapping[str, str]) -> dict[str, Any]:
    fields = trying.fields(table, answers.get("subject", ""))
    given = {name: value for name, value in answers.items() if name in {field.name for field in fields}}
    shown: dict[str, Any] = {}
    wrong: Mapping[str, str] = {}
    if given:
        try:
            shown = {"outcome": trying.outcome(table, given)}
        except (Invalid, Undecided) as fault:
            wrong = fault.errors
    laid = bound(fields, given, wrong)
    return {"trial": [{**each, "name": TRY + each["field"].name, "id": f"t-{each['field'].name}"} for each in laid], "tried": table, **shown}
