"""Organs that enforce or supervise."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.kinds import Field, Funding, Level, OrganKind


class Organ(models.Model):
    """An organ that enforces or supervises.

    `path` holds the ids from the top down to the organ itself (/1/4/9/): all below an organ begin with its path. Organs
    are not deleted: an abolished one ends, and its papers keep its name.
    """

    name = models.CharField("机关名称", max_length=100)
    short_name = models.CharField("文号简称", max_length=20, help_text="文书字号中的机关代字，如 示市监")
    code = models.CharField("统一社会信用代码", max_length=18, unique=True)
    kind = models.CharField("机关性质", max_length=12, choices=OrganKind.choices)
    field = models.CharField("执法领域", max_length=12, choices=Field.choices)
    level = models.CharField("层级", max_length=10, choices=Level.choices)
    region_name = models.CharField("行政区划", max_length=60)
    region_code = models.CharField("行政区划代码", max_length=9)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级机关")
    path = models.CharField(max_length=120, db_index=True, editable=False)
    address = models.CharField("地址", max_length=200)
    phone = models.CharField("电话", max_length=30)
    legal_rep = models.CharField("负责人", max_length=60)
    bank_name = models.CharField("代收罚款银行", max_length=100, blank=True)
    bank_account = models.CharField("罚款账号", max_length=40, blank=True)
    review_authority = models.CharField("行政复议机关", max_length=100, blank=True)
    review_address = models.CharField("行政复议机关地址", max_length=200, blank=True)
    court = models.CharField("管辖法院", max_length=100, blank=True)
    court_address = models.CharField("管辖法院地址", max_length=200, blank=True)
    funding = models.CharField("经费来源", max_length=10, choices=Funding.choices, blank=True)
    posts_civil = models.PositiveIntegerField("核定行政编制", null=True, blank=True, help_text="人；在编实有从人员名册计算，不填报")
    posts_public = models.PositiveIntegerField("核定事业编制", null=True, blank=True, help_text="人")
    posts_paper = models.CharField("编制批复文号", max_length=80, blank=True)
    duties = models.TextField("职责权限", max_length=2000, blank=True)
    bases = models.TextField("执法依据", max_length=2000, blank=True, help_text="一行一条，写到条")
    office_hours = models.CharField("办公时间", max_length=100, blank=True)
    complaint_phone = models.CharField("投诉举报电话", max_length=30, blank=True)
    postcode = models.CharField("邮政编码", max_length=6, blank=True)
    starts_on = models.DateField("成立之日")
    ends_on = models.DateField("撤销之日", null=True, blank=True)

    class Meta:
        """Held by the database too."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="organ_ends_after_start"),
            models.UniqueConstraint(fields=["short_name"], condition=Q(ends_on__isnull=True), name="organ_short_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
