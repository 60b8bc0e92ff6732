"""适用 (行政处罚法第二十八条至第三十八条): correct, confiscate, spare, lighten, and when it is too late."""

import polars as pl

from fadu.law.penalty.terms import DECIDING, GENERAL, JUDGED, OWN_TIME_LIMIT, PENALISED
from fadu.law.periods import years
from fadu.law.rules import Convention, Gate, Grade, Question, Within
from fadu.law.statutes import PENALTY
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty

SPARING = (*DECIDING, "decide_none")
"""The steps that penalise or spare."""

ORDERED_TO_CORRECT = Gate(
    "CF-028-1", PENALTY[28, 1], "实施处罚时，应当责令当事人改正或者限期改正违法行为",
    when=PENALISED, before=DECIDING, demands=case.correction_ordered_on.known | case.corrected_on.known, once=case.decided_on,
    grade=Grade.MENDABLE, fix="在决定书中写明责令改正的内容，或者送达责令改正通知书；已经改正的登记改正日期",
)
GAIN_CONFISCATED = Gate(
    "CF-028-2", PENALTY[28, 2], "违法所得除依法应当退赔的外，应当予以没收",
    when=GENERAL & PENALISED & (case.gain.or_zero() > case.refunded.or_zero()), before=("decide",), once=case.decided_on,
    demands=case.decision_kinds.has(Penalty.GAIN) & (case.decision_gain == case.gain - case.refunded.or_zero()),
    fix="没收的数额按实施违法行为取得的款项减去依法退赔的款项填写",
)
ONE_FINE = Gate(
    "CF-029", PENALTY[29], "同一个违法行为不得两次以上罚款；违反多个规范的，按罚款数额高的规定处罚",
    when=PENALISED & (case.prior_fine.holds | case.concurrence.known) & case.decision_kinds.has(Penalty.FINE), before=DECIDING, once=case.decided_on,
    demands=~case.prior_fine.holds & (case.concurrence != "other").fill_null(value=True),
    fix="已被罚款的去掉罚款；违反多个规范的，改按罚款数额高的规定",
)
CHILD_SPARED = Gate(
    "CF-030-a", PENALTY[30], "不满十四周岁的，不予处罚，责令监护人加以管教",
    when=JUDGED & (case.party_age < 14), before=SPARING, once=case.decided_on,
    demands=(case.outcome == "none_statutory") & case.guardian_ordered.column,
    fix="作出不予行政处罚决定，并责令监护人加以管教",
)
LIGHTENED = case.lighter.holds | case.lessened.holds
MINOR_LIGHTENED = Gate(
    "CF-030-b", PENALTY[30], "已满十四周岁不满十八周岁的，应当从轻或者减轻处罚",
    when=PENALISED & (case.party_age >= 14) & (case.party_age < 18), before=DECIDING, demands=LIGHTENED, once=case.decided_on,
    fix="在裁量中从轻或者减轻，并写明理由",
)
INCAPABLE_SPARED = Gate(
    "CF-031", PENALTY[31], "不能辨认或者不能控制自己行为的，不予处罚，责令监护人看管和治疗",
    when=JUDGED & case.party_incapable.holds, before=SPARING, once=case.decided_on,
    demands=(case.outcome == "none_statutory") & case.guardian_ordered.column,
    fix="作出不予行政处罚决定，并责令监护人严加看管和治疗",
)
GROUNDS_HEEDED = Gate(
    "CF-032", PENALTY[32], "有法定情形的，应当从轻或者减轻处罚，决定书予以回应",
    when=GENERAL & PENALISED & (case.grounds.or_zero() != 0), before=("decide",), once=case.decided_on,
    demands=LIGHTENED & case.grounds_answered.column,
    fix="从轻或者减轻，并在决定书中写明所依据的情形",
)
TRIFLE_SPARED = Gate(
    "CF-033-1a", PENALTY[33, 1], "违法行为轻微并及时改正，没有造成危害后果的，不予处罚",
    when=JUDGED & case.minor.column & case.corrected_on.known & (case.harm == "none"), before=DECIDING, once=case.decided_on,
    demands=case.outcome == "none_statutory",
    fix="作出不予行政处罚决定",
)
FIRST_MAY_BE_SPARED = Gate(
    "CF-033-1b", PENALTY[33, 1], "以首违为由不予处罚的，须是初次违法、危害后果轻微并及时改正",
    when=case.none_ground == "first", before=("decide_none",), once=case.decided_on,
    demands=case.first_offence.column & case.harm.one_of("none", "slight") & case.corrected_on.known,
    fix="查明既往记录、危害后果和改正情况；不符合的，改选其他情形或者给予处罚",
)
NO_FAULT_SPARED = Gate(
    "CF-033-2", PENALTY[33, 2], "当事人有证据足以证明没有主观过错的，不予处罚；没有证据的不能以此为由",
    when=JUDGED & (case.no_fault_proven.holds | (case.none_ground == "no_fault").fill_null(value=False)), before=SPARING, once=case.decided_on,
    demands=case.no_fault_proven.column & (case.outcome == "none_statutory"),
    fix="证据足以证明的，作出不予行政处罚决定；不足的，不能以没有主观过错为由",
)
EDUCATED = Gate(
    "CF-033-3", PENALTY[33, 3], "依法不予处罚的，应当对当事人进行教育",
    when=case.outcome == "none_statutory", before=("decide_none",), demands=case.educated.column, once=case.decided_on,
    grade=Grade.MENDABLE, fix="对当事人进行教育并记录",
)
FINE_SET = GENERAL & PENALISED & case.decision_kinds.has(Penalty.FINE)
WITHIN_BAND = Gate(
    "CF-034", PENALTY[34], "罚款应在裁量基准的区间内；减轻处罚或者偏离的，写明理由",
    when=FINE_SET & case.discretion_low.known, before=("decide",), once=case.decided_on,
    demands=case.lessened.holds | case.deviation_reason.column | ((case.decision_fine >= case.discretion_low) & (case.decision_fine <= case.discretion_high)),
    fix="把罚款改到裁量基准区间内，或者写明减轻、偏离的理由",
)  # fmt: skip
BENCHMARK_PUBLISHED = Gate(
    "CF-034-published", PENALTY[34], "裁量基准应当向社会公布",
    when=FINE_SET & case.discretion_table.known, before=("decide",), demands=case.benchmark_published.column, once=case.decided_on,
    grade=Grade.MENDABLE, fix="先公布裁量基准",
)

