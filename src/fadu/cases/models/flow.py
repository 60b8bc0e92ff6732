"""What follows from steps: clocks, numbers, and the outbox that tells the rooms above."""

from typing import ClassVar

from django.db import models

from fadu.cases.models.case import Case


class ClockRow(models.Model):
    """时限: one clock of one case, as last reckoned."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="clocks", verbose_name="案件")
    rule = models.CharField("规则", max_length=40)
    starts_on = models.DateField("起算")
    due_on = models.DateField("届满", null=True)
    due_at = models.DateTimeField("届满时刻", null=True)
    done_on = models.DateField("完成", null=True)
    late = models.BooleanField("逾期完成", default=False)
    suspended = models.BooleanField("停止计算", default=False)
    provisional = models.BooleanField("暂定日历", default=False)

    class Meta:
        """One row a clock."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["case", "rule"], name="clock_once")]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["due_on", "case"], condition=models.Q(done_on__isnull=True), name="clock_running")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.rule}"


class Counter(models.Model):
    """文号计数: the last number given out, by organ, year and kind. Never goes back, never gives one twice."""

    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    value = models.PositiveIntegerField(default=0)

    class Meta:
        """One row a series."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "year", "kind"], name="counter_once")]

    def __str__(self) -> str:
        return f"{self.organ_id} {self.year} {self.kind}"


class Outbox(models.Model):
    """发件箱: told to the rooms above after the step is safe; kept until done."""

    id = models.BigAutoField(primary_key=True)
    topic = models.CharField(max_length=40)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+", null=True)
    ref = models.UUIDField(null=True)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    class Meta:
        """The few that wait are found at once."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["id"], condition=models.Q(done_at__isnull=True), name="outbox_waiting")]

    def __str__(self) -> str:
        return f"{self.topic} {self.ref}"
