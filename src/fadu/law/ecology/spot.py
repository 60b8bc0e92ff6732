"""简易程序 (生态环境行政处罚办法第六十八条)."""

from fadu.law.ecology.terms import ECO_SIMPLE
from fadu.law.penalty.terms import PENALISED
from fadu.law.periods import working_days
from fadu.law.rules import Clock, Gate, Grade
from fadu.law.statutes import ECO_PENALTY
from fadu.law.vocabulary import case

SEALED_AND_HANDED = Gate(
    "SH-068-1-5", ECO_PENALTY[68, 1, 5], "当场处罚决定书有预定格式和编号、盖部门印章、由执法人员签名或者盖章，并当场交付",
    when=ECO_SIMPLE, before=("decide_spot",), once=case.decided_on,
    demands=(case.spot_sealed.column | case.decision_sealed.column) & case.spot_handed_over.column & ~case.spot_unsigned.holds,
    fix="用盖好印章的预定格式决定书，签名后当场交付；拒绝签收的注明",
)
TRANSCRIBED = Gate(
    "SH-068-2", ECO_PENALTY[68, 2], "从出示证件到告知救济的全过程制作笔录",
    when=ECO_SIMPLE, before=("decide_spot",), once=case.decided_on, demands=case.spot_transcript.column, grade=Grade.MENDABLE,
    fix="补齐当场处罚全过程的笔录",
)
FILED_IN_THREE_DAYS = Clock(
    "SH-068-3", ECO_PENALTY[68, 3], "当场作出的处罚决定，三个工作日内报所属部门备案",
    name="当场处罚备案",
    when=ECO_SIMPLE & PENALISED, starts=case.decided_on, ends=case.spot_filed_on, within=working_days(3), next_step="file_record",
    fix="立即报所属生态环境部门备案",
)

RULES = (SEALED_AND_HANDED, TRANSCRIBED, FILED_IN_THREE_DAYS)
