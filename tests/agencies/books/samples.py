"""A sound row of every book, as an administrator enters it."""

from collections.abc import Callable
from typing import Any

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies.care.books import DISCIPLINES, LOWERINGS, TALKS
from fadu.agencies.counsel.books import BORROWINGS, COOPERATIONS, DISPUTES, EXPERTS, OPINIONS
from fadu.agencies.equipment.books import VISITS, WINDOWS
from fadu.agencies.exams.books import SYLLABUS
from fadu.agencies.guidance.books import GUIDANCES, HANDOUTS, PARTICIPATIONS, PILOTS, SOCIAL
from fadu.agencies.registers.book import Book
from fadu.agencies.services import books
from fadu.agencies.staffing.books import ASSIGNMENTS, DISPATCHES, LOADS, POSTS, RECRUITMENTS, REINFORCEMENTS, STAFF_CHECKS, STYLES
from tests.agencies.world import World

WITNESS = {"number": "示文〔2026〕1号", "issued_on": "2026-01-05", "url": "https://example.org/1"}
Sample = Callable[[World], dict[str, Any]]


def organ(world: World, short: str) -> str:
    return str(world.organs[short].pk)


def expert(world: World, short: str = "示市监", **more: Any) -> Any:
    entry = {"kind": "adviser", "name": "孙律师", "certificate": f"A{short}", "paper": "聘〔2026〕1号", "since": "2026-01-01", **more}
    return books.enter(SYSTEM, EXPERTS, world.organs[short].pk, entry)


def post(world: World, short: str = "示市监", **more: Any) -> Any:
    return books.enter(SYSTEM, POSTS, world.organs[short].pk, {"name": "执法一岗", "frontline": "1", "items": "全部", "duties": "日常检查和立案", **more})


def watcher(world: World, short: str = "示市监") -> Any:
    entry = {"name": "钱监督", "works_at": "县人大代表", "paper": "聘监1", "since": "2026-01-01", "until": "2026-12-31"}
    return books.enter(SYSTEM, SOCIAL, world.organs[short].pk, entry)


SAMPLES: dict[str, tuple[Book, Sample]] = {
    "experts": (EXPERTS, lambda _: {"kind": "adviser", "name": "孙律师", "certificate": "L1", "works_at": "某所", "paper": "聘1", "since": "2026-01-01"}),
    "cooperations": (COOPERATIONS, lambda world: {**WITNESS, "title": "审核协作办法", "partners": [organ(world, "示环"), organ(world, "示司")]}),
    "borrowings": (BORROWINGS, lambda world: {"what": "review", "lender": organ(world, "示司"), "matter": "示市监立〔2026〕1号", "asked_on": "2026-02-01"}),
    "opinions": (
        OPINIONS,
        lambda world: {
            "expert": str(expert(world).pk), "occasion": "review", "matter": "示市监立〔2026〕1号", "held_on": "2026-02-03",
            "signed_in": "1", "written": "1", "adopted": "1", "signed_by": str(world.people[Role.REVIEWER].pk),
        },
    ),
    "disputes": (DISPUTES, lambda _: {"matter": "示市监立〔2026〕1号", "raised_on": "2026-02-01", "says": "对是否从轻有分歧"}),
    "posts": (POSTS, lambda _: {"name": "执法一岗", "frontline": "1", "items": "全部", "duties": "检查"}),
    "assignments": (
        ASSIGNMENTS, lambda world: {"officer": str(world.people[Role.OFFICER].pk), "post": str(post(world).pk), "since": "2026-01-01"},
    ),
    "recruitments": (RECRUITMENTS, lambda _: {**WITNESS, "year": "2026", "announced": "5", "filled": "4", "law_degree": "2"}),
    "reinforcements": (REINFORCEMENTS, lambda _: {"channel": "sent", "people": "3", "on": "2026-02-01", "paper": "下沉1"}),
    "dispatches": (
        DISPATCHES, lambda world: {"department": organ(world, "示环"), "ordered_by": "township", "task": "河道巡查", "ordered_on": "2026-02-01"},
    ),
    "loads": (LOADS, lambda _: {"year": "2026", "residents": "20000", "objects_watched": "300"}),
    "checks": (STAFF_CHECKS, lambda _: {"by": "posts", "held_on": "2026-02-01", "vacant": "1", "paper": "督1"}),
    "styles": (
        STYLES,
        lambda world: {"credential": str(world.credential(world.people[Role.OFFICER]).pk), "style": "former", "seen_on": "2026-02-01"},
    ),
    "guidances": (
        GUIDANCES,
        lambda world: {
            "target": organ(world, "城政"), "subject": "sampling", "held_on": "2026-02-01", "paper": "抽1", "content": "抽查裁量",
            "looked_at": "12", "wrong": "2", "mended": "0",
        },
    ),
    "pilots": (PILOTS, lambda _: {**WITNESS, "title": "规范化试点", "state": "running"}),
    "handouts": (HANDOUTS, lambda world: {"department": organ(world, "示环"), "table": "T-1", "paper": "下1", "sent_on": "2026-02-01"}),
    "supervisors": (SOCIAL, lambda _: {"name": "钱监督", "works_at": "代表", "paper": "聘1", "since": "2026-01-01", "until": "2026-12-31"}),
    "participations": (
        PARTICIPATIONS, lambda world: {"supervisor": str(watcher(world).pk), "held_on": "2026-02-01", "activity": "案卷评查", "opinion": "文书说理不足"},
    ),
    "syllabus": (SYLLABUS, lambda _: {"title": "清单", "provision": "行政处罚法第四十二条", "issued_on": "2026-01-10"}),
    "visits": (VISITS, lambda _: {"number": "接1", "came_on": "2026-02-01", "matter": "反映噪声"}),
    "windows": (WINDOWS, lambda _: {"name": "一号窗口", "elements": "9", "pictured_on": "2026-02-01", "checks": "4", "there": "4"}),
    "talks": (TALKS, lambda world: {"officer": str(world.people[Role.OFFICER].pk), "kind": "talk", "held_on": "2026-02-01", "held_by": "李强"}),
    "disciplines": (
        DISCIPLINES, lambda world: {"officer": str(world.people[Role.OFFICER].pk), "source": "complaint", "found_on": "2026-02-01", "paper": "查1"},
    ),
    "lowerings": (LOWERINGS, lambda _: {**WITNESS, "year": "2026", "case": "示市监罚〔2026〕1号", "before": "good", "after": "passed"}),
}  # fmt: skip
"""By the name of the book; all for 示市监."""
