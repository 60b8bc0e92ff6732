"""Files as they are kept, what lies in them, and what was done with them. All but the waiting list is only ever added to."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.accounts.crypto import EncryptedTextField
from fadu.cases.models import Case, Leaf
from fadu.cases.models.ids import new_id
from fadu.evidence.archive.kinds import BatchKind, EventKind, ItemKind, Stage, Way
from fadu.evidence.archive.schedule import Retention
from fadu.law.filing import Part, Term

__all__ = ["Batch", "Check", "Destroyed", "Event", "Filing", "Item", "Line", "Loan", "Prolonged", "Retention", "Volume"]

PARTS = [(part.value, part.label) for part in Part]
TERMS = [(term.value, term.label) for term in Term]


class Filing(models.Model):
    """待立卷: a file, or a later supplement of one, that is to be formed; its archive number, once it has one, is never given again."""

    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="filings", verbose_name="案件")
    ordinal = models.PositiveSmallIntegerField("卷次", default=0)
    since = models.DateField("办结之日")
    due_on = models.DateField("归档期限")
    year = models.PositiveSmallIntegerField("归档年度", null=True)
    serial = models.PositiveIntegerField("顺序号", null=True)
    bound = models.BooleanField("已经立卷", default=False)

    class Meta:
        """One row a file; those that wait are found at once, the most pressing first."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["case", "ordinal"], name="archive_filing_once")]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["organ", "due_on", "id"], condition=Q(bound=False), name="archive_filing_waiting")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.ordinal}"


