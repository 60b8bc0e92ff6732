"""Answers in words: who marks them, what each gave, what the candidate asked to be looked at again. Nothing here is changed afterwards (`append_only`)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.agencies.exams.kinds import Part
from fadu.agencies.exams.models.exams import Exam
from fadu.agencies.exams.models.sittings import Sitting
from fadu.agencies.models import Officer


class Marker(models.Model):
    """评卷人: who marks the papers of an exam, or decides as the third (仲裁)."""

    exam = models.ForeignKey(Exam, models.PROTECT, related_name="markers", verbose_name="考试")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="人员")
    arbiter = models.BooleanField("仲裁评卷人", default=False)
    named_at = models.DateTimeField("确定时间")

    class Meta:
        """Each in one capacity."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["exam", "officer"], name="marker_once")]

    def __str__(self) -> str:
        return f"{self.exam_id} {self.officer_id}"


class Script(models.Model):
    """一份交给评卷人的答卷: a paper in the hands of one marker, without the name of who wrote it; given to another while nothing is marked."""

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="scripts", verbose_name="答卷")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="评卷人")
    part = models.CharField("评次", max_length=8, choices=Part.choices)
    given_at = models.DateTimeField("分配时间")
    released_at = models.DateTimeField("收回时间", null=True, blank=True)
    released_reason = models.CharField("收回理由", max_length=200, blank=True)

    class Meta:
        """One at a time in each part; nobody marks a paper twice."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sitting", "part"], condition=Q(released_at__isnull=True), name="script_part_once"),
            models.UniqueConstraint(fields=["sitting", "officer"], name="script_marker_once"),
        ]

    def __str__(self) -> str:
        return f"第 {self.pk} 号答卷"


class Mark(models.Model):
    """一次评分: what a marker gave for one question, with a word on why. A leaf each."""

    script = models.ForeignKey(Script, models.PROTECT, related_name="marks", verbose_name="答卷")
    place = models.PositiveIntegerField("题号")
    mark = models.PositiveIntegerField("评分")
    comment = models.CharField("评语", max_length=300, blank=True)
    at = models.DateTimeField("评分时间")

    class Meta:
        """Once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["script", "place"], name="mark_once")]

    def __str__(self) -> str:
        return f"{self.script_id} {self.place} {self.mark}"


class Appeal(models.Model):
    """复核申请: a candidate's wish that the marking of one question be looked at again, with why. A leaf."""

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="appeals", verbose_name="答卷")
    place = models.PositiveIntegerField("题号")
    reason = models.CharField("申请理由", max_length=500)
    at = models.DateTimeField("申请时间")

    class Meta:
        """Once for a question."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["sitting", "place"], name="appeal_once")]

    def __str__(self) -> str:
        return f"{self.sitting_id} {self.place}"


class Ruling(models.Model):
    """复核决定: the mark that counts after an appeal, with why, by somebody who had not marked the paper. A leaf."""

    appeal = models.OneToOneField(Appeal, models.PROTECT, related_name="ruling", verbose_name="复核申请")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="复核人")
    mark = models.PositiveIntegerField("复核后的评分")
    reason = models.CharField("复核理由", max_length=500)
    at = models.DateTimeField("复核时间")

    def __str__(self) -> str:
        return f"{self.appeal_id} {self.mark}"
