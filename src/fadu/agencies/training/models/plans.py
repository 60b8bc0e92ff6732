"""Annual plans of training."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.agencies.models import Organ
from fadu.agencies.training.kinds import CourseKind, PlanState


class Plan(models.Model):
    """A version of an organ's plan for a year (年度培训计划). What was filed is changed only by a new version with its reason."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="training_plans", verbose_name="机关")
    year = models.PositiveSmallIntegerField("年度")
    version = models.PositiveSmallIntegerField("版本", default=1)
    state = models.CharField("状态", max_length=10, choices=PlanState.choices, default=PlanState.DRAFT)
    reason = models.CharField("变更理由", max_length=200, blank=True)
    drawn_on = models.DateField("拟定日期")
    filed_on = models.DateField("报备日期", null=True, blank=True)
    filed_with = models.CharField("报备机关", max_length=100, blank=True, help_text="同级司法行政机关")
    receipt = models.CharField("签收文号", max_length=60, blank=True)
    by_name = models.CharField("拟定人", max_length=60)

    class Meta:
        """One version at a time is being drawn up, one is in force; what is filed says when and with whom."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "year", "version"], name="plan_version_once"),
            models.UniqueConstraint(fields=["organ", "year", "state"], condition=~Q(state="replaced"), name="plan_one_of_each_state"),
            models.CheckConstraint(
                condition=Q(state="draft", filed_on__isnull=True) | (~Q(state="draft") & Q(filed_on__isnull=False)), name="plan_filed_with_date"
            ),
            models.CheckConstraint(condition=Q(version=1) | (Q(version__gt=1) & ~Q(reason="")), name="plan_changed_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.year} 年培训计划" + (f"（第 {self.version} 版）" if self.version > 1 else "")


class PlanLine(models.Model):
    """One course that a plan foresees."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="lines", verbose_name="计划")
    kind = models.CharField("课程种类", max_length=12, choices=CourseKind.choices)
    title = models.CharField("培训项目", max_length=100)
    hours = models.PositiveSmallIntegerField("学时")
    audience = models.CharField("培训对象", max_length=100)
    first_month = models.PositiveSmallIntegerField("起始月份")
    last_month = models.PositiveSmallIntegerField("结束月份")
    budget = models.BigIntegerField("经费（分）", default=0)

    class Meta:
        """In the order of the year."""

        ordering: ClassVar[list[str]] = ["first_month", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(first_month__gte=1, last_month__lte=12, last_month__gte=models.F("first_month")), name="plan_line_months"),
        ]

    def __str__(self) -> str:
        return self.title
