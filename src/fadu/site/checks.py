"""System checks of the pages' frame."""

from collections.abc import Sequence
from typing import Any

from django.core import checks

from fadu.site.assets import missing


@checks.register()
def vendor_files(app_configs: Sequence[Any] | None, **_: Any) -> list[checks.CheckMessage]:  # noqa: ARG001 - as Django calls it
    """Say so when the npm packages the pages are made of are not installed: the commands work, the pages look bare."""
    absent = missing()
    if not absent:
        return []
    return [
        checks.Warning(
            f"Style and script packages are not installed: {', '.join(absent)} not found in node_modules.",
            hint="Run `npm ci` in the project folder. Until then pages work but have no style.",
            id="fadu.site.W001",
        )
    ]
