"""`fadu exhibits`: the registers of exhibits and goods of cases that are older than the registers, and their rebuilding."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from fadu.cases.models import Case, Step
from fadu.evidence.exhibits import services
from fadu.evidence.exhibits.reading import STEPS


class Command(BaseCommand):
    """Takes in every step that is not taken in yet; a second time it changes nothing."""

    help = "证据和涉案财物：把已有案件的步骤登记入台账（做过的不会重做）；--rebuild 由记录重新推算台账"

    def add_arguments(self, parser: CommandParser) -> None:
        """What is done."""
        parser.add_argument("--rebuild", action="store_true", help="由证据记录和流转记录重新推算证据、物品和批次")

    def handle(self, *_: Any, **options: Any) -> None:
        """Do it, in the order in which things were entered."""
        if options["rebuild"]:
            found = sum(services.rebuild(case) for case in Case.objects.filter(exhibits__isnull=False).distinct().iterator())
            self.stdout.write(f"重新推算：{found} 份证据和物品")
            return
        wanted = Step.objects.filter(name__in=STEPS).order_by("recorded_at", "case_id", "seq").values_list("pk", flat=True)
        count = 0
        for count, key in enumerate(wanted.iterator(), 1):
            services.take_in(key)
            if count % 500 == 0:
                self.stdout.write(f"已看 {count} 步")
        self.stdout.write(f"完成：{count} 步")
