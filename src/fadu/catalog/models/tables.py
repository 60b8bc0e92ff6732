"""Discretion tables (行政裁量权基准) made or revised here; those of the locality's packs are files."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q


class TableState(models.TextChoices):
    """How far a version has come."""

    DRAFT = "draft", "草案"
    PUBLISHED = "published", "已公布"
    REPEALED = "repealed", "已废止"
    ABANDONED = "abandoned", "已放弃的草案"


class DiscretionTable(models.Model):
    """One version of a discretion table. A version in force is never rewritten: a new one ends it the day before it begins.

    `body` has the structure of a table in a pack's file (`law.discretion.load`) without what the columns hold; days in it are
    none, amounts are integers of 元 or exact text.
    """

    code = models.CharField("基准编号", max_length=60, db_index=True)
    version = models.PositiveIntegerField("版本")
    state = models.CharField("状态", max_length=10, choices=TableState.choices, default=TableState.DRAFT)
    title = models.CharField("违法行为", max_length=200)
    kind = models.CharField("种类", max_length=10)
    field = models.CharField("执法领域", max_length=12, blank=True)
    issuer = models.CharField("制定机关", max_length=100)
    source = models.CharField("文件", max_length=200, blank=True)
    filing = models.CharField("备案号", max_length=80, blank=True)
    filed_on = models.DateField("备案日期", null=True, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    since = models.DateField("施行日期", null=True, blank=True)
    until = models.DateField("最后有效日", null=True, blank=True)
    body = models.JSONField("内容")
    reason = models.CharField("事由", max_length=200, blank=True)
    by_id = models.PositiveBigIntegerField("起草人账号", null=True)
    by_name = models.CharField("起草人", max_length=60)
    changed_at = models.DateTimeField("最后改动", auto_now=True)
    revision = models.PositiveIntegerField("改动次数", default=1)

    class Meta:
        """One version of a number, one draft at a time; what is published has its days."""

        ordering: ClassVar[list[str]] = ["code", "-version"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code", "version"], name="table_version_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(state="draft"), name="table_one_draft"),
            models.UniqueConstraint(fields=["code", "since"], condition=Q(state__in=["published", "repealed"]), name="table_since_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(state="published", until__isnull=True), name="table_one_open"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gte=F("since")), name="table_ends_after_start"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "abandoned"]) | Q(since__isnull=False, published_on__isnull=False), name="table_published_with_days"
            ),
            models.CheckConstraint(condition=~Q(state="repealed") | Q(until__isnull=False), name="table_repealed_with_end"),
        ]

    def __str__(self) -> str:
        return f"{self.code} 第 {self.version} 版"

    def row(self, begins: date | None = None) -> dict[str, Any]:
        """As `law.discretion.table` reads it; a draft without a day of its own begins on `begins`."""
        told = {"id": self.code, "title": self.title, "kind": self.kind, "field": self.field, "issuer": self.issuer, "source": self.source}
        days = {"from": self.since or begins, **({"until": self.until} if self.until else {})}
        return {**self.body, **told, "filing": self.filing, **days}
