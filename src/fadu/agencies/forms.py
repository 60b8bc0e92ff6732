"""What the forms of the room ask, and how they are shown again with what was typed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from fadu.accounts.actors import SERVING
from fadu.agencies.kinds import MOVES, NEXT, Employment, Exam, Leaving, Level, OrganKind, Purpose, Stage, State
from fadu.agencies.kinds import Field as Domain
from fadu.law.forms import Field, Kind


def _choices(kinds: Iterable[tuple[str, Any]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), str(label)) for value, label in kinds)


REASON = Field(name="reason", label="事由", help="为什么这样改，记入变更记录", longest=200)

ORGAN = (
    Field(name="name", label="机关名称", longest=100, help="登记以后更名的，在机关页面的“沿革”中办理；这里只更正笔误", example="示范县市场监督管理局"),
    Field(name="short_name", label="文号简称", longest=20, help="文书字号中的机关代字", example="示市监"),
    Field(name="code", label="统一社会信用代码", kind=Kind.CODE, help="18 位，登记后不能改"),
    Field(name="kind", label="机关性质", kind=Kind.CHOICE, choices=_choices(OrganKind.choices)),
    Field(name="field", label="执法领域", kind=Kind.CHOICE, choices=_choices(Domain.choices)),
    Field(name="level", label="层级", kind=Kind.CHOICE, choices=_choices(Level.choices)),
    Field(name="parent", label="上级机关", kind=Kind.CHOICE, required=False, help="派出机构填所属机关，部门填本级人民政府"),
    Field(name="region_name", label="行政区划", longest=60, example="示范县"),
    Field(name="region_code", label="行政区划代码", longest=9, example="130999", help="6 位；乡镇、街道为 9 位"),
    Field(name="address", label="地址", longest=200),
    Field(name="phone", label="电话", kind=Kind.PHONE, example="0312-1234567"),
    Field(name="legal_rep", label="法定代表人（负责人）", longest=60),
    Field(name="bank_name", label="代收罚款银行", required=False, longest=100),
    Field(name="bank_account", label="罚款账号", required=False, longest=40, help="印在处罚决定书上"),
    Field(name="review_authority", label="行政复议机关", required=False, longest=100, help="印在处罚决定书上", example="示范县人民政府"),
    Field(name="review_address", label="行政复议机关地址", required=False, longest=200),
    Field(name="court", label="管辖法院", required=False, longest=100, example="示范县人民法院"),
    Field(name="court_address", label="管辖法院地址", required=False, longest=200),
    Field(name="starts_on", label="成立之日", kind=Kind.DATE),
)
"""An organ as it is entered."""

OFFICER = (
    Field(name="name", label="姓名", longest=60),
    Field(name="id_number", label="身份证号码", kind=Kind.IDCARD, required=False, help="加密保存，页面上不显示；留空则不改"),
    Field(name="post_title", label="职务", required=False, longest=60, example="一级主任科员"),
    Field(name="employment", label="人员性质", kind=Kind.CHOICE, choices=_choices(Employment.choices), help="辅助、工勤、临聘人员不能发执法证件"),
    Field(name="work_card", label="工作证号", required=False, longest=30, help="执法辅助人员的工作证件，不是行政执法证件"),
    Field(
        name="legal_qualification",
        label="通过国家统一法律职业资格考试",
        kind=Kind.BOOL,
        help="初次从事法制审核的必须通过（行政处罚法第五十八条第二款）",
    ),
    Field(name="legal_qualified_on", label="取得资格之日", kind=Kind.DATE, required=False, when=("legal_qualification", (True,))),
    Field(name="starts_on", label="到岗之日", kind=Kind.DATE),
)
"""A person as entered."""

_CARD = (
    Field(name="number", label="执法证号", longest=20, example="03060700123", help="一般为 11 位数字"),
    Field(name="category", label="执法类别", kind=Kind.CHOICE, choices=_choices(Domain.choices), help="综合行政执法的证件各领域通用"),
    Field(name="valid_from", label="有效期自", kind=Kind.DATE),
    Field(name="valid_to", label="有效期至", kind=Kind.DATE, help="当日仍有效"),
)
CREDENTIAL = (
    *_CARD,
    Field(
        name="reason",
        label="登记事由",
        required=False,  # the service asks it of a card that is not registered yet
        longest=200,
        help="必须填写；只登记启用平台前已经持有的证件，新发证件请办理申领",
        example="启用平台前由省司法厅制发",
    ),
)
"""A credential that was held before the platform was used, as registered."""

ISSUE = (_CARD[0], *_CARD[2:])
"""A credential as issued on an application, which tells its field."""

APPLICATION = (
    Field(name="purpose", label="申请事项", kind=Kind.CHOICE, choices=_choices(Purpose.choices)),
    Field(
        name="replaces",
        label="原证号",
        longest=20,
        when=("purpose", (Purpose.EXCHANGE.value, Purpose.RENEWAL.value, Purpose.REISSUE.value)),
        help="调动的先收回原证，遗失的先登记遗失",
    ),
    _CARD[1],
    Field(name="position", label="行政执法岗位", longest=60, example="综合执法一中队"),
    Field(name="reason", label="申请理由", longest=200, example="新录用执法人员，已参加岗前培训"),
)
"""An application for a credential."""

MOVE = (
    Field(name="to", label="办理", kind=Kind.CHOICE),
    Field(name="reason", label="意见", longest=200, help="写明核对的情况；不同意的写明理由和怎样补正"),
    Field(name="paper", label="文书号", required=False, longest=60),
)
"""A step of an application."""

RESULT = (
    Field(name="kind", label="考试", kind=Kind.CHOICE, choices=_choices(Exam.choices)),
    Field(name="taken_on", label="考试日期", kind=Kind.DATE),
    Field(name="passed", label="合格", kind=Kind.BOOL),
    Field(name="mark", label="得分", kind=Kind.INT, required=False),
    Field(name="source", label="成绩来源", longest=200, example="2026 年第一次资格考试 3 号卷"),
)
"""A result of an examination."""

LOOKUP = (
    Field(name="number", label="执法证号", longest=20, example="03060700123"),
    Field(name="name", label="持证人姓名", longest=60),
)
"""What a citizen reads off a card."""

STATE = (
    Field(name="state", label="变更为", kind=Kind.CHOICE),
    Field(name="starts_at", label="自何时起", kind=Kind.DATETIME, help="此刻以前办理的步骤不受影响"),
    replace(REASON, help="写明事实和依据", example="离岗培训期间暂扣"),
    Field(name="paper", label="文书号", required=False, longest=60),
)
"""A change of a credential's state."""

