"""执法主体资格: the standing of organs, confirmed and announced, in and out as a worksheet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import scope
from fadu.agencies import selectors
from fadu.agencies.models import Standing
from fadu.agencies.organ_forms import ANNOUNCING, CONFIRMING
from fadu.agencies.services import announce_standing, confirm_standing
from fadu.agencies.sheets.naming import Names
from fadu.agencies.sheets.rowwise import ADDED, CHANGED, ORGAN, UNCHANGED
from fadu.agencies.sheets.rowwise import load as load_rows
from fadu.law.forms import Invalid
from fadu.sheets.sheet import Clean, Loaded, Row, Sheet, Tick

FIELDS = (ORGAN, *CONFIRMING, *(replace(field, required=False) for field in ANNOUNCING))
"""Which organ, by what it was confirmed, where it was announced."""

_CONFIRMED, _ANNOUNCED = {field.name for field in CONFIRMING}, {field.name for field in ANNOUNCING}


def load(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """Confirm what has no standing, announce what was not announced; a standing in force is changed on its page alone, with a reason."""
    names = Names(selectors.organs(actor, action="organ.manage"))

    def write(row: Row) -> str:
        organ = names.find(row.values["organ"])
        if isinstance(organ, str):
            raise Invalid({"organ": organ})
        confirming = {name: value for name, value in row.values.items() if name in _CONFIRMED}
        announcing = {name: value for name, value in row.values.items() if name in _ANNOUNCED}
        if announcing and "announced_on" not in announcing:
            raise Invalid({"announced_on": "填了公告载体、编号的，须填公告之日"})
        found = Standing.objects.filter(organ=organ, until__isnull=True).first()
        if found is None:
            confirm_standing(actor, organ.pk, confirming)
        elif different := [name for name, value in confirming.items() if str(getattr(found, name)) != str(value)]:
            raise Invalid(dict.fromkeys(different, f"与现在的确认（{found.document}）不符；有变化的请在机关页面办理变更"))
        if announcing and (found is None or found.announced_on is None):
            announce_standing(actor, organ.pk, announcing)
            return ADDED if found is None else CHANGED
        if found is not None and (wrong := [name for name, value in announcing.items() if str(getattr(found, name)) != str(value)]):
            raise Invalid(dict.fromkeys(wrong, "与已经登记的公告不符；有变化的请办理变更"))
        return ADDED if found is None else UNCHANGED

    return load_rows(rows, FIELDS, write, tick)


def rows(actor: Actor) -> Iterator[Clean]:
    """The standings in force within reach, in the order of the organs."""
    found = Standing.objects.filter(scope(actor, "people.see", organ="organ_id"), until__isnull=True).select_related("organ").order_by("organ__path")
    for standing in found.iterator(chunk_size=500):
        yield {field.name: getattr(standing, field.name) or None for field in FIELDS if field.name != "organ"} | {"organ": standing.organ.name}


STANDINGS_SHEET = Sheet(
    id="standings",
    title="执法主体资格",
    fields=lambda _actor: FIELDS,
    load_action="organ.manage",
    see_action="people.see",
    load=load,
    rows=rows,
    guide=(
        "一行一个执法主体；机关须已经登记。受委托组织和派出机构不单独确认主体资格。",
        "已经确认、还没有公告的，补填公告三列再导入一次；确认的内容有变化的在机关页面办理变更。",
        "注销主体资格在机关页面办理，写明理由。",
    ),
)
"""The standing of organs."""
