"""The section of exhibits and goods on a case page."""

from django.urls import reverse

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import reaches
from fadu.cases.models import Case
from fadu.cases.sections import Row, Section
from fadu.evidence.exhibits.kinds import Finding
from fadu.evidence.exhibits.models import Lot
from fadu.evidence.exhibits.selectors.exhibits import of_case
from fadu.evidence.exhibits.selectors.goods import due, held

MOST = 12
STATES = {Finding.ADMITTED: "ok", Finding.EXCLUDED: "bad", Finding.OPEN: ""}


def section(actor: Actor, case: Case) -> Section | None:
    """Exhibits with what was found of them, then the goods in keeping with their terms."""
    if not reaches(actor, "evidence.see", case.organ_id):
        return None
    exhibits = list(of_case(actor, case).filter(withdrawn=False)[: MOST + 1])
    goods = list(held(actor).filter(case=case).order_by("item__number", "seq")[: MOST + 1])
    terms = due(goods) if goods else {}
    rows = [_exhibit(each.number, each.name, str(each.pk), each.get_kind_display(), Finding(each.finding)) for each in exhibits[:MOST]]
    rows += [_lot(lot, terms[lot.pk].words, terms[lot.pk].state) for lot in goods[:MOST]]
    links = [("证据目录", reverse("exhibits:case", args=[case.pk])), ("物品台账", reverse("exhibits:case_goods", args=[case.pk]))]
    more = "，更多见目录" if len(exhibits) > MOST or len(goods) > MOST else ""
    return Section(rows, links, f"{min(len(exhibits), MOST)} 份证据 · {min(len(goods), MOST)} 批在管物品{more}", "办理步骤后，证据和物品由记录自动登记。")


def _exhibit(number: int, name: str, key: str, kind: str, finding: Finding) -> Row:
    tag = finding.label if finding is not Finding.OPEN else ""
    return Row(f"{number}. {name}", reverse("exhibits:exhibit", args=[key]), kind, STATES[finding], tag)


def _lot(lot: Lot, words: str, state: str) -> Row:
    return Row(f"{lot.item.name} {lot.quantity}{lot.item.unit}", reverse("exhibits:goods_row", args=[lot.item_id]), lot.get_hold_display(), state, words)
