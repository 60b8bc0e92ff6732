"""Plans: drawn up, filed by the day that the policy names, changed by a new version."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.models import Change
from fadu.agencies.training import services
from fadu.agencies.training.models import Plan
from fadu.agencies.training.selectors.plans import carried_out, clocks
from fadu.law.forms import Invalid
from tests.agencies.training.world import add_course, asked, call
from tests.agencies.world import World

LINE = {"kind": "public", "title": "公共法律知识轮训", "hours": 30, "audience": "全体执法人员", "first_month": 3, "last_month": 5, "budget": "12,000.00"}
TODAY = timezone.localdate()


def draw(world: World, short: str = "示市监", year: int | None = None, lines: list[dict[str, Any]] | None = None) -> Plan:
    return services.draw_plan(SYSTEM, world.organs[short].pk, {"year": year or TODAY.year, "lines": lines or [LINE]})


def file(plan: Plan, day: date = TODAY) -> Plan:
    return services.file_plan(SYSTEM, plan.pk, {"filed_on": day.isoformat(), "filed_with": "示范县司法局", "receipt": "示司备1号"})


DAYS: tuple[tuple[str | None, str, bool | None, str, str], ...] = (
    ("2026-04-14", "2026-04-20", True, "done", "已按期报备"),
    ("2026-04-15", "2026-04-20", True, "done", "已按期报备"),
    ("2026-04-16", "2026-04-20", False, "bad", "逾期 1 天报备"),
    (None, "2026-03-30", None, "", "还剩 16 天"),
    (None, "2026-04-14", None, "near", "还剩 1 天"),
    (None, "2026-04-15", None, "near", "今天到期"),
    (None, "2026-04-16", False, "bad", "逾期 1 天"),
)


def test_the_fifteenth_of_april_is_the_last_day(world: World) -> None:
    """“每年4月15日前”: 前 takes the day itself in (民法典第一千二百五十九条 counts 以前 so)."""
    plan = draw(world, year=2026)
    for filed, today, in_time, state, words in DAYS:
        Plan.objects.filter(pk=plan.pk).update(state="filed" if filed else "draft", filed_on=filed)
        [clock] = clocks([world.organs["示市监"]], 2026, date.fromisoformat(today))
        assert (clock.in_time, clock.state, clock.words) == (in_time, state, words)


def test_where_no_day_is_set_no_clock_runs(world: World) -> None:
    with asked({}):
        [clock] = clocks([world.organs["示市监"]], 2026, date(2026, 8, 1))
    assert (clock.due, clock.in_time, clock.state) == (None, None, "")


def test_a_filed_plan_changes_only_by_a_new_version(world: World) -> None:
    first = file(draw(world), TODAY)
    with pytest.raises(Invalid, match="不能再改"):
        services.redraw_plan(SYSTEM, first.pk, {"lines": [LINE]})
    with pytest.raises(Invalid):
        services.change_plan(SYSTEM, first.pk, {"lines": [LINE]}, reason=" ")
    second = services.change_plan(SYSTEM, first.pk, {"lines": [{**LINE, "hours": 36}]}, reason="机构改革，对象增加")
    first.refresh_from_db()
    assert (first.state, second.version, second.state) == ("filed", 2, "draft")
    with pytest.raises(Invalid, match="新版本在拟定中"):
        services.change_plan(SYSTEM, first.pk, {"lines": [LINE]}, reason="又改")
    file(second)
    first.refresh_from_db()
    assert first.state == "replaced"
    assert [line.hours for line in first.lines.all()] == [30]
    changes = Change.objects.filter(what="training.plan", target_id=second.pk).values_list("action", "reason")
    assert list(changes) == [("变更", "机构改革，对象增加"), ("报备", "")]


def test_a_later_version_does_not_make_the_first_late(world: World) -> None:
    plan = draw(world, year=2026)
    Plan.objects.filter(pk=plan.pk).update(state="replaced", filed_on="2026-04-10")
    Plan.objects.create(organ=plan.organ, year=2026, version=2, state="filed", reason="x", drawn_on="2026-08-01", filed_on="2026-08-02", by_name="甲")
    [clock] = clocks([plan.organ], 2026, date(2026, 9, 1))
    assert clock.in_time is True
    assert clock.plan is not None
    assert clock.plan.version == 2


BAD: tuple[tuple[dict[str, Any], str], ...] = (
    ({}, "year"),
    ({"year": "1999", "lines": [LINE]}, "year"),
    ({"year": str(TODAY.year + 5), "lines": [LINE]}, "year"),
    ({"year": str(TODAY.year), "lines": []}, "lines"),
    ({"year": str(TODAY.year), "lines": [{**LINE, "first_month": 13}]}, "lines.0.first_month"),
    ({"year": str(TODAY.year), "lines": [{**LINE, "last_month": 2}]}, "lines.0.last_month"),
    ({"year": str(TODAY.year), "lines": [{**LINE, "kind": "secret"}]}, "lines.0.kind"),
    ({"year": str(TODAY.year), "lines": [{**LINE, "hours": 0}]}, "lines.0.hours"),
    ({"year": str(TODAY.year), "lines": [{**LINE, "hours": 9999}]}, "lines.0.hours"),
    ({"year": str(TODAY.year), "lines": [{**LINE, "title": "<b>"}]}, "lines.0.title"),
    ({"year": str(TODAY.year), "lines": [LINE], "extra": "1"}, "extra"),
)


def test_bad_plans_are_told_by_field(world: World) -> None:
    for data, field in BAD:
        with pytest.raises(Invalid) as wrong:
            services.draw_plan(SYSTEM, world.organs["示市监"].pk, data)
        assert field in wrong.value.errors, data
    assert not Plan.objects.exists()


def test_filing_needs_a_day_that_was(world: World) -> None:
    plan = draw(world)
    with pytest.raises(Invalid, match="不能晚于今天"):
        file(plan, TODAY + timedelta(days=1))
    file(plan)
    with pytest.raises(Invalid, match="已报备"):
        file(plan)
    with pytest.raises(Invalid, match="已经拟定"):
        draw(world)


def test_only_who_manages_the_organ_draws_its_plan(world: World) -> None:
    for role in (Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR):
        with pytest.raises(NotAllowed):
            services.draw_plan(world.actor(role), world.organs["示市监"].pk, {"year": TODAY.year, "lines": [LINE]})
    with pytest.raises(NotAllowed):
        services.draw_plan(world.actor(Role.ADMIN), world.organs["邻市监"].pk, {"year": TODAY.year, "lines": [LINE]})
    assert services.draw_plan(world.actor(Role.ADMIN), world.organs["示市监"].pk, {"year": TODAY.year, "lines": [LINE]}).by_name == "陈静"


def test_the_database_holds_it_too(world: World) -> None:
    plan = file(draw(world))
    for wrong in ({"filed_on": None}, {"version": 2, "reason": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Plan.objects.filter(pk=plan.pk).update(**wrong)


def test_a_row_is_carried_out_by_the_sessions_called_for_it(world: World) -> None:
    plan = file(draw(world, lines=[LINE, {**LINE, "title": "实战演练", "kind": "skill", "first_month": 1, "last_month": 1}]))
    line = plan.lines.get(title="公共法律知识轮训")
    course = add_course(world.organs["示市监"])
    call(course, timezone.localtime() - timedelta(days=1), line=str(line.pk))
    if (TODAY - timedelta(days=1)).year == TODAY.year:
        assert [(item.line.title, item.held) for item in carried_out(plan, TODAY)] == [("实战演练", 0), ("公共法律知识轮训", 1)]
    [drill, _] = carried_out(plan, date(TODAY.year, 2, 1))
    assert drill.due
