"""An exhibit, and the entries that say what is known of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.accounts.crypto import EncryptedJSONField
from fadu.cases.models import Case, Leaf, Step
from fadu.cases.models.ids import new_id
from fadu.evidence.exhibits.kinds import KINDS, Finding, Said
from fadu.evidence.models import Original


class Exhibit(models.Model):
    """证据: one exhibit of a case as its entries left it. A copy: `services.rebuild` makes it anew from the entries."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="exhibits", verbose_name="案件")
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    number = models.PositiveIntegerField("证据号")
    kind = models.CharField("种类", max_length=12, choices=KINDS)
    data = EncryptedJSONField(verbose_name="内容")
    original = models.BooleanField("原件", default=False)
    collected_at = models.DateTimeField("收集时间")
    step = models.ForeignKey(Step, models.PROTECT, null=True, related_name="+", verbose_name="取得证据的步骤")
    place = models.CharField("步骤中的位置", max_length=40, blank=True)
    device_sound = models.BooleanField("监控设备合格", null=True)
    finding = models.CharField("认定", max_length=10, choices=Finding.choices, default=Finding.OPEN)
    examined = EncryptedJSONField(verbose_name="审查认定", default=dict)
    withdrawn = models.BooleanField("已撤下", default=False)
    entries = models.PositiveIntegerField("记录数", default=0)

    class Meta:
        """Numbered within the case; what a step listed becomes an exhibit once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "number"], name="exhibit_number"),
            models.UniqueConstraint(fields=["step", "place"], condition=Q(step__isnull=False), name="exhibit_of_step_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["organ", "finding", "device_sound"], name="exhibit_by_device")]

    def __str__(self) -> str:
        return f"证据 {self.number}"

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.data["name"])


class Entry(models.Model):
    """证据记录: what was said of an exhibit, by whom. Only added; what was wrong is corrected by one that names it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    exhibit = models.ForeignKey(Exhibit, models.PROTECT, related_name="record", verbose_name="证据")
    seq = models.PositiveIntegerField("序号")
    says = models.CharField("事项", max_length=10, choices=Said.choices)
    data = EncryptedJSONField(verbose_name="内容")
    of_original = models.ForeignKey(Original, models.PROTECT, null=True, related_name="+", verbose_name="附件")
    step = models.ForeignKey(Step, models.PROTECT, null=True, related_name="+", verbose_name="由此产生的步骤")
    corrects = models.OneToOneField("self", models.PROTECT, null=True, related_name="corrected_by", verbose_name="被更正的记录")
    at = models.DateTimeField("登记时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("登记人", max_length=60)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="+", verbose_name="存证")

    class Meta:
        """In order, each once; an entry is corrected once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["exhibit", "seq"], name="exhibit_entry_order")]

    def __str__(self) -> str:
        return f"{self.exhibit_id} {self.seq} {self.says}"
