"""What is asked of who decides on a publication."""

from collections.abc import Mapping
from typing import Any

from fadu.disclosure.models import Mark
from fadu.law.forms import Field, Kind
from fadu.law.records.showing import GROUNDS

SECRETS = Field(
    name="secrets",
    label="还应当隐去的文字",
    kind=Kind.LONGTEXT,
    required=False,
    longest=4000,
    help="一行一处，与原文一字不差。填写以后先“重新核对”，看清上面的文本再公示。办案时标注过的不必再填。",
)
PUBLIC_REASON = Field(
    name="reason",
    label="更正或者撤回的理由",
    kind=Kind.LONGTEXT,
    longest=500,
    help="向社会说明，不写当事人和其他人的个人信息。",
    example="行政复议决定撤销了原处罚决定",
)
GROUND = Field(
    name="ground",
    label="法定情形",
    kind=Kind.CHOICE,
    choices=tuple((ground.id, f"{ground.label}（{ground.basis.short}）") for ground in GROUNDS.values()),
)
KEPT_REASON = Field(
    name="reason", label="具体理由", kind=Kind.LONGTEXT, longest=500, help="写明哪些内容属于这种情形、为什么隐去部分内容仍不能公开；存入记录，不向社会公开。"
)
BACK_REASON = Field(name="reason", label="退回的理由", kind=Kind.LONGTEXT, longest=500)
MARK = (
    Field(name="text", label="应当隐去的文字", kind=Kind.LONGTEXT, longest=500, help="与案件中的原文一致，在公示的内容里出现一处就隐去一处。", example="秘制酱料配方：八角三份、桂皮二份"),
    Field(name="why", label="是什么信息", kind=Kind.CHOICE, choices=tuple(Mark.Why.choices)),
)  # fmt: skip


def bound(field: Field, where: str, value: object, errors: Mapping[str, str]) -> dict[str, Any]:
    """A field with what is in it and what is wrong with it; `where` tells the forms of a page apart."""
    return {"field": field, "value": value, "error": errors.get(field.name, ""), "id": f"{where}-{field.name}"}
