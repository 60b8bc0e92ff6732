"""Statute texts."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class StatuteText(models.Model):
    """One edition of a statute as imported. Imported again only when its file changed."""

    file = models.CharField("文件", max_length=120, unique=True)
    title = models.CharField("名称", max_length=80, db_index=True)
    short = models.CharField("简称", max_length=30)
    level = models.CharField("效力位阶", max_length=10)
    edition = models.CharField("旧版标记", max_length=10, blank=True, help_text="被同名新版取代的才有")
    in_force = models.DateField("施行日期")
    until = models.DateField("失效前最后一日", null=True, blank=True)
    adopted = models.DateField("公布日期", null=True, blank=True)
    history = models.JSONField("沿革", default=list)
    preamble = models.JSONField("题注", default=list)
    partial = models.BooleanField("只有摘录", default=False)
    note = models.CharField("待核事项", max_length=200, blank=True)
    article_count = models.PositiveIntegerField("条数")
    digest = models.CharField("内容摘要", max_length=64, editable=False)
    imported_at = models.DateTimeField("导入时间", auto_now=True)

    class Meta:
        """Held by the database too."""

        ordering: ClassVar[list[str]] = ["title", "-in_force"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["title", "edition"], name="statute_edition_once"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("in_force")), name="statute_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.title


class Article(models.Model):
    """One article of an edition; `paragraphs` is [{"text": …, "items": [[1, …], …]}, …]."""

    statute = models.ForeignKey(StatuteText, models.CASCADE, related_name="articles", verbose_name="法规")
    number = models.CharField("条", max_length=8, help_text="60，或 95-1（第九十五条之一）")
    position = models.PositiveIntegerField("次序")
    heads = models.JSONField("编章节", default=list)
    text = models.TextField("全文", help_text="供检索")
    paragraphs = models.JSONField("款项")

    class Meta:
        """In the order of the text."""

        ordering: ClassVar[list[str]] = ["statute_id", "position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["statute", "number"], name="article_once"),
            models.UniqueConstraint(fields=["statute", "position"], name="article_position_once"),
        ]

    def __str__(self) -> str:
        return f"{self.statute_id}:{self.number}"
