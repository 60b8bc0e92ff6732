"""普通程序: from the clue to a filed case."""

from datetime import timedelta
from typing import Any

from fadu.site.demo.fines import Fine, Items
from fadu.site.demo.story import Party, Story


class Source:
    """A story of the ordinary procedure.

    Attributes:
        story: where it is told.
        party: the party.
        items: the power items.
        words: what fills the theme's texts.
        value: 货值金额 in 元.
        options: what is special about it, by name.
    """

    def __init__(self, story: Story, party: Party, items: Items, words: dict[str, Any], place: str, options: frozenset[str]) -> None:
        self.story, self.party, self.items, self.words, self.place, self.options = story, party, items, words, place, options
        self.rng, self.crew, self.theme = story.rng, story.crew, story.theme
        self.fine = Fine([], None)
        listed = items.of(self.theme.item, story.today)
        if listed is None:
            raise LookupError(f"{self.theme.item} 在 {story.today} 没有列入权责清单")
        self.row = listed
        # Nothing that happened under an older law is begun under a newer: which of two applies is not what the county shows.
        self.began = max(story.today - timedelta(days=self.rng.randint(1, 20)), listed.since)
        self.good = next((good for good in self.theme.goods if good[0] == words.get("good")), None)
        self.corrected: str | None = None
        self.kept: list[dict[str, Any]] = []
        self.sampled: list[dict[str, Any]] = []

    def has(self, option: str) -> bool:
        """Whether the story has that turn."""
        return option in self.options

    @property
    def market(self) -> bool:
        """Whether the procedure of market supervision applies."""
        return self.row.field == "market"

    @property
    def in_ecology(self) -> bool:
        """Whether the organ is of ecology and environment."""
        return self.row.field == "ecology"

    @property
    def exposed(self) -> bool:
        """Whether the decision must be exposed in public (安全生产法第七十八条第二款)."""
        return self.row.field == "emergency" and self.party.kind == "unit"

    def register(self) -> None:
        """登记线索."""
        source = self.rng.choices(("inspection", "complaint", "report", "transfer", "assigned"), (5, 2, 2, 1, 1))[0]
        received = self.story.today if self.rng.random() < 0.7 else self.story.days.before(self.story.today, 1)
        self.story.step(
            "register",
            self.crew.first,
            {
                "clue_source": source,
                "clue_received_on": str(received),
                **({"clue_from": self.rng.choice(("12345 热线", "群众来电", "全国 12315 平台"))} if source in {"complaint", "report"} else {}),
                "cause": self.theme.cause,
                "item": self.theme.item,
                **self.party.data,
                "summary": self.rng.choice(self.theme.clue).format(**self.words),
                "violation_place": self.place,
                "violation_began_on": str(self.began),
                "in_jurisdiction": True,
                **({"received_by_transfer": False} if source == "transfer" else {}),
            },
        )
        self.story.marks["clue"] = received

    def decline(self) -> None:
        """不予立案."""
        ground, reason = self.rng.choice(
            (
                ("minor", "经核查，违法行为轻微，当事人已经及时改正，没有造成危害后果。"),
                ("first", "经核查，当事人初次违法，危害后果轻微并已及时改正。"),
                ("no_fault", "当事人提供了进货查验记录和供货者资质，有证据足以证明没有主观过错。"),
                ("other", "经核查，举报所述事实没有证据支持，不符合立案条件。"),
            )
        )
        self.story.wait(2, 9)
        self.story.step("decline", self.crew.head, {"declined_ground": ground, "reason": reason, "opinion": "同意不予立案，答复举报人。"})

    def hand_over(self, to: str, reason: str) -> None:
        """移送有管辖权的机关."""
        self.story.wait(1, 6)
        self.story.step(
            "transfer_agency",
            self.crew.head,
            {"to_organ": to, "reason": reason, "materials": "线索登记表、现场照片、举报材料复印件各一份。", "opinion": "同意移送。"},
        )

    def verify_longer(self) -> None:
        """延长核查期限."""
        self.story.wait(9, 12)
        self.story.step(
            "extend_verification",
            self.crew.head,
            {"reason": "当事人暂时无法联系，需要向供货者所在地核实进货情况。", "opinion": "同意延长核查期限十五个工作日。"},
        )
        self.story.wait(8, 14)

    def file(self) -> None:
        """立案."""
        if self.has("verify_longer"):
            self.verify_longer()
        elif self.has("late_filing"):
            self.story.until(self.story.days.after(self.story.marks["clue"], 15))
            self.story.wait(2, 9)
        else:
            self.story.wait(0, 7)
        self.story.step(
            "file",
            self.crew.head,
            {
                "conditions": ["evidence", "punishable", "jurisdiction", "in_time"],
                "appointed": self.story.two,
                "opinion": f"同意立案，由{self.crew.first.name}、{self.crew.second.name}承办。",
            },
        )
        if self.has("late_filing"):
            self.story.fault("SC-018-1a", "收到线索后超过十五个工作日才决定立案，也没有延长")
