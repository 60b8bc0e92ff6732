"""Which step of a case lets what become of goods. Without it a movement is refused with its article."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fadu.law.custody.kinds import Movement
from fadu.law.statutes import COERCION, HEBEI_TOWNSHIPS, PENALTY, SAMR_PROCEDURE, TRANSFER
from fadu.law.statutes.citations import Citation


@dataclass(frozen=True, slots=True)
class Allows:
    """A step that allows it, where one of its answers is as told.

    Attributes:
        step: its name.
        field: the answer that decides; "" where the step itself does.
        value: what the answer must be, or hold.
        listed: the step's rows that bound what and how much; "" where it lists nothing.
    """

    step: str
    field: str = ""
    value: str = ""
    listed: str = ""

    def by(self, name: str, data: Mapping[str, Any]) -> bool:
        """Whether a step of this name with these answers does."""
        if name != self.step:
            return False
        answer = data.get(self.field)
        return not self.field or self.value == answer or (isinstance(answer, list) and self.value in answer)


@dataclass(frozen=True, slots=True)
class Authority:
    """What must have been decided before goods may go this way.

    Attributes:
        movement: the way.
        steps: any of these.
        bases: the articles.
        says: what they demand.
        fix: what to do next.
    """

    movement: Movement
    steps: tuple[Allows, ...]
    bases: tuple[Citation, ...]
    says: str
    fix: str


AUTHORITY: Mapping[Movement, Authority] = {
    each.movement: each
    for each in (
        Authority(
            Movement.CONVERT,
            (Allows("dispose_preserved", "disposal", "seized"), Allows("seize")),
            (SAMR_PROCEDURE[35, 1], COERCION[18, 1, 1]),
            "登记保存的物品转为查封、扣押，应当依法决定采取行政强制措施，实施前经负责人批准",
            "先办理“处理登记保存物品”（依法查封、扣押），或者登记查封、扣押事项",
        ),
        Authority(
            Movement.CONFISCATE,
            (
                Allows("decide", "decision_kinds", "GOODS"),
                Allows("dispose_measure", "measure_disposal", "confiscate"),
                Allows("dispose_preserved", "disposal", "confiscate"),
            ),
            (PENALTY[57, 1], COERCION[27]),
            "没收财物应当由行政机关负责人作出决定",
            "先作出没收的处罚决定或者处理决定",
        ),
        Authority(
            Movement.RELEASE,
            (
                Allows("dispose_preserved", "disposal", "released"),
                Allows("dispose_measure", "measure_disposal", "release"),
                Allows("dispose_goods", "way", "return"),
            ),
            (SAMR_PROCEDURE[33, 1], COERCION[28, 1]),
            "解除登记保存、查封、扣押，应当作出解除的决定并经负责人批准；期限届满自动解除的除外",
            "先办理处理登记保存物品或者作出解除的处理决定",
        ),
        Authority(
            Movement.SELL,
            (Allows("dispose_goods", "way", "auction", "goods"), Allows("dispose_early")),
            (PENALTY[74, 1], SAMR_PROCEDURE[41, 3]),
            "没收的财物按照国家规定公开拍卖或者处理；决定没收之前先行处置的，须权利人同意并经负责人批准",
            "先办理“处理涉案物品”（公开拍卖）；不宜长期保存的，先办理“先行处置物品”",
        ),
        Authority(
            Movement.DESTROY,
            (Allows("dispose_goods", "way", "destroy", "goods"), Allows("dispose_measure", "measure_disposal", "destroy"), Allows("approve_destruction")),
            (PENALTY[74, 1], COERCION[27], HEBEI_TOWNSHIPS[30, 4]),
            "依法应当销毁的物品，决定或者批准之后才能销毁",
            "先作出没收、销毁的决定并办理“处理涉案物品”（销毁）；乡镇、街道的先办理“批准销毁”",
        ),
        Authority(
            Movement.TRANSFER,
            (Allows("hand_to_justice", listed="goods"), Allows("send_transfer", listed="goods")),
            (COERCION[21], TRANSFER[6]),
            "违法行为涉嫌犯罪移送司法机关的，查封、扣押、冻结的财物一并移送，并书面告知当事人",
            "先办理随案移送或者移送公安机关",
        ),
        Authority(
            Movement.SURRENDER,
            (Allows("dispose_goods", "way", "other", "goods"),),
            (PENALTY[74, 1],),
            "没收的财物公开拍卖或者按照国家有关规定处理，决定之后才能处理",
            "先办理“处理涉案物品”",
        ),
    )
}
"""By movement."""


def authorises(movement: Movement, taken: Iterable[tuple[Any, str, Mapping[str, Any]]]) -> tuple[Any, Allows] | None:
    """The latest of the steps taken (key, name, answers) that allows the movement, and how; None where none does."""
    found = None
    for key, name, data in taken:
        for allows in AUTHORITY[movement].steps:
            if allows.by(name, data):
                found = (key, allows)
    return found
