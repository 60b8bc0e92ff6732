"""Reports on the three systems: a draft that is written on, and the versions that were signed, which stay."""

from typing import ClassVar

from django.db import models

from fadu.cases.models import Leaf
from fadu.cases.models.ids import new_id
from fadu.law.reports import Due, of_period


class Draft(models.Model):
    """草稿: what people say to the figures, until it is signed. One for each organ and period."""

    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    period = models.PositiveIntegerField("报告期")
    bright = models.TextField("工作亮点", blank=True)
    problems = models.TextField("存在问题", blank=True)
    measures = models.TextField("工作措施和建议", blank=True)
    at = models.DateTimeField("修改时间")
    by_name = models.CharField("修改人", max_length=60)

    class Meta:
        """One of a period."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "period"], name="threefold_draft_once")]

    def __str__(self) -> str:
        return f"{self.organ_id} {self.period}"


class Report(models.Model):
    """三项制度推行情况报告: the items as they read on the day it was signed, and what was said of them. A later version does not change an earlier."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    period = models.PositiveIntegerField("报告期")
    version = models.PositiveSmallIntegerField("版本")
    day = models.DateField("数据截至")
    items = models.JSONField("逐项情况")
    bright = models.TextField("工作亮点")
    problems = models.TextField("存在问题")
    measures = models.TextField("工作措施和建议")
    signed_at = models.DateTimeField("签发时间")
    by_name = models.CharField("签发人", max_length=60)
    by_officer = models.BigIntegerField("人员", null=True)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="threefold_report", verbose_name="存证")

    class Meta:
        """A version of a period is one."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "period", "version"], name="threefold_version")]

    def __str__(self) -> str:
        return self.title

    @property
    def due(self) -> Due:
        """Its period and last day."""
        return of_period("threefold", self.period)

    @property
    def title(self) -> str:
        """As it is called in lists."""
        return f"{self.due.told}三项制度推行情况报告"
