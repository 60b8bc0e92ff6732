"""Exhibits and goods. The entries and movements are the record; exhibits, items and lots are what they come to."""

from fadu.evidence.exhibits.models.exhibits import Entry, Exhibit
from fadu.evidence.exhibits.models.goods import Item, Lot, Movement
from fadu.evidence.exhibits.models.stores import Stocktaking, Store

__all__ = ["Entry", "Exhibit", "Item", "Lot", "Movement", "Stocktaking", "Store"]
