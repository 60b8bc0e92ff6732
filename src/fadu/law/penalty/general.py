"""普通程序: filing, inquiry, notice, review, decision, service (行政处罚法第四十条至第四十五条、第五十四条至第六十二条)."""

import polars as pl

from fadu.law.penalty.terms import DECIDING, GENERAL, HEARING_OFFERED, PASSED_ON, PENALISED, PENALISING, REVIEW_DUE
from fadu.law.periods import days, working_days
from fadu.law.rules import Bound, Clock, Gate, Question, Wait
from fadu.law.statutes import CIVIL_PROCEDURE, ECO_PENALTY, PENALTY, SAMR_HEARING, SAMR_PROCEDURE
from fadu.law.vocabulary import case, step
from fadu.law.vocabulary.kinds import Penalty, Told
from fadu.law.vocabulary.marks import DecisionPart

FACTS_CLEAR = Gate(
    "CF-040", PENALTY[40], "违法事实不清、证据不足的，不得给予行政处罚",
    when=PENALISING, before=(*DECIDING, "conclude"), demands=case.facts_clear.column, once=case.decided_on,
    fix="补充调查，查明事实后再提出处罚建议",
)
TOLD = Told.CONTENT | Told.FACTS | Told.REASONS | Told.BASIS
"""What must be told before any penalty, on pain of its being forbidden (第四十四条、第六十二条)."""

