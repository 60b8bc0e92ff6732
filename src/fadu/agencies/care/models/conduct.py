"""Conduct: talks, breaches of discipline, and organs whose grade was lowered."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.care.kinds import Complained, OrganGrade, TalkKind
from fadu.agencies.models import Officer
from fadu.agencies.models.kept import Kept, Witnessed


class Talk(Kept):
    """A talk with a person, a look at how they serve (谈话、日常监督): that it was held and by whom, not what was said."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="人员")
    kind = models.CharField("方式", max_length=10, choices=TalkKind.choices)
    held_on = models.DateField("日期")
    held_by = models.CharField("谈话（检查）人", max_length=60)
    paper = models.CharField("记录编号", max_length=60, blank=True)

    class Meta:
        """Once a day and kind."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["officer", "kind", "held_on"], name="talk_once")]

    def __str__(self) -> str:
        return f"{self.officer} {self.get_kind_display()}"


class Discipline(Kept):
    """A breach of discipline that was found true (纪律投诉属实、违纪处分): how it was handled, and the notice it agrees with."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="人员")
    source = models.CharField("来源", max_length=12, choices=Complained.choices)
    found_on = models.DateField("查实日期")
    paper = models.CharField("查实文号", max_length=60)
    handled_on = models.DateField("处理日期", null=True, blank=True)
    sanction = models.CharField("处分", max_length=60, blank=True, help_text="没有给予处分的不填")
    sanction_paper = models.CharField("处分文号", max_length=60, blank=True, help_text="给予处分的填写")
    notice = models.CharField("纪检通报文号", max_length=60, blank=True, help_text="给予处分的填写，应与处分登记一致")

    class Meta:
        """A finding once; handled after it was found."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["officer", "paper"], name="discipline_once"),
            models.CheckConstraint(condition=Q(handled_on__isnull=True) | Q(handled_on__gte=F("found_on")), name="discipline_handled_after"),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.paper}"


class Lowering(Witnessed):
    """A yearly grade of an organ lowered because a decision did not stand (年度依法行政考核下调一等)."""

    year = models.PositiveSmallIntegerField("考核年度")
    case = models.CharField("被撤销或者败诉的案号", max_length=60)
    before = models.CharField("原等次", max_length=10, choices=OrganGrade.choices)
    after = models.CharField("下调后等次", max_length=10, choices=OrganGrade.choices)

    class Meta(Witnessed.Meta):
        """An organ is lowered for a case once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Witnessed.Meta.constraints,
            models.UniqueConstraint(fields=["organ", "year", "case"], name="lowering_once"),
        ]

    def __str__(self) -> str:
        return f"{self.year} 年度考核下调"
