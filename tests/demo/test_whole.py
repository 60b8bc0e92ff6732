"""All four hundred penalty cases, and the acts of other kinds beside them."""

import pytest

from fadu.cases.models import Attempt, Case
from fadu.law.registry import procedures
from fadu.site.demo import sweep
from tests.demo.conftest import TODAY, Built
from tests.demo.judging import unlike

pytestmark = [pytest.mark.django_db, pytest.mark.long]
ACTS, IN_ACTS = 44, 8
"""Stories of other acts in localities/demo/acts and the seizure that is filmed, and the faults told in them."""


def test_the_whole_county(whole: Built):
    assert Case.objects.count() == 400 + ACTS
    own = Case.objects.filter(steps__key__startswith="demo:").distinct()
    assert own.count() == 400
    assert 0.6 < own.filter(organ__short_name__startswith="示市监").count() / 400 < 0.72
    assert Attempt.objects.count() >= 8
    assert all(case.steps.count() <= 25 for case in Case.objects.all())


def test_a_case_stands_in_every_stage(whole: Built):
    passed = {(case.procedure, stage) for case in Case.objects.all() for stage, _ in case.passed}
    for procedure, course in ((name, course) for (name, _), course in procedures().items() if name in {"penalty.general", "penalty.simple"}):
        assert {stage.name for stage in course.stages} - {stage for name, stage in passed if name == procedure} == set()
    standing = set(Case.objects.values_list("procedure", "stage"))
    assert {("penalty.general", stage.name) for stage in procedures()["penalty.general", "2021"].stages} - standing == set()


def test_the_planted_faults_are_found_and_nothing_else(whole: Built):
    planted = sweep.planted()
    assert sweep.found(TODAY) == planted
    late_parties = {(case, rule) for case, rule in planted if rule == "CF-067-3"}
    assert len(planted - late_parties) == 20 + IN_ACTS


def test_every_state_is_the_fold_of_its_steps(whole: Built):
    assert [str(case) for case in Case.objects.all() if unlike(case)] == []
