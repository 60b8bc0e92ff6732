"""Certificates of the organs, and what a document was signed, time-stamped and signed beside with. Only ever added to."""

from typing import ClassVar

from django.db import models

from fadu.accounts.crypto import EncryptedTextField
from fadu.cases.models.ids import new_id
from fadu.documents.models import Document


class Certificate(models.Model):
    """签章证书: whose it is, its chain, and the key where the platform keeps it itself; a revoked one stays, for what it signed before."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    suite = models.CharField("算法", max_length=20)
    subject = models.CharField("证书主体", max_length=300)
    issuer = models.CharField("颁发者", max_length=300)
    serial = models.CharField("序列号", max_length=60)
    fingerprint = models.CharField("SHA-256 指纹", max_length=64, unique=True)
    since = models.DateTimeField("有效期自")
    until = models.DateTimeField("有效期至")
    pem = models.TextField("证书")
    chain = models.TextField("证书链", blank=True)
    crl = models.TextField("吊销列表", blank=True)
    key = EncryptedTextField(verbose_name="私钥", null=True)
    holder = models.CharField("外部密钥", max_length=200, blank=True)
    demo = models.BooleanField("演示证书", default=False)
    added_at = models.DateTimeField("导入时间")
    added_by = models.CharField("导入人", max_length=60)
    revoked_at = models.DateTimeField("停用时间", null=True)
    revoked_why = models.CharField("停用原因", max_length=200, null=True)  # noqa: DJ001 - the database lets what is null be filled once
    revoked_by = models.CharField("停用人", max_length=60, null=True)  # noqa: DJ001 - likewise

    class Meta:
        """The one in use is looked for by organ."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["organ", "suite", "-until"], name="certificate_of_organ")]

    def __str__(self) -> str:
        return f"{self.subject}（{self.serial}）"


class Sealed(models.Model):
    """签章: that a document's PDF carries a signature, by which certificate, when, and whether a time stamp stands in it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    document = models.OneToOneField(Document, models.PROTECT, related_name="sealed", verbose_name="文书")
    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="sealed", verbose_name="证书")
    level = models.CharField("级别", max_length=10)
    signed_at = models.DateTimeField("签章时间")
    stamped_at = models.DateTimeField("时间戳", null=True)
    awaits_stamp = models.BooleanField("时间戳待补")

    class Meta:
        """Those that wait for a time stamp are few."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["document"], condition=models.Q(awaits_stamp=True), name="sealed_awaits_stamp"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.level}"


class Stamp(models.Model):
    """补加的时间戳: an RFC 3161 token over the hash of a document whose signature was made while no time stamp could be had."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    document = models.OneToOneField(Document, models.PROTECT, related_name="stamp", verbose_name="文书")
    token = models.BinaryField("时间戳")
    stamped_at = models.DateTimeField("时间")
    authority = models.CharField("时间戳机构", max_length=300)

    def __str__(self) -> str:
        return f"{self.document_id} {self.stamped_at}"


class Detached(models.Model):
    """分离签名: a signature of another suite over the bytes of the document, kept beside it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    document = models.ForeignKey(Document, models.PROTECT, related_name="detached", verbose_name="文书")
    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="detached", verbose_name="证书")
    suite = models.CharField("算法", max_length=20)
    signature = models.BinaryField("签名")
    signed_at = models.DateTimeField("签名时间")

    class Meta:
        """One of each suite."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["document", "suite"], name="detached_once")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.suite}"
