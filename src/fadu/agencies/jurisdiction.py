"""How far an organ reaches in each role.

An organ and its dispatched offices (派出机构) act in one name, so its reviewers and heads reach those. A government does not
decide in place of its departments, so its head does not reach them. The supervisor of a people's government is its justice
department (行政执法监督条例): it reaches the departments of that government and the governments below. The administrator of
an organ keeps the people of all below it. Who continues an organ that is no more (`Inheritance`) reaches what it left: its
cases stay with the organ of their time and are seen by the successor.
"""

from django.db.models import Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Role
from fadu.accounts.jurisdiction import Jurisdiction
from fadu.agencies.kinds import Field, OrganKind
from fadu.agencies.models import Inheritance, Organ


def standing() -> QuerySet[Organ]:
    """The organs there are today."""
    today = timezone.localdate()
    return Organ.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=today), starts_on__lte=today)


def reach_of(organ_code: str, role: Role) -> Jurisdiction | None:
    """The organ of a code and those within the role's reach: one query, two where the role reaches further than the organ."""
    if role is Role.OFFICER:
        return _with_predecessors(organ_code)
    organ = standing().filter(code=organ_code).only("id", "name", "path", "field", "parent_id").first()
    if organ is None:
        return None
    match role:
        case Role.SUPERVISOR:
            top = organ.path if organ.field != Field.JUSTICE or organ.parent_id is None else organ.path.rsplit("/", 2)[0] + "/"
        case Role.ADMIN:
            top = organ.path
        case Role.REVIEWER | Role.HEAD:
            return Jurisdiction(organ.pk, organ.name, _with_offices(organ))
        case _:
            return Jurisdiction(organ.pk, organ.name, frozenset({organ.pk}))
    left = Inheritance.objects.filter(heir__path__startswith=top).values("predecessor")
    within = Organ.objects.filter(Q(path__startswith=top) | Q(pk__in=left)).values_list("id", flat=True)
    return Jurisdiction(organ.pk, organ.name, frozenset({organ.pk, *within}))


def _with_predecessors(organ_code: str) -> Jurisdiction | None:
    """The organ and those it continues: an officer who came along goes on with the own cases, which stay with the organ of their time."""
    rows = list(standing().filter(code=organ_code).values_list("id", "name", "inherited__predecessor"))
    if not rows:
        return None
    return Jurisdiction(rows[0][0], rows[0][1], frozenset({rows[0][0], *(left for _, _, left in rows if left is not None)}))


def _with_offices(organ: Organ) -> frozenset[int]:
    """The organ, its dispatched offices, theirs, and whom these continue: not the offices of a department below."""
    rows = Organ.objects.filter(path__startswith=organ.path).filter(Q(pk=organ.pk) | Q(kind=OrganKind.DISPATCHED))
    found = list(rows.values_list("id", "parent_id", "path", "inherited__predecessor"))
    reached = {organ.pk}
    for office_id, parent_id, _, _ in sorted(found, key=lambda office: len(office[2].split("/"))):
        if parent_id in reached:
            reached.add(office_id)
    return frozenset(reached | {left for office_id, _, _, left in found if left is not None and office_id in reached})
