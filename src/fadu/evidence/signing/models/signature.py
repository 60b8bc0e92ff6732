"""What is put before somebody to be signed, who is asked to, and the signature or the refusal. Only ever added to."""

from typing import ClassVar

from django.db import models

from fadu.accounts.crypto import EncryptedJSONField, EncryptedTextField
from fadu.cases.models import Case, Leaf
from fadu.cases.models.ids import new_id
from fadu.documents.models import Document
from fadu.evidence.models import Original


class Capacity(models.TextChoices):
    """In which capacity somebody signs."""

    PARTY = "party", "当事人"
    LEGAL = "legal", "法定代表人"
    GUARDIAN = "guardian", "监护人"
    WITNESS = "witness", "见证人"
    OFFICER = "officer", "执法人员"


PRINCIPALS = (Capacity.PARTY, Capacity.LEGAL, Capacity.GUARDIAN)
"""Those whose signature a record needs."""


class Matter(models.Model):
    """签署事项: the draft of a step, or a document, with the hash of the very PDF that the signers are shown."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+", verbose_name="案件")
    step = models.CharField("步骤", max_length=60)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+", null=True, verbose_name="文书")
    data = EncryptedJSONField(verbose_name="填写的内容", null=True)
    taken_at = models.DateTimeField("办理时间", null=True)
    paper = models.CharField("文书种类", max_length=40)
    title = models.CharField("文书名称", max_length=60)
    sha256 = models.CharField("SHA-256", max_length=64)
    pages = models.PositiveSmallIntegerField("页数")
    pictures = models.JSONField("各页图像")
    paged = models.BooleanField("逐页确认")
    made_at = models.DateTimeField("提交签署时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("提交人", max_length=60)
    signed_document = models.ForeignKey(Document, models.PROTECT, related_name="+", null=True, verbose_name="签署后的文书")
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="+", verbose_name="存证")

    class Meta:
        """Lists are of a case."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["case", "-id"], name="matter_by_case")]

    def __str__(self) -> str:
        return f"{self.title} {self.id}"


class Invited(models.Model):
    """签署人: somebody who is asked to sign, in one capacity."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="invited", verbose_name="签署事项")
    capacity = models.CharField("身份", max_length=10, choices=Capacity.choices)
    name = EncryptedTextField(verbose_name="姓名")
    at = models.DateTimeField("列入时间")

    def __str__(self) -> str:
        return f"{self.get_capacity_display()} {self.id}"


class Link(models.Model):
    """签署链接: opens one matter for one signer on their own phone, once and for a short time. Of its token only the hash is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    invited = models.ForeignKey(Invited, models.PROTECT, related_name="links", verbose_name="签署人")
    digest = models.CharField("令牌的 SHA-256", max_length=64, unique=True)
    made_at = models.DateTimeField("生成时间")
    made_by = models.CharField("生成人", max_length=60)
    expires_at = models.DateTimeField("失效时间")
    opened_at = models.DateTimeField("打开时间", null=True)
    used_at = models.DateTimeField("使用时间", null=True)
    tries = models.PositiveSmallIntegerField("提交次数", default=0)

    def __str__(self) -> str:
        return f"{self.invited_id} {self.made_at}"


class Manner(models.TextChoices):
    """How it was signed."""

    DRAWN = "drawn", "手写签名"
    TYPED = "typed", "录入姓名，见证人在场"
    REFUSED = "refused", "拒绝签名"


class Signature(models.Model):
    """签名: who signed what they were shown, when, how and on what; or that they refused to, why and before whom."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+", verbose_name="案件")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="signatures", verbose_name="签署事项")
    invited = models.OneToOneField(Invited, models.PROTECT, related_name="signature", verbose_name="签署人")
    manner = models.CharField("方式", max_length=8, choices=Manner.choices)
    own_phone = models.BooleanField("在签署人自己的手机上")
    sha256 = models.CharField("所签文书的 SHA-256", max_length=64)
    pages = models.JSONField("逐页确认")
    corrections = EncryptedJSONField(verbose_name="更正")
    strokes = models.ForeignKey(Original, models.PROTECT, related_name="+", null=True, verbose_name="笔迹")
    picture = models.ForeignKey(Original, models.PROTECT, related_name="+", null=True, verbose_name="签名图像")
    witness = models.ForeignKey("self", models.PROTECT, related_name="+", null=True, verbose_name="见证人的签名")
    reason = EncryptedTextField(verbose_name="拒绝的理由", null=True)
    recording = EncryptedTextField(verbose_name="音像记录", null=True)
    film = models.ForeignKey("recordings.Recording", models.PROTECT, related_name="+", null=True, verbose_name="记录拒绝过程的音像记录")
    device = EncryptedTextField(verbose_name="设备")
    at = models.DateTimeField("时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_name = models.CharField("经手人", max_length=60)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="+", verbose_name="存证")

    def __str__(self) -> str:
        return f"{self.get_manner_display()} {self.id}"
