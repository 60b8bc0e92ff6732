"""What every published list of the catalogue shares: entries that hold from a day to a day, and who listed them, why."""

from django.db import models
from django.db.models import F, Q


class Version(models.Model):
    """An entry of a list, from the day it was listed. Never changed in place: it is ended, and listed anew under its code.

    `listed_why` and `ended_why` are the reasons given; what an entry was before stands in the earlier rows of its code.
    """

    code = models.CharField("编码", max_length=40)
    document = models.CharField("审定文号", max_length=80, blank=True, help_text="审定、调整清单的文件")
    legal_reviewed_on = models.DateField("法制机构审核日期", null=True, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    since = models.DateField("生效日期")
    until = models.DateField("最后有效日", null=True, blank=True)
    listed_why = models.CharField("列入的理由", max_length=200, blank=True)
    ended_why = models.CharField("终止的理由", max_length=200, blank=True)
    listed_by_id = models.PositiveBigIntegerField("列入人账号", null=True)
    listed_by = models.CharField("列入人", max_length=60, blank=True)
    listed_at = models.DateTimeField("列入时间", auto_now_add=True, null=True)

    class Meta:
        """A list of its own table each."""

        abstract = True

    def __str__(self) -> str:
        return self.code


def held(name: str) -> list[models.BaseConstraint]:
    """What the database holds of a list: a code is one entry at a time."""
    return [
        models.UniqueConstraint(fields=["code", "since"], name=f"{name}_code_since_once"),
        models.UniqueConstraint(fields=["code"], condition=Q(until__isnull=True), name=f"{name}_one_open"),
        models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name=f"{name}_ends_after_start"),
    ]
