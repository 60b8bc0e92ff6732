"""行政赔偿 (国家赔偿法第二章、第四章): claim, decision, payment, recourse."""

from fadu.law.asking import OPINION, ask, line, prose, rows
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Role, Step, When, absent, pending
from fadu.law.statutes import COMPENSATION
from fadu.law.vocabulary import compensation as claim
from fadu.law.vocabulary.kinds import SERVICE

OPEN = ("received", "accepted", "decided", "served", "paid")

RECEIVE = Step(
    name="receive_claim",
    label="登记赔偿申请",
    numbers="赔",
    basis=(COMPENSATION[12],),
    says="当面递交的当场出具加盖专用印章的收讫凭证；收到后两个月内决定",
    asks=(
        line("cause", "事由", example="违法扣押造成货物损失"),
        *PARTY,
        line("origin_number", "原案件文号", required=False, rare=True),
        ask(claim.received_on),
        ask(claim.handed_in),
        ask(claim.receipt_on, required=False, when=("compensation_handed_in", ("person",))),
        ask(claim.receipt_stamped, required=False, when=("compensation_handed_in", ("person",))),
        prose("request", "赔偿要求、事实根据和理由"),
        rows("items", "赔偿项目", (line("name", "项目"), Field(name="money", label="请求数额（元）", kind=Kind.MONEY)), required=False),
    ),
    papers=("claim_receipt",),
    once=True,
)

ASK_AMENDMENT = Step(
    name="ask_claim_amendment",
    label="告知补正",
    unfit=pending(claim.amend_told_on, "补正只告知一次"),
    leaves=("received",),
    basis=(COMPENSATION[12, 4],),
    says="材料不齐全的，当场或者五日内一次告知全部补正内容",
    asks=(prose("missing", "需要补正的内容"), ask(claim.amend_itemised)),
    marks={claim.amend_told_on: When.DAY},
    papers=("claim_amendment",),
    side=True,
)

ACCEPT = Step(
    name="accept_claim",
    label="受理赔偿申请",
    leaves=("received",),
    enters="accepted",
    basis=(COMPENSATION[7], COMPENSATION[9, 2], COMPENSATION[39, 1]),
    says="核对赔偿义务机关和两年的请求时效；不收取任何费用",
    asks=(
        ask(claim.joined),
        ask(claim.known_on, required=False),
        ask(claim.held_days, required=False, rare=True),
        ask(claim.hindered_from, required=False, rare=True),
        ask(claim.hindered_until, required=False, rare=True),
        ask(claim.delegated),
        ask(claim.liable_is, required=False, when=("compensation_delegated", (True,))),
        ask(claim.fee, help="请求赔偿不收费，填 0"),
    ),
    marks={claim.accepted_on: When.DAY},
)

DECIDE = Step(
    name="decide_claim",
    label="作出赔偿决定",
    leaves=("received", "accepted"),
    enters="decided",
    by=Role.HEAD,
    basis=(COMPENSATION[13], COMPENSATION[33], COMPENSATION[36]),
    says="两个月内决定是否赔偿；充分听取意见，可以协商方式、项目和数额",
    asks=(
        ask(claim.granted),
        prose("facts_found", "查明的事实"),
        prose("reason", "决定的理由和依据"),
        ask(claim.heard),
        ask(claim.reasoned, required=False, when=("compensation_granted", (False,))),
        prose("content", "赔偿的方式、项目和数额", required=False, when=("compensation_granted", (True,))),
        ask(claim.amount, required=False, when=("compensation_granted", (True,))),
        ask(claim.liberty_days, required=False, rare=True, when=("compensation_granted", (True,))),
        ask(claim.daily_wage, required=False, rare=True, when=("compensation_granted", (True,))),
        ask(claim.liberty_amount, required=False, rare=True, when=("compensation_granted", (True,))),
        ask(claim.money_returned, required=False, when=("compensation_granted", (True,))),
        ask(claim.interest, required=False, when=("compensation_money_returned", (True,))),
        OPINION,
    ),
    marks={claim.decided_on: When.DAY},
    papers=("claim_decision", "claim_refusal"),
)

SERVE = Step(
    name="serve_claim",
    label="送达赔偿决定",
    leaves=("decided",),
    enters="served",
    basis=(COMPENSATION[13, 2], COMPENSATION[13, 3]),
    says="自作出决定之日起十日内送达请求人",
    asks=(Field(name="method", label="送达方式", kind=Kind.CHOICE, choices=SERVICE), line("receiver", "签收人")),
    marks={claim.served_on: When.DAY},
)

RECORD_SUIT = Step(
    name="record_claim_suit",
    label="登记请求人起诉",
    leaves=OPEN,
    basis=(COMPENSATION[14],),
    says="逾期不决定的自期满之日、不服决定的自决定作出之日起三个月内可以起诉",
    asks=(ask(claim.sued_on), line("court", "受理法院", required=False), prose("result", "裁判结果", required=False)),
    side=True,
)

ASK_TREASURY = Step(
    name="ask_treasury",
    label="申请财政支付",
    unfit=lambda facts: "" if facts.get("compensation_granted") is not False else "决定不予赔偿",
    leaves=("served",),
    basis=(COMPENSATION[37, 2], COMPENSATION[37, 3]),
    says="收到请求人的支付申请之日起七日内，向财政部门提出支付申请",
    asks=(line("treasury", "财政部门", required=False), ask(claim.pay_asked_on), ask(claim.treasury_received_on, required=False), Field(name="money", label="申请支付的数额", kind=Kind.MONEY)),
    marks={claim.treasury_asked_on: When.DAY},
    papers=("claim_payment_request",),
)

PAY = Step(
    name="pay_claim",
    label="登记支付",
    unfit=absent(claim.treasury_asked_on, "尚未向财政部门申请"),
    leaves=("served",),
    enters="paid",
    basis=(COMPENSATION[37, 3],),
    says="财政部门收到支付申请之日起十五日内支付",
    asks=(ask(claim.treasury_received_on), ask(claim.paid_on), line("voucher", "支付凭证号", required=False)),
)

RECOURSE = Step(
    name="order_recourse",
    label="责令承担赔偿费用",
    leaves=("paid",),
    by=Role.HEAD,
    basis=(COMPENSATION[16],),
    says="有关人员有故意或者重大过失的，责令承担部分或者全部费用",
    asks=(ask(claim.at_fault), line("person", "承担人"), Field(name="money", label="承担的数额", kind=Kind.MONEY), prose("reason", "事实和理由"), OPINION),
    marks={claim.recourse_on: When.DAY},
    papers=("claim_recourse",),
    side=True,
)

CLOSE = Step(
    name="close_claim",
    label="办结归档",
    leaves=("served", "paid"),
    enters="closed",
    basis=(COMPENSATION[16], COMPENSATION[37]),
    says="查明有无追偿事由，支付或者不予赔偿后立卷归档",
    asks=(ask(claim.at_fault), line("volume", "卷号"), prose("note", "备考", required=False, longest=1000)),
    marks={claim.closed_on: When.DAY},
)

STEPS = (RECEIVE, ASK_AMENDMENT, ACCEPT, DECIDE, SERVE, RECORD_SUIT, ASK_TREASURY, PAY, RECOURSE, CLOSE)
