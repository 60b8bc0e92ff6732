"""案源、立案: from the clue to a filed case, or to none."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.pauses import refiled
from fadu.law.procedure import Role, Step, When
from fadu.law.statutes import PENALTY, SAMR_PROCEDURE
from fadu.law.vocabulary import case

WORKED_ON = ("source", "investigating", "concluded", "notified", "hearing", "heard", "reviewed", "discussed")
"""The stages before a decision."""

PARTY = (
    ask(case.party_kind),
    line("party_name", "当事人名称（姓名）", example="示范县清河食品店", help="单位写营业执照上的名称，公民写身份证上的姓名"),
    Field(name="party_code", label="统一社会信用代码", kind=Kind.CODE, required=False, when=("party_kind", ("unit",)), example="92130000MA0EXAMPLE"),
    line("party_legal_rep", "法定代表人（负责人）", required=False, when=("party_kind", ("unit",))),
    Field(name="party_id", label="公民身份号码", kind=Kind.IDCARD, required=False, when=("party_kind", ("person",))),
    ask(case.party_age, required=False, when=("party_kind", ("person",)), help="违法行为发生时的周岁"),
    line("party_address", "住所（住址）", required=False),
    Field(name="party_phone", label="联系电话", kind=Kind.PHONE, required=False),
)

REGISTER = Step(
    name="register",
    label="登记线索",
    basis=(SAMR_PROCEDURE[18, 1],),
    says="把发现的违法线索登记为一件案源，核查期限从收到材料之日起算",
    asks=(
        ask(case.clue_source),
        ask(case.clue_received_on, "发现线索或者收到材料日期"),
        line("clue_from", "来源单位或者人员", required=False, rare=True),
        line("cause", "案由", example="经营超过保质期的食品"),
        Field(name="item", label="执法事项", kind=Kind.TEXT, longest=40, help="从权责清单中选择；处罚依据、幅度和裁量基准随事项带出"),
        *PARTY,
        prose("summary", "基本案情", example="检查发现货架待售纯牛奶 12 箱已超过标示的保质期。"),
        line("violation_place", "违法行为发生地"),
        ask(case.violation_began_on),
        ask(case.violation_continuing, required=False, rare=True),
        ask(case.violation_ended_on, required=False, rare=True),
        ask(case.discovered_on, required=False, rare=True, help="不填时按收到材料日期"),
        ask(case.in_jurisdiction),
        ask(case.venue_kind, required=False, rare=True, help="一般案件不填"),
        ask(case.venue, required=False, rare=True, when=("venue_kind", tuple(value for value, _ in case.venue_kind.choices))),
        ask(case.clue_first, required=False, when=("venue_kind", ("merchant", "net_ad"))),
        ask(case.received_by_transfer, required=False, rare=True, when=("clue_source", ("transfer",))),
    ),
    marks={case.opened_on: When.DAY},
    papers=("source_register",),
    once=True,
)

EXTEND_VERIFICATION = Step(
    name="extend_verification",
    label="延长核查期限",
    leaves=("source",),
    by=Role.HEAD,
    basis=(SAMR_PROCEDURE[18, 1],),
    says="特殊情况下，经负责人批准延长十五个工作日",
    asks=(prose("reason", "延长的理由", longest=1000), OPINION),
    marks={case.verification_extension: 15},
    papers=("matter_approval",),
    once=True,
)

def _reported(_before: Mapping[str, Any], data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    """Reporting upward ends the talks (市场监督管理行政处罚程序规定第十三条)."""
    return {"dispute_talks_ended_on": case.dispute_talks_ended_on.value_of(data.get("dispute_reported_on"))}


def _settled(before: Mapping[str, Any], data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    known = before.get("dispute_talks_ended_on")
    return {"dispute_talks_ended_on": known or case.dispute_talks_ended_on.value_of(data["dispute_settled_on"])}


REPORT_DISPUTE = Step(
    name="report_dispute",
    label="登记管辖争议",
    leaves=("source", "investigating"),
    basis=(PENALTY[25, 2], SAMR_PROCEDURE[13]),
    says="协商不成的，报请共同的上一级机关指定管辖",
    asks=(ask(case.disputed_on), line("other_organ", "争议的对方机关"), ask(case.other_filed_on, required=False, rare=True, help="对方已经立案的填写"), prose("negotiation", "协商情况"), ask(case.dispute_reported_on, required=False), ask(case.dispute_received_on, required=False)),
    effect=_reported,
    derives=(case.dispute_talks_ended_on,),
    papers=("matter_approval",),
    side=True,
)

SETTLE_DISPUTE = Step(
    name="settle_dispute",
    label="登记管辖确定",
    leaves=("source", "investigating"),
    basis=(PENALTY[25, 2], SAMR_PROCEDURE[16]),
    says="登记协商结果或者上级指定",
    asks=(ask(case.dispute_received_on, required=False, help="上一级指定管辖的填写"), ask(case.dispute_settled_on), line("settled_by", "确定的方式和机关"), ask(case.in_jurisdiction, "由本机关管辖")),
    effect=_settled,
    derives=(case.dispute_talks_ended_on,),
    papers=("jurisdiction_designation",),
    side=True,
)

DECLINE = Step(
    name="decline",
    label="不予立案",
    leaves=("source",),
    enters="not_filed",
    by=Role.HEAD,
    basis=(SAMR_PROCEDURE[20, 1],),
    says="符合法定情形的，可以不予立案",
    asks=(ask(case.declined_ground), prose("reason", "不予立案的事实和理由"), OPINION),
    marks={case.filing_decided_on: When.DAY},
    papers=("filing_approval",),
)

TRANSFER_AGENCY = Step(
    name="transfer_agency",
    label="移送有管辖权的机关",
    leaves=("source", "investigating", "concluded"),
    enters="transferred",
    by=Role.HEAD,
    basis=(PENALTY[22], SAMR_PROCEDURE[14]),
    says="不属于本机关管辖的，移送有管辖权的机关",
    asks=(line("to_organ", "受移送机关"), prose("reason", "移送的理由"), prose("materials", "移送材料清单"), OPINION),
    marks={case.outcome: "transfer_agency"},
    effect=lambda before, _data, context: {} if "filing_decided_on" in before else {"filing_decided_on": context["on"]},
    derives=(case.filing_decided_on,),
    papers=("transfer_letter", "matter_approval"),
)

FILE = Step(
    name="file",
    numbers="罚立",
    label="立案",
    leaves=("source",),
    enters="investigating",
    by=Role.HEAD,
    basis=(PENALTY[54, 2], SAMR_PROCEDURE[19]),
    says="符合立案标准的应当及时立案，并指定两名以上办案人员",
    asks=(
        Field(
            name="conditions",
            label="立案条件",
            kind=Kind.CHOICES,
            choices=(
                ("evidence", "有证据初步证明存在违法行为"),
                ("punishable", "依法应当给予行政处罚"),
                ("jurisdiction", "属于本机关管辖"),
                ("in_time", "在给予处罚的法定期限内"),
            ),
            help="四项同时符合的，应当立案",
        ),
        Field(name="appointed", label="办案人员", kind=Kind.OFFICERS, least=2, help="指定两名以上具有行政执法资格的人员"),
        OPINION,
    ),
    marks={case.filed_on: When.DAY, case.filing_decided_on: When.DAY, case.filed_by_head: True},
    effect=lambda before, data, context: {"filing_conditions": len(data["conditions"]), "handlers": len(data["appointed"]), **refiled(before, context["on"])},
    derives=(case.filing_conditions, case.handlers, case.stopped_since),
    papers=("filing_approval",),
    once=True,
)

STEPS = (REGISTER, EXTEND_VERIFICATION, FILE, DECLINE, TRANSFER_AGENCY, REPORT_DISPUTE, SETTLE_DISPUTE)
