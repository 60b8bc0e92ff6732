"""公示登记: one published item from the decision to the end of its publication."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.forms import Kind
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Kind as ActKind
from fadu.law.procedure import Procedure, Role, Stage, Step, When, absent
from fadu.law.statutes import HEBEI_SUPERVISION, SAMR_DISCLOSURE
from fadu.law.vocabulary import publication

SUMMARY = (("number", "决定书文号"), ("party", "当事人基本情况"), ("type", "违法行为类型"), ("content", "处罚内容"), ("organ", "机关名称和日期"))
EARLY = (
    ("performed", "自觉履行处罚决定的义务"),
    ("undone", "主动消除危害后果和不良影响"),
    ("not_again", "没有因同类违法再受处罚"),
    ("not_listed", "不在严重违法失信名单"),
)

STEPS = (
    Step(
        name="publication_open", label="登记公示信息", basis=(SAMR_DISCLOSURE[2, 1], SAMR_DISCLOSURE[8]), says="登记一件要公示的处罚决定",
        asks=(
            line("cause", "决定文号和案由", example="示市监罚〔2026〕37号 经营超过保质期的食品"), *PARTY,
            ask(publication.field), ask(publication.province), ask(publication.course), ask(publication.decided_on), ask(publication.kinds),
            ask(publication.same_province), ask(publication.told),
            ask(publication.small_fine, required=False, help="罚款是否属于省级以上部门规定的较低数额；不填则不能按三个月停止公示"),
            ask(publication.by_statute, required=False, rare=True), ask(publication.other_heavy, required=False, rare=True),
            ask(publication.restricted_until, required=False, rare=True),
        ),
        marks={publication.opened_on: When.DAY}, once=True, numbers="公示",
    ),
    Step(
        name="publication_review", label="保密和隐私审查", leaves=("draft",), basis=(SAMR_DISCLOSURE[5], SAMR_DISCLOSURE[6], HEBEI_SUPERVISION[12, 2]),
        says="公示前审查国家秘密、商业秘密和个人信息，并与送达的决定书核对",
        asks=(ask(publication.secret_free), ask(publication.masked), ask(publication.same_text), line("reviewed_by", "审查人")),
        marks={publication.secrecy_reviewed_on: When.DAY},
    ),
    Step(
        name="publication_push", label="向登记地推送", leaves=("draft",), basis=(SAMR_DISCLOSURE[10],), says="当事人在外省的，十个工作日内推送",
        asks=(line("to_organ", "当事人登记地的部门"),), marks={publication.pushed_on: When.DAY}, side=True,
    ),
    Step(
        name="publication_push_received", label="登记对方收到日期", leaves=("draft",), basis=(SAMR_DISCLOSURE[10],), says="协助公示的十个工作日自收到之日起算",
        asks=(ask(publication.push_received_on),), unfit=absent(publication.pushed_on, "尚未推送"), side=True,
    ),
    Step(
        name="publication_publish", label="公示", leaves=("draft",), enters="shown", basis=(SAMR_DISCLOSURE[4, 3], SAMR_DISCLOSURE[9]),
        says="同省二十个工作日内公示；摘要要素齐全",
        asks=(ask(publication.summary_parts, kind=Kind.CHOICES, choices=SUMMARY), line("where", "公示平台", example="国家企业信用信息公示系统")),
        marks={publication.published_on: When.DAY},
    ),
    Step(
        name="publication_error", label="登记信息不准确", leaves=("shown",), basis=(SAMR_DISCLOSURE[12],), says="自己发现，或者有人举证要求更正",
        asks=(ask(publication.error_found_on), prose("error", "不准确之处", longest=1000)), clears=(publication.corrected_on,), side=True,
    ),
    Step(
        name="publication_correct", label="更正公示信息", leaves=("shown",), basis=(SAMR_DISCLOSURE[12],), says="及时更正",
        asks=(prose("correction", "更正的内容", longest=1000),), marks={publication.corrected_on: When.DAY},
        unfit=absent(publication.error_found_on, "没有登记不准确之处"), side=True,
    ),
    Step(
        name="publication_invalid", label="登记决定失效", leaves=("draft", "shown"), basis=(SAMR_DISCLOSURE[11],),
        says="决定被变更、撤销、确认违法或者无效",
        asks=(ask(publication.invalidated_on), line("by_what", "依据的文书")), side=True,
    ),
    Step(
        name="publication_withdraw", label="撤回公示", leaves=("shown",), enters="taken_down", basis=(SAMR_DISCLOSURE[11],),
        says="三个工作日内撤回并说明理由", asks=(ask(publication.withdrawal_explained), prose("reason", "撤回的理由", longest=1000)),
        marks={publication.withdrawn_on: When.DAY}, unfit=absent(publication.invalidated_on, "没有登记决定失效"),
    ),
    Step(
        name="publication_stop", label="停止公示", leaves=("shown",), enters="taken_down", basis=(SAMR_DISCLOSURE[13, 1],),
        says="仅通报批评或者较低数额罚款的满三个月，其他满三年", asks=(line("note", "备注", required=False),), marks={publication.stopped_on: When.DAY},
    ),
    Step(
        name="publication_stop_early", label="提前停止公示", leaves=("shown",), enters="taken_down", by=Role.HEAD,
        basis=(SAMR_DISCLOSURE[14, 1], SAMR_DISCLOSURE[14, 3]), says="达到时限并同时符合四项条件；较重处罚不得提前停止",
        asks=(ask(publication.early_conditions, kind=Kind.CHOICES, choices=EARLY), ask(publication.early_time_met), OPINION),
        marks={publication.early_stopped_on: When.DAY}, side=True,
    ),
    Step(
        name="publication_close", label="办结公示登记", leaves=("draft", "taken_down"), enters="closed", basis=(SAMR_DISCLOSURE[2, 1],),
        says="停止、撤回公示的，或者依法不公示的，办结", asks=(line("note", "办结情况"),), marks={publication.closed_on: When.DAY},
    ),
)  # fmt: skip


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """What an item waits for."""
    if stage == "draft":
        return "publication_publish" if "publication_secrecy_reviewed_on" in facts else "publication_review"
    if stage == "shown":
        if "publication_invalidated_on" in facts:
            return "publication_withdraw"
        return "publication_correct" if "publication_error_found_on" in facts and "publication_corrected_on" not in facts else ""
    return "publication_close" if stage == "taken_down" else ""


PROCEDURE = Procedure(
    id="publication.record", version="2025", title="行政处罚信息公示登记", in_force=date(2025, 3, 18), kind=ActKind.REGISTER, grain="publication",
    says="一条公示信息：审查、公示、更正、撤回、停止",
    stages=(
        Stage(name="draft", label="待公示"), Stage(name="shown", label="公示中"), Stage(name="taken_down", label="已停止或者撤回"),
        Stage(name="closed", label="办结"),
    ),
    steps=(*STEPS, correction(("draft", "shown", "taken_down"))), ends=frozenset({"closed"}), turn=turn,
)  # fmt: skip
