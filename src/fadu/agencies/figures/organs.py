"""Figures of organs: standing announced, what is published, reforms followed, establishment, entrustments in order."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Q, QuerySet
from django.urls import reverse

from fadu.agencies.delegated import Entrusted, of_organs
from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.kinds import Level
from fadu.agencies.models import Organ, Standing, SuccessionLine
from fadu.agencies.selectors import ENFORCING, missing
from fadu.agencies.selectors.standings import announced_now

CEASED = 30
"""Days after a reform within which a predecessor has ceased to enforce (聊城市实施方案三(一)3)."""
TEAM = range(10, 22)
"""Posts of a township's enforcement team (兴隆县指导意见二(六)): ten to twenty-one."""


def announced(organ: Organ, day: date) -> Reading:
    """现行主体公告率: organs that enforce in their own name, with a standing confirmed and announced."""
    shown = set(announced_now(day).values_list("organ_id", flat=True))
    stood = set(Standing.objects.filter(since__lte=day).filter(Q(until__isnull=True) | Q(until__gt=day)).values_list("organ_id", flat=True))
    return _share(_enforcing(organ, day), lambda one: "" if one.pk in shown else "已确认，未公告" if one.pk in stood else "主体资格未确认")


def ceased(organ: Organ, day: date) -> Reading:
    """撤并主体在变动后三十日内停止执法: ended, and its standing cancelled, by the thirtieth day; young reforms are not yet counted."""
    lines = SuccessionLine.objects.filter(ends=True, succession__on__lt=day - timedelta(CEASED)).select_related("predecessor", "succession")
    within = lines.filter(Q(predecessor__path__startswith=organ.path) | Q(successor__path__startswith=organ.path))
    last = {line.predecessor: line.succession.on + timedelta(CEASED) for line in within}
    standings = Standing.objects.filter(organ__in=last).values_list("organ_id", "until")
    late = {key for key, until in standings for one in last if one.pk == key and (until is None or until > last[one])}

    def lacks(one: Organ) -> str:
        if one.ends_on is None or one.ends_on > last[one]:
            return f"应于 {last[one].isoformat()} 前停止执法"
        return "主体资格没有按期注销" if one.pk in late else ""

    return _share(last, lacks)


def named(organ: Organ, day: date) -> Reading:
    """机构名称与批复文件名称一致率: of the standings in force, those whose confirmed name the organ bears."""
    standings = Standing.objects.filter(since__lte=day).filter(Q(until__isnull=True) | Q(until__gt=day), organ__in=_enforcing(organ, day))
    names = dict(standings.values_list("organ_id", "name"))
    organs = [one for one in _enforcing(organ, day) if one.pk in names]
    return _share(organs, lambda one: "" if names[one.pk] == one.name else f"批复名称是“{names[one.pk]}”")


def published(organ: Organ, day: date) -> Reading:
    """七要素齐的机关率; every organ's public page stands open, so what is entered is published."""
    return _share(_enforcing(organ, day), lambda one: f"缺：{'、'.join(lacking)}" if (lacking := missing(one)) else "")


def team_posts(organ: Organ, day: date) -> Reading:
    """每乡镇编制数: ten to twenty-one, with the paper that approves them."""

    def lacks(one: Organ) -> str:
        if one.posts_civil is None and one.posts_public is None:
            return "没有登记编制"
        posts = (one.posts_civil or 0) + (one.posts_public or 0)
        if not one.posts_paper:
            return f"编制 {posts} 名，没有批复文号"
        return "" if posts in TEAM else f"编制 {posts} 名，应为 10 至 21 名"

    return _share(_enforcing(organ, day).filter(level=Level.TOWNSHIP), lacks)


def shown(organ: Organ, day: date) -> Reading:
    """有委托的机关公示受托组织与协议率: principals all of whose entrustments in force are published."""
    rows = _entrustments(organ, day)
    principals = {row.principal_id: row.principal for row in rows if row.principal_id}
    hidden = {row.principal_id: row.document for row in rows if row.published_on is None or row.published_on > day}
    behind = [Behind(name, reverse("agencies:organ", args=[key]), f"{hidden[key]}未公布" if key in hidden else "") for key, name in principals.items()]
    return _told(behind)


def whole(organ: Organ, day: date) -> Reading:
    """8 要素齐的委托÷全部委托."""
    return _rows(organ, day, lambda row: f"缺：{'、'.join(row.lacks)}" if row.lacks else "")


