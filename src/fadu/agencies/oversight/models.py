"""Plans and activities of oversight, addresses of portals and what came of asking them, performance, money returned, wording that was looked at."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.models import Officer, Organ
from fadu.agencies.models.kept import Kept, Witnessed
from fadu.agencies.oversight.kinds import Subject, Topic, Way, Where


class YearPlan(Witnessed):
    """年度行政执法监督工作方案 (河北区实施方案二(四)12): how many tasks it sets, how many are done."""

    year = models.PositiveSmallIntegerField("年度")
    tasks = models.PositiveSmallIntegerField("任务数")
    done = models.PositiveSmallIntegerField("已完成", default=0)

    class Meta(Witnessed.Meta):
        """One a year."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Witnessed.Meta.constraints,
            models.CheckConstraint(condition=Q(done__lte=F("tasks")), name="year_plan_done_of_tasks"),
            models.UniqueConstraint(fields=["organ", "year"], name="year_plan_once"),
        ]

    def __str__(self) -> str:
        return f"{self.year} 年监督工作方案（{self.number}）"


class Activity(Kept):
    """监督活动: an organ's oversight of another or of its own units: in which way, of what, what was found and mended."""

    target = models.ForeignKey(
        Organ, models.PROTECT, related_name="+", verbose_name="被监督的机关", null=True, blank=True, help_text="监督本机关所属机构的不填"
    )
    way = models.CharField("方式", max_length=10, choices=Way.choices)
    subject = models.CharField("对象", max_length=12, choices=Subject.choices)
    held_on = models.DateField("日期")
    paper = models.CharField("文号（记录编号）", max_length=60)
    looked_at = models.PositiveIntegerField("监督的对象数", help_text="人、证、卷、件，按对象计")
    found = models.PositiveIntegerField("发现的问题")
    mended = models.PositiveIntegerField("已整改", default=0)

    class Meta:
        """A paper tells of one activity on a subject."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(mended__lte=F("found")), name="activity_mended_of_found"),
            models.UniqueConstraint(fields=["organ", "paper", "subject", "held_on"], name="activity_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()}·{self.get_subject_display()}（{self.paper}）"


class Portal(Kept):
    """公示栏目的网址: where an organ shows what on which portal; asked each day whether it can be reached (`probing`)."""

    where = models.CharField("网站", max_length=12, choices=Where.choices)
    topic = models.CharField("栏目", max_length=12, choices=Topic.choices)
    url = models.CharField("网址", max_length=300, help_text="以 http:// 或者 https:// 开头")
    since = models.DateField("启用日期")
    until = models.DateField("停用日期", null=True, blank=True, help_text="当日仍在用；没有的不填")

    class Meta:
        """A column stands once on a site."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="portal_order"),
            models.UniqueConstraint(fields=["organ", "where", "topic", "since"], name="portal_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_where_display()}·{self.get_topic_display()}"


class Probe(models.Model):
    """一次探测: whether the address answered, and the day of the newest entry it shows. Only added."""

    portal = models.ForeignKey(Portal, models.PROTECT, related_name="probes", verbose_name="栏目")
    at = models.DateTimeField("探测时间", db_index=True)
    ok = models.BooleanField("可达")
    status = models.PositiveSmallIntegerField("状态码", null=True)
    newest = models.DateField("最新条目日期", null=True)
    fault = models.CharField("不可达的原因", max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.portal_id} {self.at}"


class Performance(Kept):
    """绩效考核结果: what a person was scored or paid for a period; held beside the fines that the same person's cases brought."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="+", verbose_name="人员")
    since = models.DateField("考核期自")
    until = models.DateField("考核期至")
    score = models.PositiveIntegerField("绩效（分或者元）")
    paper = models.CharField("文号", max_length=60)

    class Meta:
        """A person is scored once for a period."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="performance_order"),
            models.UniqueConstraint(fields=["organ", "officer", "since"], name="performance_once"),
        ]

    def __str__(self) -> str:
        return f"{self.officer.name} {self.since:%Y-%m-%d} 至 {self.until:%Y-%m-%d}"


class Spending(Kept):
    """每月预算执行: what was paid to an organ in a month, and what of it was returned from fines (返还), which is forbidden."""

    month = models.DateField("月份", help_text="填当月第一日")
    paid = models.PositiveIntegerField("预算执行（元）")
    returned = models.PositiveIntegerField("返还科目（元）", default=0, help_text="以罚没、收费返还、补助名义拨付的；严禁")
    paper = models.CharField("报表编号", max_length=60)

    class Meta:
        """A month once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "month"], name="spending_once")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class Wording(Witnessed):
    """罚没指标用语的核销: somebody looked at a text that speaks of targets for fines, and says why it sets none; a second person checks it."""

    text = models.CharField("文字所在", max_length=200, help_text="照扫描结果填写")
    why = models.CharField("核查结论", max_length=300)

    class Meta(Witnessed.Meta):
        """A text once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Witnessed.Meta.constraints,
            models.UniqueConstraint(fields=["organ", "text"], name="wording_once"),
        ]

    def __str__(self) -> str:
        return self.text[:60]
