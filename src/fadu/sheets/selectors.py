"""What is read of imports, scoped to who asks; which sheets one may use."""

from django.db.models import QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may, require, scope
from fadu.sheets import storage
from fadu.sheets.models import RUNNING, Export, Import, State
from fadu.sheets.sheet import Fault, Sheet, sheets


def usable(actor: Actor) -> list[Sheet]:
    """The sheets that `actor` may take out or bring in."""
    return [sheet for sheet in sheets() if may(actor, sheet.see_action) or may(actor, sheet.load_action)]


def imports(actor: Actor, sheet: Sheet) -> QuerySet[Import]:
    """The imports of a sheet that were started within reach of who may import it, the latest first."""
    require(actor, sheet.load_action)
    return Import.objects.filter(scope(actor, sheet.load_action, organ="organ_id"), sheet=sheet.id).defer("faults").order_by("-id")


def exports(actor: Actor) -> QuerySet[Export]:
    """What was taken out by the people of the organs within reach."""
    require(actor, "export.see")
    return Export.objects.filter(scope(actor, "export.see", organ="organ_id"))


def sheet_of_run(key: int) -> str:
    """Which sheet a run is of, "" where there is none: to know what one must be allowed to do to see it."""
    return Import.objects.filter(pk=key).values_list("sheet", flat=True).first() or ""


def run(actor: Actor, sheet: Sheet, key: int) -> Import:
    """One import within reach, with how far it has come; raises Import.DoesNotExist."""
    found = imports(actor, sheet).defer(None).get(pk=key)
    if found.state in RUNNING and (told := storage.told(found.pk)):
        found.rows_done, found.rows_all = told
    return found


def faults_of(found: Import) -> list[Fault]:
    """What was wrong with the file of an import."""
    return [Fault(*item) for item in found.faults or ()]


def waiting() -> list[int]:
    """What is to be done, the oldest first; asked by the worker."""
    return list(Import.objects.filter(state=State.WAITING).order_by("id").values_list("id", flat=True))
