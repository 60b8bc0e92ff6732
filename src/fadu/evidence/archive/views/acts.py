"""What is done: forming, examining, asking, letting, returning, looking, listing, appraising, approving, handing over, destroying."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fadu.accounts.entrance import actor_of
from fadu.agencies.paging import SIZE
from fadu.agencies.registers.choices import choices, people
from fadu.cases.now import now
from fadu.evidence.archive import exporting, selectors, services
from fadu.evidence.archive.kinds import BatchKind, Stage, Way
from fadu.evidence.archive.services.loans import sees
from fadu.evidence.archive.views.pages import pdf, reachable
from fadu.evidence.asking import Page, entrance
from fadu.evidence.asking import ask as ask_on
from fadu.evidence.models import Action
from fadu.law.filing import Part, Term
from fadu.law.forms import Field, Invalid, Kind, validate

View = Callable[..., HttpResponseBase]
REASON = Field(name="reason", label="理由", kind=Kind.LONGTEXT, longest=500)
OPINION = Field(name="opinion", label="意见", kind=Kind.LONGTEXT, longest=1000)
WHAT = (("front", "正卷（PDF）"), ("vice", "副卷（PDF，内部）"), ("package", "归档包（ZIP）"))


def _room(tab: str) -> str:
    return f"{reverse('archive:room')}?show={tab}"


def _entered(action: str) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        return require_http_methods(["GET", "POST"])(entrance(action)(view))

    return decorate


def asked(
    request: HttpRequest,
    *,
    title: str,
    fields: Sequence[Field],
    do: Callable[[dict[str, Any]], str | HttpResponseBase],
    back: str,
    submit: str,
    lead: str = "",
    values: Mapping[str, Any] | None = None,
    crumb: Sequence[tuple[str, str]] = (),
) -> HttpResponseBase:
    """Ask, or do what was asked: `do` gets clean values of what was asked; anything else that was sent is let lie."""
    named = {field.name for field in fields}

    def act(data: dict[str, Any]) -> str | HttpResponseBase:
        return do(validate(fields, {name: value for name, value in data.items() if name in named}))

    return ask_on(request, Page(title, fields, act, back, submit, crumb, values, lead=lead))


@_entered("archive.keep")
def bind(request: HttpRequest, case_id: uuid.UUID) -> HttpResponseBase:
    """立卷."""
    actor, case = actor_of(request), reachable(request, case_id)
    back = reverse("archive:case", args=[case.id])

    def do(data: dict[str, Any]) -> HttpResponseBase:
        made = services.bind(actor, case.id, reason=data.get("reason", ""))
        messages.success(request, f"已立卷：{made.number}，四性检测通过")
        return redirect("archive:volume", volume_id=made.id)

    return asked(
        request, title="立卷", lead=f"{case.title}。立卷后不得修改、增加、抽取卷内材料；以后形成的材料归入补充卷。", do=do, back=back, submit="立卷并检测",
        fields=(Field(name="reason", label="缺件说明和备考", kind=Kind.LONGTEXT, required=False, longest=1000, help="材料有缺、可以补正的，写明理由；齐全的可以不填"),),
        crumb=[("档案", _room("waiting")), (case.title, back)],
    )  # fmt: skip


@require_POST
@entrance("archive.keep")
def examine(request: HttpRequest, volume_id: uuid.UUID) -> HttpResponseBase:
    """Examine a file now."""
    found = selectors.volume(actor_of(request), volume_id)
    made = services.check(actor_of(request), found, Stage.KEPT)
    return redirect("archive:check", check_id=made.id)


@_entered("archive.see")
def look(request: HttpRequest, volume_id: uuid.UUID) -> HttpResponseBase:
    """Look into a file: written down first, then shown."""
    actor = actor_of(request)
    found = selectors.volume(actor, volume_id)
    needed = sees(actor, found)
    fields = (
        Field(name="what", label="内容", kind=Kind.CHOICE, choices=WHAT),
        *((Field(name="reason", label="调阅理由", kind=Kind.LONGTEXT, longest=500, help="记入调阅记录并存证"),) if needed else ()),
    )

    def do(data: dict[str, Any]) -> HttpResponseBase:
        what = data["what"]
        if gone := selectors.destroyed(found.id):
            raise Invalid({"what": gone})
        action = Action.DOWNLOAD if what == "package" else Action.VIEW
        services.look(actor, found, action=action, what=f" {dict(WHAT)[what]}", reason=data.get("reason", ""))
        if what == "package":
            return FileResponse(exporting.spread(found), as_attachment=True, filename=f"{found.number}.zip", content_type="application/zip")
        return pdf(exporting.printed(found, Part(what)), f"{what}.pdf")

    back = reverse("archive:volume", args=[found.id])
    return asked(
        request, title="调阅案卷", lead=f"{found.number} {found.title}", fields=fields, do=do, back=back, submit="登记并打开", values={"what": request.GET.get("what", "front")},
        crumb=[("档案", _room("kept")), (found.number, back)],
    )  # fmt: skip


@_entered("archive.see")
def ask(request: HttpRequest, volume_id: uuid.UUID) -> HttpResponseBase:
    """Ask for a file."""
    actor = actor_of(request)
    found = selectors.volume(actor, volume_id)
    fields = (
        Field(name="way", label="方式", kind=Kind.CHOICE, choices=choices(Way.choices)), REASON,
        Field(name="until", label="使用至", kind=Kind.DATE, help="最长 60 天"),
    )  # fmt: skip

    def do(data: dict[str, Any]) -> str:
        made = services.ask(actor, found, way=Way(data["way"]), reason=data["reason"], until=date.fromisoformat(data["until"]))
        return "已登记，可以查阅" if made.approved else "已提交，等机关负责人审批"

    back = reverse("archive:volume", args=[found.id])
    return asked(
        request,
        title="申请调阅",
        lead=f"{found.number} {found.title}",
        fields=fields,
        do=do,
        back=back,
        submit="提交申请",
        crumb=[("档案", _room("loans")), (found.number, back)],
    )


@_entered("archive.approve")
def decide(request: HttpRequest, loan_id: uuid.UUID) -> HttpResponseBase:
    """Let somebody see a file, or not."""
    actor, found = actor_of(request), selectors.loan(actor_of(request), loan_id)

    def do(data: dict[str, Any]) -> str:
        services.decide(actor, found.id, approved=data["approved"] == "yes", opinion=data["opinion"])
        return "已审批"

    answer = Field(name="approved", label="结论", kind=Kind.CHOICE, choices=(("yes", "同意"), ("no", "不同意")))
    lead = f"{found.by_name}申请{found.get_way_display()} {found.volume.number}，至 {found.until}。理由：{found.reason}"
    return asked(
        request, title="审批调阅", lead=lead, fields=(answer, OPINION), do=do, back=_room("loans"), submit="提交审批", crumb=[("档案", _room("loans"))]
    )


@require_POST
@entrance("archive.keep")
def give_back(request: HttpRequest, loan_id: uuid.UUID) -> HttpResponseBase:
    """A file came back."""
    services.give_back(actor_of(request), selectors.loan(actor_of(request), loan_id).id)
    messages.success(request, "已登记归还")
    return redirect(_room("loans"))


@_entered("archive.keep")
def listed(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Make a list of files whose time has come."""
    actor, what = actor_of(request), BatchKind(kind)
    ripe = (selectors.to_transfer if what == BatchKind.TRANSFER else selectors.to_appraise)(actor, timezone.localdate(now())).filter(
        organ_id=actor.organ_id or 0
    )
    offered = tuple((str(row.pk), f"{row.number} {row.title}") for row in ripe[:SIZE])
    fields = [Field(name="volumes", label="案卷", kind=Kind.CHOICES, choices=offered)]
    if what == BatchKind.TRANSFER:
        fields.append(Field(name="receiver", label="接收的档案馆", longest=100))

    def do(data: dict[str, Any]) -> HttpResponseBase:
        made = services.make_list(actor, actor.organ_id or 0, what, [uuid.UUID(key) for key in data["volumes"]], receiver=data.get("receiver", ""))
        messages.success(request, f"已编制{made.number}清册")
        return redirect("archive:batch", batch_id=made.id)

    tab = "transfer" if what == BatchKind.TRANSFER else "expired"
    title = f"编制{what.label}清册"
    return asked(
        request,
        title=title,
        fields=fields,
        do=do,
        back=_room(tab),
        submit="编制清册",
        values={"volumes": [key for key, _ in offered]},
        crumb=[("档案", _room(tab))],
    )


