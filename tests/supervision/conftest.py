"""The bureau of the cases, and a calendar that is the same whenever the tests run."""

from tests.cases.conftest import bureau, demonstration, food

__all__ = ["bureau", "demonstration", "food"]
