"""What the tests run inside processes of an installation of their own: `python -m tests.sheets.within work|story`.

`work` is a worker that stops in the midst of writing; `story` starts one, looks from outside, kills it, and starts again.
"""

import json
import subprocess
import sys
import time
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - after Django is ready

from fadu.accounts.actors import SYSTEM  # noqa: E402
from fadu.agencies.models import Organ  # noqa: E402
from fadu.sheets import selectors, services, sheet  # noqa: E402
from fadu.sheets.models import Import  # noqa: E402
from fadu.sheets.sheet import Loaded  # noqa: E402
from tests.sheets.files import animals, workbook  # noqa: E402


def half(_actor: Any, _rows: Any, tick: Any) -> Loaded:
    """Write something, say so, and stay there."""
    Organ.objects.create(name="半途", short_name="半", code="x", path="/", starts_on="2020-01-01")
    tick(1)
    print("writing", flush=True)
    time.sleep(60)
    return Loaded()


def work() -> None:
    """A worker."""
    sheet.register(animals(load=half))
    services.work_once()


def story() -> None:
    """What is seen of a run that is being written, of one whose worker was killed, and of one that is started again."""
    call_command("migrate", verbosity=0)
    animal = sheet.register(animals(load=lambda _actor, rows, _tick: Loaded(added=len(rows))))
    run = services.bring_in(SYSTEM, animal, "动物.xlsx", workbook(["名称", "种类"], ["大黄", "狗"], ["小白", "猫"]), "核对")
    worker = subprocess.Popen([sys.executable, "-m", "tests.sheets.within", "work"], stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None
    seen: dict[str, Any] = {"said": worker.stdout.readline().strip()}

    def look(name: str) -> None:
        found = selectors.run(SYSTEM, animal, run.pk)
        seen[name] = [found.state, found.rows_done, found.rows_all, found.kept, Organ.objects.filter(code="x").count()]

    look("writing")
    services.tell_interrupted()
    look("somebody is at it")
    worker.kill()
    worker.wait(10)
    deadline = time.monotonic() + 20
    while Import.objects.get(pk=run.pk).running and time.monotonic() < deadline:  # a server takes a moment to see that its client is gone
        services.tell_interrupted()
        time.sleep(0.05)
    look("killed")
    services.start_again(SYSTEM, animal, run.pk)
    look("again")
    services.work_once()
    look("done")
    print(json.dumps(seen))


if __name__ == "__main__":
    {"work": work, "story": story}[sys.argv[1]]()
