"""Reports that were sent to the organ above, and its receipts. Both are only added."""

from typing import ClassVar

from django.db import models

from fadu.cases.models import Leaf
from fadu.cases.models.ids import new_id


class Sending(models.Model):
    """报送: one version of a report, handed to the organ above."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField("报告种类", max_length=10)
    ref = models.UUIDField("报告", unique=True)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="报送机关")
    to = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="接收机关")
    period = models.PositiveIntegerField("报告期")
    title = models.CharField("标题", max_length=200)
    due_on = models.DateField("应当报送之日")
    sent_at = models.DateTimeField("报送时间")
    by_name = models.CharField("报送人", max_length=60)
    by_officer = models.BigIntegerField("人员", null=True)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="report_sending", verbose_name="存证")

    class Meta:
        """Those of an organ; of a period."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ", "kind", "period"], name="sending_by_organ"),
            models.Index(fields=["kind", "period"], name="sending_by_period"),
        ]

    def __str__(self) -> str:
        return self.title


class Outcome(models.TextChoices):
    """What the organ above says to a report."""

    ACCEPTED = "accepted", "已接收"
    RETURNED = "returned", "退回"


class Receipt(models.Model):
    """回执: what the organ above said to a report; one that was returned is mended and sent again as a further version."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sending = models.OneToOneField(Sending, models.PROTECT, related_name="receipt", verbose_name="报送")
    outcome = models.CharField("结果", max_length=10, choices=Outcome.choices)
    note = models.CharField("说明", max_length=500, blank=True)
    at = models.DateTimeField("时间")
    by_name = models.CharField("接收人", max_length=60)
    by_officer = models.BigIntegerField("人员", null=True)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="report_receipt", verbose_name="存证")

    def __str__(self) -> str:
        return f"{self.sending_id} {self.outcome}"
