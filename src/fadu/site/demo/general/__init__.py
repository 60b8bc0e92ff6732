"""普通程序: the ordinary course and its branches, told step by step."""

from datetime import timedelta

from fadu.site.demo.general.execution import Execution


class General(Execution):
    """A story of the ordinary procedure, whole."""

    def convert(self) -> None:
        """What began on the spot goes on as an ordinary case."""
        self.story.wait(0, 0)
        received = self.story.today
        self.story.step(
            "convert",
            self.crew.first,
            {"reason": "当事人此前已被责令改正，拟处罚款超过当场处罚限额，转为普通程序。", "clue_received_on": str(received), "violation_place": self.place},
        )
        self.story.marks["clue"] = received
        self.file()
        self.inquire()
        self.finish()

    def tell(self) -> None:
        """From the clue to the end."""
        self.register()
        if self.has("declined"):
            return self.decline()
        if self.has("handed_over"):
            return self.hand_over(self.words["to"], self.words["why"])
        self.file()
        self.inquire()
        if self.has("terminated"):
            return self.terminate()
        if self.has("criminal"):
            return self.crime()
        if self.has("cancelled") and not self.market:
            self.cancel()
            self.close()
            return self.archive()
        return self.finish()

    def finish(self) -> None:
        """From the report to the archive."""
        self.conclude(none=self.has("none"))
        if self.has("send_back"):
            self.send_back()
        self.review_case()
        if self.has("none"):
            self.decide_none()
            self.serve()
            self.story.wait(0, 2)
            self.story.step("perform", self.crew.first, {"how": "已经对当事人进行教育，当事人签收不予处罚决定书。"})
            self.close()
            return self.archive()
        self.approve()
        self.notify()
        if self.has("waive"):
            self.waive()
        elif self.has("hearing") and self.hearing_offered:
            self.heard()
        elif self.has("defence") or self.has("cancelled"):
            self.defend()
        if self.has("cancelled"):
            self.after_wait()
            self.cancel()
            self.close()
            return self.archive()
        if self.major or (self.held and self.hearing_offered):
            self.after_wait()
            self.review()
            self.discuss()
        self.decide()
        if self.in_ecology:
            self.disclose()
        self.serve()
        if not self.in_ecology and (self.exposed or self.has("publish") or self.has("overturned")):
            self.publish()
        return self.perform()

    def after_wait(self) -> None:
        """Review and discussion after the party's days, so that nothing asked for in them comes too late."""
        due = self.story.days.after(self.story.marks["notify"], 5)
        if "waive" not in self.story.marks and not self.held and self.story.today <= due:
            self.story.until(due + timedelta(days=1))

    def perform(self) -> None:
        """What becomes of the money, then closing and archive."""
        if self.has("court"):
            self.court()
            if not self.has("execution_ended"):
                return
        elif self.has("surcharge"):
            self.surcharge()
        elif self.has("deferred"):
            self.defer()
        elif self.has("late_payment"):
            self.overdue()
            self.pay()
            self.story.fault("CF-067-3", "当事人超过十五日才缴清罚款", whose="party")
        elif not self.owed:
            self.story.wait(0, 3)
            self.story.step("perform", self.crew.first, {"how": "警告已经宣告送达，当事人已经改正。"})
        else:
            self.pay_in_time()
        if self.has("upheld"):
            self.upheld()
        self.close()
        self.archive()
        if self.has("overturned"):
            self.overturn()

    def terminate(self) -> None:
        """终止调查."""
        self.story.wait(3, 8)
        self.story.step(
            "terminate", self.crew.head, {"terminate_ground": "dissolved", "reason": "当事人已经注销，没有权利义务承受人。", "opinion": "同意终止调查。"}
        )
        self.close()
        self.archive()

    def crime(self) -> None:
        """移送司法机关."""
        self.story.wait(2, 5)
        self.story.step(
            "suspect_crime",
            self.crew.first,
            {"offence": "销售伪劣产品", "facts_found": "销售金额已经达到追诉标准。", "materials": "现场笔录、询问笔录、检验报告、涉案物品清单。"},
        )
        self.story.wait(0, 2)
        self.story.step(
            "transfer_criminal",
            self.crew.head,
            {"to_organ": "示范县公安局", "offence": "销售伪劣产品", "materials": "案卷复印件一册、涉案物品清单一份。", "opinion": "同意移送公安机关。"},
        )
        if self.has("accepted"):
            self.story.wait(5, 12)
            self.story.step(
                "close_transfer",
                self.crew.first,
                {"docket": f"示公（经）立字〔{self.story.today.year}〕{self.story.number} 号", "accepted_on": str(self.story.today)},
            )
