"""Pictures of the main pages: `.venv/bin/python -m tests.e2e.shots [--docs] [--only NAME …] [--width 1440 390]` writes shots/*.png.

It builds the county of `tests.e2e.county` in a scratch folder and serves it; with --docs it writes the two pictures of the README.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

SCRATCH = tempfile.mkdtemp(prefix="fadu-shots-")
os.environ |= {"FADU_DATA": SCRATCH, "DJANGO_SETTINGS_MODULE": "tests.settings", "DJANGO_ALLOW_ASYNC_UNSAFE": "true"}

ROOT = Path(__file__).parents[2]
OFFICER, HEAD = "liwei", "zhaoqiang"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", action="store_true", help="write docs/pictures for the README")
    parser.add_argument("--only", nargs="*", help="names of the pages")
    parser.add_argument("--width", nargs="*", type=int, default=[1440, 390])
    options = parser.parse_args()

    import django

    django.setup()
    from django.conf import settings
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases
    from django.utils import timezone
    from pytest_django.live_server_helper import LiveServer

    from tests.browsers import driven
    from tests.cases.world import DATA, Bureau
    from tests.e2e import county
    from tests.e2e.conftest import Clock, House

    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    settings.DEMO, settings.SESSION_COOKIE_AGE = True, 10 * 365 * 24 * 3600
    clock = Clock()
    with driven() as browser:
        bureau = Bureau().general()
        timezone.now = clock
        server = LiveServer("localhost")
        house = House(bureau, server.url, clock, browser, Path(SCRATCH))
        cases = county.build(house, json.loads((DATA / "food_safety.json").read_text("utf-8")))
        try:
            for width in [1440] if options.docs else options.width:
                shoot(house, cases, width, options)
        finally:
            server.stop()
    teardown_databases(databases, verbosity=0)


def shoot(house: Any, cases: dict[str, str], width: int, options: argparse.Namespace) -> None:
    case = f"/cases/{cases['示范县清河食品店']}/"
    pages = {
        "login": ("", "/login/"),
        "worklist": (OFFICER, "/"),
        "worklist-others": (OFFICER, "/?turn=others"),
        "worklist-head": (HEAD, "/"),
        "case": (HEAD, f"/cases/{cases['示范县顺达超市']}/") if options.docs else (OFFICER, case),
        "case-told": (HEAD, f"/cases/{cases['示范县顺达超市']}/"),
        "case-early": (OFFICER, f"/cases/{cases['示范县好再来餐馆']}/"),
        "case-refused": (OFFICER, f"/cases/{cases['示范县云岭山特产经营部（个人独资）城关第二分店']}/"),
        "record": (OFFICER, f"{case}record/4/"),
        "checks": (OFFICER, f"{case}checks/?verdict=passes"),
        "step": (OFFICER, f"/cases/{cases['示范县康乐食品有限公司']}/do/conclude/"),
        "registration": (OFFICER, "/cases/new/general/"),
        "spot": (OFFICER, "/cases/new/simple/"),
        "list": (OFFICER, "/cases/"),
        "list-empty": (OFFICER, "/cases/?q=没有这样的案件"),
        "statutes": (OFFICER, "/statutes/"),
        "statute": (OFFICER, "/statutes/行政处罚法/"),
        "benchmarks": (OFFICER, "/benchmarks/"),
        "log": ("", "/log/"),
        "missing": (OFFICER, "/cases/00000000-0000-0000-0000-000000000000/"),
        "error": (OFFICER, "/cases/new/general/"),
        "refusal": (OFFICER, f"/cases/{cases['示范县康乐食品有限公司']}/do/inspect/"),
    }
    hands: dict[str, Any] = {}
    wanted = ["case", "worklist"] if options.docs else options.only or list(pages)
    folder = ROOT / ("docs/pictures" if options.docs else "shots")
    folder.mkdir(parents=True, exist_ok=True)
    for name in wanted:
        who, path = pages[name]
        hand = hands.setdefault(who, None) or house.hand(who, width)
        hands[who] = hand
        hand.go(path)
        if name == "error":
            hand.page.fill("[name=party_name]", "<b>食品店")
            hand.submit()
        if name == "refusal":
            _refuse(hand)
        hand.page.wait_for_load_state("networkidle")
        hand.page.evaluate("document.fonts.ready")
        target = folder / f"{name}-{width}.png"
        hand.page.screenshot(path=target, full_page=not options.docs)
        sys.stdout.write(f"{target.relative_to(ROOT)}\n")


def _refuse(hand: Any) -> None:
    from tests.e2e.test_first_minute import refuse

    refuse(hand)


if __name__ == "__main__":
    main()
