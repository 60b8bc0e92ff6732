"""申请人民法院强制执行 (行政强制法第五十三条至第六十条)."""

from dataclasses import dataclass

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.coercion.terms import RemediesSpent, remedies_end
from fadu.law.periods import days, months, working_days
from fadu.law.rules import Bound, Clock, Gate, Grade, Wait
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import enforcement
from fadu.law.vocabulary.coercing import Attested, Material

APPLYING = ("apply_to_court",)
MATERIALS = Material.APPLICATION | Material.DECISION | Material.OPINION | Material.TARGET
ATTESTED = Attested.SIGNED | Attested.SEALED | Attested.DATED
DOUBTFUL = enforcement.court_doubts.holds


@dataclass(frozen=True)
class AskedInTime(Gate):
    """Three months from the end of the party's remedies, or of a deferral where that is later."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.demand`."""
        ripe = pl.max_horizontal(remedies_end(enforcement.order_served_on, calendar), enforcement.deferred_until.column)
        last = pl.when(enforcement.order_served_on.known).then(months(3).due(ripe, calendar))
        return (enforcement.court_applied_on <= last) | enforcement.late_reasoned.holds


IN_TIME = AskedInTime(
    "QZ-053", COERCION[53], "复议、诉讼期限都届满之日起三个月内申请，逾期须有正当理由",
    before=APPLYING, once=enforcement.court_applied_on,
    fix="已超过三个月的，写明正当理由；没有的，法院不予受理",
)
RIPE = RemediesSpent(
    "QZ-053-ripe", COERCION[53], "当事人还可以复议、起诉的，不能申请；已经履行的不得申请",
    before=APPLYING, once=enforcement.court_applied_on, served=enforcement.order_served_on, on=enforcement.court_applied_on,
    besides=enforcement.performed_on.column.is_null(),
    fix="等复议、诉讼期限都届满或者程序终结",
)
WITHOUT_POWER = Gate(
    "QZ-053-power", COERCION[53], "有强制执行权的机关应当自行执行，没有的才申请人民法院",
    before=APPLYING, once=enforcement.court_applied_on, grade=Grade.TOLD, demands=~enforcement.own_power.column,
    fix="法律授予本机关强制执行权的，改办自行强制执行；法律允许选择的除外",
)
TEN_DAYS = Wait(
    "QZ-054", COERCION[54], "催告书送达满十个工作日仍不履行的，才能申请",
    before=APPLYING, once=enforcement.court_applied_on, starts=enforcement.demanded_on, full=working_days(10), on=enforcement.court_applied_on,
    fix="先送达催告书，等满十个工作日",
)
FOUR_MATERIALS = Gate(
    "QZ-055-1", COERCION[55, 1], "申请书、决定书及依据、当事人意见及催告情况、标的情况四类材料齐全",
    before=APPLYING, once=enforcement.court_applied_on, demands=enforcement.court_materials.has_all(MATERIALS),
    fix="补齐材料",
)
SIGNED_SEALED = Gate(
    "QZ-055-2", COERCION[55, 2], "申请书由负责人签名，加盖机关印章，注明日期",
    before=APPLYING, once=enforcement.court_applied_on, demands=enforcement.court_attested.has_all(ATTESTED),
    fix="补齐签名、印章和日期",
)
ACCEPTED = Clock(
    "QZ-056-1", COERCION[56, 1], "人民法院接到申请后五日内受理",
    name="法院受理", when=enforcement.court_refused_on.column.is_null(), grade=Grade.TOLD,
    starts=enforcement.court_received_on, ends=enforcement.court_accepted_on, within=working_days(5), next_step="court_accepts_application",
    fix="向人民法院了解立案情况",
)
REFUSAL_APPEALED = Clock(
    "QZ-056-2", COERCION[56, 2], "对不予受理有异议的，十五日内向上一级人民法院申请复议",
    name="对不予受理申请复议", lapses=True, starts=enforcement.court_refused_on, ends=enforcement.refusal_appealed_on, within=days(15),
    next_step="appeal_court_refusal",
    fix="已超过十五日的，不能再申请",
)
RULED = Clock(
    "QZ-057", COERCION[57], "符合条件的，人民法院自受理之日起七日内裁定",
    name="法院裁定", when=~DOUBTFUL, grade=Grade.TOLD,
    starts=enforcement.court_accepted_on, ends=enforcement.court_ruled_on, within=working_days(7), next_step="court_rules_enforcement",
    fix="向人民法院了解审查情况",
)
RULED_ON_DOUBTS = Clock(
    "QZ-058-2", COERCION[58, 2], "有明显违法情形的，人民法院自受理之日起三十日内裁定",
    name="法院裁定（听取意见）", when=DOUBTFUL, grade=Grade.TOLD,
    starts=enforcement.court_accepted_on, ends=enforcement.court_ruled_on, within=days(30), next_step="court_rules_enforcement",
    fix="向人民法院了解审查情况",
)
DENIAL_SERVED = Clock(
    "QZ-058-2-serve", COERCION[58, 2], "裁定不予执行的，五日内送达行政机关",
    name="不予执行裁定送达", when=enforcement.court_denied.holds, grade=Grade.TOLD,
    starts=enforcement.court_ruled_on, ends=enforcement.ruling_received_on, within=working_days(5), next_step="receive_enforcement_ruling",
    fix="向人民法院催取裁定",
)
DENIAL_APPEALED = Clock(
    "QZ-058-3", COERCION[58, 3], "对不予执行裁定有异议的，收到之日起十五日内向上一级人民法院申请复议",
    name="对不予执行申请复议", when=enforcement.court_denied.holds, lapses=True,
    starts=enforcement.ruling_received_on, ends=enforcement.ruling_appealed_on, within=days(15), next_step="appeal_enforcement_ruling",
    fix="已超过十五日的，不能再申请",
)
EXECUTED_AT_ONCE = Clock(
    "QZ-059", COERCION[59], "院长批准立即执行的，人民法院自裁定之日起五日内执行",
    name="法院立即执行", when=enforcement.court_urgent.holds & enforcement.court_president.holds & ~enforcement.court_denied.holds, grade=Grade.TOLD,
    starts=enforcement.court_ruled_on, ends=enforcement.court_executed_on, within=working_days(5), next_step="court_enforces",
    fix="向人民法院催办",
)
URGENT_FOR_SAFETY = Gate(
    "QZ-059-safety", COERCION[59], "申请立即执行，须情况紧急且为保障公共安全",
    when=enforcement.court_urgent.holds, before=APPLYING, once=enforcement.court_applied_on, demands=enforcement.court_safety.column,
    fix="写明公共安全受到的紧迫危险；没有的，按一般程序申请",
)
NO_FEE = Bound(
    "QZ-060-1", COERCION[60, 1], "申请强制执行不缴纳申请费",
    before=APPLYING, once=enforcement.court_applied_on, value=enforcement.court_fee, most=pl.lit(0),
    fix="不缴纳申请费；已缴的请求退还",
)

RULES = (
    IN_TIME, RIPE, WITHOUT_POWER, TEN_DAYS, FOUR_MATERIALS, SIGNED_SEALED, ACCEPTED, REFUSAL_APPEALED, RULED, RULED_ON_DOUBTS,
    DENIAL_SERVED, DENIAL_APPEALED, EXECUTED_AT_ONCE, URGENT_FOR_SAFETY, NO_FEE,
)  # fmt: skip
