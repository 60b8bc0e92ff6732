"""The county is verified whole once it stands, as an installation is each day."""

from fadu.evidence.keeping import services
from fadu.evidence.keeping.verifying import Scope, examine


def verified() -> str:
    """Verify everything and remember it; what was found, in words. What waits for the log is published by the worker."""
    began = services.begin()
    findings = examine(Scope())
    services.examined(findings, "all", began)
    return list(findings.lines())[-1]
