"""Exams and who is to sit them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.accounts.crypto import EncryptedTextField
from fadu.agencies.exams.kinds import SUBJECTS, ExamState, QuestionKind
from fadu.agencies.models import Officer, Organ


class Exam(models.Model):
    """考试. A draft is written; once published its terms are fixed by the database too (`append_only`).

    `blueprint` says how a paper is made up, line by line: {kind, subject, difficulty ("" for any), count, marks}. Publishing
    fixes `pool`, for each line the ids of the versions a paper may draw from, and draws a secret of which only the hash
    (`commitment`) is told; when the exam is over the secret is told too, and anybody can repeat the draw of any paper.
    """

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="组织考试的机关")
    title = models.CharField("考试名称", max_length=100)
    subject = models.CharField("科目", max_length=12, choices=SUBJECTS)
    counts = models.BooleanField("作为申领执法证件的考试", default=False)
    opens_at = models.DateTimeField("开放时间")
    closes_at = models.DateTimeField("截止时间")
    minutes = models.PositiveIntegerField("答题时长（分钟）")
    blueprint = models.JSONField("组卷方案", default=list)
    pass_mark = models.PositiveIntegerField("合格分")
    tries = models.PositiveIntegerField("每人次数", default=1)
    limit = models.PositiveIntegerField("简答题评分差限", default=0, help_text="两名评卷人对一题的评分相差超过几分，由第三人评定")
    review_days = models.PositiveIntegerField("复核期（日）", default=0, help_text="简答题评完以后，考生可以申请复核的天数")
    state = models.CharField("状态", max_length=10, choices=ExamState.choices, default=ExamState.DRAFT)
    pool = models.JSONField("选题范围", default=list)
    secret = EncryptedTextField(verbose_name="抽题密值", null=True, blank=True)
    commitment = models.CharField("抽题密值的散列", max_length=64, blank=True)
    published_at = models.DateTimeField("发布时间", null=True, blank=True)

    class Meta:
        """Held by the database too."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="exam_closes_after_opening"),
            models.CheckConstraint(condition=Q(minutes__gte=1) & Q(tries__gte=1), name="exam_has_time_and_tries"),
            models.CheckConstraint(condition=~Q(state=ExamState.PUBLISHED) | ~Q(commitment=""), name="exam_published_is_committed"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def full_mark(self) -> int:
        """满分."""
        return sum(line["count"] * line["marks"] for line in self.blueprint)

    @property
    def by_people(self) -> bool:
        """Whether a paper has questions that people mark."""
        return any(line["kind"] == QuestionKind.ESSAY for line in self.blueprint)

    @property
    def length(self) -> int:
        """How many questions a paper has."""
        return sum(line["count"] for line in self.blueprint)


class Invitation(models.Model):
    """应考人员: who is to sit an exam, with the organ they served in when they were invited."""

    exam = models.ForeignKey(Exam, models.PROTECT, related_name="invitations", verbose_name="考试")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="exam_invitations", verbose_name="人员")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机关")
    invited_at = models.DateTimeField("通知时间", auto_now_add=True)

    class Meta:
        """Each once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["exam", "officer"], name="exam_invited_once")]

    def __str__(self) -> str:
        return f"{self.exam_id} {self.officer_id}"
