"""罚款决定与收缴分离 (罚款决定与罚款收缴分离实施办法): the agreement with the bank, what the decision says, what the bank tells."""

from fadu.law.penalty.terms import PENALISED
from fadu.law.periods import days
from fadu.law.rules import Clock, Duty, Gate, Grade, Question
from fadu.law.statutes import FINE_COLLECTION
from fadu.law.vocabulary import case, duties
from fadu.law.vocabulary.hearing_marks import AgreementPart, BankTold, Stated
from fadu.law.vocabulary.kinds import Penalty

AGREEMENT_WHOLE = Duty(
    "FJ-006-2", FINE_COLLECTION[6, 2], "代收罚款协议写明双方名称、网点、预算科目级次、告知方式期限和其他事项",
    when=duties.agreement_signed_on.known, demands=duties.agreement_parts == sum(int(part) for part in AgreementPart),
    due="签订时", fix="补充签订缺少的事项",
)
AGREEMENT_FILED = Clock(
    "FJ-006-3", FINE_COLLECTION[6, 3], "自代收罚款协议签订之日起十五日内，报上一级机关和同级财政部门备案",
    name="代收协议备案",
    starts=duties.agreement_signed_on, ends=duties.agreement_filed_on, within=days(15), next_step="note_agreement",
    fix="立即报上一级机关和同级财政部门备案",
)
PAYMENT_STATED = Gate(
    "FJ-007-1", FINE_COLLECTION[7, 1], "罚款决定书写明代收机构名称、地址、数额、期限，并明确逾期是否加处罚款",
    when=PENALISED & case.decision_kinds.has(Penalty.FINE) & case.fine_stated.known, before=("serve", "surcharge"), once=case.served_on,
    demands=case.fine_stated == sum(int(part) for part in Stated),
    fix="补正决定书；没有写明加处罚款的，代收机构不得加收",
)
BANK_TELLS = Duty(
    "FJ-010", FINE_COLLECTION[10], "代收机构按协议的方式、期限，书面告知缴款人、数额、时间",
    when=case.paid_on.known & case.collected_on.column.is_null(), demands=case.bank_told == sum(int(part) for part in BankTold),
    due="按协议的期限", fix="催请代收机构补送缴款情况",
)
NO_PAYING_FIRST = Question(
    "FJ-009-2", FINE_COLLECTION[9, 2], "对加收罚款有异议先缴款再申请复议：行政复议法没有这一前置，默认从复议法（待法务确认）",
    asks="决定书和催告书是否没有把先缴清罚款和加处罚款写成申请行政复议的条件？", answered_by="reviewer", point="procedure", grade=Grade.TOLD,
    fix="从文书中删去先缴款才能申请复议的表述",
)

RULES = (AGREEMENT_WHOLE, AGREEMENT_FILED, PAYMENT_STATED, BANK_TELLS, NO_PAYING_FIRST)
