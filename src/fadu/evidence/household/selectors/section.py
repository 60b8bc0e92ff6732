"""The line of the case page that leads to the party's whole file."""

from django.urls import reverse

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may, reaches
from fadu.cases.models import Case
from fadu.cases.sections import Row, Section
from fadu.evidence.household.models import Member
from fadu.evidence.household.selectors.households import OF_HOUSEHOLD, cases_within


def section(actor: Actor, case: Case) -> Section | None:
    """How many matters of the party there are within reach, and the way to all of them."""
    if not may(actor, "household.see"):
        return None
    member = Member.objects.filter(party_id=case.party_id).select_related("household").first()
    if member is None:
        return Section(empty="正在归集，稍后刷新。")
    count = cases_within(actor, "household.see").filter(**{OF_HOUSEHOLD: member.household.root_id}).count()
    links = [("开通当事人账号", reverse("household:admit", args=[case.pk]))] if reaches(actor, "household.admit", case.organ_id) else []
    return Section([Row("一户式档案", reverse("household:file", args=[member.household.root_id]), note=f"管辖范围内 {count} 件事项")], links)
