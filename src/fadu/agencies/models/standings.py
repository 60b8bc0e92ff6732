"""The standing (主体资格) of organs: confirmed, announced, changed, cancelled."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.kinds import ConfirmedBy, StandingEnd
from fadu.agencies.models.organs import Organ


class Standing(models.Model):
    """The standing of an organ from the day it was confirmed until it was changed or cancelled; ended, never deleted.

    What is confirmed is announced: until then the organ has no announced standing (行政执法监督条例第十七条第一款).
    """

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="standings", verbose_name="执法主体")
    name = models.CharField("确认的名称", max_length=100)
    confirmed_by = models.CharField("确认机关", max_length=12, choices=ConfirmedBy.choices)
    confirmer = models.CharField("确认机关名称", max_length=100)
    document = models.CharField("确认文号", max_length=80)
    basis = models.CharField("确认依据", max_length=200)
    since = models.DateField("确认之日")
    announced_on = models.DateField("公告之日", null=True, blank=True)
    announced_in = models.CharField("公告载体", max_length=200, blank=True)
    announcement = models.CharField("公告编号", max_length=80, blank=True)
    until = models.DateField("终止之日", null=True, blank=True, help_text="自这一天起不再有效")
    ended_as = models.CharField("终止方式", max_length=10, choices=StandingEnd.choices, blank=True)
    end_reason = models.CharField("终止事由", max_length=200, blank=True)
    end_paper = models.CharField("终止文号", max_length=80, blank=True)
    by_name = models.CharField("登记人", max_length=60)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        """One at a time; what ended says how, what was announced says where."""

        ordering: ClassVar[list[str]] = ["-since", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="standing_ends_after_start"),
            models.CheckConstraint(
                condition=(Q(until__isnull=True) & Q(ended_as="")) | (Q(until__isnull=False) & ~Q(ended_as="") & ~Q(end_reason="")),
                name="standing_end_explained",
            ),
            models.CheckConstraint(
                condition=Q(announced_on__isnull=True) | (Q(announced_on__gte=F("since")) & ~Q(announced_in="")), name="standing_announced_somewhere"
            ),
            models.UniqueConstraint(fields=["organ"], condition=Q(until__isnull=True), name="standing_one_open"),
            models.UniqueConstraint(fields=["organ", "since"], name="standing_begins_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.document}"
