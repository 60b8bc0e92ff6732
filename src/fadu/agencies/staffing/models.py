"""Posts and who holds them, recruitment, reinforcement, load; the rolls of other offices; the style of credentials."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.models import Credential, Officer, Organ
from fadu.agencies.models.kept import Kept, Witnessed
from fadu.agencies.staffing.kinds import Channel, Office, OrderedBy, Roll, Style


class Post(Kept):
    """A post of enforcement (执法岗位): whether it is on the front line, and which items of power it carries."""

    name = models.CharField("岗位", max_length=60)
    frontline = models.BooleanField("一线执法岗位", default=True)
    items = models.TextField("执法事项编码", blank=True, max_length=20000, help_text="一行一个；承担本机关全部事项的填“全部”")
    duties = models.TextField("岗位职责", max_length=2000)

    class Meta:
        """A post of an organ stands once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "name"], name="staffing_post_once")]

    def __str__(self) -> str:
        return self.name


class Assignment(Kept):
    """Who holds a post (责任到人), from a day on; `until` is the last day."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="人员")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name="岗位")
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True, help_text="当日仍任；没有的不填")

    class Meta:
        """Put in a post once from a day on."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="assignment_order"),
            models.UniqueConstraint(fields=["organ", "officer", "post", "since"], name="assignment_once"),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.post}"


class Recruitment(Witnessed):
    """A plan of recruitment of a year (执法类公务员招录): posts announced, filled, and filled with people who read law."""

    year = models.PositiveSmallIntegerField("年度")
    announced = models.PositiveSmallIntegerField("招录计划（人）")
    filled = models.PositiveSmallIntegerField("实际录用（人）", default=0)
    law_degree = models.PositiveSmallIntegerField("其中法律专业（人）", default=0)

    class Meta(Witnessed.Meta):
        """A plan once; who read law is among those taken."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Witnessed.Meta.constraints,
            models.UniqueConstraint(fields=["organ", "year", "number"], name="recruitment_once"),
            models.CheckConstraint(condition=Q(law_degree__lte=F("filled")), name="recruitment_law_among_filled"),
        ]

    def __str__(self) -> str:
        return f"{self.year} 年招录"


class Reinforcement(Kept):
    """More hands for an organ (力量变动): how many, by which way, by which paper."""

    channel = models.CharField("渠道", max_length=10, choices=Channel.choices)
    people = models.PositiveSmallIntegerField("人数")
    on = models.DateField("到位日期")
    paper = models.CharField("文号", max_length=60)

    class Meta:
        """A paper counts once a channel."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "channel", "paper"], name="reinforcement_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} {self.people} 人"


class Dispatch(Kept):
    """An order to people whom a department posted to a township (调度指令): who gave it, and whether it was followed."""

    department = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="派驻部门")
    ordered_by = models.CharField("发出方", max_length=12, choices=OrderedBy.choices)
    task = models.CharField("任务", max_length=100)
    ordered_on = models.DateField("发出日期")
    answered_on = models.DateField("响应日期", null=True, blank=True)

    class Meta:
        """A task is ordered once a day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "department", "task", "ordered_on"], name="dispatch_once"),
            models.CheckConstraint(condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("ordered_on")), name="dispatch_answered_after"),
        ]

    def __str__(self) -> str:
        return self.task


class Load(Kept):
    """What a township's team has to look after in a year (监管负荷)."""

    year = models.PositiveSmallIntegerField("年度")
    residents = models.PositiveIntegerField("常住人口（人）")
    objects_watched = models.PositiveIntegerField("监管对象（个）")

    class Meta:
        """Once a year."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "year"], name="load_once")]

    def __str__(self) -> str:
        return f"{self.year} 年监管负荷"


class StaffCheck(Kept):
    """A check of posts and people of a township by another office (编制和人员督查): what was vacant, and when it was filled."""

    by = models.CharField("督查部门", max_length=10, choices=Office.choices)
    held_on = models.DateField("督查日期")
    vacant = models.PositiveSmallIntegerField("发现空岗（个）", default=0)
    filled_on = models.DateField("空岗整改日期", null=True, blank=True)
    paper = models.CharField("督查文号", max_length=60)

    class Meta:
        """An office checks once a day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "by", "held_on"], name="staff_check_once")]

    def __str__(self) -> str:
        return f"{self.get_by_display()}督查 {self.held_on}"


class RollLine(models.Model):
    """A line of the roll that another office keeps (编办、人社名册), as brought in: a person by the blind index of the identity number."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="机关")
    office = models.CharField("名册单位", max_length=10, choices=Office.choices)
    roll = models.CharField("名册", max_length=10, choices=Roll.choices)
    as_of = models.DateField("名册日期")
    id_index = models.CharField(max_length=64)
    recorded_at = models.DateTimeField("导入时间", auto_now_add=True)
    by_name = models.CharField("导入人", max_length=60)

    class Meta:
        """A person stands once on a roll of a day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "office", "roll", "as_of", "id_index"], name="roll_line_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_roll_display()} {self.as_of}"


class CardStyle(Kept):
    """Which style a credential that was held before the platform has, as seen on a day (证件样式核查)."""

    credential = models.ForeignKey(Credential, models.PROTECT, related_name="+", verbose_name="证件")
    style = models.CharField("样式", max_length=10, choices=Style.choices)
    seen_on = models.DateField("核查日期")

    class Meta:
        """Seen once a day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["credential", "seen_on"], name="card_style_once")]

    def __str__(self) -> str:
        return f"{self.credential} {self.get_style_display()}"
