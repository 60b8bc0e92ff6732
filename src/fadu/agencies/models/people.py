"""The people who serve in organs."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from fadu.accounts.crypto import EncryptedTextField
from fadu.agencies.kinds import Employment
from fadu.agencies.models.organs import Organ


class Officer(models.Model):
    """A person's service in one organ: who enforces, reviews, heads or assists there.

    Who moves to another organ leaves the one and joins the other, so that an old case keeps the organ it was handled in.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="officers", verbose_name="账号")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="officers", verbose_name="所属机关")
    name = models.CharField("姓名", max_length=60)
    id_number = EncryptedTextField(verbose_name="身份证号码", null=True, blank=True)
    id_index = models.CharField(max_length=64, null=True, blank=True, db_index=True, editable=False)  # noqa: DJ001 - many have none, and none equals none
    post_title = models.CharField("职务", max_length=60, blank=True)
    employment = models.CharField("人员性质", max_length=12, choices=Employment.choices)
    work_card = models.CharField("工作证号", max_length=30, blank=True, help_text="执法辅助人员的工作证件；不是行政执法证件")
    legal_qualification = models.BooleanField("通过国家统一法律职业资格考试", default=False)
    legal_qualified_on = models.DateField("取得法律职业资格之日", null=True, blank=True)
    starts_on = models.DateField("到岗之日")
    ends_on = models.DateField("离岗之日", null=True, blank=True, help_text="自这一天起不再在岗")

    class Meta:
        """Held by the database too."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="officer_ends_after_start"),
            models.UniqueConstraint(fields=["id_index"], condition=Q(ends_on__isnull=True), name="officer_serves_once"),
            models.UniqueConstraint(fields=["user"], condition=Q(ends_on__isnull=True), name="officer_account_once"),
        ]

    def __str__(self) -> str:
        return self.name
