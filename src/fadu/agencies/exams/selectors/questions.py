"""The question bank, for those who keep it: it holds the right answers."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.exams.kinds import Difficulty, QuestionKind, subject_label
from fadu.agencies.exams.models import Question, QuestionVersion

MANAGE = "training.manage"


def questions(actor: Actor, asked: Mapping[str, str] | None = None) -> QuerySet[QuestionVersion]:
    """The current versions within reach; by kind, subject, difficulty, state (used unless "retired") and words of the stem."""
    require(actor, MANAGE)
    asked = asked or {}
    found = QuestionVersion.objects.filter(scope(actor, MANAGE, organ="question__organ_id"), current=True).select_related("question__organ")
    found = found.filter(question__retired_at__isnull=asked.get("state") != "retired")
    for name in ("kind", "subject", "difficulty"):
        if value := asked.get(name):
            found = found.filter(**{name: value})
    for word in asked.get("q", "").replace("\x00", "").split()[:5]:
        found = found.filter(Q(stem__icontains=word[:50]) | Q(basis__icontains=word[:50]))
    return found


def question(actor: Actor, question_id: int) -> Question:
    """One question within reach; raises Question.DoesNotExist."""
    require(actor, MANAGE)
    return Question.objects.select_related("organ").get(scope(actor, MANAGE), pk=question_id)


def versions(found: Question) -> list[QuestionVersion]:
    """All versions of a question already selected in scope, the latest first."""
    return list(QuestionVersion.objects.filter(question=found).order_by("-number"))


def available(actor: Actor) -> list[dict[str, Any]]:
    """How many questions in use there are within reach, by subject, kind and difficulty."""
    counted = questions(actor).order_by().values("subject", "kind", "difficulty").annotate(count=Count("pk"))
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for row in counted:
        line = rows.setdefault((row["subject"], row["kind"]), {"subject": subject_label(row["subject"]), "kind": QuestionKind(row["kind"]).label, "all": 0})
        line[row["difficulty"]] = row["count"]
        line["all"] += row["count"]
    for line in rows.values():
        line |= {name: line.get(name, 0) for name in Difficulty.values}
    return [rows[key] for key in sorted(rows, key=lambda key: (key[0] != "public", key))]
