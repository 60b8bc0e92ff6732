"""法制审核、集体讨论、决定、送达."""

from datetime import timedelta
from typing import Any

from fadu.site.demo import names
from fadu.site.demo.general.report import AGREED, Report


class Decision(Report):
    """From legal review to the served decision."""

    def review(self) -> None:
        """法制审核."""
        self.story.wait(1, 5)
        self.story.step("review", self.crew.reviewer, {**AGREED, "result": "agree", "opinion": "程序合法，裁量适当，法制审核通过。"})

    def discuss(self) -> None:
        """集体讨论."""
        self.story.wait(1, 4)
        head = self.crew.head
        voices = [
            {"name": head.name, "post": head.title, "said": "事实清楚，同意处理意见。"},
            {"name": self.crew.chair.name, "post": self.crew.chair.title, "said": "同意。"},
        ]
        self.story.step(
            "discuss",
            head,
            {
                "place": f"{self.story.organ}会议室",
                "chair": head.name,
                "voices": voices,
                "conclusion": "一致同意拟处罚意见。",
                **({"discussed_fine": str(self.fine.fine)} if self.fine.fine else {}),
            },
        )

    def decide(self) -> None:
        """作出处罚决定, after the days the party has."""
        story = self.story
        if "waive" not in story.marks:
            due = story.days.after(story.marks["notify"], 5)
            if self.has("decide_early") and self.market and self.story.today <= due:
                story.wait(0, 0)
                self._decide(refused=True)
            if story.today <= due:
                story.until(due + timedelta(days=1))
        story.wait(0, 4)
        if self.has("late_decision"):
            story.until(max(story.today, story.marks["file"] + timedelta(days=93 + self.rng.randint(0, 12))))
        if self.has("heavier"):
            self._decide(refused=True, times=2)
            story.wait(0, 0)
        outside = self.has("outside_band") and self.fine.band is not None
        if outside:
            self._decide(refused=True)
            story.wait(0, 0)
        self._decide(deviation="当事人两次被举报后仍然经营，社会影响较大，区间内的数额不足以惩戒。" if outside else "")
        if self.has("late_decision"):
            story.fault("CF-060", "立案后超过九十日才作出处罚决定，没有延期")

    def _decide(self, *, refused: bool = False, times: int = 1, deviation: str = "") -> None:
        fine, parts = self.fine, []
        if fine.gain:
            parts.append(f"没收违法所得 {fine.gain:,} 元")
        if "GOODS" in fine.kinds and self.good:
            parts.append(f"没收{self.good[0]}")
        if "WARNING" in fine.kinds:
            parts.append("警告")
        if fine.fine is not None and "FINE" in fine.kinds:
            parts.append(f"罚款 {fine.fine * times:,} 元")
        numerals = "一二三四"
        content = "；".join(f"{numerals[place]}、{part}" for place, part in enumerate(parts)) + "。"
        grounds = self.story.steps[self._place("conclude")].data.get("grounds")
        public = self.in_ecology or self.exposed or self.has("publish") or self.has("unpublished") or self.has("overturned")
        self.story.step(
            "decide",
            self.crew.head,
            {
                "decision_kinds": fine.kinds,
                **({"decision_fine": str(fine.fine * times)} if fine.fine is not None and "FINE" in fine.kinds else {}),
                **({"decision_gain": str(fine.gain)} if fine.gain else {}),
                **({"confiscated_goods": f"{self.good[0]} {self.words['n']} {self.good[2]}"} if "GOODS" in fine.kinds and self.good else {}),
                "content": content,
                "correction": self.theme.demand,
                **({"grounds_answered": True} if grounds else {}),
                **({"transcript_followed": True} if self.held else {}),
                **({"deviation": deviation} if deviation else {}),
                "educated": True,
                "publication_due": public,
                "opinion": self.rng.choice(("同意处罚。", "同意，依法送达。", "同意按告知的内容处罚。")),
            },
            refused=refused,
        )

    def _place(self, name: str) -> int:
        return max(place for place, planned in enumerate(self.story.steps) if planned.name == name)

    def decide_none(self) -> None:
        """不予处罚."""
        self.story.wait(1, 5)
        self.story.step(
            "decide_none",
            self.crew.head,
            {
                "ground": "first",
                "reason": "当事人初次违法，危害后果轻微并已及时改正，符合行政处罚法第三十三条第一款的规定。",
                "educated": True,
                "opinion": "同意不予处罚，加强教育。",
            },
        )

    def cancel(self) -> None:
        """撤销案件."""
        self.story.wait(2, 6)
        self.story.step("cancel", self.crew.head, {"reason": "经复核，现有证据不能证明违法事实成立。", "opinion": "同意撤销案件。"})

    def serve(self) -> None:
        """送达."""
        late = self.has("late_service")
        if self.has("announced"):
            self.story.wait(2, 5)
            self.story.step(
                "announce",
                self.crew.first,
                {
                    "reason": "直接、邮寄送达均无法送达，当事人住所已经搬空，电话停机。",
                    "where": "示范日报和本机关公告栏",
                    "announce_posted": True,
                    "photographed": True,
                },
            )
            full = self.story.days.worked(self.story.today + timedelta(days=30))
            self.story.until(full + timedelta(days=1))
            self.story.step("serve", self.crew.first, {"service_method": "announcement", "receiver": self.party.name})
            return
        if late:
            self.story.until(self.story.days.after(self.story.today, 7) + timedelta(days=1))
            self.story.wait(0, 3)
            self.admit("决定书超过七个工作日未送达", "当事人外出，承办人没有及时改用其他方式送达。")
            self.story.wait(0, 0)
        else:
            self.story.wait(0, 5)
        method = self.rng.choices(("direct", "post", "left"), (8, 1, 1))[0]
        role = self.rng.choice(("self", "self", "family")) if self.party.kind == "person" else self.rng.choice(("legal", "legal", "clerk"))
        proofs: dict[str, dict[str, Any]] = {
            "direct": {"receiver_role": role},
            "post": {"receipt_dated_on": str(self.story.today), "reference": f"EMS 10{self.rng.randint(10**8, 10**9)}"},
            "left": {"witness": True, "witness_name": f"社区网格员{names.person(self.rng)}"},
        }
        self.story.step("serve", self.crew.first, {"service_method": method, "receiver": self.party.speaker, **proofs[method]})
        if late:
            self.story.fault("CF-061-1", "决定作出后超过七个工作日才送达")
