"""What those who enforce must know (应知应会清单): provisions of law that the exams ask about."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.models.kept import Kept


class SyllabusLine(Kept):
    """A provision on an organ's list of what must be known, in the version of a day; `until` is the last day."""

    title = models.CharField("清单名称", max_length=100)
    provision = models.CharField("法律条目", max_length=120, help_text="写到条，如：行政处罚法第四十二条")
    issued_on = models.DateField("版本日期")
    until = models.DateField("停用日期", null=True, blank=True, help_text="当日仍有效；没有的不填")

    class Meta:
        """A provision stands once in a version."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("issued_on")), name="syllabus_order"),
            models.UniqueConstraint(fields=["organ", "provision", "issued_on"], name="syllabus_once"),
        ]

    def __str__(self) -> str:
        return self.provision
