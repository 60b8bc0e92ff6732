"""Records of the sectors that are no penalty: a permit of fire safety or chemicals, an organ's year in its sector."""

from datetime import date

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.forms import Field
from fadu.law.forms import Kind as Asked
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When, pending
from fadu.law.statutes import DATA_SECURITY, FINE_COLLECTION, FIRE, HAZARDOUS_CHEMICALS, WORK_SAFETY
from fadu.law.vocabulary import duties, permit

ACCEPTED, DECIDED = "permit_accepted", "permit_decided"

OPEN_PERMIT = Step(
    name="open_permit",
    numbers="专许",
    label="登记许可申请",
    basis=(FIRE[15], HAZARDOUS_CHEMICALS[50, 1], HAZARDOUS_CHEMICALS[55, 1]),
    says="登记收到材料、受理的日期，期限从法律规定的那一天起算",
    asks=(
        line("cause", "事由", example="申请危险化学品经营许可证"),
        ask(permit.kind),
        *PARTY,
        ask(permit.received_on),
        ask(permit.accepted_on),
        ask(permit.complete),
        ask(permit.selected, required=False, when=("permit_kind", ("fire_filing",))),
        prose("materials", "申请材料", required=False),
    ),
    marks={permit.opened_on: When.DAY},
    once=True,
)

CHECK_PERMIT = Step(
    name="check_permit",
    label="现场检查核查",
    leaves=(ACCEPTED, DECIDED),
    basis=(FIRE[15, 3], HAZARDOUS_CHEMICALS[55, 1]),
    says="到场检查、核查或者抽查，记录结论",
    asks=(
        Field(name="present", label="检查人员", kind=Asked.OFFICERS),
        line("place", "地点"),
        prose("findings", "检查情况"),
        ask(permit.check_passed),
        ask(permit.mismatch_found_on, required=False, rare=True, help="告知承诺的，发现与承诺不符时填写"),
        ask(permit.correction_due_on, required=False, rare=True),
        ask(permit.still_failing, required=False, rare=True),
    ),
    marks={permit.checked_on: When.DAY},
    papers=("permit_check_record",),
)

DECIDE_PERMIT = Step(
    name="decide_permit",
    label="作出许可决定",
    leaves=(ACCEPTED,),
    enters=DECIDED,
    by=Role.HEAD,
    basis=(FIRE[15], HAZARDOUS_CHEMICALS[50, 1], HAZARDOUS_CHEMICALS[59, 2]),
    says="期限内决定；不予许可的书面通知并说明理由",
    asks=(
        ask(permit.granted),
        ask(permit.told_in_writing),
        ask(permit.refusal_reasoned, required=False),
        ask(permit.free),
        prose("reason", "审查意见和理由"),
        OPINION,
    ),
    marks={permit.decided_on: When.DAY},
    papers=("permit_result",),
)

REVOKE_PERMIT = Step(
    name="revoke_permit",
    label="撤销许可",
    unfit=lambda facts: "" if facts.get("permit_granted") else "没有准予许可",
    leaves=(DECIDED,),
    enters="permit_closed",
    by=Role.HEAD,
    basis=(FIRE[58, 2],),
    says="与承诺不符，责令改正逾期不整改或者仍不合格的，撤销许可",
    asks=(prose("reason", "事实和理由"), OPINION),
    marks={permit.revoked_on: When.DAY, permit.closed_on: When.DAY},
    papers=("permit_result",),
    side=True,
)

CLOSE_PERMIT = Step(
    name="close_permit",
    label="办结",
    leaves=(DECIDED,),
    enters="permit_closed",
    basis=(FIRE[15, 2], HAZARDOUS_CHEMICALS[50, 2]),
    says="送达、公开完成，告知承诺的已经核查",
    asks=(prose("note", "办结情况", required=False),),
    marks={permit.closed_on: When.DAY},
)

