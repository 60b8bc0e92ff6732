"""One verification from beginning to end."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Q

from fadu.cases.models import Case, Leaf
from fadu.evidence.keeping.deviations import Findings
from fadu.evidence.keeping.places import Places
from fadu.evidence.keeping.verifying import frame
from fadu.evidence.keeping.verifying.chains import Chains
from fadu.evidence.keeping.verifying.leaves import Leaves
from fadu.evidence.keeping.verifying.log import Logged


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked at: everything, one case, or what came into the log from an index on."""

    case_id: Any = None
    since: int = 0
    files: bool = True

    @property
    def word(self) -> str:
        """For the row that remembers the run."""
        return "case" if self.case_id else "since" if self.since else "all"


def silent(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def examine(scope: Scope, told: Callable[[int, int], None] = silent) -> Findings:
    """Verify; `told` hears how much of how much is done. Nothing is written, and who works meanwhile is not stopped."""
    findings, places = Findings(), Places()
    last = Leaf.objects.aggregate(last=Max("pk"))["last"] or 0  # what is recorded meanwhile is looked at next time
    logged = Logged(findings, places, scope.since)
    leaves, cases = _chosen(scope, last, logged.start)
    done, total = 0, leaves.count() + cases.count()

    def more(count: int) -> None:
        nonlocal done
        done += count
        told(done, total)

    logged.read_bundles()
    looking = Leaves(findings, places, logged, files=scope.files)
    looking.examine(leaves, more)
    looking.owing(scope.case_id)
    if not scope.case_id:
        looking.unseen()
    Chains(findings, places).examine(cases, more)
    logged.recompute()
    if not (scope.case_id or scope.since):
        logged.older()
    frame.examine(findings)
    if findings.pending:
        findings.remarks.append(f"有 {findings.pending} 条存证等待写入公开日志；后台处理（fadu work）在运行时只需片刻")
    return findings


def _chosen(scope: Scope, last: int, start: int) -> tuple[Any, Any]:
    """The leaves and the cases that are looked at."""
    leaves, cases = Leaf.objects.filter(pk__lte=last), Case.objects.all()
    if scope.case_id:
        return leaves.filter(case_id=scope.case_id), cases.filter(pk=scope.case_id)
    if scope.since:
        leaves = leaves.filter(Q(index__isnull=True) | Q(index__gte=start))
        cases = cases.filter(pk__in=leaves.filter(case__isnull=False).values("case_id"))
    return leaves, cases
