"""The question bank."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from fadu.agencies.exams.kinds import JUDGED, SUBJECTS, Difficulty, QuestionKind
from fadu.agencies.models import Organ


class Question(models.Model):
    """题目: one question of an organ's bank (题库) through all its versions; retired, never deleted."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="题库所属机关")
    stem_key = models.CharField(max_length=64, editable=False, help_text="题干去掉空白和标点后的散列，用来查重")
    version = models.PositiveIntegerField("当前版本", default=1)
    retired_at = models.DateTimeField("停用时间", null=True, blank=True)
    retired_reason = models.CharField("停用理由", max_length=200, blank=True)

    class Meta:
        """One stem stands once in a bank."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "stem_key"], condition=Q(retired_at__isnull=True), name="question_stem_once"),
        ]

    def __str__(self) -> str:
        return f"第 {self.pk} 题"


class QuestionVersion(models.Model):
    """题目的一个版本: what was asked and what was right. Never changed or deleted: papers name versions.

    `options` holds [letter, text] pairs in the order of the bank, `answer` the right letters in order ("ACD"); the options of
    a 判断题 are A 正确 and B 错误; a 简答题 has neither, but a `reference`. `hash` is over the content, so that a sitting can prove which content it was.
    """

    question = models.ForeignKey(Question, models.PROTECT, related_name="versions", verbose_name="题目")
    number = models.PositiveIntegerField("版本")
    current = models.BooleanField(default=True, help_text="题目现在用的版本")
    kind = models.CharField("题型", max_length=10, choices=QuestionKind.choices)
    subject = models.CharField("科目", max_length=12, choices=SUBJECTS)
    difficulty = models.CharField("难度", max_length=8, choices=Difficulty.choices)
    stem = models.TextField("题干")
    options = models.JSONField("选项", default=list)
    answer = models.CharField("答案", max_length=6)
    reference = models.TextField("参考答案和评分要点", blank=True, help_text="简答题的")
    explanation = models.TextField("解析", blank=True)
    basis = models.CharField("依据", max_length=200, blank=True)
    hash = models.CharField("内容散列", max_length=64)
    made_at = models.DateTimeField("形成时间", auto_now_add=True)

    class Meta:
        """Versions follow one another, one is current."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["question", "number"], name="question_version_once"),
            models.UniqueConstraint(fields=["question"], condition=Q(current=True), name="question_one_current"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["subject", "kind", "difficulty"], condition=Q(current=True), name="question_by_subject"),
        ]

    def __str__(self) -> str:
        return self.stem[:40]

    @property
    def answer_text(self) -> str:
        """The right answer as offices write it: letters, 正确/错误, or the points an answer in words is marked by."""
        if self.kind == QuestionKind.ESSAY:
            return self.reference
        return dict(JUDGED)[self.answer] if self.kind == QuestionKind.JUDGE else self.answer

    @property
    def shown_options(self) -> list[dict[str, Any]]:
        """The options in the order of the bank, each with whether it is right."""
        return [{"letter": letter, "text": text, "right": letter in self.answer} for letter, text in self.options]
