"""Applications for credentials, the course each took, and the examinations behind them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.agencies.kinds import OPEN_STAGES, Exam, Field, Purpose, Stage
from fadu.agencies.models.people import Officer


class Application(models.Model):
    """An application for a credential (证件申请). Its stage is a copy of the last of its steps; it is closed, never deleted."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="applications", verbose_name="申请人")
    purpose = models.CharField("申请事项", max_length=10, choices=Purpose.choices)
    category = models.CharField("执法类别", max_length=12, choices=Field.choices)
    position = models.CharField("行政执法岗位", max_length=60)
    replaces = models.ForeignKey("agencies.Credential", models.PROTECT, null=True, blank=True, related_name="replacements", verbose_name="原证件")
    stage = models.CharField("进度", max_length=10, choices=Stage.choices, default=Stage.APPLIED)
    applied_at = models.DateTimeField("申请时间", auto_now_add=True)

    class Meta:
        """One open application a person; what replaces a card names it."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["officer"], condition=Q(stage__in=list(OPEN_STAGES)), name="application_one_open"),
            models.CheckConstraint(condition=Q(purpose=Purpose.FIRST) | Q(replaces__isnull=False), name="application_names_what_it_replaces"),
        ]

    def __str__(self) -> str:
        return f"{self.officer_id} {self.get_purpose_display()}"

    @property
    def is_open(self) -> bool:
        """Whether it is still under way."""
        return self.stage in OPEN_STAGES


class ApplicationStep(models.Model):
    """A step of an application: to which stage, by whom, when, why. Only ever added."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="steps", verbose_name="申请")
    stage = models.CharField("进入", max_length=10, choices=Stage.choices)
    at = models.DateTimeField("时间", auto_now_add=True)
    by_name = models.CharField("经办人", max_length=60)
    by_officer_id = models.BigIntegerField("经办人编号", null=True)
    reason = models.CharField("意见", max_length=200)
    paper = models.CharField("文书号", max_length=60, blank=True)

    class Meta:
        """A stage is entered once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["application", "stage"], name="application_stage_once"),
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.get_stage_display()}"


class ExamResult(models.Model):
    """A result of one of the two examinations. A wrong one is annulled with a reason, never changed."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="results", verbose_name="考生")
    kind = models.CharField("考试", max_length=12, choices=Exam.choices)
    taken_on = models.DateField("考试日期")
    passed = models.BooleanField("合格")
    mark = models.PositiveSmallIntegerField("得分", null=True, blank=True)
    source = models.CharField("成绩来源", max_length=200, help_text="试卷、场次或者成绩单编号")
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)
    annulled_at = models.DateTimeField("作废时间", null=True, blank=True)
    annulled_why = models.CharField("作废事由", max_length=200, blank=True)

    class Meta:
        """A sitting gives a person one result."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["officer", "kind", "source"], condition=Q(annulled_at__isnull=True), name="result_once_a_sitting"),
        ]

    def __str__(self) -> str:
        return f"{self.officer_id} {self.get_kind_display()}"
