"""Runs of imports."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.accounts.crypto import EncryptedJSONField


class State(models.TextChoices):
    """How far an import has come."""

    WAITING = "waiting", "等待"
    CHECKING = "checking", "检查"
    WRITING = "writing", "写入"
    DONE = "done", "完成"
    FAULTY = "faulty", "有误"
    INTERRUPTED = "interrupted", "中断"


RUNNING = (State.CHECKING, State.WRITING)


class Import(models.Model):
    """An import: who brought which file in, when, why, and what came of it. The file itself is deleted when the run ends.

    `faults` quotes what stood in the file, so it is sealed like what it quotes: a list of [row, column, text].
    """

    sheet = models.CharField("表", max_length=40)
    file_name = models.CharField("文件名", max_length=200)
    sha256 = models.CharField("文件校验值", max_length=64)
    size = models.PositiveIntegerField("文件大小")
    reason = models.CharField("事由", max_length=200)
    by_id = models.BigIntegerField("导入人账号", null=True)
    by_name = models.CharField("导入人", max_length=60)
    post_id = models.BigIntegerField("任职", null=True)
    organ_id = models.BigIntegerField("所在机关", null=True, db_index=True)
    at = models.DateTimeField("提交时间", auto_now_add=True)
    started_at = models.DateTimeField("开始时间", null=True)
    ended_at = models.DateTimeField("结束时间", null=True)
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.WAITING)
    kept = models.BooleanField("文件尚在", default=True)
    rows_done = models.PositiveIntegerField("已处理行数", default=0)
    rows_all = models.PositiveIntegerField("总行数", default=0)
    added = models.PositiveIntegerField("新增", default=0)
    changed = models.PositiveIntegerField("修改", default=0)
    unchanged = models.PositiveIntegerField("未变", default=0)
    faults = EncryptedJSONField("需要改正之处", null=True)
    faults_count = models.PositiveIntegerField("错误数", default=0)
    note = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        """Held by the database too: of one sheet, one import runs at a time."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["sheet", "-id"], name="import_by_sheet")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="import_state_known"),
            models.CheckConstraint(condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")), name="import_ends_after_start"),
            models.UniqueConstraint(fields=["sheet"], condition=Q(state__in=[State.CHECKING, State.WRITING]), name="import_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.sheet} {self.file_name}"

    @property
    def running(self) -> bool:
        """Whether it waits or is being done: the page goes on asking."""
        return self.state in (State.WAITING, *RUNNING)


class Export(models.Model):
    """导出记录: who took which list out of the platform, narrowed how, how many rows, when. Only ever added."""

    list_id = models.CharField("表", max_length=40)
    title = models.CharField("表名", max_length=60)
    filters = EncryptedJSONField("筛选条件", null=True)
    rows = models.PositiveIntegerField("行数")
    at = models.DateTimeField("时间")
    by_id = models.BigIntegerField("导出人账号", null=True)
    by_name = models.CharField("导出人", max_length=60)
    by_role = models.CharField("身份", max_length=12)
    organ_id = models.BigIntegerField("所在机关", null=True)

    class Meta:
        """Lists lead with the organ."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["organ_id", "-id"], name="export_by_organ")]

    def __str__(self) -> str:
        return f"{self.list_id} {self.rows}"
