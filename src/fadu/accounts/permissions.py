"""THE table: what each role may do, and with whose cases. No entry means no.

Nothing else in the platform decides on permission: pages, API, import and jobs all ask `require` and `scope`.
Reasons for what is less than plain:
- who administers the platform keeps its people and its tables in order and reads no case;
- who supervises reads the cases of others and takes no step in them (行政执法监督条例: the supervisor does not act in the
  organ's stead); the steps of supervision itself are taken in the supervisor's own organ;
- a credential is asked for by oneself or one's administrator, checked by the head of the organ, approved by the justice
  department (行政执法监督条例第十七条第二款): three people;
- the officers of an organ keep its archive and see its register; what lies in a file of another's case they see by a loan that the head approves;
- a party reads the file of its own household and nothing else that is not public (`household.own`); it takes no step;
- the platform itself reads everything, keeps its own tables, and never decides anything about a party.
"""

from enum import StrEnum

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from fadu.accounts.actions import ACTIONS
from fadu.accounts.actors import Actor, Role


class Scope(StrEnum):
    """How far a permission reaches."""

    NONE = "不能"
    OWN_CASES = "本人承办的"
    SELF = "本人的"
    ORGAN = "本机关的"
    ORGANS_BELOW = "管辖范围内各机关的"
    ALL = "全部"


_PUBLISHED = dict.fromkeys(("statute.see", "benchmark.see", "item.see", "credential.verify", "organ.verify", "device.see", "record.see", "log.see"), Scope.ALL)
# Whoever serves has a training file, an appraisal and exams of their own.
_OWN = dict.fromkeys(("training.see", "exam.sit", "exam.mark", "care.see"), Scope.SELF)
_OVERSEEN = dict.fromkeys(("people.see", "training.see", "equipment.see", "register.check", "care.see", "team.see", "figure.see"), Scope.ORGANS_BELOW)
_REGISTERS = (
    "people.see",
    "people.manage",
    "organ.manage",
    "training.see",
    "training.manage",
    "equipment.see",
    "equipment.manage",
    "register.check",
    "care.see",
    "care.manage",
    "team.see",
    "team.manage",
    "before.see",
)


def _reading(reach: Scope) -> dict[str, Scope]:
    """All that is read of a case, to one reach."""
    return dict.fromkeys(("case.see", "case.export", "case.log", "document.see", "evidence.see", "party.see", "attempt.see", "finding.see"), reach)


