"""What every enforcement shares: the decision to be enforced, demand, objection, remedies, performance, closing."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.filming import steps as filming
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Role, Step, When, absent, pending
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import enforcement

Facts = Mapping[str, Any]

PERSON = tuple(field for field in PARTY if field.name != "party_age")
"""The party, without the age that only a penalty asks for."""

DECISION = (
    line("order_title", "据以执行的决定", example="责令改正违法行为决定书"),
    line("order_number", "决定文号", required=False),
    ask(enforcement.order_served_on),
    ask(enforcement.order_perform_by),
    ask(enforcement.remedy_told),
    prose("duty", "应当履行的义务", longest=2000),
)
POWER = (
    ask(enforcement.own_power),
    ask(enforcement.power_level, required=False, when=("enforcement_own_power", (True,))),
    line("power_basis", "执行权依据", required=False),
)
MONEY = (ask(enforcement.involves_money), ask(enforcement.principal, required=False, when=("enforcement_involves_money", (True,))))


def suspended(facts: Facts) -> str:
    """Why nothing is executed while enforcement is suspended."""
    return "执行已经中止，恢复后再办理" if "enforcement_suspended_on" in facts and "enforcement_resumed_on" not in facts else ""


def executed_day(_before: Facts, data: Facts, _context: Facts) -> dict[str, Any]:
    """The day on which it was carried out, from the time it began."""
    return {"enforcement_executed_on": enforcement.executed_at.value_of(data["enforcement_executed_at"]) // 1440}


def demand(*leaves: str, enters: str | None) -> Step:
    """Demanding performance (催告), out of `leaves`."""
    return Step(
        name="demand_performance",
        label="送达履行催告书",
        leaves=leaves,
        enters=enters,
        basis=(COERCION[35], COERCION[38]),
        says="书面催告，写明期限、方式、金额和陈述申辩权，直接送达",
        asks=(
            ask(enforcement.demand_written),
            ask(enforcement.demand_parts),
            ask(enforcement.demand_until),
            prose("way", "履行方式", longest=1000),
            Field(name="amount", label="金额", kind=Kind.MONEY, required=False),
            ask(enforcement.demand_service),
            ask(enforcement.demand_undeliverable, required=False),
            line("receiver", "签收人", required=False),
        ),
        marks={enforcement.demanded_on: When.DAY},
        papers=("performance_demand", "service_receipt"),
    )


def hear(*leaves: str) -> Step:
    """What the party says to the demand."""
    return Step(
        name="hear_demand_objection",
        label="听取催告后的意见",
        leaves=leaves,
        basis=(COERCION[36],),
        says="记录、复核当事人提出的事实、理由和证据，成立的采纳",
        asks=(
            prose("objection", "当事人的意见", longest=5000),
            ask(enforcement.objection_recorded),
            ask(enforcement.objection_checked),
            ask(enforcement.objection_founded),
            ask(enforcement.objection_adopted, required=False, when=("enforcement_objection_founded", (True,))),
            ask(enforcement.reason_good, required=False),
        ),
        marks={enforcement.objected_on: When.DAY},
        papers=("objection_record",),
        side=True,
    )


def remedy(*leaves: str) -> Step:
    """Review or suit against the decision to be enforced."""
    return Step(
        name="note_enforcement_remedy",
        label="登记对决定的复议诉讼",
        leaves=leaves,
        basis=(COERCION[44], COERCION[53]),
        says="复议、诉讼没有终结的，不得拆除，不得申请法院执行",
        asks=tuple(
            ask(fact, required=False) for fact in (enforcement.reconsidered_from, enforcement.reconsidered_until, enforcement.sued_from, enforcement.sued_until)
        ),
        side=True,
    )


def performed(*leaves: str) -> Step:
    """The party performs by itself: enforcement stops."""
    return Step(
        name="note_enforcement_performance",
        label="登记当事人履行",
        leaves=leaves,
        enters="executed",
        basis=(COERCION[35], COERCION[51, 1, 2]),
        says="当事人自行履行的，停止执行",
        asks=(prose("how", "履行情况"),),
        marks={enforcement.performed_on: When.DAY},
        side=True,
    )


def breaks(*leaves: str) -> tuple[Step, ...]:
    """中止、恢复、终结、回转: what interrupts, ends or undoes an enforcement."""
    return (
        Step(
            name="suspend_enforcement",
            label="中止执行",
            unfit=suspended,
            leaves=leaves,
            by=Role.HEAD,
            basis=(COERCION[39, 1],),
            says="四种情形之一，暂停执行",
            asks=(
                ask(enforcement.suspend_ground),
                prose("reason", "理由", longest=1000),
                ask(enforcement.harmless, required=False),
                ask(enforcement.incapable, required=False),
                OPINION,
            ),
            marks={enforcement.suspended_on: When.DAY},
            clears=(enforcement.resumed_on, enforcement.suspend_gone_on),
            papers=("suspension_notice",),
            side=True,
        ),
        Step(
            name="resume_enforcement",
            label="恢复执行",
            unfit=lambda facts: "" if suspended(facts) else "没有中止",
            leaves=leaves,
            by=Role.HEAD,
            basis=(COERCION[39, 2],),
            says="中止的情形消失后恢复；满三年未恢复的不再执行",
            asks=(ask(enforcement.suspend_gone_on, required=False), OPINION),
            marks={enforcement.resumed_on: When.DAY},
            papers=("resumption_notice",),
            side=True,
        ),
        Step(
            name="end_enforcement",
            label="终结执行",
            leaves=leaves,
            enters="ended",
            by=Role.HEAD,
            basis=(COERCION[40],),
            says="五种情形之一，不再执行",
            asks=(ask(enforcement.end_ground), prose("reason", "理由", longest=1000), OPINION),
            marks={enforcement.ended_on: When.DAY},
            papers=("termination_notice",),
            side=True,
        ),
        Step(
            name="note_enforcement_overturned",
            label="登记决定被撤销变更",
            leaves=(*leaves, "ended"),
            basis=(COERCION[41],),
            says="据以执行的决定被撤销、变更，或者发现执行错误",
            asks=(prose("what", "撤销、变更或者错误的情况"),),
            marks={enforcement.overturned_on: When.DAY},
            side=True,
        ),
        Step(
            name="turn_back_enforcement",
            label="执行回转",
            unfit=absent(enforcement.overturned_on, "决定没有被撤销、变更，也没有执行错误"),
            leaves=(*leaves, "ended"),
            basis=(COERCION[41],),
            says="恢复原状、退还财物；不能的依法赔偿",
            asks=(ask(enforcement.restored_by), prose("how", "回转情况")),
            marks={enforcement.restored_on: When.DAY},
            side=True,
        ),
    )


def agreements(*leaves: str) -> tuple[Step, ...]:
    """执行协议: made, broken, taken up again."""
    return (
        Step(
            name="agree_enforcement",
            label="达成执行协议",
            unfit=pending(enforcement.agreed_on, "已有执行协议", closed=enforcement.agreement_resumed_on),
            leaves=leaves,
            by=Role.HEAD,
            basis=(COERCION[42, 1],),
            says="不损害公共利益和他人权益，可以约定分阶段履行",
            asks=(
                prose("terms", "协议内容", longest=2000),
                ask(enforcement.agreement_harms),
                ask(enforcement.remedied, required=False),
                ask(enforcement.surcharge_waived, required=False),
                ask(enforcement.principal_waived, required=False, rare=True),
                OPINION,
            ),
            marks={enforcement.agreed_on: When.DAY},
            papers=("enforcement_agreement",),
            side=True,
        ),
        Step(
            name="break_enforcement_agreement",
            label="登记不履行协议",
            unfit=absent(enforcement.agreed_on, "没有执行协议"),
            leaves=leaves,
            basis=(COERCION[42, 2],),
            says="当事人不履行执行协议的，恢复强制执行",
            asks=(prose("what", "不履行的情况"),),
            marks={enforcement.agreement_broken_on: When.DAY},
            clears=(enforcement.agreement_resumed_on,),
            side=True,
        ),
        Step(
            name="resume_after_breach",
            label="不履行协议后恢复执行",
            unfit=absent(enforcement.agreement_broken_on, "执行协议没有被违反"),
            leaves=leaves,
            by=Role.HEAD,
            basis=(COERCION[42, 2],),
            says="当事人不履行执行协议的，应当恢复强制执行",
            asks=(OPINION,),
            marks={enforcement.agreement_resumed_on: When.DAY},
            papers=("resumption_notice",),
            side=True,
        ),
    )


def close(*leaves: str, asks: tuple[Field, ...] = ()) -> Step:
    """Everything about the enforcement is done."""
    return Step(
        name="close_enforcement",
        label="执行办结",
        leaves=leaves,
        enters="closed",
        by=Role.HEAD,
        basis=(COERCION[49],),
        says="核对款项、回转、公开等事项，归档",
        asks=(prose("execution", "执行情况"), *asks, OPINION),
        marks={enforcement.closed_on: When.DAY},
        papers=("matter_approval",),
    )


AFTER_EXECUTING = ("executed", "ended")
FILMING = (filming.stored(AFTER_EXECUTING), *filming.explained(AFTER_EXECUTING, enforcement.scenes_unexplained))
"""What is done about the recordings of the scene."""

LOCAL = {enforcement.film_rule: "recording.whole", enforcement.upload_hours: "recording.upload.hours"}
"""The numbers of the place that the rules on recordings look at."""
