"""Side steps of the sectors: what food, drugs, safety, fire, products and adverts ask beside the ordinary case (各领域)."""

from collections.abc import Callable, Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.forms import Field
from fadu.law.procedure import Role, Step, When, absent
from fadu.law.statutes import FINE_COLLECTION, FIRE, FOOD_SAFETY, PRODUCT_QUALITY, SAMR_HEARING, WORK_SAFETY
from fadu.law.vocabulary import case

INQUIRING = ("source", "investigating", "concluded")
BEFORE = (*INQUIRING, "notified", "hearing", "heard", "reviewed", "discussed")
AFTER = ("decided", "served", "performed", "ended")


def _in_field(field: str, why: str) -> Callable[[Mapping[str, Any]], str]:
    """Unfit in the cases of another field."""
    return lambda facts: "" if facts.get("field") in (None, field) else why


def _maybe(*facts: Any) -> tuple[Field, ...]:
    """Questions that may all be left open."""
    return tuple(ask(fact, required=False) for fact in facts)


def _rarely(*facts: Any) -> tuple[Field, ...]:
    return tuple(ask(fact, required=False, rare=True) for fact in facts)


NOTE_SECTOR = Step(
    name="note_sector",
    label="登记领域事项",
    leaves=BEFORE,
    basis=(FOOD_SAFETY[122, 1], PRODUCT_QUALITY[17, 1]),
    says="写明监管领域、适用的罚则和货值等，平台据此核对罚款幅度",
    asks=(
        ask(case.sector),
        *_maybe(case.clause, case.goods_value, case.grave, case.refused_to_correct, case.officers_trained),
        ask(case.responsible_income, required=False, when=("clause", ("drugs_118",))),
        ask(case.ad_fee, required=False, when=("clause", ("adverts_55",))),
        ask(case.ad_fee_unclear, required=False, when=("clause", ("adverts_55",))),
        ask(case.ad_violations, required=False, when=("clause", ("adverts_55",))),
        *_rarely(case.penalties_in_year, case.innocence, case.ladder, case.ad_paused_on, case.ad_may_harm, case.decided_by, case.wide_impact, case.trade_ban),
    ),
    side=True,
)

NOTE_RETEST = Step(
    name="note_retest",
    label="登记抽检复检",
    leaves=BEFORE,
    basis=(FOOD_SAFETY[87], FOOD_SAFETY[88, 1], PRODUCT_QUALITY[15, 4]),
    says="监督抽样的做法，复检、复验的申请和结果，抽检公告的更正",
    asks=(
        *_maybe(case.sample_ways, case.retest_asked_on, case.retest_lab),
        *_rarely(
            case.quick_result_at, case.quick_retest_at, case.quick_retest_by, case.quick_led_to, case.retest_excluded, case.retest_accepted,
            case.retest_differs, case.retest_paid_by, case.notice_wrong_on, case.notice_corrected_on, case.notice_same_scope,
        ),
    ),
    side=True,
)  # fmt: skip

NOTE_SEIZED = Step(
    name="note_seized",
    label="登记查封扣押对象",
    leaves=BEFORE,
    basis=(FOOD_SAFETY[110, 1, 4], WORK_SAFETY[65, 1, 4]),
    says="各领域法律允许查封、扣押的对象不同；药品七日内处理，需要检验的自报告书发出之日起十五日内处理",
    asks=(
        *_maybe(case.seized_things, case.seized_grounded, case.seized_by_principal),
        *_rarely(case.drugs_seized_on, case.drugs_need_test, case.drugs_report_on, case.drugs_handled_on, case.fire_danger),
    ),
    side=True,
)

NOTE_COMPLAINT = Step(
    name="note_complaint",
    label="登记投诉举报处理",
    leaves=(*BEFORE, *AFTER),
    basis=(FOOD_SAFETY[115, 1],),
    says="受理、核实、答复、移交、保密和奖励的情况",
    asks=_maybe(case.complaint_marks, case.complaint_answered_on),
    side=True,
)

NOTE_SAFETY = Step(
    name="note_safety",
    label="登记安全检查事项",
    leaves=(*BEFORE, *AFTER),
    basis=(WORK_SAFETY[68], WORK_SAFETY[69], WORK_SAFETY[78, 1]),
    says="检查记录和部门协作、信息库、受罚次数、事故整改评估",
    asks=(
        *_maybe(case.inspection_marks, case.safety_register, case.major_hazard),
        *_rarely(
            case.safety_penalties_180, case.safety_penalties_year, case.stop_refused, case.hazard_removed_on, case.accident_report_on,
            case.accident_evaluated_on, case.public_fire_hazard, case.government_told_on,
        ),
    ),
    side=True,
)  # fmt: skip

CUT_SUPPLY = Step(
    name="cut_supply",
    label="通知停止供电供应",
    unfit=_in_field("emergency", "不是安全生产案件"),
    leaves=(*BEFORE, *AFTER),
    by=Role.HEAD,
    basis=(WORK_SAFETY[70, 1], WORK_SAFETY[70, 2]),
    says="拒不执行停产停业等决定、有现实危险的，经主要负责人批准书面通知停止供电、供应",
    asks=(
        ask(case.supply_kind),
        ask(case.supply_conditions),
        ask(case.supply_told_at, required=False, help="停止供电的，提前二十四小时通知"),
        ask(case.supply_urgent, required=False),
        line("supplier", "供电、供应单位"),
        prose("reason", "事实和理由"),
        OPINION,
    ),
    marks={case.supply_cut_at: When.MOMENT},
    clears=(case.supply_restored_on,),
    papers=("supply_notice", "matter_approval"),
    side=True,
)

