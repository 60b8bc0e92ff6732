"""Decisions per second, as PDF: ours beside WeasyPrint setting the same words, in the same run.

    uv run python benchmarks/documents.py [seconds]

The peer runs by `uv run --with weasyprint`; where that does not install, the line says so.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve()
TARGET = 20


def rate(make: Callable[[int], Any], seconds: float) -> float:
    """How many a second, warm: the first one is not counted."""
    make(0)
    began, made = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        made += 1
        make(made)
    return made / (time.perf_counter() - began)


def ours(seconds: float) -> tuple[float, str]:
    """Our rate with a fresh decision each time, and the same words as HTML for the peer."""
    sys.path.insert(0, str(HERE.parents[1]))
    from fadu.documents.render import layout, render
    from fadu.law.papers import paper
    from tests.documents.story import paper_data

    data = paper_data("penalty_decision")

    def make(number: int) -> bytes:
        fresh = data | {"paper": data["paper"] | {"number": f"示市监罚〔2026〕{number}号", "id": str(number)}}
        return render("penalty_decision", fresh)

    return rate(make, seconds), html(layout(paper("penalty_decision"), data))


def html(sheet: dict[str, Any]) -> str:
    """The layout's words as a plain page with the same type."""
    words = [f"<h1>{escape(sheet['organ'])}</h1><h2>{escape(sheet['title'])}</h2><p>{escape(sheet['number'])}</p>"]
    for block in sheet["blocks"]:
        if "runs" in block:
            words.append(f"<p>{_said(block['runs'])}</p>")
        words.extend(f"<p>{escape(label)}：{_said(runs)}</p>" for label, runs in block.get("pairs", ()))
    from fadu.documents.fonts import FACES, folder

    faces = "".join(f"@font-face{{font-family:F{n};src:url('{next((folder() / face).glob('*.ttf')).as_uri()}')}}" for n, face in enumerate(FACES[::2]))
    style = f"{faces}@page{{size:A4;margin:34mm 26mm 35mm 28mm;@bottom-center{{content:'第 'counter(page)' 页'}}}}body{{font:16pt/1.8 F0}}h2{{font-family:F1}}"
    return f"<html lang=zh><style>{style}</style><body>{''.join(words)}</body></html>"


def _said(runs: list[dict[str, Any]]) -> str:
    return "".join(escape(str(run.get("t") or run.get("v") or run.get("w") or "______")) for run in runs)


def peer(page: str, seconds: float) -> float | None:
    """WeasyPrint's rate; None where it can't be had."""
    if not shutil.which("uv"):
        return None
    command = ["uv", "run", "--no-project", "--quiet", "--python", "3.11", "--with", "weasyprint", "python", str(HERE), "--peer"]
    done = subprocess.run(command, input=json.dumps([page, seconds]), capture_output=True, text=True, timeout=600, check=False)
    return float(done.stdout) if done.returncode == 0 and done.stdout.strip() else None


def as_peer() -> None:
    """What the peer's process does: warm, with one shared font configuration."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    page, seconds = json.load(sys.stdin)
    shared = FontConfiguration()
    print(rate(lambda number: HTML(string=page.replace("〕37号", f"〕{number}号")).write_pdf(font_config=shared), seconds))


def main() -> None:
    """Print the one line."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    mine, page = ours(seconds)
    theirs = peer(page, seconds)
    beside = f"WeasyPrint {theirs:.1f}/s, ratio {mine / theirs:.1f}" if theirs else "WeasyPrint not installable here"
    print(f"documents: {mine:.1f} decisions/s (5 pages, PDF/A-2a, warm; target >= {TARGET}: {'met' if mine >= TARGET else 'MISSED'}); {beside}")


if __name__ == "__main__":
    as_peer() if "--peer" in sys.argv else main()
