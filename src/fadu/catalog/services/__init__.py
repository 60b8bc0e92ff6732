"""The only writers of the catalogue. Each asks the permission table first."""

from fadu.catalog.services.delegations import register_delegation, withdraw_delegation
from fadu.catalog.services.items import Listed, load_items
from fadu.catalog.services.notices import Preview, load_notice, preview
from fadu.catalog.services.statutes import Imported, import_statutes
from fadu.catalog.services.tables import abandon, file_table, open_draft, publish, repeal, revise, save_draft

__all__ = [
    "Imported",
    "Listed",
    "Preview",
    "abandon",
    "file_table",
    "import_statutes",
    "load_items",
    "load_notice",
    "open_draft",
    "preview",
    "publish",
    "register_delegation",
    "repeal",
    "revise",
    "save_draft",
    "withdraw_delegation",
]
