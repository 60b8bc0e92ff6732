"""`python -m fadu.ledger.monitor`: without Django, also where the platform is not installed whole."""

import sys

from fadu.ledger.monitor.cli import monitor

sys.exit(monitor(sys.argv[1:]))
