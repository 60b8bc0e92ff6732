"""调查取证."""

from datetime import datetime, time, timedelta
from typing import Any

from fadu.site.demo.general.source import Source

LAB = "示范市产品质量监督检验所"
MONITOR = "示范市生态环境监测中心"


class Inquiry(Source):
    """Inspection, questioning, evidence, what interrupts and lengthens it."""

    def inspect(self) -> None:
        """现场检查, tried first as it may not be where the story says so."""
        self.story.wait(0, 3)
        if self.has("one_officer"):
            self._inspect([self.crew.first.username], refused=True)
            self.story.wait(0, 0)
        if self.crew.third:
            self._inspect([self.crew.third.username, self.crew.second.username], refused=True)
            self.story.wait(0, 0)
        self._inspect(self.story.two)
        if self.has("unfilmed"):
            self.story.fault("SC-044", "现场检查没有音像记录")

    def _inspect(self, present: list[str], *, refused: bool = False) -> None:
        self.story.step(
            "inspect",
            self.crew.first,
            {
                "present": present,
                "card_shown": True,
                "reason_told": True,
                **self.story.hours(25, 90),
                "place": self.place,
                "met_by": f"{self.party.post}{self.party.speaker}",
                "findings": self.rng.choice(self.theme.scene).format(**self.words),
                "record_signed": "signed" if self.has("unfilmed") or self.rng.random() < 0.96 else "refused",
                "party_summoned": True,
                "filmed_now": not self.has("unfilmed"),
            },
            refused=refused,
        )

    def question(self) -> None:
        """询问."""
        self.story.wait(1, 3)
        opening = (f"我们是{self.story.organ}的执法人员，这是我们的执法证件，您是否看清楚？您有陈述、申辩和申请回避的权利。", "看清楚了，不申请回避。")
        rows = [{"q": q.format(**self.words), "a": a.format(**self.words)} for q, a in (opening, *self.theme.asked)]
        self.story.step(
            "question",
            self.crew.second,
            {
                "present": self.story.two,
                "card_shown": True,
                "reason_told": True,
                **self.story.hours(30, 75),
                "place": f"{self.story.organ}询问室",
                "asked_name": self.party.speaker,
                "asked_as": self.party.post,
                "dialogue": [*rows, {"q": "以上笔录请您核对，是否属实？", "a": "看过了，属实。"}],
                "record_signed": "signed",
                "asked_apart": True,
                "filmed_now": True,
            },
        )

    def collect(self) -> None:
        """提取证据."""
        self.story.wait(0, 1)
        items: list[dict[str, Any]] = [
            {
                "name": "营业执照复印件" if self.party.kind == "unit" else "居民身份证复印件", "kind": "documentary", "from": self.party.speaker,
                "original": False, "method": f"复印，{self.story.today}，{self.crew.first.name}", "form": ["noted"],
            },
            {
                "name": f"现场照片 {self.rng.randint(4, 16)} 张", "kind": "electronic", "from": f"执法记录仪 B-{self.rng.randint(1, 40):02d}",
                "method": f"拍照，{self.story.marks['inspect']}，{self.crew.second.name}", "hash": f"{self.rng.getrandbits(256):064x}",
            },
        ]  # fmt: skip
        if self.theme.gain:
            items.append({"name": "进货单据和销售记录", "kind": "documentary", "from": self.party.speaker, "original": True})
        self.story.step("collect", self.crew.first, {"present": self.story.two, "card_shown": True, "evidence_items": items, "record_signed": "signed"})

    def goods(self, share: float = 1.0) -> list[dict[str, Any]]:
        """The things at hand as rows."""
        assert self.good is not None
        name, spec, unit, price = self.good
        return [{"name": name, "spec": spec, "quantity": max(1, int(self.words["n"] * share)), "unit": unit, "price": str(price)}]

    def preserve(self) -> None:
        """先行登记保存."""
        self.story.wait(0, 0)
        urgent = self.has("urgent") or self.has("late_urgent")
        self.story.step(
            "preserve",
            self.crew.first,
            {
                "present": self.story.two,
                "card_shown": True,
                "reason": "涉案物品可能被转移、销毁，以后难以取得。",
                "head_approved": not urgent,
                **({"preserve_urgent": True} if urgent else {}),
                "place": self.place,
                "goods": self.goods(),
                "keeper": f"{self.story.organ}罚没物品仓库",
                "record_signed": "signed",
                "list_given": True,
                "notice_given": True,
                "filmed_now": True,
            },
        )
        if urgent:
            begun = self.story.at
            two_days_on = datetime.combine(begun.date() + timedelta(days=2), time(10, self.rng.randrange(0, 60, 5)))
            self.story.at = begun + timedelta(hours=self.rng.randint(1, 3)) if self.has("urgent") else two_days_on
            self.story.step("approve_preserve", self.crew.head, {"opinion": "情况属实，同意补办批准手续。"})
            if self.has("late_urgent"):
                self.story.fault("SC-033-2", "当场登记保存后超过二十四小时才补办批准手续")

    def dispose(self) -> None:
        """处理登记保存物品."""
        due = self.story.days.after(self.story.marks["preserve"], 7)
        if self.has("late_disposal"):
            self.story.until(due + timedelta(days=1))
            self.story.wait(0, 3)
            self.admit("登记保存物品超过七个工作日未处理", "承办人外出培训，没有办理交接。")
            self.story.wait(0, 0)
            self.story.step(
                "dispose_preserved",
                self.crew.first,
                {"disposal": "released", "handling": "登记保存已经自动解除，清点后全部退还当事人。", "head_approved": True},
            )
            self.story.fault("CF-056-b", "先行登记保存的物品超过七个工作日才处理")
            return
        if self.has("slow_disposal"):
            self.story.until(due)
        elif self.story.today < due:
            self.story.wait(0, 1)
        way, how = self.rng.choice(
            (
                ("recorded", "清点、拍照、复制标签后作为证据固定，实物待决定后处理。"),
                ("released", "已经固定证据，解除登记保存，退还当事人。"),
                ("seized", "依法决定扣押，已送达扣押决定书和清单。"),
            )
        )
        seized = {"measure_basis": "law"} if way == "seized" else {}
        self.story.step("dispose_preserved", self.crew.first, {"disposal": way, "handling": how, "head_approved": True, **seized})
        if way != "released":
            self.kept = self.goods()

    def admit(self, late: str, reason: str) -> None:
        """逾期说明."""
        self.story.step("admit_lateness", self.crew.head, {"late": late, "reason": reason, "opinion": "情况属实，同意补办，对责任人批评教育。"})

    def test(self) -> None:
        """抽样、送检、结果."""
        lab, what = (MONITOR, "化学需氧量、氨氮、总磷") if self.row.field == "ecology" else (LAB, "标签标示项目、理化指标")
        self.story.wait(0, 1)
        self.story.step(
            "sample",
            self.crew.first,
            {
                "present": self.story.two, "card_shown": True, "place": self.place, "goods": self.goods(0.1), "base_quantity": f"{self.words['n']} {self.words['unit']}",
                "method": "随机抽取，当场加贴封条，双方签字。", "sampling": ["SUMMONED", "SEALED"], "record_signed": "signed", "filmed_now": True,
            },
        )  # fmt: skip
        self.sampled = self.goods(0.1)
        self.story.wait(0, 1)
        self.story.step(
            "commission_test",
            self.crew.first,
            {"lab": lab, "lab_qualification": "CMA 180012345678", "test_lab": "qualified", "matters": what, "test_told_on": str(self.story.today)},
        )
        self.story.wait(6, 18)
        self.story.step(
            "receive_test",
            self.crew.first,
            {"result": f"所检项目不符合标准要求，报告编号 {self.story.today.year}-{self.story.number:04d}。", "result_told_on": str(self.story.today)},
        )

    def assist(self) -> None:
        """请求协助调查."""
        self.story.wait(0, 2)
        received = self.story.today
        self.story.step(
            "ask_assistance",
            self.crew.first,
            {
                "to_organ": "邻县市场监督管理局", "matters": "协助核实供货者的主体资格和该批次产品的销售情况。",
                "until": str(self.story.days.after(received, 15)), "assist_received_on": str(received), "identifies": False,
            },
        )  # fmt: skip
        self.story.wait(*((18, 24) if self.has("late_assist") else (5, 13)))
        self.story.step(
            "receive_assistance", self.crew.first, {"assist_done_on": str(self.story.today), "result": "协助函回复：供货者登记状态正常，该批次确由其销售。"}
        )
        if self.has("late_assist"):
            self.story.fault("SC-045-2", "协助方超过十五个工作日才完成协助", whose="other")

    def recuse(self) -> None:
        """回避申请, not granted."""
        self.story.wait(0, 1)
        self.story.step("request_recusal", self.crew.first, {"person": [self.crew.second.username], "reason": "当事人认为办案人员态度生硬，申请更换。"})
        self.story.wait(0, 2)
        self.story.step(
            "decide_recusal",
            self.crew.head,
            {
                "recused": "no",
                "recusal_of": "staff",
                "recusal_decided_by": "principal" if "副" not in self.crew.head.title else "deputy",
                "opinion": "所述情形不属于法定回避事由，不予回避。",
            },
        )

    def suspend(self) -> None:
        """中止 and 恢复."""
        self.story.wait(1, 3)
        self.story.step(
            "suspend",
            self.crew.head,
            {
                "suspend_ground": self.rng.choice(("awaits_other", "awaits_reading", "party_missing")),
                "reason": "须等待有关部门的认定结论，案件暂时无法继续。",
                "opinion": "同意中止，原因消除后立即恢复。",
            },
        )
        self.story.sleep(20, 60)
        self.story.step("resume", self.crew.first, {"reason": "认定结论已经收到，中止的原因消除。"})

    def extend(self) -> None:
        """延长办案期限."""
        self.story.wait(0, 1)
        self.story.step("extend", self.crew.head, {"reason": "案情复杂，供货环节多，需要继续核实。", "opinion": "同意延长三十日。"})

    def order(self) -> None:
        """责令改正."""
        self.story.wait(0, 1)
        until = self.story.days.after(self.story.today, 7)
        self.story.step(
            "order_correction",
            self.crew.first,
            {"violation": self.theme.cause, "violated": self.row.act_bases[0], "demands": self.theme.demand, "until": str(until)},
        )
        self.corrected = str(self.story.days.after(self.story.today, self.rng.randint(1, 5)))

    def inquire(self) -> None:
        """From the first inspection to the last paper, with what lies between."""
        self.inspect()
        if self.has("preserve"):
            self.preserve()
        self.question()
        if self.has("correct"):
            self.correct()
        for option, turn in (("recuse", self.recuse), ("test", self.test), ("assist", self.assist)):
            if self.has(option):
                turn()
        if self.has("collect"):
            self.collect()
        if self.has("preserve"):
            self.dispose()
        if self.has("order"):
            self.order()
        if self.has("suspend"):
            self.suspend()
        if self.has("extend"):
            self.extend()

    def correct(self) -> None:
        """更正记录: the place in the registration was written wrongly."""
        self.story.wait(0, 1)
        first = self.story.steps[0]
        right = {**first.data, "violation_place": f"{self.place}（临街门面）"}
        self.story.step("correct", self.crew.first, {"seq": 1, "reason": "登记时地址漏写门面位置，更正。", "data": right})
