"""The command line: `fadu COMMAND`; the commands are Django's management commands of the rooms."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command named by the arguments."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fadu.site.settings")
    execute_from_command_line(sys.argv)