RESTORE_SUPPLY = Step(
    name="restore_supply",
    label="解除停止供电供应",
    unfit=absent(case.supply_cut_at, "没有停止供电、供应"),
    leaves=(*BEFORE, *AFTER),
    basis=(WORK_SAFETY[70, 2],),
    says="履行决定、消除隐患的，及时解除",
    asks=(ask(case.hazard_removed_on), prose("reason", "隐患消除的情况")),
    marks={case.supply_restored_on: When.DAY},
    papers=("matter_approval",),
    side=True,
)

PENALISE_DAILY = Step(
    name="penalise_daily",
    label="决定按日连续处罚",
    unfit=_in_field("emergency", "不是安全生产案件"),
    leaves=("served", "performed"),
    by=Role.HEAD,
    basis=(WORK_SAFETY[112],),
    says="责令改正并罚款后拒不改正的，自责令改正的次日起按原罚款数额按日连续处罚",
    asks=(ask(case.refused_to_correct), ask(case.daily_from), ask(case.daily_amount), prose("reason", "事实和理由"), OPINION),
    papers=("matter_approval",),
    side=True,
)

ASK_CLOSURE = Step(
    name="ask_closure",
    label="提请政府关闭",
    unfit=_in_field("emergency", "不是安全生产案件"),
    leaves=(*BEFORE, *AFTER),
    by=Role.HEAD,
    basis=(WORK_SAFETY[113], WORK_SAFETY[115]),
    says="多次受罚仍有重大隐患、拒不执行停产整顿等，提请地方人民政府关闭",
    asks=(line("to_government", "受理的人民政府"), prose("reason", "事实和理由"), OPINION),
    marks={case.closure_asked_on: When.DAY},
    papers=("closure_request", "matter_approval"),
    side=True,
)

NOTE_AFTER = Step(
    name="note_after",
    label="登记后续监管",
    leaves=AFTER,
    basis=(FOOD_SAFETY[135, 1], FIRE[70, 2], FIRE[70, 3]),
    says="从业限制、风险控制和解除、整改后的恢复、强制执行",
    asks=(
        *_maybe(case.trade_ban, case.may_return_on),
        *_rarely(
            case.sentenced, case.risk_evidence, case.risk_measure_on, case.risk_published_on, case.risk_passed_on, case.risk_lifted_on,
            case.resumed_on, case.recheck_passed_on, case.enforced_on, case.enforced_for,
        ),
    ),
    side=True,
)  # fmt: skip

NOTE_HEARING = Step(
    name="note_hearing",
    label="登记听证准备",
    leaves=("hearing", "heard"),
    basis=(SAMR_HEARING[18], SAMR_HEARING[19], SAMR_HEARING[20]),
    says="确定主持人、移交材料、确定时间各有期限；公告、通知第三人和办案人员要提前",
    asks=(
        *_maybe(
            case.hearing_chair_on, case.hearing_file_on, case.hearing_fixed_on, case.hearing_asked_how, case.hearing_ready, case.hearing_announced_on,
            case.hearing_handlers_told_on, case.hearing_third_told_on, case.hearing_members, case.hearing_handlers, case.hearing_held_marks,
        ),
        *_rarely(case.hearing_recusal_of, case.hearing_recusal_by, case.hearing_given_up_by),
    ),
    side=True,
)  # fmt: skip

PAUSE_HEARING = Step(
    name="pause_hearing",
    label="中止听证",
    unfit=absent(case.hearing_notice_on, "须先送达听证通知"),
    leaves=("hearing",),
    basis=(SAMR_HEARING[26, 1],),
    says="出现五种情形之一，主持人可以中止；情形消失后恢复",
    asks=(ask(case.hearing_pause_ground), prose("reason", "中止的事实和理由")),
    marks={case.hearing_paused_on: When.DAY},
    clears=(case.hearing_resumed_on,),
    papers=("matter_approval",),
    side=True,
)

RESUME_HEARING = Step(
    name="resume_hearing",
    label="恢复听证",
    unfit=absent(case.hearing_paused_on, "听证没有中止"),
    leaves=("hearing",),
    basis=(SAMR_HEARING[26, 2],),
    says="中止的情形消失后恢复，重新通知时间、地点",
    asks=(ask(case.hearing_set_for, "恢复听证的日期"), prose("reason", "情形消失的情况")),
    marks={case.hearing_resumed_on: When.DAY},
    side=True,
)

NOTE_COLLECTION = Step(
    name="note_collection",
    label="登记罚款代收",
    leaves=("decided", "served", "performed", "closed"),
    basis=(FINE_COLLECTION[7, 1], FINE_COLLECTION[10]),
    says="决定书载明的缴款事项，代收机构告知的缴款情况",
    asks=_maybe(case.fine_stated, case.bank_told),
    side=True,
)

STEPS = (
    NOTE_SECTOR, NOTE_RETEST, NOTE_SEIZED, NOTE_COMPLAINT, NOTE_SAFETY, CUT_SUPPLY, RESTORE_SUPPLY, PENALISE_DAILY, ASK_CLOSURE, NOTE_AFTER,
    NOTE_HEARING, PAUSE_HEARING, RESUME_HEARING, NOTE_COLLECTION,
)  # fmt: skip
