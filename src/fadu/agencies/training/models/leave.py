"""Lessons off duty."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.models import Credential, Officer
from fadu.agencies.training.kinds import Cause, Outcome


class OffDuty(models.Model):
    """A person taken off duty to be taught (离岗教育). While it lasts the credential is suspended; both begin and end in one act.

    The hours are those of sessions of kind 离岗教育 attended since it began; the exam's result is entered, with where it is kept.
    """

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="off_duty", verbose_name="人员")
    credential = models.ForeignKey(Credential, models.PROTECT, null=True, blank=True, related_name="off_duty", verbose_name="暂扣的证件")
    cause = models.CharField("原因", max_length=12, choices=Cause.choices)
    facts = models.CharField("事实", max_length=500)
    paper = models.CharField("决定文书号", max_length=60)
    days = models.PositiveSmallIntegerField("离岗教育天数")
    starts_at = models.DateTimeField("开始")
    asked_on = models.DateField("本人申请日期", null=True, blank=True)
    exam_passed = models.BooleanField("考试结果", null=True, blank=True)
    exam_on = models.DateField("考试日期", null=True, blank=True)
    exam_ref = models.CharField("考试记录编号", max_length=60, blank=True)
    outcome = models.CharField("结果", max_length=12, choices=Outcome.choices, blank=True)
    ends_at = models.DateTimeField("结束", null=True, blank=True)
    end_paper = models.CharField("结束文书号", max_length=60, blank=True)

    class Meta:
        """One at a time for each person; nobody comes back without the exam."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["officer"], condition=Q(ends_at__isnull=True), name="off_duty_one_open"),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True, outcome="") | (Q(ends_at__gt=F("starts_at")) & ~Q(outcome="")), name="off_duty_ends_with_outcome"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="back") | Q(exam_passed=True, exam_on__isnull=False, asked_on__isnull=False), name="off_duty_back_after_exam"
            ),
        ]

    def __str__(self) -> str:
        return f"离岗教育 {self.officer_id}"
