"""许可的撤销、变更、撤回和注销."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When
from fadu.law.statutes import LICENCE
from fadu.law.vocabulary import licence

MADE_GOOD = (ask(licence.loss), ask(licence.compensated, required=False, when=("licence_loss", (True,))))

NOTE = Step(
    name="note_licence_ground",
    label="登记处理事由",
    basis=(LICENCE[69, 1], LICENCE[8, 2], LICENCE[70]),
    says="登记依请求或者依职权发现的撤销、撤回、注销事由",
    asks=(
        line("cause", "许可事项", example="食品经营许可"),
        line("licence_no", "许可证件编号"),
        *PARTY,
        ask(licence.ground),
        ask(licence.found_on),
        prose("facts_found", "查明的事实", longest=3000),
        line("asked_by", "提出请求的利害关系人", required=False, rare=True),
    ),
    papers=("licence_ground_register",),
    once=True,
)

HEAR = Step(
    name="hear_licensee",
    label="听取被许可人意见",
    leaves=("found",),
    basis=(LICENCE[7],),
    says="撤销、变更、撤回前，听取被许可人的陈述和申辩",
    asks=(prose("said", "被许可人的意见", longest=3000), prose("checked", "复核意见", longest=2000)),
    marks={licence.heard_on: When.DAY},
)

REVOKE = Step(
    name="revoke_licence",
    label="撤销许可",
    leaves=("found",),
    enters="decided",
    by=Role.HEAD,
    basis=(LICENCE[69, 1], LICENCE[69, 2]),
    says="有法定情形的撤销；可能严重损害公共利益的不予撤销",
    asks=(ask(licence.harms_public), *MADE_GOOD, prose("reason", "撤销的理由", longest=2000), OPINION),
    marks={licence.revoked_on: When.DAY},
    papers=("licence_revocation",),
    leads_to=("penalty.general",),
)

KEEP = Step(
    name="keep_licence",
    label="决定不予撤销",
    leaves=("found",),
    enters="decided",
    by=Role.HEAD,
    basis=(LICENCE[69, 3],),
    says="撤销可能对公共利益造成重大损害的，不予撤销",
    asks=(ask(licence.harms_public), prose("reason", "不予撤销的理由", longest=2000), OPINION),
    marks={licence.kept_on: When.DAY},
)

WITHDRAW = Step(
    name="withdraw_licence",
    label="变更或者撤回许可",
    leaves=("found",),
    enters="decided",
    by=Role.HEAD,
    basis=(LICENCE[8, 2],),
    says="依据或者客观情况变化，为公共利益需要的，可以变更、撤回；造成损失的补偿",
    asks=(ask(licence.withdrawal), ask(licence.public_interest), *MADE_GOOD, prose("reason", "变更、撤回的理由", longest=2000), OPINION),
    marks={licence.withdrawn_on: When.DAY},
    papers=("licence_withdrawal",),
)

CANCEL = Step(
    name="cancel_licence",
    label="注销许可",
    leaves=("found", "decided"),
    enters="decided",
    basis=(LICENCE[70],),
    says="收回或者公告作废许可证件，办理注销手续",
    asks=(prose("how", "注销的情况", longest=1000), line("announced", "公告的载体", required=False)),
    marks={licence.cancelled_on: When.DAY},
    papers=("licence_cancellation",),
)

CLOSE = Step(
    name="close_ending",
    label="办结",
    leaves=("decided",),
    enters="closed",
    basis=(LICENCE[70],),
    says="撤销、撤回的，注销后办结",
    asks=(prose("note", "备考", required=False, longest=1000),),
    marks={licence.ended_on: When.DAY},
)

AT_FAULT = frozenset({"abuse", "beyond", "procedure", "unqualified", "other_revocable", "fraud"})


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that waits."""
    if stage == "found":
        if facts.get("licence_ground") in AT_FAULT:
            return "revoke_licence"
        return "withdraw_licence" if facts.get("licence_ground") in {"law_changed", "facts_changed"} else "cancel_licence"
    if stage == "decided":
        ended = "licence_revoked_on" in facts or facts.get("licence_withdrawal") == "withdraw"
        return "cancel_licence" if ended and "licence_cancelled_on" not in facts else "close_ending"
    return ""


PROCEDURE = Procedure(
    id="licence.ending",
    version="2019",
    title="行政许可撤销、撤回、注销",
    in_force=date(2019, 4, 23),
    stages=(
        Stage(name="found", label="事由"),
        Stage(name="decided", label="决定"),
        Stage(name="closed", label="办结"),
    ),
    steps=(NOTE, HEAR, REVOKE, KEEP, WITHDRAW, CANCEL, CLOSE, correction(("found", "decided"))),
    ends=frozenset({"closed"}),
    turn=turn,
    kind=Kind.LICENCE,
    grain="licence",
    says="已经发出的许可：撤销、变更、撤回、注销",
)
