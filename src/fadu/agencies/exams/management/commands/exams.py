"""`fadu exams verify`: re-mark and re-hash every sitting."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fadu.accounts.actors import SYSTEM
from fadu.agencies.exams import services
from fadu.agencies.exams.checking import check_all


class Command(BaseCommand):
    """Tells every sitting in which something does not agree; ends with 1 where there is one."""

    help = "核验考试记录：逐份重新抽题、重新评阅、重算散列（verify）"

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do, with which exam."""
        parser.add_argument("action", choices=["verify"])
        parser.add_argument("--exam", type=int, help="只核验这一场考试（编号）")

    def handle(self, *_: Any, **options: Any) -> None:
        """Check, and say."""
        services.close_due(SYSTEM, exam_id=options["exam"])
        whole, bad = 0, 0
        for checked in check_all(options["exam"]):
            whole += 1
            if checked.faults:
                bad += 1
                sitting = checked.sitting
                self.stdout.write(f"第 {sitting.pk} 号答题记录（{sitting.exam.title}，{sitting.officer.name}）：{'；'.join(checked.faults)}")
        if bad:
            raise CommandError(f"{whole} 份答题记录，{bad} 份与记录不符")
        self.stdout.write(f"{whole} 份答题记录全部相符")
