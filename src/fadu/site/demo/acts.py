"""One course of every other kind of act: licences, coercion, reviews, supervision, the yearly records."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from fadu.cases import now
from fadu.cases.models import Step
from fadu.cases.services.replay import read, replay
from fadu.catalog.selectors.locality import folder


def acts(today: date) -> Iterator[dict[str, Any]]:
    """The stories that have come to their end by `today`, each with an id of its own."""
    for file in sorted((folder() / "demo" / "acts").glob("*.json")):
        story = read(file)
        if _when(story["steps"][-1]).date() <= today:
            yield {**story, "id": f"act:{file.stem}"}


def act(today: date) -> dict[str, str]:
    """Take every step of them at its own time; the case of each, by the name of its file. What was taken is not taken twice."""
    cases: dict[str, str] = {}
    for story in acts(today):
        name = story["id"].removeprefix("act:")
        done = Step.objects.filter(key=f"{story['id']}:{len(story['steps'])}").first()
        if done is None:
            for place, step in enumerate(story["steps"], 1):
                with now.at(timezone.make_aware(_when(step))):
                    taken = replay({**story, "steps": story["steps"][:place]})
            cases[name] = str(taken.case_id)
        else:
            cases[name] = str(done.case_id)
    return cases


def faults(today: date, cases: dict[str, str]) -> list[dict[str, Any]]:
    """What was planted in them: `faults` of a story, as the labels of the county tell."""
    return [
        {
            "case": cases[story["id"].removeprefix("act:")],
            "rule": fault["rule"],
            "what": fault["what"],
            "whose": fault.get("whose", "organ"),
            "step": fault["step"],
        }
        for story in acts(today)
        for fault in story.get("faults", ())
    ]


def _when(step: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(step["at"])
