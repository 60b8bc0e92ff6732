"""What is made from a recording so that it can be seen: copies to play, previews, technical data. The original is never touched."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.cases.models.ids import new_id
from fadu.evidence.recordings.models.recording import Recording


class DerivedKind(models.TextChoices):
    """What a derived file is for."""

    WEB = "web", "播放用副本"
    POSTER = "poster", "预览图"


class Derived(models.Model):
    """A file made from an original. Its bytes lie sealed in the vault under its own id; it is no evidence and has no leaf."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recording = models.ForeignKey(Recording, models.PROTECT, related_name="derived", verbose_name="音像记录")
    kind = models.CharField("用途", max_length=8, choices=DerivedKind.choices)
    media = models.CharField("类型", max_length=80)
    size = models.PositiveBigIntegerField("字节数")
    sha256 = models.CharField("SHA-256", max_length=64)
    made_at = models.DateTimeField("制作时间")

    class Meta:
        """One of a kind."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["recording", "kind"], name="derived_once")]

    def __str__(self) -> str:
        return f"{self.recording_id} {self.kind}"


class Technical(models.Model):
    """技术参数: what ffprobe read of the original; no place, no name, no free text that came within the file."""

    recording = models.OneToOneField(Recording, models.PROTECT, related_name="technical", verbose_name="音像记录")
    seconds = models.FloatField("时长（秒）", null=True)
    container = models.CharField("封装", max_length=60)
    streams = models.JSONField("码流", default=list)
    created_at = models.DateTimeField("文件内的创建时间", null=True)
    tool = models.CharField("工具", max_length=60)
    read_at = models.DateTimeField("读取时间")

    def __str__(self) -> str:
        return f"{self.recording_id} {self.container}"


class JobState(models.TextChoices):
    """How far the worker is with a recording."""

    WAITING = "waiting", "等待处理"
    DONE = "done", "已处理"
    FAILED = "failed", "处理失败"


class Job(models.Model):
    """The work to be done on a recording in the background; failures are told and tried again a bounded number of times."""

    recording = models.OneToOneField(Recording, models.PROTECT, primary_key=True, related_name="job", verbose_name="音像记录")
    state = models.CharField("状态", max_length=8, choices=JobState.choices, default=JobState.WAITING)
    tries = models.PositiveSmallIntegerField("已试次数", default=0)
    next_try = models.DateTimeField("下次处理")
    taken_until = models.DateTimeField("处理中，至", null=True)
    error = models.CharField("失败原因", max_length=300, blank=True)

    class Meta:
        """The few that wait are found at once."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["next_try"], condition=Q(state="waiting"), name="media_job_waiting")]

    def __str__(self) -> str:
        return f"{self.recording_id} {self.get_state_display()}"
