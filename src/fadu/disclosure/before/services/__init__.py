"""Editions of the lists and what organs lack, kept as things change."""

from fadu.disclosure.before.services.editions import keep
from fadu.disclosure.before.services.keeping import keep_all, work_once
from fadu.disclosure.before.services.lacks import note

__all__ = ["keep", "keep_all", "note", "work_once"]
