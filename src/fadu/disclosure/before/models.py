"""Editions of the lists, what organs lack of them, and the registers that no other room keeps: 公示办法、公示职责、监督渠道."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.models import Officer
from fadu.agencies.models.kept import Kept, Witnessed
from fadu.cases.models import Leaf
from fadu.cases.models.ids import new_id

WHOLE = 0
"""The organ of an edition that holds the rows of all organs."""


class Edition(models.Model):
    """版本: what a list held from a moment on. A new one is made only when the content is another; only added.

    `sha256` is that of the canonical JSON (RFC 8785) of all rows, in order of their keys. `change` tells what differs from
    the edition before: {"put": rows, "gone": keys}; the content of an edition is the sum of the changes up to it. Of a list
    from which people leave (执法人员) no rows are kept: who left is not shown any more.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    list = models.CharField("清单", max_length=20)
    organ_id = models.BigIntegerField("机关", default=WHOLE, help_text="0 为全部机关")
    version = models.PositiveIntegerField("版本")
    at = models.DateTimeField("编成时间")
    sha256 = models.CharField("内容的 SHA-256", max_length=64)
    rows = models.PositiveIntegerField("条数")
    added = models.PositiveIntegerField("新列入", default=0)
    altered = models.PositiveIntegerField("有变动", default=0)
    removed = models.PositiveIntegerField("不再列入", default=0)
    change = models.JSONField("变动", default=dict)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="list_edition", verbose_name="存证")

    class Meta:
        """A version of a list is one."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["list", "organ_id", "version"], name="edition_version")]

    def __str__(self) -> str:
        return f"{self.list} 第 {self.version} 版"


class Lack(models.Model):
    """欠缺: something that an organ must tell before it enforces and does not, from the day it was found until it was there."""

    organ_id = models.BigIntegerField("机关")
    demand = models.CharField("要求", max_length=20)
    says = models.CharField("欠缺", max_length=300)
    since = models.DateField("发现之日")
    until = models.DateField("补齐之日", null=True, blank=True)

    class Meta:
        """One at a time of an organ and demand; the open ones are found at once."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["organ_id", "until"], name="lack_of_organ")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ_id", "demand"], condition=Q(until__isnull=True), name="lack_one_open"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="lack_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.organ_id} {self.demand}"


class Origin(models.TextChoices):
    """Whose rules of publication an organ goes by (黑政办发〔2019〕26号二(一)1(1))."""

    OWN = "own", "本机关制定"
    UPPER = "upper", "沿用上级机关的办法"


class Method(Witnessed):
    """行政执法信息公示办法: by what rules the organ publishes; its own, or those above where they have all eight elements."""

    title = models.CharField("办法名称", max_length=100)
    origin = models.CharField("制定", max_length=8, choices=Origin.choices, default=Origin.OWN)
    issuer = models.CharField("制定机关", max_length=100)
    scope = models.TextField("公示范围", max_length=500)
    content = models.TextField("公示内容", max_length=1000)
    carrier = models.TextField("公示载体", max_length=500)
    procedure = models.TextField("公示程序", max_length=1000)
    limits = models.TextField("时限要求", max_length=500)
    review = models.TextField("审查机制", max_length=500)
    watched = models.TextField("监督方式", max_length=500)
    safeguards = models.TextField("保障措施", max_length=500)
    published_on = models.DateField("公布日期", null=True, blank=True)

    class Meta(Witnessed.Meta):
        """A paper once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Witnessed.Meta.constraints,
            models.UniqueConstraint(fields=["organ", "number"], name="method_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Part(models.TextChoices):
    """The four parts of publishing, each somebody's (黑政办发〔2019〕26号二(一))."""

    COLLECT = "collect", "采集"
    TRANSMIT = "transmit", "传递"
    REVIEW = "review", "审核"
    PUBLISH = "publish", "发布"


class Task(Kept):
    """公示职责: who collects, transmits, reviews or publishes for the organ."""

    part = models.CharField("职责", max_length=10, choices=Part.choices)
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="责任人")
    unit = models.CharField("承担机构", max_length=60)
    content = models.CharField("负责的内容", max_length=200)
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True, help_text="当日仍负责；没有的不填")

    class Meta:
        """A person has a part once at a time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "part", "officer", "since"], name="task_once"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="task_order"),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.officer}"


class Channel(Kept):
    """监督渠道: how anybody complains of or reports to the organ (兴隆县指导意见四(十六): telephone, e-mail, postal address)."""

    name = models.CharField("渠道名称", max_length=60, help_text="如：行政执法监督投诉")
    phone = models.CharField("电话", max_length=30, help_text="对外公布的办公电话或者热线，不填个人手机号")
    email = models.CharField("电子邮箱", max_length=80)
    address = models.CharField("通信地址", max_length=200)
    unit = models.CharField("受理机构", max_length=60, help_text="登记、答复、核实、处理投诉举报的专门机构或者岗位")
    hours = models.CharField("受理时间", max_length=100, blank=True)
    since = models.DateField("公布日期")
    until = models.DateField("停用日期", null=True, blank=True, help_text="当日仍可用；没有的不填")

    class Meta:
        """A channel of a day once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "name", "since"], name="channel_once"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="channel_order"),
        ]

    def __str__(self) -> str:
        return self.name
