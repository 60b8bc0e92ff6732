"""How people come to review, and how they leave."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.agencies.kinds import Leaving
from fadu.agencies.models.people import Officer


class Departure(models.Model):
    """Why and from which day a person no longer enforces for an organ. The credential is withdrawn from that day on."""

    officer = models.OneToOneField(Officer, models.PROTECT, related_name="departure", verbose_name="人员")
    kind = models.CharField("情形", max_length=12, choices=Leaving.choices)
    effective_on = models.DateField("生效之日")
    reason = models.CharField("事由", max_length=200)
    paper = models.CharField("文书号", max_length=60, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.officer_id} {self.get_kind_display()}"


class Reviewer(models.Model):
    """A person's standing as reviewer (法制审核人员): kept with the post that makes them one (行政处罚法第五十八条第二款)."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="reviewing", verbose_name="人员")
    post_id = models.BigIntegerField("任职", unique=True)
    qualified = models.BooleanField("任职时已取得法律职业资格")
    first_time = models.BooleanField("初次从事行政处罚决定法制审核")
    evidence = models.CharField("此前从事审核的依据", max_length=100, blank=True)

    class Meta:
        """Held by the database too: who reviews for the first time is qualified."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(first_time=False) | Q(qualified=True), name="reviewer_first_is_qualified"),
        ]

    def __str__(self) -> str:
        return f"{self.officer_id}"
