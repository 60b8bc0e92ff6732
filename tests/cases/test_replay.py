"""Whole cases from files, through the same door; and files that are no cases."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from fadu.accounts.models import Post
from fadu.cases.models import Attempt, Case, Leaf, Step
from fadu.cases.services.replay import read, replay
from fadu.law.forms import Invalid
from tests.cases.telling import assert_rebuilt, story
from tests.cases.world import ACTS, Bureau, file_of

PENALTIES = {"food_safety": "archived", "simple": "archived", "converted": "archived"}
STORIES = [*PENALTIES, *sorted(file.stem for file in ACTS.glob("*.json"))]


@pytest.fixture
def county(bureau: Bureau) -> Bureau:
    """Both bureaus that the stories are set in."""
    return bureau.general()


@pytest.mark.parametrize("name", STORIES)
def test_a_story_runs_from_its_first_step_to_its_last(county, name):
    told = story(name)
    done = replay(told)
    case = Case.objects.get(pk=done.case_id)
    assert case.stage == PENALTIES.get(name, case.stage)
    assert case.ended
    assert case.turn_step == ""
    assert done.seq == case.seq == len(told["steps"])
    assert list(Step.objects.filter(case=case).order_by("seq").values_list("name", flat=True)) == [step["step"] for step in told["steps"]]
    assert Leaf.objects.filter(case=case, kind="step").count() == done.seq
    assert not Attempt.objects.exists()
    assert_rebuilt(case)


@pytest.mark.parametrize("name", [*PENALTIES, "demolition", "licence", "review", "supervision"])
def test_no_story_leaves_a_flaw(county, name):
    done = replay(story(name))
    flaws = [
        (row.name, flaw["rule"], flaw["says"]) for row in Step.objects.filter(case_id=done.case_id) for flaw in row.context.get("told", {}).get("flaws", ())
    ]
    assert flaws == []


@pytest.mark.parametrize("name", [*PENALTIES, "transfer"])
def test_the_command_tells_each_step_and_where_the_case_stands(county, capsys, name):
    call_command("case", "replay", str(file_of(name)))
    said = capsys.readouterr().out.splitlines()
    assert len(said) == len(story(name)["steps"]) + 1
    assert said[-1].startswith(f"{name}.json：{len(said) - 1} 步，案件 ")
    assert said[-1].endswith(f"现处 {PENALTIES.get(name, '')}") or name not in PENALTIES


def test_the_command_takes_several_files(county, capsys):
    call_command("case", "replay", *[str(file_of(name)) for name in STORIES])
    assert Case.objects.count() == len(STORIES)


def test_a_story_with_an_id_is_told_once(county):
    told = story("converted")
    first, again = replay(told), replay(told)
    assert again.case_id == first.case_id
    assert again.repeated
    assert Case.objects.count() == 1
    assert Step.objects.count() == len(told["steps"])


def test_a_story_that_stopped_half_way_goes_on(county):
    told = story("converted")
    half = {**told, "steps": told["steps"][:5]}
    stopped = replay(half)
    assert stopped.stage == "investigating"
    done = replay(told)
    assert done.case_id == stopped.case_id
    assert Case.objects.get().ended


def test_a_story_without_an_id_is_a_new_case_each_time(county):
    assert replay(story("simple")).case_id != replay(story("simple")).case_id


# --- files that are no cases -------------------------------------------------------------------------------------------


def written(folder: Path, content: Any) -> str:
    file = folder / "bad.json"
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode())
    return str(file)


def spoilt(**changes: Any) -> dict[str, Any]:
    return {**deepcopy(story("converted")), **changes}


def with_step(place: int, **changes: Any) -> dict[str, Any]:
    told = deepcopy(story("converted"))
    told["steps"][place] = {name: value for name, value in {**told["steps"][place], **changes}.items() if value is not None}
    return told


BAD = {
    "no JSON": (b"{not json", "不可读"),
    "no UTF-8": ("登记".encode("gbk"), "不可读"),
    "a list": ([], "不是 fadu-replay/1 格式"),
    "another format": (spoilt(format="x/1"), "不是 fadu-replay/1 格式"),
    "no steps": (spoilt(steps=[]), "没有步骤"),
    "steps no list": (spoilt(steps={}), "不是 fadu-replay/1 格式"),
    "a step no object": (spoilt(steps=["register"]), "第 1 步"),
    "unknown procedure": (spoilt(procedure="penalty.magic"), "没有程序“penalty.magic”"),
    "no procedure": ({"format": "fadu-replay/1", "steps": story("simple")["steps"]}, "没有程序"),
    "procedure no text": (spoilt(procedure=["x"]), "没有程序"),
    "opened by another step": (with_step(0, step="file"), "第 1 步应为“register_spot”"),
    "unknown step": (with_step(1, step="fly"), "没有“fly”这个步骤"),
    "no step name": (with_step(1, step=None), "没有“None”这个步骤"),
    "unknown person": (with_step(1, by="nobody"), "没有登录名为“nobody”且在任的人员"),
    "no person": (with_step(1, by=None), "没有登录名为“None”且在任的人员"),
    "person no text": (with_step(1, by={"x": 1}), "且在任的人员"),
    "unknown officer": (with_step(2, data={**story("converted")["steps"][2]["data"], "appointed": ["liwei", "ghost"]}), "没有登录名为“ghost”的执法人员"),
    "officers no list": (with_step(2, data={**story("converted")["steps"][2]["data"], "appointed": 7}), "appointed"),
    "no time": (with_step(1, at="2026-13-45"), "不是有效时间"),
    "time no text": (with_step(1, at=5), "不是有效时间"),
    "no data": (with_step(1, data=None), "第 2 步"),
    "data no object": (with_step(1, data=[1]), "第 2 步"),
    "an answer missing": (with_step(1, data={"clue_received_on": "2026-09-07"}), "请填写转为普通程序的理由"),
    "an unknown field": (with_step(1, data={**story("converted")["steps"][1]["data"], "colour": "red"}), "没有这个字段"),
    "a later day than today": (with_step(0, at="2099-01-01T00:00"), "办理时间不能晚于现在"),
    "earlier than its stage": (with_step(3, at="2026-09-01T09:00"), "办理时间不能早于进入本阶段之日"),
    "another role's step": (with_step(2, by="liwei"), "不能审批决定案件"),
    "an unlawful step": (with_step(3, data={**story("converted")["steps"][3]["data"], "present": ["liwei"]}), "行政处罚法第四十二条第一款"),
    "out of its turn": (with_step(3, step="serve", data=story("converted")["steps"][9]["data"]), "应在“决定”阶段办理"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_told_in_chinese(county, tmp_path, what):
    content, says = BAD[what]
    with pytest.raises(CommandError, match=says) as caught:
        call_command("case", "replay", written(tmp_path, content))
    assert caught.value.returncode == 1


def test_a_file_that_is_not_there(county, tmp_path):
    with pytest.raises(CommandError, match="不可读"):
        call_command("case", "replay", str(tmp_path / "nowhere.json"))


def test_steps_before_the_bad_one_stay(county, tmp_path):
    with pytest.raises(CommandError):
        call_command("case", "replay", written(tmp_path, with_step(3, step="fly")))
    assert Case.objects.get().seq == 3
    assert not Attempt.objects.exists()


def test_an_unlawful_step_of_a_file_is_recorded_as_an_attempt(county, tmp_path):
    with pytest.raises(CommandError, match="已记录"):
        call_command("case", "replay", written(tmp_path, BAD["an unlawful step"][0]))
    attempt = Attempt.objects.get()
    assert (attempt.name, attempt.by_name) == ("inspect", "李伟")
    assert Case.objects.get().seq == 3


def test_who_has_left_tells_no_story(county):
    Post.objects.filter(user__username="liwei").update(ends_on="2026-01-01")
    with pytest.raises(Invalid, match="且在任的人员"):
        replay(story("converted"))
    assert not Case.objects.exists()


def test_reading_gives_the_story(county):
    assert read(file_of("simple")) == story("simple")


def test_the_state_of_every_case_can_be_rebuilt_by_command(county, capsys):
    for name in STORIES:
        replay(story(name))
    call_command("case", "rebuild", "--check")
    assert "0 件与步骤不符" in capsys.readouterr().out


def test_a_state_that_was_tampered_with_is_found_and_mended(county, capsys):
    done = replay(story("converted"))
    case = Case.objects.get(pk=done.case_id)
    type(case.facts).objects.filter(pk=case.id).update(f_minor=False)
    with pytest.raises(CommandError, match="状态与步骤不符"):
        call_command("case", "rebuild", "--check")
    assert "minor" in capsys.readouterr().out
    call_command("case", "rebuild")
    call_command("case", "rebuild", "--check")
    assert_rebuilt(Case.objects.get(pk=case.id))