@_entered("archive.keep")
def appraise(request: HttpRequest, batch_id: uuid.UUID) -> HttpResponseBase:
    """鉴定."""
    actor, found = actor_of(request), selectors.batch(actor_of(request), batch_id)
    volumes = list(found.volumes.order_by("formed_on", "id"))
    fields = (
        Field(name="appraisers", label="鉴定人", kind=Kind.CHOICES, choices=people(found.organ_id), help="两人以上"), OPINION,
        Field(name="keep", label="继续保存的案卷", kind=Kind.CHOICES, required=False, choices=tuple((str(row.pk), f"{row.number} {row.title}") for row in volumes)),
        Field(name="term", label="重新划定的期限", kind=Kind.CHOICE, required=False, choices=tuple((term.value, term.label) for term in Term)),
    )  # fmt: skip

    def do(data: dict[str, Any]) -> str:
        keep = data.get("keep", ())
        if keep and not data.get("term"):
            raise Invalid({"term": "继续保存的，请重新划定保管期限"})
        prolonged = {uuid.UUID(key): Term(data["term"]) for key in keep}
        services.appraise(actor, found.id, appraisers=[int(key) for key in data["appraisers"]], opinion=data["opinion"], prolonged=prolonged)
        return "已登记鉴定"

    return _of_list(request, found, "登记鉴定", fields, do)


