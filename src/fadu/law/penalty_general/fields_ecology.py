"""Side steps of ecology: particulars, the recheck and the fine by the day, what follows a decision (生态环境)."""

from collections.abc import Callable, Mapping
from typing import Any

from fadu.law.asking import OPINION, PRESENT, ask, line, prose
from fadu.law.forms import Field
from fadu.law.penalty_general.pauses import passed
from fadu.law.procedure import Role, Step, When
from fadu.law.statutes import ECO_PENALTY, ECOLOGY_CODE
from fadu.law.vocabulary import case

BEFORE_DECISION = ("source", "investigating", "concluded", "notified", "hearing", "heard", "reviewed", "discussed")
AFTER_DECISION = ("decided", "served", "performed", "closed", "archived")


def only(fields: tuple[str, ...], why: str, then: Callable[[Mapping[str, Any]], str] | None = None) -> Callable[[Mapping[str, Any]], str]:
    """Unfit in cases of other fields."""
    return lambda facts: why if facts.get("field", fields[0]) not in fields else then(facts) if then else ""


ECOLOGY_ONLY = "不是生态环境案件"
IN_ECOLOGY = only(("ecology",), ECOLOGY_ONLY)


def with_justice(before: Mapping[str, Any], _data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    """The time with the judiciary is not counted in ecology (生态环境行政处罚办法第五十四条第二款)."""
    if before.get("field") != "ecology" or before.get("stops") or "criminal_transferred_on" not in before:
        return {}
    return passed(before, context["on"] - before["criminal_transferred_on"])


def seldom(*facts: Any) -> tuple[Field, ...]:
    """Questions that need no answer, folded away."""
    return tuple(ask(fact, required=False, rare=True) for fact in facts)


NOTE = Step(
    name="note_ecology",
    label="登记生态环境专项情况",
    unfit=IN_ECOLOGY,
    leaves=BEFORE_DECISION,
    basis=(ECO_PENALTY[8], ECO_PENALTY[20], ECOLOGY_CODE[52], ECOLOGY_CODE[1056]),
    says="处罚种类、查封扣押事由、从重情形、督办和举报等，有则填写",
    asks=(
        *seldom(
            case.filing_lost_on, case.supervised, case.reporter_named, case.report_answered_on, case.taken_over, case.outpost_of_city,
            case.inspection_leaked, case.seizure_ground, case.correction_refused, case.eco_kinds, case.aggravations, case.heavier,
            case.daily_kind, case.fine_factors,
        ),
        prose("note", "说明", required=False, longest=1000),
    ),
    side=True,
)  # fmt: skip

NOTE_REVIEW = Step(
    name="note_eco_review",
    label="登记法制审核的内容",
    unfit=IN_ECOLOGY,
    leaves=("concluded", "notified", "heard", "reviewed", "discussed"),
    by=Role.REVIEWER,
    basis=(ECO_PENALTY[50],),
    says="法制审核要看过七项内容，逐项勾选",
    asks=(ask(case.eco_review),),
    side=True,
)

NOTE_AFTER = Step(
    name="note_ecology_after",
    label="登记决定后的专项情况",
    unfit=IN_ECOLOGY,
    leaves=AFTER_DECISION,
    basis=(ECO_PENALTY[62], ECO_PENALTY[74, 2], ECO_PENALTY[83, 2], ECOLOGY_CODE[54]),
    says="公开内容、信用记录、延期通知、销毁、备案、补正等，有则填写",
    asks=(
        *seldom(
            case.published_parts, case.unmasked, case.credit_recorded_on, case.repair_applied_on, case.repair_answered_on, case.report_answered_on,
            case.deferral_told, case.destroy_ruled, case.destroy_approved, case.destroy_officers, case.offset_done, case.supervised_filed_on,
            case.file_changed_on, case.paper_corrected, case.daily_kind, case.fine_factors,
        ),
        prose("note", "说明", required=False, longest=1000),
    ),
    side=True,
)  # fmt: skip

RECHECK = Step(
    name="recheck",
    label="组织复查",
    unfit=only(("ecology",), ECOLOGY_ONLY, lambda facts: "" if "correction_ordered_on" in facts else "没有责令改正"),
    leaves=("decided", "served", "performed"),
    basis=(ECOLOGY_CODE[1060, 1],),
    says="受到罚款、被责令改正的，作出决定的机关组织复查",
    asks=(PRESENT, ask(case.recheck_found), prose("found", "复查的情况", example="污水处理设施仍未运行，废水经雨水口直接排放。")),
    marks={case.rechecked_on: When.DAY},
    side=True,
)

DECIDE_DAILY = Step(
    name="decide_daily",
    label="决定按日连续处罚",
    unfit=only(("ecology",), ECOLOGY_ONLY, lambda facts: "" if "rechecked_on" in facts else "须先组织复查"),
    leaves=("served", "performed"),
    by=Role.HEAD,
    basis=(ECOLOGY_CODE[1060, 1],),
    says="复查发现继续违法的，可以自责令改正次日起按原罚款数额按日连续处罚",
    asks=(ask(case.daily_kind), ask(case.fine_factors), ask(case.daily_days, least=1), ask(case.daily_fine, least=1), prose("reason", "事实和理由"), OPINION),
    marks={case.daily_decided_on: When.DAY},
    papers=("daily_decision", "matter_approval"),
    once=True,
    side=True,
)

ACCEPTED = Step(
    name="accept_execution",
    label="登记法院受理",
    unfit=only(("ecology",), ECOLOGY_ONLY, lambda facts: "" if "court_applied_on" in facts else "没有申请法院强制执行"),
    leaves=("served",),
    enters="performed",
    basis=(ECO_PENALTY[77],),
    says="人民法院依法受理强制执行申请的，即可结案",
    asks=(line("ruling", "受理文号"), prose("how", "情况说明", required=False, longest=1000)),
    marks={case.court_accepted_on: When.DAY, case.closing_since: When.DAY, case.closing_ground: "other"},
    side=True,
)

NOTE_SPOT = Step(
    name="note_ecology_spot",
    label="登记当场处罚的形式",
    unfit=IN_ECOLOGY,
    leaves=("spot", "decided"),
    basis=(ECO_PENALTY[68, 1, 5], ECO_PENALTY[68, 2]),
    says="从出示证件到告知救济的全过程制作笔录，决定书由执法人员签名",
    asks=seldom(case.spot_transcript, case.spot_unsigned),
    side=True,
)

STEPS = (NOTE, NOTE_REVIEW, NOTE_AFTER, RECHECK, DECIDE_DAILY, ACCEPTED)
SPOT_STEPS = (NOTE_SPOT,)
