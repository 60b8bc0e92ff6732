"""The command line: `fadu COMMAND`; the commands are Django's management commands of the rooms.

`monitor` and the verification of a file are for anyone, on any machine: they are begun without Django and leave no trace.
"""

import os
import sys


def main() -> None:
    """Run the command named by the arguments."""
    if sys.argv[1:2] == ["monitor"]:
        from fadu.ledger.monitor.cli import monitor  # noqa: PLC0415 - nothing else is loaded

        sys.exit(monitor(sys.argv[2:]))
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fadu.site.settings")
    execute_from_command_line(sys.argv)
