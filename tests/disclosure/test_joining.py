"""Masking can't be undone by joining: beside a public roll of a county, no masked natural person stands alone.

The oracle is an attacker who has everything that others publish: names, villages, streets, ages, plates and shops of all the
people of a county. It reads of the masked text whatever it can use, and counts whom it could be.
"""

import random
import re
from typing import NamedTuple

import pytest

from fadu.disclosure.masking import known_of, mask, remains

LEAST = 5
SURNAMES = "王李张刘陈杨赵黄周吴" * 20 + "佴亓逄仉督缑"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英"
VILLAGES = [f"{name}村" for name in ("清河", "柳林", "石桥", "西山", "东营", "南坡", "北沟", "杏花", "梨园", "枣林")]
STREETS = [f"{name}街" for name in ("人民", "建设", "解放", "幸福", "文化", "和平")]
SHOPS = ("食品店", "便利店", "小吃店", "超市", "养殖场", "经营部")


class Person(NamedTuple):
    """A line of the roll."""

    name: str
    village: str
    street: str
    number: int
    born: int
    plate: str
    shop: str


def roll(size: int = 3000) -> list[Person]:
    chance = random.Random(20261121)
    return [
        Person(
            chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2)), chance.choice(VILLAGES), chance.choice(STREETS), chance.randint(1, 200),
            chance.randint(1950, 2004), f"冀T{chance.randint(10000, 99999)}", f"{chance.choice(GIVEN)}{chance.choice(GIVEN)}{chance.choice(SHOPS)}",
        )
        for _ in range(size)
    ]  # fmt: skip


TEXTS = (
    "当事人{name}（男，{age}岁，{born}年5月6日出生，汉族，住示范县城关镇{village}{number}号）在{street}{number}号摆摊。",
    "当事人{name}系{village}村民，经营{shop}，驾驶{plate}号货车在示范县城关镇{street}{number}号门前占道。",
    "{name}，{age}周岁，{shop}的经营者，在其{village}的家中加工食品。",
    "经查，{name}的{shop}位于示范县城关镇{street}{number}号，车牌{plate}。",
)


def candidates(text: str, people: list[Person], on: int = 2026) -> list[Person]:
    """Whom a text could be of: everything in it that the roll has too narrows them."""
    found = people
    if veiled := re.search(r"([\u4e00-\u9fff])某", text):
        found = [one for one in found if one.name.startswith(veiled[1])]
    for value in ("village", "street", "shop", "name", "plate"):
        told = {getattr(one, value) for one in people if getattr(one, value) in text}
        if told:
            found = [one for one in found if getattr(one, value) in told]
    for match in re.finditer(r"(\d{1,3})\s*周?岁", text):
        found = [one for one in found if on - one.born == int(match[1])]
    for match in re.finditer(r"(19\d{2}|20\d{2})年", text):
        found = [one for one in found if one.born == int(match[1])]
    for match in re.finditer(r"(\d{1,3})号", text):
        found = [one for one in found if one.number == int(match[1])]
    return found


@pytest.mark.parametrize("form", range(len(TEXTS)))
def test_beside_the_roll_nobody_stands_alone(form: int) -> None:
    people = roll()
    for person in [*people[:60], *(one for one in people if one.name[0] in "佴亓逄仉督缑")][:75]:
        text = TEXTS[form].format(age=2026 - person.born, **person._asdict())
        assert len(candidates(text, people)) < LEAST, "as it is written it does tell who it is"
        known = known_of(
            party={
                "kind": "person",
                "name": person.name,
                "code": "",
                "legal_rep": "",
                "address": f"示范县城关镇{person.village}{person.number}号",
                "phone": "",
            },
            answers=[],
        )
        masked = mask(text, known).text
        assert not remains(masked, known)
        assert person.name not in masked
        assert len(candidates(masked, people)) >= LEAST, f"{text} → {masked}"


def test_all_who_bear_a_surname_look_the_same() -> None:
    """Of two signs or four, with or without a dot: what stands instead tells no length and no first sign of the given name."""
    for common in ("张伟", "张建国", "张 建 国"):
        known = known_of(party={"kind": "person", "name": common}, answers=[])
        assert mask(f"当事人{common}到场", known).text == "当事人张某某到场"
    for rare in ("佴清河", "督建国"):
        known = known_of(party={"kind": "person", "name": rare}, answers=[])
        assert mask(f"当事人{rare}到场", known).text == "当事人（姓名不公开）到场"
