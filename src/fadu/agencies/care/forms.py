"""What the forms of appraisal and care ask."""

from dataclasses import replace

from fadu.agencies.care.kinds import CONCLUDING, NEXT_STAGE, AwayKind, Cover, Decider, Grade, MatterKind, Method, Stage
from fadu.agencies.registers.choices import OFFICER, PAPER, REASON, UNTIL, choices, day
from fadu.law.forms import Field, Kind

YEAR = Field(name="year", label="年度", kind=Kind.INT, least=2000, example="2025")
APPRAISAL = (
    OFFICER,
    YEAR,
    Field(name="grade", label="等次", kind=Kind.CHOICE, choices=choices(Grade.choices)),
    day("decided_on", "确定日期"),
    PAPER,
)
APPRAISAL_EDIT = (*APPRAISAL[2:], replace(REASON, help="复核改变等次的，写明复核决定"))
ORGAN_APPRAISAL = (
    YEAR,
    day("held_on", "评议日期"),
    Field(name="methods", label="方式", kind=Kind.CHOICES, choices=choices(Method.choices), help="定性与定量、内部与外部、检查与自查相结合"),
    Field(name="grade", label="档次", longest=20, example="良好"),
    PAPER,
)
COMMENDATION = (
    Field(name="officer", label="个人", kind=Kind.CHOICE, required=False, help="表彰集体的不选"),
    Field(name="title", label="名称", longest=100, example="行政执法先进个人"),
    Field(name="given_by", label="表彰机关", longest=100),
    day("given_on", "表彰日期"),
    Field(name="paper", label="决定文号", longest=60),
)
MATTER = (
    Field(name="kind", label="种类", kind=Kind.CHOICE, choices=choices(MatterKind.choices)),
    replace(OFFICER, label="当事人员"),
    Field(name="facts", label="事实", kind=Kind.LONGTEXT, longest=2000),
    Field(name="wrong", label="错案或者问题编号", longest=60, required=False, help="因案件被撤销、确认违法而启动的填写"),
    day("accepted_on", "受理日期"),
    Field(name="paper", label="文书号", longest=60, required=False),
)
_CONCLUDED = tuple(stage.value for stage in Stage if stage in CONCLUDING)
ADVANCE = (
    Field(name="stage", label="步骤", kind=Kind.CHOICE),
    day("on", "日期"),
    Field(
        name="decider",
        label="决定主体",
        kind=Kind.CHOICE,
        choices=choices(Decider.choices),
        when=("stage", _CONCLUDED),
        help="由机关负责人集体讨论，或者有权机关决定",
    ),
    Field(name="found", label="成立", kind=Kind.BOOL, when=("stage", _CONCLUDED), help="应当追究的，或者符合免责条件的，选是"),
    Field(name="circumstance", label="情形", longest=100, when=("stage", _CONCLUDED), help="制度列明的情形或者代码"),
    Field(name="basis", label="依据条款", longest=200, when=("stage", _CONCLUDED)),
    Field(name="outcome", label="处理结果", longest=200, when=("stage", _CONCLUDED)),
    Field(name="says", label="内容", kind=Kind.LONGTEXT, longest=2000),
    Field(name="paper", label="文书号", longest=60, required=False),
)
INSURANCE = (
    replace(OFFICER, label="被保险人"),
    Field(name="cover", label="险种", kind=Kind.CHOICE, choices=choices(Cover.choices)),
    Field(name="insurer", label="承保单位", longest=100),
    Field(name="policy", label="保单号", longest=60),
    day("since", "保险期自"),
    day("until", "保险期至", help="当日仍有效"),
)
INSURANCE_END = (UNTIL, REASON)
AGREEMENT = (
    Field(name="provider", label="服务机构", longest=100),
    Field(name="paper", label="协议编号", longest=60),
    day("since", "服务期自"),
    day("until", "服务期至", help="当日仍有效"),
)
INCIDENT = (
    Field(name="name", label="事件", longest=100, help="不写个人姓名和健康情况"),
    Field(name="happened_at", label="发生时间", kind=Kind.DATETIME),
)
OFFER = (OFFICER, Field(name="offered_at", label="提供时间", kind=Kind.DATETIME), Field(name="attended", label="已参加", kind=Kind.BOOL))
AWAY = (
    OFFICER,
    Field(name="kind", label="情形", kind=Kind.CHOICE, choices=choices(AwayKind.choices), help="不登记健康原因"),
    day("since", "自哪天起"),
    Field(name="paper", label="文书号", longest=60, required=False),
)
BACK = (day("until", "回到岗位之日"), REASON)


def advance_fields(stage: str) -> tuple[Field, ...]:
    """The form of the next step: only what may follow is offered."""
    following = tuple((item.value, item.label) for item in NEXT_STAGE[Stage(stage)])
    return tuple(replace(field, choices=following) if field.name == "stage" else field for field in ADVANCE)