TOLD_BEFORE = Gate(
    "CF-044", PENALTY[44], "处罚决定前告知拟处罚内容、事实、理由、依据和陈述申辩等权利",
    before=("notify", "tell_spot"), demands=case.told.has_all(TOLD | Told.DEFENCE),
    once=case.notified_on,
    fix="补齐告知书的内容：拟处罚内容、事实、理由、依据，以及陈述、申辩的权利",
)
HEARING_RIGHT_TOLD = Gate(
    "CF-063-1", PENALTY[63, 1], "拟处罚属于听证范围的，须告知有要求听证的权利",
    when=HEARING_OFFERED, before=("notify",), demands=case.told.has(Told.HEARING), once=case.notified_on,
    also={"ST-005-1-2": SAMR_HEARING[5, 1, 2]},
    fix="在告知书中写明当事人有要求听证的权利及期限",
)
TOLD_AND_HEARD = Gate(
    "CF-062", PENALTY[62], "未告知，或者拒绝听取陈述申辩的，不得作出处罚决定",
    when=PENALISED, before=DECIDING, demands=case.notified_on.known & case.told.has_all(TOLD), once=case.decided_on,
    fix="先告知拟处罚的内容、事实、理由、依据，听取当事人的陈述、申辩",
)
DEFENCE_REVIEWED = Gate(
    "CF-045-1", PENALTY[45, 1], "对当事人提出的事实、理由和证据应当复核，成立的应当采纳",
    when=PENALISED & case.defence_on.known, before=DECIDING, demands=case.defence_reviewed.column, once=case.decided_on,
    fix="逐项复核当事人的陈述、申辩并记录是否采纳",
)
NOT_HEAVIER = Gate(
    "CF-045-2", PENALTY[45, 2], "不得因当事人陈述、申辩而给予更重的处罚",
    when=PENALISED & GENERAL, before=("decide",), once=case.decided_on,
    demands=(case.decision_fine.or_zero() <= case.proposed_fine.or_zero())
    & ((case.decision_kinds.column & ~case.proposed_kinds.column) == 0),
    fix="按不重于告知书的内容决定；确有新的违法事实的，退回补充调查后重新告知",
    also={"SC-058": SAMR_PROCEDURE[58]},
)
INQUIRED_FULLY = Question(
    "CF-054-1", PENALTY[54, 1], "必须全面、客观、公正地调查，收集有关证据；检查须有法律、法规的规定",
    when=GENERAL, asks="调查是否全面、客观、公正，有利和不利于当事人的证据是否都已收集？检查是否有法律、法规的规定？", point="facts",
)
FILE_BY_HEAD = Gate(
    "CF-054-2", PENALTY[54, 2], "符合立案标准的应当及时立案，由负责人批准",
    before=("file",), demands=case.filed_by_head.column, once=case.filed_on,
    fix="报负责人批准立案",
)
PRESERVE_APPROVED = Gate(
    "CF-056-a", PENALTY[56], "先行登记保存须经行政机关负责人批准",
    before=("preserve",), demands=step.head_approved.column | case.preserve_urgent.holds,
    fix="先报负责人批准；情况紧急当场采取的，选择“当场采取”并在二十四小时内补批",
)
PRESERVED_DISPOSED = Clock(
    "CF-056-b", PENALTY[56], "先行登记保存的证据，七日内作出处理决定",
    name="先行登记保存",
    starts=case.preserved_on, ends=case.preserve_disposed_on, within=working_days(7), next_step="dispose_preserved", strict=True,
    also={"SC-035-a": SAMR_PROCEDURE[35, 1]},
    fix="在期限内采取记录、鉴定、查封扣押、移送或者解除措施；逾期的先行登记保存自动解除",
)
RESULT_EXAMINED = Gate(
    "CF-057-1", PENALTY[57, 1], "调查终结，负责人审查后决定处罚、不予处罚，或者移送司法机关",
    when=GENERAL, before=("decide", "decide_none", "cancel", "transfer_criminal"), once=case.decided_on,
    demands=case.outcome.one_of("none_statutory", "none_unproven", "transfer_criminal") | (PENALISED & case.concluded_on.known),
    fix="先终结调查，再由负责人审查决定",
)
WITHIN_KINDS = Gate(
    "CF-076-1-2", PENALTY[76, 1, 2], "不得擅自改变处罚种类：须是依据列明的种类",
    when=PENALISED & case.basis_kinds.known, before=DECIDING, once=case.decided_on,
    demands=(case.decision_kinds.column & ~case.basis_kinds.column) == 0,
    fix="去掉依据没有列明的处罚种类",
)
WITHIN_RANGE = Bound(
    "CF-076-1-2-range", PENALTY[76, 1, 2], "不得擅自改变处罚幅度：罚款在依据的上下限之内，低于下限须是依法减轻",
    when=PENALISED & case.decision_kinds.has(Penalty.FINE), before=DECIDING, once=case.decided_on,
    value=case.decision_fine, most=pl.coalesce(case.basis_fine_most.column, case.decision_fine.column),
    least=pl.when(case.lessened.holds).then(0).otherwise(case.basis_fine_least.or_zero()),
    fix="把罚款改到依据的上下限之内；有减轻情形的登记减轻",
)
COLLECTIVE = Gate(
    "CF-057-2", PENALTY[57, 2], "情节复杂或者重大违法行为给予处罚，须由负责人集体讨论",
    when=GENERAL & PENALISED & case.complex_or_major.column, before=("decide",), demands=case.discussed_on.known, once=case.decided_on,
    fix="先由行政机关负责人集体讨论，并制作讨论记录",
)
REVIEWED = Gate(
    "CF-058-1", PENALTY[58, 1], "属于法定情形的，须经法制审核通过才能作出决定",
    when=GENERAL & PENALISED & REVIEW_DUE, before=("decide",), once=case.decided_on,
    demands=case.legal_review_passed.column & (case.legal_reviewed_on <= case.decided_on),
    also={
        "CF-058-1-1": PENALTY[58, 1, 1], "CF-058-1-2": PENALTY[58, 1, 2], "CF-058-1-3": PENALTY[58, 1, 3], "CF-058-1-4": PENALTY[58, 1, 4],
    },
    fix="送法制审核机构审核，审核同意后再报负责人决定",
)
REVIEWER_QUALIFIED = Gate(
    "CF-058-2", PENALTY[58, 2], "初次从事处罚决定法制审核的人员，应当取得法律职业资格",
    when=step.reviewer_first_time.column, before=("review",), demands=step.reviewer_qualified.column,
    fix="换由取得法律职业资格的人员审核",
)
HANDLER_DOES_NOT_REVIEW = Gate(
    "CF-058-1-handler", PENALTY[58, 1], "法制审核由从事审核的人员进行，办案人员不得审核自己办理的案件",
    before=("review",), demands=~step.by_handler.column,
    fix="换由没有办理本案的审核人员审核",
)
ANOTHER_DECIDES = Gate(
    "CF-058-1-decider", PENALTY[58, 1], "法制审核在负责人决定之前进行，办理、审核本案的人员不得决定",
    when=GENERAL, before=("decide", "decide_none", "cancel"), demands=~step.by_handler.column & ~step.by_reviewer.column,
    fix="报没有办理、审核本案的负责人决定",
)
WHOLE = (
    DecisionPart.PARTY | DecisionPart.FACTS | DecisionPart.CONTENT | DecisionPart.BASIS | DecisionPart.PERFORMANCE | DecisionPart.REMEDY
    | DecisionPart.ORGAN | DecisionPart.DATE
)  # fmt: skip
"""What a decision must say (第五十九条第一款)."""

