"""Electronic monitoring devices (电子技术监控设备) and what makes their records usable (行政处罚法第四十一条)."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.equipment.kinds import ReviewKind
from fadu.agencies.equipment.models.things import Thing
from fadu.agencies.models import Organ


class Device(models.Model):
    """A device that collects unlawful facts by itself. From `since` until `until` (the last day); never deleted."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="devices", verbose_name="使用机关")
    number = models.CharField("设备编号", max_length=40, unique=True)
    name = models.CharField("设备名称", max_length=60)
    watches = models.CharField("监控的违法行为", max_length=200)
    basis = models.CharField("法律、行政法规依据", max_length=200, blank=True)
    query = models.CharField("查询、陈述和申辩的渠道", max_length=200, blank=True)
    cleared_on = models.DateField("清理登记日期", null=True, blank=True)
    since = models.DateField("启用日期")
    until = models.DateField("停用日期", null=True, blank=True)

    class Meta:
        """In order of time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="device_order"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


class Siting(models.Model):
    """Where a device stands, from a day (included) until another (not included), and since when the place is public."""

    device = models.ForeignKey(Device, models.PROTECT, related_name="sitings", verbose_name="设备")
    place = models.CharField("设置地点", max_length=200)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    published_at = models.CharField("公布载体", max_length=200, blank=True)

    class Meta:
        """One place at a time; a day of publication has its carrier."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="siting_order"),
            models.UniqueConstraint(fields=["device"], condition=Q(until__isnull=True), name="siting_one_place"),
            models.CheckConstraint(condition=Q(published_on__isnull=True) | ~Q(published_at=""), name="siting_published_somewhere"),
        ]

    def __str__(self) -> str:
        return self.place


class Review(models.Model):
    """A legal or technical review of a device; it holds from its day until the next of its kind."""

    device = models.ForeignKey(Device, models.PROTECT, related_name="reviews", verbose_name="设备")
    kind = models.CharField("审核", max_length=10, choices=ReviewKind.choices)
    on = models.DateField("审核日期")
    passed = models.BooleanField("通过")
    placed = models.BooleanField("符合标准、设置合理、标志明显", null=True, blank=True, help_text="技术审核时填")
    paper = models.CharField("审核文书", max_length=60)
    by = models.CharField("审核单位和人员", max_length=100)

    class Meta:
        """One review of a kind a day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["device", "kind", "on"], name="review_once_a_day")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on}"


class Calibration(models.Model):
    """A certificate of verification (检定、校准) of a device or a thing, good on both its first and its last day."""

    device = models.ForeignKey(Device, models.PROTECT, null=True, blank=True, related_name="calibrations", verbose_name="监控设备")
    thing = models.ForeignKey(Thing, models.PROTECT, null=True, blank=True, related_name="calibrations", verbose_name="装备")
    paper = models.CharField("证书编号", max_length=60)
    by = models.CharField("检定机构", max_length=100)
    since = models.DateField("检定日期")
    until = models.DateField("有效期至", help_text="当日仍有效")

    class Meta:
        """Of one of the two."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="calibration_order"),
            models.CheckConstraint(
                condition=Q(device__isnull=True, thing__isnull=False) | Q(device__isnull=False, thing__isnull=True), name="calibration_of_one"
            ),
        ]

    def __str__(self) -> str:
        return self.paper
