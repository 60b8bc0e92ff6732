"""Who is who: told by the code at once, proposed where there is none, decided by a person for good, and derivable anew."""

import random

import pytest
from django.db import IntegrityError, connection, transaction

from fadu.accounts.permissions import NotAllowed
from fadu.cases.errors import NotFound
from fadu.cases.models import Leaf, Party
from fadu.evidence.household import keys
from fadu.evidence.household.models import Household, IdentityDecision, Member, Proposal, What
from fadu.evidence.household.proofs import KINDS
from fadu.evidence.household.selectors import households
from fadu.evidence.household.services import decisions, identity
from fadu.law.forms import Invalid
from fadu.ledger.entry import Entry, commitment
from tests.evidence.household.conftest import SHOP, STALL, follow_up

pytestmark = pytest.mark.django_db

WHY = {"reason": "经营者本人到场，出示身份证核对，是同一摊位"}


def root_of(case):
    return Member.objects.get(party_id=case.party_id).household.root_id


def test_one_code_is_one_household_over_organs_and_spellings(opened):
    first = opened(**SHOP)
    second = opened(by="zhoulin", day="2026-06-05", **{**SHOP, "party_code": "92130999ma0fadu011", "party_name": "示范县清河食品商店"})
    assert root_of(first) == root_of(second)
    assert Household.objects.count() == 1
    assert not Proposal.objects.exists()


def test_without_a_code_nothing_is_merged_by_itself(opened):
    one, two = opened(**STALL), opened(day="2026-06-02", **STALL)
    elsewhere = opened(day="2026-06-03", **{**STALL, "party_address": "示范县城关镇北街 9 号"})
    nowhere = opened(day="2026-06-04", **{**STALL, "party_address": None})
    assert len({root_of(case) for case in (one, two, elsewhere, nowhere)}) == 4
    assert {(proposal.one_id, proposal.other_id) for proposal in Proposal.objects.all()} == {(root_of(one), root_of(two))}


def test_a_party_is_followed_by_the_consumer_of_steps_and_again_with_no_other_end(opened):
    case = opened(follow=False, **SHOP)
    assert not Member.objects.exists()
    follow_up()
    before = list(Household.objects.values())
    follow_up()
    assert list(Household.objects.values()) == before
    assert root_of(case) == keys.household_of(Party.objects.get(pk=case.party_id))


def test_a_person_decides_and_takes_back_and_both_stay(bureau, opened):
    one, two = opened(**STALL), opened(day="2026-06-02", **STALL)
    head, early, late = bureau.who("zhaoqiang"), root_of(one), root_of(two)
    decision = decisions.decide(head, late, early, What.SAME, WHY)
    assert (decision.one, decision.other, decision.by_name) == (late, early, "赵强")
    assert root_of(two) == root_of(one) == early
    assert Proposal.objects.get().decided
    split = decisions.split(head, late, {"reason": "经营者不是同一人，前次核对有误"})
    assert root_of(two) == late
    assert [row.what for row in IdentityDecision.objects.order_by("id")] == [What.SAME, What.SPLIT]
    for row in (decision, split):
        leaf = Leaf.objects.get(ref=row.pk)
        assert commitment(bytes(leaf.salt), KINDS["identity"](leaf)) == Entry.from_bytes(bytes(leaf.entry)).commit


def test_what_was_found_to_be_another_is_not_proposed_again(bureau, opened):
    one, two = opened(**STALL), opened(day="2026-06-02", **STALL)
    decisions.decide(bureau.who("zhaoqiang"), root_of(one), root_of(two), What.DIFFERENT, WHY)
    assert root_of(one) != root_of(two)
    assert households.proposals(bureau.who("zhaoqiang"))[0] == []
    identity.rebuild()
    assert households.proposals(bureau.who("zhaoqiang"))[0] == []


def test_the_one_with_a_code_is_what_the_other_joins_and_two_codes_never_join(bureau, opened):
    stall = opened(**STALL)
    shop = opened(day="2026-06-02", **{**SHOP, "party_name": STALL["party_name"], "party_address": STALL["party_address"]})
    other = opened(day="2026-06-03", **{**SHOP, "party_code": "92130999MA0FADU024", "party_name": STALL["party_name"], "party_address": STALL["party_address"]})
    assert Proposal.objects.count() == 2  # the stall with each shop, not the shops with each other
    head = bureau.who("zhaoqiang")
    decisions.decide(head, root_of(shop), root_of(stall), What.SAME, WHY)
    assert root_of(stall) == root_of(shop)
    for pair in ((root_of(shop), root_of(other)), (keys.household_of(stall.party), root_of(other))):
        with pytest.raises(Invalid, match="证照号码"):
            decisions.decide(head, *pair, What.SAME, WHY)


@pytest.mark.parametrize("username", ["liwei", "chenjing", "admin"])
def test_only_heads_and_supervisors_decide(bureau, opened, username):
    one, two = opened(**STALL), opened(day="2026-06-02", **STALL)
    with pytest.raises(NotAllowed):
        decisions.decide(bureau.who(username), root_of(one), root_of(two), What.SAME, WHY)
    assert not IdentityDecision.objects.exists()


