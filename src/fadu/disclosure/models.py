"""What is to be published, what was done about it, and what the public sees. Events are only added; the rest follows from them."""

from typing import ClassVar

from django.db import models

from fadu.accounts.crypto import EncryptedJSONField, EncryptedTextField
from fadu.cases.models import Case, Leaf, Step
from fadu.cases.models.ids import new_id


class State(models.TextChoices):
    """Where a publication stands."""

    WAITING = "waiting", "待公示"
    LEFT_OUT = "left_out", "不予公示"
    SHOWN = "shown", "公示中"
    WITHDRAWN = "withdrawn", "已撤回"
    ENDED = "ended", "已停止公示"


class Publication(models.Model):
    """公示件: one decision on its way to the public. Where it stands is the last of its events."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="publications", verbose_name="案件")
    step = models.OneToOneField(Step, models.PROTECT, related_name="publication", verbose_name="决定")
    act = models.CharField("种类", max_length=20)
    decided_on = models.DateField("决定日期")
    due_on = models.DateField("应当公示之日")
    provisional = models.BooleanField("按暂定日历", default=False)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.WAITING)
    shown_on = models.DateField("公示日期", null=True)
    overturned_on = models.DateField("决定失效之日", null=True)
    down_by = models.DateField("应当撤回之日", null=True)
    ends_on = models.DateField("公示期满之日", null=True)

    class Meta:
        """Lists lead with the organ; what waits is found at once."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ", "state", "due_on", "id"], name="publication_queue"),
            models.Index(fields=["state", "ends_on"], name="publication_ending"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.decided_on}"


class Kind(models.TextChoices):
    """What is done about a publication."""

    RELEASE = "release", "公示"
    LEAVE_OUT = "leave_out", "不予公示"
    CORRECT = "correct", "更正"
    WITHDRAW = "withdraw", "撤回"
    END = "end", "停止公示"


class Event(models.Model):
    """公示记录: what was done about a publication, by whom, why; and what the public was shown by it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="events", verbose_name="公示件")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+", verbose_name="案件")
    kind = models.CharField("事项", max_length=10, choices=Kind.choices)
    at = models.DateTimeField("时间")
    reason = EncryptedTextField(verbose_name="理由", null=True)
    public_reason = models.CharField("向社会说明的理由", max_length=500, blank=True)
    shown = models.JSONField("公示的内容", null=True)
    secrets = EncryptedJSONField(verbose_name="隐去的商业秘密", default=list)
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("办理人", max_length=60)
    by_role = models.CharField("身份", max_length=12)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="publication_event", verbose_name="存证")

    class Meta:
        """In order."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["publication", "id"], name="publication_event")]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.kind}"


class Shown(models.Model):
    """公示信息: what the public sees, and nothing else. The portal reads this table alone; it is made anew from the events at any time.

    A withdrawn record keeps its row as a tombstone: what it was of, that it was withdrawn, when and why, nothing of its content.
    A record that a former system had published (`credit.Former`) has a row under its own id, and no publication: the database holds no key.
    """

    publication = models.OneToOneField(Publication, models.PROTECT, primary_key=True, related_name="public", verbose_name="公示件", db_constraint=False)
    organ_id = models.BigIntegerField("机关")
    organ_name = models.CharField("机关名称", max_length=200)
    act = models.CharField("种类", max_length=20)
    number = models.CharField("文号", max_length=80, blank=True)
    party = models.CharField("当事人", max_length=200, blank=True)
    party_code = models.CharField("统一社会信用代码", max_length=18, blank=True, db_index=True)
    title = models.CharField("标题", max_length=300)
    item = models.CharField("执法事项", max_length=40, blank=True)
    decided_on = models.DateField("决定日期")
    shown_on = models.DateField("公示日期")
    state = models.CharField("状态", max_length=10, choices=State.choices)
    record = models.JSONField("内容")
    grams = models.TextField("检索词", blank=True)
    order = models.BigIntegerField("次序", unique=True)

    class Meta:
        """The newest first; of an organ, of a kind."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ_id", "-order"], name="shown_by_organ"),
            models.Index(fields=["act", "-order"], name="shown_by_act"),
            models.Index(fields=["number"], name="shown_by_number"),
            models.Index(fields=["item", "-order"], name="shown_by_item"),
        ]

    def __str__(self) -> str:
        return self.title


class AnnualReport(models.Model):
    """年度行政执法统计: the tables of a year as they were published, with what was said of them. A later version does not change an earlier."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    year = models.PositiveSmallIntegerField("年度")
    version = models.PositiveSmallIntegerField("版本")
    tables = models.JSONField("统计表")
    narrative = models.TextField("总体情况说明")
    published_at = models.DateTimeField("公布时间")
    by_name = models.CharField("公布人", max_length=60)
    by_officer = models.BigIntegerField("人员", null=True)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="annual_report", verbose_name="存证")

    class Meta:
        """A version of a year is one."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "year", "version"], name="annual_version")]

    def __str__(self) -> str:
        return f"{self.organ_id} {self.year}"


class Delivery(models.Model):
    """信用信息报送: what was handed to the credit platform and when, so that nothing goes twice; which file, by its hash."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="deliveries", verbose_name="公示件")
    event = models.ForeignKey(Event, models.PROTECT, related_name="+", verbose_name="所报的内容")
    form = models.CharField("表", max_length=10)
    sha256 = models.CharField("文件的 SHA-256", max_length=64)
    at = models.DateTimeField("时间", db_index=True)
    by_name = models.CharField("报送人", max_length=60)
    by_user = models.BigIntegerField("账号", null=True)

    class Meta:
        """A version of a record goes once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["event"], name="delivered_once")]

    def __str__(self) -> str:
        return f"{self.form} {self.publication_id}"
