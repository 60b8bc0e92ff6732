"""审查、事先告知、听证."""

from datetime import datetime, time, timedelta

from fadu.site.demo.fines import proposed
from fadu.site.demo.general.inquiry import Inquiry

AGREED = {f"point_{point}": "yes" for point in ("jurisdiction", "party", "facts", "nature", "basis", "procedure", "handling")}


class Report(Inquiry):
    """From the report to what the party has to say."""

    def conclude(self, *, none: bool = False, again: bool = False) -> None:
        """调查终结."""
        self.story.wait(*((2, 5) if again else (3, 12)))
        if not again:
            self.fine = proposed(
                self.theme,
                self.row,
                self.items.of(self.theme.item, self.story.today),
                self.rng,
                self.story.today,
                self.words["value"],
                full=bool(self.options & {"hearing", "hearing_offered"}),
            )
            self._outside()
        fine, major = self.fine, self.major
        corrected = self.corrected if self.corrected and self.corrected <= str(self.story.today) else None
        corrected = corrected or (str(self.story.today) if none else None)
        factual = self.theme.found.format(**self.words, sold=f"，违法所得 {fine.gain} 元" if fine.gain else "，尚未售出" if self.theme.gain else "")
        evidence = [
            {"name": "现场笔录", "kind": "record", "proves": "现场情况", "verified": True},
            {"name": "询问笔录", "kind": "party", "proves": "违法行为的经过", "verified": True},
        ]
        if "collect" in self.story.marks:
            evidence.append({"name": "现场照片、视频", "kind": "electronic", "proves": "现场情况", "verified": True})
        if "receive_test" in self.story.marks:
            evidence.append({"name": "检验报告", "kind": "expert", "proves": "不符合标准", "verified": True})
        grounds = ["REMEDIED"] if fine.lessened or fine.lighter or none else []
        reason = {True: "当事人主动消除违法行为危害后果，积极配合调查，依法减轻处罚。", False: f"综合违法行为的事实、性质、情节，适用“{fine.tier}”阶次。"}[
            fine.lessened
        ]
        self.story.step(
            "conclude",
            self.crew.first,
            {
                "facts_found": factual,
                "evidence_items": evidence,
                "facts_clear": True,
                "nature": self.theme.cause,
                "violated": self.row.act_bases[0],
                "penalised_under": self.row.bases[0],
                **({"gain": str(fine.gain)} if fine.gain else {}),
                "harm": "slight" if none or self.rng.random() < 0.5 else "none",
                "minor": False,
                "first_offence": none or self.rng.random() < 0.85,
                **({"corrected_on": corrected} if corrected else {}),
                "touches_safety": self.theme.item.startswith(("SC-CF-00", "YJ", "XF")),
                "criminal_suspected": False,
                "complex_or_major": major,
                "major_rights": self.hearing_offered,
                **({"review_triggers": ["BY_STATUTE"]} if major else {}),
                "proposed_kinds": fine.kinds,
                **({"proposed_fine": str(fine.fine)} if fine.fine is not None and "FINE" in fine.kinds else {}),
                **({"proposed_gain": str(fine.gain + fine.goods)} if fine.gain + fine.goods and {"GAIN", "GOODS"} & set(fine.kinds) else {}),
                **({"factors": fine.factors} if fine.factors else {}),
                "discretion_reason": reason,
                **({"grounds": grounds, **({"lessened": True} if fine.lessened else {"lighter": True})} if grounds else {}),
            },
        )

    def _outside(self) -> None:
        """A fine beside the band, still within the statute."""
        fine = self.fine
        if self.has("outside_band") and fine.band and fine.fine is not None:
            low, high = fine.band
            fine.fine = low - 1500 if low >= 80_000 else high + 1500
            fine.lessened = fine.lighter = False

    @property
    def threshold(self) -> int:
        """From which fine a hearing is offered, in 元."""
        unit = self.party.kind == "unit"
        return {"market": (10_000, 100_000), "ecology": (5_000, 200_000)}.get(self.row.field, (5_000, 50_000))[unit]

    @property
    def hearing_offered(self) -> bool:
        """Whether the party must be told of a hearing."""
        return (self.fine.fine or 0) >= self.threshold or self.fine.gain + self.fine.goods >= self.threshold

    @property
    def major(self) -> bool:
        """Whether review and discussion stand before the decision."""
        return (self.fine.fine or 0) >= (100_000 if self.party.kind == "unit" else 10_000)

    def review_case(self) -> None:
        """案件审核."""
        late = self.has("late_review")
        self.story.wait(*((12, 16) if late else (1, 6)))
        self.story.step(
            "review_case",
            self.crew.reviewer,
            {
                **AGREED,
                "result": "agree",
                "opinion": self.rng.choice(
                    ("事实清楚，证据充分，程序合法，同意处理意见。", "定性准确，裁量适当，同意。", "同意处理意见，注意告知书写明救济途径。")
                ),
            },
        )
        if late:
            self.story.fault("SC-055", "审核机构超过十个工作日才完成审核")

    def send_back(self) -> None:
        """退回补充调查 and the second report."""
        self.story.wait(1, 4)
        self.story.step(
            "review_case",
            self.crew.reviewer,
            {**AGREED, "point_facts": "no", "note_facts": "货值金额的计算缺少依据。", "result": "supplement", "opinion": "建议补充调查货值金额。"},
        )
        self.story.wait(0, 1)
        self.story.step("send_back", self.crew.reviewer, {"reason": "货值金额的计算缺少单价依据，请补充进货、销售凭证后重新报审。"})
        self.collect()
        self.conclude(again=True)

    def approve(self) -> None:
        """批准处罚建议."""
        self.story.wait(1, 3)
        self.story.step("approve_proposal", self.crew.head, {"opinion": self.rng.choice(("同意，依法告知。", "同意处罚建议。", "同意。"))})

    def notify(self) -> None:
        """事先告知."""
        self.story.wait(0, 2)
        told = ["CONTENT", "FACTS", "REASONS", "BASIS", "DEFENCE", *(["HEARING"] if self.hearing_offered else [])]
        method = self.rng.choices(("direct", "left", "post"), (8, 1, 1))[0]
        self.story.step("notify", self.crew.first, {"told": told, "method": method, "receiver": self.party.speaker})

    def defend(self) -> None:
        """听取陈述申辩."""
        self.story.wait(1, 4)
        if self.has("cancelled"):
            self._defended(
                "涉案物品是厂家召回的样品，尚未销售，有召回通知和退货单。",
                "召回通知、退货单经向厂家核实属实。",
                "yes",
                "当事人提交的证据成立，违法事实不能认定。",
            )
            return
        said, checked, why = self.rng.choice(
            (
                ("对事实没有异议，经营困难，请求从轻。", "核对了经营账目和改正情况，所述情节在裁量时已经考虑。", "裁量时已经考虑。"),
                ("已经全部整改，请求不予处罚。", "经现场复核，整改属实；但违法行为不属于轻微情形。", "不符合不予处罚的条件。"),
                ("认为货值计算偏高。", "按进货单据和标价逐项复核，计算无误。", "证据充分。"),
            )
        )
        self._defended(said, checked, "no", why)

    def _defended(self, said: str, checked: str, adopted: str, why: str) -> None:
        self.story.step(
            "hear_defence",
            self.crew.first,
            {
                "speaker": self.party.speaker,
                "form": self.rng.choice(("oral", "written")),
                "defence": said,
                "checked": checked,
                "adopted": adopted,
                "adopted_reason": why,
            },
        )

    def waive(self) -> None:
        """放弃权利."""
        self.story.wait(0, 1)
        self.story.step(
            "waive",
            self.crew.first,
            {"who": self.party.speaker, "statement": "我已经知道拟处罚的内容，放弃陈述、申辩和听证的权利。", "record_signed": "signed"},
        )

    def heard(self) -> None:
        """听证: asked for, held or withdrawn, reported."""
        self.story.wait(1, 4)
        asked = self.story.today
        self.story.step("request_hearing", self.crew.first, {"asked_by": self.party.speaker, "asked_on": str(asked), "reason": "认为罚款数额过高。"})
        if self.has("withdraw_hearing"):
            self.story.wait(1, 4)
            self.story.step("withdraw_hearing", self.crew.first, {"how": "withdrawn", "reason": "当事人书面撤回听证要求。"})
            return
        self.story.wait(0, 2)
        held = self.story.days.after(self.story.today, self.rng.randint(9, 12))
        place = f"{self.story.organ}听证室"
        chair = [self.crew.chair.username]
        self.story.step(
            "notify_hearing",
            self.crew.first,
            {"hearing_set_for": str(held), "hearing_time": "9:30", "place": place, "chair": chair, "clerk": "周婷", "receiver": self.party.speaker},
        )
        self.story.marks["hearing_set"] = held
        self.story.at = datetime.combine(held, time(9, 30)) + timedelta(minutes=self.rng.randrange(70, 130, 5))
        self.story.step(
            "hold_hearing",
            self.crew.first,
            {
                "began_at": f"{held}T09:30",
                "ended_at": self.story.at.isoformat(timespec="minutes"),
                "place": place,
                "chair": chair,
                "present": self.story.two,
                "party_present": f"{self.party.speaker}及其代理人一名",
                "agents": 1,
                "hearing_public": True,
                "investigators_say": "出示现场笔录、询问笔录和书证，说明处罚建议和裁量的理由。",
                "party_says": "对事实无异议，认为处罚过重，请求从轻。",
                "transcript_signed": "signed",
            },
        )
        self.story.wait(1, 4)
        self.story.step(
            "report_hearing",
            self.crew.first,
            {"course": "听证公开举行，双方到场。", "issues": "当事人对事实无异议，对罚款数额有异议。", "opinion": "处罚建议在裁量区间内，建议维持。"},
        )

    @property
    def held(self) -> bool:
        """Whether a hearing was held."""
        return "hold_hearing" in self.story.marks