class Volume(models.Model):
    """案卷: one case, one file (一案一卷), or a supplement (补充卷) of it; its bytes lie sealed in the vault under its id."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="volumes", verbose_name="案件")
    ordinal = models.PositiveSmallIntegerField("卷次", default=0)
    series = models.CharField("类别", max_length=20)
    year = models.PositiveSmallIntegerField("归档年度")
    serial = models.PositiveIntegerField("顺序号")
    number = models.CharField("归档号", max_length=60)
    title = models.CharField("题名", max_length=300)
    term = models.CharField("保管期限", max_length=10, choices=TERMS)
    term_why = models.CharField("划定理由", max_length=200)
    formed_on = models.DateField("形成日期")
    archived_on = models.DateField("归档日期")
    due_on = models.DateField("归档期限")
    expires_on = models.DateField("期满日期", null=True)
    items_count = models.PositiveIntegerField("件数")
    front_pages = models.PositiveIntegerField("正卷页数")
    vice_pages = models.PositiveIntegerField("副卷页数")
    lacks = models.JSONField("缺件说明", default=list)
    note = EncryptedTextField(verbose_name="备考", null=True)
    sha256 = models.CharField("归档包 SHA-256", max_length=64)
    size = models.PositiveBigIntegerField("归档包字节数")
    bound_at = models.DateTimeField("立卷时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("立卷人", max_length=60)
    register = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+", verbose_name="档案登记")
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="volume", verbose_name="存证")

    class Meta:
        """A number stands on one file; lists lead with the organ."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "ordinal"], name="archive_volume_once"),
            models.UniqueConstraint(fields=["organ", "number"], name="archive_volume_number_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ", "-id"], name="archive_volume_newest"),
            models.Index(fields=["organ", "year", "series"], name="archive_volume_by_year"),
            models.Index(fields=["organ", "expires_on", "id"], condition=Q(expires_on__isnull=False), name="archive_volume_expiring"),
            models.Index(fields=["organ", "formed_on", "id"], name="archive_volume_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def pages(self) -> int:
        """Of both parts."""
        return self.front_pages + self.vice_pages


class Item(models.Model):
    """卷内文件: one paper or original in its place."""

    volume = models.ForeignKey(Volume, models.PROTECT, related_name="items", verbose_name="案卷")
    place = models.PositiveIntegerField("顺序")
    part = models.CharField("部分", max_length=5, choices=PARTS)
    group = models.PositiveSmallIntegerField("类")
    kind = models.CharField("种类", max_length=10, choices=ItemKind.choices)
    ref = models.UUIDField("所指", db_index=True)
    paper = models.CharField("文书种类", max_length=40, blank=True)
    title = EncryptedTextField(verbose_name="题名")
    number = models.CharField("文号", max_length=60, blank=True)
    author = models.CharField("责任者", max_length=200)
    made_on = models.DateField("日期")
    first_page = models.PositiveIntegerField("起始页号")
    pages = models.PositiveIntegerField("页数")
    media = models.CharField("类型", max_length=80)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField("字节数")
    name = models.CharField("包内路径", max_length=120)

    class Meta:
        """In order, each once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["volume", "place"], name="archive_item_in_order"),
            models.UniqueConstraint(fields=["volume", "ref"], name="archive_item_once"),
        ]

    def __str__(self) -> str:
        return f"{self.volume_id} {self.place}"


class Check(models.Model):
    """四性检测: what one examination of a file found, item by item."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    volume = models.ForeignKey(Volume, models.PROTECT, related_name="checks", verbose_name="案卷")
    stage = models.CharField("环节", max_length=12, choices=Stage.choices)
    at = models.DateTimeField("检测时间")
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("检测人", max_length=60)
    sha256 = models.CharField("所检测的包", max_length=64)
    passed = models.BooleanField("通过")
    results = models.JSONField("检测项目")
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="archive_check", verbose_name="存证")

    class Meta:
        """The last of a file, and what failed in an organ, are found at once."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["volume", "-id"], name="archive_check_last"),
            models.Index(fields=["organ", "-id"], condition=Q(passed=False), name="archive_check_failed"),
        ]

    def __str__(self) -> str:
        return f"{self.volume_id} {self.get_stage_display()}"


class Loan(models.Model):
    """调阅、借阅: who asks for a file, why and until when; who let them; when it came back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    volume = models.ForeignKey(Volume, models.PROTECT, related_name="loans", verbose_name="案卷")
    way = models.CharField("方式", max_length=5, choices=Way.choices)
    reason = EncryptedTextField(verbose_name="理由")
    until = models.DateField("至")
    asked_at = models.DateTimeField("申请时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("申请人", max_length=60)
    decided_at = models.DateTimeField("审批时间", null=True)
    approved = models.BooleanField("同意", null=True)
    decided_by = models.BigIntegerField("审批人员", null=True)
    decided_name = models.CharField("审批人", max_length=60, null=True)  # noqa: DJ001 - filled once, and empty till then
    opinion = EncryptedTextField(verbose_name="审批意见", null=True)
    returned_at = models.DateTimeField("归还时间", null=True)

    class Meta:
        """What waits and what is out is found at once."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ", "-id"], name="archive_loan_newest"),
            models.Index(fields=["organ", "until"], condition=Q(approved=True, returned_at__isnull=True), name="archive_loan_out"),
        ]

    def __str__(self) -> str:
        return f"{self.by_name} {self.volume_id}"


class Batch(models.Model):
    """清册: files that are handed to an archives house, or destroyed after appraisal, together."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    kind = models.CharField("种类", max_length=10, choices=BatchKind.choices)
    number = models.CharField("清册号", max_length=60)
    receiver = models.CharField("接收单位", max_length=100, blank=True)
    made_at = models.DateTimeField("编制时间")
    volumes: "models.ManyToManyField[Volume, Line]" = models.ManyToManyField(Volume, through="Line", related_name="batches")

    class Meta:
        """Numbered by organ."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "number"], name="archive_batch_number_once")]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["organ", "-id"], name="archive_batch_newest")]

    def __str__(self) -> str:
        return self.number


class Line(models.Model):
    """A file on a list."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="lines", verbose_name="清册")
    volume = models.ForeignKey(Volume, models.PROTECT, related_name="lines", verbose_name="案卷")

    class Meta:
        """Once on a list."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["batch", "volume"], name="archive_line_once")]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.volume_id}"


class Event(models.Model):
    """What happened to a list, by whom: making, appraisal, approval, the doing. The last one says where it stands."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="events", verbose_name="清册")
    kind = models.CharField("事项", max_length=10, choices=EventKind.choices)
    at = models.DateTimeField("时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("办理人", max_length=60)
    data = models.JSONField("内容", default=dict)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="archive_event", verbose_name="存证")

    class Meta:
        """Each happens once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["batch", "kind"], name="archive_event_once")]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.get_kind_display()}"


class Prolonged(models.Model):
    """重新划定的保管期限: a file that was appraised and is worth keeping longer (档案法实施条例第二十四条第二款)."""

    volume = models.ForeignKey(Volume, models.PROTECT, related_name="prolonged", verbose_name="案卷")
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="prolonged", verbose_name="清册")
    term = models.CharField("保管期限", max_length=10, choices=TERMS)
    expires_on = models.DateField("期满日期", null=True)

    class Meta:
        """Once an appraisal."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["batch", "volume"], name="archive_prolonged_once")]

    def __str__(self) -> str:
        return f"{self.volume_id} {self.get_term_display()}"


class Destroyed(models.Model):
    """已销毁: something whose bytes are gone by approval: a file, a document, an original. What proves that it was there stays."""

    ref = models.UUIDField("所指", unique=True)
    kind = models.CharField("种类", max_length=10)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="destroyed", verbose_name="清册")
    volume = models.ForeignKey(Volume, models.PROTECT, related_name="destroyed", verbose_name="案卷")
    sha256 = models.CharField("SHA-256", max_length=64)
    at = models.DateTimeField("销毁时间")

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"
