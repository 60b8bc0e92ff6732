"""Side steps of townships and of places with plans of their own: clues, particulars, recordings, forfeits (乡镇街道办案、地方规定)."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.facts import Fact
from fadu.law.filming import steps as filming
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Role, Step, When
from fadu.law.statutes import HEBEI_TOWNSHIPS, HEILONGJIANG, XINGLONG
from fadu.law.vocabulary import case

BEFORE_DECISION = ("source", "investigating", "concluded", "notified", "hearing", "heard", "reviewed", "discussed")
AFTER = ("decided", "served", "performed")
WATCHING = Field(name="present", label="监督的执法人员", kind=Kind.OFFICERS, help="两名以上")

LOCAL: Mapping[Fact, str] = {
    case.place_code: "place.code",
    case.publish_days: "disclosure.decision.days",
    case.publish_other_days: "disclosure.other.days",
    case.archive_days: "archive.days",
    case.upload_hours: "recording.upload.hours",
    case.film_rule: "recording.choice",
}
"""The numbers of the place that the rules on a penalty case look at."""


def elsewhere(facts: Mapping[str, Any]) -> str:
    """Why there is no occasion: the place has no rules of its own."""
    return "" if "place_code" in facts else "本地没有登记地方规定"


NOTE_CLUE = Step(
    name="note_clue_duty",
    label="登记线索归属",
    unfit=elsewhere,
    leaves=("source", "investigating", "concluded"),
    basis=(HEBEI_TOWNSHIPS[33, 1], XINGLONG["三(十三)"]),
    says="属于自己职责的查处；属于部门的劝阻、制止并告知；涉及多个部门或者责任不明的报县政府",
    asks=(
        ask(case.clue_duty, required=False),
        ask(case.clue_stopped, required=False, when=("clue_duty", ("department",))),
        ask(case.clue_told_on, required=False, when=("clue_duty", ("department",))),
        ask(case.clue_reported_on, required=False, when=("clue_duty", ("several",))),
        ask(case.inside_boundary, required=False, rare=True, help="城市管理案件填写"),
        ask(case.township_told_on, required=False, rare=True, help="县级以上部门发现属于乡镇街道职责的填写"),
    ),
    side=True,
)

NOTE_LOCAL = Step(
    name="note_local",
    label="登记乡镇街道办案情况",
    unfit=elsewhere,
    leaves=BEFORE_DECISION,
    basis=(HEBEI_TOWNSHIPS[28, 2], XINGLONG["三(十)"], HEILONGJIANG["二(一)2(2)"]),
    says="现场公示、裁量说明、名义、签批和救济告知，依本地规定逐项登记",
    asks=(
        ask(case.scene_told, required=False),
        ask(case.social_risk, required=False, rare=True),
        ask(case.review_by_rule, required=False, rare=True),
        ask(case.benchmark_level, required=False),
        ask(case.benchmark_within, required=False, when=("benchmark_level", ("city", "county"))),
        ask(case.discretion_told, required=False),
        ask(case.issued_as_township, required=False),
        ask(case.signed_by_chief, required=False),
        ask(case.review_organ, required=False),
    ),
    side=True,
)

NOTE_ASSISTANCE = Step(
    name="note_assistance",
    label="登记补充资料",
    unfit=lambda facts: "" if "assist_received_on" in facts else "没有发出协助函件",
    leaves=BEFORE_DECISION,
    basis=(HEBEI_TOWNSHIPS[35],),
    says="协助部门两个工作日内告知需要补充的资料，补充所用的时间不计入答复期限",
    asks=(ask(case.assist_more), ask(case.assist_more_on, required=False), ask(case.assist_more_days, required=False), prose("what", "需要补充的资料", required=False)),
    side=True,
)

STORE_RECORDING = filming.stored((*BEFORE_DECISION, *AFTER, "closed"), filming.filmed, filming.PENALTY)
EXPLAIN_UNFILMED, CHECK_UNFILMED = filming.explained((*BEFORE_DECISION, *AFTER, "closed"), case.scenes_unexplained)


def _watched(fact: Fact) -> Any:
    """The number of officers who watched."""
    return lambda _before, data, _context: {fact.name: len(data["present"])}


TAKE_FORFEIT = Step(
    name="take_forfeit",
    label="清点没收财物",
    unfit=lambda facts: "" if "decided_on" in facts else "尚未作出决定",
    leaves=AFTER,
    basis=(HEBEI_TOWNSHIPS[30, 1],),
    says="两名以上执法人员监督，拍照、录音或者摄像，登记造册，妥善保管",
    asks=(WATCHING, ask(case.forfeit_filmed), ask(case.forfeit_listed), prose("goods", "财物和数量"), line("keeper", "保管地点和保管人")),
    marks={case.forfeit_taken_on: When.DAY},
    effect=_watched(case.forfeit_watched),
    derives=(case.forfeit_watched,),
    papers=("forfeit_register",),
    side=True,
)

APPROVE_DESTRUCTION = Step(
    name="approve_destruction",
    label="批准销毁",
    unfit=lambda facts: "" if "decided_on" in facts else "尚未作出决定",
    leaves=AFTER,
    by=Role.HEAD,
    basis=(HEBEI_TOWNSHIPS[30, 4],),
    says="依法应当销毁的物品，经负责人批准后销毁",
    asks=(prose("goods", "销毁的物品和数量"), prose("reason", "销毁的理由", longest=1000), OPINION),
    marks={case.destroy_approved_on: When.DAY},
    papers=("matter_approval",),
    side=True,
)

DESTROY = Step(
    name="destroy_goods",
    label="监督销毁",
    unfit=lambda facts: "" if "destroy_approved_on" in facts else "销毁尚未批准",
    leaves=AFTER,
    basis=(HEBEI_TOWNSHIPS[30, 4],),
    says="两名以上执法人员监督，全程拍照或者摄像",
    asks=(WATCHING, ask(case.destroy_filmed), line("place", "销毁地点"), prose("how", "销毁方式和经过")),
    marks={case.destroyed_on: When.DAY},
    effect=_watched(case.destroy_watched),
    derives=(case.destroy_watched,),
    papers=("destruction_record",),
    side=True,
)

STEPS = (NOTE_CLUE, NOTE_LOCAL, NOTE_ASSISTANCE, STORE_RECORDING, EXPLAIN_UNFILMED, CHECK_UNFILMED, TAKE_FORFEIT, APPROVE_DESTRUCTION, DESTROY)
