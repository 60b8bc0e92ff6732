"""The only writers of the catalogue. Each asks the permission table first."""

from fadu.catalog.services.delegations import complete_delegation, register_delegation, withdraw_delegation
from fadu.catalog.services.evaluations import evaluate_grant
from fadu.catalog.services.inheriting import inherit
from fadu.catalog.services.items import end_item, list_item, list_items, load_items
from fadu.catalog.services.lists import end_entry, list_entry
from fadu.catalog.services.notices import Preview, load_notice, preview
from fadu.catalog.services.reviews import conclude_review, open_reviews
from fadu.catalog.services.statutes import Imported, import_statutes
from fadu.catalog.services.tables import abandon, file_table, open_draft, publish, repeal, revise, save_draft
from fadu.catalog.services.versions import Listed

__all__ = [
    "Imported",
    "Listed",
    "Preview",
    "abandon",
    "complete_delegation",
    "conclude_review",
    "end_entry",
    "end_item",
    "evaluate_grant",
    "file_table",
    "import_statutes",
    "inherit",
    "list_entry",
    "list_item",
    "list_items",
    "load_items",
    "load_notice",
    "open_draft",
    "open_reviews",
    "preview",
    "publish",
    "register_delegation",
    "repeal",
    "revise",
    "save_draft",
    "withdraw_delegation",
]
