"""Sittings and what happened in them. What is closed is not changed any more, whoever writes (`append_only`)."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.exams.kinds import Closing, EventKind
from fadu.agencies.exams.models.exams import Exam
from fadu.agencies.models import Officer, Organ


class Sitting(models.Model):
    """一次答题: a paper drawn for one person, from the beginning to the deadline.

    `paper` holds for each question {version, marks, order, hash}: which version, what it is worth, which letter of the bank
    stands at each place shown, and the hash of the content. Everything from `closed_at` on is written once, at the close:
    `marking` holds for each question {chosen (letters as shown), right, mark}, `head` the hash of the last event.
    A paper with answers in words is handed in first (`handed_at`: no more answers are taken) and closed once people have marked it.
    """

    exam = models.ForeignKey(Exam, models.PROTECT, related_name="sittings", verbose_name="考试")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="exam_sittings", verbose_name="考生")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机关")
    attempt = models.PositiveIntegerField("第几次")
    begun_at = models.DateTimeField("开始时间")
    deadline = models.DateTimeField("最迟交卷时间")
    paper = models.JSONField("试卷")
    handed_at = models.DateTimeField("交卷待评时间", null=True, blank=True)
    handing = models.CharField("待评的交卷方式", max_length=10, choices=Closing.choices, blank=True)
    closed_at = models.DateTimeField("交卷时间", null=True, blank=True)
    closing = models.CharField("交卷方式", max_length=10, choices=Closing.choices, blank=True)
    marking = models.JSONField("评阅", default=list)
    mark = models.PositiveIntegerField("得分", null=True, blank=True)
    passed = models.BooleanField("合格", null=True, blank=True)
    head = models.CharField("存证值", max_length=64, blank=True)

    class Meta:
        """One open at a time; each try once; closed whole or not at all."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["exam", "officer", "attempt"], name="sitting_try_once"),
            models.UniqueConstraint(fields=["exam", "officer"], condition=Q(closed_at__isnull=True), name="sitting_one_open"),
            models.CheckConstraint(condition=Q(deadline__gte=F("begun_at")), name="sitting_deadline_after_begin"),
            models.CheckConstraint(
                condition=Q(handed_at__isnull=True, handing="") | (Q(handed_at__isnull=False) & ~Q(handing="")), name="sitting_handed_whole"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, mark__isnull=True, passed__isnull=True, head="")
                | (Q(closed_at__isnull=False, mark__isnull=False, passed__isnull=False) & ~Q(head="")),
                name="sitting_closed_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.exam_id} {self.officer_id} {self.attempt}"

    @property
    def ended_at(self) -> datetime | None:
        """When no more answers were taken; None while they are."""
        return self.handed_at or self.closed_at


class SittingEvent(models.Model):
    """答题记录的一条: added in order, each chained to the one before by its hash."""

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="events", verbose_name="答题")
    seq = models.PositiveIntegerField("序号")
    at = models.DateTimeField("时间")
    kind = models.CharField("种类", max_length=10, choices=EventKind.choices)
    data = models.JSONField("内容", default=dict)
    prev = models.CharField("上一条的散列", max_length=64, blank=True)
    hash = models.CharField("散列", max_length=64)

    class Meta:
        """In order, each once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["sitting", "seq"], name="sitting_event_in_order")]

    def __str__(self) -> str:
        return f"{self.sitting_id} {self.seq} {self.kind}"
