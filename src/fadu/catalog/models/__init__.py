"""What enforcement rests on: statute texts, power items (执法事项), delegations, holiday notices.

Discretion tables and locality numbers are data of the locality's pack (`localities/`), not rows.
"""

from fadu.catalog.models.calendars import CalendarNotice
from fadu.catalog.models.delegations import Delegation, DelegationKind, DelegationReview
from fadu.catalog.models.items import ActKind, PowerItem
from fadu.catalog.models.lists import InspectionEntry, Leniency, LenientEntry, ReviewEntry, Trigger
from fadu.catalog.models.reviews import EvaluationResult, GrantEvaluation, ItemReview, ReviewGround, ReviewResult
from fadu.catalog.models.statutes import Article, StatuteText

__all__ = [
    "ActKind",
    "Article",
    "CalendarNotice",
    "Delegation",
    "DelegationKind",
    "DelegationReview",
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
    "StatuteText",
    "Trigger",
]
