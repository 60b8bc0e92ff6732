"""What enforcement rests on: statute texts, power items (执法事项), holiday notices.

Discretion tables and locality numbers are data of the locality's pack (`localities/`), not rows.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.kinds import Field, Level


class ActKind(models.TextChoices):
    """The kinds of enforcement act."""

    PENALTY = "penalty", "行政处罚"
    COERCION = "coercion", "行政强制"
    INSPECTION = "inspection", "行政检查"
    LICENCE = "licence", "行政许可"
    REQUISITION = "requisition", "行政征收征用"
    OTHER = "other", "其他"


class StatuteText(models.Model):
    """One edition of a statute as imported. Imported again only when its file changed."""

    file = models.CharField("文件", max_length=120, unique=True)
    title = models.CharField("名称", max_length=80, db_index=True)
    short = models.CharField("简称", max_length=30)
    level = models.CharField("效力位阶", max_length=10)
    edition = models.CharField("旧版标记", max_length=10, blank=True, help_text="被同名新版取代的才有")
    in_force = models.DateField("施行日期")
    until = models.DateField("失效前最后一日", null=True, blank=True)
    adopted = models.DateField("公布日期", null=True, blank=True)
    history = models.JSONField("沿革", default=list)
    preamble = models.JSONField("题注", default=list)
    partial = models.BooleanField("只有摘录", default=False)
    note = models.CharField("待核事项", max_length=200, blank=True)
    article_count = models.PositiveIntegerField("条数")
    digest = models.CharField("内容摘要", max_length=64, editable=False)
    imported_at = models.DateTimeField("导入时间", auto_now=True)

    class Meta:
        """Held by the database too."""

        ordering: ClassVar[list[str]] = ["title", "-in_force"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["title", "edition"], name="statute_edition_once"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("in_force")), name="statute_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.title


class Article(models.Model):
    """One article of an edition; `paragraphs` is [{"text": …, "items": [[1, …], …]}, …]."""

    statute = models.ForeignKey(StatuteText, models.CASCADE, related_name="articles", verbose_name="法规")
    number = models.CharField("条", max_length=8, help_text="60，或 95-1（第九十五条之一）")
    position = models.PositiveIntegerField("次序")
    heads = models.JSONField("编章节", default=list)
    text = models.TextField("全文", help_text="供检索")
    paragraphs = models.JSONField("款项")

    class Meta:
        """In the order of the text."""

        ordering: ClassVar[list[str]] = ["statute_id", "position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["statute", "number"], name="article_once"),
            models.UniqueConstraint(fields=["statute", "position"], name="article_position_once"),
        ]

    def __str__(self) -> str:
        return f"{self.statute_id}:{self.number}"


class PowerItem(models.Model):
    """A power item (执法事项) from the day it was listed; changed by ending it and listing it anew.

    `act_bases` and `bases` are citations as printed, of the duty broken and of the penalty. `ranges` are the fines the
    statute allows: [{"subject": "any"|"person"|"unit", "low": 元, "high": 元} or {"times": [5, 10], …}, "when": "[0, 10000)"].
    """

    code = models.CharField("事项编码", max_length=30)
    name = models.CharField("事项名称", max_length=200)
    kind = models.CharField("行为种类", max_length=12, choices=ActKind.choices)
    field = models.CharField("执法领域", max_length=12, choices=Field.choices)
    level = models.CharField("行使层级", max_length=10, choices=Level.choices)
    act_bases = models.JSONField("违法依据", default=list)
    bases = models.JSONField("实施依据")
    cited = models.TextField("依据全文", blank=True, editable=False, help_text="供检索：违法依据和实施依据，一行一条")
    penalties = models.JSONField("处罚种类", default=list)
    ranges = models.JSONField("罚款幅度", default=list)
    bracket = models.JSONField("幅度所依据的数额", default=dict, blank=True)
    discretion_table = models.CharField("裁量基准", max_length=60, blank=True)
    since = models.DateField("生效日期")
    until = models.DateField("最后有效日", null=True, blank=True)

    class Meta:
        """A code is one item at a time."""

        ordering: ClassVar[list[str]] = ["field", "code", "-since"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code", "since"], name="item_code_since_once"),
            models.UniqueConstraint(fields=["code"], condition=Q(until__isnull=True), name="item_one_open"),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="item_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class CalendarNotice(models.Model):
    """A holiday notice (国务院办公厅关于节假日安排的通知) as loaded. Never changed: a correction is loaded anew, and the last one rules."""

    year = models.PositiveSmallIntegerField("年份", db_index=True)
    holidays = models.JSONField("放假日", help_text="{日期: 节日名称}")
    makeup_days = models.JSONField("调休上班日")
    source = models.CharField("文号", max_length=80)
    loaded_by = models.CharField("载入人", max_length=60)
    loaded_by_id = models.PositiveBigIntegerField("载入人账号", null=True)
    loaded_at = models.DateTimeField("载入时间", auto_now_add=True)

    class Meta:
        """The last loaded first."""

        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return f"{self.year} {self.source}"


class DelegationKind(models.TextChoices):
    """By what right an organ acts on items that are not its own (行政处罚法第二十条、第二十四条; 市监程序规定第九条)."""

    GRANT = "grant", "赋权（省级决定，乡镇街道以自己名义）"
    ENTRUSTMENT = "entrustment", "委托（以委托机关名义）"
    OUTPOST = "outpost", "派出机构职权（以所属机关名义）"


class Delegation(models.Model):
    """赋权、委托、派出: items that an organ may act on for some time. Withdrawn by ending it, never deleted."""

    kind = models.CharField("种类", max_length=12, choices=DelegationKind.choices)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="delegations", verbose_name="行使机关")
    principal = models.ForeignKey("agencies.Organ", models.PROTECT, null=True, related_name="delegations_made", verbose_name="委托（所属）机关")
    items = models.JSONField("事项编码")
    powers = models.CharField("权限", max_length=200, blank=True)
    basis = models.CharField("依据", max_length=200, blank=True, help_text="法律、法规、规章的条文，或者省级赋权决定")
    document = models.CharField("文号", max_length=80)
    public_function = models.BooleanField("具有管理公共事务职能", default=False)
    needs_technique = models.BooleanField("需要技术检查或者鉴定", default=False)
    has_technique = models.BooleanField("有条件组织技术检查或者鉴定", default=False)
    own_name = models.BooleanField("依法可以以自己名义", default=False)
    since = models.DateField("生效日期")
    until = models.DateField("最后有效日", null=True, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    filed_on = models.DateField("备案日期", null=True, blank=True)
    reason = models.CharField("收回的理由", max_length=200, blank=True)
    by_name = models.CharField("登记人", max_length=60)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        """The latest first."""

        ordering: ClassVar[list[str]] = ["-since", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="delegation_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.document}"
