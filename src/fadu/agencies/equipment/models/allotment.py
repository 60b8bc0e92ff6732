"""What an organ should have: standards, designations, money, uniforms, rules."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.equipment.kinds import Designated, Garment, Line, Rule, ThingKind
from fadu.agencies.models import Officer, Organ

_LASTS = Q(until__isnull=True) | Q(until__gte=F("since"))


class Standard(models.Model):
    """How many things of a kind an organ and all below it should have (配备标准): so many for each organ, or for so many people.

    `until` is the last day. The nearest organ above that has one for the kind decides.
    """

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="standards", verbose_name="适用机关")
    kind = models.CharField("类别", max_length=12, choices=ThingKind.choices)
    things = models.PositiveIntegerField("件数")
    people = models.PositiveIntegerField("每多少人", default=0, help_text="0：每个机关")
    paper = models.CharField("标准文件", max_length=120)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        """One standard of a kind at a time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=_LASTS, name="standard_order"),
            models.UniqueConstraint(fields=["organ", "kind"], condition=Q(until__isnull=True), name="standard_once"),
        ]

    def __str__(self) -> str:
        return f"{self.organ} {self.get_kind_display()}"


class Designation(models.Model):
    """What a paper determines for an organ (认定、核定、说明): its class, a duty, a number. `until` is the last day."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="designations", verbose_name="机关")
    what = models.CharField("事项", max_length=16, choices=Designated.choices)
    amount = models.PositiveIntegerField("数量", null=True, blank=True)
    paper = models.CharField("文件", max_length=120)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        """One of each at a time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=_LASTS, name="designation_order"),
            models.UniqueConstraint(fields=["organ", "what"], condition=Q(until__isnull=True), name="designation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.organ} {self.get_what_display()}"


class BudgetLine(models.Model):
    """Money for a year and a purpose (预算科目), in 分."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="budget_lines", verbose_name="机关")
    year = models.PositiveSmallIntegerField("年度")
    line = models.CharField("科目", max_length=12, choices=Line.choices)
    planned = models.BigIntegerField("预算数")
    granted = models.BigIntegerField("拨付数", default=0)
    spent = models.BigIntegerField("支出数", default=0)
    astray = models.BigIntegerField("其中非执法支出", default=0)
    paper = models.CharField("批复文件", max_length=120, blank=True)

    class Meta:
        """One row for each purpose and year; what is spent astray is part of what is spent."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "year", "line"], name="budget_once"),
            models.CheckConstraint(condition=Q(planned__gte=0, granted__gte=0, astray__gte=0) & Q(spent__gte=F("astray")), name="budget_amounts"),
        ]

    def __str__(self) -> str:
        return f"{self.year} 年{self.get_line_display()}"


class Uniform(models.Model):
    """A garment or insignia issued to a person (制式服装和标志), with size and the day a new one is due."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="uniforms", verbose_name="机关")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="uniforms", verbose_name="领用人")
    garment = models.CharField("品种", max_length=10, choices=Garment.choices)
    size = models.CharField("尺码", max_length=20, blank=True)
    issued_on = models.DateField("发放日期")
    due_on = models.DateField("换发日期", null=True, blank=True)
    returned_on = models.DateField("收回日期", null=True, blank=True)

    class Meta:
        """In order of time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(returned_on__isnull=True) | Q(returned_on__gte=F("issued_on")), name="uniform_order"),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.get_garment_display()}"


class Regulation(models.Model):
    """A rule or report that somebody enters and somebody else checks (登记凭据): number, day, original, until when.

    Until it is checked by a second person it counts for nothing; after `until` (the last day) likewise.
    """

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="regulations", verbose_name="机关")
    rule = models.CharField("种类", max_length=20, choices=Rule.choices)
    title = models.CharField("名称", max_length=120)
    number = models.CharField("文号", max_length=60)
    issued_on = models.DateField("发布或者报送日期")
    until = models.DateField("失效日期", null=True, blank=True, help_text="当日仍有效")
    url = models.CharField("原件地址", max_length=200, blank=True)
    elements = models.PositiveSmallIntegerField("要素或者情形数", default=0)
    indices = models.TextField("考核指标", blank=True, help_text="一行一项")
    entered_by = models.BigIntegerField("登记人账号", null=True)
    entered_name = models.CharField("登记人", max_length=60)
    checked_by = models.BigIntegerField("复核人账号", null=True)
    checked_name = models.CharField("复核人", max_length=60, blank=True)

    class Meta:
        """Checked by another than who entered it; held by the database too."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("entered_by")), name="regulation_two_people"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("issued_on")), name="regulation_order"),
        ]

    def __str__(self) -> str:
        return self.title
