"""What the pages load from npm packages, and nothing else of them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

# Address under /static/vendor/ → file in node_modules.
FILES = {
    "tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "tus.min.js": "tus-js-client/dist/tus.min.js",
    "echarts.min.js": "echarts/dist/echarts.min.js",
    "alpine-csp.min.js": "@alpinejs/csp/dist/cdn.min.js",
}
FAMILIES = ("noto-sans-sc", "noto-serif-sc")
WEIGHTS = ("400", "700")
_FONT = re.compile(rf"({'|'.join(FAMILIES)})/(?:({'|'.join(WEIGHTS)})\.css|files/\1-[0-9a-z\[\]-]+-(?:{'|'.join(WEIGHTS)})-normal\.woff2)")
PREFIX = "vendor/"


def modules() -> Path:
    """Where npm puts packages."""
    return Path(settings.PROJECT) / "node_modules"


def source(name: str) -> Path | None:
    """The file served as `vendor/<name>`, or None when that is not on the list."""
    if name in FILES:
        return modules() / FILES[name]
    if _FONT.fullmatch(name):
        return modules() / "@fontsource" / name
    return None


def missing() -> list[str]:
    """Files the pages need that are not installed."""
    needed = [*FILES, *(f"{family}/{weight}.css" for family in FAMILIES for weight in WEIGHTS)]
    return [name for name in needed if not (path := source(name)) or not path.is_file()]


class _Vendor(FileSystemStorage):
    """The listed files under the names they are served by."""

    prefix = ""

    def path(self, name: str) -> str:
        """The file behind a served name."""
        found = source(name.removeprefix(PREFIX))
        if found is None:
            raise FileNotFoundError(name)
        return str(found)


class VendorFinder(BaseFinder):
    """Finds the listed files of node_modules as `vendor/…`; nothing else in there can be asked for."""

    storage = _Vendor()

    def check(self, **_: Any) -> list[Any]:
        """Nothing to configure; what is missing is told by `fadu.site.checks`."""
        return []

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:  # noqa: FBT001, FBT002 - as Django calls it
        """The file served as `path`: its place, or [] when there is none."""
        found = source(path.removeprefix(PREFIX)) if path.startswith(PREFIX) else None
        if found is None or not found.is_file():
            return []
        return [str(found)] if find_all else str(found)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Any]]:  # noqa: ARG002 - as Django calls it
        """Every file, for collectstatic."""
        names = [*FILES]
        for family in FAMILIES:
            folder = modules() / "@fontsource" / family
            names += [f"{family}/{weight}.css" for weight in WEIGHTS]
            names += sorted(f"{family}/files/{font.name}" for font in (folder / "files").glob("*-normal.woff2"))
        for name in names:
            if (path := source(name)) and path.is_file():
                yield PREFIX + name, self.storage
