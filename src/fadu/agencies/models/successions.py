"""What organs became: mergers, splits, new names, other superiors."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.kinds import SuccessionKind
from fadu.agencies.models.organs import Organ
from fadu.agencies.models.people import Officer


class Succession(models.Model):
    """One reform of one day by one paper (合并、分立、更名、划转). Only added, never changed.

    A merger or split says in its lines which organ became which. A new name or another superior keeps the organ: `organ`
    names it, with what it was before and after.
    """

    kind = models.CharField("种类", max_length=10, choices=SuccessionKind.choices)
    on = models.DateField("生效之日", db_index=True)
    paper = models.CharField("批准文号", max_length=80)
    reason = models.CharField("事由", max_length=200)
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, blank=True, related_name="successions", verbose_name="机关")
    old_name = models.CharField("原名称", max_length=100, blank=True)
    new_name = models.CharField("新名称", max_length=100, blank=True)
    old_short_name = models.CharField("原文号简称", max_length=20, blank=True)
    new_short_name = models.CharField("新文号简称", max_length=20, blank=True)
    old_parent = models.ForeignKey(Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="原上级机关")
    new_parent = models.ForeignKey(Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="新上级机关")
    by_name = models.CharField("登记人", max_length=60)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        """The latest first; each kind says what it changes."""

        ordering: ClassVar[list[str]] = ["-on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=(Q(kind__in=["merge", "split"]) & Q(organ__isnull=True))
                | (Q(kind="rename") & Q(organ__isnull=False) & ~Q(new_name="") & ~Q(old_name=""))
                | (Q(kind="transfer") & Q(organ__isnull=False) & Q(new_parent__isnull=False)),
                name="succession_says_what",
            ),
            models.UniqueConstraint(fields=["organ", "on", "kind"], condition=Q(organ__isnull=False), name="succession_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.paper}"


class SuccessionLine(models.Model):
    """Which organ became (part of) which, and what the successor continues."""

    succession = models.ForeignKey(Succession, models.PROTECT, related_name="lines", verbose_name="改革事项")
    predecessor = models.ForeignKey(Organ, models.PROTECT, related_name="became", verbose_name="原机关")
    successor = models.ForeignKey(Organ, models.PROTECT, related_name="came_from", verbose_name="承继机关")
    ends = models.BooleanField("原机关撤销", default=True)
    cases = models.BooleanField("承继案件", default=True)
    items = models.BooleanField("承继事项", default=True)

    class Meta:
        """Each pair once; nobody succeeds itself."""

        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["succession", "predecessor", "successor"], name="line_once"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="line_between_two"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"


class SuccessionMove(models.Model):
    """A person who went along: the service that ended and the one that began the same day."""

    line = models.ForeignKey(SuccessionLine, models.PROTECT, related_name="moves", verbose_name="承继关系")
    left = models.OneToOneField(Officer, models.PROTECT, related_name="moved_to", verbose_name="原任职")
    joined = models.OneToOneField(Officer, models.PROTECT, related_name="moved_from", verbose_name="新任职")

    def __str__(self) -> str:
        return f"{self.left_id} → {self.joined_id}"


class Inheritance(models.Model):
    """Who today continues the cases of an organ that is no more, through however many reforms: kept from the lines, for one quick look."""

    predecessor = models.ForeignKey(Organ, models.PROTECT, related_name="heirs", verbose_name="原机关")
    heir = models.ForeignKey(Organ, models.PROTECT, related_name="inherited", verbose_name="承继机关")

    class Meta:
        """Each pair once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["predecessor", "heir"], name="inheritance_once"),
            models.CheckConstraint(condition=~Q(predecessor=F("heir")), name="inheritance_between_two"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.heir_id}"
