"""What the sweep finds, and when it swept."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.cases.models import Case
from fadu.cases.models.ids import new_id


class Severity(models.TextChoices):
    """How heavy a finding is: the grade of its rule."""

    ILLEGAL = "illegal", "违法"
    MENDABLE = "mendable", "可补正"
    TOLD = "told", "提示"


class Sweep(models.Model):
    """One run of all rules over the facts of the installation."""

    day = models.DateField("判断之日")
    year = models.PositiveSmallIntegerField("年度", null=True, help_text="空：全部")
    whole = models.BooleanField("全面核查", default=True, help_text="否：只核查上次以后有变化的")
    rules = models.PositiveIntegerField("规则数", default=0)
    cases = models.PositiveIntegerField("案件数", default=0)
    found = models.PositiveIntegerField("新发现", default=0)
    mended = models.PositiveIntegerField("已消除", default=0)
    open = models.PositiveIntegerField("存在的问题", default=0)
    began_at = models.DateTimeField("开始")
    ended_at = models.DateTimeField("结束", null=True)
    file = models.CharField("数据文件", max_length=200, blank=True)

    class Meta:
        """The latest first."""

        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return f"{self.day} {'全面' if self.whole else '增量'}核查"


class Finding(models.Model):
    """A rule that a case breaks. Gone when it is mended: `mended_on`; never deleted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    rule = models.CharField("规则", max_length=40)
    case = models.ForeignKey(Case, models.PROTECT, related_name="findings", verbose_name="案件")
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="findings", verbose_name="机关")
    grain = models.CharField("事项种类", max_length=20)
    severity = models.CharField("严重程度", max_length=10, choices=Severity.choices)
    whose = models.CharField("责任方", max_length=10)
    since = models.DateField("起于")
    found_on = models.DateField("发现日期")
    mended_on = models.DateField("消除日期", null=True)

    class Meta:
        """A rule is broken once at a time in a case. Lists lead with the organ."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ", "mended_on", "-since", "id"], name="finding_by_organ"),
            models.Index(fields=["rule", "mended_on"], name="finding_by_rule"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "rule"], condition=Q(mended_on__isnull=True), name="finding_open_once"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.case_id}"


class Sampling(models.Model):
    """音像抽检的一次抽取: the recordings of an organ in a month, and the secret by which some of them were drawn; told, so that anybody can draw again."""

    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="被抽检的机关")
    month = models.DateField("月份", help_text="当月第一日")
    population = models.PositiveIntegerField("当月录像数")
    digest = models.CharField("名单散列", max_length=64, help_text="全部录像编号排序后的 SHA-256")
    seed = models.CharField("抽取种子", max_length=64)
    drawn_at = models.DateTimeField("抽取时间")
    by_name = models.CharField("抽取人", max_length=60)

    class Meta:
        """A month of an organ is drawn once: nobody draws until the draw pleases."""

        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["organ", "month"], name="sampling_once")]

    def __str__(self) -> str:
        return f"{self.organ} {self.month:%Y-%m}"


class Judgement(models.TextChoices):
    """What is seen of one point."""

    YES = "yes", "是"
    NO = "no", "否"
    NONE = "none", "不适用"


class Sampled(models.Model):
    """抽中的一段录像: judged by the bureau on what is seen in it, once, with what was found."""

    sampling = models.ForeignKey(Sampling, models.PROTECT, related_name="rows", verbose_name="抽取")
    recording = models.ForeignKey("recordings.Recording", models.PROTECT, related_name="+", verbose_name="录像")
    shown = models.CharField("亮证", max_length=4, choices=Judgement.choices, blank=True)
    dressed = models.CharField("着装佩标", max_length=4, choices=Judgement.choices, blank=True)
    worded = models.CharField("用语规范", max_length=4, choices=Judgement.choices, blank=True)
    people = models.PositiveSmallIntegerField("画面中的执法人员数", null=True, blank=True)
    note = models.CharField("发现的问题", max_length=300, blank=True)
    judged_at = models.DateTimeField("抽检时间", null=True)
    judged_by = models.CharField("抽检人", max_length=60, blank=True)
    mended_on = models.DateField("整改日期", null=True, blank=True)

    class Meta:
        """Each once; judged whole or not at all."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sampling", "recording"], name="sampled_once"),
            models.CheckConstraint(
                condition=Q(judged_at__isnull=True, shown="", judged_by="") | (Q(judged_at__isnull=False) & ~Q(shown="") & ~Q(judged_by="")),
                name="sampled_judged_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sampling_id} {self.recording_id}"
