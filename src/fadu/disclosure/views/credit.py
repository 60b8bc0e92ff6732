"""双公示: what waits to be handed to the credit platform, what is wrong with it and how it is mended, the files, what former systems had published."""

import uuid
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may, scope
from fadu.disclosure.credit import former
from fadu.disclosure.credit.fields import Form
from fadu.disclosure.credit.mending import mend
from fadu.disclosure.credit.models import Former, What
from fadu.disclosure.credit.rows import FORMS, build
from fadu.disclosure.credit.services import SUPPLEMENTED, supplement
from fadu.disclosure.models import Publication, Shown
from fadu.disclosure.selectors import within
from fadu.disclosure.services.delivering import built, deliver, files, made_again, whole
from fadu.law.forms import Invalid

TYPES = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    "csv": ("text/csv; charset=utf-8", "csv"),
    "gbk": ("text/csv; charset=gb18030", "csv"),
}
SHOWN, SIZE = 20, 50
HIDDEN = ("CF_XDR_ZJHM", "XK_XDR_ZJHM", "CF_FR_ZJHM", "XK_FR_ZJHM")


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("credit.deliver")
def waiting(request: HttpRequest, form_id: str) -> HttpResponseBase:
    """The rows that wait; by POST the file of those that are in order."""
    form = _form(form_id)
    actor = actor_of(request)
    how = request.POST.get("how", "")
    if request.method == "POST" and how in TYPES:
        data, count = deliver(actor, form, how)
        if count:
            return _file(data, form, how, str(count))
        messages.error(request, "没有可以报送的记录：别人也许刚刚报送过，请看报送记录")
        return redirect("disclosure:credit", form.id)
    rows = built(actor, form)
    good = [row for row in rows if not row.faults]
    context = {
        "form": form,
        "forms": FORMS.values(),
        "good": len(good),
        "kinds": [(What(what).label, sum(row.what == what for row in good)) for what in What.values],
        "bad": [{"row": row, "what": What(row.what).label, "faults": [_told(form, code, why) for code, why in row.faults]} for row in rows if row.faults],
        "files": [{"it": file, "tally": _tally(file), "whole": whole(actor, file)} for file in files(actor, form)[:SHOWN]],
        "may_import": may(actor, "credit.import"),
    }
    return render(request, "disclosure/credit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("credit.deliver")
def row(request: HttpRequest, form_id: str, publication_id: uuid.UUID) -> HttpResponseBase:
    """One record as its row, field by field, with what is wrong and how it is mended; what no record holds is filled in here."""
    form, actor = _form(form_id), actor_of(request)
    publication = get_object_or_404(
        Publication.objects.filter(within(actor, "credit.deliver"), act=form.id).select_related("case__party", "organ"), pk=publication_id
    )
    wrong: dict[str, str] = {}
    if request.method == "POST":
        try:
            changed = supplement(actor, form, publication_id, {code: request.POST[code] for code in SUPPLEMENTED if code in request.POST})
        except Invalid as invalid:
            wrong = dict(invalid.errors)
        else:
            messages.success(request, f"补充了 {changed} 项" if changed else "没有改动")
            return redirect("disclosure:credit_row", form.id, publication.pk)
    found = build(form, [publication])
    if not found:
        raise Http404("这件公示信息还没有公示，没有可以报送的内容")
    values, faults = found[0].values, dict(found[0].faults)
    items = [
        {
            "item": item, "number": number, "value": _seen(item.code, values.get(item.code, "")), "fault": faults.get(item.code, ""),
            "mend": mend(item.code) if item.code in faults else "", "own": item.code in SUPPLEMENTED, "error": wrong.get(item.code, ""),
            "typed": request.POST.get(item.code, values.get(item.code, "") if item.code in SUPPLEMENTED else ""),
        }
        for number, item in enumerate(form.items, 1)
    ]  # fmt: skip
    context = {"form": form, "publication": publication, "items": items, "what": What(found[0].what).label, "faults": len(faults), "wrong": wrong}
    handed = publication.handed.select_related("file", "answer").order_by("-id")
    return render(request, "disclosure/credit_row.html", context | {"handed": handed}, status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK)


@require_safe
@entered_for("credit.deliver")
def file(request: HttpRequest, form_id: str, file_id: int) -> HttpResponseBase:
    """One file with its rows and the answers to them."""
    form, actor = _form(form_id), actor_of(request)
    found = get_object_or_404(files(actor, form), pk=file_id)
    rows = found.handed.filter(publication__in=Publication.objects.filter(within(actor, "credit.deliver"))).select_related("publication__case", "answer")
    page = Paginator(rows.order_by("place"), SIZE).get_page(request.GET.get("page"))
    context = {"form": form, "it": found, "page": page, "tally": _tally(found), "whole": whole(actor, found)}
    return render(request, "disclosure/credit_file.html", context)


@require_safe
@entered_for("credit.deliver")
def again(request: HttpRequest, form_id: str, file_id: int) -> HttpResponseBase:
    """The same file once more: it was marked as handed over, but the download may have broken."""
    form, actor = _form(form_id), actor_of(request)
    found = get_object_or_404(files(actor, form), pk=file_id)
    if not whole(actor, found):
        raise Http404("这个文件含有管辖范围以外机关的记录，不能再次下载")
    return _file(made_again(found), form, found.how, str(found.count))


@require_safe
@entered_for("credit.import")
def formers(request: HttpRequest) -> HttpResponseBase:
    """The records that former systems had published."""
    rows = Former.objects.filter(scope(actor_of(request), "credit.import", organ="organ_id")).select_related("organ", "end").order_by("-id")
    return render(request, "disclosure/credit_formers.html", {"page": Paginator(rows, SIZE).get_page(request.GET.get("page")), "forms": FORMS.values()})


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("credit.import")
def former_one(request: HttpRequest, former_id: uuid.UUID) -> HttpResponseBase:
    """One of them, as the public sees it; taking it down."""
    actor, wrong = actor_of(request), {}
    it = get_object_or_404(Former.objects.filter(scope(actor, "credit.import", organ="organ_id")).select_related("organ", "leaf", "end"), pk=former_id)
    if request.method == "POST":
        try:
            former.withdraw(actor, it.pk, request.POST.get("reason", ""))
        except Invalid as invalid:
            wrong = dict(invalid.errors)
        else:
            messages.success(request, "已经撤回，公示页面只说明撤回和理由")
            return redirect("disclosure:credit_former", it.pk)
    form = FORMS[it.form]
    lines = [(item.label, _seen(item.code, it.values.get(item.code, ""))) for item in form.items if it.values.get(item.code)]
    context = {"it": it, "form": form, "lines": lines, "public": Shown.objects.filter(pk=it.pk).first(), "wrong": wrong, "end": getattr(it, "end", None)}
    return render(request, "disclosure/credit_former.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK)


def _form(form_id: str) -> Form:
    if form_id not in FORMS:
        raise Http404("没有这张表")
    return FORMS[form_id]


def _file(data: bytes, form: Form, how: str, name: str) -> HttpResponse:
    kind, ending = TYPES[how]
    headers = {"Content-Disposition": f'attachment; filename="{form.id}-{name}.{ending}"', "Cache-Control": "private, no-store"}
    return HttpResponse(data, content_type=kind, headers=headers)


def _told(form: Form, code: str, why: str) -> dict[str, str]:
    return {"label": next(item.label for item in form.items if item.code == code), "code": code, "why": why, "mend": mend(code)}


def _tally(file: Any) -> dict[str, int]:
    answers = list(file.handed.values_list("answer__accepted", flat=True))
    return {"accepted": answers.count(True), "rejected": answers.count(False), "open": answers.count(None)}


def _seen(code: str, value: str) -> str:
    """A value as the page shows it: numbers of people's papers without their middle."""
    return f"{value[:4]}{'＊' * max(len(value) - 6, 2)}{value[-2:]}" if code in HIDDEN and value else value
