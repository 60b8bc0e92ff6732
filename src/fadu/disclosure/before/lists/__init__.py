"""Every list of the 事前公开, in the order of its pages."""

from fadu.disclosure.before.listing import Listing
from fadu.disclosure.before.lists.acting import CHARTS, CONTRACTS
from fadu.disclosure.before.lists.asking import CHANNELS, GUIDES, METHODS
from fadu.disclosure.before.lists.bodies import OFFICERS, ORGANS
from fadu.disclosure.before.lists.powers import BENCHMARKS, POWERS, RANDOM, REVIEWS

LISTS: dict[str, Listing] = {one.id: one for one in (ORGANS, OFFICERS, POWERS, RANDOM, GUIDES, CHARTS, BENCHMARKS, REVIEWS, CONTRACTS, METHODS, CHANNELS)}
"""By id."""

__all__ = ["BENCHMARKS", "CHANNELS", "CHARTS", "CONTRACTS", "GUIDES", "LISTS", "METHODS", "OFFICERS", "ORGANS", "POWERS", "RANDOM", "REVIEWS"]
