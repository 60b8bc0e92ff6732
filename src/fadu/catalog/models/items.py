"""Power items (执法事项)."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.kinds import Field, Level


class ActKind(models.TextChoices):
    """The kinds of enforcement act."""

    PENALTY = "penalty", "行政处罚"
    COERCION = "coercion", "行政强制"
    INSPECTION = "inspection", "行政检查"
    LICENCE = "licence", "行政许可"
    REQUISITION = "requisition", "行政征收征用"
    OTHER = "other", "其他"


class PowerItem(models.Model):
    """A power item (执法事项) from the day it was listed; changed by ending it and listing it anew.

    `act_bases` and `bases` are citations as printed, of the duty broken and of the penalty. `ranges` are the fines the
    statute allows: [{"subject": "any"|"person"|"unit", "low": 元, "high": 元} or {"times": [5, 10], …}, "when": "[0, 10000)"].
    """

    code = models.CharField("事项编码", max_length=30)
    name = models.CharField("事项名称", max_length=200)
    kind = models.CharField("行为种类", max_length=12, choices=ActKind.choices)
    field = models.CharField("执法领域", max_length=12, choices=Field.choices)
    level = models.CharField("行使层级", max_length=10, choices=Level.choices)
    act_bases = models.JSONField("违法依据", default=list)
    bases = models.JSONField("实施依据")
    cited = models.TextField("依据全文", blank=True, editable=False, help_text="供检索：违法依据和实施依据，一行一条")
    penalties = models.JSONField("处罚种类", default=list)
    ranges = models.JSONField("罚款幅度", default=list)
    bracket = models.JSONField("幅度所依据的数额", default=dict, blank=True)
    discretion_table = models.CharField("裁量基准", max_length=60, blank=True)
    since = models.DateField("生效日期")
    until = models.DateField("最后有效日", null=True, blank=True)

    class Meta:
        """A code is one item at a time."""

        ordering: ClassVar[list[str]] = ["field", "code", "-since"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code", "since"], name="item_code_since_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(until__isnull=True), name="item_one_open"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="item_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
