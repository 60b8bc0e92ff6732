"""简易程序: stories of penalties on the spot."""

from typing import Any

from fadu.catalog.models import PowerItem
from fadu.site.demo.story import Party, Story

TOLD = ["CONTENT", "FACTS", "REASONS", "BASIS", "DEFENCE"]


def register(story: Story, party: Party, words: dict[str, Any], place: str) -> None:
    """现场查明."""
    crew = story.crew
    story.step(
        "register_spot",
        crew.first,
        {
            "cause": story.theme.cause,
            "item": story.theme.item,
            **party.data,
            "present": story.two,
            "card_shown": True,
            "place": place,
            "facts_found": story.rng.choice(story.theme.scene).format(**words),
            "evidence_note": f"现场照片 {story.rng.randint(2, 6)} 张，执法记录仪视频一段",
            "facts_clear": True,
            "violation_began_on": str(story.today),
            "in_jurisdiction": True,
        },
    )


def tell(story: Story) -> None:
    """当场告知并听取意见."""
    story.wait(0, 0)
    said = story.rng.choice(("无异议。", "没有意见，马上改。", "希望少罚一点。", ""))
    answers: dict[str, Any] = {"told": TOLD}
    if said:
        answers |= {"defence": said, "checked": "已当场复核，所述情节在裁量时已经考虑。" if "少罚" in said else "当事人无异议。"}
    story.step("tell_spot", story.crew.first, answers)


def decide(story: Story, party: Party, row: PowerItem, fine: int, *, refused: bool = False, corrects: bool = True) -> None:
    """当场作出处罚决定; a warning where `fine` is 0."""
    story.at = story.at.replace(second=0)
    kinds = ["FINE"] if fine else ["WARNING"]
    answers: dict[str, Any] = {
        "decision_kinds": kinds,
        "violated": row.act_bases[0] if row.act_bases else row.bases[0],
        "penalised_under": row.bases[0],
        "discretion_reason": "违法行为轻微，当事人当场配合并改正，处较低数额罚款。" if fine else "初次发现，情节轻微，给予警告。",
        "spot_handed_over": True,
        "spot_sealed": True,
        "signed": "signed" if story.rng.random() < 0.95 else "refused",
    }
    if fine:
        answers |= {"spot_fine": str(fine), "pay_how": "collected" if fine <= 100 and party.kind == "person" else "bank"}
    if corrects:
        answers["correction"] = story.theme.demand
    story.step("decide_spot", story.crew.first, answers, refused=refused)


def collect(story: Story, fine: int, *, late_remit: bool = False, late_bank: bool = False) -> None:
    """当场收缴 and the way of the money."""
    story.wait(0, 0)
    story.step(
        "collect_fine",
        story.crew.first,
        {"spot_on_the_spot": "small", "instalment": str(fine), "receipt_no": f"示财当罚 {story.today.year}{story.number:05d}", "receipt_lawful": True},
    )
    record(story)
    story.wait(*((4, 5) if late_remit else (0, 1)))
    story.step("remit", story.crew.first, {"received_by": "财务室"})
    if late_remit:
        story.fault("CF-071-a", "当场收缴的罚款超过二个工作日才交至机关")
    story.wait(*((4, 5) if late_bank else (0, 2)))
    story.step("bank", story.crew.first, {"bank_receipt": f"农商回单 {story.number:06d}"})
    if late_bank:
        story.fault("CF-071-c", "当场收缴的罚款交至机关后超过二个工作日才缴付银行")


def record(story: Story) -> None:
    """报所属机关备案."""
    story.wait(0, 1)
    story.step("file_record", story.crew.first, {"filed_with": "法规股"})


def pay(story: Story, fine: int) -> None:
    """缴款, within the days left before the archive."""
    record(story)
    story.wait(0, 3)
    story.step(
        "pay",
        story.crew.first,
        {
            "instalment": str(fine),
            "payment_channel": story.rng.choice(("bank", "electronic")),
            "receipt_no": f"示财罚 {story.today.year}{story.number:05d}",
            "receipt_lawful": True,
        },
    )


def warned(story: Story) -> None:
    """Nothing to pay."""
    record(story)
    story.wait(0, 1)
    story.step("perform", story.crew.first, {"how": "警告已经当场宣告交付，当事人当场改正。"})


def archive(story: Story, *, late: bool = False) -> None:
    """归档 within seven working days of the decision."""
    due = story.days.after(story.marks["decide_spot"], 7)
    if late:
        story.until(due)
        story.wait(3, 8)
    else:
        story.wait(0, 1)
    story.step("archive", story.crew.first, {"retention": "10", "volume": f"{story.organ}简易卷〔{story.today.year}〕{story.number}号"})
    if late:
        story.fault("SC-070", "简易程序案件材料超过七个工作日才归档")


def tell_story(story: Story, party: Party, row: PowerItem, words: dict[str, Any], place: str, fine: int, options: frozenset[str]) -> None:
    """A penalty on the spot from the street to the archive."""
    register(story, party, words, place)
    tell(story)
    story.wait(0, 0)
    if "too_high" in options:
        decide(story, party, row, fine * 20 + 4000, refused=True)
        story.wait(0, 0)
    decide(story, party, row, fine, corrects="no_correction" not in options)
    if "no_correction" in options:
        story.fault("CF-028-1", "当场处罚时没有责令当事人改正")
    if fine and fine <= 100 and party.kind == "person":
        collect(story, fine, late_remit="late_remit" in options, late_bank="late_bank" in options)
    elif fine:
        pay(story, fine)
    else:
        warned(story)
    if row.field == "emergency" and party.kind == "unit":
        story.step("publish", story.crew.first, {"where": "示范县安全生产行政处罚公示系统", "redacted": True})
    archive(story, late="late_archive" in options)
