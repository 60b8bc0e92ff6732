"""Figures of exhibits: what a decision may not rest on."""

from datetime import date
from fractions import Fraction

from django.urls import reverse

from fadu.agencies.figure import Behind, Reading
from fadu.agencies.models import Organ
from fadu.evidence.exhibits.kinds import Finding
from fadu.evidence.exhibits.models import Exhibit


def devices(organ: Organ, day: date) -> Reading:
    """Cases in which a record of a monitoring device that is not sound was taken as ground (行政处罚法第四十一条第二款): none may be."""
    used = Exhibit.objects.filter(organ__path__startswith=organ.path, device_sound__isnull=False, collected_at__date__lte=day, withdrawn=False)
    if not used.exists():
        return Reading(None, None, why="没有使用监控设备记录的案件")
    wrong = used.filter(device_sound=False, finding=Finding.ADMITTED).select_related("case").order_by("case_id", "number")
    found = {row.case_id: row for row in wrong}
    behind = tuple(Behind(row.case.number or row.case.title, reverse("exhibits:exhibit", args=[row.pk]), "监控记录不合格") for row in found.values())
    return Reading(Fraction(len(found)), not found, behind=behind)