def filed(organ: Organ, day: date) -> Reading:
    """公布并按期备案的委托÷全部委托; not overdue is in order."""
    return _rows(organ, day, lambda row: row.overdue)


def coercive(organ: Organ, day: date) -> Reading:
    """含行政强制措施的委托数: none may be (行政强制法第十七条第一款)."""
    rows = _entrustments(organ, day)
    wrong = [Behind(row.document, row.href, f"含行政强制事项：{'、'.join(row.coercive)}") for row in rows if row.coercive]
    return Reading(Fraction(len(wrong)), not wrong, why=f"有效委托 {len(rows)} 件", behind=tuple(wrong)) if rows else Reading(None, None, why="没有有效的委托")


def reviewed(organ: Organ, day: date) -> Reading:
    """复核率: entrustments reviewed, and what was found to be cleared or mended, done."""
    rows = _all_entrustments(organ, day)

    def lacks(row: Entrusted) -> str:
        if not row.reviewed:
            return "没有复核"
        return f"{row.reviewed}，还没有办理" if row.mended is False else ""

    return _told([Behind(row.document, row.href, lacks(row)) for row in rows])


def _enforcing(organ: Organ, day: date) -> QuerySet[Organ]:
    standing = Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))
    return Organ.objects.filter(ENFORCING, standing, path__startswith=organ.path).order_by("path")


def _all_entrustments(organ: Organ, day: date) -> list[Entrusted]:
    """Made by the organ or one below, begun by that day."""
    ids = set(Organ.objects.filter(path__startswith=organ.path).values_list("pk", flat=True))
    return [row for row in of_organs(ids, day) if row.kind == "entrustment" and row.principal_id in ids and row.since <= day]


def _entrustments(organ: Organ, day: date) -> list[Entrusted]:
    return [row for row in _all_entrustments(organ, day) if row.running]


def _rows(organ: Organ, day: date, lacks: Callable[[Entrusted], str]) -> Reading:
    return _told([Behind(f"{row.organ}：{row.document}", row.href, lacks(row)) for row in _entrustments(organ, day)])


def _share(organs: Iterable[Organ], lacks: Callable[[Organ], str]) -> Reading:
    return _told([Behind(one.name, reverse("agencies:organ", args=[one.pk]), lacks(one)) for one in organs])


def _told(behind: Sequence[Behind]) -> Reading:
    """The share that lacks nothing; those that lack something first."""
    wrong, right = [row for row in behind if row.lacks], [row for row in behind if not row.lacks]
    return ratio(len(right), len(behind), behind=(*wrong, *right), why=f"{len(wrong)} 个未达到" if wrong else "")


FIGURES = (
    Figure("organs.announced", "现行执法主体公告率", "%", "100%", (("003", "三(一)3"),), announced),
    Figure("organs.ceased", "撤并主体停止执法率", "%", "变动后 30 日内 100%", (("003", "三(一)3"),), ceased),
    Figure("organs.named", "机构名称与批复名称一致率", "%", "100%", (("001", "附件第九条"),), named),
    Figure("organs.published", "执法主体公示七要素齐全率", "%", "100%", (("002", "二(一)1(4)"),), published),
    Figure("organs.team_posts", "乡镇综合执法编制合规率", "%", "编制 10 至 21 名并有批复文号，100%", (("001", "二(六)"),), team_posts),
    Figure("organs.entrustments_shown", "委托机关公示受托组织和委托书率", "%", "100%", (("002", "二(一)1(4)"),), shown),
    Figure("organs.entrustments_whole", "规范委托要素齐全率", "%", "8 要素齐全 100%", (("004", "清单三(二)2"),), whole),
    Figure("organs.entrustments_filed", "委托公布备案率", "%", "生效前公布，30 日内备案，100%", (("004", "清单三(二)2"),), filed),
    Figure(
        "organs.entrustments_coercive",
        "含行政强制措施的委托",
        "件",
        "0 件（行政强制法第十七条第一款）",
        (("004", "清单三(二)2"), ("002", "二(一)1(4)")),
        coercive,
    ),
    Figure("organs.entrustments_reviewed", "委托复核和清理率", "%", "复核、应清理已终止、应完善已补各 100%", (("004", "清单三(二)5"),), reviewed),
)
"""In the order of the page of figures."""
