"""Facts of the two grains of coercion by their short names: m(kind="seize") is measure_kind."""

from typing import Any


def m(**facts: Any) -> dict[str, Any]:
    """Facts of a measure."""
    return {f"measure_{name}": value for name, value in facts.items()}


def e(**facts: Any) -> dict[str, Any]:
    """Facts of an enforcement."""
    return {f"enforcement_{name}": value for name, value in facts.items()}