PERMIT = Procedure(
    id="sectors.permit",
    version="2026",
    title="消防和危险化学品专项许可",
    in_force=date(2026, 5, 1),
    kind=Kind.LICENCE,
    grain="permit",
    says="消防安全检查、危险化学品各项许可：起算日和期限依专门法律",
    stages=(
        Stage(name=ACCEPTED, label="审查"),
        Stage(name=DECIDED, label="决定"),
        Stage(name="permit_closed", label="办结"),
    ),
    steps=(OPEN_PERMIT, CHECK_PERMIT, DECIDE_PERMIT, REVOKE_PERMIT, CLOSE_PERMIT, correction((ACCEPTED, DECIDED))),
    ends=frozenset({"permit_closed"}),
    turn=lambda stage, _facts: {ACCEPTED: "decide_permit", DECIDED: "close_permit"}.get(stage, ""),
)

YEAR = "duties_open"

OPEN_DUTIES = Step(
    name="open_duties",
    label="建立履职记录",
    basis=(WORK_SAFETY[62, 2], DATA_SECURITY[38], FINE_COLLECTION[6]),
    says="一个机关一年一份，记录计划、渠道、代收协议和数据安全",
    asks=(line("cause", "事由", example="2026 年度领域履职记录"), line("year", "年度", example="2026")),
    marks={duties.opened_on: When.DAY},
    once=True,
)

NOTE_PLAN = Step(
    name="note_plan",
    label="登记计划和渠道",
    leaves=(YEAR,),
    basis=(WORK_SAFETY[62, 2],),
    says="年度监督检查计划的制定和执行，投诉举报渠道的公开",
    asks=tuple(ask(fact, required=False) for fact in (duties.plan_made, duties.plan_followed, duties.channels_public)),
    side=True,
)

NOTE_AGREEMENT = Step(
    name="note_agreement",
    label="登记代收罚款协议",
    leaves=(YEAR,),
    basis=(FINE_COLLECTION[6, 2], FINE_COLLECTION[6, 3]),
    says="协议的内容；签订之日起十五日内报上一级机关和同级财政备案",
    asks=(
        line("bank", "代收机构"),
        ask(duties.agreement_signed_on),
        ask(duties.agreement_parts, required=False),
        ask(duties.agreement_filed_on, required=False),
    ),
    side=True,
)

NOTE_DATA = Step(
    name="note_data",
    label="登记数据安全",
    leaves=(YEAR,),
    basis=(DATA_SECURITY[27, 1], DATA_SECURITY[38], DATA_SECURITY[40]),
    says="数据安全的制度、委托和事件",
    asks=(
        ask(duties.data_kept, required=False),
        ask(duties.outsourced, required=False),
        *(ask(fact, required=False, rare=True) for fact in (duties.incident_on, duties.incident_handled_on, duties.incident_told_on)),
    ),
    side=True,
)

CLOSE_DUTIES = Step(
    name="close_duties",
    label="办结履职记录",
    unfit=pending(duties.agreement_signed_on, "代收罚款协议尚未备案", closed=duties.agreement_filed_on),
    leaves=(YEAR,),
    enters="duties_closed",
    basis=(WORK_SAFETY[62, 2],),
    says="年度终了，记录归档",
    asks=(prose("summary", "年度小结", required=False),),
    marks={duties.closed_on: When.DAY},
)

DUTIES = Procedure(
    id="sectors.duties",
    version="2026",
    title="领域履职年度记录",
    in_force=date(2021, 9, 1),
    kind=Kind.REGISTER,
    grain="duties",
    says="年度检查计划、投诉举报渠道、代收罚款协议、数据安全",
    stages=(Stage(name=YEAR, label="记录"), Stage(name="duties_closed", label="办结")),
    steps=(OPEN_DUTIES, NOTE_PLAN, NOTE_AGREEMENT, NOTE_DATA, CLOSE_DUTIES, correction((YEAR,))),
    ends=frozenset({"duties_closed"}),
    turn=lambda stage, _facts: "close_duties" if stage == YEAR else "",
)

PROCEDURES = (PERMIT, DUTIES)
