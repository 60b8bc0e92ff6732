"""Appraisals of people and organs, and commendations."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.agencies.care.kinds import Grade
from fadu.agencies.models import Officer, Organ


class Appraisal(models.Model):
    """A person's annual appraisal (年度考核): one outcome a year."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="appraisals", verbose_name="机关")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="appraisals", verbose_name="被考核人")
    year = models.PositiveSmallIntegerField("年度")
    grade = models.CharField("等次", max_length=10, choices=Grade.choices)
    decided_on = models.DateField("确定日期")
    paper = models.CharField("文书号", max_length=60)

    class Meta:
        """One outcome a year."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["officer", "year"], name="appraisal_once_a_year")]

    def __str__(self) -> str:
        return f"{self.officer} {self.year} 年度考核"


class OrganAppraisal(models.Model):
    """An appraisal of how an organ enforces (评议考核), and by which of the six methods."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="organ_appraisals", verbose_name="被评议机关")
    year = models.PositiveSmallIntegerField("年度")
    held_on = models.DateField("评议日期")
    methods = models.JSONField("方式", default=list)
    grade = models.CharField("档次", max_length=20)
    paper = models.CharField("文书号", max_length=60)

    class Meta:
        """One a day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "held_on"], name="organ_appraisal_once_a_day")]

    def __str__(self) -> str:
        return f"{self.organ} {self.year} 年度评议考核"


class Commendation(models.Model):
    """A commendation (表彰奖励) of a person or of an organ as a whole."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="commendations", verbose_name="机关")
    officer = models.ForeignKey(Officer, models.PROTECT, null=True, blank=True, related_name="commendations", verbose_name="个人")
    title = models.CharField("名称", max_length=100)
    given_by = models.CharField("表彰机关", max_length=100)
    given_on = models.DateField("表彰日期")
    paper = models.CharField("决定文号", max_length=60)

    class Meta:
        """A paper names a person once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["officer", "paper"], condition=Q(officer__isnull=False), name="commendation_once"),
            models.UniqueConstraint(fields=["organ", "paper"], condition=Q(officer__isnull=True), name="commendation_of_organ_once"),
            models.CheckConstraint(condition=~Q(paper=""), name="commendation_paper"),
        ]

    def __str__(self) -> str:
        return self.title
