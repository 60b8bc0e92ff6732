"""What rows of registers have in common: whose they are, and who vouches for the paper they rest on."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.models.organs import Organ


class Kept(models.Model):
    """A row of an organ's register (台账)."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机关")

    class Meta:
        """A table of its own each."""

        abstract = True


class Witnessed(Kept):
    """A row that rests on a paper (登记凭据): its number, day and original; one person enters, another checks.

    Until it is checked by a second person it counts for nothing; after `until` (the last day) likewise.
    """

    number = models.CharField("文号", max_length=60)
    issued_on = models.DateField("发布日期")
    until = models.DateField("失效日期", null=True, blank=True, help_text="当日仍有效；没有的不填")
    url = models.CharField("原件地址", max_length=200, blank=True)
    entered_by = models.BigIntegerField("登记人账号", null=True, editable=False)
    entered_name = models.CharField("登记人", max_length=60, editable=False)
    checked_by = models.BigIntegerField("复核人账号", null=True, editable=False)
    checked_name = models.CharField("复核人", max_length=60, blank=True, editable=False)

    class Meta:
        """Checked by another than who entered it; held by the database too."""

        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("entered_by")), name="%(app_label)s_%(class)s_two_people"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("issued_on")), name="%(app_label)s_%(class)s_order"),
        ]
