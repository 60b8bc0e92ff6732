"""报批、批准、实施、补批: the beginning that every measure shares."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import BEGAN, CARD, ENDED, GOODS, OPINION, PLACE, PRESENT, WITNESS_NAME, ask, line, prose, rows
from fadu.law.filming import steps as filming
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Role, Step, When
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import measure
from fadu.law.vocabulary.measure import KIND

Facts = Mapping[str, Any]

PERSON = tuple(field for field in PARTY if field.name != "party_age")
"""The party, without the age that only a penalty asks for."""


def taken_by(_before: Facts, _data: Facts, context: Facts) -> dict[str, Any]:
    """Who took part, as the platform read their credentials; a record without them tells nothing."""
    people = context.get("step", {})
    return {"measure_officers": people.get("certified_officers"), "measure_unqualified": people.get("uncertified_officers")}


def recorded(before: Facts, data: Facts, context: Facts) -> dict[str, Any]:
    """Who took part, that their card was shown, and that what was found was written down."""
    return {**taken_by(before, data, context), "measure_card_shown": data.get("card_shown"), "measure_recorded": bool(data.get("findings"))}


TAKEN = (measure.officers, measure.unqualified, measure.card_shown, measure.recorded)

BASIS = (
    line("basis", "依据", example="食品安全法第一百一十条第四项"),
    ask(measure.basis_level),
    ask(measure.basis_names_kind, required=False, rare=True, help="其他措施填写"),
    ask(measure.basis_residual, required=False, rare=True, help="依据是行政法规、地方性法规的填写"),
    ask(measure.organ_kind),
    ask(measure.basis_matched, required=False, when=("measure_organ_kind", ("concentrated",))),
    ask(measure.in_scope, required=False, when=("measure_organ_kind", ("authorised", "otherwise"))),
)
NEED = (
    prose("reason", "采取措施的理由", longest=2000, example="涉案食品涉嫌超过保质期，继续销售将危害公众健康。"),
    ask(measure.alternatives_weighed),
    ask(measure.minor, required=False),
    ask(measure.minor_reasoned, required=False, when=("measure_minor", (True,))),
    ask(measure.special_until, required=False, rare=True, help="特别法另定期限的填写，如药品七日"),
)


def kinds(*names: str) -> Field:
    """The question of the kind of measure, with only these to choose from."""
    return ask(measure.kind, choices=tuple(kind for kind in KIND if kind[0] in names))


PROPOSE = Step(
    name="propose_measure",
    label="报请采取强制措施",
    numbers="强审",
    basis=(COERCION[18, 1, 1], COERCION[5]),
    says="写明对象、理由和依据，向机关负责人报告",
    asks=(line("cause", "事由", example="经营超过保质期的食品"), *PERSON),
    marks={measure.applied_on: When.DAY},
    once=True,
)

APPROVE = Step(
    name="approve_measure_taking",
    label="批准采取强制措施",
    leaves=("proposed",),
    enters="approved",
    by=Role.HEAD,
    basis=(COERCION[18, 1, 1],),
    says="机关负责人在实施之前批准",
    asks=(OPINION,),
    marks={measure.allowed_at: When.MOMENT},
    papers=("matter_approval",),
)

DECLINE = Step(
    name="decline_measure",
    label="决定不采取强制措施",
    leaves=("proposed",),
    enters="declined",
    by=Role.HEAD,
    basis=(COERCION[16, 2], COERCION[5]),
    says="情节显著轻微、没有明显社会危害，或者其他手段足够的，不采取",
    asks=(OPINION,),
    papers=("matter_approval",),
)

ON_THE_SPOT = ask(measure.on_the_spot, required=False, rare=True, help="没有先行批准的选是；二十四小时内补批")
SCENE = (
    PRESENT,
    CARD,
    BEGAN,
    ENDED,
    PLACE,
    ON_THE_SPOT,
    ask(measure.party_summoned),
    ask(measure.party_came),
    ask(measure.told),
    ask(measure.heard),
    prose("defence", "当事人的陈述、申辩", required=False, example="没有意见"),
    prose("findings", "现场情况", example="冷库内存放纯牛奶 42 箱，均已超过保质期。"),
    ask(measure.party_signed, required=False, help="当事人到场的填写"),
    ask(measure.officers_signed),
    WITNESS_NAME,
    ask(measure.witness_signed, required=False, help="当事人不到场的填写"),
)
UNTIL = Field(name="until", label="期限至", kind=Kind.DATE, required=False, help="实施之日以后的第三十日，遇休息日不顺延")
OBJECTS = (rows("goods", "场所、设施或者财物", GOODS, least=1), line("keeper", "保管人和保管地点", example="本局仓库"), UNTIL)
HANDED = (ask(measure.decision_parts), ask(measure.decision_handed), ask(measure.list_handed), ask(measure.list_copies, example="2"))

TAKE = Step(
    name="take_measure",
    label="实施强制措施",
    leaves=("proposed", "approved"),
    enters="held",
    basis=(COERCION[18], COERCION[17, 3]),
    says="两名以上执法人员，亮证、通知到场、告知、听取意见、制作笔录并签名",
    asks=SCENE,
    marks={measure.taken_on: When.DAY, measure.begun_at: When.MOMENT},
    effect=recorded,
    derives=TAKEN,
    papers=("scene_record",),
)

RATIFY = Step(
    name="ratify_measure",
    label="补批强制措施",
    unfit=lambda facts: "" if facts.get("measure_on_the_spot") and "measure_ratified_at" not in facts else "没有待补批的强制措施",
    leaves=("held",),
    by=Role.HEAD,
    basis=(COERCION[19],),
    says="当场实施的，二十四小时内报告负责人；认为不应当采取的，立即解除",
    asks=(Field(name="ratified", label="补批意见", choices=(("yes", "同意"), ("no", "不应当采取，立即解除")), kind=Kind.CHOICE), OPINION),
    marks={measure.ratified_at: When.MOMENT, measure.ratified_on: When.DAY},
    effect=lambda _before, data, context: {"measure_disapproved_on": context["on"] if data["ratified"] == "no" else None},
    derives=(measure.disapproved_on,),
    papers=("matter_approval",),
)

AFTER_TAKING = ("held", "decided")
FILMING = (filming.stored(AFTER_TAKING), *filming.explained(AFTER_TAKING, measure.scenes_unexplained))
"""What is done about the recordings of the scene."""

LOCAL = {measure.film_rule: "recording.whole", measure.upload_hours: "recording.upload.hours"}
"""The numbers of the place that the rules on recordings look at."""
