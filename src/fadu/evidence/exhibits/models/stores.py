"""Where goods lie, and the counting of what lies there."""

from typing import ClassVar

from django.db import models

from fadu.accounts.crypto import EncryptedJSONField
from fadu.agencies.models import Organ
from fadu.cases.models import Leaf
from fadu.cases.models.ids import new_id


class Store(models.Model):
    """存放地点: a store-room of the organ, or a third party that keeps for it."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="stores", verbose_name="机关")
    name = models.CharField("名称", max_length=100)
    address = models.CharField("地址", max_length=200)
    third = models.BooleanField("委托第三人保管", default=False)
    bound = models.CharField("保管约定", max_length=120, blank=True)
    since = models.DateField("启用日期")
    until = models.DateField("最后一日", null=True, blank=True)

    class Meta:
        """One name in an organ."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "name"], name="store_name_once")]

    def __str__(self) -> str:
        return self.name


class Stocktaking(models.Model):
    """盘点: what two people found in a store, beside what the register says. Only added."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.PROTECT, related_name="counts", verbose_name="存放地点")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机关")
    at = models.DateTimeField("盘点时间")
    lines = EncryptedJSONField(verbose_name="逐项结果")
    differing = models.PositiveIntegerField("不符项数")
    note = models.CharField("说明", max_length=500, blank=True)
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("盘点人")
    by_name = models.CharField("盘点人姓名", max_length=60)
    with_officer = models.BigIntegerField("监盘人")
    with_name = models.CharField("监盘人姓名", max_length=60)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="+", verbose_name="存证")

    class Meta:
        """The latest of a store is asked for."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["store", "-at"], name="stocktaking_latest")]

    def __str__(self) -> str:
        return f"{self.store_id} {self.at}"
