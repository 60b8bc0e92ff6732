"""What is read of findings and figures, for who asks."""

from fadu.supervision.selectors.figures import Shown, asked, figured, overseen, read
from fadu.supervision.selectors.findings import Page, findings, latest, tallied

__all__ = ["Page", "Shown", "asked", "figured", "findings", "latest", "overseen", "read", "tallied"]
