"""Side steps of market supervision: early disposal, late approval, assistance, review prolonged, refunds (市场监督管理)."""

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.pauses import PAUSED, going, stopping
from fadu.law.procedure import Role, Step, When, absent
from fadu.law.statutes import SAMR_PROCEDURE
from fadu.law.vocabulary import case
from fadu.law.vocabulary.marks import Stop

BEFORE_DECISION = ("source", "investigating", "concluded", "notified", "hearing", "heard", "reviewed", "discussed")

RECEIVE_ASSISTANCE = Step(
    name="receive_assistance",
    label="登记协助结果",
    leaves=BEFORE_DECISION,
    basis=(SAMR_PROCEDURE[45, 2],),
    says="协助方自接到协助调查函之日起十五个工作日内完成；权利人辨认、鉴别期间不计入办案期限",
    asks=(ask(case.assist_done_on), ask(case.assist_extension, required=False), prose("result", "协助、辨认或者鉴别的结果")),
    effect=going(Stop.IDENTIFICATION),
    derives=PAUSED,
    side=True,
)

APPROVE_MEASURE = Step(
    name="approve_measure",
    label="补批强制措施",
    unfit=lambda facts: "" if facts.get("measure_urgent") and "measure_approved_at" not in facts else "没有待补批的强制措施",
    leaves=("source", "investigating", "concluded"),
    by=Role.HEAD,
    basis=(SAMR_PROCEDURE[36, 2],),
    says="当场采取的，二十四小时内向负责人报告并补办批准手续",
    asks=(OPINION,),
    marks={case.measure_approved_at: When.MOMENT, case.measure_approved: True},
    papers=("matter_approval",),
    side=True,
)

DISPOSE_EARLY = Step(
    name="dispose_early",
    label="先行处置物品",
    leaves=("investigating", "concluded", "notified", "hearing", "heard", "reviewed", "discussed"),
    by=Role.HEAD,
    basis=(SAMR_PROCEDURE[41, 3],),
    says="不宜长期保存的物品，权利人同意或者申请，留存证据后经批准先行处置",
    asks=(ask(case.early_consent), ask(case.early_evidence_kept), prose("goods", "物品和处置的方式"), Field(name="proceeds", label="处置所得款项", kind=Kind.MONEY, required=False), OPINION),
    marks={case.early_disposed_on: When.DAY},
    papers=("matter_approval",),
    side=True,
)

EXTEND_REVIEW = Step(
    name="extend_review",
    label="延长审核期限",
    leaves=("concluded",),
    by=Role.HEAD,
    basis=(SAMR_PROCEDURE[55],),
    says="特殊情况下，经负责人批准可以延长",
    asks=(ask(case.review_extension, least=1), prose("reason", "延长的理由", longest=1000), OPINION),
    papers=("matter_approval",),
    side=True,
)

ORDER_REFUND = Step(
    name="order_refund",
    label="责令退款",
    leaves=("notified", "heard", "reviewed", "discussed"),
    basis=(SAMR_PROCEDURE[59],),
    says="听取意见后、决定前，责令限期退还多收价款；难以查找付款人的责令公告查找",
    asks=(Field(name="amount", label="责令退还的数额", kind=Kind.MONEY, least=1), Field(name="until", label="退还期限", kind=Kind.DATE), Field(name="search", label="责令公告查找", kind=Kind.BOOL, required=False)),
    marks={case.refund_ordered_on: When.DAY},
    effect=stopping(Stop.REFUND),
    derives=PAUSED,
    side=True,
)

END_REFUND = Step(
    name="end_refund",
    label="登记退款结果",
    unfit=absent(case.refund_ordered_on, "没有责令退款"),
    leaves=("notified", "heard", "reviewed", "discussed"),
    basis=(SAMR_PROCEDURE[64, 2],),
    says="责令退还多收价款的时间不计入办案期限",
    asks=(ask(case.refunded), line("how", "退还的情况")),
    effect=going(Stop.REFUND),
    derives=PAUSED,
    side=True,
)

STEPS = (RECEIVE_ASSISTANCE, APPROVE_MEASURE, DISPOSE_EARLY, EXTEND_REVIEW, ORDER_REFUND, END_REFUND)
