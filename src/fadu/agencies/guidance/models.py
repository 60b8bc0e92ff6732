"""Guidance of one organ by another, and pilots."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.guidance.kinds import PilotState, Subject
from fadu.agencies.models import Organ
from fadu.agencies.models.kept import Kept, Witnessed


class Guidance(Kept):
    """What an organ told or looked at in another (指导、督促、抽查、通报), what was wrong, and when it was put right."""

    target = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="对象机关")
    subject = models.CharField("事项", max_length=20, choices=Subject.choices)
    held_on = models.DateField("日期")
    paper = models.CharField("文号或者记录编号", max_length=60)
    content = models.TextField("内容", max_length=1000)
    looked_at = models.PositiveIntegerField("抽查件数", null=True, blank=True, help_text="抽查的填写")
    wrong = models.PositiveIntegerField("发现问题（个）", default=0)
    mended = models.PositiveIntegerField("已整改（个）", default=0)
    mended_on = models.DateField("整改完成日期", null=True, blank=True)

    class Meta:
        """A paper to an organ once; no more is put right than was wrong."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "target", "subject", "paper"], name="guidance_once"),
            models.CheckConstraint(condition=Q(mended__lte=F("wrong")), name="guidance_mended_among_wrong"),
        ]

    def __str__(self) -> str:
        return f"{self.get_subject_display()} {self.target}"


class Pilot(Witnessed):
    """A pilot of enforcement in good order (执法规范化试点): its plan, and whether it was accepted."""

    title = models.CharField("试点", max_length=100)
    state = models.CharField("进展", max_length=10, choices=PilotState.choices, default=PilotState.RUNNING)
    accepted_on = models.DateField("验收日期", null=True, blank=True)
    accepted_by = models.CharField("验收文号", max_length=60, blank=True)

    class Meta(Witnessed.Meta):
        """A plan once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Witnessed.Meta.constraints,
            models.UniqueConstraint(fields=["organ", "number"], name="pilot_once"),
            models.CheckConstraint(condition=Q(state="running") | Q(accepted_on__isnull=False), name="pilot_accepted_on_a_day"),
        ]

    def __str__(self) -> str:
        return self.title


class Handout(Kept):
    """A discretion table that a department handed to a township with the items it handed down (下发), and its receipt."""

    department = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="下放部门")
    table = models.CharField("裁量基准编号", max_length=60)
    paper = models.CharField("下发文号", max_length=60)
    sent_on = models.DateField("下发日期")
    received_on = models.DateField("接收确认日期", null=True, blank=True)

    class Meta:
        """A table is handed out by a paper once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "table", "paper"], name="handout_once"),
            models.CheckConstraint(condition=Q(received_on__isnull=True) | Q(received_on__gte=F("sent_on")), name="handout_received_after"),
        ]

    def __str__(self) -> str:
        return f"{self.table}（{self.paper}）"


class SocialSupervisor(Kept):
    """A person of the public engaged to watch enforcement (特约监督员、社会监督员), to the last day of the term."""

    name = models.CharField("姓名", max_length=60)
    works_at = models.CharField("所在单位或者身份", max_length=100, help_text="如：县人大代表、个体工商户、律师")
    paper = models.CharField("聘任文号", max_length=60)
    since = models.DateField("聘期自")
    until = models.DateField("聘期至", help_text="当日仍在聘")

    class Meta:
        """Engaged by a paper once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "name", "paper"], name="social_supervisor_once"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="social_supervisor_order"),
        ]

    def __str__(self) -> str:
        return self.name


class Participation(Kept):
    """What a social supervisor took part in and said, and whether it was answered."""

    supervisor = models.ForeignKey(SocialSupervisor, models.PROTECT, related_name="+", verbose_name="监督员")
    held_on = models.DateField("日期")
    activity = models.CharField("参与的监督活动", max_length=100)
    opinion = models.TextField("提出的意见", blank=True, max_length=1000)
    answered_on = models.DateField("反馈日期", null=True, blank=True)
    adopted = models.BooleanField("采纳", null=True, blank=True)

    class Meta:
        """Once a day and activity."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "supervisor", "held_on", "activity"], name="participation_once"),
            models.CheckConstraint(condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("held_on")), name="participation_answered_after"),
        ]

    def __str__(self) -> str:
        return f"{self.supervisor} {self.activity}"
