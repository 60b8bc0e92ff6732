"""The lists: which cases there are, and how many of each kind."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from fadu.site.demo.days import Days
from fadu.site.demo.people import suspension
from fadu.site.demo.spec import SPAN, Spec, Stands, due_soon, last
from fadu.site.demo.story import Story

MAIN = ("liwei", "wangfang", "chenjing", "zhaoqiang")


def fixed(today: date, days: Days) -> list[Spec]:
    """What every role finds on its first screen."""
    food = "SC-CF-001"

    def main(note: str, options: set[str], stands: Stands, hold: str = "", crew: tuple[str, ...] = MAIN) -> Spec:
        return Spec("示市监", "general", frozenset(options), food, stands, hold, crew, note)

    def hearing_next_week(story: Story) -> bool:
        held = story.marks.get("hearing_set")
        return story.last() == "notify_hearing" and held is not None and days.after(today, 1) < held <= days.after(today, 6)

    away, back = (moment.date() for moment in suspension(today, days))

    def suspended(story: Story) -> bool:
        return away < story.marks.get("inspect", today) < back

    def undecided(story: Story) -> bool:
        filed = story.marks.get("file")
        return story.last() == "hear_defence" and filed is not None and 96 <= (today - filed).days <= 103

    return [
        main("食品案，处罚建议已经批准，接下来事先告知（liwei、wangfang）", {"preserve", "collect", "order"}, last("approve_proposal")),
        main("已定下周听证（liwei；主持人 sunli）", {"preserve", "collect", "order", "hearing"}, hearing_next_week),
        main("登记保存的物品两三日内到期（liwei）", {"preserve", "slow_disposal"}, due_soon("preserve", 7, today, days)),
        replace(
            main("办案期限已经逾期（liwei；zhaoqiang 未决定）", {"collect", "order", "defence", "slow"}, undecided, "hear_defence"),
            overdue=("CF-060", "立案后超过九十日尚未决定，没有延期"),
        ),
        main(
            "等 zhaoqiang 决定",
            {"collect", "order", "defence"},
            lambda story: story.last() == "hear_defence" and days.after(story.marks["notify"], 5) < today,
            "hear_defence",
        ),
        main("等 chenjing 审核", {"preserve", "collect", "order"}, last("conclude")),
        main("新线索，等 zhaoqiang 批准立案", set(), last("register")),
        main("决定已经作出，等送达（liwei）", {"collect", "order", "defence"}, last("decide")),
        main("已经送达，等当事人缴款（liwei）", {"collect", "order", "publish"}, last("serve", "publish")),
        main("已经缴清，等结案（zhaoqiang）", {"collect", "order"}, last("pay")),
        main("从线索到归档，经过听证", {"preserve", "collect", "order", "hearing", "publish"}, last("archive")),
        main("证件暂扣期间的检查被拒绝（zhoujie）", {"suspended_card", "collect"}, suspended),
    ]


def _specs(organ: str, count: int, options: str = "", **more: Any) -> Iterator[Spec]:
    """So many cases of a kind, with these turns."""
    spec = Spec(organ, options=frozenset(options.split()), **more)
    for _ in range(count):
        yield spec


def faults(today: date, days: Days) -> Iterator[Spec]:
    """The planted ones: what the door lets pass, or passes after an admission, and the rules find."""

    def clue_waits(story: Story) -> bool:
        return story.last() == "register" and 3 <= (today - days.after(story.marks["clue"], 15)).days <= 9

    def not_closed(story: Story) -> bool:
        return story.last() == "pay" and 3 <= (today - days.after(story.marks["pay"], 15)).days <= 12

    old = {"begins": (200, SPAN)}
    yield from _specs("示市监", 2, "late_filing collect order", **old)
    yield from _specs("示市监", 1, "", stands=clue_waits, hold="register", overdue=("SC-018-1a", "收到线索后超过十五个工作日尚未决定是否立案"))
    yield from _specs("示市监", 1, "late_decision collect order defence", **old)
    yield from _specs("示环", 1, "late_decision collect order", **old)
    yield from _specs("示市监", 1, "late_service collect order", **old)
    yield from _specs("示应急", 1, "late_service collect order", **old)
    yield from _specs("示市监", 2, "late_disposal preserve collect order", **old)
    yield from _specs("示市监", 1, "late_closing collect order", **old)
    yield from _specs("示市监", 1, "collect order", stands=not_closed, hold="pay", overdue=("SC-077", "罚没款缴清后超过十五个工作日尚未结案"))
    yield from _specs("示市监", 1, "late_review collect order", **old)
    yield from _specs("示市监", 1, "overturned late_withdrawal collect order publish", begins=(300, SPAN))
    yield from _specs("示市监", 1, "unpublished collect order", **old)
    yield from _specs("示市监", 1, "unfilmed collect order", **old)
    yield from _specs("示市监", 1, "no_correction", kind="simple", item="SC-CF-010", **old)
    yield from _specs("示市监", 1, "late_urgent preserve collect order", **old)
    yield from _specs("示市监", 1, "late_archive", kind="simple", **old)
    yield from _specs("示城管", 1, "cash late_remit", kind="simple", **old)


def _at(organ: str, count: int, step: str, options: str = "", **more: Any) -> Iterator[Spec]:
    """So many whose last step was this."""
    return _specs(organ, count, options, stands=last(step), **more)


def current(today: date) -> Iterator[Spec]:
    """What is in progress: each stands where its last step left it."""
    yield from _undecided()
    yield from _decided(today)
    for organ in ("示环", "示城管", "示应急", "示农", "示卫", "示交", "示文旅", "示消"):
        for step in ("register", "question", "conclude", "notify", "serve"):
            yield from _at(organ, 1, step, "" if step == "register" else "collect order")


def _undecided() -> Iterator[Spec]:
    """In the market bureau, before the decision."""
    yield from _at("示市监", 9, "register")
    yield from _at("示市监", 4, "file")
    yield from _at("示市监", 4, "inspect", "collect order")
    yield from _at("示市监", 4, "question", "collect order")
    yield from _at("示市监", 4, "order_correction", "collect order")
    yield from _at("示市监", 2, "commission_test", "test collect order")
    yield from _at("示市监", 1, "ask_assistance", "assist collect order")
    yield from _at("示市监", 1, "request_recusal", "recuse collect order")
    yield from _at("示市监", 3, "suspend", "suspend collect order")
    yield from _at("示市监", 2, "extend", "extend collect order")
    yield from _at("示市监", 5, "conclude", "collect order preserve")
    yield from _at("示市监", 2, "send_back", "send_back collect order")
    yield from _at("示市监", 5, "review_case", "collect order")
    yield from _at("示市监", 5, "approve_proposal", "collect order")
    yield from _at("示市监", 5, "notify", "collect order")
    yield from _at("示市监", 4, "hear_defence", "collect order defence")
    yield from _at("示市监", 1, "request_hearing", "collect order hearing", item="SC-CF-001")
    yield from _at("示市监", 1, "notify_hearing", "collect order hearing", item="SC-CF-008")
    yield from _at("示市监", 1, "hold_hearing", "collect order hearing", item="SC-CF-001")
    yield from _at("示市监", 1, "report_hearing", "collect order hearing", item="SC-CF-001")
    yield from _at("示市监", 1, "withdraw_hearing", "collect order hearing withdraw_hearing", item="SC-CF-001")
    yield from _at("示市监", 2, "review", "collect order hearing_offered", item="SC-CF-001")
    yield from _at("示市监", 2, "discuss", "collect order hearing_offered", item="SC-CF-001")


def _decided(today: date) -> Iterator[Spec]:
    """In the market bureau after it, and here and there."""

    def recent(step: str) -> Stands:
        return lambda story: story.last() == step and (today - story.marks["file"]).days <= 80

    yield from _at("示市监", 5, "decide", "collect order")
    yield from _at("示市监", 2, "announce", "collect order announced")
    yield from _at("示市监", 4, "serve", "collect order")
    yield from _at("示市监", 2, "publish", "collect order publish")
    yield from _at("示市监", 2, "defer", "collect order deferred")
    yield from _at("示市监", 1, "demand", "collect order surcharge")
    yield from _at("示市监", 2, "demand", "collect order court")
    yield from _at("示市监", 2, "apply_court", "collect order court")
    yield from _at("示市监", 4, "pay", "collect order")
    yield from _at("示市监", 4, "close", "collect order publish")
    yield from _at("示市监", 2, "cancel", "collect cancelled")
    yield from _at("示市监", 1, "terminate", "collect terminated")
    yield from _specs("示市监", 1, "collect criminal", stands=recent("transfer_criminal"))
    yield from _specs("示市监", 1, "collect criminal accepted", stands=recent("close_transfer"))
    yield from _specs("示市监", 1, "lapsed_card collect", stands=last("inspect"))
    yield from _at("示市监", 1, "register_spot", kind="simple", hold="register_spot")
    yield from _at("示市监", 1, "tell_spot", kind="simple", hold="tell_spot")
    yield from _at("示市监", 2, "decide_spot", kind="simple", hold="decide_spot")
    yield from _at("示市监", 2, "file_record", kind="simple", hold="file_record")
    yield from _at("示市监", 1, "convert", "convert", kind="simple", item="SC-CF-011", hold="convert")
    yield from _at("示市监城", 3, "register")
    yield from _at("城关政", 2, "register")
    yield from _at("示环", 1, "commission_test", "test collect", item="HB-CF-002")
    yield from _at("示交", 1, "notify_hearing", "collect order hearing", item="JT-CF-002")
    yield from _at("示城管", 1, "decide", "collect order")
    yield from _at("示城管", 2, "file_record", "cash", kind="simple", hold="file_record")


def over() -> Iterator[Spec]:
    """What is over, or runs on from some day of the two years."""
    long = {"begins": (150, SPAN)}
    turns = (
        "collect order publish",
        "collect order defence",
        "preserve collect order",
        "collect order defence publish",
        "collect order waive",
        "preserve collect order defence publish",
        "order",
        "collect order correct",
    )
    for place in range(24):
        yield from _specs("示市监", 1, turns[place % len(turns)], **long)
    for options, count in (
        ("test collect order publish", 3),
        ("assist collect order", 3),
        ("suspend collect order defence", 3),
        ("extend assist collect order defence", 3),
        ("send_back extend collect order", 3),
        ("recuse collect order", 2),
        ("urgent preserve collect order", 2),
        ("verify_longer collect order", 3),
        ("none collect order", 6),
        ("cancelled collect", 3),
        ("announced collect order", 3),
        ("deferred collect order", 3),
        ("late_payment collect order", 4),
        ("surcharge collect order", 3),
        ("upheld collect order defence", 3),
        ("decide_early collect order", 2),
        ("heavier collect order defence", 2),
        ("one_officer collect order", 2),
    ):
        yield from _specs("示市监", count, options, **long)
    for options, count in (("hearing collect order publish", 3), ("hearing withdraw_hearing collect order", 1), ("hearing_offered collect order publish", 2)):
        yield from _specs("示市监", count, options, item="SC-CF-001", **long)
    yield from _specs("示市监", 2, "hearing collect order", item="SC-CF-008", **long)
    yield from _specs("示市监", 2, "court execution_ended collect order", begins=(480, SPAN))
    yield from _specs("示市监", 2, "outside_band collect order", item="SC-CF-001", **long)
    yield from _specs("示市监", 1, "overturned collect order publish", begins=(300, SPAN))
    yield from _specs("示市监", 13, "declined", begins=(20, SPAN))
    yield from _specs("示市监", 5, "handed_over", begins=(20, SPAN))
    yield from _specs("示市监城", 5, "handed_over", begins=(20, SPAN))
    yield from _specs("城关政", 4, "handed_over", begins=(20, SPAN))
    yield from _specs("示市监", 16, "", kind="simple", begins=(20, SPAN))
    yield from _specs("示市监", 2, "too_high", kind="simple", begins=(20, SPAN))
    yield from _specs("示市监", 2, "convert collect order", kind="simple", item="SC-CF-010", **long)
    yield from _specs("示城管", 12, "cash", kind="simple", begins=(20, SPAN))
    yield from _specs("示城管", 4, "", kind="simple", begins=(20, SPAN))
    yield from _specs("示应急", 4, "", kind="simple", begins=(20, SPAN))
    yield from _specs("示卫", 3, "", kind="simple", begins=(20, SPAN))
    yield from _specs("示文旅", 2, "", kind="simple", begins=(20, SPAN))
    for organ, count in (("示环", 6), ("示城管", 4), ("示应急", 6), ("示农", 4), ("示卫", 3), ("示文旅", 2), ("示消", 5)):
        for place in range(count):
            yield from _specs(organ, 1, turns[place % len(turns)].replace("preserve", ""), **long)
    yield from _specs("示交", 3, "collect order defence publish", begins=(60, 190))
    yield from _specs("示环", 2, "test collect order", item="HB-CF-002", **long)
    yield from _specs("示消", 1, "late_payment collect order", **long)
    yield from _specs("示应急", 1, "cancelled collect", **long)
    for organ in ("示环", "示应急", "示农", "示卫", "示文旅", "示消"):
        yield from _specs(organ, 1, "declined", begins=(20, SPAN))
    for organ in ("示交", "示交", "示文旅", "示卫"):
        yield from _specs(organ, 1, "handed_over", begins=(60, 180) if organ == "示交" else (20, SPAN))