LEAVING = (Field(name="ends_on", label="自哪天起", kind=Kind.DATE), REASON)
"""An end, of an organ, a person's service or a post."""

DEPARTURE = (
    Field(name="kind", label="情形", kind=Kind.CHOICE, choices=_choices(Leaving.choices), help="被辞退、开除公职、判处刑罚的收缴证件，其他的收回证件"),
    Field(name="ends_on", label="自哪天起", kind=Kind.DATE, help="可以填以后的日期，到那一天证件和任职自动失效"),
    REASON,
    Field(name="paper", label="文书号", required=False, longest=60, help="被辞退、开除公职、判处刑罚的必须填写"),
)
"""How and from when a person leaves."""

ACCOUNT = (
    Field(name="username", label="登录名", longest=32, example="zhangwei", help="小写字母开头，3 至 32 位"),
    Field(name="password", label="初始密码", longest=128, help="至少 12 个字符；本人第一次登录时必须修改"),
)
"""An account for a person."""

SECRET = frozenset({"password"})
"""What is not shown again, though it was typed."""

PASSWORD = (ACCOUNT[1],)
"""A first password again."""

POST = (
    Field(name="role", label="角色", kind=Kind.CHOICE, choices=tuple((role.value, role.value) for role in SERVING)),
    Field(name="starts_on", label="自哪天起", kind=Kind.DATE),
    Field(
        name="reviewed_before",
        label="此前已经从事行政处罚决定法制审核",
        kind=Kind.BOOL,
        required=False,
        when=("role", ("法制审核人员",)),
        help="未通过法律职业资格考试的人员，只有不是初次从事审核的才能任审核人员（行政处罚法第五十八条第二款）",
    ),
    Field(name="reviewed_where", label="此前从事审核的依据", required=False, longest=100, when=("reviewed_before", (True,)), example="2016 年法规科任职文件"),
)
"""A post given."""


def state_fields(state: str) -> tuple[Field, ...]:
    """The form of a change from a state: only what may follow it is offered."""
    following = tuple((item.value, _verb(State(state), item)) for item in NEXT[State(state)])
    return (replace(STATE[0], choices=following), *STATE[1:])


def move_fields(stage: str, actions: Iterable[str] | None = None) -> tuple[Field, ...]:
    """The form of an application's next step: what may follow its stage, of it only what these actions allow where they are told."""
    allowed = None if actions is None else set(actions)
    following = tuple(
        (to.value, label) for (before, to), (label, action, _) in MOVES.items() if before == Stage(stage) and (allowed is None or action in allowed)
    )
    return (replace(MOVE[0], choices=following), *MOVE[1:])


def organ_fields(parents: Iterable[tuple[int, str]], *, required: bool) -> tuple[Field, ...]:
    """The form of an organ, with those it may be put under."""
    choices = tuple((str(key), label) for key, label in parents)
    return tuple(replace(field, choices=choices, required=required) if field.name == "parent" else field for field in ORGAN)


def bound(fields: Sequence[Field], values: Mapping[str, Any], errors: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """Fields with what is in them and what is wrong with it, as `c-form` takes them."""
    wrong = errors or {}
    return [{"field": field, "value": values.get(field.name), "error": _error(field.name, wrong), "id": f"f-{field.name}"} for field in fields]


def _error(name: str, wrong: Mapping[str, str]) -> str | dict[str, str]:
    """What is wrong with a field; of a table by cell (field.row.column)."""
    cells = {key: text for key, text in wrong.items() if key.startswith(f"{name}.")}
    own = wrong.get(name, "")
    return {**cells, **({name: own} if own else {})} if cells else own


def _verb(before: State, after: State) -> str:
    return {(State.SUSPENDED, State.VALID): "恢复有效（发还）", (State.LOST, State.VALID): "恢复有效（找回）"}.get((before, after), after.label)
