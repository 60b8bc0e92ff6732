"""The only writers of findings: the sweep."""

from fadu.supervision.services.sweep import swept

__all__ = ["swept"]
