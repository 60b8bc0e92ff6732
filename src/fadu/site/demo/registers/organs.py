"""The county's organs as they are published: standing, money, posts, duties; one is not announced, one came of a merger."""

from datetime import date, timedelta

from fadu.accounts.actors import SYSTEM
from fadu.agencies import services
from fadu.agencies.codes import credit_code
from fadu.agencies.models import Organ, Standing, Succession
from fadu.agencies.selectors import needs_standing
from fadu.catalog.models import Delegation
from fadu.catalog.services import list_item, register_delegation

UNANNOUNCED = "示文旅"
"""Confirmed, and left without announcement, so that the list and the figure have something to tell."""

POSTS = {
    "示司": (18, 0), "示市监": (46, 12), "示环": (12, 8), "示城管": (20, 14), "示应急": (16, 6), "示农": (14, 22), "示卫": (15, 10), "示交": (18, 16),
    "示文旅": (10, 4), "示消": (12, 0), "城关政": (8, 10),
}  # fmt: skip
"""核定行政编制 and 核定事业编制."""

BASES = {
    "示司": "《中华人民共和国律师法》第四条",
    "示市监": "《中华人民共和国食品安全法》第六条第二款\n《中华人民共和国产品质量法》第八条第二款\n《中华人民共和国广告法》第六条第二款",
    "示环": "《中华人民共和国环境保护法》第十条第一款",
    "示城管": "《城市市容和环境卫生管理条例》第四条第三款",
    "示应急": "《中华人民共和国安全生产法》第十条第一款",
    "示农": "《中华人民共和国农产品质量安全法》第五条第一款",
    "示卫": "《公共场所卫生管理条例》第十条",
    "示交": "《中华人民共和国公路法》第八条第二款",
    "示文旅": "《中华人民共和国旅游法》第七条第二款",
    "示消": "《中华人民共和国消防法》第四条第一款",
    "城关政": "《中华人民共和国行政处罚法》第二十四条第一款",
}
HOTLINES = {"示市监": "12315", "示环": "12369", "示卫": "12320", "示交": "12328", "示应急": "12350"}
LEFT = (("LH-CF-001", "对在集镇街道两侧擅自搭建设施影响市容的处罚"), ("LH-CF-002", "对在集镇街道临街建筑物外堆放物料影响市容的处罚"))
"""What 临河乡 had on its list when it was merged and nobody took over yet: the page of the ended organ tells it as a task."""
ITEM = {
    "kind": "penalty", "field": "city", "level": "township", "bases": "城市市容和环境卫生管理条例第三十六条", "penalties": ["FINE"],
    "document": "示政办字〔2020〕3号", "since": "2020-03-01", "listed_why": "乡镇清单首次编制",
}  # fmt: skip
FOUNDED, MERGED = date(2019, 3, 1), date(2022, 6, 1)


def fill(day: date) -> None:
    """Fill them; nothing where they are there."""
    if Standing.objects.exists():
        return
    _merger()
    for organ in Organ.objects.filter(ends_on__isnull=True).order_by("path"):
        _publish(organ)
        if needs_standing(organ):
            _stand(organ)
    _entrust(day)


def _publish(organ: Organ) -> None:
    civil, public = POSTS.get(organ.short_name, (None, None))
    told = {
        "funding": "upper" if organ.short_name in {"示环", "示消"} else "full",
        "duties": f"在{organ.region_name}行政区域内负责{organ.get_field_display()}方面的行政检查、行政处罚、行政强制及其他法定职责。",
        "bases": BASES.get(organ.short_name, ""),
        "office_hours": "工作日 8:30—12:00，14:00—17:30",
        "complaint_phone": HOTLINES.get(organ.short_name, organ.phone),
        "postcode": "053900",
    }
    if civil is not None:
        told |= {"posts_civil": str(civil), "posts_public": str(public), "posts_paper": f"示编字〔2019〕{10 + organ.pk}号"}
    services.edit_publicity(SYSTEM, organ.pk, told, reason="执法主体信息公示")


