"""执行、公开、结案、归档."""

from datetime import timedelta

from fadu.site.demo.general.decision import Decision


class Execution(Decision):
    """What becomes of a decision."""

    def publish(self) -> None:
        """公开."""
        last = self.story.days.after(self.story.marks["decide"], 7)
        self.story.wait(0, min(3, self.story.days.between(self.story.today, last)))
        self.story.step("publish", self.crew.first, {"where": "示范县行政执法信息公示平台", "redacted": True})
        if self.story.today > last:  # served late, and so published late
            self.story.fault("P2-1-1", "处罚决定没有在七个工作日内公开")
            if self.exposed:
                self.story.fault("AQ-078-2", "对生产经营单位的处罚决定没有在七个工作日内公开")

    def disclose(self) -> None:
        """公开、信用记录 in ecology, on the day of the decision (生态环境行政处罚办法第六十五条、生态环境法典第五十四条第二款)."""
        told = {"published_parts": ["NUMBER", "PARTY", "FACTS", "RESULT", "ORGAN"], "credit_recorded_on": str(self.story.today)}
        self.story.step("note_ecology_after", self.crew.first, told)
        self.story.step("publish", self.crew.first, {"where": "示范市生态环境局网站", "redacted": True})

    @property
    def owed(self) -> int:
        """What is to be paid, in 元."""
        return (self.fine.fine or 0) + self.fine.gain

    def pay(self, amount: int | None = None) -> None:
        """登记缴款."""
        self.story.step(
            "pay",
            self.crew.first,
            {
                "instalment": str(self.owed if amount is None else amount),
                "payment_channel": self.rng.choice(("bank", "electronic")),
                "receipt_no": f"示财罚 {self.story.today.year}{self.story.number:05d}",
                "receipt_lawful": True,
            },
        )

    def pay_in_time(self) -> None:
        """缴款 within fifteen days."""
        due = self.story.marks["serve"] + timedelta(days=14)
        self.story.wait(0, 7)
        if self.story.today > due:
            self.story.at = self.story.at.replace(year=due.year, month=due.month, day=due.day)
        self.pay()

    def defer(self) -> None:
        """延期分期缴纳, two instalments."""
        self.story.wait(2, 5)
        until = self.story.today + timedelta(days=90)
        half = self.owed // 2
        self.story.step(
            "defer",
            self.crew.head,
            {
                "applied_on": str(self.story.days.before(self.story.today, 1)), "reason": "疫病影响客流，资金周转困难，申请分期缴纳。", "deferred_until": str(until),
                "plan": f"第一期 {half:,} 元，第二期 {self.owed - half:,} 元。", "opinion": "情况属实，同意分两期缴纳。",
            },
        )  # fmt: skip
        self.story.sleep(10, 25)
        self.pay(half)
        self.story.sleep(25, 45)
        self.pay(self.owed - half)

    def overdue(self) -> None:
        """The party's fifteen days run out: a failure of the party, told as such."""
        due = self.story.days.worked(self.story.marks["serve"] + timedelta(days=15))
        self.story.until(max(self.story.today, due) + timedelta(days=3))
        self.story.wait(0, 4)

    def surcharge(self) -> None:
        """加处罚款, 催告 and payment."""
        self.overdue()
        last = self.story.days.worked(self.story.marks["serve"] + timedelta(days=15))
        counted = (self.story.today - last).days
        extra = min((self.fine.fine or 0) * 3 * counted // 100, self.fine.fine or 0)
        self.story.step("surcharge", self.crew.head, {"surcharge": str(extra), "surcharge_days": counted, "opinion": "同意依法加处罚款。"})
        self.story.fault("CF-067-3", "当事人超过十五日没有缴清罚款", whose="party")
        self.demand(extra)
        self.story.wait(3, 8)
        self.pay(self.owed + extra)

    def demand(self, extra: int = 0) -> None:
        """催告."""
        self.story.wait(2, 6)
        self.story.step(
            "demand",
            self.crew.first,
            {
                "duty": "缴纳罚没款" + (f"和加处罚款 {extra:,} 元" if extra else ""), "amount": str(self.owed + extra),
                "until": str(self.story.days.after(self.story.today, 10)), "receiver": self.party.speaker,
            },
        )  # fmt: skip

    def court(self) -> None:
        """Neither paid nor challenged for six months: the court is asked."""
        self.overdue()
        self.story.until(self.story.marks["serve"] + timedelta(days=188))
        self.demand()
        self.story.fault("CF-067-3", "当事人超过十五日没有缴清罚款", whose="party")
        self.story.wait(12, 18)
        self.story.step(
            "apply_court", self.crew.head, {"court": "示范县人民法院", "matters": "强制执行罚没款。", "amount": str(self.owed), "opinion": "同意申请强制执行。"}
        )
        if self.has("execution_ended"):
            self.story.sleep(50, 90)
            self.story.step(
                "end_execution",
                self.crew.first,
                {"ruling": f"（{self.story.today.year}）示 0999 行审执 {self.story.number} 号", "how": "法院执行完毕，款项已经划转。"},
            )

    def close(self) -> None:
        """结案, after what is still kept of the goods has gone its way."""
        self.settle_goods()
        late = self.has("late_closing")
        self.story.wait(*((18, 26) if late else (1, 9)))
        self.story.step(
            "close", self.crew.head, {"execution": "处罚内容已经全部履行。" if self.fine.kinds else "不予处罚，当事人已经改正。", "opinion": "同意结案。"}
        )
        if late:
            self.story.fault("SC-077", "结案情形出现后超过十五个工作日才结案")
        if self.has("unpublished"):
            self.story.fault("CF-048-1", "应当公开的处罚决定没有公开即结案")
            self.story.fault("P2-1-1", "应当公开的处罚决定没有在七个工作日内公开")

    def settle_goods(self) -> None:
        """处理涉案物品: what was confiscated is auctioned, what was only kept as evidence goes back, samples are used up by the test."""
        if "decide" not in self.story.marks:
            return
        confiscated = "GOODS" in self.fine.kinds
        ways = (
            (self.kept, "auction" if confiscated else "return", "公开拍卖，价款上缴国库。" if confiscated else "案件办结，清点后全部退还当事人，当事人签收。"),
            (self.sampled, "other", "样品经检验耗用，余样按检验机构规定处理。"),
        )
        for goods, way, how in ways:
            if goods:
                rows = [{name: row[name] for name in ("name", "quantity", "unit")} for row in goods]
                self.story.step("dispose_goods", self.crew.first, {"goods": rows, "way": way, "how": how, "present": self.story.two})

    def archive(self) -> None:
        """归档."""
        self.story.wait(2, 15)
        self.story.step(
            "archive",
            self.crew.first,
            {"retention": self.rng.choice(("30", "10")), "volume": f"{self.story.organ}罚卷〔{self.story.today.year}〕{self.story.number}号"},
        )

    def overturn(self) -> None:
        """The decision is overturned in review; what was published is withdrawn."""
        self.story.wait(8, 15)
        started = self.story.today
        self.story.step("record_remedy", self.crew.first, {"kind": "review", "remedy_started_on": str(started)})
        self.story.sleep(40, 55)
        ended = self.story.today
        self.story.step(
            "record_remedy",
            self.crew.first,
            {"kind": "review", "remedy_started_on": str(started), "remedy_ended_on": str(ended), "result": "quashed", "overturned_on": str(ended)},
        )
        late = self.has("late_withdrawal")
        self.story.wait(*((6, 9) if late else (0, 2)))
        self.story.step("withdraw", self.crew.first, {"reason": "行政复议决定撤销本处罚决定，撤回公开的信息。"})
        if late:
            self.story.fault("CF-048-2", "决定被撤销后超过三个工作日才撤回公开")

    def upheld(self) -> None:
        """A review or suit that changes nothing."""
        self.story.wait(0, 2)
        started = self.story.today
        self.story.step("record_remedy", self.crew.first, {"kind": self.rng.choice(("review", "suit")), "remedy_started_on": str(started)})
