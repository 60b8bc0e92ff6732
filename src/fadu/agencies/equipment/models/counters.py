"""Where the public comes: visits with complaints, and windows with their boards."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.models.kept import Kept


class Visit(Kept):
    """A visit with a complaint or a report (接待登记): what it was about and to whom it was passed on; nobody's name."""

    number = models.CharField("登记编号", max_length=40)
    came_on = models.DateField("接待日期")
    matter = models.CharField("事项", max_length=100, help_text="不写来访人姓名")
    passed_to = models.CharField("去向", max_length=100, blank=True, help_text="转给哪个机构、人员办理")
    passed_on = models.DateField("转办日期", null=True, blank=True)

    class Meta:
        """A visit once; passed on after it."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "number"], name="visit_once"),
            models.CheckConstraint(condition=Q(passed_on__isnull=True) | Q(passed_on__gte=F("came_on")), name="visit_passed_after"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.matter}"


class Window(Kept):
    """A service window and its board (窗口岗位信息公示牌): how many of the nine things it shows, its picture, who was found at it."""

    name = models.CharField("窗口", max_length=60)
    elements = models.PositiveSmallIntegerField(
        "公示牌要素数", help_text="单位、姓名、职务、执法种类和服务事项、岗位职责、申请材料示范文本、办理进度查询、咨询服务、投诉举报，齐全为 9"
    )
    pictured_on = models.DateField("照片日期")
    checks = models.PositiveSmallIntegerField("在岗检查次数", default=0)
    there = models.PositiveSmallIntegerField("其中在岗一致次数", default=0)

    class Meta:
        """A window once; nobody is found more often than looked for."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "name"], name="window_once"),
            models.CheckConstraint(condition=Q(there__lte=F("checks")) & Q(elements__lte=9), name="window_counts"),
        ]

    def __str__(self) -> str:
        return self.name
