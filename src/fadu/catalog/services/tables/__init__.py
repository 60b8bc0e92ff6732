"""Writing, publishing, filing and repealing discretion tables (行政裁量权基准)."""

from fadu.catalog.services.tables.drafts import abandon, add_draft, import_draft, open_draft, revise, save_draft
from fadu.catalog.services.tables.forms import ENDING, FILING, PUBLISHING
from fadu.catalog.services.tables.publishing import file_table, publish, repeal

__all__ = ["ENDING", "FILING", "PUBLISHING", "abandon", "add_draft", "file_table", "import_draft", "open_draft", "publish", "repeal", "revise", "save_draft"]
