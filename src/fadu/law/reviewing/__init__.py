"""行政复议: the ordinary procedure of sixty days and the simple one of thirty."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from fadu.law.asking import OPINION
from fadu.law.correction import correction
from fadu.law.procedure import Kind, Procedure, Stage
from fadu.law.reviewing import deciding, interrupting, receiving, trying
from fadu.law.vocabulary import review
from fadu.law.vocabulary.remedies import Pause

Facts = Mapping[str, Any]

STAGES = (
    Stage(name="received", label="收到申请"),
    Stage(name="accepted", label="受理"),
    Stage(name="answered", label="审理"),
    Stage(name="decided", label="决定"),
    Stage(name="served", label="送达"),
    Stage(name="performed", label="履行", optional=True, note="有履行内容的"),
    Stage(name="closed", label="办结"),
    Stage(name="rejected", label="不予受理", optional=True),
    Stage(name="abandoned", label="视为放弃", optional=True, note="逾期不补正"),
    Stage(name="terminated", label="终止", optional=True),
)
ENDS = frozenset({"closed", "rejected", "abandoned"})
CORRECTABLE = ("received", "accepted", "answered", "decided", "served", "performed", "terminated")


def turn(stage: str, facts: Facts) -> str:
    """The step that a review waits for."""
    if stage in trying.TRIED and (facts.get("review_pauses") or 0) & Pause.SUSPENSION:
        return "resume_review"
    if stage in trying.TRIED and facts.get("review_pauses"):
        return "continue_review"
    if stage == "received":
        return "receive_amendment" if "review_amend_told_on" in facts and "review_amended_on" not in facts else "accept_review"
    if stage == "accepted":
        return "send_copy" if "review_copy_sent_on" not in facts else "receive_answer"
    if stage == "answered":
        waits = "review_hearing_notice_on" in facts and "review_hearing_held_on" not in facts and not facts.get("review_hearing_waived")
        heard = facts.get("review_track") == "simple" or "review_heard_on" in facts or "review_hearing_held_on" in facts
        return "hold_review_hearing" if waits else "decide_review" if heard else "hear_opinions"
    if stage == "served":
        return "perform_review" if "review_perform_by" in facts else "close_review"
    return {"decided": "serve_review", "performed": "close_review", "terminated": "close_review"}.get(stage, "")


def _course(*, simple: bool) -> Procedure:
    """The procedure; the simple one asks at acceptance why it is simple, can't be lengthened, and can become an ordinary one."""
    taken = {step.name: step for step in (*receiving.STEPS, *trying.STEPS, *interrupting.STEPS, *deciding.STEPS)}
    if simple:
        taken["apply_review"] = replace(receiving.APPLY, marks={review.track: "simple"})
        taken["accept_review"] = replace(receiving.ACCEPT, asks=(*receiving.GROUNDS, *receiving.EXAMINED, OPINION))
        taken = {name: step for name, step in taken.items() if name not in ("accept_simple", "prolong_review")} | {"convert_review": trying.CONVERT}
    return Procedure(
        id="review.simple" if simple else "review.general",
        version="2024",
        title="行政复议简易程序" if simple else "行政复议普通程序",
        in_force=date(2024, 1, 1),
        stages=STAGES,
        steps=(*taken.values(), correction(CORRECTABLE)),
        ends=ENDS,
        turn=turn,
        kind=Kind.REMEDY,
        grain="review",
        says="当场作出、警告、三千元以下、信息公开或者各方同意的，三十日内决定" if simple else "收到复议申请后登记，五个工作日审查，六十日内决定",
    )


PROCEDURES: tuple[Procedure, ...] = (_course(simple=False), _course(simple=True))
