"""The whole county: statutes, items, organs, people, cases, labels of what was planted, and what is printed."""

import json
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.demo import DEMO_PASSWORD
from fadu.cases.models import Case, Outbox
from fadu.cases.services import log
from fadu.catalog.models import PowerItem
from fadu.catalog.selectors import calendar
from fadu.catalog.selectors.locality import folder
from fadu.catalog.services import import_statutes, load_items
from fadu.disclosure.before.services import keep_all
from fadu.disclosure.opendata import services as editions
from fadu.documents import consumers
from fadu.documents.models import Document
from fadu.law.registry import procedure_of
from fadu.site.demo import acts, archive, goods, keeping, parties, publishing, recordings, registers, run, signing, sweep, yearly
from fadu.site.demo.county import County
from fadu.site.demo.days import Days
from fadu.site.demo.delegated import delegate
from fadu.site.demo.fines import Items
from fadu.site.demo.organs import PLACES
from fadu.site.demo.people import Staff, Who, set_up, staff, suspension
from fadu.site.demo.spec import Spec
from fadu.site.demo.story import Story
from fadu.supervision.models import Sweep
from fadu.supervision.services import swept

Say = Callable[..., None]
SUMMARY = "demo.json"


def build(*, today: date | None, scale: float, papers: bool, laws: Path, say: Say, live: bool = False) -> None:
    """Build the county or what is missing of it, and say what there is."""
    kept = run.kept_day()
    day = kept.date() if kept else today or timezone.localdate()
    if kept and today and today != day:
        say(f"示范县已于 {day} 生成，不再改变；要按 {today} 重新生成，请换一个 FADU_DATA 文件夹。")
    if kept and (before := _written(day)):
        return say(before)
    people = staff()
    _catalogue(laws, say)
    clock = monotonic()
    set_up(day, people)
    delegate()
    registers.fill(day)
    say(f"机关和人员就绪（{monotonic() - clock:.0f} 秒）。")
    told = _told(day, people, scale)
    clock = monotonic()
    shown = _Shown(say, live=live)
    new = run.run([story for _, story in told], Who.of(people), day, shown)
    shown.end()
    if new:
        say(f"案件就绪：新办理 {new} 步（{monotonic() - clock:.0f} 秒）。")
    others = acts.act(day)
    say(f"其他种类的执法行为：{len(others)} 件。")
    labels = write_labels(told, [*acts.faults(day, others), *recordings.fill(day, Days(calendar()))])
    goods.keep(day, [run.case_id(story) for spec, story in told if spec.note])
    while consumers.drain(500, ("household", "exhibits", "disclosure")):
        pass
    if papers:
        signing.certify()
        _papers(told, say)
        signing.fill([run.case_id(story) for spec, story in told if spec.note])
        say(f"归档案卷：{archive.fill(_shown(told), day)} 卷。")
        publishing.fill(_shown(told))
        kinds = [uuid.UUID(others[name]) for name in publishing.OTHERS if name in others]
        _worked(kinds)
        say(f"公示：{publishing.fill(kinds, 0)} 件。")
        _worked(_shown(told))
    say(f"事前公开：编成清单 {keep_all()} 版。")
    log.sequence_all()
    _swept(day, say)
    if edition := editions.refresh(only_due=True):
        say(f"开放数据：{edition.folder} 版，{len(edition.files)} 个文件。")
        log.sequence_all()
    say(f"年度统计和三项制度报告：{yearly.fill(day)} 份。")
    log.sequence_all()
    say(keeping.verified())
    if enterprise := parties.admit():
        say(f"当事人账号：{parties.USERNAME}（{enterprise}）。")
    text = "\n".join(summary(told, labels, people, day))
    (Path(settings.DATA) / SUMMARY).write_text(json.dumps({"today": str(day), "summary": text}, ensure_ascii=False), "utf-8")
    return say(text)


def _written(day: date) -> str:
    """What was said of the county when it was finished; "" where it was not."""
    file = Path(settings.DATA) / SUMMARY
    kept = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return str(kept["summary"]) if kept.get("today") == str(day) else ""


def _catalogue(laws: Path, say: Say) -> None:
    if laws.is_dir():
        done = import_statutes(SYSTEM, laws)
        if done.added or done.changed:
            say(f"法规库：{len(done.added) + len(done.changed)} 部，{done.articles} 条。")
    else:
        say(f"没有找到法规文本（{laws}），条文页面暂时为空；以后可以用 fadu statutes import 载入。")
    listed = load_items(SYSTEM, folder() / "demo" / "items.toml")
    if listed.added:
        say(f"权责清单：{len(listed.added)} 项。")


def _told(day: date, people: Staff, scale: float) -> list[tuple[Spec, Story]]:
    return list(County(day, people, Items(PowerItem.objects.all()), scale).stories())


def write_labels(told: list[tuple[Spec, Story]], others: Sequence[dict[str, Any]] = ()) -> list[dict[str, Any]]:
    """Write which faults were planted, for whoever wants to measure what finds them."""
    labels = [
        {"case": str(run.case_id(story)), "rule": fault.rule, "what": fault.what, "whose": fault.whose, "step": fault.step}
        for _, story in told
        for fault in story.faults
    ] + list(others)
    file = Path(settings.DATA) / sweep.FAULTS
    text = json.dumps({"format": "fadu-demo-faults/1", "faults": labels}, ensure_ascii=False, indent=1) + "\n"
    if not file.is_file() or file.read_text("utf-8") != text:
        file.write_text(text, "utf-8")
    return labels


