"""Where goods lie in the county: a store-room of each organ that keeps goods, and a cold store that keeps for one of them."""

from datetime import date

from django.db import transaction

from fadu.accounts.actors import SYSTEM
from fadu.agencies.models import Organ
from fadu.evidence.exhibits import services
from fadu.evidence.exhibits.models import Store

KEEPING = ("示市监", "示城管", "示交", "示环", "城关政")


@transaction.atomic
def fill(_day: date) -> None:
    """Write the stores; nothing where there is one."""
    if Store.objects.exists():
        return
    organs = {organ.short_name: organ for organ in Organ.objects.filter(ends_on__isnull=True, short_name__in=KEEPING)}
    for organ in organs.values():
        entry = {"name": "罚没物品仓库", "address": f"{organ.address}院内", "third": "0", "since": "2024-01-01"}
        services.add_store(SYSTEM, organ.pk, entry)
    if "示市监" in organs:
        entry = {"name": "示范冷链仓储有限公司", "address": "示范县物流园 3 号库", "third": "1", "bound": "委托保管协议〔2024〕第 2 号", "since": "2024-03-01"}
        services.add_store(SYSTEM, organs["示市监"].pk, entry)
