"""What a file lacks of its exhibits and goods before it is handed in: goods without fate, evidence not examined, copies nobody confirmed."""

from collections.abc import Sequence

from django.urls import reverse

from fadu.accounts.actors import Actor
from fadu.cases.lacking import Lack
from fadu.cases.models import Case
from fadu.evidence.exhibits.kinds import Finding
from fadu.evidence.exhibits.models import Exhibit, Lot
from fadu.evidence.exhibits.selectors.exhibits import flaws
from fadu.law.custody import Hold
from fadu.law.statutes import COERCION, PENALTY, SAMR_PROCEDURE

FATE = {
    Hold.PRESERVED: PENALTY[56],
    Hold.SEALED: COERCION[27],
    Hold.SEIZED: COERCION[27],
    Hold.SAMPLED: SAMR_PROCEDURE[78, 2, 6],
    Hold.CONFISCATED: PENALTY[74, 1],
    Hold.RELEASED: COERCION[28, 2],
    Hold.REMOVED: COERCION[44],
}
"""By which article something has to become of goods that are held under a right."""
LAPSING = frozenset({Hold.PRESERVED, Hold.SAMPLED})
"""A preservation lapses by itself (市场监督管理行政处罚程序规定第三十五条第二款) and a sample is used up: where these are is told."""


def lacks(_actor: Actor, case: Case) -> Sequence[Lack]:
    """Goods that are still held stand against the file, unless a reason is given; the rest is told."""
    held = Lot.objects.filter(case=case, until__isnull=True).select_related("item").order_by("item__number", "seq")
    return [*(_kept(lot) for lot in held), *_unexamined(case)]


def _kept(lot: Lot) -> Lack:
    hold = Hold(lot.hold)
    return Lack(
        f"{lot.item.name} {lot.quantity}{lot.item.unit}的去向（{hold.label}）", FATE[hold], "涉案财物", mendable=True, stands=hold not in LAPSING,
        fix="作出处理决定后登记返还、移送、拍卖、销毁等去向；确需继续保管的，说明理由", href=reverse("exhibits:goods_row", args=[lot.item_id]),
    )  # fmt: skip


def _unexamined(case: Case) -> list[Lack]:
    found = []
    for exhibit in Exhibit.objects.filter(case=case, withdrawn=False).order_by("number"):
        href, name = reverse("exhibits:exhibit", args=[exhibit.pk]), f"证据 {exhibit.number}“{exhibit.name}”"
        if exhibit.finding == Finding.OPEN:
            fix = "审查认定：作为定案依据，或者予以排除并写明理由"
            found.append(Lack(f"{name}的审查认定", PENALTY[46, 2], "证据", stands=False, fix=fix, href=href))
        if exhibit.finding != Finding.EXCLUDED:
            told = flaws(exhibit.data)
            found += [Lack(f"{name}的核对确认：{says}", basis, "证据", stands=False, fix="补注后更正证据登记", href=href) for says, basis in told]
    return found
