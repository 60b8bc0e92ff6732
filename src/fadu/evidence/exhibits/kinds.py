"""Closed lists of exhibits and goods."""

from django.db.models import TextChoices

from fadu.law.asking import EVIDENCE_KINDS
from fadu.law.custody import Hold, Movement

KINDS = EVIDENCE_KINDS
"""The eight kinds of evidence (行政处罚法第四十六条第一款), the same that the steps ask."""

HOLDS = tuple((hold.value, hold.label) for hold in Hold)
MOVEMENTS = tuple((movement.value, movement.label) for movement in Movement)


class Said(TextChoices):
    """What an entry says of an exhibit."""

    REGISTER = "register", "登记"
    CORRECT = "correct", "更正"
    WITHDRAW = "withdraw", "撤下"
    ATTACH = "attach", "附件"
    EXAMINE = "examine", "审查认定"


class Finding(TextChoices):
    """What became of an exhibit when it was examined (行政处罚法第四十六条第二款、第三款)."""

    OPEN = "open", "待审查"
    ADMITTED = "admitted", "作为定案依据"
    EXCLUDED = "excluded", "予以排除"


class Occasion(TextChoices):
    """Where it was examined."""

    INQUIRY = "inquiry", "调查终结"
    REVIEW = "review", "审核"
    HEARING = "hearing", "听证质证"
    DECISION = "decision", "作出决定"


class Ground(TextChoices):
    """Why it was excluded."""

    UNVERIFIED = "unverified", "未经查证属实（行政处罚法第四十六条第二款）"
    UNLAWFUL = "unlawful", "以非法手段取得（行政处罚法第四十六条第三款）"
    DEVICE = "device", "监控记录未经审核或者审核不合格（行政处罚法第四十一条第二款）"
    UNHEARD = "unheard", "未在听证笔录中（行政处罚法第六十五条）"
    UNRELATED = "unrelated", "与案件事实无关"
