"""Goods kept of a party: what they are, where they lie, and every movement of them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.accounts.crypto import EncryptedJSONField, EncryptedTextField
from fadu.agencies.models import Organ
from fadu.cases.models import Case, Leaf, Step
from fadu.cases.models.ids import new_id
from fadu.evidence.exhibits.kinds import HOLDS, MOVEMENTS
from fadu.evidence.exhibits.models.exhibits import Exhibit
from fadu.evidence.exhibits.models.stores import Store


class Item(models.Model):
    """涉案物品: one line of a list (清单) as its movements left it. A copy, as are its lots."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="goods", verbose_name="案件")
    exhibit = models.ForeignKey(Exhibit, models.PROTECT, null=True, related_name="items", verbose_name="证据")
    number = models.PositiveIntegerField("物品号")
    name = models.CharField("品名", max_length=200)
    spec = models.CharField("规格型号", max_length=200, blank=True)
    batch = models.CharField("编号、批号", max_length=200, blank=True)
    unit = models.CharField("单位", max_length=10)
    features = models.CharField("特征", max_length=200, blank=True)
    price = models.BigIntegerField("单价", null=True, help_text="分")
    taken = models.PositiveIntegerField("收存数量", default=0)
    taken_at = models.DateTimeField("收存时间")
    step = models.ForeignKey(Step, models.PROTECT, related_name="+", verbose_name="收存的步骤")
    place = models.CharField("清单中的位置", max_length=40)
    moves = models.PositiveIntegerField("流转次数", default=0)

    class Meta:
        """Numbered within the case; a line of a list becomes an item once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "number"], name="item_number"),
            models.UniqueConstraint(fields=["step", "place"], name="item_of_step_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["organ", "-id"], name="item_newest")]

    def __str__(self) -> str:
        return self.name


class Lot(models.Model):
    """一批: what of an item lies together, in one place, under one right. It is made by the movement of its number."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="lots", verbose_name="物品")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="lots", verbose_name="案件")
    seq = models.PositiveIntegerField("批次")
    quantity = models.PositiveIntegerField("在管数量")
    hold = models.CharField("根据", max_length=12, choices=HOLDS)
    store = models.ForeignKey(Store, models.PROTECT, null=True, related_name="lots", verbose_name="存放地点")
    keeper = EncryptedTextField(verbose_name="保管人")
    since = models.DateTimeField("自")
    held_since = models.DateTimeField("按此根据自")
    until = models.DateTimeField("至", null=True)
    seal = models.CharField("封条号", max_length=60, blank=True)
    away = models.BooleanField("送检在外", default=False)

    class Meta:
        """What lies where is asked by organ and store; an empty lot is kept for its interval."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["item", "seq"], name="lot_once"),
            models.CheckConstraint(condition=Q(until__isnull=True, quantity__gt=0) | Q(until__isnull=False, quantity=0), name="lot_until_empty"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="lot_interval"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ", "-id"], condition=Q(until__isnull=True), name="lot_held"),
            models.Index(fields=["store", "-id"], condition=Q(until__isnull=True), name="lot_in_store"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.seq}"


class Movement(models.Model):
    """流转记录: what happened to an item. Only added; the record from which items and lots follow."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(Item, models.PROTECT, related_name="movements", verbose_name="物品")
    seq = models.PositiveIntegerField("序号")
    kind = models.CharField("事项", max_length=12, choices=MOVEMENTS)
    quantity = models.PositiveIntegerField("数量")
    source = models.PositiveIntegerField("出自批次", null=True)
    hold = models.CharField("根据", max_length=12, choices=HOLDS, blank=True)
    store = models.ForeignKey(Store, models.PROTECT, null=True, related_name="+", verbose_name="存放地点")
    seal = models.CharField("封条号", max_length=60, blank=True)
    at = models.DateTimeField("发生时间")
    data = EncryptedJSONField(verbose_name="内容")
    step = models.ForeignKey(Step, models.PROTECT, null=True, related_name="+", verbose_name="由此产生的步骤")
    authority = models.ForeignKey(Step, models.PROTECT, null=True, related_name="+", verbose_name="所据的步骤")
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrected_by", verbose_name="被更正的记录")
    recorded_at = models.DateTimeField("登记时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("登记人", max_length=60)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="+", verbose_name="存证")

    class Meta:
        """In order, each once; by step to know what it has brought about."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["item", "seq"], name="movement_order")]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["kind", "-recorded_at"], name="movement_by_kind")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.seq} {self.kind}"
