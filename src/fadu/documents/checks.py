"""System checks of the documents."""

from collections.abc import Sequence
from typing import Any

from django.core import checks

from fadu.documents import fonts


@checks.register()
def chinese_type(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[checks.CheckMessage]:  # noqa: ARG001 - Django hands them to every check
    """Say so when the fonts are not installed: everything works but the making of documents."""
    gone = fonts.missing()
    if not gone:
        return []
    return [
        checks.Warning(
            f"Documents can't be made: {fonts.explain(gone)}", hint="Run `npm ci` in the project folder, or set FADU_FONTS.", id="fadu.documents.W001"
        )
    ]
