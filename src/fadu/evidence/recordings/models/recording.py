"""A recording, the case it was tied to, and the marks within it. All are only ever added; each is a leaf of the public log."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.accounts.crypto import EncryptedTextField
from fadu.cases.models import Case, Leaf
from fadu.cases.models.ids import new_id
from fadu.evidence.models import Original
from fadu.law.filming.scenes import LABELS, Kind

SCENES = tuple((kind.value, LABELS[kind]) for kind in Kind)
"""What a recording shows (环节), as the law lists it."""


OFF = 60
"""Seconds by which the file may be shorter or longer than was entered, and a clock may be off."""


class Medium(models.TextChoices):
    """How something was recorded."""

    VIDEO = "video", "录像"
    AUDIO = "audio", "录音"
    PHOTO = "photo", "照片"


class Recording(models.Model):
    """音像记录: one original with who recorded it, where, when and with what. It may come before its case (孤儿音像)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    number = models.CharField("编号", max_length=40)
    original = models.OneToOneField(Original, models.PROTECT, related_name="recording", verbose_name="原件")
    medium = models.CharField("形式", max_length=8, choices=Medium.choices)
    scene = models.CharField("环节", max_length=10, choices=SCENES)
    device = models.ForeignKey("equipment.Thing", models.PROTECT, null=True, related_name="+", verbose_name="设备")
    officer = models.ForeignKey("agencies.Officer", models.PROTECT, null=True, related_name="+", verbose_name="记录人")
    room = models.ForeignKey("equipment.Room", models.PROTECT, null=True, related_name="+", verbose_name="场所房间")
    place = EncryptedTextField(verbose_name="地点")
    began_at = models.DateTimeField("开始（设备时间）")
    ended_at = models.DateTimeField("结束（设备时间）")
    clock_ahead = models.IntegerField("设备时钟偏差（秒）", null=True, help_text="设备时钟比标准时间快为正、慢为负；没有核对的为空")
    uploaded_at = models.DateTimeField("上传时间")
    stored_at = models.DateTimeField("存入专用存储器时间", null=True)
    store = models.ForeignKey("equipment.Thing", models.PROTECT, null=True, related_name="+", verbose_name="专用存储器")
    late = models.BooleanField("逾时存入")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="recordings", verbose_name="案件")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("上传人员", null=True)
    by_name = models.CharField("上传人", max_length=60)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="+", verbose_name="存证")

    class Meta:
        """Lists lead with the organ."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "number"], name="recording_number_once"),
            models.CheckConstraint(condition=Q(ended_at__gte=F("began_at")), name="recording_order"),
            models.CheckConstraint(
                condition=Q(stored_at__isnull=True, store__isnull=True) | Q(stored_at__isnull=False, store__isnull=False), name="recording_stored_somewhere"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ", "-id"], name="recording_newest"),
            models.Index(fields=["organ", "-id"], condition=Q(case__isnull=True), name="recording_orphan"),
            models.Index(fields=["organ", "-id"], condition=Q(late=True), name="recording_late"),
            models.Index(fields=["organ", "officer", "-id"], name="recording_by_officer"),
            models.Index(fields=["organ", "device", "-id"], name="recording_by_device"),
            models.Index(fields=["room", "began_at"], condition=Q(room__isnull=False), name="recording_of_room"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def began(self) -> datetime:
        """When it begins by a true clock, as far as the device's deviation is known."""
        return self.began_at - timedelta(seconds=self.clock_ahead or 0)

    @property
    def ended(self) -> datetime:
        """When it ends by a true clock."""
        return self.ended_at - timedelta(seconds=self.clock_ahead or 0)

    @property
    def broken(self) -> bool:
        """中断: the file runs more than a minute shorter than was entered; told once the worker has read it."""
        technical = getattr(self, "technical", None) if self.medium != Medium.PHOTO else None
        return technical is not None and technical.seconds is not None and (self.ended_at - self.began_at).total_seconds() - technical.seconds > OFF

    @property
    def in_store(self) -> datetime:
        """When it came out of the hands of who recorded it: into the organ's own store, or here."""
        return min(self.stored_at or self.uploaded_at, self.uploaded_at)


class Tie(models.Model):
    """系案: a recording is tied to a case and its steps, once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recording = models.OneToOneField(Recording, models.PROTECT, related_name="tie", verbose_name="音像记录")
    case = models.ForeignKey(Case, models.PROTECT, related_name="recording_ties", verbose_name="案件")
    seqs = models.JSONField("步骤", default=list)
    at = models.DateTimeField("时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("办理人", max_length=60)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="+", verbose_name="存证")

    def __str__(self) -> str:
        return f"{self.recording_id} {self.case_id}"


class Marker(models.Model):
    """打点: a second of a recording, what is seen there, and the step that it shows."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recording = models.ForeignKey(Recording, models.PROTECT, related_name="markers", verbose_name="音像记录")
    second = models.PositiveIntegerField("第几秒")
    what = EncryptedTextField(verbose_name="内容")
    seq = models.PositiveIntegerField("步骤", null=True)
    at = models.DateTimeField("时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("打点人", max_length=60)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="+", verbose_name="存证")

    class Meta:
        """In the order of the recording."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["recording", "second"], name="marker_in_order")]

    def __str__(self) -> str:
        return f"{self.recording_id} {self.second}"
