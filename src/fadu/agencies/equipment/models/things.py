"""Things, their states, and who holds them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.equipment.kinds import ThingKind, ThingState
from fadu.agencies.equipment.models.allotment import BudgetLine
from fadu.agencies.models import Officer, Organ

OPEN = Q(until__isnull=True)


class Thing(models.Model):
    """A piece of equipment (装备) of an organ. Never deleted: its states end in 报废."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="things", verbose_name="机关")
    kind = models.CharField("类别", max_length=12, choices=ThingKind.choices)
    number = models.CharField("资产编号", max_length=40, unique=True)
    model = models.CharField("型号", max_length=60, blank=True)
    bought_on = models.DateField("购置日期")
    price = models.BigIntegerField("价格", null=True, blank=True, help_text="分")
    line = models.ForeignKey(BudgetLine, models.PROTECT, null=True, blank=True, related_name="things", verbose_name="经费来源")
    calibrated = models.BooleanField("须检定校准", default=False)
    need = models.CharField("需求说明", max_length=200, blank=True, help_text="没有配备标准的，写明为什么需要")
    used_on = models.DateField("最近使用日期", null=True, blank=True)

    class Meta:
        """Listed by organ."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["organ", "kind"], name="thing_by_organ")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class ThingInterval(models.Model):
    """The state of a thing from a day (included) until another (not included). Ended, never changed or deleted."""

    thing = models.ForeignKey(Thing, models.PROTECT, related_name="states", verbose_name="装备")
    state = models.CharField("状态", max_length=10, choices=ThingState.choices)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)
    reason = models.CharField("事由", max_length=200)
    paper = models.CharField("文书号", max_length=60, blank=True)

    class Meta:
        """One state at a time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="thing_interval_order"),
            models.UniqueConstraint(fields=["thing"], condition=OPEN, name="thing_one_state"),
        ]

    def __str__(self) -> str:
        return f"{self.thing} {self.get_state_display()}"


class Holding(models.Model):
    """Who holds a thing (持有) from a day (included) until another (not included). One holder at a time."""

    thing = models.ForeignKey(Thing, models.PROTECT, related_name="holdings", verbose_name="装备")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="holdings", verbose_name="机关")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="holdings", verbose_name="持有人")
    since = models.DateField("领用日期")
    until = models.DateField("交还日期", null=True, blank=True)
    reason = models.CharField("领用事由", max_length=200)
    ended = models.CharField("交还事由", max_length=200, blank=True)

    class Meta:
        """One holder at a time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="holding_order"),
            models.UniqueConstraint(fields=["thing"], condition=OPEN, name="holding_one_holder"),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.thing}"
