"""签章证书: the certificates that organs sign their documents with, for who administers the platform: list, import, taking out of use."""

from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.forms import bound
from fadu.agencies.models import Organ
from fadu.agencies.views.pages import form_page
from fadu.cases.now import now
from fadu.documents.signing import pades, selectors, services
from fadu.documents.signing.models import Certificate, Sealed
from fadu.law.forms import Field, Invalid, Kind, validate

SOON: Final = timedelta(days=60)
"""So long before its end a certificate is told as expiring: a new one takes its organ and its authority some weeks."""
LARGEST: Final = 256 << 10
"""Bytes of a file with a certificate; real ones have a tenth of it."""
FORMS: Final = {"p12": "PKCS#12（.p12、.pfx）", "pem": "PEM（证书和加密的私钥）", "outside": "只有证书，私钥在签名设备或者签名服务中"}
WHY = Field(name="why", label="停用原因", longest=200, example="印章更换；私钥可能泄露")


@never_cache
@require_safe
@entered_for(services.MANAGE)
def certificates(request: HttpRequest) -> HttpResponse:
    """Every certificate within reach, those that end soon first told."""
    moment = now()
    rows = [_row(row, moment) for row in selectors.reached(actor_of(request))]
    ending = [row for row in rows if row["state"] in {"near", "bad"} and not row["certificate"].revoked_at and row["newest"]]
    without = selectors.without(actor_of(request), moment)
    return render(request, "sealing/certificates.html", {"rows": rows, "ending": ending, "without": without})


@never_cache
@require_safe
@entered_for(services.MANAGE)
def certificate(request: HttpRequest, certificate_id: UUID) -> HttpResponse:
    """One certificate: whose, by whom, until when, its chain and revocation list; never its key."""
    found = _found(request, certificate_id)
    context = {
        **_row(found, now()), "signed": Sealed.objects.filter(certificate=found).count(),
        "chain": [one.subject.human_friendly for one in pades.certificates(found.chain)], "lists": _lists(found),
        "crumb": [("签章证书", reverse("documents:certificates")), (found.subject, "")],
    }  # fmt: skip
    return render(request, "sealing/certificate.html", context)


@sensitive_post_parameters("password")
@sensitive_variables("password")
@never_cache
@require_http_methods(["GET", "POST"])
@entered_for(services.MANAGE)
def take_in(request: HttpRequest) -> HttpResponse:
    """Import a certificate with its key. The password opens the file and is forgotten; the key is sealed with the data key."""
    actor = actor_of(request)
    fields = _asked(request)
    typed, errors = {}, {}
    if request.method == "POST":
        typed = {field.name: request.POST.get(field.name, "") for field in fields}
        password = request.POST.get("password", "")
        try:
            clean = validate(fields, {name: value for name, value in typed.items() if value})
            given = services.Given(_bytes(request, "file", needed=True), _bytes(request, "chain"), _bytes(request, "crl"))
            row = services.bring(actor, int(clean["organ"]), clean["form"], given, password, holder=clean.get("holder", ""))
        except Invalid as wrong:
            errors = wrong.errors
        else:
            messages.success(request, f"已导入：{row.subject}，有效期至 {row.until:%Y-%m-%d}")
            return redirect("documents:certificate", certificate_id=row.pk)
    files = [
        (name, label, errors.get(name, ""))
        for name, label in (("file", "证书文件"), ("chain", "证书链（PEM，可以不选）"), ("crl", "吊销列表（PEM，可以不选）"))
    ]
    context = {
        "fields": bound(fields, typed, errors), "files": files, "password_error": errors.get("password", ""),
        "error": "；".join(text for name, text in errors.items() if name in {"", "key"}), "crumb": [("签章证书", reverse("documents:certificates")), ("导入", "")],
    }  # fmt: skip
    return render(request, "sealing/take_in.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK)


@never_cache
@require_http_methods(["GET", "POST"])
@entered_for(services.MANAGE)
def revoke(request: HttpRequest, certificate_id: UUID) -> HttpResponse:
    """停用: from now on nothing is signed with it; what it signed keeps its signature."""
    found = _found(request, certificate_id)
    back = reverse("documents:certificate", args=[found.pk])

    def act(data: dict[str, Any]) -> str:
        services.revoke(actor_of(request), found, str(data.get("why", "")))
        return "已停用，以前签的仍然有效"

    lead = f"{found.subject}。停用后不再用它签章；颁发机构的吊销由其列表说明。"
    crumb = [("签章证书", reverse("documents:certificates")), (found.subject, back)]
    return form_page(request, title="停用证书", fields=(WHY,), act=act, back=back, submit="停用", lead=lead, crumb=crumb)


def _asked(request: HttpRequest) -> tuple[Field, ...]:
    organs = tuple((str(organ.pk), organ.name) for organ in Organ.objects.filter(pk__in=selectors.organs_of(actor_of(request))).order_by("path"))
    return (
        Field(name="organ", label="机关", kind=Kind.CHOICE, choices=organs),
        Field(name="form", label="文件的格式", kind=Kind.CHOICE, choices=tuple(FORMS.items())),
        Field(name="holder", label="私钥的位置", longest=200, when=("form", ("outside",)), help="交给签名服务（FADU_SIGNER）的密钥名称"),
    )


def _bytes(request: HttpRequest, name: str, *, needed: bool = False) -> bytes:
    """A small file of the form; raises Invalid."""
    file = request.FILES.get(name)
    if file is None:
        if needed:
            raise Invalid({name: "请选择文件"})
        return b""
    if (file.size or 0) > LARGEST:
        raise Invalid({name: f"超过 {LARGEST >> 10} KB，不是证书文件"})
    return bytes(file.read())


def _found(request: HttpRequest, certificate_id: UUID) -> Certificate:
    found: Certificate | None = selectors.reached(actor_of(request)).filter(pk=certificate_id).first()
    if found is None:
        raise Http404("没有这张证书，或者不在您的管理范围内")
    return found


def _row(row: Certificate, moment: datetime) -> dict[str, Any]:
    """How a certificate stands, in words."""
    used = selectors.in_force(row.organ_id, moment, suite=row.suite)
    left = (row.until - moment).days
    newest = not Certificate.objects.filter(organ_id=row.organ_id, suite=row.suite, until__gt=row.until, revoked_at__isnull=True).exists()
    if row.revoked_at:
        state, says = "bad", f"{row.revoked_at:%Y-%m-%d} 停用"
    elif row.until <= moment:
        state, says = "bad", "已到期"
    elif row.since > moment:
        state, says = "", f"{row.since:%Y-%m-%d} 起生效"
    elif row.until - moment <= SOON:
        state, says = "near", f"还有 {left} 天到期"
    else:
        state, says = ("ok", "在用") if used == row else ("", "有效，未用")
    return {"certificate": row, "state": state, "says": says, "newest": newest, "used": used == row}


def _lists(row: Certificate) -> list[dict[str, Any]]:
    """The revocation lists that go into signatures, and until when each is current."""
    found = []
    for one in pades.revocations(row.crl):
        listed = one["tbs_cert_list"]
        until = listed["next_update"].native
        entries = listed["revoked_certificates"]
        found.append(
            {
                "issuer": one.issuer.human_friendly,
                "since": listed["this_update"].native,
                "until": until,
                "stale": bool(until and until <= now()),
                "count": len(entries) if entries else 0,
            }
        )
    return found
