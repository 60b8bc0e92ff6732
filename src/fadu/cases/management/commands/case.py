"""`fadu case replay FILE`, `fadu case rebuild`: cases from files through the door, and states anew from steps."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from fadu.accounts.permissions import NotAllowed
from fadu.cases.errors import Conflict, NotFound, Refused
from fadu.cases.models import Case
from fadu.cases.services import record
from fadu.cases.services.clocks import set_clocks
from fadu.cases.services.replay import read, replay
from fadu.law.forms import Invalid


class Command(BaseCommand):
    """Cases."""

    help = "案件：replay FILE 让案件文件走同一道门；rebuild 用步骤重算全部案件的状态"

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="replay|rebuild")
        taking = actions.add_parser("replay", help="按 JSON 文件逐步办理")
        taking.add_argument("files", type=Path, nargs="+", metavar="FILE")
        anew = actions.add_parser("rebuild", help="用步骤重算状态；--check 只比较，不改")
        anew.add_argument("--check", action="store_true")

    def handle(self, *_: Any, **options: Any) -> None:
        """Do it."""
        if options["action"] == "replay":
            for file in options["files"]:
                self._replay(file)
        else:
            self._rebuild(check=options["check"])

    def _replay(self, file: Path) -> None:
        try:
            done = replay(read(file), lambda seq, name: self.stdout.write(f"  {seq:3} {name}"))
        except Refused as refused:
            reasons = json.dumps([objection.as_dict() for objection in refused.objections], ensure_ascii=False, indent=1)
            raise CommandError(f"{file.name} 被依法拒绝，已记录：\n{reasons}") from refused
        except Invalid as invalid:
            raise CommandError("\n".join(f"{name or '文件'}：{text}" for name, text in invalid.errors.items())) from invalid
        except (Conflict, NotFound, NotAllowed) as other:
            raise CommandError(str(other)) from other
        self.stdout.write(f"{file.name}：{done.seq} 步，案件 {done.case_id}，现处 {done.stage}")

    def _rebuild(self, *, check: bool) -> None:
        wrong = 0
        for case in Case.objects.order_by("id").iterator():
            with transaction.atomic():
                locked = Case.objects.select_for_update().get(pk=case.pk)
                kept, anew = record.state_of(locked), record.rebuilt(locked)
                if (kept.stage, dict(kept.facts), kept.seq) == (anew.stage, dict(anew.facts), anew.seq):
                    continue
                wrong += 1
                self.stdout.write(
                    f"{case.id} 与步骤不符：{sorted(name for name in {*kept.facts, *anew.facts} if kept.facts.get(name) != anew.facts.get(name))}"
                )
                if not check:
                    record.keep_state(locked, anew, kept.facts)
                    set_clocks(locked, anew.facts)
                    locked.save()
        self.stdout.write(f"核对完毕，{wrong} 件与步骤不符{'' if check else '，已改正'}")
        if wrong and check:
            raise CommandError("有案件的状态与步骤不符")
