"""Who acts on items that are not its own."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class DelegationKind(models.TextChoices):
    """By what right an organ acts on items that are not its own (行政处罚法第二十条、第二十四条; 市监程序规定第九条)."""

    GRANT = "grant", "赋权（省级决定，乡镇街道以自己名义）"
    ENTRUSTMENT = "entrustment", "委托（以委托机关名义）"
    OUTPOST = "outpost", "派出机构职权（以所属机关名义）"


class DelegationReview(models.TextChoices):
    """What the review of an entrustment found (新政办函〔2024〕38号清单三(二)5)."""

    SOUND = "sound", "合规"
    CLEAR = "clear", "应当清理"
    MEND = "mend", "应当完善手续"


class Delegation(models.Model):
    """赋权、委托、派出: items that an organ may act on for some time. Withdrawn by ending it, never deleted."""

    kind = models.CharField("种类", max_length=12, choices=DelegationKind.choices)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="delegations", verbose_name="行使机关")
    principal = models.ForeignKey("agencies.Organ", models.PROTECT, null=True, related_name="delegations_made", verbose_name="委托（所属）机关")
    items = models.JSONField("事项编码")
    powers = models.CharField("权限", max_length=200, blank=True)
    area = models.JSONField("区域", default=list, blank=True, help_text="乡镇、街道的名称；没有的为委托机关的全部管辖区域")
    basis = models.CharField("依据", max_length=200, blank=True, help_text="法律、法规、规章的条文，或者省级赋权决定")
    document = models.CharField("文号", max_length=80)
    public_function = models.BooleanField("具有管理公共事务职能", default=False)
    needs_technique = models.BooleanField("需要技术检查或者鉴定", default=False)
    has_technique = models.BooleanField("有条件组织技术检查或者鉴定", default=False)
    own_name = models.BooleanField("依法可以以自己名义", default=False)
    since = models.DateField("生效日期")
    until = models.DateField("最后有效日", null=True, blank=True)
    legal_reviewed_on = models.DateField("司法行政部门法制审核日期", null=True, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    filed_on = models.DateField("备案日期", null=True, blank=True)
    approval = models.CharField("审批文号", max_length=80, blank=True)
    consulted = models.CharField("征求意见记录", max_length=100, blank=True)
    published_there_on = models.DateField("受委托方公布日期", null=True, blank=True)
    filing_number = models.CharField("备案号", max_length=80, blank=True)
    reviewed_on = models.DateField("复核日期", null=True, blank=True)
    review = models.CharField("复核结论", max_length=8, choices=DelegationReview.choices, blank=True)
    mended_on = models.DateField("完善手续日期", null=True, blank=True)
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