def test_a_head_decides_only_of_parties_within_reach(bureau, opened):
    one, two = opened(**STALL), opened(by="zhoulin", day="2026-06-02", **STALL)
    for head in ("zhaoqiang", "wujun"):
        with pytest.raises(NotFound):
            decisions.decide(bureau.who(head), root_of(one), root_of(two), What.SAME, WHY)
        assert households.proposals(bureau.who(head))[0] == []
    assert len(households.proposals(bureau.who("zhaomin"))[0]) == 1
    decisions.decide(bureau.who("zhaomin"), root_of(one), root_of(two), What.SAME, WHY)


def test_a_decision_needs_a_reason(bureau, opened):
    one, two = opened(**STALL), opened(day="2026-06-02", **STALL)
    with pytest.raises(Invalid):
        decisions.decide(bureau.who("zhaoqiang"), root_of(one), root_of(two), What.SAME, {"reason": " "})
    with pytest.raises(Invalid, match="没有归入"):
        decisions.split(bureau.who("zhaoqiang"), root_of(one), WHY)


def test_the_index_derived_anew_is_the_index(bureau, opened):
    """Against decisions in any order: what they come to does not depend on when it was worked out."""
    cases = [opened(day=f"2026-06-{day:02d}", **STALL) for day in range(1, 7)] + [opened(day="2026-06-08", **SHOP)]
    head, chance = bureau.who("zhaoqiang"), random.Random(20260608)
    for _ in range(14):
        one, two = (keys.household_of(case.party) for case in chance.sample(cases, 2))
        try:
            if chance.random() < 0.6:
                decisions.decide(head, one, two, What.SAME, WHY)
            else:
                decisions.split(head, one, WHY)
        except Invalid:
            continue
    before = {member.party_id: member.household.root_id for member in Member.objects.select_related("household")}
    assert len(set(before.values())) < len(cases)  # something was joined
    waiting = set(Proposal.objects.filter(decided=False).values_list("one_id", "other_id"))
    done = identity.rebuild()
    assert done["otherwise"] == 0
    assert {member.party_id: member.household.root_id for member in Member.objects.select_related("household")} == before
    anew = set(Proposal.objects.filter(decided=False).values_list("one_id", "other_id"))
    assert {frozenset(pair) for pair in anew} <= {frozenset(pair) for pair in waiting} | {frozenset((a, b)) for a in before.values() for b in before.values()}


def test_the_command_says_what_stood_otherwise(opened, capsys):
    from django.core.management import call_command

    opened(follow=False, **SHOP)
    call_command("household", "rebuild")
    assert "当事人 1 条归为 1 户，待认定 0 对；与原来不同的 1 条" in capsys.readouterr().out
    call_command("household", "rebuild")
    assert "与原来不同的 0 条" in capsys.readouterr().out


def test_decisions_are_held_by_the_database(bureau, opened):
    one, two = opened(**STALL), opened(day="2026-06-02", **STALL)
    decisions.decide(bureau.who("zhaoqiang"), root_of(one), root_of(two), What.SAME, WHY)
    for statement in ("UPDATE household_identitydecision SET by_name = 'x'", "DELETE FROM household_identitydecision"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_names_are_found_whole_by_anybody_and_from_the_beginning_only_of_enterprises(bureau, opened):
    opened(**SHOP)
    opened(day="2026-06-02", party_kind="person", party_name="王清河", party_address="示范县城关镇清河路 12 号")
    officer = bureau.who("liwei")
    assert [found.shown_as for found in households.sought(officer, "92130999MA0FADU011")] == ["示范县清河食品店"]
    assert [found.shown_as for found in households.sought(officer, "示范县清河")] == ["示范县清河食品店"]
    assert [found.shown_as for found in households.sought(officer, "王清河")] == ["王某"]
    assert households.sought(officer, "王清") == []
    assert households.sought(officer, "王某") == []  # how a person is shown finds nobody
    assert households.sought(officer, "王") == []
    assert households.sought(officer, "") == []


def test_nothing_in_the_index_is_a_name_of_a_person_in_the_clear(opened):
    opened(party_kind="person", party_name="欧阳清河", party_id="130999198503015711", party_address="示范县城关镇清河路 12 号")
    for row in Household.objects.values():
        assert not [value for value in map(str, row.values()) if "清河" in value or "13099919850301" in value]


def test_looking_one_up_reads_an_index_and_no_table():
    """The plans of the four ways in which one is found, as the database makes them."""
    code, name = keys.of_code("92130999MA0FADU011"), keys.of_name("示范县清河食品店")
    asked = (
        Household.objects.filter(code_index=code),
        Household.objects.filter(name_index=name),
        households.begins_with("示范县清河"),
        Household.objects.filter(root_id=keys.household_of(Party(code_index=code))),
    )
    for query in asked:
        plan = query.explain()
        assert "Index" in plan or "USING INDEX" in plan or "USING COVERING INDEX" in plan, plan
        assert "SCAN household" not in plan, plan
