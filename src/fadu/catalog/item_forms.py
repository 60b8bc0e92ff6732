"""What is asked of a power item, on a page and in the columns of the sheet alike."""

from dataclasses import replace
from typing import Any

from fadu.agencies.kinds import Field as Domain
from fadu.agencies.kinds import Level
from fadu.agencies.models import Organ
from fadu.catalog.models import ActKind, PowerItem
from fadu.catalog.ranges import BRACKETS, HELP, written
from fadu.law.forms import Field, Kind
from fadu.law.registry import newest
from fadu.law.vocabulary.kinds import LABELS, Penalty

WHAT = "item"
"""What the record of changes calls a power item."""


def choices(kinds: Any) -> tuple[tuple[str, str], ...]:
    """The choices of a closed list as a form takes them."""
    return tuple((str(value), str(label)) for value, label in kinds.choices)


BASES_HELP = "一行一条，写到条、款、项，如 食品安全法第一百二十四条第一款第五项"
ITEM = (
    Field(name="code", label="事项编码", longest=40, help="字母、数字和连字符；变更事项沿用原编码", example="SC-CF-001"),
    Field(name="name", label="事项名称", longest=200),
    Field(name="kind", label="行为种类", kind=Kind.CHOICE, choices=choices(ActKind)),
    Field(name="field", label="执法领域", kind=Kind.CHOICE, choices=choices(Domain)),
    Field(name="level", label="行使层级", kind=Kind.CHOICE, choices=choices(Level)),
    Field(name="organ", label="实施机关", kind=Kind.CHOICE, required=False, help="不选的，由本级主管该领域的机关实施"),
    Field(name="subject", label="实施主体", required=False, longest=120, help="清单上的写法", example="县级市场监督管理部门"),
    Field(name="act_bases", label="违法依据", kind=Kind.LONGTEXT, required=False, longest=2000, help=BASES_HELP),
    Field(name="bases", label="实施依据", kind=Kind.LONGTEXT, longest=2000, help=BASES_HELP),
    Field(
        name="penalties", label="处罚种类", kind=Kind.CHOICES, required=False, choices=tuple((kind.name or "", LABELS[kind]) for kind in Penalty),
        when=("kind", ("penalty",)),
    ),
    Field(name="ranges", label="罚款幅度", kind=Kind.LONGTEXT, required=False, longest=1000, help=HELP, when=("kind", ("penalty",))),
    Field(
        name="bracket", label="幅度所依据的数额", kind=Kind.CHOICE, required=False, choices=BRACKETS, help="按倍数、比例或者区间的才选",
        when=("kind", ("penalty",)),
    ),
    Field(name="discretion_table", label="裁量基准", required=False, longest=60, help="裁量基准的标识", when=("kind", ("penalty",))),
    Field(name="procedure", label="办理程序", kind=Kind.CHOICE, required=False, help="不选的，按行为种类；法定时限由程序中的规则得出"),
    Field(name="statutory_limit", label="法定时限", required=False, longest=120, help="程序中没有期限，或者本领域另有规定的才填", example="20 个工作日"),
    Field(name="promised_limit", label="承诺时限", required=False, longest=120, help="不得长于法定时限", example="10 个工作日"),
    Field(name="remedies", label="救济途径", required=False, longest=200, help="不填的，写行政复议和行政诉讼"),
    Field(name="duties", label="责任事项", kind=Kind.LONGTEXT, required=False, longest=2000),
    Field(name="accountability", label="追责情形", kind=Kind.LONGTEXT, required=False, longest=2000),
    Field(name="document", label="审定文号", required=False, longest=80, help="审定或者调整清单的文件"),
    Field(name="legal_reviewed_on", label="法制机构审核日期", kind=Kind.DATE, required=False),
    Field(name="published_on", label="公布日期", kind=Kind.DATE, required=False),
    Field(name="since", label="生效日期", kind=Kind.DATE),
    Field(name="until", label="最后有效日", kind=Kind.DATE, required=False),
    Field(name="listed_why", label="列入的理由", longest=200, help="为什么列入、为什么这样改，记入变更记录"),
)  # fmt: skip
"""An item as entered."""

ENDING = (
    Field(name="ends_on", label="自哪天起终止", kind=Kind.DATE, help="以前办理的案件不受影响"),
    Field(name="reason", label="理由", longest=200, help="取消、暂停、职能调整等，记入变更记录"),
)
"""The end of an entry of a list."""


def item_fields() -> tuple[Field, ...]:
    """The form with the organs and procedures that can be chosen."""
    offered = {"organ": organ_choices(), "procedure": tuple((course.id, course.title) for course in newest())}
    return tuple(replace(field, choices=offered[field.name]) if field.name in offered else field for field in ITEM)


def organ_choices() -> tuple[tuple[str, str], ...]:
    """The organs that stand today, from the top down."""
    return tuple((str(key), name) for key, name in Organ.objects.filter(ends_on__isnull=True).order_by("path").values_list("pk", "name"))


def values_of(item: PowerItem) -> dict[str, Any]:
    """An item as its form shows it, also in its own lines of a sheet."""
    own = {field.name: getattr(item, field.name) for field in ITEM if field.name not in {"organ", "act_bases", "bases", "ranges", "bracket"}}
    return {
        **own,
        "organ": str(item.organ_id) if item.organ_id else "",
        "act_bases": "\n".join(item.act_bases),
        "bases": "\n".join(item.bases),
        "ranges": written(item),
        "bracket": item.bracket.get("name", "") if item.bracket.get("name", "") in dict(BRACKETS) else "",
    }
