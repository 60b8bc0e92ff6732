"""Accountability (责任追究) and exemption (容错免责), step by step."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.agencies.care.kinds import Decider, MatterKind, Stage
from fadu.agencies.models import Officer, Organ


class Matter(models.Model):
    """A matter about one person: facts, circumstance, article, where it stands. What happened is in its steps."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="matters", verbose_name="机关")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="matters", verbose_name="当事人员")
    kind = models.CharField("种类", max_length=16, choices=MatterKind.choices)
    facts = models.TextField("事实")
    wrong = models.CharField("错案或者问题编号", max_length=60, blank=True)
    accepted_on = models.DateField("受理日期")
    stage = models.CharField("进展", max_length=14, choices=Stage.choices, default=Stage.ACCEPTED)
    found = models.BooleanField("成立", null=True, blank=True)
    circumstance = models.CharField("情形", max_length=100, blank=True)
    basis = models.CharField("依据条款", max_length=200, blank=True)
    outcome = models.CharField("处理结果", max_length=200, blank=True)

    class Meta:
        """What is found names its article."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.CheckConstraint(condition=~Q(found=True) | ~Q(basis=""), name="matter_found_has_basis")]

    def __str__(self) -> str:
        return f"{self.officer} {self.get_kind_display()}"


class MatterStep(models.Model):
    """A step of a matter: when, who decided, what came of it. Only ever added."""

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="steps", verbose_name="事项")
    stage = models.CharField("步骤", max_length=14, choices=Stage.choices)
    on = models.DateField("日期")
    decider = models.CharField("决定主体", max_length=12, choices=Decider.choices, blank=True)
    says = models.TextField("内容")
    paper = models.CharField("文书号", max_length=60, blank=True)
    by_name = models.CharField("登记人", max_length=60)

    class Meta:
        """Each step once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["matter", "stage"], name="matter_step_once")]

    def __str__(self) -> str:
        return f"{self.get_stage_display()} {self.on}"
