"""Why a rule says what it says of a case; for the page, the API and the command line alike."""

import uuid
from datetime import date

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.cases.bench import bench
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.cases.selectors.cases import case_for, visible
from fadu.cases.services import record
from fadu.catalog import selectors as catalog
from fadu.law.explain import Explanation, explain
from fadu.law.registry import rule_of, rules_of


def explanation(actor: Actor, case: Case, rule_id: str, on: date | None = None) -> Explanation:
    """What a rule says of a case on a day (today), and why; raises NotFound when no rule of that id judges such cases."""
    state = record.state_of(case)
    try:
        rule = rule_of(rule_id)
    except KeyError:
        raise NotFound(f"没有编号为 {rule_id} 的规则") from None
    if not any(rule is judging for judging in rules_of(state.course.grain)):
        raise NotFound(f"规则 {rule_id} 不用于“{state.course.title}”的案件")
    return explain(rule, state.facts, on or timezone.localdate(), bench(state.course.grain).calendar, catalog.texts(actor, rule.bases))


def case_called(actor: Actor, name: str) -> Case:
    """The case of that id or number; raises NotFound where there is none within reach, or where several have the number."""
    try:
        return case_for(actor, uuid.UUID(name))
    except ValueError:
        pass
    found = list(visible(actor).filter(number=name).select_related("organ")[:10]) if name else []
    if len(found) > 1:
        raise NotFound(f"几个机关都有案号 {name}，请用案件编号：" + "；".join(f"{case.organ} {case.id}" for case in found))
    if not found:
        raise NotFound(f"没有案号或者编号为“{name}”的案件")
    return found[0]
