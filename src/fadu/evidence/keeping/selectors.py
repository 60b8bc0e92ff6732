"""How the installation is kept: what the page of its health shows."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.cases.models import Leaf, LogHead
from fadu.cases.services import log
from fadu.evidence.keeping.models import Backup, Examination
from fadu.ledger import checkpoint

EXAMINED, BACKED_UP, PUBLISHED = 36, 36, 1
"""Hours after which a daily verification, a daily backup, and (while leaves wait) a head are late."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that tells of health.

    Attributes:
        label: what it is.
        at: when it was last well; None where it never was.
        says: in words.
        state: `ok`, `near` or `bad`, as the marks of the pages are called.
    """

    label: str
    at: datetime | None
    says: str
    state: str


@dataclass(frozen=True, slots=True)
class Health:
    """All of it."""

    signs: tuple[Sign, ...]
    last: Examination | None
    runs: tuple[Examination, ...]
    backups: tuple[Backup, ...]


def health(actor: Actor) -> Health:
    """How the installation is kept; raises NotAllowed."""
    require(actor, "health.see")
    whole = Examination.objects.filter(scope="all").order_by("-id").first()
    copy = Backup.objects.order_by("-id").first()
    return Health(
        (_published(), _examined(whole), _backed_up(copy)),
        whole,
        tuple(Examination.objects.order_by("-id")[:10]),
        tuple(Backup.objects.order_by("-id")[:10]),
    )


def _published() -> Sign:
    row = LogHead.objects.filter(pk=1).first()
    pending = Leaf.objects.filter(index__isnull=True).count()
    size = checkpoint.read(row.note).size if row and row.note else 0
    file = log.folder() / "checkpoint"
    at = datetime.fromtimestamp(file.stat().st_mtime, timezone.get_current_timezone()) if file.exists() else None
    late = pending and (at is None or (timezone.now() - at).total_seconds() > PUBLISHED * 3600)
    says = f"{size} 条，{f'{pending} 条等待写入' if pending else '没有等待写入的'}"
    return Sign("检查点", at, says, "bad" if late else "near" if pending else "ok")


def _examined(run: Examination | None) -> Sign:
    if run is None:
        return Sign("全部核验", None, "还没有核验过，请运行 fadu verify --all", "bad")
    if run.faults:
        return Sign("全部核验", run.ended_at, f"不符 {run.faults} 处", "bad")
    return Sign("全部核验", run.ended_at, f"记录 {run.records} 条、文件 {run.files} 个，没有不符", _late(run.ended_at, EXAMINED))


def _backed_up(copy: Backup | None) -> Sign:
    if copy is None:
        return Sign("备份", None, "还没有备份过，请运行 fadu backup", "bad")
    return Sign("备份", copy.ended_at, f"日志 {copy.size} 条、文件 {copy.files} 个，清单 {copy.manifest[:12]}…", _late(copy.ended_at, BACKED_UP))


def _late(at: datetime, hours: int) -> str:
    return "near" if (timezone.now() - at).total_seconds() > hours * 3600 else "ok"
