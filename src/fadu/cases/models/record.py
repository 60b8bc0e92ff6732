"""The record: steps, attempts that were refused, and the leaves of the public log. Nothing here is changed or deleted."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.accounts.crypto import EncryptedJSONField
from fadu.cases.models.case import Case
from fadu.cases.models.ids import new_id


class Step(models.Model):
    """步骤: what was done, when, by whom; and when it was entered."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="steps", verbose_name="案件")
    seq = models.PositiveIntegerField("序号")
    name = models.CharField("步骤", max_length=40)
    procedure = models.CharField("程序", max_length=40)
    stage = models.CharField("到达阶段", max_length=30)
    taken_at = models.DateTimeField("办理时间")
    recorded_at = models.DateTimeField("录入时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("办理人", max_length=60)
    by_role = models.CharField("身份", max_length=12)
    data = EncryptedJSONField(verbose_name="内容")
    context = EncryptedJSONField(verbose_name="平台所知", default=dict)
    key = models.CharField("幂等键", max_length=80, blank=True)
    prev = models.CharField("上一步骤的哈希", max_length=64, blank=True)
    hash = models.CharField("哈希", max_length=64)

    class Meta:
        """Added in order, each once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "seq"], name="step_in_order"),
            models.UniqueConstraint(fields=["case", "key"], condition=~Q(key=""), name="step_once"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.seq} {self.name}"


class Attempt(models.Model):
    """被拒绝的办理: who tried what, and which articles stood against it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="attempts", verbose_name="案件", null=True)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+")
    name = models.CharField("步骤", max_length=40)
    seq = models.PositiveIntegerField("当时的步骤数", default=0)
    taken_at = models.DateTimeField("拟办理时间")
    at = models.DateTimeField("时间", db_index=True)
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("尝试人", max_length=60)
    by_role = models.CharField("身份", max_length=12)
    findings = models.JSONField("拒绝的理由")
    data = EncryptedJSONField(verbose_name="填报的内容", default=dict)

    def __str__(self) -> str:
        return f"{self.case_id} {self.name}"


class Leaf(models.Model):
    """存证: an entry of the public log. It holds a salted hash only; the sequencer gives it its index."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, models.PROTECT, related_name="leaves", null=True)
    kind = models.CharField("种类", max_length=20)
    ref = models.UUIDField("所指的记录", unique=True)
    salt = models.BinaryField("盐", max_length=32)
    entry = models.BinaryField("条目")
    index = models.BigIntegerField("日志序号", null=True, unique=True)

    class Meta:
        """The few that wait are found at once."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["id"], condition=Q(index__isnull=True), name="leaf_pending")]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"


class LogHead(models.Model):
    """The last published checkpoint of the log; one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    note = models.TextField(blank=True)
    size = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.size)
