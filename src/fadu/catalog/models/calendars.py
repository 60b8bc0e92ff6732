"""Holiday notices."""

from typing import ClassVar

from django.db import models


class CalendarNotice(models.Model):
    """A holiday notice (国务院办公厅关于节假日安排的通知) as loaded. Never changed: a correction is loaded anew, and the last one rules."""

    year = models.PositiveSmallIntegerField("年份", db_index=True)
    holidays = models.JSONField("放假日", help_text="{日期: 节日名称}")
    makeup_days = models.JSONField("调休上班日")
    source = models.CharField("文号", max_length=80)
    loaded_by = models.CharField("载入人", max_length=60)
    loaded_by_id = models.PositiveBigIntegerField("载入人账号", null=True)
    loaded_at = models.DateTimeField("载入时间", auto_now_add=True)

    class Meta:
        """The last loaded first."""

        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return f"{self.year} {self.source}"