@_entered("archive.approve")
def approve(request: HttpRequest, batch_id: uuid.UUID) -> HttpResponseBase:
    """The head lets files be destroyed, or not."""
    actor, found = actor_of(request), selectors.batch(actor_of(request), batch_id)
    answer = Field(name="approved", label="结论", kind=Kind.CHOICE, choices=(("yes", "同意销毁"), ("no", "不同意")))

    def do(data: dict[str, Any]) -> str:
        services.approve(actor, found.id, approved=data["approved"] == "yes", opinion=data["opinion"])
        return "已审批"

    return _of_list(request, found, "审批销毁", (answer, OPINION), do)


@_entered("archive.approve")
def destroy(request: HttpRequest, batch_id: uuid.UUID) -> HttpResponseBase:
    """Destroy what was approved."""
    actor, found = actor_of(request), selectors.batch(actor_of(request), batch_id)
    fields = (
        Field(
            name="watched_by", label="监销人", longest=100, help="两人以上，用顿号分开；案卷、文书和原件的内容将被删除，存证和记录保留", example="李伟、王芳"
        ),
    )

    def do(data: dict[str, Any]) -> str:
        services.finish(actor, found.id, watched_by=data["watched_by"])
        return "已销毁，销毁记录永久保存"

    return _of_list(request, found, "监督销毁", fields, do)


@_entered("archive.keep")
def hand(request: HttpRequest, batch_id: uuid.UUID) -> HttpResponseBase:
    """Hand files over to the archives house."""
    actor, found = actor_of(request), selectors.batch(actor_of(request), batch_id)
    fields = (
        Field(name="way", label="移交方式", kind=Kind.CHOICE, choices=(("online", "通过合规的网络在线移交"), ("medium", "用符合安全管理要求的存储介质"))),
        Field(name="medium", label="介质编号", longest=100, required=False),
    )

    def do(data: dict[str, Any]) -> str:
        services.finish(actor, found.id, online=data["way"] == "online", medium=data.get("medium", ""))
        return "已移交，每卷都通过了移交前的四性检测"

    return _of_list(request, found, "办理移交", fields, do)


def _of_list(request: HttpRequest, found: Any, title: str, fields: Any, do: Callable[[dict[str, Any]], str]) -> HttpResponseBase:
    back = reverse("archive:batch", args=[found.id])
    return asked(
        request, title=title, lead=f"{found.number}清册", fields=fields, do=do, back=back, submit=title, crumb=[("档案", _room("lists")), (found.number, back)]
    )
