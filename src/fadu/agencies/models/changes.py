"""What was changed in the registers, and why."""

from typing import ClassVar

from django.db import models


class Change(models.Model):
    """What was changed in organs, people and credentials, by whom, when, why. Written by the services, never rewritten.

    Personal numbers stand masked in `before` and `after`.
    """

    what = models.CharField("对象", max_length=20)
    target_id = models.BigIntegerField("编号")
    label = models.CharField("名称", max_length=100)
    organ_id = models.BigIntegerField("所属机关", null=True, db_index=True)
    action = models.CharField("操作", max_length=20)
    by_id = models.BigIntegerField("操作人账号", null=True)
    by_name = models.CharField("操作人", max_length=60)
    at = models.DateTimeField("时间", auto_now_add=True)
    before = models.JSONField("改前", default=dict)
    after = models.JSONField("改后", default=dict)
    reason = models.CharField("事由", max_length=200, blank=True)

    class Meta:
        """Found by what was changed."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["what", "target_id", "at"], name="change_by_target")]

    def __str__(self) -> str:
        return f"{self.action} {self.label}"