def _shown(told: list[tuple[Spec, Story]]) -> list[uuid.UUID]:
    """The cases that are shown first, and a few that are done, so that the archive has something to form."""
    noted = [run.case_id(story) for spec, story in told if spec.note]
    done = [run.case_id(story) for spec, story in told if not spec.note and story.last() == "archive"]
    return [*noted, *done[-archive.MORE :]]


def _papers(told: list[tuple[Spec, Story]], say: Say) -> None:
    """The papers of the cases that are shown first; some four thousand steps more would take minutes, so the worker makes theirs."""
    shown = _shown(told)
    clock = monotonic()
    _worked(shown)
    say(f"文书就绪：{len(shown)} 件先看的案件（{monotonic() - clock:.0f} 秒）。")
    if waiting := Outbox.objects.filter(done_at__isnull=True).count():
        say(f"其余 {waiting} 步的文书由后台制作：fadu serve 启动后约需三四分钟，也可以运行 fadu work --once。")


def _worked(shown: Sequence[uuid.UUID]) -> None:
    """What the worker does after the steps of these cases, that their papers may be opened at once."""
    for row in Outbox.objects.filter(case__in=shown, topic__in=("step", "archive"), done_at__isnull=True).order_by("id"):
        with transaction.atomic():
            consumers.TOPICS[row.topic](row)
            Outbox.objects.filter(pk=row.pk).update(done_at=timezone.now())
    log.sequence_all()


def _swept(day: date, say: Say) -> None:
    """What supervisors find on their first morning: every rule over every case, once."""
    if not Sweep.objects.filter(ended_at__isnull=False).exists():
        done = swept(SYSTEM, day=day)
        say(f"核查：{done.rules} 条规则，{done.cases} 件案件，发现 {done.found} 处。")


class _Shown:
    """Progress: one line that moves on a terminal, a line a quarter elsewhere."""

    def __init__(self, say: Say, *, live: bool) -> None:
        self.say, self.live, self.quarter = say, live, 0

    def __call__(self, done: int, of: int) -> None:
        if self.live:
            self.say(f"\r办理案件步骤 {done}/{of}", end="")
        elif done * 4 // of > self.quarter:
            self.quarter = done * 4 // of
            self.say(f"办理案件步骤 {done}/{of}")

    def end(self) -> None:
        """Leave the line."""
        if self.live:
            self.say("")


def summary(told: list[tuple[Spec, Story]], labels: list[dict[str, Any]], people: Staff, day: date) -> Iterator[str]:
    """What there is and how to sign in, line by line."""
    cases = list(Case.objects.filter(pk__in=[run.case_id(story) for _, story in told]).values_list("organ__name", "procedure", "stage", "ended"))
    yield f"示范县（{day} 生成）：{len(cases)} 件案件，其中在办 {sum(not ended for *_, ended in cases)} 件。"
    organs = Counter(organ for organ, *_ in cases)
    yield "  " + "，".join(f"{organ.removeprefix('示范县')} {count}" for organ, count in organs.most_common())
    stages = Counter((procedure, stage) for _, procedure, stage, _ in cases)
    for procedure in ("penalty.general", "penalty.simple"):
        course = procedure_of(procedure)
        yield f"  {course.title}：" + "，".join(f"{stage.label} {stages[procedure, stage.name]}" for stage in course.stages if stages[procedure, stage.name])
    by = Counter(label["whose"] for label in labels)
    yield f"  植入的瑕疵 {by['organ'] + by['other']} 处，当事人逾期 {by['party']} 处，见 {Path(settings.DATA) / sweep.FAULTS}"
    yield ""
    yield f"网址 {settings.PUBLIC_URL}/ ，演示账号的密码都是 {DEMO_PASSWORD}"
    for role in (Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN):
        yield f"  {role.value}：" + "，".join(
            f"{person.username}（{person.name}，{person.organ}）" for person in [p for p in people.people if p.role is role][:3]
        )
    for place in PLACES:
        if place.enforces and place.short != "示市监":
            yield f"  {place.name}：" + "，".join(_first(people, place.short))
    away, back = suspension(day, Days(calendar()))
    yield f"  周杰（zhoujie）的执法证 {away:%Y-%m-%d} 9:00 至 {back:%Y-%m-%d} 9:00 暂扣：这段时间由他检查，会被拒绝。"
    yield ""
    yield "可以先看："
    for spec, story in told:
        if spec.note:
            yield f"  {spec.note}：/cases/{run.case_id(story)}/"
    shown = Document.objects.filter(case__in=[run.case_id(story) for spec, story in told if spec.note], superseded=False, organ__short_name=signing.ORGAN)
    for kind, page in (("penalty_decision", "核验文书 /open/verify/"), ("penalty_notice", "执法告知 /open/notices/，办理进度 /open/progress/")):
        if paper := shown.filter(paper=kind).order_by("id").first():
            yield f"  {page}：填写《{paper.title}》的编号 {paper.pk}"


def _first(people: Staff, organ: str) -> Iterator[str]:
    """One of each role in an organ."""
    for role in (Role.OFFICER, Role.REVIEWER, Role.HEAD):
        if there := people.of(organ, role):
            yield f"{there[0].username}（{there[0].name}，{role.value}）"