FOUND = pl.coalesce(case.discovered_on.column, case.clue_received_on.column, case.opened_on.column)
"""发现之日: as registered; else the day on which the clue came in, or the case was opened."""

RUNS_FROM = pl.when(case.violation_continuing.holds).then(case.violation_ended_on.column).otherwise(case.violation_began_on.column)
"""追责时效的起点 (第三十六条第二款): the day of the violation; the day of its end where it went on."""

LONGER = case.touches_safety.holds & (case.harm == "real").fill_null(value=False)
"""涉及公民生命健康安全、金融安全且有危害后果: both conditions, else two years."""

TWO_YEARS = Within(
    "CF-036-1a", PENALTY[36, 1], "违法行为在二年内未被发现的，不再给予处罚",
    when=PENALISED & ~LONGER & ~OWN_TIME_LIMIT, before=DECIDING, once=case.decided_on, starts=RUNS_FROM, full=years(2).without_rolling(), on=FOUND,
    fix="超过追责时效，作出不予行政处罚决定",
)
FIVE_YEARS = Within(
    "CF-036-1b", PENALTY[36, 1], "涉及公民生命健康安全、金融安全且有危害后果的，追责时效为五年",
    when=PENALISED & LONGER & ~OWN_TIME_LIMIT, before=DECIDING, once=case.decided_on, starts=RUNS_FROM, full=years(5).without_rolling(), on=FOUND,
    fix="超过追责时效，作出不予行政处罚决定",
)
FROM_ITS_END = Convention(
    "CF-036-2", PENALTY[36, 2], "追责时效从违法行为发生之日起计算；连续或者继续的，从行为终了之日起计算",
    carried_out_by="fadu.law.penalty.application.RUNS_FROM",
)
OLD_OR_LIGHTER = Gate(
    "CF-037", PENALTY[37], "依据已修改或者废止的，查明新的规定是否较轻，从旧兼从轻",
    when=PENALISED & case.basis_changed.column, before=DECIDING, demands=case.law_applied.known, once=case.decided_on,
    fix="比较新旧规定，登记适用的规定",
)
VOID = Question(
    "CF-038-2", PENALTY[38, 2], "违反法定程序构成重大且明显违法的，处罚无效",
    asks="程序上的违法（包括记录在案的逾期、缺项）是否构成重大且明显违法？", answered_by="reviewer", point="procedure",
)

RULES = (
    ORDERED_TO_CORRECT, GAIN_CONFISCATED, ONE_FINE, CHILD_SPARED, MINOR_LIGHTENED, INCAPABLE_SPARED, GROUNDS_HEEDED,
    TRIFLE_SPARED, FIRST_MAY_BE_SPARED, NO_FAULT_SPARED, EDUCATED, WITHIN_BAND, BENCHMARK_PUBLISHED,
    TWO_YEARS, FIVE_YEARS, FROM_ITS_END, OLD_OR_LIGHTER, VOID,
)  # fmt: skip
