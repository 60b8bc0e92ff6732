"""What the township and the outpost of the county may act on."""

from fadu.accounts.actors import SYSTEM
from fadu.agencies.models import Organ
from fadu.catalog.models import Delegation
from fadu.catalog.services import register_delegation

GRANTED = ("CG-CF-001", "CG-CF-002", "NY-CF-001")
"""Items that the province has granted to townships: city appearance and agriculture."""

OF_THE_OUTPOST = ("SC-CF-001", "SC-CF-002", "SC-CF-003", "SC-CF-004")
"""What the station of market supervision handles in its department's name."""


def delegate() -> None:
    """Register them; nothing where they are there."""
    if Delegation.objects.exists():
        return
    organs = {organ.short_name: str(organ.pk) for organ in Organ.objects.filter(ends_on__isnull=True)}
    register_delegation(
        SYSTEM,
        {
            "kind": "grant", "organ": organs["城关政"], "items": "\n".join(GRANTED), "powers": "立案、调查、决定、执行",
            "basis": "《行政处罚法》第二十四条第一款", "document": "示政字〔2024〕8号", "since": "2024-07-01", "published_on": "2024-06-20",
        },
    )  # fmt: skip
    register_delegation(
        SYSTEM,
        {
            "kind": "outpost", "organ": organs["示市监城"], "principal": organs["示市监"], "items": "\n".join(OF_THE_OUTPOST),
            "basis": "《市场监督管理行政处罚程序规定》第九条", "document": "示市监〔2024〕3号", "since": "2024-01-01", "published_on": "2024-01-05",
        },
    )  # fmt: skip
