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
    EXEMPT = "exempt", "依法不公示"
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
    amend_since = models.DateField("记录更正而尚未更正公示之日", null=True)
    proposed_on = models.DateField("提请不予公示之日", null=True)
    why = models.CharField("依法不公示的理由", max_length=200, blank=True)

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
    PROPOSE = "propose", "提请不予公示"
    SEND_BACK = "send_back", "退回提请"
    LEAVE_OUT = "leave_out", "不予公示"
    CORRECT = "correct", "更正"
    WITHDRAW = "withdraw", "撤回"
    END = "end", "停止公示"


TOLD = (Kind.RELEASE, Kind.CORRECT, Kind.WITHDRAW, Kind.END)
"""What the public is told of. That it was asked to keep a record back, and that this was refused, is a matter of the organ (内部审批)."""


class Mark(models.Model):
    """标注: words of a case that are not to be public, marked by who handles it before anything is released (市场监督管理行政处罚信息公示规定第六条)."""

    class Why(models.TextChoices):
        """What they are."""

        TRADE = "trade", "商业秘密"
        STATE = "state", "国家秘密"
        PRIVACY = "privacy", "个人隐私"
        OTHER = "other", "公开会损害第三方合法权益"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="marks", verbose_name="案件")
    text = EncryptedTextField(verbose_name="文字")
    why = models.CharField("性质", max_length=10, choices=Why.choices)
    at = models.DateTimeField("时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_name = models.CharField("标注人", max_length=60)
    taken_off_at = models.DateTimeField("取消时间", null=True)
    taken_off_by = models.CharField("取消人", max_length=60, blank=True)

    class Meta:
        """Those of a case together."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["case", "id"], name="mark_of_case")]

    def __str__(self) -> str:
        return self.get_why_display()


class Event(models.Model):
    """公示记录: what was done about a publication, by whom, why; and what the public was shown by it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="events", verbose_name="公示件")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+", verbose_name="案件")
    kind = models.CharField("事项", max_length=10, choices=Kind.choices)
    at = models.DateTimeField("时间")
    reason = EncryptedTextField(verbose_name="理由", null=True)
    ground = models.CharField("法定情形", max_length=20, blank=True)
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
    facets = models.CharField("分面", max_length=200, blank=True, default="")
    plain = models.TextField("检索文本", blank=True, default="")
    segment = models.IntegerField("检索段", default=0)

    class Meta:
        """The newest first; of an organ, of a kind."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ_id", "-order"], name="shown_by_organ"),
            models.Index(fields=["act", "-order"], name="shown_by_act"),
            models.Index(fields=["number"], name="shown_by_number"),
            models.Index(fields=["item", "-order"], name="shown_by_item"),
            models.Index(fields=["order", "facets"], condition=models.Q(state="shown"), name="shown_found"),
        ]

    def __str__(self) -> str:
        return self.title


class Segment(models.Model):
    """检索段: where a part of the public table begins that is searched by itself (`search.finding`)."""

    number = models.IntegerField("段号", primary_key=True)
    start = models.BigIntegerField("起始次序", unique=True)

    def __str__(self) -> str:
        return str(self.number)


class Tally(models.Model):
    """公示总数: how many records are shown, in all and of each value of each facet."""

    name = models.CharField("分面", max_length=10)
    value = models.CharField("值", max_length=40, blank=True)
    count = models.BigIntegerField("数量", default=0)

    class Meta:
        """One total of a value."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["name", "value"], name="tally_of_value")]

    def __str__(self) -> str:
        return f"{self.name} {self.value}: {self.count}"


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
