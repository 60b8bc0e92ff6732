"""Households: an index over the parties, derived from them and from what people decided; the decisions are the record."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.accounts.crypto import EncryptedTextField
from fadu.cases.models import Case, Leaf, Party
from fadu.cases.models.ids import new_id


class Household(models.Model):
    """一户: one person or enterprise. Derived: `fadu household rebuild` makes the same rows from the parties and the decisions.

    `joined` is the household it was found to be the same as; `root` is where that leads, itself where it was not joined.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    kind = models.CharField("类别", max_length=10)
    shown_as = models.CharField("列表显示", max_length=200)
    code_index = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 - null where there is none, so that one plain index holds it
    name_index = models.CharField(max_length=64, db_index=True)
    place_index = models.CharField(max_length=64, blank=True)
    first = models.UUIDField("最早的当事人记录", help_text="按时间排序的编号：合并时归入较早的一户")
    joined = models.ForeignKey("self", models.DO_NOTHING, null=True, related_name="absorbed", verbose_name="归入")
    root = models.ForeignKey("self", models.DO_NOTHING, related_name="parts", verbose_name="所属一户")

    class Meta:
        """Looked up by code, by whole name, by the beginning of an enterprise's name; never by reading.

        No index has a condition: a value that is bound when it is asked can't be proved to meet one, and the whole table would be read.
        """

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["shown_as", "id"], name="household_prefix"),
            models.Index(fields=["place_index", "first"], name="household_place"),
        ]

    def __str__(self) -> str:
        return self.shown_as


class Member(models.Model):
    """Which household a party of a case belongs to. Derived."""

    party = models.OneToOneField(Party, models.CASCADE, primary_key=True, related_name="membership", verbose_name="当事人")
    household = models.ForeignKey(Household, models.PROTECT, related_name="members", verbose_name="一户")

    def __str__(self) -> str:
        return str(self.party_id)


class Proposal(models.Model):
    """疑似同一: two households of one name and address, of which one has no code. Derived; a person decides, nothing is merged by itself."""

    one = models.ForeignKey(Household, models.CASCADE, related_name="+", verbose_name="一户")
    other = models.ForeignKey(Household, models.CASCADE, related_name="+", verbose_name="另一户")
    decided = models.BooleanField("已经认定", default=False)

    class Meta:
        """Each pair once; those that wait are found at once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["one", "other"], name="proposal_once"),
            models.CheckConstraint(condition=~Q(one=F("other")), name="proposal_of_two"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["id"], condition=Q(decided=False), name="proposal_waiting")]

    def __str__(self) -> str:
        return f"{self.one_id} {self.other_id}"


class What(models.TextChoices):
    """What a person found of two households."""

    SAME = "same", "认定为同一户"
    DIFFERENT = "different", "认定不是同一户"
    SPLIT = "split", "拆出"


class IdentityDecision(models.Model):
    """主体认定: who found two households to be one, or not, or took them apart again, and why. Only ever added; a leaf of the log.

    `one` is the household that is joined or taken out, `other` the one it is compared with. Ids, not rows: the index is derived, this is not.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    what = models.CharField("认定", max_length=10, choices=What.choices)
    one = models.UUIDField("一户", db_index=True)
    other = models.UUIDField("另一户", db_index=True)
    reason = EncryptedTextField(verbose_name="理由")
    at = models.DateTimeField("时间")
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, null=True, related_name="+", verbose_name="机关")
    by_user = models.BigIntegerField("账号", null=True)
    by_officer = models.BigIntegerField("人员", null=True)
    by_name = models.CharField("认定人", max_length=60)
    by_role = models.CharField("身份", max_length=12)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="+", verbose_name="存证")

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.one}"


class ActivationCode(models.Model):
    """启用码: handed to a party with a paper that is served on it; opens one account, once, for a short time. Only its digest is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household_id = models.UUIDField("一户", db_index=True)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+", verbose_name="案件")
    paper = models.CharField("随附的文书", max_length=120)
    receiver = EncryptedTextField(verbose_name="领取人")
    digest = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField("发出时间")
    expires_at = models.DateTimeField("失效时间")
    by_user = models.BigIntegerField("账号", null=True)
    by_name = models.CharField("发出人", max_length=60)
    used_at = models.DateTimeField("使用时间", null=True)
    used_by = models.BigIntegerField("开通的账号", null=True)
    withdrawn_at = models.DateTimeField("作废时间", null=True)

    def __str__(self) -> str:
        return str(self.id)
