"""What is done in a case about its recordings: they come in, or the reason why there is none is given and checked.

No time is typed here: the number of a recording is, and the platform brings what follows from it (`cases.services.filming`).
"""

from collections.abc import Callable, Mapping
from typing import Any

from fadu.law.asking import line, prose
from fadu.law.facts import Fact
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Effect, Role, Step
from fadu.law.statutes import HEILONGJIANG
from fadu.law.vocabulary import case

Facts = Mapping[str, Any]

STORE, EXPLAIN, CHECK = "store_recording", "explain_unfilmed", "check_unfilmed"
SEQ = Field(name="scene_seq", label="没有音像记录的是第几步", kind=Kind.INT, help="按办案过程中的步骤序号填写")


def stored(leaves: tuple[str, ...], effect: Effect | None = None, derives: tuple[Fact, ...] = ()) -> Step:
    """A recording comes into the case: what it shows and when it was made follow from it."""
    return Step(
        name=STORE,
        label="存入音像记录",
        leaves=leaves,
        basis=(HEILONGJIANG["二(二)4(1)"],),
        says="把已经上传的音像记录系到本案，存入时刻由平台记下；不得自行保管",
        asks=(line("recording", "音像记录编号", longest=40, example="示市监像〔2026〕12号"),),
        effect=effect,
        derives=derives,
        side=True,
    )


def _lacking(name: str) -> Callable[[Facts], str]:
    return lambda facts: "" if facts.get(name) else "没有需要说明的现场"


def explained(leaves: tuple[str, ...], unexplained: Fact) -> tuple[Step, Step]:
    """There is no recording: why, and what a second person says to that."""
    return (
        Step(
            name=EXPLAIN,
            label="说明没有音像记录的理由",
            unfit=_lacking(unexplained.name),
            leaves=leaves,
            basis=(HEILONGJIANG["二(二)3(3)"],),
            says="写明这一现场为什么没有音像记录或者没有录全，由机关负责人复核",
            asks=(SEQ, prose("reason", "理由", longest=1000, example="检查中记录仪电量耗尽，当场改用文字笔录，双方签名确认。")),
            side=True,
        ),
        Step(
            name=CHECK,
            label="复核没有音像记录的理由",
            unfit=_lacking(unexplained.name),
            leaves=leaves,
            by=Role.HEAD,
            basis=(HEILONGJIANG["二(二)3(3)"],),
            says="由说明人以外的人复核理由是否成立，文字记录能否全面有效记录",
            asks=(
                SEQ,
                Field(name="agreed", label="复核意见", kind=Kind.CHOICE, choices=(("yes", "理由成立"), ("no", "理由不成立"))),
                prose("opinion", "说明", longest=1000),
            ),
            side=True,
        ),
    )


def filmed(before: Facts, _data: Facts, context: Facts) -> dict[str, Any]:
    """What the recordings of a penalty case show is added to what was said at the scene."""
    shown = context.get("told", {}).get("film", {})
    return {name: (before.get(name) or 0) | shown[name] for name in ("filmed", "filmed_whole") if shown.get(name)}


PENALTY = (case.filmed, case.filmed_whole)
"""What `filmed` sets."""