DECISION_WHOLE = Gate(
    "CF-059-1", PENALTY[59, 1], "决定书载明当事人、事实和证据、种类和依据、履行方式和期限、救济途径和期限、机关名称和日期",
    when=GENERAL & PENALISED, before=("decide",), demands=case.decision_parts.has_all(WHOLE), once=case.decided_on,
    fix="补齐决定书缺少的内容",
)
SEALED = Gate(
    "CF-059-2", PENALTY[59, 2], "决定书必须盖有作出决定的行政机关的印章",
    when=GENERAL & PENALISED, before=("serve",), demands=case.decision_sealed.column, once=case.served_on,
    fix="加盖本机关印章后再送达",
)
DECIDE_IN_TIME = Clock(
    "CF-060", PENALTY[60], "自立案之日起九十日内作出行政处罚决定",
    name="办案期限",
    when=GENERAL & ~PASSED_ON, starts=case.filed_on, ends=case.decided_on, within=days(90), warn=10, next_step="decide", who="head",
    paused=case.not_counted_days, extended=case.extension_days, suspended=case.clock_stopped,
    also={"SC-064-1a": SAMR_PROCEDURE[64, 1], "SH-057-1": ECO_PENALTY[57, 1]},
    fix="确需延长的，依所在领域的规章报批；中止、检验鉴定等期间登记后自动扣除",
)
SERVE_IN_TIME = Clock(
    "CF-061-1", PENALTY[61, 1], "当事人不在场的，七日内送达决定书",
    name="送达决定书",
    when=GENERAL & PENALISED & case.announced_on.column.is_null(), starts=case.decided_on, ends=case.served_on, within=working_days(7),
    next_step="serve", strict=True, also={"SC-081": SAMR_PROCEDURE[81]},
    fix="由负责人批准逾期说明后再送达；逾期作为瑕疵留在记录中",
)
ANNOUNCED_IN_TIME = Clock(
    "CF-061-1-announced", PENALTY[61, 1], "公告送达的，七日内发出公告",
    when=GENERAL & PENALISED & case.announced_on.known, starts=case.decided_on, ends=case.announced_on, within=working_days(7), next_step="announce",
    fix="逾期发出公告的，作为瑕疵留在记录中并说明理由",
)
CONSENT_TO_ELECTRONIC = Gate(
    "CF-061-2", PENALTY[61, 2], "电子送达须当事人同意并签订确认书",
    when=case.service_method == "electronic", before=("serve",), demands=case.service_consented.column, once=case.served_on,
    also={"MS-090-1": CIVIL_PROCEDURE[90, 1]},
    fix="先请当事人签订送达地址确认书，或者改用其他方式送达",
)
WAIT_FOR_DEFENCE = Wait(
    "SC-057-2", SAMR_PROCEDURE[57, 2], "告知书送达后五个工作日内可以陈述、申辩，届满前不得决定",
    when=GENERAL & PENALISED & (case.field == "market") & case.waived_on.column.is_null(), before=("decide",), once=case.decided_on,
    starts=case.notified_on, full=working_days(5), on=case.decided_on,
    fix="等期限届满再决定；当事人明确放弃权利的，先登记放弃",
)

RULES = (
    FACTS_CLEAR, TOLD_BEFORE, HEARING_RIGHT_TOLD, TOLD_AND_HEARD, DEFENCE_REVIEWED, NOT_HEAVIER, INQUIRED_FULLY, FILE_BY_HEAD,
    PRESERVE_APPROVED, PRESERVED_DISPOSED, RESULT_EXAMINED, WITHIN_KINDS, WITHIN_RANGE, COLLECTIVE, REVIEWED, REVIEWER_QUALIFIED,
    HANDLER_DOES_NOT_REVIEW, ANOTHER_DECIDES, DECISION_WHOLE, SEALED, DECIDE_IN_TIME, SERVE_IN_TIME, ANNOUNCED_IN_TIME, CONSENT_TO_ELECTRONIC, WAIT_FOR_DEFENCE,
)  # fmt: skip
