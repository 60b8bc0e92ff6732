"""The command line: `fadu COMMAND`; the commands are Django's management commands of the rooms.

`monitor` and the verification of a file are for anyone, on any machine: they are begun without Django and leave no trace.
"""

import os
import sys
from typing import Final

WHOLE: Final = frozenset({"--all", "--case", "--since"})
"""What asks `verify` for the installation itself. The command line of a file has an `--all` of its own, beside the file."""

_WITH_VALUES: Final = frozenset({"--case", "--since", "--settings", "--pythonpath", "--verbosity", "-v", "--key", "--receipt", "--server"})


def main() -> None:
    """Run the command named by the arguments."""
    if sys.argv[1:2] == ["monitor"]:
        from fadu.ledger.monitor.cli import monitor  # noqa: PLC0415 - nothing else is loaded

        sys.exit(monitor(sys.argv[2:]))
    if sys.argv[1:2] == ["verify"] and not installation_meant(sys.argv[2:]):
        from fadu.ledger.cli import verify  # noqa: PLC0415 - likewise

        sys.exit(verify(sys.argv[2:]))
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fadu.site.settings")
    execute_from_command_line(sys.argv)


def installation_meant(words: list[str]) -> bool:
    """Whether `verify` is asked for the installation, not for a file."""
    asked = any(word.split("=")[0] in WHOLE for word in words)
    values = {place + 1 for place, word in enumerate(words) if word in _WITH_VALUES}
    return asked and not any(not word.startswith("-") and place not in values for place, word in enumerate(words))
