"""When the installation was last verified, and when it was last backed up."""

from typing import ClassVar

from django.db import models


class Examination(models.Model):
    """核验: one run of `fadu verify --all`, and what it found."""

    id = models.BigAutoField(primary_key=True)
    scope = models.CharField("范围", max_length=8)
    began_at = models.DateTimeField("开始")
    ended_at = models.DateTimeField("结束")
    records = models.PositiveBigIntegerField("记录")
    files = models.PositiveBigIntegerField("文件")
    size = models.PositiveBigIntegerField("日志条数")
    faults = models.PositiveIntegerField("不符之处")
    found = models.JSONField("不符的记录", default=list)

    class Meta:
        """The last whole one is found at once."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["scope", "-id"], name="examination_newest")]

    def __str__(self) -> str:
        return f"{self.ended_at:%Y-%m-%d %H:%M} {self.scope}"


class Backup(models.Model):
    """备份: one finished run of `fadu backup`."""

    id = models.BigAutoField(primary_key=True)
    began_at = models.DateTimeField("开始")
    ended_at = models.DateTimeField("结束")
    size = models.PositiveBigIntegerField("日志条数")
    files = models.PositiveBigIntegerField("文件")
    bytes = models.PositiveBigIntegerField("字节数")
    manifest = models.CharField("清单的 SHA-256", max_length=64)

    def __str__(self) -> str:
        return f"{self.ended_at:%Y-%m-%d %H:%M}"
