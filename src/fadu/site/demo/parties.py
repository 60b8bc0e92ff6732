"""Households of the county, and an enterprise that signs in: the party of the first case that was served, through the services."""

from django.db.models import Exists, OuterRef

from fadu.accounts.actors import SYSTEM
from fadu.accounts.demo import DEMO_PASSWORD
from fadu.accounts.models import Opened, PartyAccount
from fadu.accounts.services import open_account, open_party_account
from fadu.cases.models import Case, Step
from fadu.cases.now import now
from fadu.documents.models import Document
from fadu.evidence.household.models import Member
from fadu.evidence.household.services import identity

USERNAME = "qiye"


def admit() -> str:
    """Index the parties and open the enterprise's account; who it is, "" where it is there already or no paper was made yet."""
    identity.rebuild()
    if PartyAccount.objects.filter(user__username=USERNAME).exists():
        return ""
    served = Exists(Step.objects.filter(case=OuterRef("pk"), name="serve"))
    made = Exists(Document.objects.filter(case=OuterRef("pk"), paper="penalty_decision"))
    case = Case.objects.filter(served, made).exclude(party__code_index="").exclude(party__kind="person").select_related("party").order_by("id").first()
    if case is None:
        return ""
    user = open_account(SYSTEM, username=USERNAME, name=case.party.legal_rep or case.party.shown_as, password=DEMO_PASSWORD, demo=True, own=True)
    household = Member.objects.get(party=case.party).household.root_id
    open_party_account(SYSTEM, user, household_id=household, way=Opened.CHECKED, why="示范县", by="何平", at=now())
    return case.party.shown_as