TABLE: dict[Role, dict[str, Scope]] = {
    Role.OFFICER: {
        **_PUBLISHED,
        **_reading(Scope.OWN_CASES),
        "case.register": Scope.ORGAN,
        "case.step.officer": Scope.OWN_CASES,
        "household.see": Scope.ORGAN,
        "household.admit": Scope.OWN_CASES,
        "publication.see": Scope.OWN_CASES,
        "publication.release": Scope.OWN_CASES,
        "before.see": Scope.ORGAN,
        "publication.mark": Scope.OWN_CASES,
        "evidence.add": Scope.ORGAN,
        "exhibit.examine": Scope.OWN_CASES,
        "goods.see": Scope.ORGAN,  # who keeps the store-room handles other people's cases
        "goods.move": Scope.ORGAN,
        "archive.see": Scope.ORGAN,
        "archive.keep": Scope.ORGAN,
        **_OWN,
        "people.see": Scope.ORGAN,
        "application.see": Scope.SELF,
        "application.make": Scope.SELF,
        "equipment.see": Scope.ORGAN,
        "team.see": Scope.ORGAN,
    },
    Role.REVIEWER: {
        **_PUBLISHED,
        **_reading(Scope.ORGANS_BELOW),
        "case.step.reviewer": Scope.ORGANS_BELOW,
        "before.see": Scope.ORGANS_BELOW,
        "exhibit.examine": Scope.ORGANS_BELOW,
        "goods.see": Scope.ORGANS_BELOW,
        "archive.see": Scope.ORGANS_BELOW,
        "household.see": Scope.ORGANS_BELOW,
        **_OWN,
        **dict.fromkeys(("people.see", "team.see", "threefold.see", "threefold.write"), Scope.ORGANS_BELOW),
    },
    Role.HEAD: {
        **_PUBLISHED,
        **_reading(Scope.ORGANS_BELOW),
        "case.step.head": Scope.ORGANS_BELOW,
        **dict.fromkeys(("exhibit.examine", "goods.see", "archive.see", "archive.approve", "household.see", "household.match"), Scope.ORGANS_BELOW),
        **dict.fromkeys(("publication.see", "publication.leave_out", "annual.see", "annual.publish", "credit.deliver", "credit.import"), Scope.ORGANS_BELOW),
        **dict.fromkeys(("threefold.see", "threefold.write", "threefold.sign"), Scope.ORGANS_BELOW),
        **dict.fromkeys(("publication.see", "publication.leave_out", "annual.see", "annual.publish", "credit.deliver"), Scope.ORGANS_BELOW),
        "before.see": Scope.ORGANS_BELOW,
        **dict.fromkeys(("publication.see", "publication.leave_out", "annual.see", "annual.publish", "credit.deliver", "before.see"), Scope.ORGANS_BELOW),
        "application.see": Scope.ORGANS_BELOW,
        "application.check": Scope.ORGANS_BELOW,
        **dict.fromkeys(("application.see", "application.check"), Scope.ORGANS_BELOW),
        **_OWN,
        **_OVERSEEN,
    },
    Role.SUPERVISOR: {
        **_PUBLISHED,
        **_reading(Scope.ORGANS_BELOW),
        "case.register": Scope.ORGAN,
        "case.step.supervisor": Scope.ORGAN,
        "goods.see": Scope.ORGANS_BELOW,
        "household.see": Scope.ORGANS_BELOW,
        "household.match": Scope.ORGANS_BELOW,
        "export.see": Scope.ORGANS_BELOW,
        "publication.see": Scope.ORGANS_BELOW,
        **dict.fromkeys(("annual.see", "report.receive", "threefold.see"), Scope.ORGANS_BELOW),
        "annual.see": Scope.ORGANS_BELOW,
        "before.see": Scope.ORGANS_BELOW,
        **dict.fromkeys(("publication.see", "annual.see", "before.see"), Scope.ORGANS_BELOW),
        "evidence.add": Scope.ORGAN,
        "archive.see": Scope.ORGANS_BELOW,
        "archive.keep": Scope.ORGAN,
        **dict.fromkeys(("application.see", "application.approve"), Scope.ORGANS_BELOW),
        **_OWN,
        **_OVERSEEN,
        "film.sample": Scope.ORGANS_BELOW,
        "health.see": Scope.ALL,
    },
    Role.ADMIN: {
        **_PUBLISHED,
        **_OWN,
        **dict.fromkeys((*_REGISTERS, "application.see", "application.make", "figure.see", "credit.import"), Scope.ORGANS_BELOW),
        "household.accounts": Scope.ORGANS_BELOW,
        "export.see": Scope.ORGANS_BELOW,
        "catalog.manage": Scope.ALL,
        "calendar.manage": Scope.ALL,
        "health.see": Scope.ALL,
    },
    Role.PARTY: {**_PUBLISHED, "household.own": Scope.SELF, "household.films": Scope.SELF},
    Role.PUBLIC: {**_PUBLISHED},
    Role.SYSTEM: {
        **_PUBLISHED,
        **_reading(Scope.ALL),
        **dict.fromkeys(("evidence.add", "exhibit.examine", "goods.see", "goods.move"), Scope.ALL),
        **dict.fromkeys(("publication.see", "publication.end", "annual.see", "threefold.see"), Scope.ALL),
        **dict.fromkeys(("publication.see", "publication.end", "annual.see", "before.see", "before.keep"), Scope.ALL),
        "evidence.add": Scope.ALL,
        **dict.fromkeys(("publication.see", "publication.end", "annual.see", "before.keep"), Scope.ALL),
        "archive.see": Scope.ALL,
        "archive.keep": Scope.ALL,
        "finding.sweep": Scope.ALL,
        **dict.fromkeys(("household.see", "household.match", "household.accounts", "export.see"), Scope.ALL),
        **dict.fromkeys(_REGISTERS, Scope.ALL),
        **dict.fromkeys(("application.see", "application.make", "application.check", "application.approve"), Scope.ALL),
        "figure.see": Scope.ALL,
        "catalog.manage": Scope.ALL,
        "calendar.manage": Scope.ALL,
        "health.see": Scope.ALL,
    },
}


