"""Who sits at which window of a service hall, in which post: what its sign is made of."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.equipment.models import Window
from fadu.agencies.models import Officer
from fadu.agencies.models.kept import Kept
from fadu.agencies.staffing.models import Post


class Seat(Kept):
    """A post at a window (窗口岗位, 黑政办发〔2019〕26号二(一)2(3)): all else that its sign says is taken from the registers where it stands."""

    window = models.ForeignKey(Window, models.PROTECT, related_name="+", verbose_name="窗口")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="工作人员")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name="职务（岗位）", help_text="岗位职责从岗位登记取得")
    hall = models.CharField("窗口职责", max_length=200, help_text="如：受理、发证，现场咨询")
    items = models.TextField("服务事项编码", blank=True, max_length=4000, help_text="一行一个，须有现行服务指南；本机关全部事项填“全部”")
    samples = models.CharField("申请材料示范文本", max_length=200, blank=True, help_text="放在哪里、怎么取；如：窗口右侧样表夹")
    consult = models.CharField("咨询电话", max_length=30, blank=True, help_text="不填的用机关电话")
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True, help_text="当日仍在岗；没有的不填")

    class Meta:
        """A person sits at a window once from a day on."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "window", "officer", "since"], name="seat_once"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="seat_order"),
        ]

    def __str__(self) -> str:
        return f"{self.window} {self.officer}"
