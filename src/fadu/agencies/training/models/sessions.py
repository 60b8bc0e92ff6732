"""Sessions of courses."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.models import Organ
from fadu.agencies.training.kinds import Campaign
from fadu.agencies.training.models.courses import Course
from fadu.agencies.training.models.plans import PlanLine


class Session(models.Model):
    """A course as it is held once: when, where, for whom. Its hours are the course's. Cancelled with a reason, never deleted."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="sessions", verbose_name="课程")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="sessions", verbose_name="举办机关")
    line = models.ForeignKey(PlanLine, models.PROTECT, null=True, blank=True, related_name="sessions", verbose_name="落实的计划项目")
    audience = models.ManyToManyField(Organ, related_name="invited_to", verbose_name="参训机关")
    campaign = models.CharField("所属活动", max_length=10, choices=Campaign.choices, blank=True)
    place = models.CharField("地点", max_length=100)
    starts_at = models.DateTimeField("开始")
    ends_at = models.DateTimeField("结束")
    grace = models.PositiveSmallIntegerField("开始后可签到分钟数", default=15)
    sign_out = models.BooleanField("须签退", default=False)
    secret = models.BinaryField(max_length=32, editable=False)
    cancelled_at = models.DateTimeField("取消时间", null=True, blank=True)
    cancel_reason = models.CharField("取消理由", max_length=200, blank=True)

    class Meta:
        """Listed by when they are held."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ", "starts_at"], name="session_by_organ"),
            models.Index(fields=["starts_at"], name="session_by_time"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_start"),
            models.CheckConstraint(condition=Q(cancelled_at__isnull=True) | ~Q(cancel_reason=""), name="session_cancelled_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.course} {self.starts_at:%Y-%m-%d}"
