"""Experts, the organs that help each other with review, what was asked and what was said."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.counsel.kinds import Asked, ExpertKind, Occasion
from fadu.agencies.models import Officer, Organ
from fadu.agencies.models.kept import Kept, Witnessed


class Expert(Kept):
    """A lawyer in public service, a legal adviser or another expert engaged by an organ; `until` is the last day."""

    kind = models.CharField("类别", max_length=10, choices=ExpertKind.choices)
    name = models.CharField("姓名", max_length=60)
    officer = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="本机关人员", help_text="公职律师选本人")
    certificate = models.CharField("执业（资格）证号", max_length=40)
    works_at = models.CharField("所在单位", max_length=100, blank=True, help_text="律师事务所、院校等")
    paper = models.CharField("聘任（合同）文号", max_length=60)
    since = models.DateField("聘期自")
    until = models.DateField("聘期至", null=True, blank=True, help_text="当日仍在聘；没有的不填")

    class Meta:
        """Engaged once from a day on."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="expert_order"),
            models.UniqueConstraint(fields=["organ", "certificate", "since"], name="expert_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.get_kind_display()}）"


class Cooperation(Witnessed):
    """A scheme by which organs review for each other (重大执法决定法制审核协作机制)."""

    title = models.CharField("名称", max_length=120)
    partners = models.JSONField("协作机关", default=list)

    class Meta(Witnessed.Meta):
        """A paper once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Witnessed.Meta.constraints,
            models.UniqueConstraint(fields=["organ", "number"], name="cooperation_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Borrowing(Kept):
    """What one organ asked of another: a lawyer or adviser, or the review of a decision; answered, and what came of it."""

    what = models.CharField("申请", max_length=10, choices=Asked.choices)
    lender = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="协助机关")
    matter = models.CharField("事项（案号）", max_length=100)
    asked_on = models.DateField("申请日期")
    cooperation = models.ForeignKey(Cooperation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所据机制")
    answered_on = models.DateField("答复日期", null=True, blank=True)
    agreed = models.BooleanField("同意", null=True, blank=True)
    refused_for = models.CharField("不同意的理由", max_length=200, blank=True)
    answered_by = models.CharField("答复人", max_length=60, blank=True, editable=False, help_text="协助机关自己在平台上答复的")
    opinion_on = models.DateField("出具意见日期", null=True, blank=True)
    opinion_by = models.CharField("出具意见的人员", max_length=60, blank=True)

    class Meta:
        """A matter is asked of an organ once a day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "lender", "matter", "asked_on"], name="borrowing_once"),
            models.CheckConstraint(condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("asked_on")), name="borrowing_answered_after"),
        ]

    def __str__(self) -> str:
        return f"{self.matter} {self.get_what_display()}"


class Opinion(Kept):
    """What an expert said in a legal review or a deliberation, whether in writing, whether it was followed, and why not."""

    expert = models.ForeignKey(Expert, models.PROTECT, related_name="+", verbose_name="专家")
    occasion = models.CharField("场合", max_length=10, choices=Occasion.choices)
    matter = models.CharField("案号（事项）", max_length=100, help_text="案件填案号")
    held_on = models.DateField("日期")
    signed_in = models.BooleanField("已签到", default=True)
    written = models.BooleanField("有书面意见", default=False)
    adopted = models.BooleanField("采纳", default=True)
    why = models.CharField("不采纳的理由", max_length=200, blank=True)
    signed_by = models.ForeignKey(
        Officer, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="签发的本单位审核人", help_text="外聘意见由本单位审核人签发"
    )

    class Meta:
        """An expert speaks once on an occasion."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "expert", "occasion", "matter"], name="opinion_once"),
        ]

    def __str__(self) -> str:
        return f"{self.matter} {self.get_occasion_display()}"


class Dispute(Kept):
    """Where those who handle a case and those who review it disagree (审核分歧), and how it was settled."""

    matter = models.CharField("案号（事项）", max_length=100)
    raised_on = models.DateField("提出日期")
    says = models.TextField("分歧", max_length=500)
    settled_on = models.DateField("协调办结日期", null=True, blank=True)
    outcome = models.CharField("协调结论", max_length=200, blank=True)

    class Meta:
        """A matter is disputed once a day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "matter", "raised_on"], name="dispute_once")]

    def __str__(self) -> str:
        return self.matter
