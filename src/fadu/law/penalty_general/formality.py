"""What a step's answers show of its form: evidence, records, papers, service. The party of it that rules read."""

from collections.abc import Callable, Mapping
from typing import Any

from fadu.law.forms import Field, Kind
from fadu.law.procedure import Effect
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import LABELS
from fadu.law.vocabulary.marks import DecisionPart, Flaw, Handed, ReportPart, Sampling, Scene

Facts = Mapping[str, Any]

SIGNED = ("signed", "refused")
EVIDENCE_FORM = Field(
    name="form",
    label="证据的形式",
    kind=Kind.CHOICES,
    required=False,
    choices=(
        ("noted", "复制件已注明与原件一致、出证日期、出处并签章"),
        ("sound", "含有声音"),
        ("transcript", "附有声音内容的文字记录"),
        ("abroad", "境外形成的公文书证"),
        ("kinship", "境外形成的身份关系证据"),
        ("notarised", "经所在国公证"),
        ("legalised", "经我国使领馆认证"),
        ("treaty", "履行了条约规定的证明手续"),
        ("foreign", "外文或者外国语"),
        ("translated", "附有经盖章或者签名的中文译本"),
    ),
)
SAMPLED = Field(
    name="sampling",
    label="抽样的手续",
    kind=Kind.CHOICES,
    required=False,
    choices=tuple((str(way.name), LABELS[way]) for way in Sampling if way not in (Sampling.LISTED, Sampling.SIGNED)),
)
LIST_GIVEN = Field(name="list_given", label="当场清点，清单已交当事人一份", kind=Kind.BOOL, required=False)
NOTICE_GIVEN = Field(name="notice_given", label="已当场交付先行登记保存证据通知书", kind=Kind.BOOL, required=False)


def then(*effects: Effect) -> Effect:
    """Several effects of one step, each over the facts before it."""

    def effect(before: Facts, data: Facts, context: Facts) -> dict[str, Any]:
        return {name: value for each in effects for name, value in each(before, data, context).items()}

    return effect


def flaws_of(item: Facts) -> Flaw:
    """What one piece of evidence lacks in form."""
    form, kind = set(item.get("form", ())), item["kind"]
    copied = not item.get("original")
    certified = "treaty" in form or ("notarised" in form and ("legalised" in form or "kinship" not in form))
    lacking = {
        Flaw.COPY: kind in ("documentary", "physical") and copied and "noted" not in form,
        Flaw.CARRIER: kind == "audiovisual" and copied and not item.get("method"),
        Flaw.TRANSCRIPT: kind == "audiovisual" and "sound" in form and "transcript" not in form,
        Flaw.DATA: kind == "electronic" and copied and not item.get("method"),
        Flaw.ABROAD: bool(form & {"abroad", "kinship"}) and not certified,
        Flaw.TRANSLATION: "foreign" in form and "translated" not in form,
    }
    return Flaw(sum(flaw for flaw, lacks in lacking.items() if lacks))


def evidence_form(before: Facts, data: Facts, _context: Facts) -> dict[str, Any]:
    """The flaws of all evidence collected so far."""
    flaws = before.get("evidence_flaws") or 0
    for item in data["evidence_items"]:
        flaws |= int(flaws_of(item))
    return {"evidence_flaws": flaws}


def scene(which: Scene) -> Effect:
    """Whether the latest scene of its kind was filmed, and whether a refusal to sign was."""

    def effect(before: Facts, data: Facts, _context: Facts) -> dict[str, Any]:
        filmed = bool(data.get("filmed_now"))
        refused = data.get("record_signed") == "refused" and not filmed
        others = (before.get("filmed") or 0) & ~int(which)
        return {"filmed": others | (int(which) if filmed else 0), "refusals_unfilmed": (before.get("refusals_unfilmed") or 0) + refused}

    return effect


SCENE = (case.filmed, case.refusals_unfilmed)
"""What `scene` sets."""


