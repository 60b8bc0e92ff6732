"""What every page's frame shows."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from fadu.accounts import permissions
from fadu.accounts.actors import PUBLIC


class Place(NamedTuple):
    """A place of the platform in the main navigation, for whoever may do one of its actions; some for visitors alone, who have few.

    Places of a group lie under its name, unless it would hold but one of them.
    """

    label: str
    name: str
    actions: tuple[str, ...]
    visitors: bool = False
    group: str = ""


# In the order of the day's work.
PLACES = (
    Place("待办", "cases:worklist", ("case.step.officer", "case.step.reviewer", "case.step.head", "case.step.supervisor")),
    Place("案件", "cases:list", ("case.see",)),
    Place("音像", "recordings:list", ("evidence.see",), group="案卷"),
    Place("原件", "evidence:originals", ("evidence.see",), group="案卷"),
    Place("涉案财物", "exhibits:goods", ("goods.see",), group="案卷"),
    Place("档案", "archive:room", ("archive.see",), group="案卷"),
    Place("一户式", "household:search", ("household.see",), group="案卷"),
    Place("本户档案", "household:own", ("household.own",)),
    Place("公示工作", "disclosure:queue", ("publication.see",), group="公示"),
    Place("事前公开", "before:keeping", ("before.see",), group="公示"),
    Place("年度统计", "disclosure:annual", ("annual.see",), group="公示"),
    Place("三项制度报告", "threefold:home", ("threefold.see",), group="公示"),
    Place("双公示", "disclosure:credit_home", ("credit.deliver",), group="公示"),
    Place("原系统记录", "disclosure:credit_formers", ("credit.import",), group="公示"),
    Place("窗口岗位", "during:seats", ("equipment.see",), group="公示"),
    Place("核查发现", "supervision:findings", ("finding.see",)),
    Place("机关人员", "agencies:organs", ("people.see",), group="队伍"),
    Place("培训", "training:home", ("training.see",), group="队伍"),
    Place("考试", "exams:exams", ("exam.sit",), group="队伍"),
    Place("装备", "equipment:things", ("equipment.see",), group="队伍"),
    Place("考核", "care:appraisals", ("care.see",), group="队伍"),
    Place("岗位编制", "staffing:posts", ("team.see",), group="队伍"),
    Place("法律力量", "counsel:experts", ("team.see",), group="队伍"),
    Place("指导试点", "guidance:guidances", ("team.see",), group="队伍"),
    Place("督导台账", "oversight:plans", ("team.see",), group="队伍"),
    Place("影像抽检", "supervision:samples", ("figure.see",), group="监督"),
    Place("指标", "supervision:figures", ("figure.see",), group="监督"),
    Place("执法公示", "disclosure:portal", ("record.see",), visitors=True),
    Place("核验文书", "verify:home", ("record.see",), visitors=True),
    Place("查验证件", "agencies:card_lookup", ("credential.verify",), visitors=True),
    Place("监控设备", "equipment:public_devices", ("device.see",), visitors=True),
    Place("执法事项", "catalog:items", ("item.see",), group="依据"),
    Place("法规库", "catalog:statutes", ("statute.see",), group="依据"),
    Place("裁量基准", "catalog:benchmarks", ("benchmark.see",), group="依据"),
    Place("赋权委托", "catalog:delegations", ("catalog.manage",), group="依据"),
    Place("导入导出", "sheets:index", ("organ.manage", "people.manage", "catalog.manage"), group="管理"),
    Place("导出记录", "sheets:exports", ("export.see",), group="管理"),
    Place("工作日历", "catalog:calendar", ("calendar.manage",), group="管理"),
    Place("公开日志", "cases:log", ("log.see",), group="管理"),
    Place("签章证书", "documents:certificates", ("organ.manage",), group="管理"),
    Place("当事人账号", "household:accounts", ("household.accounts",), group="管理"),
)


@cache
def release() -> str:
    """The version of the installed package."""
    try:
        return version("fadu")
    except PackageNotFoundError:
        return "0"


def address(*names: str) -> str:
    """The address of the first of these that exists, or ""."""
    for name in names:
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return ""


def navigation(actor: Any, path: str) -> list[dict[str, Any]]:
    """The places open to an actor, with which of them `path` lies in."""
    places: list[dict[str, Any]] = [
        {"label": place.label, "href": href, "current": False, "group": place.group if actor else ""}
        for place in PLACES
        if any(permissions.may(actor, action) for action in place.actions) and not (place.visitors and actor) and (href := address(place.name))
    ]
    within = [place for place in places if path == place["href"] or (place["href"] != "/" and path.startswith(place["href"]))]
    if within:
        max(within, key=lambda place: len(place["href"]))["current"] = True
    return places


def grouped(places: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The places with those of one group put together where the first of them stands."""
    groups = {name: [place for place in places if place["group"] == name] for name in {place["group"] for place in places}}
    laid: list[dict[str, Any]] = []
    for place in places:
        members = groups[place["group"]]
        if not place["group"] or len(members) == 1:
            laid.append(place)
        elif place is members[0]:
            laid.append({"label": place["group"], "places": members, "current": any(member["current"] for member in members)})
    return laid


def chrome(request: HttpRequest) -> dict[str, Any]:
    """Masthead, banner and footer."""
    actor = getattr(request, "actor", None) or None
    nav = navigation(actor or PUBLIC, request.path)
    return {
        "chrome": {
            "nav": grouped(nav),
            "actor": actor,
            "who": _who(actor),
            "home": nav[0]["href"] if nav else "",
            "sign_in": address("accounts:login"),
            "sign_out": address("accounts:logout"),
            "demo": settings.DEMO,
            "version": release(),
        }
    }


def _who(actor: Any) -> dict[str, str] | None:
    """Who is signed in, in words: name, role and organ."""
    if not actor:
        return None
    return {"name": str(actor.name), "role": str(actor.role), "organ": str(getattr(actor, "organ_name", "")), "href": address("accounts:posts")}
