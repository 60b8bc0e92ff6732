"""Organs, the people who enforce for them, and the credentials they do it with."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from fadu.accounts.crypto import EncryptedTextField
from fadu.agencies.kinds import Employment, Field, Level, OrganKind, State


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


class Credential(models.Model):
    """An enforcement credential (行政执法证件) as it was issued; what became of it is in its states."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="credentials", verbose_name="持证人")
    number = models.CharField("执法证号", max_length=20, unique=True)
    category = models.CharField("执法类别", max_length=12, choices=Field.choices, help_text="综合行政执法的证件各领域通用")
    valid_from = models.DateField("有效期自")
    valid_to = models.DateField("有效期至", help_text="当日仍有效")

    class Meta:
        """Held by the database too."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="credential_valid_interval"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def timeline(self) -> "list[CredentialState]":
        """Its states, the latest first."""
        return sorted(self.states.all(), key=lambda state: state.starts_at, reverse=True)


class CredentialState(models.Model):
    """A state of a credential from one moment (included) until another (not included). Ended, never changed or deleted."""

    credential = models.ForeignKey(Credential, models.PROTECT, related_name="states", verbose_name="证件")
    state = models.CharField("状态", max_length=10, choices=State.choices)
    starts_at = models.DateTimeField("起")
    ends_at = models.DateTimeField("止", null=True, blank=True)
    reason = models.CharField("事由", max_length=200)
    paper = models.CharField("文书号", max_length=60, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        """One state at a time: one open interval, and no two that begin at once."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["credential", "starts_at"], name="state_by_credential")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")), name="state_ends_after_start"),
            models.UniqueConstraint(fields=["credential"], condition=Q(ends_at__isnull=True), name="state_one_open"),
            models.UniqueConstraint(fields=["credential", "starts_at"], name="state_begins_once"),
        ]

    def __str__(self) -> str:
        return f"{self.credential_id} {self.get_state_display()}"


class Change(models.Model):
    """What was changed in organs, people and credentials, by whom, when, why. Written by the services, never rewritten.

    Personal numbers stand masked in `before` and `after`.
    """

    what = models.CharField("对象", max_length=20)
    target_id = models.BigIntegerField("编号")
    label = models.CharField("名称", max_length=100)
    organ_id = models.BigIntegerField("所属机关", null=True, db_index=True)
    action = models.CharField("操作", max_length=20)
    by_id = models.BigIntegerField("操作人账号", null=True)
    by_name = models.CharField("操作人", max_length=60)
    at = models.DateTimeField("时间", auto_now_add=True)
    before = models.JSONField("改前", default=dict)
    after = models.JSONField("改后", default=dict)
    reason = models.CharField("事由", max_length=200, blank=True)

    class Meta:
        """Found by what was changed."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["what", "target_id", "at"], name="change_by_target")]

    def __str__(self) -> str:
        return f"{self.action} {self.label}"
