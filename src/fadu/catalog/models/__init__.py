"""What enforcement rests on: statute texts, power items (执法事项), delegations, holiday notices, discretion tables.

Discretion tables are rows and files of the locality's packs (`localities/`) together: see `selectors.library`. Locality numbers
are data of the pack only.
"""

from fadu.catalog.models.calendars import CalendarNotice
from fadu.catalog.models.delegations import Delegation, DelegationKind, DelegationReview
from fadu.catalog.models.guides import ServiceGuide
from fadu.catalog.models.items import ActKind, PowerItem
from fadu.catalog.models.lists import InspectionEntry, Leniency, LenientEntry, ReviewEntry, Trigger
from fadu.catalog.models.reviews import EvaluationResult, GrantEvaluation, ItemReview, ReviewGround, ReviewResult
from fadu.catalog.models.statutes import Article, StatuteText
from fadu.catalog.models.tables import DiscretionTable, TableState

__all__ = [
    "ActKind",
    "Article",
    "CalendarNotice",
    "Delegation",
    "DelegationKind",
    "DelegationReview",
    "DiscretionTable",
    "EvaluationResult",
    "GrantEvaluation",
    "InspectionEntry",
    "ItemReview",
    "Leniency",
    "LenientEntry",
    "PowerItem",
    "ReviewEntry",
    "ReviewGround",
    "ReviewResult",
    "ServiceGuide",
    "StatuteText",
    "TableState",
    "Trigger",
]
