"""申请、补正、受理."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Step, When
from fadu.law.statutes import LICENCE
from fadu.law.vocabulary import licence

RECEIVED = ("received", "supplementing")
BY_DELEGATION = ("licence_delegated", (True,))
TEMPORARY = ("licence_basis_level", ("provincial_rule",))
RENEWING = ("licence_kind", ("renew",))


def first_answer(before: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    """The day on which the organ first dealt with the application."""
    return {} if "licence_answered_on" in before else {"licence_answered_on": context["on"]}


def _told(before: Mapping[str, Any], _data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    return {"licence_supplement_times": (before.get("licence_supplement_times") or 0) + 1, **first_answer(before, context)}


def _accepted(before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    """Taken up today; on the day it came in where nobody said in time what it lacks."""
    day = before.get("licence_applied_on") if data.get("deemed") else context["on"]
    return {"licence_accepted_on": day, **first_answer(before, context)}


APPLY = Step(
    name="apply_licence",
    label="登记许可申请",
    basis=(LICENCE[29, 1], LICENCE[49], LICENCE[50, 1]),
    says="登记收到的申请和材料；五个工作日内一次告知补正，或者受理、不受理",
    asks=(
        ask(licence.kind),
        line("cause", "申请事项", example="食品经营许可"),
        Field(name="item", label="许可事项编码", longest=40, required=False),
        *PARTY,
        ask(licence.applied_on, help="材料送达本机关的那一天"),
        line("agent", "代理人", required=False, rare=True),
        prose("materials", "收到的材料", longest=2000, example="申请书、营业执照复印件、场所平面图"),
        ask(licence.form_fee, help="没有收费填 0"),
        line("licence_no", "原许可证件编号", required=False, when=("licence_kind", ("change", "renew"))),
        ask(licence.expires_on, required=False, when=RENEWING),
        ask(licence.renewal_otherwise, required=False, rare=True, when=RENEWING),
    ),
    papers=("licence_application",),
    once=True,
)

NOTIFY_MATERIALS = Step(
    name="notify_materials",
    label="告知补正材料",
    leaves=("received",),
    enters="supplementing",
    basis=(LICENCE[32, 1, 4],),
    says="当场或者五个工作日内，一次告知需要补正的全部内容",
    asks=(
        prose("lacking", "需要补正的全部内容", longest=2000),
        ask(licence.listed_materials),
        ask(licence.listed_certificates),
        ask(licence.shared_instead),
        Field(name="until", label="补正期限", kind=Kind.DATE, required=False),
    ),
    marks={licence.supplement_told_on: When.DAY},
    effect=_told,
    derives=(licence.supplement_times, licence.answered_on),
    papers=("materials_notice",),
)

RECEIVE_MATERIALS = Step(
    name="receive_materials",
    label="收取补正材料",
    leaves=("supplementing",),
    enters="received",
    basis=(LICENCE[32, 1, 5],),
    says="按要求提交全部补正材料的，应当受理",
    asks=(prose("materials", "收到的补正材料", longest=2000),),
    marks={licence.supplemented_on: When.DAY},
)

ACCEPT = Step(
    name="accept_licence",
    label="受理申请",
    numbers="许受",
    leaves=RECEIVED,
    enters="accepted",
    basis=(LICENCE[32, 1, 5], LICENCE[32, 2], LICENCE[17]),
    says="出具盖专用印章、注明日期的受理凭证；办理期限自受理之日起算",
    asks=(
        ask(licence.basis_level),
        line("basis", "设定依据", example="食品安全法第三十五条第一款"),
        ask(licence.basis_published),
        ask(licence.basis_since, required=False, when=TEMPORARY),
        ask(licence.local_law_proposed, required=False, when=TEMPORARY),
        ask(licence.in_list),
        ask(licence.listed_materials),
        ask(licence.listed_certificates),
        ask(licence.shared_instead),
        ask(licence.voucher_sealed),
        ask(licence.voucher_dated),
        ask(licence.affects_others),
        ask(licence.hearing_required),
        Field(name="deemed", label="逾期未告知补正，自收到材料之日视为受理", kind=Kind.BOOL, required=False, rare=True),
        ask(licence.promised_days, required=False, least=1, help="公开承诺的时间短于法定期限的填写"),
        ask(licence.on_the_spot, required=False, rare=True),
        ask(licence.joint, required=False, rare=True),
        ask(licence.lower, required=False, rare=True),
        ask(licence.needs_testing, required=False, rare=True),
        ask(licence.quota, required=False, rare=True),
        ask(licence.safety, required=False, rare=True),
        ask(licence.refused_for_false_on, required=False, rare=True),
        ask(licence.revoked_for_fraud_on, required=False, rare=True),
        ask(licence.delegated, required=False, rare=True),
        ask(licence.delegation_based, required=False, when=BY_DELEGATION),
        ask(licence.delegatee_organ, required=False, when=BY_DELEGATION),
        ask(licence.delegation_announced, required=False, when=BY_DELEGATION),
    ),
    effect=_accepted,
    derives=(licence.accepted_on, licence.answered_on),
    papers=("licence_acceptance",),
)

REFUSE = Step(
    name="refuse_licence",
    label="不予受理",
    leaves=RECEIVED,
    enters="refused",
    basis=(LICENCE[32, 1, 1], LICENCE[32, 1, 2], LICENCE[32, 2], LICENCE[78]),
    says="不需要许可、不属于职权的即时告知；材料齐全、属于职权的应当受理",
    asks=(
        ask(licence.refusal),
        ask(licence.complete, required=False, when=("licence_refusal", ("incomplete",))),
        ask(licence.ours, required=False, when=("licence_refusal", ("not_ours",))),
        ask(licence.referred, required=False, when=("licence_refusal", ("not_ours",))),
        line("to_organ", "应当向其申请的机关", required=False, when=("licence_refusal", ("not_ours",))),
        ask(licence.false_materials, required=False, when=("licence_refusal", ("false",))),
        prose("reason", "不予受理的理由", longest=1000),
        ask(licence.voucher_sealed),
        ask(licence.voucher_dated),
    ),
    marks={licence.refused_on: When.DAY},
    effect=lambda before, _data, context: first_answer(before, context),
    derives=(licence.answered_on,),
    papers=("licence_refusal",),
)

STEPS = (APPLY, NOTIFY_MATERIALS, RECEIVE_MATERIALS, ACCEPT, REFUSE)
