"""What is published of an organ, and what of it is missing."""

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.kinds import Employment
from fadu.agencies.models import Officer, Organ
from fadu.agencies.selectors.service import serving

ON_CIVIL, ON_PUBLIC = Q(employment=Employment.CIVIL_SERVANT), Q(employment=Employment.PUBLIC_STAFF)


def establishment(organ: Organ) -> list[tuple[str, int | None, int]]:
    """编制: kind, how many were approved (None: not entered), how many are filled, counted from the people in service."""
    people = Officer.objects.filter(serving(timezone.now()), organ=organ)
    return [
        ("行政编制", organ.posts_civil, people.filter(ON_CIVIL).count()),
        ("事业编制", organ.posts_public, people.filter(ON_PUBLIC).count()),
    ]


def publishable(organ: Organ) -> list[tuple[str, str]]:
    """Exactly what is published (黑政办发〔2019〕26号二(一)1(4)), as label and text; a text is "" where it is missing."""
    posts = "；".join(f"{kind}核定 {'—' if most is None else most} 名，实有 {now} 名" for kind, most, now in establishment(organ))
    return [
        ("名称", organ.name),
        ("主体类别", organ.get_kind_display()),
        ("执法领域", organ.get_field_display()),
        ("经费来源", organ.get_funding_display()),
        ("编制", posts if _posts_known(organ) else ""),
        ("职责权限", organ.duties),
        ("执法依据", organ.bases),
        ("法定代表人", organ.legal_rep),
        ("地址", organ.address),
        ("邮政编码", organ.postcode),
        ("办公时间", organ.office_hours),
        ("联系电话", organ.phone),
        ("投诉举报电话", organ.complaint_phone),
        ("统一社会信用代码", organ.code),
    ]


SEVEN = ("名称", "经费来源", "编制", "职责权限", "法定代表人", "地址", "投诉举报电话")
"""The seven elements that must be published."""


def missing(organ: Organ) -> list[str]:
    """Which of the seven are not entered. Asks the database nothing."""
    known = {
        "名称": organ.name,
        "经费来源": organ.funding,
        "编制": _posts_known(organ),
        "职责权限": organ.duties,
        "法定代表人": organ.legal_rep,
        "地址": organ.address,
        "投诉举报电话": organ.complaint_phone,
    }
    return [label for label in SEVEN if not known[label]]


def _posts_known(organ: Organ) -> bool:
    return organ.posts_civil is not None or organ.posts_public is not None
