"""The market bureau of the tests, with the people that the stories in tests/data name."""

from datetime import date
from pathlib import Path

from django.conf import settings

from fadu.accounts.actors import SYSTEM, Actor, Role
from fadu.accounts.selectors import actor_for
from fadu.agencies import services
from fadu.agencies.models import Officer, Organ
from fadu.catalog.services import load_items
from tests.agencies.world import PASSWORD, World

PEOPLE = (
    ("liwei", "李伟", Role.OFFICER),
    ("wangfang", "王芳", Role.OFFICER),
    ("zhoujie", "周杰", Role.OFFICER),
    ("chenjing", "陈静", Role.REVIEWER),
    ("zhaoqiang", "赵强", Role.HEAD),
    ("sunli", "孙丽", Role.HEAD),
)
GENERAL = (("zhoulin", "周林", Role.OFFICER), ("hejing", "何静", Role.OFFICER), ("linxue", "林雪", Role.REVIEWER), ("wujun", "吴军", Role.HEAD))
DATA = Path(__file__).parents[1] / "data"
ACTS = Path(settings.PROJECT) / "localities" / "demo" / "acts"


def file_of(name: str) -> Path:
    """The file of a story: of the tests alone, or one that the demonstration county tells too."""
    return next(folder / f"{name}.json" for folder in (DATA, ACTS) if (folder / f"{name}.json").is_file())


class Bureau(World):
    """示范县市场监督管理局 and whom it needs."""

    def __init__(self) -> None:
        super().__init__()
        self.named: dict[str, Officer] = {}
        self.organ("示范县人民政府", "示县府", field="government")
        self.organ(
            "示范县市场监督管理局", "示市监", "示县府", bank_name="示范银行清河支行", bank_account="6222000012345678",
            review_authority="示范县人民政府", review_address="示范县人民路 1 号", court="示范县人民法院", court_address="示范县法院路 2 号",
        )  # fmt: skip
        self.organ("示范县司法局", "示司", "示县府", field="justice")
        for username, name, role in PEOPLE:
            self.named[username] = self.person(username, name, role)
        self.named["zhaomin"] = self.person("zhaomin", "赵敏", Role.SUPERVISOR, "示司")
        self.named["hanxue"] = self.person("hanxue", "韩雪", Role.SUPERVISOR, "示司")
        self.named["linyuan"] = self.person("linyuan", "林远", Role.HEAD, "示司")
        self.named["admin"] = self.person("admin", "何平", Role.ADMIN, "示县府")
        load_items(SYSTEM, settings.PROJECT / "localities" / "demo" / "items.toml")

    @property
    def bureau(self) -> Organ:
        """The organ."""
        return self.organs["示市监"]

    def general(self) -> "Bureau":
        """示范县综合行政执法局 too, whose credentials are good for every field."""
        self.organ("示范县综合行政执法局", "示综", "示县府", field="general", bank_name="示范银行南街支行", bank_account="6222000087654321")
        for username, name, role in GENERAL:
            self.named[username] = self.person(username, name, role, "示综", category="general")
        return self

    def person(self, username: str, name: str, role: Role, short: str = "示市监", **card: str) -> Officer:
        person = self.officer(name, short)
        services.open_account(SYSTEM, person.pk, {"username": username, "password": PASSWORD}, demo=True)
        services.appoint(SYSTEM, person.pk, {"role": role.value, "starts_on": str(date(2020, 1, 1))})
        if role is Role.OFFICER:
            self.credential(person, valid_from="2025-01-01", valid_to="2027-12-31", **card)
        person.refresh_from_db()
        return person

    def who(self, username: str) -> Actor:
        """The person as the platform knows who asks."""
        user = self.named[username].user
        assert user is not None
        return actor_for(user)
