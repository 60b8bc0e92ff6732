"""What the tests of backups run inside an installation of their own: `python -m tests.evidence.keeping.within COMMAND …`."""

import json
import sys
import time
from pathlib import Path
from typing import Any

import django

django.setup()

from django.apps import apps  # noqa: E402 - after Django is ready
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from fadu.cases.models import Leaf  # noqa: E402
from fadu.cases.services.log import sequence_all, vkey  # noqa: E402
from fadu.ledger.errors import Forked  # noqa: E402


def make() -> dict[str, Any]:
    """The installation of the tests of verification."""
    from tests.evidence.keeping.conftest import made

    call_command("migrate", verbosity=0)
    made(Path(settings.DATA).parent)
    return counted()


def more(seconds: str = "0") -> dict[str, Any]:
    """Another case, or as many as can be told in some seconds."""
    from tests.cases.telling import Telling

    until = time.monotonic() + float(seconds)
    while True:
        Telling(_again(), "simple").until("tell_spot")
        sequence_all()
        if time.monotonic() >= until:
            return counted()


def _again() -> Any:
    """The bureau that is there already."""
    from fadu.agencies.models import Officer
    from tests.cases.world import Bureau

    bureau = Bureau.__new__(Bureau)
    bureau.named = {officer.user.username: officer for officer in Officer.objects.filter(user__isnull=False).select_related("user") if officer.user}
    return bureau


def counted() -> dict[str, Any]:
    """How many rows each table has, and the key of the log."""
    tables = set(connection.introspection.table_names())
    left_out = {"sessions.Session", "keeping.Examination", "keeping.Backup"}
    counts = {
        model._meta.label: model._base_manager.count() for model in apps.get_models() if model._meta.db_table in tables and model._meta.label not in left_out
    }
    return {"counts": counts, "vkey": vkey(), "leaves": Leaf.objects.count()}


def signs() -> dict[str, Any]:
    """Whether the sequencer goes on."""
    try:
        sequence_all()
    except Forked as refused:
        return {"signs": False, "says": refused.reason}
    return {"signs": True, "says": ""}


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"make": make, "more": more, "counted": counted, "signs": signs}[sys.argv[1]](*sys.argv[2:])) + "\n")
