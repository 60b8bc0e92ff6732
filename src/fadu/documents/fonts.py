"""The Chinese type that every document is set in: Noto Serif SC and Noto Sans SC, regular and bold.

They come with the front-end packages (OFL), so that a document looks the same on every machine; no system font is read.
"""

import os
from functools import cache
from pathlib import Path

import typst

PROJECT = Path(__file__).resolve().parents[3]
FACES = (
    "noto-serif-sc/400Regular",
    "noto-serif-sc/700Bold",
    "noto-sans-sc/400Regular",
    "noto-sans-sc/700Bold",
)
FAMILIES = ("Noto Serif SC", "Noto Sans SC")


class FontsMissing(RuntimeError):
    """The Chinese fonts are not installed; the text says what to do."""


def folder() -> Path:
    """Where the font packages are: FADU_FONTS, else those that `npm ci` put into the project."""
    given = os.environ.get("FADU_FONTS")
    return Path(given) if given else PROJECT / "node_modules" / "@expo-google-fonts"


def missing() -> list[Path]:
    """The font folders that should be there and hold no TTF."""
    return [folder() / face for face in FACES if not any((folder() / face).glob("*.ttf"))]


def explain(gone: list[Path]) -> str:
    """What is missing and what to do about it."""
    return f"找不到文书所用的中文字体：{'、'.join(map(str, gone))}。请在项目目录运行 npm ci，或者用 FADU_FONTS 指明字体目录。"


@cache
def fonts() -> typst.Fonts:
    """The one shared set of fonts; loading it anew for every document costs thirty times the rendering.

    Raises:
        FontsMissing: a face is not there.

    """
    if gone := missing():
        raise FontsMissing(explain(gone))
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[folder() / face for face in FACES],
    )
