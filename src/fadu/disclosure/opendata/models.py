"""Editions of the open data, and what was taken back since the last one."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.cases.models import Leaf
from fadu.cases.models.ids import new_id


class Edition(models.Model):
    """版次: the files of a day as they were written, with their hashes; the leaf lets anybody prove which data were published that day.

    The row stays when the files go: an old copy can still be recognised by its hash.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    day = models.DateField("日期")
    folder = models.CharField("文件夹", max_length=20, unique=True)
    made_at = models.DateTimeField("生成时间", db_index=True)
    seconds = models.FloatField("用时（秒）")
    files = models.JSONField("文件")
    removed_at = models.DateTimeField("文件移除时间", null=True)
    recalled = models.BooleanField("因信息撤回、更正而移除", default=False)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="data_edition", verbose_name="存证")

    class Meta:
        """The latest whose files are there."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["-made_at"], condition=Q(removed_at__isnull=True), name="edition_current")]

    def __str__(self) -> str:
        return self.folder


class Digest(models.Model):
    """文件摘要: which edition has a file of this hash, so that a file from anywhere is recognised at once."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="digests", verbose_name="版次")
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)

    def __str__(self) -> str:
        return self.sha256


class Recall(models.Model):
    """收回: a record was withdrawn, ended or shown anew, and no edition without its former content stands yet. While there is one, no record file is served."""

    publication = models.UUIDField("公示件")
    kind = models.CharField("事项", max_length=10)
    at = models.DateTimeField("时间", auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.publication} {self.kind}"
