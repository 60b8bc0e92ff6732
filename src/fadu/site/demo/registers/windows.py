"""Who sits at the windows of the county: two at the bureau's own, one at that of city management, whose sign still lacks its samples."""

from datetime import date, timedelta

from django.db import transaction

from fadu.accounts.actors import SYSTEM
from fadu.agencies.equipment.books import WINDOWS
from fadu.agencies.equipment.models import Window
from fadu.agencies.equipment.selectors.needs import enforcers
from fadu.agencies.models import Organ
from fadu.agencies.services import books
from fadu.agencies.staffing.models import Post
from fadu.disclosure.during.books import ALL, SEATS
from fadu.disclosure.during.models import Seat


@transaction.atomic
def fill(day: date) -> None:
    """Write who sits where; nothing where somebody does."""
    organs = {organ.short_name: organ for organ in Organ.objects.filter(short_name__in=("示市监", "示城管"), ends_on__isnull=True)}
    if Seat.objects.exists() or len(organs) < 2:
        return
    own, city = organs["示市监"], organs["示城管"]
    books.enter(SYSTEM, WINDOWS, city.pk, {"name": "市容审批窗口", "elements": 8, "pictured_on": str(day - timedelta(days=30)), "checks": 10, "there": 9})
    _sit(own, 0, "受理、审查、发证", "窗口右侧样表夹，电子版扫服务指南二维码取得", day)
    _sit(own, 1, "咨询、材料预审", "窗口右侧样表夹，电子版扫服务指南二维码取得", day)
    _sit(city, 0, "受理占道、户外广告申请", "", day)


def _sit(organ: Organ, place: int, hall: str, samples: str, day: date) -> None:
    window = Window.objects.filter(organ=organ).order_by("pk").first()
    post = Post.objects.filter(organ=organ).order_by("pk").first()
    people = sorted(enforcers([organ], day).get(organ.pk, ()))
    if window is None or post is None or len(people) <= place:
        return
    entry = {"window": str(window.pk), "officer": str(people[place]), "post": str(post.pk), "hall": hall, "items": ALL, "samples": samples}
    books.enter(SYSTEM, SEATS, organ.pk, {**entry, "since": str(day - timedelta(days=90))})
