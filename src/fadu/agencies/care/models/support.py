"""Insurance, counselling, and who is away from the team. Of health nothing is kept but that help was offered and taken."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.care.kinds import AwayKind, Cover
from fadu.agencies.models import Officer, Organ

_LASTS = Q(until__gte=F("since"))


class Insurance(models.Model):
    """A person's insurance, good on both its first and its last day."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="insurances", verbose_name="机关")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="insurances", verbose_name="被保险人")
    cover = models.CharField("险种", max_length=10, choices=Cover.choices)
    insurer = models.CharField("承保单位", max_length=100)
    policy = models.CharField("保单号", max_length=60)
    since = models.DateField("保险期自")
    until = models.DateField("保险期至", help_text="当日仍有效")

    class Meta:
        """A policy covers a person from a day once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=_LASTS, name="insurance_order"),
            models.UniqueConstraint(fields=["officer", "cover", "policy", "since"], name="insurance_once"),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.get_cover_display()}"


class Agreement(models.Model):
    """An agreement on counselling (心理咨询服务) for an organ and all below it, both days included."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="agreements", verbose_name="机关")
    provider = models.CharField("服务机构", max_length=100)
    paper = models.CharField("协议编号", max_length=60)
    since = models.DateField("服务期自")
    until = models.DateField("服务期至", help_text="当日仍有效")

    class Meta:
        """In order of time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.CheckConstraint(condition=_LASTS, name="agreement_order")]

    def __str__(self) -> str:
        return self.provider


class Incident(models.Model):
    """A grave event of enforcement after which people are offered help (重大执法事件)."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="incidents", verbose_name="机关")
    name = models.CharField("事件", max_length=100)
    happened_at = models.DateTimeField("发生时间")

    def __str__(self) -> str:
        return self.name


class Offer(models.Model):
    """That a person was offered counselling, and attended: never what was said."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="offers", verbose_name="机关")
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, blank=True, related_name="offers", verbose_name="事件")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="offers", verbose_name="人员")
    offered_at = models.DateTimeField("提供时间")
    attended = models.BooleanField("已参加", default=False)

    class Meta:
        """An event gives a person one offer."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["incident", "officer"], condition=Q(incident__isnull=False), name="offer_once"),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.offered_at:%Y-%m-%d}"


class Away(models.Model):
    """A person of the team who works elsewhere or is long away (借调、长期不在岗); from a day until another (not included)."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="aways", verbose_name="机关")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="aways", verbose_name="人员")
    kind = models.CharField("情形", max_length=10, choices=AwayKind.choices)
    since = models.DateField("起")
    until = models.DateField("止", null=True, blank=True)
    paper = models.CharField("文书号", max_length=60, blank=True)

    class Meta:
        """One at a time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__isnull=True) | _LASTS, name="away_order"),
            models.UniqueConstraint(fields=["officer"], condition=Q(until__isnull=True), name="away_once"),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.get_kind_display()}"
