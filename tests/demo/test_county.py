"""The small county: who is there, that it is the same again, that the rules find in it what was planted and nothing else."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from fadu.accounts.demo import DEMO_PASSWORD
from fadu.accounts.models import User
from fadu.accounts.selectors import actor_for
from fadu.agencies.models import Officer, Organ
from fadu.agencies.selectors import certified
from fadu.cases.models import Attempt, Case, Leaf, Step
from fadu.catalog.models import PowerItem
from fadu.law.calendar import china
from fadu.site.demo import sweep
from fadu.site.demo.county import County
from fadu.site.demo.days import Days
from fadu.site.demo.fines import Items
from fadu.site.demo.people import staff, suspension
from tests.cases.world import PEOPLE
from tests.demo.conftest import TODAY, Built
from tests.demo.judging import unlike

pytestmark = pytest.mark.django_db


def told(scale: float = 0.1) -> list[tuple[object, ...]]:
    stories = County(TODAY, staff(), Items(PowerItem.objects.all()), scale).stories()
    return [(story.number, story.theme.item, *((step.name, step.by, step.at, step.seen, repr(step.data)) for step in story.steps)) for _, story in stories]


def test_organs_and_people(county: Built):
    assert 12 <= Organ.objects.filter(ends_on__isnull=True).count() <= 16
    assert Officer.objects.filter(user__isnull=False).count() == 122  # others are in the registers alone
    for organ in Organ.objects.filter(officers__user__posts__role="执法人员").distinct():
        assert organ.bank_account
        assert organ.review_authority
        assert organ.court


def test_the_cast_has_the_names_of_the_stories(county: Built):
    for username, name, role in (*PEOPLE, ("zhaomin", "赵敏", "执法监督人员"), ("admin", "何平", "系统管理员")):
        user = User.objects.get(username=username)
        assert user.name == name
        assert actor_for(user).role == role


def test_accounts_work_in_a_demonstration_only(county: Built, settings):
    assert not User.objects.filter(demo=False).exists()
    user = User.objects.get_by_natural_key("liwei")
    assert user.check_password(DEMO_PASSWORD)
    settings.DEMO = False
    assert not actor_for(user)
    with pytest.raises(User.DoesNotExist):
        User.objects.get_by_natural_key("liwei")


def test_a_credential_was_suspended_for_a_week(county: Built):
    person = Officer.objects.get(user__username="zhoujie").pk
    away, back = (timezone.make_aware(moment) for moment in suspension(TODAY, Days(china())))
    moments = (away - timedelta(minutes=1), away, back - timedelta(minutes=1), back)
    assert [certified([person], moment, "market")[person].ok for moment in moments] == [True, False, False, True]
    assert Attempt.objects.filter(findings__0__rule="CF-042-1a", name="inspect").exists()


def test_everybody_of_the_main_job_has_work(county: Built):
    market = Case.objects.filter(organ__short_name="示市监", ended=False)
    turns = set(market.filter(handlers__officer__user__username="liwei").values_list("turn_step", flat=True))
    assert {"notify", "hold_hearing", "dispose_preserved", "decide", "serve", "pay"} <= turns
    for role, step in (("机关负责人", "decide"), ("机关负责人", "file"), ("法制审核人员", "review_case")):
        assert market.filter(turn_role=role, turn_step=step).exists()
    soon = market.filter(turn_step="dispose_preserved", next_rule="CF-056-b")
    assert all(TODAY < case.next_due <= TODAY + timedelta(4) for case in soon)
    assert soon.exists()
    assert market.filter(next_rule="CF-060", next_due__lt=TODAY, turn_step="decide").exists()


def test_the_rules_find_what_was_planted_and_nothing_else(county: Built):
    assert sweep.found(TODAY) == sweep.planted()
    assert len({rule for _, rule in sweep.planted()}) >= 2


def test_state_is_the_fold_of_the_steps(county: Built):
    assert [case for case in Case.objects.all() if unlike(case)] == []


def test_steps_are_entered_in_order_and_some_a_day_late(county: Built):
    steps = list(Step.objects.filter(key__startswith="demo:").order_by("case", "seq"))  # the other acts are told one after the other
    ours = {step.pk for step in steps}
    assert all(step.taken_at <= step.recorded_at for step in steps)
    late = [step for step in steps if timezone.localdate(step.recorded_at) > timezone.localdate(step.taken_at)]
    assert 0 < len(late) < len(steps) / 5
    recorded = list(
        Step.objects.filter(key__startswith="demo:", pk__in=Leaf.objects.filter(kind="step").values("ref")).order_by("recorded_at").values_list("pk", flat=True)
    )
    assert [ref for ref in Leaf.objects.filter(kind="step").order_by("id").values_list("ref", flat=True) if ref in ours] == recorded
    assert all(timezone.localdate(step.recorded_at) < TODAY for step in steps)


def test_it_is_the_same_every_time(county: Built):
    assert told() == told()


def test_again_changes_nothing_and_says_the_same(county: Built):
    counts = [model.objects.count() for model in (Case, Step, Leaf, Attempt, User, Officer, Organ, PowerItem)]
    labels = (county.data / sweep.FAULTS).read_text("utf-8")
    said = county.again()
    assert said == county.again(today=None)
    assert said.splitlines()[0].startswith("示范县（2026-11-20 生成）：")
    assert [model.objects.count() for model in (Case, Step, Leaf, Attempt, User, Officer, Organ, PowerItem)] == counts
    assert (county.data / sweep.FAULTS).read_text("utf-8") == labels
    assert {"case", "rule", "what", "whose", "step"} == set(json.loads(labels)["faults"][0])


def test_taken_up_again_where_it_stopped(county: Built):
    """Without the note that it was finished, every step is recognised by its key."""
    (county.data / "demo.json").unlink()
    before = Step.objects.count()
    county.again()
    assert Step.objects.count() == before


def test_another_day_does_not_change_it(county: Built):
    said = county.again(today=TODAY - timedelta(30))
    assert "已于 2026-11-20 生成" in said
