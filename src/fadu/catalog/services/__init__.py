"""The only writers of the catalogue. Each asks the permission table first."""

from fadu.catalog.services.delegations import complete_delegation, register_delegation, withdraw_delegation
from fadu.catalog.services.items import Listed, load_items
from fadu.catalog.services.notices import Preview, load_notice, preview
from fadu.catalog.services.statutes import Imported, import_statutes

__all__ = [
    "Imported",
    "Listed",
    "Preview",
    "complete_delegation",
    "import_statutes",
    "load_items",
    "load_notice",
    "preview",
    "register_delegation",
    "withdraw_delegation",
]
