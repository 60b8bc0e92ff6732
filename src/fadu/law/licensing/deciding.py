"""决定、颁发、公开、归档."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general import execution
from fadu.law.procedure import Role, Step, When
from fadu.law.statutes import BUSINESS_CLIMATE, LICENCE, OPEN_GOVERNMENT
from fadu.law.vocabulary import licence

DENIAL = (("reason", "说明理由"), ("review", "告知可以申请行政复议"), ("suit", "告知可以提起行政诉讼"))
COMMON = (
    ask(licence.conditions_lawful),
    ask(licence.fee, help="没有收费填 0"),
    ask(licence.fee_by_law, required=False, rare=True),
    ask(licence.transcript_followed, required=False, help="举行过听证的填写"),
    ask(licence.asked_again, required=False, rare=True),
    ask(licence.in_principal_name, required=False, rare=True, help="受委托办理的填写"),
    ask(licence.passed_on, required=False, rare=True),
    OPINION,
)


def _unfit(facts: Mapping[str, Any]) -> str:
    if facts.get("licence_lower"):
        return "本机关只作初步审查，由上级机关决定"
    return "不计入期限的事项还没有结束" if facts.get("licence_stopped") else ""


GRANT = Step(
    name="grant_licence",
    label="准予许可",
    unfit=_unfit,
    leaves=("accepted",),
    enters="decided",
    by=Role.HEAD,
    basis=(LICENCE[38, 1], LICENCE[42, 1], LICENCE[50, 2]),
    says="符合法定条件、标准的，作出准予许可的书面决定",
    asks=(
        prose("content", "准予的内容", longest=2000),
        line("valid", "有效期", required=False, example="2026-11-20 至 2031-11-19"),
        ask(licence.false_materials),
        ask(licence.needs_certificate),
        ask(licence.earlier_waiting, required=False, help="有数量限制的填写"),
        ask(licence.order_by_law, required=False, rare=True),
        ask(licence.secret, required=False, rare=True),
        *COMMON,
    ),
    marks={licence.decided_on: When.DAY, licence.outcome: "granted"},
    papers=("licence_grant",),
)

DECLINE = Step(
    name="decline_licence",
    label="不予许可",
    unfit=_unfit,
    leaves=("accepted",),
    enters="decided",
    by=Role.HEAD,
    basis=(LICENCE[38, 2], LICENCE[42, 1]),
    says="书面说明理由，告知行政复议和行政诉讼的权利",
    asks=(
        prose("reason", "不予许可的理由和依据", longest=2000),
        ask(licence.denial_parts, kind=Kind.CHOICES, choices=DENIAL),
        ask(licence.false_materials, required=False, rare=True),
        *COMMON,
    ),
    marks={licence.decided_on: When.DAY, licence.outcome: "declined"},
    papers=("licence_denial",),
)

ISSUE = Step(
    name="issue_licence",
    label="颁发送达",
    leaves=("decided",),
    enters="issued",
    basis=(LICENCE[44], LICENCE[39, 1]),
    says="自决定之日起十个工作日内颁发、送达许可证件；不予许可的送达决定书",
    asks=(
        line("certificate_no", "证件编号", required=False),
        ask(licence.sealed, required=False, help="颁发证件的填写"),
        Field(
            name="method",
            label="送达方式",
            kind=Kind.CHOICE,
            choices=(("direct", "窗口领取"), ("post", "邮寄"), ("electronic", "电子证照")),
        ),
        line("receiver", "签收人"),
    ),
    marks={licence.issued_on: When.DAY},
    papers=("service_receipt",),
)

PUBLISH = Step(
    name="publish_licence",
    label="公开许可决定",
    leaves=("decided", "issued"),
    basis=(LICENCE[40], LICENCE[5, 2], OPEN_GOVERNMENT[26]),
    says="公开前隐去商业秘密等不应披露的内容",
    asks=(
        line("where", "公开的载体"),
        ask(licence.disclosing),
        ask(licence.disclosure_agreed, required=False, when=("licence_disclosing", (True,))),
        ask(licence.objection_allowed, required=False, when=("licence_disclosing", (True,))),
    ),
    marks={licence.published_on: When.DAY},
    side=True,
)

EXPLAIN = Step(
    name="explain_delay",
    label="公开说明超时理由",
    leaves=("decided", "issued"),
    basis=(BUSINESS_CLIMATE[36, 2],),
    says="超过承诺的办理时间的，公开说明理由",
    asks=(line("where", "公开的载体"), prose("reason", "理由", longest=1000)),
    marks={licence.delay_explained_on: When.DAY},
    side=True,
)

ARCHIVE = Step(
    name="archive_licence",
    label="许可归档",
    leaves=("refused", "issued"),
    enters="archived",
    basis=(LICENCE[61, 2],),
    says="材料齐全后归档；以后发现应当撤销、撤回、注销的，另行登记",
    asks=(*execution.ARCHIVE.asks, ask(licence.warned_on, required=False, rare=True)),
    marks={licence.archived_on: When.DAY},
    leads_to=("licence.ending",),
)

STEPS = (GRANT, DECLINE, ISSUE, PUBLISH, EXPLAIN, ARCHIVE)
