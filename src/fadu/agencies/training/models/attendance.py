"""Who attended."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.models import Officer
from fadu.agencies.training.kinds import Via
from fadu.agencies.training.models.sessions import Session


class Attendance(models.Model):
    """A person's attendance of a session; what was wrongly written down is struck out with its reason, never deleted."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="attendances", verbose_name="场次")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="attendances", verbose_name="参训人员")
    via = models.CharField("签到方式", max_length=6, choices=Via.choices)
    came_at = models.DateTimeField("签到时间")
    left_at = models.DateTimeField("签退时间", null=True, blank=True)
    device = models.CharField(max_length=32, blank=True, editable=False)
    reason = models.CharField("补登理由", max_length=200, blank=True)
    by_name = models.CharField("登记人", max_length=60)
    struck_at = models.DateTimeField("注销时间", null=True, blank=True)
    struck_reason = models.CharField("注销理由", max_length=200, blank=True)

    class Meta:
        """Once a session each, one person a device; by hand only with a reason."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["officer", "session"], name="attendance_by_officer")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["session", "officer"], condition=Q(struck_at__isnull=True), name="attendance_once"),
            models.UniqueConstraint(fields=["session", "device"], condition=Q(struck_at__isnull=True) & ~Q(device=""), name="attendance_own_device"),
            models.CheckConstraint(condition=Q(via="code") | ~Q(reason=""), name="attendance_by_hand_with_reason"),
            models.CheckConstraint(condition=Q(left_at__isnull=True) | Q(left_at__gte=F("came_at")), name="attendance_leaves_after_coming"),
            models.CheckConstraint(condition=Q(struck_at__isnull=True) | ~Q(struck_reason=""), name="attendance_struck_with_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.officer_id} {self.session_id}"
