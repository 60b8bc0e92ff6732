"""Questions: added, replaced by a new version, retired, restored."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, require_in
from fadu.agencies.exams import moment
from fadu.agencies.exams.chain import content_hash
from fadu.agencies.exams.content import content_of, entered_of, stem_key
from fadu.agencies.exams.models import Question, QuestionVersion
from fadu.agencies.models import Organ
from fadu.agencies.services.changes import record
from fadu.agencies.services.collisions import one_only
from fadu.law.forms import Invalid

MANAGE = "training.manage"
TWICE = "题库中已经有这道题（题干相同）"


def add_question(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Question:
    """A question for an organ's bank; raises Invalid where the same stem stands there already."""
    require_in(actor, MANAGE, organ_id)
    content = content_of(data)
    with transaction.atomic():
        organ = Organ.objects.get(pk=organ_id)
        key = stem_key(content["stem"])
        if same := Question.objects.filter(organ=organ, stem_key=key, retired_at__isnull=True).first():
            raise Invalid({"stem": f"{TWICE}：第 {same.pk} 题"})
        with one_only("stem", TWICE):
            question = Question.objects.create(organ=organ, stem_key=key)
        fresh = QuestionVersion.objects.create(question=question, number=1, hash=content_hash(content), **content)
        _record(actor, "新增", question, {}, entered_of(fresh), "")
    return question


def change_question(actor: Actor, question_id: int, data: Mapping[str, Any], *, reason: str) -> QuestionVersion:
    """A new version of a question; papers drawn before keep the version they were drawn with."""
    content = content_of(data)
    with transaction.atomic():
        question = _locked(actor, question_id)
        if question.retired_at is not None:
            raise Invalid({"": "这道题已经停用；要再用，请先恢复"})
        before = QuestionVersion.objects.get(question=question, current=True)
        if content_hash(content) == before.hash:
            raise Invalid({"": "内容没有变化"})
        why = said(reason)
        key = stem_key(content["stem"])
        if same := Question.objects.filter(organ_id=question.organ_id, stem_key=key, retired_at__isnull=True).exclude(pk=question.pk).first():
            raise Invalid({"stem": f"{TWICE}：第 {same.pk} 题"})
        QuestionVersion.objects.filter(pk=before.pk).update(current=False)
        question.version, question.stem_key = before.number + 1, key
        with one_only("stem", TWICE):
            question.save(update_fields=["version", "stem_key"])
        fresh = QuestionVersion.objects.create(question=question, number=question.version, hash=content_hash(content), **content)
        _record(actor, "修改", question, entered_of(before), entered_of(fresh), why)
    return fresh


def retire_question(actor: Actor, question_id: int, *, reason: str) -> Question:
    """停用: it is drawn no more; papers and exams that have it keep it."""
    with transaction.atomic():
        question = _locked(actor, question_id)
        if question.retired_at is not None:
            raise Invalid({"": "这道题已经停用"})
        question.retired_at, question.retired_reason = moment.now(), said(reason)
        question.save(update_fields=["retired_at", "retired_reason"])
        _record(actor, "停用", question, {"state": "启用"}, {"state": "停用"}, question.retired_reason)
    return question


def restore_question(actor: Actor, question_id: int, *, reason: str) -> Question:
    """恢复启用, unless its stem was entered again meanwhile."""
    with transaction.atomic():
        question = _locked(actor, question_id)
        if question.retired_at is None:
            raise Invalid({"": "这道题正在使用"})
        why = said(reason)
        question.retired_at, question.retired_reason = None, ""
        with one_only("", TWICE):
            question.save(update_fields=["retired_at", "retired_reason"])
        _record(actor, "恢复启用", question, {"state": "停用"}, {"state": "启用"}, why)
    return question


def said(reason: str) -> str:
    """The reason given; raises Invalid where none is."""
    if not reason.strip():
        raise Invalid({"reason": "请填写事由"})
    return reason.strip()[:200]


def _locked(actor: Actor, question_id: int) -> Question:
    require(actor, MANAGE)
    question = Question.objects.select_for_update().get(pk=question_id)
    require_in(actor, MANAGE, question.organ_id)
    return question


def _record(actor: Actor, action: str, question: Question, before: Mapping[str, Any], after: Mapping[str, Any], reason: str) -> None:
    record(actor, action, question, what="question", label=str(question), organ_id=question.organ_id, before=before, after=after, reason=reason)
