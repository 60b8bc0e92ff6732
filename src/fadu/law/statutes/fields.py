"""Which statutes are of one field of enforcement alone: a food case is not told of traffic law."""

from collections.abc import Mapping

from fadu.law.statutes import laws, regulations
from fadu.law.statutes.citations import Citation, Statute

OF_FIELD: Mapping[str, str] = {
    statute.title: field
    for field, statutes in {
        "market": (
            laws.FOOD_SAFETY, laws.PRODUCT_QUALITY, laws.ADVERTISING,
            regulations.SAMR_PROCEDURE, regulations.SAMR_HEARING, regulations.SAMR_DISCLOSURE,
        ),
        "emergency": (laws.WORK_SAFETY, laws.HAZARDOUS_CHEMICALS),
        "drugs": (laws.DRUGS, regulations.DRUGS_RULES),
        "fire": (laws.FIRE,),
        "police": (laws.PUBLIC_SECURITY, regulations.POLICE_PROCEDURE),
        "traffic": (laws.ROAD_TRAFFIC,),
        "ecology": (laws.ECOLOGY_CODE, regulations.ECO_PENALTY),
    }.items()
    for statute in statutes
}  # fmt: skip
"""Titles and the one field they are for; all others are for every field."""


def told_in(field: str, bases: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The bases that a case of that field is told of: the first always, the others unless they are of another field."""
    return tuple(basis for place, basis in enumerate(bases) if place == 0 or not field or _of(basis.statute) in {"", field})


def _of(statute: Statute) -> str:
    return OF_FIELD.get(statute.title, "")
