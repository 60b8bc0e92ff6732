"""The law on paper: every rule and procedure has its page; the flowchart shows every stage and step, and nothing lies on anything else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from fadu.law.book import Link, Shelf, contents, draw, every_citation, keys, procedure_page, rule_page, shelf_page
from fadu.law.book.chart import NARROW, WIDE, Box, Chart, Rect, Word, fit, rounded, width_of
from fadu.law.book.graph import FEW, Graph, span
from fadu.law.coverage import kind_of
from fadu.law.procedure import Procedure, Role, Stage, Step
from fadu.law.registry import procedures, rule_of, rules
from fadu.law.rules import Clock, Gate, Within
from fadu.law.statutes import PENALTY, Citation


class Places:
    """Where things lie in these tests: what they are, in plain words."""

    def index(self) -> str:
        return "index"

    def rule(self, rule_id: str) -> str:
        return f"rule {rule_id}"

    def procedure(self, procedure_id: str, version: str) -> str:
        return f"procedure {procedure_id} {version}"

    def shelf(self, shelf: Shelf, key: str) -> str:
        return f"shelf {shelf.value} {key}"

    def article(self, citation: Citation) -> str:
        return f"article {citation.short}"


LINKS = Places()


# --- odd procedures, to draw what no real one has yet --------------------------------------------------------------------


def course(stages: list[str], steps: list[str], ends: set[str], **labels: str) -> Procedure:
    """A procedure in short: stages "a", "b?" (optional); steps "name: a b > c" or "name: a b" (stays); the first opens."""

    def step(text: str) -> Step:
        name, _, way = text.partition(":")
        leaves, _, enters = way.partition(">")
        by = Role.HEAD if name.endswith("!") else Role.OFFICER
        name = name.rstrip("!")
        return Step(name=name, label=labels.get(name, f"办理{name}"), leaves=tuple(leaves.split()), enters=enters.strip() or None, by=by)

    def stage(text: str) -> Stage:
        name = text.rstrip("?")
        return Stage(name=name, label=labels.get(name, f"阶段{name}"), optional=text.endswith("?"), note="视情况而定" if text.endswith("?") else "")

    return Procedure(
        id="odd",
        version="1",
        title="奇特程序",
        in_force=date(2025, 1, 1),
        stages=tuple(map(stage, stages)),
        steps=tuple(map(step, steps)),
        ends=frozenset(ends),
    )


LONG = "对依法应当报请上一级行政机关批准的重大复杂疑难事项组织专家论证并公开征求社会各方面意见"
ODD = {
    "one stage": course(["a"], ["open:", "act: a", "correct: a"], {"a"}),
    "a straight line": course(["a", "b", "c"], ["open:", "go: a > b", "on!: b > c"], {"c"}),
    "nothing aside, a leap and a way back": course(
        ["a", "b", "c", "d"], ["open:", "go: a > b", "leap: a > c", "jump: a b > d", "on: b > c", "last: c > d", "back: c b > a", "home: d > b"], {"d"}
    ),
    "no line down the middle": course(["a", "b?", "c"], ["open:", "aside: a > b", "return: b > c"], {"c"}),
    "all aside but the first": course(["a", "b?", "c?", "d?"], ["open:", "x: a > b", "y: b > c", "z: a c > d", "w: d > a"], {"d"}),
    "a chain aside": course(["a", "z", "b?", "c?", "d?"], ["open:", "go: a > z", "x: a > b", "y: b > c", "w: c > d", "v: d > z", "u: a b c d > z"], {"z"}),
    "ends in several": course(["a", "granted", "refused", "lapsed"], ["open:", "grant!: a > granted", "refuse!: a > refused", "lapse: a granted > lapsed"], {"granted", "refused", "lapsed"}),
    "a stage left and entered by the same step": course(["a", "b"], ["open:", "again: a b > b", "note: b"], {"b"}),
    "everything leads everywhere": course(
        [*"abcde", "f?", "g?", "h?"],
        ["open:", *(f"{x}{y}: {x} > {y}" for x in "abcdefgh" for y in "abcdefgh" if x != y), "most: a b c d e f g > h", "note: a b c d e f g h"],
        {"e"},
    ),
    "much to do in one place": course(["a", "b"], ["open:", *(f"act{place}: a" for place in range(60)), "go: a > b"], {"b"}),
    "long names": course(["a", "b?", "c"], ["open:", "x: a > b", "go: a > c", "back: b c > a", "w: b > c", "note: a", "all: a b c"], {"c"}, **dict.fromkeys(["open", "x", "go", "back", "w", "note", "all"], LONG), b="经批准延长期限的补充调查"),
}  # fmt: skip
EVERY = {f"{procedure.id}/{procedure.version}": procedure for procedure in procedures().values()} | ODD
CHARTS = [(f"{name} {chart.name}", procedure, chart) for name, procedure in EVERY.items() for chart in draw(procedure)]
each_chart = pytest.mark.parametrize(("procedure", "chart"), [row[1:] for row in CHARTS], ids=[row[0] for row in CHARTS])


# --- flowcharts --------------------------------------------------------------------------------------------------------


def named(chart: Chart) -> Iterator[str]:
    """The steps that are named in a drawing."""
    yield from (word.step for box in chart.boxes for word in box.words if word.step)
    yield from (chip.step.name for box in chart.boxes for chip in box.chips)
    yield from (word.step for word in chart.words)


@each_chart
def test_every_stage_and_every_step_is_drawn(procedure: Procedure, chart: Chart):
    shown = [box.place.name for box in chart.boxes if box.place and not box.place.elsewhere]
    assert sorted(shown) == sorted(stage.name for stage in procedure.stages)
    assert set(named(chart)) == {step.name for step in procedure.steps}
    titles = {word.text for box in chart.boxes for word in box.words if word.kind == "title"}
    assert {stage.label for stage in procedure.stages} <= titles


@each_chart
def test_every_way_from_a_stage_to_another_is_drawn(procedure: Procedure, chart: Chart):
    drawn = {(label, way) for wire in chart.wires for labels, _, way in [wire.says.partition("：")] for label in labels.split("；")}
    for step in procedure.steps[1:]:
        for stage in step.leaves:
            if step.enters and step.enters != stage and not step.switches:
                assert (step.label, f"{procedure.stage(stage).label} → {procedure.stage(step.enters).label}") in drawn
    moves = sum(len(set(step.leaves) - {None if step.switches else step.enters}) for step in procedure.steps[1:] if step.enters or step.switches)
    assert sum(len(wire.says.partition("：")[0].split("；")) for wire in chart.wires if wire.step) == moves


@each_chart
def test_no_box_lies_on_another_and_all_lie_within(procedure: Procedure, chart: Chart):
    for one, other in combinations(chart.boxes, 2):
        assert not one.rect.meets(other.rect), (title(one), title(other))
    for box in chart.boxes:
        assert box.rect.x >= 0 <= box.rect.y, title(box)
        assert box.rect.right <= chart.width, title(box)
        assert box.rect.bottom <= chart.height, title(box)
        assert box.rect.w >= 100 or box.kind == "start"
        for one, other in combinations([chip.rect for chip in box.chips], 2):
            assert not one.meets(other), title(box)
        for chip in box.chips:
            assert within(chip.rect, box.rect), (title(box), chip.step.name)
            assert within(area(chip.word, chart), chip.rect), chip.word.text


def title(box: Box) -> str:
    return next((word.text for word in box.words), box.kind)


def size(word: Word, chart: Chart) -> float:
    sizes = NARROW if chart.name == "narrow" else WIDE
    return sizes.title if word.kind == "title" else sizes.text - 1 if word.kind in ("note", "range") else sizes.text


def area(word: Word, chart: Chart) -> Rect:
    """The ground that words take: from their height above the base line to a little below it."""
    high = size(word, chart)
    wide = width_of(word.text, high)
    return Rect(word.x - wide if word.end else word.x, word.y - high * 0.88, wide, high)


def within(inner: Rect, outer: Rect) -> bool:
    return inner.x >= outer.x and inner.right <= outer.right and inner.y >= outer.y and inner.bottom <= outer.bottom


@each_chart
def test_no_words_lie_on_others(procedure: Procedure, chart: Chart):
    for box in chart.boxes:
        words = [area(word, chart) for word in box.words]
        for word, ground in zip(box.words, words, strict=True):
            assert within(ground, box.rect), (title(box), word.text)
            assert not any(ground.meets(chip.rect) for chip in box.chips), (title(box), word.text)
        assert not any(one.meets(other) for one, other in combinations(words, 2)), title(box)
    tags = [area(word, chart) for word in chart.words]
    assert not any(one.meets(other) for one, other in combinations(tags, 2))
    for word, ground in zip(chart.words, tags, strict=True):
        assert ground.right <= chart.width
        assert not any(ground.meets(box.rect) for box in chart.boxes), word.text


def segments(chart: Chart) -> Iterator[tuple[str, tuple[float, float], tuple[float, float]]]:
    """The pieces of the wires, each with the step and kind it stands for."""
    for wire in chart.wires:
        for start, end in zip(wire.points, wire.points[1:], strict=False):
            if start != end:
                yield f"{wire.step} {wire.kind}", start, end


@each_chart
def test_no_wire_runs_through_a_box_or_over_words(procedure: Procedure, chart: Chart):
    grounds = [box.rect for box in chart.boxes] + [area(word, chart) for word in chart.words]
    for step, (x1, y1), (x2, y2) in segments(chart):
        assert x1 == x2 or y1 == y2, "wires are level or plumb"
        line = Rect(min(x1, x2), min(y1, y2), max(abs(x2 - x1), 0.01), max(abs(y2 - y1), 0.01))
        for ground in grounds:
            inner = Rect(ground.x + 0.5, ground.y + 0.5, ground.w - 1, ground.h - 1)
            assert not line.meets(inner), (step, line, ground)
        assert min(x1, x2) >= 0
        assert max(x1, x2) <= chart.width


@each_chart
def test_wires_of_different_steps_never_run_together(procedure: Procedure, chart: Chart):
    for (step, start, end), (other, start2, end2) in combinations(segments(chart), 2):
        if step == other:
            continue
        for axis, along in ((0, 1), (1, 0)):
            if start[axis] == end[axis] == start2[axis] == end2[axis]:
                overlap = min(max(start[along], end[along]), max(start2[along], end2[along])) - max(
                    min(start[along], end[along]), min(start2[along], end2[along])
                )
                assert overlap <= 0, (step, other, start, end, start2, end2)


@each_chart
def test_every_wire_begins_and_ends_at_a_box_or_at_its_own_kind(procedure: Procedure, chart: Chart):
    def at_edge(point: tuple[float, float]) -> bool:
        x, y = point
        beside = any(x in (box.rect.x, box.rect.right) and box.rect.y <= y <= box.rect.bottom for box in chart.boxes)
        return beside or any(y in (box.rect.y, box.rect.bottom) and box.rect.x <= x <= box.rect.right for box in chart.boxes)

    for wire in chart.wires:
        assert at_edge(wire.points[0]), wire.says
        if wire.joins:
            x, y = wire.end
            trunks = [other for other in chart.wires if other.step == wire.step and not other.joins]
            assert any(
                start[0] == end[0] == x and min(start[1], end[1]) <= y <= max(start[1], end[1])
                for trunk in trunks
                for start, end in zip(trunk.points, trunk.points[1:], strict=False)
            ), wire.says
        else:
            assert at_edge(wire.end), wire.says


@each_chart
def test_a_phone_gets_a_narrow_drawing(procedure: Procedure, chart: Chart):
    assert chart.width <= {"wide": 1160, "narrow": 360}[chart.name]


def test_what_is_optional_stands_aside():
    wide, narrow = draw(procedures()["penalty.general", "2021"])
    boxes = {box.place.name: box.rect for box in wide.boxes if box.place}
    assert boxes["hearing"].x > boxes["notified"].right
    assert boxes["notified"].y < boxes["hearing"].bottom
    order = [box.place.name for box in narrow.boxes if box.place]
    drawn = sorted(order, key=lambda name: next(box.rect.y for box in narrow.boxes if box.place and box.place.name == name))
    assert drawn[:3] == ["source", "not_filed", "transferred"]
    assert [name for name in drawn if not procedures()["penalty.general", "2021"].stage(name).optional] == [
        "source", "investigating", "concluded", "notified", "decided", "served", "performed", "closed", "archived",
    ]  # fmt: skip


def test_a_way_back_is_drawn_so():
    graph = Graph.of(procedures()["penalty.general", "2021"])
    assert {move.step.name for move in graph.moves if move.back} == {"send_back", "take_back"}
    assert "correct" in {step.name for step in graph.anywhere}
    assert all(len(step.leaves) > FEW for step in graph.anywhere)


def test_from_aside_it_goes_back_to_where_it_stands_and_on_to_what_lies_below():
    graph = Graph.of(
        course(["a", "b", "c", "d?", "e?"], ["open:", "go: a > b", "on: b > c", "ask: b > d", "answer: d > b", "stop: b > e", "close: e > c"], {"c"})
    )
    assert {move.step.name: move.back for move in graph.moves if move.step.name in {"answer", "close"}} == {"answer": True, "close": False}


def test_another_procedure_stands_aside_by_its_name():
    graph = Graph.of(procedures()["penalty.simple", "2021"])
    assert [place.label for place in graph.places if place.elsewhere] == ["转入行政处罚普通程序"]


def test_a_drawing_is_the_same_each_time():
    for procedure in EVERY.values():
        assert draw(procedure) == draw(procedure)


@pytest.mark.parametrize(
    ("stages", "words"),
    [
        (("source",), "案源"),
        (("source", "investigating"), "案源、调查取证"),
        (("concluded", "source", "investigating"), "案源至审查"),
        (("source", "investigating", "concluded", "decided", "archived"), "案源至审查、决定、归档"),
        ((), ""),
    ],
)
def test_stages_in_a_few_words(stages: tuple[str, ...], words: str):
    assert span(procedures()["penalty.general", "2021"], stages) == words


def test_lines_are_broken_by_their_width():
    assert fit("一二三四五六七", 10, 30) == ["一二三", "四五六", "七"]
    assert fit("", 10, 30) == [""]
    assert width_of("中a", 10) == 16


def test_a_path_rounds_its_corners_where_there_is_room():
    assert rounded(((0, 0), (20, 0), (20, 20))) == "M0 0L15 0Q20 0 20 5L20 20"
    assert rounded(((0, 0), (20, 0), (20, 4), (40, 4))) == "M0 0L18 0Q20 0 20 2L20 2Q20 4 22 4L40 4"
    assert rounded(((0, 0), (0, 9))) == "M0 0L0 9"


# --- pages -------------------------------------------------------------------------------------------------------------


def test_every_rule_has_a_page_that_says_all_of_it():
    for rule in rules():
        page = rule_page(rule, LINKS, lambda citation: f"〔{citation.short}〕")
        assert [basis.id for basis in page.bases] == list(rule.ids)
        assert [basis.cite.words for basis in page.bases] == [str(basis) for basis in rule.bases]
        assert all(basis.text for basis in page.bases)
        assert page.kind.words == kind_of(rule)
        assert page.effect.startswith(rule.grade.value)
        assert page.when or rule.when.meta.root_names() == []
        if isinstance(rule, Clock | Within):
            assert page.dates
        if type(rule) is Gate:
            assert page.demands


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        ("CF-060", [("起算", "立案日期，当日不计"), ("期限", "90 日，末日遇休息日顺延至其后第一个工作日"), ("完成", "决定日期"), ("不计算的期间", "不计入办案期限的日数"),
                    ("依法延长", "批准延长的办案日数"), ("停止计算", "“办案期限停止计算”属实的期间"), ("由谁完成", "机关负责人，办理“作出行政处罚决定”"), ("提前提醒", "10 天")]),
        ("CF-061-1", [("起算", "决定日期，当日不计"), ("期限", "7 个工作日"), ("完成", "决定书送达日期"), ("由谁完成", "执法人员，办理“送达决定书”"), ("提前提醒", "3 天"),
                      ("逾期", "该步骤被拒绝，由负责人批准逾期说明后才能办理")]),
        ("SC-057-2", [("起算", "告知书送达日期，当日不计"), ("等待", "5 个工作日"), ("届满后才能", "决定日期")]),
        ("SC-033-2", [("起算", "先行登记保存时刻"), ("期限", "24 小时")]),
    ],
)  # fmt: skip
def test_how_dates_are_counted_is_said_of_any_case(rule: str, lines: list[tuple[str, str]]):
    told = rule_page(rule_of(rule), LINKS).dates
    assert list(told[: len(lines)]) == lines
    if len(lines) > 2:
        assert len(told) == len(lines)


def test_a_limitation_says_that_it_does_not_roll():
    told = dict(rule_page(rule_of("CF-036-1a"), LINKS).dates)
    assert told["时效"] == "2 年，末日遇休息日不顺延"
    assert told["起算"].endswith("当日不计；没有登记的不受限制")


def test_the_steps_that_a_rule_guards_are_named_with_their_procedures():
    page = rule_page(rule_of("CF-040"), LINKS)
    assert {(guarded.procedure.href, guarded.step) for guarded in page.guards} == {
        ("procedure penalty.general 2021", "作出行政处罚决定"),
        ("procedure penalty.general 2021", "调查终结"),
        ("procedure penalty.simple 2021", "当场作出处罚决定"),
    }


def test_dates_of_force_are_those_of_the_rule_or_its_statute():
    rule = rule_of("CF-040")
    assert rule_page(rule, LINKS).force == "2021-07-15 起"
    assert rule_page(replace(rule, since=date(2024, 1, 1), until=date(2025, 6, 30)), LINKS).force == "2024-01-01 至 2025-06-30"


@pytest.mark.parametrize("procedure", procedures().values(), ids=lambda procedure: procedure.id)
def test_the_page_of_a_procedure_has_all_of_it(procedure: Procedure):
    page = procedure_page(procedure, LINKS, lambda _id: "数")
    assert [row.step for row in page.steps] == list(procedure.steps)
    assert {row.paper.id for row in page.papers} == {name for step in procedure.steps for name in step.papers}
    assert all(row.steps for row in page.papers)
    for row in page.steps:
        asked = [field.label for field in row.step.asks]
        told = [*row.asks, *row.optional, *row.rare]
        assert len(told) == len(asked)
        assert all(any(words.startswith(label) for words in told) for label in asked)
        assert [cite.title for cite in row.basis] == [str(basis) for basis in row.step.basis]
    assert [(number.label != "", number.value) for number in page.numbers] == [(True, "数")] * len(procedure.parameters)
    assert {row.rule.next_step for row in page.clocks} >= {
        rule.next_step for rule in rules() if isinstance(rule, Clock) and rule.next_step in procedure and not procedure.id.startswith("odd")
    } - {""}


def test_a_step_row_says_who_where_and_what():
    rows = {row.step.name: row for row in procedure_page(procedures()["penalty.general", "2021"], LINKS).steps}
    assert (rows["register"].leaves, rows["register"].enters) == ("开始", "案源")
    assert (rows["file"].who, rows["file"].leaves, rows["file"].enters) == ("机关负责人", "案源", "调查取证")
    assert rows["inspect"].enters == ""
    assert "CF-061-1" in [link.words for link in rows["serve"].guards]  # refused when late
    assert rows["serve"].papers == ("送达回证",)
    assert procedure_page(procedures()["penalty.simple", "2021"], LINKS).steps[3].enters == "转入行政处罚普通程序"


# --- contents ----------------------------------------------------------------------------------------------------------


def test_every_rule_stands_on_the_shelf_of_each_of_its_statutes_its_kind_and_its_grain():
    on: dict[Shelf, dict[str, set[str]]] = {shelf: {} for shelf in Shelf}
    for shelf in Shelf:
        for key in keys(shelf):
            for group in shelf_page(shelf, key, LINKS).groups:
                for entry in group.entries:
                    on[shelf].setdefault(entry.rule.id, set()).add(key)
                    assert entry.link == Link(entry.rule.says, f"rule {entry.rule.id}")
    for rule in rules():
        assert on[Shelf.STATUTE][rule.id] == {basis.statute.title + (f"@{basis.statute.edition}" if basis.statute.edition else "") for basis in rule.bases}
        assert on[Shelf.KIND][rule.id] == {kind_of(rule)}
        assert len(on[Shelf.GRAIN][rule.id]) == 1


def test_an_article_shows_its_rules_and_what_else_rests_on_it():
    page = shelf_page(Shelf.STATUTE, "行政处罚法", LINKS, lambda citation: f"〔{citation.place}〕")
    groups = {group.heading: group for group in page.groups}
    assert [group.anchor for group in page.groups] == sorted((group.anchor for group in page.groups), key=lambda anchor: int(anchor[1:]))
    sixty = groups["第六十条"]
    assert (sixty.anchor, sixty.text) == ("a60", "〔第六十条〕")
    assert "CF-060" in {entry.rule.id for entry in sixty.entries}
    assert any(use.href.endswith("#s-decide") for use in groups["第五十七条"].uses)


def test_a_shelf_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        shelf_page(Shelf.KIND, "没有的种类", LINKS)


def test_the_contents_count_what_there_is():
    found = contents(LINKS)
    assert found.rules == len(rules())
    assert sum(count for _, count in found.kinds) == sum(count for _, count in found.grains) == len(rules())
    assert {link.words for _, listed in found.procedures for link, _ in listed} == {procedure.title for procedure in procedures().values()}
    assert sorted(link.href for _, listed in found.statutes for link, _ in listed) == sorted(f"shelf statutes {key}" for key in keys(Shelf.STATUTE))


def test_every_place_that_is_cited_is_known_with_its_article():
    cited = every_citation()
    assert {basis for rule in rules() for basis in rule.bases} <= cited
    assert PENALTY[60] in every_citation("行政处罚法") <= cited
    assert all(citation.statute[citation.article] in cited for citation in cited)
