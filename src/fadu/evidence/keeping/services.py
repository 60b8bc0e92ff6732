"""Remembering what was verified and backed up: the only writers of this room."""

from datetime import datetime

from django.utils import timezone

from fadu.evidence.keeping.deviations import Findings
from fadu.evidence.keeping.models import Backup, Examination

MOST = 200
"""Deviations that are kept with a run; the count tells of the others."""


def begin() -> datetime:
    """When a run begins: by the true clock, also where the demonstration has set another."""
    return timezone.now()


def examined(findings: Findings, scope: str, began_at: datetime) -> Examination:
    """Remember a verification."""
    return Examination.objects.create(
        scope=scope,
        began_at=began_at,
        ended_at=timezone.now(),
        records=findings.records,
        files=findings.files,
        size=findings.size,
        faults=len(findings.deviations),
        found=[deviation.as_dict() for deviation in findings.deviations[:MOST]],
    )


def backed_up(began_at: datetime, *, size: int, files: int, stored: int, manifest: str) -> Backup:
    """Remember a backup that is finished."""
    return Backup.objects.create(began_at=began_at, ended_at=timezone.now(), size=size, files=files, bytes=stored, manifest=manifest)
