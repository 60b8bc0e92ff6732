"""Under what right goods are held, and what may happen to them."""

from enum import StrEnum


class Hold(StrEnum):
    """Under what right goods are held (保管的根据)."""

    PRESERVED = "preserved"
    SEALED = "sealed"
    SEIZED = "seized"
    SAMPLED = "sampled"
    CONFISCATED = "confiscated"
    RELEASED = "released"
    REMOVED = "removed"

    @property
    def label(self) -> str:
        """In Chinese."""
        return _HOLDS[self]


_HOLDS = {
    Hold.PRESERVED: "先行登记保存",
    Hold.SEALED: "查封",
    Hold.SEIZED: "扣押",
    Hold.SAMPLED: "抽样取证",
    Hold.CONFISCATED: "没收待处理",
    Hold.RELEASED: "已解除待返还",
    Hold.REMOVED: "强制拆除移出待领取",
}


class Movement(StrEnum):
    """What happened to goods (流转)."""

    TAKE = "take"
    HAND = "hand"
    SEAL = "seal"
    UNSEAL = "unseal"
    SEND = "send"
    BACK = "back"
    CONVERT = "convert"
    CONFISCATE = "confiscate"
    RELEASE = "release"
    RETURN = "return"
    SELL = "sell"
    DESTROY = "destroy"
    TRANSFER = "transfer"
    SURRENDER = "surrender"
    CONSUME = "consume"
    LOSE = "lose"
    CORRECT = "correct"

    @property
    def label(self) -> str:
        """In Chinese."""
        return _MOVEMENTS[self]


_MOVEMENTS = {
    Movement.TAKE: "清点收存",
    Movement.HAND: "交接",
    Movement.SEAL: "封存",
    Movement.UNSEAL: "启封",
    Movement.SEND: "送检",
    Movement.BACK: "送检返回",
    Movement.CONVERT: "转为查封扣押",
    Movement.CONFISCATE: "没收",
    Movement.RELEASE: "解除",
    Movement.RETURN: "返还",
    Movement.SELL: "变卖、拍卖",
    Movement.DESTROY: "销毁",
    Movement.TRANSFER: "移送",
    Movement.SURRENDER: "按国家有关规定处理",
    Movement.CONSUME: "检验耗损",
    Movement.LOSE: "损毁灭失",
    Movement.CORRECT: "更正",
}

HELD = frozenset({Hold.PRESERVED, Hold.SEALED, Hold.SEIZED, Hold.SAMPLED})
"""Held while the inquiry lasts; what becomes of it is not decided yet."""

ENDS = frozenset({Movement.RETURN, Movement.SELL, Movement.DESTROY, Movement.TRANSFER, Movement.SURRENDER, Movement.CONSUME, Movement.LOSE})
"""After these the organ holds the goods no more (去向)."""

NEEDS_STEP = frozenset({Movement.CONVERT, Movement.CONFISCATE, Movement.RELEASE, Movement.SELL, Movement.DESTROY, Movement.TRANSFER, Movement.SURRENDER})
"""These follow from a decision: without a step of the case that carries it they are refused."""

KEPT = {
    Movement.CONVERT: frozenset({Hold.PRESERVED}),
    Movement.CONFISCATE: HELD,
    Movement.RELEASE: HELD,
    Movement.RETURN: frozenset({Hold.RELEASED, Hold.SAMPLED, Hold.REMOVED}),
    Movement.TRANSFER: HELD,
    Movement.DESTROY: frozenset(Hold) - {Hold.RELEASED, Hold.REMOVED},
    Movement.SURRENDER: frozenset(Hold) - {Hold.REMOVED},
    Movement.SELL: frozenset(Hold) - {Hold.REMOVED},
}
"""From which holds a movement may start; from any where it is not named."""
