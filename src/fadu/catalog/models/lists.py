"""The lists that are published beside the list of powers: 随机抽查事项清单, 三张清单, 重大执法决定法制审核目录."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.agencies.kinds import Field, Level
from fadu.catalog.models.items import ActKind
from fadu.catalog.models.versions import Version, held


class Entry(Version):
    """What the three kinds of list share: whose list it is, what it is about, on what it rests.

    `items` are codes of power items; `bases` citations as printed.
    """

    organ = models.ForeignKey("agencies.Organ", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="编制机关")
    field = models.CharField("执法领域", max_length=12, choices=Field.choices)
    matter = models.CharField("事项", max_length=200)
    items = models.JSONField("执法事项编码", default=list)
    bases = models.JSONField("依据")
    cited = models.TextField("依据全文", blank=True, editable=False, help_text="供检索，一行一条")

    class Meta:
        """A list of its own table each."""

        abstract = True

    def __str__(self) -> str:
        return f"{self.code} {self.matter}"


class InspectionEntry(Entry):
    """A row of the list of random inspections (随机抽查事项清单): the seven columns of 黑政办发〔2019〕26号 二(一)1(3)."""

    targets = models.CharField("抽查对象", max_length=200)
    content = models.CharField("抽查内容", max_length=400)
    method = models.CharField("抽查方式", max_length=200)
    share = models.PositiveSmallIntegerField("抽查比例（%）")
    times = models.PositiveSmallIntegerField("抽查频次（次/年）", help_text="对同一对象每年不超过的次数")
    enterprises = models.BooleanField("涉企检查", default=False)

    class Meta:
        """A code is one entry at a time; a share is of a hundred."""

        ordering: ClassVar[list[str]] = ["field", "code", "-since"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *held("inspection"),
            models.CheckConstraint(condition=Q(share__gte=1, share__lte=100), name="inspection_share_is_a_share"),
            models.CheckConstraint(condition=Q(times__gte=1), name="inspection_some_times"),
        ]


class Leniency(models.TextChoices):
    """The three lists (三张清单) of 行政处罚法第三十二条、第三十三条."""

    NONE = "none", "不予处罚"
    LESSENED = "lessened", "减轻处罚"
    LIGHTER = "lighter", "从轻处罚"


class LenientEntry(Entry):
    """A row of the lists of no, lesser and lighter penalties: which item, under which conditions, with what effect."""

    leniency = models.CharField("清单", max_length=10, choices=Leniency.choices)
    rule = models.CharField("所执行的规则", max_length=20, help_text="规则库中行政处罚法第三十条至第三十三条的规则")
    conditions = models.TextField("适用条件", help_text="一行一项，须同时具备")
    effect = models.CharField("处理方式", max_length=200)

    class Meta:
        """A code is one entry at a time."""

        ordering: ClassVar[list[str]] = ["field", "code", "-since"]
        constraints: ClassVar[list[models.BaseConstraint]] = held("lenient")


class Trigger(models.TextChoices):
    """What makes a decision major: the five kinds of the policies (黑政办发〔2019〕26号 二(三)2(1); 兴隆县指导意见三(九))."""

    PUBLIC_INTEREST = "public", "涉及重大公共利益，可能造成重大社会影响或者引发社会风险"
    MAJOR_RIGHTS = "rights", "直接关系行政相对人或者第三人重大权益"
    HEARD = "heard", "经过听证程序"
    COMPLEX = "complex", "案件情况疑难复杂，涉及多个法律关系"
    BY_STATUTE = "statute", "法律、法规、规章规定应当进行法制审核的其他情形"


class ReviewEntry(Entry):
    """A row of the catalogue of major decisions that need legal review (重大执法决定法制审核目录)."""

    kind = models.CharField("行为种类", max_length=12, choices=ActKind.choices)
    level = models.CharField("行使层级", max_length=10, choices=Level.choices)
    trigger = models.CharField("情形", max_length=10, choices=Trigger.choices)
    threshold_person = models.BigIntegerField("公民金额标准（分）", null=True, blank=True)
    threshold_unit = models.BigIntegerField("单位金额标准（分）", null=True, blank=True)
    materials = models.CharField("送审材料", max_length=200, blank=True)
    method = models.CharField("送审方式", max_length=100, blank=True)
    responsibility = models.CharField("审核责任", max_length=200, blank=True)
    days = models.PositiveSmallIntegerField("审核时限（工作日）", null=True, blank=True)

    class Meta:
        """A code is one entry at a time."""

        ordering: ClassVar[list[str]] = ["field", "code", "-since"]
        constraints: ClassVar[list[models.BaseConstraint]] = held("review")
