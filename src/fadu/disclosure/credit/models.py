"""Files that were handed to the credit platforms, row by row, with the answers; records that former systems had published. All are only added."""

from typing import ClassVar

from django.db import models

from fadu.accounts.crypto import EncryptedJSONField
from fadu.cases.models import Leaf
from fadu.cases.models.ids import new_id
from fadu.disclosure.models import Delivery, Publication


class What(models.TextChoices):
    """What a row tells the platform."""

    NEW = "new", "新增"
    CHANGE = "change", "变更"
    REVOKE = "revoke", "撤销"


class File(models.Model):
    """报送文件: what was handed over in one go. Its rows are kept sealed, so that the same file can be made again when the download broke."""

    form = models.CharField("表", max_length=10)
    how = models.CharField("格式", max_length=5)
    count = models.PositiveIntegerField("行数")
    rows = EncryptedJSONField(verbose_name="内容")
    sha256 = models.CharField("文件的 SHA-256", max_length=64)
    at = models.DateTimeField("时间", db_index=True)
    by_name = models.CharField("报送人", max_length=60)
    by_user = models.BigIntegerField("账号", null=True)

    def __str__(self) -> str:
        return f"{self.form} {self.at}"


class Handed(models.Model):
    """报送的一行: which version of which record went in a file, as what. A row that the platform rejected goes again in a further file."""

    file = models.ForeignKey(File, models.PROTECT, related_name="handed", verbose_name="报送文件")
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="handed", verbose_name="报送")
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="handed", verbose_name="公示件")
    what = models.CharField("报送事项", max_length=8, choices=What.choices)
    place = models.PositiveIntegerField("第几行")
    number = models.CharField("文号", max_length=128)
    key = models.CharField("键", max_length=64, db_index=True)

    class Meta:
        """The last of a record."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["publication", "id"], name="handed_last")]

    def __str__(self) -> str:
        return f"{self.number} {self.what}"


class Answer(models.Model):
    """平台回执: what the platform said to a row."""

    handed = models.OneToOneField(Handed, models.PROTECT, related_name="answer", verbose_name="报送的一行")
    accepted = models.BooleanField("接收")
    reason = models.CharField("原因", max_length=500, blank=True)
    at = models.DateTimeField("时间")
    by_name = models.CharField("录入人", max_length=60)

    def __str__(self) -> str:
        return f"{self.handed_id} {self.accepted}"


class Supplement(models.Model):
    """补充的报送项目: a field that the platforms ask and the record of the case does not hold; the last one counts."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="supplements", verbose_name="公示件")
    code = models.CharField("字段", max_length=20)
    value = models.CharField("内容", max_length=500, blank=True)
    at = models.DateTimeField("时间")
    by_name = models.CharField("填写人", max_length=60)

    def __str__(self) -> str:
        return f"{self.code} {self.value}"


class Former(models.Model):
    """原系统的公示记录: a decision that a system used before had made and published. No case of ours stands behind it, so it counts in no statistics."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    form = models.CharField("表", max_length=10)
    number = models.CharField("文号", max_length=128)
    key = models.CharField("键", max_length=64, unique=True)
    values = EncryptedJSONField(verbose_name="导入的内容")
    shown = models.JSONField("公示的内容")
    decided_on = models.DateField("决定日期")
    ends_on = models.DateField("公示期满之日", null=True)
    at = models.DateTimeField("导入时间")
    by_name = models.CharField("导入人", max_length=60)
    by_user = models.BigIntegerField("账号", null=True)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="former", verbose_name="存证")

    class Meta:
        """By organ, the newest first."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["organ", "-id"], name="former_by_organ")]

    def __str__(self) -> str:
        return self.number


class FormerEnd(models.Model):
    """原系统记录的撤回: taken down, and why."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    former = models.OneToOneField(Former, models.PROTECT, related_name="end", verbose_name="原系统的记录")
    reason = models.CharField("向社会说明的理由", max_length=500)
    at = models.DateTimeField("时间")
    by_name = models.CharField("办理人", max_length=60)
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="former_end", verbose_name="存证")

    def __str__(self) -> str:
        return f"{self.former_id} {self.reason}"
