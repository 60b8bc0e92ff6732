"""A document of a case, as it was made. Never changed: one that no longer holds is superseded by another."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.cases.models import Case, Leaf, Step
from fadu.cases.models.ids import new_id


class Document(models.Model):
    """文书: what a step made, the hash its bytes are kept under, and the leaf of the public log that commits to them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organ = models.ForeignKey("agencies.Organ", models.PROTECT, related_name="+", verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="documents", verbose_name="案件")
    step = models.ForeignKey(Step, models.PROTECT, related_name="documents", verbose_name="步骤")
    paper = models.CharField("文书种类", max_length=40)
    title = models.CharField("文书名称", max_length=60)
    number = models.CharField("文号", max_length=60, blank=True)
    made_on = models.DateField("文书日期")
    made_at = models.DateTimeField("制作时间")
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveIntegerField("字节数")
    pages = models.PositiveSmallIntegerField("页数")
    leaf = models.OneToOneField(Leaf, models.PROTECT, related_name="document", verbose_name="存证")
    superseded = models.BooleanField("已被更正后的文书取代", default=False)

    class Meta:
        """A step has each paper once that is valid (a signed version supersedes the one that was signed); a number stands on one valid document of the organ."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["case", "id"], name="document_by_case")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["step", "paper"], condition=Q(superseded=False), name="document_once"),
            models.UniqueConstraint(fields=["organ", "number"], condition=~Q(number="") & Q(superseded=False), name="document_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title}{self.number}"
