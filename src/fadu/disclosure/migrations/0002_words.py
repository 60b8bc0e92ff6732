"""The index of words: FTS5 on SQLite, a column that PostgreSQL keeps by itself."""

from typing import Any

from django.db import migrations

LAY = {
    "sqlite": ("CREATE VIRTUAL TABLE disclosure_shown_words USING fts5(words, tokenize='unicode61')",),
    "postgresql": (
        "ALTER TABLE disclosure_shown ADD COLUMN words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(grams, ' '), ''))) STORED",
        "CREATE INDEX disclosure_shown_words ON disclosure_shown USING gin (words)",
    ),
}
LIFT = {
    "sqlite": ("DROP TABLE disclosure_shown_words",),
    "postgresql": ("DROP INDEX disclosure_shown_words", "ALTER TABLE disclosure_shown DROP COLUMN words"),
}


def _run(statements: dict[str, tuple[str, ...]]) -> Any:
    def run(_apps: Any, schema_editor: Any) -> None:
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0001_initial")]
    operations = [migrations.RunPython(_run(LAY), _run(LIFT))]
