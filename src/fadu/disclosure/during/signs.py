"""The sign of a post at a window (岗位信息公示牌): its nine elements, taken from the registers as they stand today; page, figure and print say the same.

黑政办发〔2019〕26号二(一)2(3): 单位、姓名、职务、执法种类和服务事项、岗位职责、申请材料示范文本、办理进度查询、咨询服务、投诉举报.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import segno
from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from fadu.accounts.actors import PUBLIC
from fadu.agencies.models import Credential, Organ
from fadu.agencies.selectors import certified
from fadu.catalog import selectors as catalog
from fadu.catalog.models import ActKind
from fadu.catalog.models.guides import ServiceGuide
from fadu.catalog.selectors.items import carried_out_by
from fadu.disclosure.during.books import ALL, guides
from fadu.disclosure.during.models import Seat
from fadu.documents.engine import sheet_of

SIZES: Final = ("a4", "a3")
SHOWN: Final = 8
"""Items that a sign names; of more it says how many, and where they are."""


@dataclass(frozen=True, slots=True)
class Element:
    """One of the nine: its name, what it says, and what to do where it is missing."""

    name: str
    says: str
    remedy: str

    @property
    def there(self) -> bool:
        """Whether it says something."""
        return bool(self.says)


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code on a sign: where it leads, and what is said below it."""

    address: str
    says: str

    @property
    def drawn(self) -> str:
        """An SVG, for print."""
        return segno.make(self.address, error="m", micro=False).svg_inline(scale=4, border=2).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)

    @property
    def data(self) -> str:
        """For a page."""
        return segno.make(self.address, error="m", micro=False).svg_data_uri(scale=4, border=2)


@dataclass(frozen=True)
class Sign:
    """A sign as it would be hung up today.

    Attributes:
        seat: the post at the window.
        elements: the nine, in the order of the clause.
        codes: where it leads to.
        on: the day it is of.
    """

    seat: Seat
    elements: tuple[Element, ...]
    codes: tuple[Code, ...]
    on: date

    @property
    def lacks(self) -> list[Element]:
        """What is missing of the nine."""
        return [element for element in self.elements if not element.there]


def seats(day: date | None = None) -> QuerySet[Seat]:
    """Who sits at a window on a day, of organs that there are: public, as the sign is."""
    day = day or timezone.localdate()
    rows = Seat.objects.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day, organ__ends_on__isnull=True)
    return rows.select_related("organ", "window", "officer", "post").order_by("organ__path", "window__name", "id")


def sign(seat: Seat, day: date | None = None) -> Sign:
    """The sign of a post."""
    day, organ = day or timezone.localdate(), seat.organ
    served = _served(seat, day)
    names = "、".join(guide.name for guide in served[:SHOWN]) + (f"等 {len(served)} 项" if len(served) > SHOWN else "")
    kinds = _kinds(organ, day)
    does = "；".join(part for part in (f"执法种类：{kinds}" if kinds else "", f"服务事项：{names}" if names else "") if part)
    progress = settings.PUBLIC_URL + reverse("during:progress")
    phone = seat.consult or organ.phone
    elements = (
        Element("单位", organ.name, ""),
        Element("姓名", seat.officer.name, ""),
        Element("职务", seat.post.name, ""),
        Element("执法种类和服务事项", does if kinds or names else "", "登记权责清单和服务指南"),
        Element("岗位职责", "；".join(part for part in (seat.hall, seat.post.duties) if part), "在岗位登记中填写岗位职责"),
        Element("申请材料示范文本", _samples(seat, served), "填写示范文本放在哪里，并登记服务指南的申请材料"),
        Element("办理进度查询", f"扫码，或者打开 {progress}，填写受理通知书上的编号", ""),
        Element("咨询服务", "，".join(part for part in (phone, organ.office_hours) if part), "登记机关电话"),
        Element("投诉举报", organ.complaint_phone, "登记机关的投诉举报电话"),
    )
    return Sign(seat, elements, tuple(_codes(seat)), day)


def printed(found: Sign, size: str = "a4") -> bytes:
    """The sign as PDF, to be hung up."""
    return sheet_of("window", {
        "size": size,
        "organ": found.seat.organ.name,
        "window": found.seat.window.name,
        "name": found.seat.officer.name,
        "post": found.seat.post.name,
        "lines": [[element.name, element.says or "—"] for element in found.elements[3:]],
        "codes": [[code.drawn, code.says] for code in found.codes],
        "on": [found.on.year, found.on.month, found.on.day],
        "demo": settings.DEMO,
    })  # fmt: skip


def _served(seat: Seat, day: date) -> list[ServiceGuide]:
    standing = guides(seat.organ_id, day)
    codes = [code.strip() for code in seat.items.splitlines() if code.strip()]
    return list(standing.values()) if codes == [ALL] else [standing[code] for code in codes if code in standing]


def _kinds(organ: Organ, day: date) -> str:
    """The kinds of acts among the items that the organ carries out."""
    there = set(catalog.items(PUBLIC, day).filter(carried_out_by(organ)).order_by().values_list("kind", flat=True).distinct())
    return "、".join(str(kind.label) for kind in ActKind if kind in there)


def _samples(seat: Seat, served: list[ServiceGuide]) -> str:
    """Where the filled-in samples are; nothing where no guide says which materials there are."""
    return f"{seat.samples}；所需材料见服务指南" if seat.samples and any(guide.materials for guide in served) else ""


def _codes(seat: Seat) -> list[Code]:
    """To the credential of who sits there, the guides, and the progress of a matter."""
    number = certified([seat.officer_id], timezone.now())[seat.officer_id].number
    token = Credential.objects.filter(number=number, officer=seat.officer).values_list("token", flat=True).first() if number else None
    found = [Code(settings.PUBLIC_URL + reverse("agencies:public_card", args=[token]), "查验执法证")] if token else []
    return [*found, Code(settings.PUBLIC_URL + _guide_page(), "服务指南"), Code(settings.PUBLIC_URL + reverse("during:progress"), "办理进度")]


def _guide_page() -> str:
    """Where the guides are; the portal leads to them where this installation has no page for them alone."""
    try:
        return reverse("before:guides")
    except NoReverseMatch:
        return reverse("disclosure:portal")
