"""人员年度记录: training, credential, lessons off duty and leaving, a person and a year each."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Kind as Act
from fadu.law.procedure import Procedure, Role, Stage, Step, When
from fadu.law.statutes import HEBEI_TOWNSHIPS, LIAOCHENG, SUPERVISION, XINGLONG, XINSHAO
from fadu.law.vocabulary import officer

ON_RECORD = ("serving", "suspended", "left")
LESSONS = (("public", "公共法律知识"), ("business", "业务知识"), ("practice", "实操技能"), ("thought", "习近平法治思想"), ("return", "离岗教育"))

OPEN = Step(
    name="open_officer",
    numbers="员年",
    label="建立人员年度记录",
    basis=(XINGLONG["二(三)"], LIAOCHENG["三(一)2"]),
    says="一人一年一份，执法人员、审核人员、辅助人员和负责执法的领导干部都要建立",
    asks=(
        line("cause", "名称", example="2026 年度培训和证件"),
        line("officer_name", "姓名"),
        line("credential_no", "执法证号", required=False),
        ask(officer.year, least=2000, example="2026"),
        ask(officer.employment),
        ask(officer.post),
        ask(officer.frontline, required=False),
        ask(officer.insured, required=False),
    ),
    once=True,
)


def _learnt(before: Mapping[str, Any], data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    """The hours of the year with these; those on thought and those off duty are counted by themselves."""
    fact = {"public": officer.hours_public, "practice": officer.hours_practice, "thought": officer.hours_thought, "return": officer.return_hours}.get(
        data["kind"]
    )
    more = {} if fact is None else {fact.name: (before.get(fact.name) or 0) + data["hours"]}
    if data["kind"] in ("public", "business", "practice"):
        more[officer.hours.name] = (before.get(officer.hours.name) or 0) + data["hours"]
    return more


LEARN = Step(
    name="note_lessons",
    label="登记培训学时",
    leaves=("serving", "suspended"),
    basis=(LIAOCHENG["三(一)2"], XINSHAO["清单一(一)2"]),
    says="每次培训登记一次，学时按类别累计",
    asks=(
        Field(name="kind", label="培训类别", kind=Kind.CHOICE, choices=LESSONS),
        Field(name="hours", label="学时", kind=Kind.INT, least=1),
        Field(name="held_on", label="培训日期", kind=Kind.DATE),
        line("course", "课程"),
        line("held_by", "组织单位"),
    ),
    effect=_learnt,
    derives=(officer.hours, officer.hours_public, officer.hours_practice, officer.hours_thought, officer.return_hours),
)

EXAMINE = Step(
    name="note_exam",
    label="登记考试",
    leaves=("serving",),
    basis=(HEBEI_TOWNSHIPS[10, 2], SUPERVISION[17, 2]),
    says="公共法律知识、专业法律知识两门考试",
    asks=(ask(officer.public_exam, required=False), ask(officer.special_exam, required=False), line("exam_no", "成绩单编号", required=False)),
    side=True,
)

CERTIFY = Step(
    name="certify_officer",
    label="登记取得证件",
    leaves=("serving",),
    basis=(XINGLONG["二(二)"], HEBEI_TOWNSHIPS[40, 3]),
    says="在编在岗、两门考试合格的才能申领；工勤、临时聘用人员不得申领",
    asks=(line("number", "执法证号"), Field(name="valid_until", label="有效期至", kind=Kind.DATE)),
    marks={officer.certified_on: When.DAY},
    side=True,
)

START = Step(
    name="start_officer",
    label="安排上岗",
    leaves=("serving",),
    basis=(HEBEI_TOWNSHIPS[10, 2],),
    says="取得执法资格和证件后才能上岗执法",
    asks=(line("unit", "上岗机构"),),
    marks={officer.started_on: When.DAY},
    side=True,
)

ASSIST = Step(
    name="note_assisting",
    label="登记辅助工作",
    leaves=("serving",),
    basis=(XINGLONG["二(二)"],),
    says="辅助人员在执法人员指导下工作",
    asks=(ask(officer.alone), prose("what", "情况", required=False)),
    side=True,
)

SUSPEND = Step(
    name="suspend_officer",
    label="离岗教育",
    leaves=("serving",),
    enters="suspended",
    by=Role.HEAD,
    basis=(LIAOCHENG["三(一)3"],),
    says="过错追究、暂扣证件、考核不合格等暂不适宜执法的，离岗教育",
    asks=(ask(officer.suspend_ground), prose("reason", "理由", longest=1000), OPINION),
    marks={officer.suspended_on: When.DAY},
    clears=(officer.return_hours, officer.return_exam, officer.return_asked_on, officer.returned_on),
    side=True,
)

ASK_BACK = Step(
    name="ask_back",
    label="申请重新上岗",
    leaves=("suspended",),
    basis=(LIAOCHENG["三(一)3"],),
    says="学满学时后由本人申请，并经考核",
    asks=(ask(officer.return_asked_on), ask(officer.return_exam), line("examined_by", "考核单位")),
)

RETURN = Step(
    name="return_officer",
    label="批准重新上岗",
    leaves=("suspended",),
    enters="serving",
    by=Role.HEAD,
    basis=(LIAOCHENG["三(一)3"],),
    says="离岗教育学满学时、考核合格的，批准重新上岗",
    asks=(OPINION,),
    marks={officer.returned_on: When.DAY},
)

LEAVE = Step(
    name="leave_officer",
    label="登记离开执法岗位",
    leaves=("serving", "suspended"),
    enters="left",
    basis=(XINGLONG["二(四)"], XINSHAO["清单一(二)5"]),
    says="退休、调离、辞职的收回证件，被辞退、开除、判刑的收缴证件",
    asks=(ask(officer.left_how), ask(officer.left_on)),
    side=True,
)

TAKE = Step(
    name="take_credential",
    label="登记证件处理",
    leaves=("left",),
    basis=(XINGLONG["二(四)"], XINSHAO["清单一(二)5"]),
    says="收回或者收缴后通过办理系统申请注销，调到其他执法岗位的申请换发",
    asks=(
        ask(officer.credential_taken),
        ask(officer.credential_taken_on),
        ask(officer.cancel_asked_on, required=False),
        ask(officer.reissue_asked_on, required=False),
    ),
)

CLOSE = Step(
    name="close_officer",
    label="办结人员年度记录",
    leaves=ON_RECORD,
    enters="closed",
    by=Role.HEAD,
    basis=(LIAOCHENG["三(一)2"],),
    says="年末核对后办结；学时不足的按没有完成判断",
    asks=(prose("summary", "年度情况", required=False), OPINION),
    marks={officer.closed_on: When.DAY},
    papers=("officer_sheet",),
)


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that a person's record waits for."""
    if stage == "suspended":
        return "return_officer" if facts.get(officer.return_exam.name) else "ask_back" if officer.return_hours.name in facts else "note_lessons"
    if stage == "left":
        return "close_officer" if officer.credential_taken_on.name in facts else "take_credential"
    return "note_lessons" if stage == "serving" else ""


PROCEDURE = Procedure(
    id="officer.record",
    version="2026",
    title="执法人员年度记录",
    in_force=date(2022, 1, 18),
    stages=(
        Stage(name="serving", label="在岗"),
        Stage(name="suspended", label="离岗教育", optional=True, note="暂不适宜执法的"),
        Stage(name="left", label="离开岗位", optional=True, note="退休、调离、辞退等"),
        Stage(name="closed", label="办结"),
    ),
    steps=(OPEN, LEARN, EXAMINE, CERTIFY, START, ASSIST, SUSPEND, ASK_BACK, RETURN, LEAVE, TAKE, CLOSE, correction((*ON_RECORD, "closed"))),
    ends=frozenset({"closed"}),
    turn=turn,
    kind=Act.REGISTER,
    grain="officer",
    says="一人一年的培训学时、资格证件、离岗教育和退出",
    parameters={
        officer.place_code: "place.code",
        officer.hours_due: "training.year.hours",
        officer.hours_public_due: "training.public.hours",
        officer.hours_practice_due: "training.practice.hours",
        officer.hours_thought_due: "training.thought.hours",
        officer.return_hours_due: "training.return.hours",
    },
)
