"""How far an organ reaches in each role.

An organ and its dispatched offices (派出机构) act in one name, so its reviewers and heads reach those. A government does not
decide in place of its departments, so its head does not reach them. The supervisor of a people's government is its justice
department (行政执法监督条例): it reaches the departments of that government and the governments below. The administrator of
an organ keeps the people of all below it.
"""

from django.db.models import Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Role
from fadu.accounts.jurisdiction import Jurisdiction
from fadu.agencies.kinds import Field, OrganKind
from fadu.agencies.models import Organ


def standing() -> QuerySet[Organ]:
    """The organs there are today."""
    today = timezone.localdate()
    return Organ.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=today), starts_on__lte=today)


def reach_of(organ_code: str, role: Role) -> Jurisdiction | None:
    """The organ of a code and those within the role's reach: one query, two where the role reaches further than the organ."""
    organ = standing().filter(code=organ_code).only("id", "name", "path", "field", "parent_id").first()
    if organ is None:
        return None
    match role:
        case Role.SUPERVISOR:
            top = organ.path if organ.field != Field.JUSTICE or organ.parent_id is None else organ.path.rsplit("/", 2)[0] + "/"
            within = Q(path__startswith=top)
        case Role.ADMIN:
            within = Q(path__startswith=organ.path)
        case Role.REVIEWER | Role.HEAD:
            return Jurisdiction(organ.pk, organ.name, _with_offices(organ))
        case _:
            return Jurisdiction(organ.pk, organ.name, frozenset({organ.pk}))
    return Jurisdiction(organ.pk, organ.name, frozenset({organ.pk, *Organ.objects.filter(within).values_list("id", flat=True)}))


def _with_offices(organ: Organ) -> frozenset[int]:
    """The organ, its dispatched offices, and theirs: not the offices of a department below."""
    offices = Organ.objects.filter(path__startswith=organ.path, kind=OrganKind.DISPATCHED).values_list("id", "parent_id", "path")
    reached = {organ.pk}
    for office_id, parent_id, _ in sorted(offices, key=lambda office: len(office[2].split("/"))):
        if parent_id in reached:
            reached.add(office_id)
    return frozenset(reached)
