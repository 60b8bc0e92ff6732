"""Steps, attempts and leaves are only ever added: the database itself refuses the rest."""

from typing import Any

from django.db import migrations

from fadu.cases import append_only


def lay(_apps: Any, schema_editor: Any) -> None:
    append_only.install(schema_editor.connection)


def lift(_apps: Any, schema_editor: Any) -> None:
    append_only.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [migrations.RunPython(lay, lift)]
