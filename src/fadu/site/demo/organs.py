"""The organs of the county and how many people serve in each."""

from dataclasses import dataclass
from typing import Any

from fadu.agencies.codes import credit_code

BANK = "示范农村商业银行清河支行"


@dataclass(frozen=True)
class Place:
    """An organ as it is set up.

    Attributes:
        short: 文号简称.
        name: 机关名称.
        above: short name of the organ above; "" for the topmost.
        field: 执法领域.
        boss: post of its first head.
        heads: how many heads.
        reviewers: how many people review.
        officers: how many enforce.
        kind: 机关性质.
        level: 层级.
        address: 地址.
        others: entered besides.
    """

    short: str
    name: str
    above: str
    field: str
    boss: str
    heads: int
    reviewers: int
    officers: int
    kind: str = "statutory"
    level: str = "county"
    address: str = ""

    @property
    def enforces(self) -> bool:
        """Whether it has people who enforce."""
        return self.officers > 0


PLACES = (
    Place("示县府", "示范县人民政府", "", "government", "县长", 0, 0, 0, address="示范县城关镇人民路 1 号"),
    Place("示司", "示范县司法局", "示县府", "justice", "局长", 1, 0, 0, address="示范县城关镇人民路 16 号"),
    Place("示市监", "示范县市场监督管理局", "示县府", "market", "局长", 3, 3, 28, address="示范县城关镇清河路 88 号"),
    Place(
        "示市监城", "示范县市场监督管理局城关市场监督管理所", "示市监", "market", "所长", 1, 0, 4, kind="dispatched", level="township",
        address="示范县城关镇东街 21 号",
    ),
    Place("示环", "示范市生态环境局示范县分局", "示县府", "ecology", "局长", 2, 1, 7, address="示范县城关镇柳湖路 5 号"),
    Place("示城管", "示范县城市管理综合行政执法局", "示县府", "city", "局长", 2, 1, 10, address="示范县城关镇西环路 30 号"),
    Place("示应急", "示范县应急管理局", "示县府", "emergency", "局长", 2, 1, 6, address="示范县城关镇安康路 9 号"),
    Place("示农", "示范县农业农村局", "示县府", "agriculture", "局长", 2, 1, 6, address="示范县城关镇丰收路 12 号"),
    Place("示卫", "示范县卫生健康局", "示县府", "health", "局长", 2, 1, 5, address="示范县城关镇康宁路 3 号"),
    Place("示交", "示范县交通运输局", "示县府", "transport", "局长", 2, 1, 6, address="示范县城关镇迎宾路 66 号"),
    Place("示文旅", "示范县文化和旅游局", "示县府", "culture", "局长", 2, 1, 4, address="示范县城关镇文昌街 8 号"),
    Place("示消", "示范县消防救援大队", "示县府", "fire", "大队长", 2, 1, 4, address="示范县城关镇西环路 119 号"),
    Place("城关政", "示范县城关镇人民政府", "示县府", "general", "镇长", 1, 0, 5, level="township", address="示范县城关镇中心街 2 号"),
)  # fmt: skip
"""In the order in which they are set up."""


def entered(place: Place, number: int, boss: str, above: int | None) -> dict[str, Any]:
    """What is entered for an organ."""
    data: dict[str, Any] = {
        "name": place.name,
        "short_name": place.short,
        "code": credit_code(f"11130999MB{1000 + number:07d}"),
        "kind": place.kind,
        "field": place.field,
        "level": place.level,
        "region_name": "示范县城关镇" if place.level == "township" else "示范县",
        "region_code": "130999100" if place.level == "township" else "130999",
        "address": place.address,
        "phone": f"0399-{5550100 + number}",
        "legal_rep": boss,
        "starts_on": "2019-03-01",
    }
    if above is not None:
        data["parent"] = str(above)
    if place.enforces:
        data |= {
            "bank_name": BANK,
            "bank_account": f"6222039900{10000000 + number * 137}",
            "review_authority": "示范县人民政府",
            "review_address": "示范县城关镇人民路 1 号（行政复议办公室）",
            "court": "示范县人民法院",
            "court_address": "示范县城关镇公正路 10 号",
        }
    return data
