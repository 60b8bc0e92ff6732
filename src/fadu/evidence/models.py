"""Originals, and who looked at them: both are only ever added, and each is a leaf of the public log. And uploads, until they are originals."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.accounts.crypto import EncryptedTextField
from fadu.cases.models import Case, Leaf
from fadu.cases.models.ids import new_id


class Use(models.TextChoices):
    """What an original was handed in as."""

    RECORDING = "recording", "音像记录"
    EXHIBIT = "exhibit", "证据材料"
    SIGNATURE = "signature", "签名"
    SERVICE = "service", "送达凭证"
    PAPER = "paper", "其他材料"


class Original(models.Model):
    """原件: a file as it was handed in. Its bytes are never touched; what is played or printed is made from them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="originals", null=True, verbose_name="案件")
    use = models.CharField("用途", max_length=12, choices=Use.choices)
    name = EncryptedTextField(verbose_name="文件名")
    media = models.CharField("类型", max_length=80)
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    size = models.PositiveBigIntegerField("字节数")
    kept_at = models.DateTimeField("存入时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("存入人", max_length=60)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="original", verbose_name="存证")

    class Meta:
        """Lists lead with the organ."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ", "-id"], name="original_newest"),
            models.Index(fields=["organ", "use", "-id"], condition=Q(case__isnull=True), name="original_orphan"),
        ]

    def __str__(self) -> str:
        return f"{self.get_use_display()} {self.id}"


class Placing(models.Model):
    """归入案件: to which case an original that was handed in without one was given later: once, by whom, when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    original = models.OneToOneField(Original, models.PROTECT, related_name="placing", verbose_name="原件")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+", verbose_name="案件")
    at = models.DateTimeField("时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("办理人", max_length=60)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="+", verbose_name="存证")

    def __str__(self) -> str:
        return f"{self.original_id} {self.case_id}"


class CopyState(models.TextChoices):
    """How far the worker is with a copy."""

    WAITING = "waiting", "等待制作"
    DONE = "done", "已制作"
    NONE = "none", "不能制作"


class Copy(models.Model):
    """副本: a picture or PDF without where it was taken, by whom, with what; for previews and for the party. No evidence: it has no leaf.

    Attributes:
        key: under which its bytes lie sealed in the vault.
        why: why there is none, or the last try failed.
    """

    original = models.OneToOneField(Original, models.PROTECT, primary_key=True, related_name="copy", verbose_name="原件")
    key = models.UUIDField(default=new_id, unique=True, editable=False)
    state = models.CharField("状态", max_length=8, choices=CopyState.choices, default=CopyState.WAITING)
    size = models.PositiveBigIntegerField("字节数", null=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    made_at = models.DateTimeField("制作时间", null=True)
    tries = models.PositiveSmallIntegerField("已试次数", default=0)
    next_try = models.DateTimeField("下次制作")
    why = models.CharField("原因", max_length=200, blank=True)

    class Meta:
        """The few that wait are found at once."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["next_try"], condition=Q(state="waiting"), name="copy_waiting")]

    def __str__(self) -> str:
        return f"{self.original_id} {self.get_state_display()}"


class Action(models.TextChoices):
    """How something was looked at."""

    PLAY = "play", "播放"
    VIEW = "view", "查看"
    DOWNLOAD = "download", "下载"
    PRINT = "print", "打印"
    COPY = "copy", "复制"


class Reading(models.Model):
    """调阅: who looked at what of a case, when, how and why."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="readings", null=True, verbose_name="案件")
    kind = models.CharField("对象种类", max_length=20)
    ref = models.UUIDField("所看的对象", db_index=True)
    what = EncryptedTextField(verbose_name="所看的内容")
    action = models.CharField("方式", max_length=10, choices=Action.choices)
    reason = EncryptedTextField(verbose_name="理由", null=True)
    at = models.DateTimeField("时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("调阅人", max_length=60)
    by_role = models.CharField("身份", max_length=12)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="reading", verbose_name="存证")

    class Meta:
        """Lists lead with the organ."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ", "-id"], name="reading_newest"),
            models.Index(fields=["case", "-id"], name="reading_by_case"),
        ]

    def __str__(self) -> str:
        return f"{self.by_name} {self.get_action_display()} {self.kind}"


class Upload(models.Model):
    """上传: a file on its way. Its bytes lie sealed in the staging area; when it is whole it becomes the original of the same id.

    Attributes:
        size: of the whole file; null until it is told.
        offset: bytes that have come and were confirmed.
        stored: bytes of the staging file that hold them.
        sha256: of the whole file, as the sender declared it; "" where it did not.
        original: what it became; kept a while, so that a sender who lost the last answer learns of it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+", null=True, verbose_name="案件")
    use = models.CharField("用途", max_length=12, choices=Use.choices)
    name = EncryptedTextField(verbose_name="文件名")
    size = models.PositiveBigIntegerField("字节数", null=True)
    offset = models.PositiveBigIntegerField("已收到", default=0)
    stored = models.PositiveBigIntegerField("暂存字节", default=0)
    sha256 = models.CharField("申报的 SHA-256", max_length=64, blank=True)
    begun_at = models.DateTimeField("开始时间")
    expires_at = models.DateTimeField("失效时间", db_index=True)
    by_user = models.BigIntegerField("账号", null=True, db_index=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("上传人", max_length=60)
    original = models.OneToOneField(Original, models.PROTECT, related_name="+", null=True, verbose_name="原件")

    def __str__(self) -> str:
        return f"{self.get_use_display()} {self.id}"
