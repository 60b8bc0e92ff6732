"""Premises (执法场所), their rooms, and what is noted of them from day to day."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.equipment.kinds import Log, RoomUse
from fadu.agencies.models import Organ

_LASTS = Q(until__isnull=True) | Q(until__gte=F("since"))


class Premises(models.Model):
    """Where an organ works: floor area in whole square metres, as measured. `until` is the last day."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="premises", verbose_name="机关")
    name = models.CharField("名称", max_length=100)
    address = models.CharField("地址", max_length=200)
    area = models.PositiveIntegerField("办公建筑面积（平方米）")
    measured_on = models.DateField("核测日期")
    paper = models.CharField("平面图或者核测文件", max_length=120, blank=True)
    since = models.DateField("启用日期")
    until = models.DateField("停用日期", null=True, blank=True)

    class Meta:
        """In order of time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.CheckConstraint(condition=_LASTS, name="premises_order")]

    def __str__(self) -> str:
        return self.name


class Room(models.Model):
    """A room of premises and what it serves for. `until` is the last day."""

    premises = models.ForeignKey(Premises, models.PROTECT, related_name="rooms", verbose_name="场所")
    name = models.CharField("名称", max_length=60)
    uses = models.JSONField("功能", default=list, help_text="若干 RoomUse")
    area = models.PositiveIntegerField("面积（平方米）")
    filmed = models.BooleanField("配备全程录音录像监控", default=False)
    photo = models.CharField("照片", max_length=120, blank=True)
    since = models.DateField("启用日期")
    until = models.DateField("停用日期", null=True, blank=True)

    class Meta:
        """In order of time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.CheckConstraint(condition=_LASTS, name="room_order")]

    def __str__(self) -> str:
        return self.name

    @property
    def serves(self) -> str:
        """What it serves for, in words."""
        return "、".join(RoomUse(use).label for use in self.uses)


class PremisesLog(models.Model):
    """What was noted of premises, or of one room, on a day: online or not, used, found in order."""

    premises = models.ForeignKey(Premises, models.PROTECT, related_name="logs", verbose_name="场所")
    room = models.ForeignKey(Room, models.PROTECT, null=True, blank=True, related_name="logs", verbose_name="房间")
    what = models.CharField("事项", max_length=12, choices=Log.choices)
    on = models.DateField("日期")
    good = models.BooleanField("是")
    by = models.CharField("检查人或者使用人", max_length=100, blank=True)

    class Meta:
        """Looked up by what and when."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["premises", "what", "on"], name="premises_log_by_day")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["room", "what", "on"], condition=Q(room__isnull=False), name="room_log_once"),
            models.UniqueConstraint(fields=["premises", "what", "on"], condition=Q(room__isnull=True), name="premises_log_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.on}"
