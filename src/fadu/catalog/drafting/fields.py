"""What is asked of a discretion table, kind by kind. The names of the tables of lines are those of the data (band, tier, factor, range)."""

from fadu.agencies.kinds import Field as Domain
from fadu.law.forms import Field, Kind

KINDS: dict[str, tuple[str, str]] = {
    "bands": ("数额分档", "按一个数（面积、天数、数量）分档，各档有罚款幅度"),
    "tiers": ("情节分档", "按适用条件分轻微、一般、严重等阶次，各阶次有罚款幅度"),
    "ratio": ("幅度比例", "各阶次取法定幅度（或者上限）的百分之几至百分之几；法定幅度可以按货值等分段、按倍数"),
    "formula": ("百分比公式", "各因子的选项各加一个百分比，按公式算出罚款"),
}
"""The four kinds: what they are called, and what for."""

SUBJECTS = (("any", "不分"), ("unit", "单位"), ("person", "个人"))
ENDS = (("[)", "≥自 ＜至"), ("[]", "≥自 ≤至"), ("(]", "＞自 ≤至"), ("()", "＞自 ＜至"))
MEASURES = (("yuan", "元"), ("times", "倍"), ("percent", "%（占该数额）"))
EFFECTS = (("fine", "罚款"), ("below", "低于法定最低（减轻）"), ("none", "不处罚款"))

_SUBJECT = Field(name="subject", label="对谁", kind=Kind.CHOICE, choices=SUBJECTS)
_LABEL = Field(name="label", label="档次", longest=40)
_CONDITION = Field(name="condition", label="适用条件", required=False, longest=300)
_FROM = Field(name="start", label="自", required=False, longest=20)
_TO = Field(name="end", label="至", required=False, longest=20)
_ENDS = Field(name="ends", label="端点", kind=Kind.CHOICE, required=False, choices=ENDS)
_LOW = Field(name="low", label="罚款下限（元）", required=False, longest=20)
_HIGH = Field(name="high", label="罚款上限（元）", required=False, longest=20)

HEAD = (
    Field(name="title", label="违法行为", longest=200, example="经营标注虚假生产日期、保质期或者超过保质期的食品"),
    Field(name="act_bases", label="违法依据", kind=Kind.LONGTEXT, required=False, longest=1000, help="违反的是哪一条，一行一条"),
    Field(name="bases", label="处罚依据", kind=Kind.LONGTEXT, longest=1000, help="一行一条，写到款、项", example="食品安全法第一百二十四条第一款第五项"),
    Field(name="issuer", label="制定机关", longest=100, example="示范县市场监督管理局"),
    Field(name="source", label="文件", required=False, longest=200, help="文件名称、文号或者网址"),
    Field(name="field", label="执法领域", kind=Kind.CHOICE, required=False, choices=tuple((str(key), str(label)) for key, label in Domain.choices)),
)
"""What every table has."""

_SIMPLE_RANGE = Field(
    name="range",
    label="法定幅度",
    kind=Kind.TABLE,
    columns=(_SUBJECT, Field(name="low", label="下限（元）", longest=20), Field(name="high", label="上限（元）", longest=20)),
    help="法律、法规、规章定的罚款幅度；对单位、个人不同的分两行",
)
_BRACKET = (
    Field(name="bracket_label", label="幅度按什么数额分段", required=False, longest=40, help="法定幅度不按数额分段的不填", example="货值金额"),
    Field(name="bracket_unit", label="该数额的单位", required=False, longest=10, example="元"),
)
_RANGE = Field(
    name="range",
    label="法定幅度",
    kind=Kind.TABLE,
    columns=(
        _SUBJECT,
        _FROM,
        _TO,
        _ENDS,
        Field(name="low", label="下限", longest=20),
        Field(name="high", label="上限", longest=20),
        Field(name="by", label="单位", kind=Kind.CHOICE, choices=MEASURES),
    ),
    help="不分段的只填下限、上限；分段的写明自多少至多少，最后一段“至”留空",
)
_BY = (
    Field(name="by_label", label="按什么数分档", longest=40, example="面积"),
    Field(name="by_unit", label="单位", longest=10, example="平方米"),
)
_BANDS = Field(
    name="band",
    label="档次",
    kind=Kind.TABLE,
    columns=(_SUBJECT, _LABEL, _FROM, _TO, _ENDS, _LOW, _HIGH),
    help="每个数只能落入一档：从 0 起，一档接一档，最后一档“至”留空。不处罚款的，罚款两格留空",
)
_TIERS = Field(
    name="tier",
    label="阶次",
    kind=Kind.TABLE,
    columns=(_SUBJECT, _LABEL, _CONDITION, _LOW, _HIGH),
    help="从轻到重；相邻阶次首尾相接，合起来正好是法定幅度。不处罚款的，罚款两格留空",
)
_SHARES = Field(
    name="tier",
    label="阶次",
    kind=Kind.TABLE,
    columns=(
        _LABEL,
        _CONDITION,
        Field(name="effect", label="处理", kind=Kind.CHOICE, choices=EFFECTS),
        Field(name="low", label="自（%）", required=False, longest=10),
        Field(name="high", label="至（%）", required=False, longest=10),
    ),
    help="从轻到重；罚款的阶次从 0% 起一级接一级到 100%",
)
_FACTORS = Field(
    name="factor",
    label="因子",
    kind=Kind.TABLE,
    columns=(
        Field(name="label", label="因子", required=False, longest=40, help="同一因子的下一个选项留空"),
        Field(name="option", label="选项", longest=60),
        Field(name="add", label="加（%）", longest=10),
    ),
    help="一行一个选项；同一因子的第二个选项起，因子名可以留空。各因子最高的合计不超过 100%",
)

_OF_KIND: dict[str, tuple[Field, ...]] = {
    "bands": (_SIMPLE_RANGE, *_BY, _BANDS),
    "tiers": (_SIMPLE_RANGE, _TIERS),
    "ratio": (
        *_BRACKET,
        _RANGE,
        _SHARES,
        Field(name="of_maximum", label="比例是法定上限的（而不是从下限到上限的幅度的）", kind=Kind.BOOL, required=False),
        Field(name="floor", label="法律没有下限时，以上限的百分之几为下限", required=False, longest=10, example="10"),
    ),
    "formula": (
        *_BRACKET,
        _RANGE,
        _FACTORS,
        Field(name="base", label="法律没有下限时，从上限的百分之几算起", required=False, longest=10, example="10"),
    ),
}


def fields(kind: str) -> tuple[Field, ...]:
    """The form of a kind; raises KeyError for a kind there is none of."""
    return (*HEAD, *_OF_KIND[kind])
