"""What lies beside a form: what the record already says of the one question that the step asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.catalog import selectors as catalog
from fadu.catalog.lines import Line, lines
from fadu.law.fold import State
from fadu.law.procedure import Role, Step
from fadu.law.registry import rules
from fadu.law.rules import Question


@dataclass(frozen=True)
class Brief:
    """The aside of a form.

    Attributes:
        said: label and text of what earlier steps say.
        told: the discretion table's outcome as recorded at the end of the inquiry.
        fine: the amount proposed, in 分.
        table: the discretion table that the item goes by.
        tiers: its lines, for who fills in the factors.
        questions: what only a person can judge here.
    """

    said: list[tuple[str, str]] = field(default_factory=list)
    told: Mapping[str, Any] | None = None
    fine: int | None = None
    table: Any = None
    tiers: list[Line] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.said or self.told or self.tiers or self.questions)


_TELLING: tuple[tuple[str, str, str], ...] = (
    ("register", "summary", "线索"),
    ("inspect", "findings", "现场情况"),
    ("conclude", "facts_found", "认定的事实"),
    ("conclude", "penalised_under", "处罚依据"),
    ("conclude", "discretion_reason", "裁量的理由"),
    ("conclude", "deviation", "偏离基准的理由"),
    ("review_case", "opinion", "案件审核意见"),
    ("hear_defence", "defence", "陈述申辩"),
    ("hear_defence", "adopted_reason", "是否采纳的理由"),
    ("report_hearing", "opinion", "听证报告意见"),
    ("review", "opinion", "法制审核意见"),
    ("discuss", "conclusion", "集体讨论结论"),
    ("decide", "content", "处罚内容"),
)


def brief(actor: Actor, case: Case, step: Step, state: State) -> Brief:
    """What is shown beside the form of `step`: to reviewer and head the case in brief, to whom concludes the table."""
    if step.name == "conclude":
        item = catalog.item(case.item, case.opened_on)
        table = catalog.table(item.discretion_table) if item and item.discretion_table else None
        return Brief(table=table, tiers=lines(table) if table else [])
    if (step.by is Role.OFFICER and step.name not in {"notify", "serve", "report_hearing"}) or not may(actor, "party.see"):
        return Brief()
    rows = {row.name: row for row in StepRow.objects.filter(case=case).order_by("seq")}
    said = [(label, rows[name].data[key]) for name, key, label in _TELLING if name in rows and rows[name].data.get(key)]
    concluded = rows.get("conclude")
    told = concluded.context.get("told", {}).get("discretion") if concluded else None
    asked = (
        [rule for rule in rules() if isinstance(rule, Question) and rule.answered_by == "reviewer" and rule.grain == state.course.grain]
        if step.by is Role.REVIEWER
        else []
    )
    return Brief(said, told, state.facts.get("decision_fine") or state.facts.get("proposed_fine"), questions=asked)
