"""Cases in every stage, made of the food-safety story: something true to look at."""

import copy
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from fadu.accounts.actors import SYSTEM
from fadu.cases.errors import Refused
from fadu.cases.services.replay import replay
from fadu.catalog.services import import_statutes

TODAY = "2026-07-09T10:00"
"""Thu 9 July: the story held its hearing yesterday."""

CASES = (
    # party, how many steps of the story, days by which it is told earlier
    ("示范县清河食品店", 15, 0),
    ("示范县顺达超市", 12, 9),
    ("示范县云岭山特产经营部（个人独资）城关第二分店", 9, 14),
    ("示范县便民商店", 10, 14),
    ("示范县康乐食品有限公司", 8, 7),
    ("示范县南门副食店", 4, 27),
    ("示范县好再来餐馆", 1, 30),
    ("示范县金穗粮油店", 1, 14),
)
STATUTES = ("行政处罚法", "食品安全法", "市场监督管理行政处罚程序规定", "市场监督管理行政处罚听证办法")


def build(house: Any, food: dict[str, Any]) -> dict[str, str]:
    """Fill the county; the cases by party."""
    house.clock.set(TODAY)
    if (laws := settings.FADU_SHARED / "laws").is_dir():
        import_statutes(SYSTEM, laws)
    found = {party: _case(house, food, party, steps, days) for party, steps, days in CASES}
    house.clock.set(TODAY)
    one_officer = copy.deepcopy(food["steps"][:3])
    one_officer[0]["data"]["party_name"] = "示范县向阳水果店"
    one_officer[2]["data"]["present"] = ["liwei"]
    try:
        replay({**food, "steps": one_officer})
    except Refused:
        pass
    else:
        raise AssertionError("one officer may not inspect")
    house.work()
    return found


def _case(house: Any, food: dict[str, Any], party: str, steps: int, days: int) -> str:
    told = copy.deepcopy(food["steps"][:steps])
    for step in told:
        step["at"] = (datetime.fromisoformat(step["at"]) + timedelta(days=days)).isoformat(timespec="minutes")
        step["data"] = {name: _later(value, days) for name, value in step["data"].items()}
    told[0]["data"]["party_name"] = party
    told[0]["data"].pop("party_code")
    whens = [*(step["at"] for step in told[1:]), TODAY]
    house.clock.set(told[0]["at"], minutes=12)
    return str(replay({**food, "steps": told}, lambda seq, _name: house.clock.set(whens[seq - 1], minutes=12)).case_id)


def _later(value: Any, days: int) -> Any:
    if not isinstance(value, str) or len(value) not in {10, 16}:
        return value
    try:
        moment = datetime.fromisoformat(value) + timedelta(days=days)
    except ValueError:
        return value
    return moment.date().isoformat() if len(value) == 10 else moment.isoformat(timespec="minutes")
