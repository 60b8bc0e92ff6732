"""The register of service: each attempt to bring a document to the party, its result with its proofs, and the messages sent."""

from typing import ClassVar

from django.db import models

from fadu.accounts.crypto import EncryptedJSONField, EncryptedTextField
from fadu.cases.models import Case, Leaf
from fadu.cases.models.ids import new_id
from fadu.documents.models import Document
from fadu.evidence.models import Original
from fadu.law.vocabulary.kinds import SERVICE


class Attempt(models.Model):
    """送达: one attempt to serve a document in one way, with what was answered when it was begun."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+", verbose_name="案件")
    document = models.ForeignKey(Document, models.PROTECT, related_name="attempts", verbose_name="文书")
    way = models.CharField("送达方式", max_length=12, choices=SERVICE)
    data = EncryptedJSONField(verbose_name="填写的内容")
    began_at = models.DateTimeField("开始时间")
    recorded_at = models.DateTimeField("登记时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("送达人", max_length=60)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="+", verbose_name="存证")

    class Meta:
        """Lists are of a case and of a document."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["case", "-id"], name="attempt_by_case")]

    def __str__(self) -> str:
        return f"{self.get_way_display()} {self.id}"


class Outcome(models.TextChoices):
    """How an attempt ended."""

    SERVED = "served", "已送达"
    FAILED = "failed", "未送达"


class Result(models.Model):
    """送达结果: how an attempt ended, the day that counts and why it does."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    attempt = models.OneToOneField(Attempt, models.PROTECT, related_name="result", verbose_name="送达")
    outcome = models.CharField("结果", max_length=8, choices=Outcome.choices)
    data = EncryptedJSONField(verbose_name="填写的内容")
    served_on = models.DateField("送达日期", null=True)
    basis = models.CharField("依据", max_length=120)
    why = models.CharField("日期的算法", max_length=300)
    at = models.DateTimeField("登记时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_name = models.CharField("登记人", max_length=60)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="+", verbose_name="存证")

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} {self.id}"


class Proof(models.Model):
    """送达凭证: a file that proves an attempt: photo, receipt, tracking result, screenshot, copy of the notice."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    attempt = models.ForeignKey(Attempt, models.PROTECT, related_name="proofs", verbose_name="送达")
    original = models.OneToOneField(Original, models.PROTECT, related_name="+", verbose_name="原件")

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.original_id}"


class Message(models.Model):
    """电子送达信息: what was sent to the confirmed address, when it arrived and when it was opened."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    attempt = models.OneToOneField(Attempt, models.PROTECT, related_name="message", verbose_name="送达")
    address = EncryptedTextField(verbose_name="送达地址")
    carrier = models.CharField("发送渠道", max_length=60)
    digest = models.CharField("令牌的 SHA-256", max_length=64, unique=True)
    sent_at = models.DateTimeField("发送时间")
    arrived_at = models.DateTimeField("到达时间", null=True)
    reference = models.CharField("渠道回执", max_length=200, null=True)  # noqa: DJ001 - the database lets what is null be filled once
    opened_at = models.DateTimeField("打开时间", null=True)

    def __str__(self) -> str:
        return f"{self.carrier} {self.sent_at}"
