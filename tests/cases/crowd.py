"""A hundred thousand cases for measuring lists. Rows of lists only: no steps, so nothing here passes for a record."""

import random
from datetime import date, timedelta

from fadu.agencies.models import Officer, Organ
from fadu.cases.models import Case, CaseRole, Party
from fadu.cases.models.ids import new_id

STAGES = (
    ("source", "file", "机关负责人"),
    ("investigating", "conclude", "执法人员"),
    ("concluded", "review_case", "法制审核人员"),
    ("decided", "serve", "执法人员"),
)


def crowd(count: int) -> None:
    """So many open cases in the market bureau, handled by its officers in turn."""
    chance = random.Random(3)
    organ = Organ.objects.get(short_name="示市监")
    officers = list(Officer.objects.filter(organ=organ).order_by("id").values_list("id", flat=True))[:3]
    party = Party(id=new_id(), kind="unit", name="示范县清河食品店", shown_as="示范县清河食品店")
    party.save()
    today = date.today()  # noqa: DTZ011
    for start in range(0, count, 5000):
        cases = []
        for place in range(start, min(start + 5000, count)):
            stage, step, role = chance.choice(STAGES)
            cases.append(
                Case(
                    id=new_id(), organ=organ, procedure="penalty.general", version="2021", number=f"示市监罚立〔2026〕{place + 1000}号", title=f"示范县第{place}号食品店经营超过保质期的食品案",
                    cause="经营超过保质期的食品", field="market", item="SC-CF-001", party=party, stage=stage, stage_since=today, opened_on=today,
                    turn_step=step, turn_role=role, next_due=today + timedelta(chance.randint(-20, 90)), next_rule="CF-060",
                )
            )  # fmt: skip
        Case.objects.bulk_create(cases)
        CaseRole.objects.bulk_create(
            [CaseRole(case=case, officer_id=officers[n % 3], function="handle", since="2026-01-01T00:00:00+08:00") for n, case in enumerate(cases)]
        )
