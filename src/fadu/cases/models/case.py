"""A case, its party, and who does what in it."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.accounts.crypto import EncryptedTextField
from fadu.cases.models.ids import new_id

NEVER = date(9999, 12, 31)
"""A due day for what has none, so that lists sort without looking twice."""


class Party(models.Model):
    """当事人. What names a person is encrypted; what may be shown to anybody in the organ stands in `shown_as`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField("类别", max_length=10)
    name = EncryptedTextField(verbose_name="名称（姓名）")
    shown_as = models.CharField("列表显示", max_length=200)
    code = EncryptedTextField(verbose_name="统一社会信用代码或者身份号码", null=True)
    code_index = models.CharField(max_length=64, blank=True, db_index=True)
    legal_rep = EncryptedTextField(verbose_name="法定代表人", null=True)
    address = EncryptedTextField(verbose_name="住所", null=True)
    phone = EncryptedTextField(verbose_name="电话", null=True)

    def __str__(self) -> str:
        return self.shown_as


class Case(models.Model):
    """案件. Where it stands is the fold of its steps, kept here so that lists are fast."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="cases", verbose_name="机关")
    kind = models.CharField("类别", max_length=20, default="penalty")
    procedure = models.CharField("程序", max_length=40)
    version = models.CharField("程序版本", max_length=20)
    number = models.CharField("案号", max_length=60, blank=True)
    title = models.CharField("案件名称", max_length=300)
    cause = models.CharField("案由", max_length=200)
    field = models.CharField("领域", max_length=20)
    item = models.CharField("执法事项", max_length=40)
    party = models.ForeignKey(Party, models.PROTECT, related_name="cases", verbose_name="当事人")
    origin = models.ForeignKey("self", models.PROTECT, null=True, related_name="led_to", verbose_name="来源案件")
    stage = models.CharField("阶段", max_length=30)
    stage_since = models.DateField("进入阶段之日")
    passed = models.JSONField("经过的阶段", default=list)
    seq = models.PositiveIntegerField("步骤数", default=0)
    last_hash = models.CharField(max_length=64, blank=True)
    opened_on = models.DateField("登记之日")
    ended = models.BooleanField("已经完结", default=False)
    turn_step = models.CharField("轮到的步骤", max_length=40, blank=True)
    turn_role = models.CharField("轮到谁", max_length=12, blank=True)
    next_due = models.DateField("最先到期", default=NEVER)
    next_rule = models.CharField(max_length=40, blank=True)
    next_step = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Lists lead with the organ, so that the table can be parted by it."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organ", "ended", "next_due", "id"], name="case_worklist"),
            models.Index(fields=["organ", "turn_role", "next_due", "id"], condition=Q(ended=False), name="case_turn"),
            models.Index(fields=["organ", "-id"], name="case_newest"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organ", "number"], condition=~Q(number=""), name="case_number_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Function(models.TextChoices):
    """What a person does in a case; never two of them (办、审、定三分离)."""

    HANDLE = "handle", "承办"
    REVIEW = "review", "审核"
    DECIDE = "decide", "决定"


class CaseRole(models.Model):
    """Who does what in a case. One row a person and case: the database itself keeps the three functions apart."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="handlers", verbose_name="案件")
    officer = models.ForeignKey("agencies.Officer", models.PROTECT, related_name="case_roles", verbose_name="人员")
    function = models.CharField("职责", max_length=10, choices=Function.choices)
    since = models.DateTimeField("起")

    class Meta:
        """办、审、定三分离."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "officer"], name="case_one_function"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["officer", "case"], name="case_role_officer")]

    def __str__(self) -> str:
        return f"{self.officer_id} {self.function}"
