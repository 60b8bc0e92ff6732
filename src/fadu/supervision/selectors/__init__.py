"""What is read of findings, for who asks."""

from fadu.supervision.selectors.findings import Page, findings, latest, tallied

__all__ = ["Page", "findings", "latest", "tallied"]
