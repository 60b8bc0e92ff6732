"""What is read of organs, people and credentials, scoped to who asks."""

from fadu.agencies.selectors.organs import Branch, Wanted, branches, organ, organs, published, regions, sought, tree
from fadu.agencies.selectors.people import (
    OfficerReading,
    certified,
    certified_count,
    changes,
    credential,
    credentials_of,
    officer,
    officers,
    officers_of,
    with_credentials,
)
from fadu.agencies.selectors.publicity import SEVEN, establishment, missing, publishable
from fadu.agencies.selectors.standings import ENFORCING, announced, history_of_standing, needs_standing, standing_lost, unannounced
from fadu.agencies.selectors.successions import Event, beside, moved, name_on, timeline, to_exchange, to_review

__all__ = [
    "ENFORCING",
    "SEVEN",
    "Branch",
    "Event",
    "OfficerReading",
    "Wanted",
    "announced",
    "beside",
    "branches",
    "certified",
    "certified_count",
    "changes",
    "credential",
    "credentials_of",
    "establishment",
    "history_of_standing",
    "missing",
    "moved",
    "name_on",
    "needs_standing",
    "officer",
    "officers",
    "officers_of",
    "organ",
    "organs",
    "publishable",
    "published",
    "regions",
    "sought",
    "standing_lost",
    "timeline",
    "to_exchange",
    "to_review",
    "tree",
    "unannounced",
    "with_credentials",
]
