"""Figures of the 事前公示 clauses that no other room answers."""

from datetime import date
from fractions import Fraction

from django.urls import reverse

from fadu.agencies.figure import Behind, Figure, Reading
from fadu.agencies.models import Organ
from fadu.catalog.figures.organs import MOST, enforcing, items_of, share
from fadu.catalog.limits import REMEDIES, course_of
from fadu.catalog.models import ActKind
from fadu.disclosure.before.lists import CHARTS, POWERS
from fadu.disclosure.before.lists.bodies import OFFICERS
from fadu.disclosure.before.models import Edition
from fadu.disclosure.before.requirements import DEMANDS
from fadu.disclosure.models import Publication, Shown, State


def _keeping(organ: Organ) -> str:
    return f"{reverse('before:keeping')}?organ={organ.pk}"


def _demand(name: str, organ: Organ, on: date, why: str = "") -> Reading:
    return share(enforcing(organ, on), lambda one: DEMANDS[name].stand(one, on).lacks, _keeping, why)


def _method(organ: Organ, on: date) -> Reading:
    """有公示办法或者沿用声明的机关率; its eight elements are asked by the form."""
    return _demand("method", organ, on, "八要素由登记时的必填项保证；经另一人复核后才计入")


def _tasks(organ: Organ, on: date) -> Reading:
    """采集、传递、审核、发布四职责到人率: of four for each organ."""
    organs = enforcing(organ, on)
    behind, met = [], 0
    for one in organs:
        stood = DEMANDS["tasks"].stand(one, on)
        met += int(stood.there.partition("/")[0])
        behind.append(Behind(one.name, f"{reverse('before:tasks_book')}?organ={one.pk}", stood.lacks))
    behind.sort(key=lambda row: not row.lacks)
    of = 4 * len(organs)
    if not of:
        return Reading(None, None, (0, 0), "没有执法机关")
    return Reading(Fraction(met, of), met == of, (met, of), "责任人离岗的不计", tuple(behind[:MOST]))


def _charts(organ: Organ, on: date) -> Reading:
    """每机关每类执法行为有流程图的比例."""
    behind, met, of = [], 0, 0
    for one in enforcing(organ, on):
        items = items_of(one, on)
        kinds = {ActKind(item.kind) for item in items}
        bare = {ActKind(item.kind) for item in items if course_of(item) is None}
        met, of = met + len(kinds - bare), of + len(kinds)
        behind.append(
            Behind(one.name, f"{reverse('before:charts')}?organ={one.pk}", f"{'、'.join(sorted(kind.label for kind in bare))}没有流程图" if bare else "")
        )
    behind.sort(key=lambda row: not row.lacks)
    if not of:
        return Reading(None, None, (0, 0), "没有执法事项")
    return Reading(Fraction(met, of), met == of, (met, of), "图由运行中的程序画出，所以版本一致", tuple(behind[:MOST]))


def _current(organ: Organ, on: date) -> Reading:
    """权责清单和流程图的公布版本与运行内容一致的机关率."""

    def lacks(one: Organ) -> str:
        wrong = []
        for listing in (POWERS, CHARTS):
            last = Edition.objects.filter(list=listing.id, organ_id=one.pk).order_by("-version").values_list("sha256", flat=True).first()
            if last != listing.content(one, on).sha256:
                wrong.append(f"{listing.title}{'的现行版本落后于登记' if last else '还没有编成版本'}")
        return "；".join(wrong)

    return share(
        enforcing(organ, on), lacks, lambda one: f"{reverse('before:editions', args=['powers'])}?organ={one.pk}", "公示页面总是现行内容；这里核对有存证的版本"
    )


EIGHT = ("人员", "职责", "权限", "依据", "程序", "结果", "救济", "抽查清单")
"""What each township must publish (兴隆县指导意见三(七))."""


def eight(organ: Organ, on: date) -> dict[str, bool]:
    """Which of the eight kinds of information the public finds of an organ."""
    items = items_of(organ, on)
    inspects = any(item.kind == ActKind.INSPECTION for item in items)
    decided = Publication.objects.filter(organ=organ, decided_on__lte=on).exclude(state=State.LEFT_OUT).exists()
    return {
        "人员": bool(OFFICERS.content(organ, on).rows),
        "职责": bool(organ.duties),
        "权限": bool(items),
        "依据": bool(items) and all(item.bases for item in items),
        "程序": bool(items) and all(course_of(item) for item in items),
        "结果": not decided or Shown.objects.filter(organ_id=organ.pk, state=State.SHOWN).exists(),
        "救济": bool(items) and all(item.remedies or REMEDIES for item in items),
        "抽查清单": not inspects or not DEMANDS["random"].stand(organ, on).lacks,
    }


def _eight(organ: Organ, on: date) -> Reading:
    """8 类信息有效的格数 ÷ 8 类×机关."""
    behind, met, of = [], 0, 0
    for one in enforcing(organ, on):
        cells = eight(one, on)
        met, of = met + sum(cells.values()), of + len(EIGHT)
        gone = [name for name in EIGHT if not cells[name]]
        behind.append(Behind(one.name, reverse("before:organ", args=[one.pk]), f"缺{'、'.join(gone)}" if gone else ""))
    behind.sort(key=lambda row: not row.lacks)
    if not of:
        return Reading(None, None, (0, 0), "没有执法机关")
    return Reading(Fraction(met, of), met == of, (met, of), "本平台的 8 类；县政府门户栏目是否可达另行探测", tuple(behind[:MOST]))


def _channels(organ: Organ, on: date) -> Reading:
    """公布电话、电子邮箱、通信地址三渠道并有受理机构的机关率."""
    return _demand("channels", organ, on, "三渠道和受理机构是登记的必填项；是否打得通由拨测登记，不在此计")


FIGURES: tuple[Figure, ...] = (
    Figure("before.method", "公示办法或者沿用声明率", "%", "全部执法机关（100%），八要素齐全", (("002", "二(一)1(1)"),), _method),
    Figure("before.tasks", "公示四职责到人率", "%", "100%", (("002", "二(一)"),), _tasks),
    Figure("before.charts", "执法流程图公布率", "%", "每机关每类行为 100%", (("002", "二(一)1(7)"),), _charts),
    Figure("before.current", "公布版本与运行内容一致率", "%", "100%", (("002", "二(一)1(2)"), ("002", "二(一)1(7)"), ("001", "三(七)")), _current),
    Figure("before.eight", "8 类执法信息公开率", "%", "8 类×全部执法机关 100%", (("001", "三(七)"),), _eight),
    Figure("before.channels", "投诉举报三渠道公布率", "%", "全部执法机关（100%）", (("001", "四(十六)"),), _channels),
)
"""In the order of the page of figures."""
