"""Power items (执法事项)."""

from typing import ClassVar

from django.db import models

from fadu.agencies.kinds import Field, Level
from fadu.catalog.models.versions import Version, held


class ActKind(models.TextChoices):
    """The kinds of administrative act that a list of powers and duties tells apart."""

    PENALTY = "penalty", "行政处罚"
    COERCION = "coercion", "行政强制"
    INSPECTION = "inspection", "行政检查"
    LICENCE = "licence", "行政许可"
    REQUISITION = "requisition", "行政征收征用"
    CONFIRMATION = "confirmation", "行政确认"
    PAYMENT = "payment", "行政给付"
    RULING = "ruling", "行政裁决"
    REWARD = "reward", "行政奖励"
    OTHER = "other", "其他"


class PowerItem(Version):
    """A power item (执法事项, a row of the 权责清单) from the day it was listed; changed by ending it and listing it anew.

    `act_bases` and `bases` are citations as printed, of the duty broken and of the act. `ranges` are the fines the
    statute allows: [{"subject": "any"|"person"|"unit", "low": 元, "high": 元} or {"times": [5, 10], …}, "when": "[0, 10000)"].
    """

    name = models.CharField("事项名称", max_length=200)
    kind = models.CharField("行为种类", max_length=12, choices=ActKind.choices)
    field = models.CharField("执法领域", max_length=12, choices=Field.choices)
    level = models.CharField("行使层级", max_length=10, choices=Level.choices)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, null=True, blank=True, related_name="power_items", verbose_name="实施机关")
    subject = models.CharField("实施主体", max_length=120, blank=True, help_text="清单上的写法；没有指定机关的，由本级主管该领域的机关实施")
    act_bases = models.JSONField("违法依据", default=list)
    bases = models.JSONField("实施依据")
    cited = models.TextField("依据全文", blank=True, editable=False, help_text="供检索：违法依据和实施依据，一行一条")
    penalties = models.JSONField("处罚种类", default=list)
    ranges = models.JSONField("罚款幅度", default=list)
    bracket = models.JSONField("幅度所依据的数额", default=dict, blank=True)
    discretion_table = models.CharField("裁量基准", max_length=60, blank=True)
    procedure = models.CharField("办理程序", max_length=40, blank=True, help_text="程序的标识；空的按行为种类")
    statutory_limit = models.CharField("法定时限", max_length=120, blank=True, help_text="程序中没有期限的才填")
    promised_limit = models.CharField("承诺时限", max_length=120, blank=True)
    remedies = models.CharField("救济途径", max_length=200, blank=True)
    duties = models.TextField("责任事项", blank=True)
    accountability = models.TextField("追责情形", blank=True)

    class Meta:
        """A code is one item at a time."""

        ordering: ClassVar[list[str]] = ["field", "code", "-since"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["field", "code", "id"], name="item_listing"),
            models.Index(fields=["organ", "field", "code"], name="item_by_organ"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = held("item")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
