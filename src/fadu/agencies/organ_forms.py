"""What is asked of an organ beyond its registration: what is published, its standing, its reforms."""

import re
from collections.abc import Iterable
from dataclasses import replace

from fadu.agencies.kinds import ConfirmedBy, Funding
from fadu.agencies.models import Organ
from fadu.law.forms import Field, Kind

PUBLICITY = (
    Field(name="funding", label="经费来源", kind=Kind.CHOICE, required=False, choices=tuple((str(value), str(label)) for value, label in Funding.choices)),
    Field(name="posts_civil", label="核定行政编制", kind=Kind.INT, required=False, help="人；没有的填 0。在编实有由系统按人员名册计算"),
    Field(name="posts_public", label="核定事业编制", kind=Kind.INT, required=False, help="人；没有的填 0"),
    Field(name="posts_paper", label="编制批复文号", required=False, longest=80, example="示编字〔2024〕6号", help="填了编制数的，必须填批复文号"),
    Field(
        name="duties", label="职责权限", kind=Kind.LONGTEXT, required=False, longest=2000,
        example="负责本行政区域市场监督管理，依法实施行政处罚、行政强制、行政检查",
    ),
    Field(
        name="bases", label="执法依据", kind=Kind.LONGTEXT, required=False, longest=2000, help="一行一条，写到条",
        example="《中华人民共和国食品安全法》第六条第二款",
    ),
    Field(name="office_hours", label="办公时间", required=False, longest=100, example="工作日 8:30—12:00，14:00—17:30"),
    Field(name="complaint_phone", label="投诉举报电话", required=False, longest=30, example="12315", help="热线号码、手机号，或者区号-座机号"),
    Field(name="postcode", label="邮政编码", required=False, longest=6, example="053000"),
)  # fmt: skip
"""What is published of an organ (黑政办发〔2019〕26号二(一)1(4)) besides its name, head and address, which its registration has."""

CONFIRMING = (
    Field(name="confirmed_by", label="确认机关", kind=Kind.CHOICE, choices=tuple((str(value), str(label)) for value, label in ConfirmedBy.choices)),
    Field(name="confirmer", label="确认机关名称", longest=100, example="示范县人民政府"),
    Field(name="document", label="确认文号", longest=80, example="示政函〔2024〕12号"),
    Field(name="basis", label="确认依据", longest=200, example="《行政执法监督条例》第十七条第一款"),
    Field(name="since", label="确认之日", kind=Kind.DATE),
)
"""A standing as it is confirmed."""

CHANGING = (
    *(replace(field, label=field.label.replace("确认之日", "变更之日").replace("确认文号", "变更文号")) for field in CONFIRMING),
    Field(name="reason", label="变更事由", longest=200, example="机构更名"),
)
"""Another standing in place of the one in force."""

ANNOUNCING = (
    Field(name="announced_on", label="公告之日", kind=Kind.DATE),
    Field(name="announced_in", label="公告载体", longest=200, example="示范县人民政府门户网站“行政执法公示”专栏"),
    Field(name="announcement", label="公告编号", longest=80, required=False, example="示司公告〔2024〕3号"),
)
"""Its announcement."""

CANCELLING = (
    Field(name="until", label="自哪天起注销", kind=Kind.DATE),
    Field(name="reason", label="注销事由", longest=200, example="机构撤销"),
    Field(name="paper", label="注销文号", longest=80),
)
"""Its end."""

BY_PAPER = (
    Field(name="on", label="生效之日", kind=Kind.DATE, help="从这一天起改变；人员当日离开原机关、到承继机关"),
    Field(name="paper", label="批准文号", longest=80, example="示编发〔2025〕9号"),
    Field(name="reason", label="事由", longest=200, example="机构改革"),
)
"""What every reform is made by."""

RENAMING = (
    Field(name="new_name", label="新名称", longest=100, example="示范县综合行政执法局"),
    Field(name="new_short_name", label="新的文号简称", longest=20, example="示综执"),
    *(replace(field, help="") if field.name == "on" else field for field in BY_PAPER),
)
"""A new name."""

TRANSFERRING = (Field(name="parent", label="改隶于", kind=Kind.CHOICE), *(replace(field, help="") if field.name == "on" else field for field in BY_PAPER))
"""Another superior."""

MERGING = (
    Field(name="predecessors", label="并入的机关", kind=Kind.CHOICES, help="这些机关从生效之日起撤销"),
    Field(name="successor", label="承继机关", kind=Kind.CHOICE, help="已有的机关；新设合并的请先新增机关"),
    *BY_PAPER,
)
"""A merger: all go over to one."""

PARTS = ("first", "second")
_PART_CHOICES = (("first", "承继机关一"), ("second", "承继机关二"))
SPLITTING = (
    Field(name="ends", label="原机关撤销", kind=Kind.BOOL, help="分为两个、原机关不再存在的选“是”；分出一部分、原机关保留的选“否”"),
    Field(name="first", label="承继机关一", kind=Kind.CHOICE, help="已有的机关，请先新增；原机关撤销的，没有点名的人员和下级机关都归它"),
    Field(name="first_people", label="到承继机关一的人员", kind=Kind.OFFICERS, required=False, when=("ends", (False,))),
    Field(name="second", label="承继机关二", kind=Kind.CHOICE, required=False, help="原机关撤销的必须填写"),
    Field(name="second_people", label="到承继机关二的人员", kind=Kind.OFFICERS, required=False),
    Field(name="cases", label="案件由谁承继", kind=Kind.CHOICES, required=False, choices=_PART_CHOICES, help="承继的机关可以查看原机关的案件"),
    Field(name="items", label="事项由谁承继", kind=Kind.CHOICES, required=False, choices=_PART_CHOICES),
    *BY_PAPER,
)
"""A split into two, or of one part away: where the organ ends, who is not named goes with the first."""

HOTLINE = re.compile(r"12\d{3}|1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,5})?")
_NUMERAL = "[一二三四五六七八九十百千零〇]+"
BASIS = re.compile(rf"《?[\u4e00-\u9fff][\u4e00-\u9fff（）()〔〕\d、·]{{2,60}}》?第{_NUMERAL}条(之{_NUMERAL})?(第{_NUMERAL}款)?(第[（(]?{_NUMERAL}[）)]?项)?")
"""A citation as it is written: title, article, perhaps paragraph and item."""


def offering(fields: Iterable[Field], organs: Iterable[Organ], names: Iterable[str]) -> tuple[Field, ...]:
    """The fields, with those of these names choosing among organs."""
    choices, named = tuple((str(organ.pk), organ.name) for organ in organs), set(names)
    return tuple(replace(field, choices=choices) if field.name in named else field for field in fields)
