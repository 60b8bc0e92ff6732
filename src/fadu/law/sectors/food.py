"""食品: sampling and retest, seizure, complaints, who enforces, who is spared and who is barred (食品安全法)."""

from fadu.law.penalty.terms import PENALISED
from fadu.law.periods import hours, working_days, years
from fadu.law.rules import Clock, Duty, Gate, Wait
from fadu.law.sectors.terms import BOTH_EDITIONS, COMPLAINED, FOOD
from fadu.law.statutes import FOOD_SAFETY
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty
from fadu.law.vocabulary.sector_marks import ComplaintMark, Innocence, SampleWay, Seized

SAMPLED_FAIRLY = Gate(
    "SP-087", FOOD_SAFETY[87], "抽样检验应当购买样品、委托符合规定的机构检验并支付费用，不得向食品生产经营者收费",
    when=FOOD & case.sample_ways.known, before=("conclude",), once=case.concluded_on,
    demands=case.sample_ways.has_all(SampleWay.BOUGHT | SampleWay.FREE | SampleWay.LAB),
    fix="补付样品款和检验费，退还已收的费用；检验机构不符合规定的，重新抽样检验",
    since=BOTH_EDITIONS,
)
RETEST_IN_TIME = Clock(
    "SP-088-1", FOOD_SAFETY[88, 1], "对检验结论有异议的，自收到结论之日起七个工作日内可以申请复检，复检结论是最终结论",
    name="食品复检申请",
    when=FOOD, starts=case.result_told_on, ends=case.retest_asked_on, within=working_days(7), who="party", next_step="note_retest", lapses=True,
    fix="逾期提出的，不按复检处理",
    since=BOTH_EDITIONS,
)
RETESTED_ELSEWHERE = Gate(
    "SP-088-1b", FOOD_SAFETY[88, 1], "复检机构从公布的名录中随机确定，不能就是初检机构",
    when=FOOD & case.retest_lab.known, before=("conclude",), once=case.concluded_on, demands=case.retest_lab == "listed",
    fix="在名录中另行随机确定复检机构，重新复检",
    since=BOTH_EDITIONS,
)
QUICK_RETEST_IN_TIME = Clock(
    "SP-088-2", FOOD_SAFETY[88, 2], "食用农产品快速检测结果有异议的，自收到结果时起四小时内可以申请复检",
    name="快检复检申请",
    when=FOOD, starts=case.quick_result_at, ends=case.quick_retest_at, within=hours(4), who="party", next_step="note_retest", lapses=True,
    fix="逾期提出的，不按复检处理",
    since=BOTH_EDITIONS,
)
NOT_QUICK_AGAIN = Gate(
    "SP-088-2-method", FOOD_SAFETY[88, 2], "快速检测的复检不得再用快速检测方法",
    when=FOOD & case.quick_retest_by.known, before=("conclude",), once=case.concluded_on, demands=case.quick_retest_by == "laboratory",
    fix="改用实验室检验方法复检",
    since=BOTH_EDITIONS,
)
SEIZED_FOOD = Gate(
    "SP-110-4", FOOD_SAFETY[110, 1, 4], "查封、扣押的对象限于有证据证明不合标准、有隐患或者用于违法的食品、食品添加剂、食品相关产品（场所只能查封）",
    when=FOOD & case.seized_things.known, before=("conclude",), once=case.concluded_on,
    demands=case.seized_things.within(Seized.PRODUCTS | Seized.PLACE_SEALED | Seized.PLACE_TAKEN) & case.seized_grounded.column,
    fix="解除对其他物品的查封、扣押，补足证据",
    since=BOTH_EDITIONS,
)
PLACE_ONLY_SEALED = Gate(
    "SP-110-5", FOOD_SAFETY[110, 1, 5], "违法从事生产经营活动的场所只能查封，不能扣押",
    when=FOOD & case.seized_things.known, before=("conclude",), once=case.concluded_on, demands=~case.seized_things.has(Seized.PLACE_TAKEN),
    fix="把对场所的扣押改为查封，或者解除",
    since=BOTH_EDITIONS,
)
QUICK_IS_NOT_ENOUGH = Gate(
    "SP-112-2", FOOD_SAFETY[112, 2], "快速检测表明可能不合标准的，要再依法检验；确定不合标准的结果才可以作处罚依据",
    when=FOOD & PENALISED & case.quick_led_to.known, before=("decide",), once=case.decided_on,
    demands=case.quick_led_to.one_of("tested", "settled"),
    fix="先依法抽样检验，以检验结论认定；不得只凭可能不合格的快检结果处罚",
    since=BOTH_EDITIONS,
)
COMPLAINT_SETTLED = Duty(
    "SP-115-1", FOOD_SAFETY[115, 1], "投诉举报属于本部门的受理、答复、核实、处理，不属于的移交并书面通知",
    when=FOOD & COMPLAINED,
    demands=case.complaint_marks.has_all(ComplaintMark.ACCEPTED | ComplaintMark.VERIFIED | ComplaintMark.ANSWERED)
    | case.complaint_marks.has_all(ComplaintMark.PASSED_ON | ComplaintMark.TOLD),
    due="法定期限内", fix="补作答复；不属于本部门的，移交有权部门并书面通知投诉举报人",
)
TRAINED = Gate(
    "SP-116-1", FOOD_SAFETY[116, 1], "没有相应知识和能力的人员不得从事食品安全执法",
    when=FOOD & case.officers_trained.known, before=("inspect", "sample", "conclude"), once=case.concluded_on, demands=case.officers_trained.column,
    fix="换由经培训考核具备食品安全执法能力的人员办理",
    since=BOTH_EDITIONS,
)
REPEATED = Gate(
    "SP-134", FOOD_SAFETY[134], "一年内已三次受到停产停业、吊销许可证以外的处罚，责令停产停业，直至吊销许可证",
    when=FOOD & PENALISED & (case.penalties_in_year >= 3).fill_null(value=False), before=("decide",), once=case.decided_on,
    demands=case.decision_kinds.has(Penalty.STOP_BUSINESS | Penalty.REVOKE_LICENCE),
    fix="在处罚中加上责令停产停业，情节重的吊销许可证",
    since=BOTH_EDITIONS,
)
BARRED_FIVE_YEARS = Wait(
    "SP-135-1", FOOD_SAFETY[135, 1], "吊销许可证的，自决定之日起五年内不得再申请许可或者从事食品经营管理",
    when=FOOD & case.decision_kinds.has(Penalty.REVOKE_LICENCE) & (case.trade_ban != "life").fill_null(value=True),
    before=("close",), once=case.closed_on, starts=case.decided_on, full=years(5).without_rolling(), on=case.may_return_on,
    fix="登记从业限制：可以重新申请的日期在五年届满之后",
    since=BOTH_EDITIONS,
)
BARRED_FOR_LIFE = Gate(
    "SP-135-2", FOOD_SAFETY[135, 2], "因食品安全犯罪被判有期徒刑以上的，终身不得从事食品经营管理",
    when=FOOD & case.sentenced.holds, before=("close",), once=case.closed_on, demands=case.trade_ban == "life",
    fix="把从业限制登记为终身",
    since=BOTH_EDITIONS,
)
SPARED = Gate(
    "SP-136", FOOD_SAFETY[136], "经营者尽到进货查验义务、有证据证明不知情并说明来源的，可以免予处罚，但要没收不合格食品",
    when=FOOD & case.innocence.known & (case.outcome == "none_statutory"), before=("decide_none",), once=case.decided_on,
    demands=case.innocence.has_all(Innocence.SELLER | Innocence.CHECKED | Innocence.UNAWARE | Innocence.SOURCE | Innocence.FORFEITED),
    fix="补足四项免责的证据，并没收不合格食品；生产者不适用",
    since=BOTH_EDITIONS,
)

RULES = (
    SAMPLED_FAIRLY, RETEST_IN_TIME, RETESTED_ELSEWHERE, QUICK_RETEST_IN_TIME, NOT_QUICK_AGAIN, SEIZED_FOOD, PLACE_ONLY_SEALED,
    QUICK_IS_NOT_ENOUGH, COMPLAINT_SETTLED, TRAINED, REPEATED, BARRED_FIVE_YEARS, BARRED_FOR_LIFE, SPARED,
)  # fmt: skip
