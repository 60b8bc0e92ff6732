"""Service guides (执法服务指南) of items that are asked for: the ten things that each must tell."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.models.kept import Kept


class ServiceGuide(Kept):
    """The guide of an item in the version of a day (黑政办发〔2019〕26号二(一)1(6)); public as soon as it is published."""

    item = models.CharField("事项编码", max_length=40)
    name = models.CharField("事项名称", max_length=200)
    accepts = models.CharField("受理机构", max_length=100)
    decides = models.CharField("审批机构", max_length=100)
    conditions = models.TextField("受理条件", max_length=2000)
    materials = models.TextField("申请材料", max_length=2000)
    favours = models.TextField("优惠政策", max_length=1000, help_text="没有的写“无”")
    limit = models.CharField("办理时限", max_length=60, help_text="如：20 个工作日")
    hours = models.CharField("办公时间", max_length=100)
    address = models.CharField("办公地址", max_length=200)
    phone = models.CharField("办公电话", max_length=40)
    published_on = models.DateField("公布日期")
    until = models.DateField("停用日期", null=True, blank=True, help_text="当日仍有效；没有的不填")

    class Meta:
        """One version of a day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "item", "published_on"], name="guide_once"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("published_on")), name="guide_order"),
        ]

    def __str__(self) -> str:
        return self.name