def _stand(organ: Organ) -> None:
    services.confirm_standing(
        SYSTEM,
        organ.pk,
        {
            "confirmed_by": "government", "confirmer": "示范县人民政府", "document": "示政函〔2019〕15号",
            "basis": "《中华人民共和国行政处罚法》第十七条", "since": str(date(2019, 3, 20)),
        },
    )  # fmt: skip
    if organ.short_name != UNANNOUNCED:
        services.announce_standing(
            SYSTEM,
            organ.pk,
            {"announced_on": str(date(2019, 4, 10)), "announced_in": "示范县人民政府门户网站“行政执法公示”专栏", "announcement": "示司公告〔2019〕2号"},
        )


def _merger() -> None:
    """临河乡 became part of 城关镇 some years ago."""
    town = Organ.objects.get(short_name="城关政", ends_on__isnull=True)
    if Succession.objects.exists():
        return
    gone = services.add_organ(
        SYSTEM,
        {
            "name": "示范县临河乡人民政府", "short_name": "临河政", "code": credit_code("11130999MB1000901"), "kind": "statutory", "field": "general",
            "level": "township", "parent": str(town.parent_id), "region_name": "示范县临河乡", "region_code": "130999201",
            "address": "示范县临河乡政府街 1 号", "phone": "0399-5550190", "legal_rep": "何永年", "starts_on": str(FOUNDED),
        },
    )  # fmt: skip
    people = (("谢志远", "副乡长"), ("罗秀兰", "综合执法队队员"))
    for name, title in people:
        services.add_officer(
            SYSTEM, gone.pk, {"name": name, "post_title": title, "employment": "civil", "legal_qualification": False, "starts_on": "2019-06-01"}
        )
    _stand(gone)
    for code, name in LEFT:
        list_item(SYSTEM, {**ITEM, "code": code, "name": name, "organ": str(gone.pk)})
    services.merge(
        SYSTEM,
        {
            "predecessors": [str(gone.pk)], "successor": str(town.pk), "on": str(MERGED), "paper": "示政民〔2022〕4号",
            "reason": "乡镇行政区划调整，临河乡并入城关镇",
        },
    )  # fmt: skip


def _entrust(day: date) -> None:
    """A service centre acts for the city-management bureau within the county town: its last entrustment in order, the present one not filed."""
    organs = {organ.short_name: organ for organ in Organ.objects.filter(ends_on__isnull=True)}
    if Delegation.objects.filter(kind="entrustment").exists():
        return
    body = services.add_organ(
        SYSTEM,
        {
            "name": "示范县市容环境卫生服务中心", "short_name": "示市容", "code": credit_code("12130999MB1000902"), "kind": "entrusted", "field": "city",
            "level": "county", "parent": str(organs["示城管"].pk), "region_name": "示范县", "region_code": "130999",
            "address": "示范县城关镇西环路 32 号", "phone": "0399-5550192", "legal_rep": "周立民", "starts_on": "2020-05-01",
        },
    )  # fmt: skip
    for number, since, until, done in ((7, day - timedelta(400), day - timedelta(36), True), (11, day - timedelta(35), day + timedelta(40), False)):
        whole = {
            "published_there_on": str(since - timedelta(3)), "filed_on": str(since + timedelta(9)), "filing_number": f"示司委备〔{since.year}〕{number}号",
            "approval": f"示政批〔{since.year}〕{number}号", "consulted": "征求城关镇意见的函及复函",
        }  # fmt: skip
        register_delegation(
            SYSTEM,
            {
                "kind": "entrustment", "organ": str(body.pk), "principal": str(organs["示城管"].pk), "items": "CG-CF-001\nCG-CF-002",
                "powers": "巡查、调查取证、当场处罚", "area": "城关镇", "basis": "《中华人民共和国行政处罚法》第二十条第一款",
                "document": f"示城管委〔{since.year}〕{number}号", "public_function": True, "since": str(since), "until": str(until),
                "published_on": str(since - timedelta(5)), **(whole if done else {}),
            },
        )  # fmt: skip
