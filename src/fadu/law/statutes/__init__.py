"""The statutes Fadu speaks of, and citations of their articles, paragraphs (款) and items (项).

`PENALTY[58, 1, 2]` is 行政处罚法第五十八条第一款第二项: it prints, sorts, links, and is looked up in the text by `corpus`.
"""

from collections.abc import Iterator
from datetime import date

from fadu.law.statutes import laws, regulations
from fadu.law.statutes.citations import Article, Citation, Place, Policy, Statute, article_key, article_name, cite
from fadu.law.statutes.laws import (
    ADVERTISING,
    AIR,
    ARCHIVES,
    CIVIL_CODE,
    CIVIL_PROCEDURE,
    CIVIL_SERVANTS,
    COERCION,
    COMPENSATION,
    COPYRIGHT,
    CYBER_SECURITY,
    DATA_SECURITY,
    DRUGS,
    E_SIGNATURE,
    ECOLOGY_CODE,
    FIRE,
    FOOD_SAFETY,
    FOOD_SAFETY_2021,
    HAZARDOUS_CHEMICALS,
    LICENCE,
    LITIGATION,
    PENALTY,
    PERSONAL_DATA,
    PLANNING,
    PRODUCT_QUALITY,
    PUBLIC_SECURITY,
    RECONSIDERATION,
    ROAD_TRAFFIC,
    SECRETS,
    SOLID_WASTE,
    WATER,
    WORK_SAFETY,
)
from fadu.law.statutes.policies import HEBEI_DISTRICT, HEILONGJIANG, LIAOCHENG, POLICIES, XINGLONG, XINSHAO
from fadu.law.statutes.regulations import (
    ARCHIVES_RULES,
    BUSINESS_CLIMATE,
    CITY_APPEARANCE,
    DATA_SHARING,
    DRUGS_RULES,
    ECO_PENALTY,
    FINE_COLLECTION,
    HEBEI_SUPERVISION,
    HEBEI_TOWNSHIPS,
    HOLIDAYS,
    JUDICIAL_LITIGATION,
    OPEN_GOVERNMENT,
    PETITIONS,
    POLICE_PROCEDURE,
    RECONSIDERATION_RULES,
    SAMR_DISCLOSURE,
    SAMR_HEARING,
    SAMR_PROCEDURE,
    SHANDONG_SUPERVISION,
    SUPERVISION,
    TRANSFER,
)

__all__ = [
    "ADVERTISING",
    "AIR",
    "ARCHIVES",
    "ARCHIVES_RULES",
    "BUSINESS_CLIMATE",
    "CITY_APPEARANCE",
    "CIVIL_CODE",
    "CIVIL_PROCEDURE",
    "CIVIL_SERVANTS",
    "COERCION",
    "COMPENSATION",
    "COPYRIGHT",
    "CYBER_SECURITY",
    "DATA_SECURITY",
    "DATA_SHARING",
    "DRUGS",
    "DRUGS_RULES",
    "ECOLOGY_CODE",
    "ECO_PENALTY",
    "EVERY",
    "E_SIGNATURE",
    "FINE_COLLECTION",
    "FIRE",
    "FOOD_SAFETY",
    "FOOD_SAFETY_2021",
    "HAZARDOUS_CHEMICALS",
    "HEBEI_DISTRICT",
    "HEBEI_SUPERVISION",
    "HEBEI_TOWNSHIPS",
    "HEILONGJIANG",
    "HOLIDAYS",
    "JUDICIAL_LITIGATION",
    "LIAOCHENG",
    "LICENCE",
    "LITIGATION",
    "OPEN_GOVERNMENT",
    "PENALTY",
    "PERSONAL_DATA",
    "PETITIONS",
    "PLANNING",
    "POLICE_PROCEDURE",
    "POLICIES",
    "PRODUCT_QUALITY",
    "PUBLIC_SECURITY",
    "RECONSIDERATION",
    "RECONSIDERATION_RULES",
    "ROAD_TRAFFIC",
    "SAMR_DISCLOSURE",
    "SAMR_HEARING",
    "SAMR_PROCEDURE",
    "SECRETS",
    "SHANDONG_SUPERVISION",
    "SOLID_WASTE",
    "SUPERVISION",
    "TRANSFER",
    "WATER",
    "WORK_SAFETY",
    "XINGLONG",
    "XINSHAO",
    "Article",
    "Citation",
    "Place",
    "Policy",
    "Statute",
    "article_key",
    "article_name",
    "cite",
    "named",
]


def _every() -> Iterator[Statute]:
    for module in (laws, regulations):
        yield from (value for value in vars(module).values() if isinstance(value, Statute))


EVERY: tuple[Statute, ...] = tuple(sorted(_every(), key=lambda statute: (statute.title, statute.in_force)))
"""All of them, by title and edition."""


def named(title: str, on: date | None = None) -> Statute:
    """The edition of the statute called `title` (or its short name) that is law on `on`; the latest when `on` is None.

    Raises:
        LookupError: Fadu knows no such statute, or no edition of it in force that day.
    """
    editions = [statute for statute in EVERY if title in (statute.title, statute.short)]
    if not editions:
        raise LookupError(f"法规库没有《{title}》")
    if on is None:
        return editions[-1]
    for statute in editions:
        if statute.is_in_force(on):
            return statute
    raise LookupError(f"《{title}》在 {on} 没有施行中的文本（已知：{'、'.join(str(s.in_force) for s in editions)} 起）")