def sampled(_before: Facts, data: Facts, _context: Facts) -> dict[str, Any]:
    """The step makes record and list; the rest is answered."""
    ways = case.sampling.value_of(data.get("sampling", ()))
    return {"sampling": ways | int(Sampling.LISTED) | (int(Sampling.SIGNED) if data["record_signed"] in SIGNED else 0)}


def handed(_before: Facts, data: Facts, _context: Facts) -> dict[str, Any]:
    """What went with a preservation."""
    done = {
        Handed.COUNTED: bool(data["goods"]),
        Handed.LISTED: bool(data["goods"]),
        Handed.SIGNED: data["record_signed"] in SIGNED,
        Handed.COPY: bool(data.get("list_given")),
        Handed.NOTICE: bool(data.get("notice_given")),
    }
    return {"preserve_handed": sum(int(part) for part, holds in done.items() if holds)}


def disposed(_before: Facts, data: Facts, context: Facts) -> dict[str, Any]:
    """What became of preserved goods, and who approved it; a seizure begins with it."""
    approved, way = bool(data["head_approved"]), data["disposal"]
    facts = {"preserve_disposal": way, "release_approved": approved}
    if way == "seized":
        facts |= {"measure_approved": approved, "measure_taken_at": context["at"], "measure_approved_at": context["at"] if approved else None}
    return facts


def reported(before: Facts, data: Facts, _context: Facts) -> dict[str, Any]:
    """The parts that the report at the end of the inquiry can be written with."""
    parts = {
        ReportPart.PARTY: "party_kind" in before,
        ReportPart.COURSE: "clue_source" in before,
        ReportPart.FACTS: bool(data.get("facts_found")) and bool(data.get("evidence_items")),
        ReportPart.NATURE: bool(data.get("nature")),
        ReportPart.HANDLING: bool(data.get("proposed_kinds")) and bool(data.get("penalised_under")),
        ReportPart.DISCRETION: bool(data.get("discretion_reason")),
    }
    return {"report_parts": sum(int(part) for part, there in parts.items() if there)}


def points(_before: Facts, data: Facts, _context: Facts) -> dict[str, Any]:
    """How many of the seven points the reviewer answered."""
    return {"review_points": sum(name.startswith("point_") for name in data)}


def _parts(test: Callable[[Facts, Facts], dict[DecisionPart, bool]]) -> Effect:
    """What the paper says: remedy, organ and date are printed by its form, the rest comes from the record."""
    printed = DecisionPart.REMEDY | DecisionPart.ORGAN | DecisionPart.DATE

    def effect(before: Facts, data: Facts, _context: Facts) -> dict[str, Any]:
        return {"decision_parts": int(printed) | sum(int(part) for part, there in test(before, data).items() if there)}

    return effect


decided = _parts(
    lambda before, data: {
        DecisionPart.PARTY: "party_kind" in before,
        DecisionPart.FACTS: bool(before.get("evidence")) and bool(before.get("facts_clear")),
        DecisionPart.DEFENCE: "defence_on" not in before or bool(before.get("defence_reviewed")),
        DecisionPart.CONTENT: bool(data.get("content")),
        DecisionPart.BASIS: "concluded_on" in before,
        DecisionPart.PERFORMANCE: True,
    }
)
"""The parts of a written decision: it takes the basis from the report, the time to pay from the law."""

decided_on_the_spot = _parts(
    lambda before, data: {
        DecisionPart.PARTY: "party_kind" in before,
        DecisionPart.FACTS: bool(before.get("facts_clear")),
        DecisionPart.CONTENT: "FINE" not in data["decision_kinds"] or bool(data.get("spot_fine")),
        DecisionPart.BASIS: bool(data.get("penalised_under")),
        DecisionPart.PERFORMANCE: "FINE" not in data["decision_kinds"] or bool(data.get("pay_how")),
        DecisionPart.PLACE: "inspected_on" in before,
    }
)
"""The parts of a decision on the spot: place and facts come from what was found there."""


def told_on_the_spot(_before: Facts, data: Facts, context: Facts) -> dict[str, Any]:
    """What the party said is on record with the step."""
    return {"defence_on": context["on"], "defence_recorded": True} if data.get("defence") else {}
