"""The closed lists of exams: kinds of questions, subjects, difficulties, states."""

from django.db import models

from fadu.agencies.kinds import Field


class QuestionKind(models.TextChoices):
    """题型. The platform marks all but 简答, which two people mark without seeing whose it is (`grading`)."""

    SINGLE = "single", "单选"
    MULTIPLE = "multiple", "多选"
    JUDGE = "judge", "判断"
    ESSAY = "essay", "简答"


class Difficulty(models.TextChoices):
    """难度."""

    EASY = "easy", "易"
    MEDIUM = "medium", "中"
    HARD = "hard", "难"


PUBLIC = "public"
"""公共法律知识: what everybody who enforces must know, whatever the field (兴隆县指导意见二(二))."""

SUBJECTS: tuple[tuple[str, str], ...] = ((PUBLIC, "公共法律知识"), *((field.value, f"专业法律知识（{field.label}）") for field in Field))
"""科目: the public one, and the professional one of each field of enforcement."""


class ExamState(models.TextChoices):
    """What an exam is: written, told to those who are to sit it, or called off before anybody began."""

    DRAFT = "draft", "草稿"
    PUBLISHED = "published", "已发布"
    CANCELLED = "cancelled", "已取消"


class EventKind(models.TextChoices):
    """What is written down of a sitting."""

    BEGIN = "begin", "开始"
    ANSWER = "answer", "作答"
    LEFT = "left", "离开页面"
    BACK = "back", "回到页面"
    HAND = "hand", "交卷待评"
    CLOSE = "close", "交卷"


class Closing(models.TextChoices):
    """How a sitting ended."""

    SUBMITTED = "submitted", "本人交卷"
    TIMEOUT = "timeout", "到时自动交卷"


class Part(models.TextChoices):
    """What one is to a paper that is marked by people: one of two who do not see each other, or the third who decides."""

    FIRST = "first", "第一评"
    SECOND = "second", "第二评"
    ARBITER = "arbiter", "仲裁评"


LETTERS = "ABCDEF"
JUDGED = (("A", "正确"), ("B", "错误"))
"""The two options of a 判断题, as they are kept."""


def subject_label(subject: str) -> str:
    """A subject's Chinese name."""
    return dict(SUBJECTS).get(subject, subject)
