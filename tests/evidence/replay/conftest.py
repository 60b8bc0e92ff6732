"""The bureau, for cases to be replayed."""

from tests.evidence.household.conftest import bureau, demonstration, telling

__all__ = ["bureau", "demonstration", "telling"]
