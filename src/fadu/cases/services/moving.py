"""Who goes along to the successor of an organ goes on with the own open cases, in the same function: nobody changes sides by a reform."""

from fadu.agencies.models import Officer
from fadu.cases.models import CaseRole
from fadu.cases.now import now


def go_along(left: Officer, joined: Officer) -> None:
    """Give the new service of a person the function that the old one has in every case that is open: to go on with it, and to do nothing else in it."""
    held = CaseRole.objects.filter(officer=left, case__ended=False).values_list("case_id", "function")
    rows = [CaseRole(case_id=case, officer=joined, function=function, since=now()) for case, function in held]
    CaseRole.objects.bulk_create(rows, batch_size=500)
