"""Taking a case as JSON through the same door: for moving in from another system, for training, for tests.

The shape (docs/api.md): {"format": "fadu-replay/1", "procedure": id, "steps": [{"step", "by", "at", "data"}, …]}. `by` is a
sign-in name, `at` Beijing time; people in `data` are sign-in names too.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.models import User
from fadu.accounts.selectors import actor_for
from fadu.agencies.models import Officer
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.cases.services import record
from fadu.cases.services.door import register, take
from fadu.cases.services.taken import Taken
from fadu.law.forms import Field, Invalid, Kind
from fadu.law.procedure import Procedure
from fadu.law.registry import procedure_of, procedures

FORMAT = "fadu-replay/1"


def read(path: Path) -> dict[str, Any]:
    """The case of a file; raises Invalid where it is not of this format."""
    try:
        story = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Invalid({"": f"{path.name} 不可读：{error}"}) from error
    if not isinstance(story, dict) or story.get("format") != FORMAT or not isinstance(story.get("steps"), list):
        raise Invalid({"": f"{path.name} 不是 {FORMAT} 格式：需要 format、procedure、steps"})
    return story


def replay(story: Mapping[str, Any], told: Callable[[int, str], None] = lambda _seq, _name: None) -> Taken:
    """Take every step in order; raises what the door raises, at the step that does not pass. Steps before it stay.

    Each step's key is its place in the story, so a story that stopped half-way can be replayed: what was taken is not
    taken twice as long as the story has an "id".
    """
    name = str(story.get("id", ""))
    done: Taken | None = None
    for place, step in enumerate(story["steps"], 1):
        done = _one(story, place, done, f"{name}:{place}" if name else "")
        told(done.seq, str(step["step"]))
    if done is None:
        raise Invalid({"steps": "没有步骤"})
    return done


def _one(story: Mapping[str, Any], place: int, done: Taken | None, key: str) -> Taken:
    step = story["steps"][place - 1]
    if not isinstance(step, Mapping) or not isinstance(step.get("data"), Mapping):
        raise Invalid({"steps": f"第 {place} 步应为 {{step, by, at, data}}，data 为各项填报的内容"})
    actor, at = _who(step.get("by")), _when(place, step.get("at"))
    if done is None:
        course = _course(story.get("procedure"))
        if step.get("step") != course.opening.name:
            raise Invalid({"steps": f"第 1 步应为“{course.opening.name}”，{course.title}由它开始"})
        return register(actor, course.id, _people(course.opening.asks, step["data"]), taken_at=at, key=key)
    case = Case.objects.get(pk=done.case_id)
    if key and (again := record.repeated(case, key)):  # it may have been a step of the procedure that the case began with
        return Taken(case.id, again.id, again.seq, again.stage, repeated=True)
    course, name = procedures()[case.procedure, case.version], str(step.get("step"))
    if name not in course:
        raise NotFound(f"{course.title}没有“{name}”这个步骤")
    return take(actor, done.case_id, name, _people(course[name].asks, step["data"]), taken_at=at, key=key)


def _who(name: object) -> Actor:
    user = User.objects.filter(username=name).first() if isinstance(name, str) else None
    actor = actor_for(user) if user else None
    if not actor:
        raise Invalid({"by": f"没有登录名为“{name}”且在任的人员"})
    return actor


def _when(place: int, text: object) -> datetime | None:
    if text in (None, ""):
        return None
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        raise Invalid({"at": f"第 {place} 步：“{text}”不是有效时间，请按 2026-11-20T10:30 填写"}) from None
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


def _course(name: object) -> Procedure:
    try:
        return procedure_of(str(name))
    except KeyError:
        raise Invalid({"procedure": f"没有程序“{name}”：penalty.general 或者 penalty.simple"}) from None


def _people(fields: Sequence[Field], data: Mapping[str, Any]) -> dict[str, Any]:
    """Answers with sign-in names as people."""
    resolved = dict(data)
    for field in fields:
        if field.kind is Kind.OFFICERS and field.name in resolved:
            names = resolved[field.name]
            if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
                raise Invalid({field.name: f"{field.label}应为登录名的列表"})
            found = dict(Officer.objects.filter(user__username__in=names, ends_on__isnull=True).values_list("user__username", "id"))
            if unknown := [name for name in names if name not in found]:
                raise Invalid({field.name: f"没有登录名为“{'、'.join(unknown)}”的执法人员"})
            resolved[field.name] = [found[name] for name in names]
    return resolved
