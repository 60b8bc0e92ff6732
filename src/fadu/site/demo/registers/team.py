"""Posts, legal counsel, guidance, conduct, what must be known, and the papers that clauses ask for, of the county."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from fadu.accounts.actors import SYSTEM
from fadu.agencies.care.books import TALKS
from fadu.agencies.counsel.books import BORROWINGS, COOPERATIONS, DISPUTES, EXPERTS, OPINIONS
from fadu.agencies.equipment import services as equipment
from fadu.agencies.equipment.books import VISITS, WINDOWS
from fadu.agencies.equipment.selectors.needs import enforcers
from fadu.agencies.exams.books import SYLLABUS
from fadu.agencies.guidance.books import GUIDANCES, HANDOUTS, PARTICIPATIONS, PILOTS, SOCIAL
from fadu.agencies.models import Credential, Officer, Organ
from fadu.agencies.registers.book import Book
from fadu.agencies.services import books
from fadu.agencies.staffing.books import ASSIGNMENTS, DISPATCHES, LOADS, POSTS, RECRUITMENTS, REINFORCEMENTS, STAFF_CHECKS, STYLES
from fadu.agencies.staffing.models import Post
from fadu.agencies.staffing.services import bring_in
from fadu.catalog.books import GUIDES
from fadu.catalog.models import Delegation, DelegationKind, PowerItem

ENTERS, CHECKS = replace(SYSTEM, user_id=0, name="何平"), replace(SYSTEM, user_id=-1, name="赵敏")
"""Who enters a paper and who checks it are two."""


@transaction.atomic
def fill(day: date) -> None:
    """Write these registers; nothing where there is a post."""
    organs = {organ.short_name: organ for organ in Organ.objects.filter(ends_on__isnull=True)}
    if Post.objects.exists() or "示县府" not in organs:
        return
    people = {short: sorted(found) for short, organ in organs.items() if (found := enforcers([organ], day).get(organ.pk))}
    for short, who in people.items():
        _posts(organs[short], who, day)
    _rolls(organs, people, day)
    _counsel(organs, day)
    _townships(organs, day)
    _guidance(organs, day)
    _papers(organs, people, day)
    _known(organs, day)


def put(book: Book, organ: Organ, **entry: Any) -> Any:
    """Enter a row, and have a second person check it where that is asked."""
    row = books.enter(ENTERS, book, organ.pk, entry)
    return books.check(CHECKS, book, row.pk) if book.witnessed else row


def _posts(organ: Organ, who: list[int], day: date) -> None:
    front = put(POSTS, organ, name="执法办案岗", frontline=True, items="全部", duties="日常检查、立案调查、送达执行")
    inside = put(POSTS, organ, name="综合内勤岗", frontline=False, items="", duties="案卷归档、信息公示、装备管理")
    for at, person in enumerate(who):
        officer = Officer.objects.get(pk=person)
        post = inside if len(who) > 3 and at == len(who) - 1 else front
        since = max(officer.starts_on, date(day.year - 2, 1, 1))
        put(ASSIGNMENTS, organ, officer=str(person), post=str(post.pk), since=str(since))
        if at != 1:
            held_on = max(day - timedelta(days=20 + at), officer.starts_on)  # some came to their post a few weeks ago
            put(TALKS, organ, officer=str(person), kind="talk" if at % 3 else "check", held_on=str(held_on), held_by="机关负责人")
    for card in Credential.objects.filter(officer__in=who, source="existing"):
        put(STYLES, organ, credential=str(card.pk), style="national", seen_on=str(day - timedelta(days=120)))


def _rolls(organs: dict[str, Organ], people: dict[str, list[int]], day: date) -> None:
    """The roll of the office of posts: one person of the bureau of agriculture does not stand on it."""
    for short, who in people.items():
        for person in Officer.objects.filter(pk__in=who if short != "示农" else who[1:]).exclude(id_index=None):
            line = {"office": "posts", "roll": "enforcing", "as_of": str(day - timedelta(days=10)), "id_number": person.id_number}
            bring_in(SYSTEM, organs[short].pk, line)


def _counsel(organs: dict[str, Organ], day: date) -> None:
    adviser = {"kind": "adviser", "works_at": "示范清河律师事务所", "since": f"{day.year}-01-01", "until": f"{day.year}-12-31"}
    for at, (short, name) in enumerate((("示市监", "孟律师"), ("示城管", "白律师"), ("示交", "康律师"), ("示环", "石律师")), 1):
        expert = put(EXPERTS, organs[short], name=name, certificate=f"1130920{at:06d}", paper=f"{short}聘〔{day.year}〕1号", **adviser)
        if short in {"示市监", "示城管"}:
            for part, adopted in ((1, True), (2, short == "示市监")):
                entry = {"occasion": "review", "matter": f"{short}审〔{day.year}〕{part}号", "held_on": str(day - timedelta(days=30 * part)), "signed_in": True}
                why = {} if adopted else {"why": "与当事人主动改正的事实不符"}
                put(OPINIONS, organs[short], expert=str(expert.pk), written=True, adopted=adopted, **entry, **why)
    title = "示范县重大行政执法决定法制审核协作办法"
    partners = [str(organs[short].pk) for short in ("示市监", "示城管", "示环", "示交")]
    scheme = put(COOPERATIONS, organs["示司"], title=title, number="示司〔2025〕11号", issued_on="2025-03-20", partners=partners, url="/files/2025-11")
    asked = {"what": "review", "lender": str(organs["示司"].pk), "cooperation": str(scheme.pk)}
    for at, back in enumerate((70, 40), 1):
        answer = {"answered_on": str(day - timedelta(days=back - 2)), "agreed": True, "opinion_on": str(day - timedelta(days=back - 6)), "opinion_by": "韩雪"}
        matter = {"matter": f"示农立〔{day.year}〕{at}号", "asked_on": str(day - timedelta(days=back))}
        put(BORROWINGS, organs["示农"], **asked, **matter, **answer)
    put(BORROWINGS, organs["示环"], **asked, matter=f"示环立〔{day.year}〕3号", asked_on=str(day - timedelta(days=2)))
    settled = {"settled_on": str(day - timedelta(days=44)), "outcome": "按审核意见补充证据后再行审核"}
    put(DISPUTES, organs["示城管"], matter=f"示城管立〔{day.year}〕2号", raised_on=str(day - timedelta(days=50)), says="对是否属于初次违法有分歧", **settled)


def _townships(organs: dict[str, Organ], day: date) -> None:
    towns = [organ for organ in organs.values() if organ.level == "township" and organ.kind != "dispatched"]
    for at, town in enumerate(towns):
        put(LOADS, town, year=day.year, residents=18_000 + 900 * at, objects_watched=260 + 15 * at)
    town = organs["城关政"]
    for channel, many in (("sent", 3), ("found", 2), ("hired", 1)):
        put(REINFORCEMENTS, town, channel=channel, people=many, on=str(date(day.year, 3, 1)), paper=f"城政编〔{day.year}〕{many}号")
    for task, short, back in (("早市占道巡查", "示城管", 12), ("散煤点位检查", "示环", 8), ("校园周边食品检查", "示市监", 5)):
        entry = {"department": str(organs[short].pk), "ordered_by": "township", "ordered_on": str(day - timedelta(days=back))}
        put(DISPATCHES, town, task=task, answered_on=str(day - timedelta(days=back - 1)), **entry)
    for by, vacant in (("posts", 1), ("human", 0)):
        filled = {"filled_on": str(date(day.year, 6, 10))} if vacant else {}
        put(STAFF_CHECKS, town, by=by, held_on=str(date(day.year, 5, 8)), vacant=vacant, paper=f"督〔{day.year}〕{vacant + 1}号", **filled)
    paper = {"number": f"示人社招〔{day.year}〕2号", "issued_on": f"{day.year}-02-10", "url": "/files/recruit"}
    put(RECRUITMENTS, organs["示城管"], year=day.year, announced=4, filled=4, law_degree=3, **paper)
    for at in range(1, 4):
        passed = {"passed_to": "综合行政执法队", "passed_on": str(day - timedelta(days=9 * at - 1))} if at < 3 else {}
        put(VISITS, town, number=f"城接〔{day.year}〕{at}号", came_on=str(day - timedelta(days=9 * at)), matter="反映夜间施工噪声", **passed)
    put(WINDOWS, organs["示市监"], name="许可窗口", elements=9, pictured_on=str(day - timedelta(days=60)), checks=24, there=24)


def _guidance(organs: dict[str, Organ], day: date) -> None:
    justice, blank = organs["示司"], {"wrong": 0, "mended": 0}
    for short in ("示市监", "示城管", "示交", "示环"):
        told = {"target": str(organs[short].pk), "subject": "review_catalogue", "held_on": str(date(day.year, 1, 16)), "paper": f"示司指〔{day.year}〕1号"}
        put(GUIDANCES, justice, content="指导审核目录按类别、领域、金额编制", **told, **blank)
    looked = {"subject": "sampling", "held_on": str(day - timedelta(days=35)), "paper": f"示司抽〔{day.year}〕1号", "looked_at": 6, "wrong": 2, "mended": 1}
    put(GUIDANCES, justice, target=str(organs["示城管"].pk), content="抽查裁量权行使和说理", mended_on=str(day - timedelta(days=12)), **looked)
    town = organs["城关政"]
    for short in ("示市监", "示城管"):
        for subject, content in (("business", "赴乡镇指导办案"), ("results", "通报本季度执法结果")):
            told = {"target": str(town.pk), "subject": subject, "held_on": str(day - timedelta(days=25)), "paper": f"{short}函〔{day.year}〕4号"}
            put(GUIDANCES, organs[short], content=content, **told, **blank)
    pilot = {"number": f"示司〔{day.year - 1}〕20号", "issued_on": f"{day.year - 1}-09-01", "url": "/files/pilot", "state": "passed"}
    put(PILOTS, town, title="城关镇执法规范化试点", accepted_on=str(date(day.year, 4, 2)), accepted_by=f"示司验〔{day.year}〕1号", **pilot)
    for name, works_at in (("钱国华", "县人大代表"), ("沈丽", "个体工商户")):
        engaged = {"paper": f"示司聘〔{day.year}〕2号", "since": f"{day.year}-01-01", "until": f"{day.year}-12-31"}
        watcher = put(SOCIAL, justice, name=name, works_at=works_at, **engaged)
        answer = {"answered_on": str(day - timedelta(days=30)), "adopted": True}
        seen = {"held_on": str(day - timedelta(days=48)), "activity": "行政处罚案卷评查", "opinion": "建议决定书写明裁量的理由"}
        put(PARTICIPATIONS, justice, supervisor=str(watcher.pk), **seen, **answer)
    for table in sorted(_tables_granted(town, day)):
        handed = {"department": str(organs["示城管"].pk), "table": table, "paper": "示城管发〔2024〕8号", "sent_on": "2024-07-05"}
        put(HANDOUTS, town, received_on="2024-07-08", **handed)


def _tables_granted(town: Organ, day: date) -> set[str]:
    running = Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))
    codes = {code for grant in Delegation.objects.filter(running, kind=DelegationKind.GRANT, organ=town) for code in grant.items}
    return set(PowerItem.objects.filter(running, code__in=codes).exclude(discretion_table="").values_list("discretion_table", flat=True))


def _papers(organs: dict[str, Organ], people: dict[str, list[int]], day: date) -> None:
    for organ, rule, title, on, elements in _kept(organs, people, day):
        entry = {
            "rule": rule,
            "title": title,
            "number": f"{organ.short_name}〔{on[:4]}〕{rule[:3]}1号",
            "issued_on": on,
            "url": "/files/paper",
            "elements": elements,
        }
        row = equipment.enter_regulation(ENTERS, organ.pk, entry)
        equipment.check_regulation(CHECKS, row.pk)


def _kept(organs: dict[str, Organ], people: dict[str, list[int]], day: date) -> Iterator[tuple[Organ, str, str, str, int]]:
    county, justice = organs["示县府"], organs["示司"]
    for rule, title, elements in (
        ("grants", "乡镇街道赋权事项评估和动态调整办法", 0),
        ("grantable", "可赋权乡镇街道事项清单（分区域、分类别）", 2),
        ("daily", "行政执法人员日常管理监督办法", 0),
        ("review_standard", "重大执法决定法制审核工作标准", 0),
        ("publicity_norm", "行政执法公示落实规范", 0),
        ("record_norm", "执法全过程记录落实规范", 0),
    ):
        yield county, rule, title, "2024-05-10", elements
    yield justice, "joint_training", "示范县行政执法人员统筹培训办法", "2024-06-20", 0
    for short in people:
        for month in (1, 4, 7):
            yield organs[short], "study", f"{organs[short].name}理论学习记录（{month} 月）", f"{day.year}-{month:02d}-20", 0
        for rule, title in (("party", "党组织活动台账"), ("morals", "思想道德教育记录"), ("pay", "工资待遇落实证明")):
            yield organs[short], rule, f"{organs[short].name}{title}", f"{day.year}-03-30" if rule == "party" else f"{day.year - 1}-12-10", 0
        yield organs[short], "risks", f"{organs[short].name}廉政风险点清单", str(day - timedelta(days=150)), 0


def _known(organs: dict[str, Organ], day: date) -> None:
    county = organs["示县府"]
    for article in ("三十二", "三十三", "四十二", "四十四", "五十一", "五十七", "五十八"):
        put(SYLLABUS, county, title=f"{day.year} 年执法人员应知应会清单", provision=f"行政处罚法第{article}条", issued_on=f"{day.year}-01-10")
    running = Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))
    for item in PowerItem.objects.filter(running, kind="licence", field="market")[:2]:
        entry = {
            "item": item.code, "name": item.name[:200], "accepts": "行政审批股", "decides": "示范县市场监督管理局", "conditions": "有与经营规模相适应的固定场所",
            "materials": "申请书、主体资格证明、场所平面图", "favours": "无", "limit": item.promised_limit or item.statutory_limit or "20 个工作日",
            "hours": "工作日 8:30—12:00，13:30—17:00", "address": organs["示市监"].address, "phone": organs["示市监"].phone,
        }  # fmt: skip
        put(GUIDES, organs["示市监"], published_on=f"{day.year}-01-15", **entry)
