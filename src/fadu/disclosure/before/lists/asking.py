"""For who asks: guides to what one applies for, the rules of publication, and where one complains."""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.models import Organ
from fadu.catalog.limits import course_of, limits
from fadu.catalog.models import ServiceGuide
from fadu.catalog.selectors.items import in_force
from fadu.disclosure.before.listing import Column, Listing
from fadu.disclosure.before.lists.bodies import ENFORCES, standing_on
from fadu.disclosure.before.models import Channel, Method
from fadu.law.statutes import HEILONGJIANG, LICENCE, OPEN_GOVERNMENT, SUPERVISION, XINGLONG


def running(on: date, begins: str) -> Q:
    """Rows of registers that hold on a day."""
    return Q(**{f"{begins}__lte": on}) & (Q(until__isnull=True) | Q(until__gte=on))


def _guides(organ: Organ | None, on: date) -> QuerySet[ServiceGuide]:
    rows = ServiceGuide.objects.filter(running(on, "published_on")).select_related("organ")
    return rows.filter(organ=organ) if organ else rows


def _with_items(rows: Sequence[Any]) -> Sequence[Any]:
    """Each with its item of today, which holds the basis, the procedure and the statutory limit."""
    found = {item.code: item for item in in_force(timezone.localdate()).filter(code__in={row.item for row in rows})}
    for row in rows:
        row.power = found.get(row.item)
    return rows


def _course(row: Any) -> str:
    course = course_of(row.power) if row.power else None
    return " → ".join(stage.label for stage in course.stages if not stage.optional) if course else ""


GUIDES = Listing(
    id="guides", title="服务指南", lead="怎样申请：谁受理、谁审批、要什么条件和材料、多长时间、到哪里办。",
    who="各机关，依申请的每一项事项都要有",
    bases=(LICENCE[30, 1], HEILONGJIANG["二(一)1(6)"]),
    columns=(
        Column("code", "编号", lambda row: str(row.pk), "code"),
        Column("name", "事项名称", lambda row: row.name, width=5),
        Column("item", "事项编码", lambda row: row.item, width=2),
        Column("accepts", "受理机构", lambda row: row.accepts, width=3),
        Column("decides", "审批机构", lambda row: row.decides, width=3),
        Column("limit", "办理时限", lambda row: row.limit, width=2),
        Column("phone", "办公电话", lambda row: row.phone, width=2),
        Column("organ", "编制机关", lambda row: row.organ.name),
        Column("bases", "办理依据", lambda row: row.power.bases if row.power else [], "lines"),
        Column("conditions", "受理条件", lambda row: row.conditions, free=True),
        Column("materials", "申请材料", lambda row: row.materials, free=True),
        Column("favours", "优惠政策", lambda row: row.favours, free=True),
        Column("statutory", "法定时限", lambda row: limits(row.power).statutory if row.power else ""),
        Column("course", "办理流程", _course),
        Column("hours", "办公时间", lambda row: row.hours),
        Column("address", "办公地址", lambda row: row.address),
        Column("watch", "监督电话", lambda row: row.organ.complaint_phone),
        Column("published_on", "公布日期", lambda row: row.published_on, "date"),
    ),
    see="item.see", found=_guides, order=("organ__path", "name", "id"), search=("name__contains", "item__contains", "accepts__contains"),
    finds="事项、编码、受理机构", href=lambda row: reverse("before:guide", args=[row.pk]), prepared=_with_items,
)  # fmt: skip


def _methods(organ: Organ | None, on: date) -> QuerySet[Method]:
    """Those that a second person checked."""
    rows = Method.objects.filter(running(on, "issued_on")).exclude(checked_name="").select_related("organ")
    return rows.filter(organ=organ) if organ else rows


METHODS = Listing(
    id="methods", title="公示办法", lead="执法信息按什么办法公示：范围、内容、载体、程序、时限、审查、监督和保障。",
    who="各机关；上级机关的办法合乎要求的可以沿用",
    bases=(HEILONGJIANG["二(一)1(1)"], SUPERVISION[12]),
    columns=(
        Column("code", "编号", lambda row: str(row.pk), "code"),
        Column("organ", "机关", lambda row: row.organ.name, width=3),
        Column("title", "办法", lambda row: row.title, width=4),
        Column("number", "文号", lambda row: row.number, width=3),
        Column("origin", "制定", lambda row: row.get_origin_display(), width=2),
        Column("issued_on", "发布日期", lambda row: row.issued_on, "date", width=2),
        Column("issuer", "制定机关", lambda row: row.issuer),
        *(
            Column(name, label, attrgetter(name), free=True)
            for name, label in (
                ("scope", "公示范围"), ("content", "公示内容"), ("carrier", "公示载体"), ("procedure", "公示程序"),
                ("limits", "时限要求"), ("review", "审查机制"), ("watched", "监督方式"), ("safeguards", "保障措施"),
            )
        ),
        Column("published_on", "公布日期", lambda row: row.published_on, "date"),
    ),
    see="record.see", found=_methods, order=("organ__path", "id"), search=("title__contains", "number__contains"), finds="名称、文号",
)  # fmt: skip


class Complaint:
    """Where one complains of an organ: its published telephone and address, and the channels it keeps."""

    def __init__(self, organ: Organ, channel: Channel | None = None) -> None:
        self.organ, self.channel = organ, channel

    def told(self, name: str, own: str) -> str:
        """Of the channel where there is one, else of the organ."""
        return str(getattr(self.channel, name) if self.channel else getattr(self.organ, own) if own else "")

    @property
    def code(self) -> str:
        """What tells it from others."""
        return f"{self.organ.code}-{self.channel.pk}" if self.channel else self.organ.code


def _channels(organ: Organ | None, on: date) -> Sequence[Complaint]:
    organs = Organ.objects.filter(ENFORCES, standing_on(on)).order_by("path")
    if organ:
        organs = organs.filter(pk=organ.pk)
    kept: dict[int, list[Channel]] = {}
    for row in Channel.objects.filter(running(on, "since"), organ__in=organs).order_by("id"):
        kept.setdefault(row.organ_id, []).append(row)
    return [found for one in organs for found in ([Complaint(one, channel) for channel in kept.get(one.pk, ())] or [Complaint(one)])]


CHANNELS = Listing(
    id="channels", title="监督渠道", lead="执法有问题，向谁反映：投诉举报的电话、电子邮箱和通信地址。",
    who="各机关和执法监督机构",
    bases=(XINGLONG["四(十六)"], HEILONGJIANG["二(一)1(4)"], OPEN_GOVERNMENT[20]),
    columns=(
        Column("code", "编号", lambda row: row.code, "code"),
        Column("organ", "机关", lambda row: row.organ.name, width=4),
        Column("name", "渠道", lambda row: row.told("name", "") or "投诉举报", width=3),
        Column("phone", "电话", lambda row: row.told("phone", "complaint_phone"), width=2),
        Column("email", "电子邮箱", lambda row: row.told("email", ""), width=3),
        Column("address", "通信地址", lambda row: row.told("address", "address"), width=4),
        Column("unit", "受理机构", lambda row: row.told("unit", "")),
        Column("hours", "受理时间", lambda row: row.told("hours", "office_hours")),
        Column("postcode", "邮政编码", lambda row: row.organ.postcode),
    ),
    see="organ.verify", found=_channels, search=("organ", "name", "phone"), finds="机关、渠道、电话",
    href=lambda row: reverse("before:organ", args=[row.organ.pk]),
)  # fmt: skip