class NotAllowed(PermissionDenied):
    """The table has no entry; `reason` says who may do it. Becomes a 403 page by itself."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def reach(actor: Actor, action: str) -> Scope:
    """How far `actor` may do `action`."""
    return TABLE.get(actor.role, {}).get(action, Scope.NONE)


def may(actor: Actor, action: str) -> bool:
    """Whether `actor` may do `action` with anything at all."""
    return reach(actor, action) is not Scope.NONE


def require(actor: Actor, action: str) -> None:
    """Raise NotAllowed, saying who may, unless `actor` may do `action`."""
    if not may(actor, action):
        raise NotAllowed(_refusal(actor, action))


def scope(actor: Actor, action: str, *, organ: str = "organ_id", handlers: str = "handlers__officer_id", officer: str = "officer_id") -> Q:
    """The rows with which `actor` may do `action`: a filter on the rows' organ, of own cases on who handles them, of one's own on whose they are.

    Where `handlers` goes over several rows, a case with two rows of one officer comes twice: keep them unique.
    """
    match reach(actor, action):
        case Scope.ALL:
            return Q()
        case Scope.ORGANS_BELOW if actor.organ_ids:
            return Q(**{f"{organ}__in": sorted(actor.organ_ids)})
        case Scope.ORGAN if actor.organ_id is not None:
            return Q(**{organ: actor.organ_id})
        case Scope.OWN_CASES if actor.organ_id is not None and actor.officer_id is not None:
            if left := actor.organ_ids - {actor.organ_id}:  # organs that the own one continues: one goes on with the own cases of them
                return Q(**{f"{organ}__in": sorted({*left, actor.organ_id}), handlers: actor.officer_id})
            return Q(**{organ: actor.organ_id, handlers: actor.officer_id})
        case Scope.SELF if actor.officer_id is not None:
            return Q(**{officer: actor.officer_id})
    return Q(pk__in=[])


def reaches(actor: Actor, action: str, organ_id: int) -> bool:
    """Whether `actor` may do `action` in the organ as such (of own cases, in its own organ)."""
    match reach(actor, action):
        case Scope.ALL:
            return True
        case Scope.ORGANS_BELOW:
            return organ_id in actor.organ_ids
        case Scope.OWN_CASES:
            return organ_id == actor.organ_id or organ_id in actor.organ_ids
        case Scope.ORGAN:  # one's own (SELF) is no matter of an organ
            return organ_id == actor.organ_id
    return False


def require_in(actor: Actor, action: str, organ_id: int) -> None:
    """Raise NotAllowed unless `actor` may do `action` in this organ."""
    require(actor, action)
    if not reaches(actor, action, organ_id):
        raise NotAllowed(f"这个机关不在您的管辖范围内，不能{ACTIONS[action]}。")


def _refusal(actor: Actor, action: str) -> str:
    does = ACTIONS.get(action, "进行这项操作")
    who = [role.value for role in Role if role is not Role.SYSTEM and TABLE[role].get(action)]
    who = who if Role.PUBLIC.value not in who else ["任何人"]
    capacity = "您没有登录，" if not actor else f"您现在的身份是{actor.role.value}，"
    return f"{capacity}不能{does}。" + (f"能{does}的是：{'、'.join(who)}。" if who else "")
