"""The house rules that no linter knows: sizes, rooms, words, writers, and that what the README says is true."""

import ast
import re
import statistics
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src/fadu"
APPS = ("accounts", "sheets", "agencies", "catalog", "cases", "documents", "supervision")
ROOMS = ("models", "services", "selectors", "views", "urls", "apps", "migrations")

WRITES = re.compile(r"\.objects\.(?:\w+\([^)]*\)\.)*(?:create|get_or_create|update_or_create|bulk_create|bulk_update|update|delete)\(|\.save\(|\.bulk_create\(")
WRITERS = {
    "accounts/models.py": "the manager of accounts that Django's own commands ask for",
    "documents/consumers.py": "the consumer of the outbox ticks off what it has done",
    "documents/render.py": "saves a drawing, not a row",
    "cases/management/commands/case.py": "`fadu case rebuild` keeps states anew that it has folded from the steps",
}
"""Files outside services that write to the database, each with its reason."""


def sources(folder: Path = SRC) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)


def named(path: Path) -> str:
    return str(path.relative_to(SRC))


def tracked() -> list[Path]:
    """Text files of the repository."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    files = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    binary = {".png", ".pdf", ".woff2", ".ttf", ".zip"}
    return [path for path in files if path.is_file() and path.suffix not in binary]


def lengths() -> dict[str, int]:
    return {named(path): len(path.read_text("utf-8").splitlines()) for path in sources()}


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]


# --- sizes ---


def test_files_are_small():
    counted = lengths()
    counts = sorted(counts for name, counts in counted.items() if not name.endswith("__init__.py") or counts)
    assert statistics.median(counts) <= 80
    assert {name: count for name, count in counted.items() if count > 300} == {}
    assert counts[int(len(counts) * 0.9)] <= 250


def test_functions_are_short():
    found = {f"{named(path)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1 for path in sources() for node in functions(path)}
    spans = sorted(found.values())
    assert spans[int(len(spans) * 0.9)] <= 30
    assert {name: span for name, span in found.items() if span > 100} == {}


# --- rooms ---


@pytest.mark.parametrize("app", APPS)
def test_every_app_has_the_same_rooms(app):
    folder = SRC / app
    missing = [room for room in ROOMS if not (folder / f"{room}.py").is_file() and not (folder / room / "__init__.py").is_file()]
    assert missing == []
    assert (folder / "templates" / app).is_dir()
    assert list((ROOT / "tests" / app).glob("test_*.py"))


@pytest.mark.parametrize("room", ["law", "ledger", *APPS, "site"])
def test_every_room_is_tested_in_the_folder_that_mirrors_it(room):
    assert list((ROOT / "tests" / room).glob("test_*.py"))


# --- words ---


def test_nothing_is_left_to_do():
    word = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
    found = [f"{path.relative_to(ROOT)}:{number}" for path in tracked() if path.suffix in _WRITTEN for number, line in _lines(path) if word.search(line)]
    assert found == []


def test_no_path_of_one_machine():
    place = re.compile(r"(?<![\w.~/-])/(?:wo" r"rk|ro" r"ot|ho" r"me|opt/py" r"pi)/")
    found = [f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}" for path in tracked() for number, line in _lines(path) if place.search(line)]
    assert found == []


_WRITTEN = {".py", ".html", ".css", ".js", ".md", ".toml", ".sh", ".typ"}


def _lines(path: Path) -> list[tuple[int, str]]:
    try:
        return list(enumerate(path.read_text("utf-8").splitlines(), 1))
    except UnicodeDecodeError:
        return []


def test_every_public_name_says_what_it_is():
    mute = []
    for path in sources():
        tree = ast.parse(path.read_text("utf-8"))
        if tree.body and not ast.get_docstring(tree):
            mute.append(named(path))
        mute += [
            f"{named(path)}:{node.name}"
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node) and not _overload(node)
        ]
    assert mute == []


def _overload(node: ast.FunctionDef | ast.ClassDef) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)


# --- writers ---


def test_only_services_write():
    found = {named(path) for path in sources() if _may_not_write(path) and WRITES.search(path.read_text("utf-8"))}
    assert found - WRITERS.keys() == set()


def test_every_exception_is_still_one():
    assert {name for name in WRITERS if not (SRC / name).is_file() or not WRITES.search((SRC / name).read_text("utf-8"))} == set()


def _may_not_write(path: Path) -> bool:
    parts = path.relative_to(SRC).parts
    return parts[0] in {*APPS, "site"} and "services" not in parts and path.name != "services.py" and "demo" not in parts


# --- pages ---


def test_no_page_trusts_what_it_shows():
    escape = re.compile(r"\|\s*safe\b|autoescape\s+off|\bsafeseq\b")
    found = [str(path.relative_to(ROOT)) for path in SRC.rglob("*.html") if escape.search(path.read_text("utf-8"))]
    assert found == []


def test_who_makes_markup_of_text_is_known():
    found = {named(path) for path in sources() if re.search(r"\bmark_safe\(|\bSafeString\(|\bcsrf_exempt\b", path.read_text("utf-8"))}
    known = {"site/templatetags/fadu.py", "documents/qr.py", "disclosure/verify/views.py", "disclosure/search/marking.py", "disclosure/views/frame.py"}
    assert found - known == set()


# --- what is written of the project ---


@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "CONTRIBUTING.md", "docs/operations.md"])
def test_commands_in_the_papers_exist(name):
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    text = (ROOT / name).read_text("utf-8")
    asked = set(re.findall(r"^\s*(?:\$ )?make ([a-z-]+)", text, re.MULTILINE)) | set(re.findall(r"`make ([a-z-]+)", text))
    assert asked
    assert asked - targets == set()


@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "docs/operations.md", "docs/api.md"])
def test_fadu_commands_in_the_papers_exist(name):
    from django.core.management import get_commands

    text = (ROOT / name).read_text("utf-8")
    asked = set(re.findall(r"`(?:\.venv/bin/)?fadu ([a-z_]+)", text)) | set(re.findall(r"^\s*(?:\$ )?(?:\S*/)?fadu ([a-z_]+)", text, re.MULTILINE))
    assert asked - get_commands().keys() == set()


def test_links_between_the_papers_lead_somewhere():
    papers = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    links = [(path, target) for path in papers for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8"))]
    own = [(path, target.split("#")[0]) for path, target in links if not re.match(r"[a-z]+:|#", target)]
    assert [f"{path.relative_to(ROOT)} → {target}" for path, target in own if not (path.parent / target).exists()] == []


def test_every_setting_is_explained():
    used = set()
    for path in [*sources(), ROOT / "tests/settings.py"]:
        used |= set(re.findall(r"\"(FADU_[A-Z_]+)\"", path.read_text("utf-8")))
    told = set(re.findall(r"FADU_[A-Z_]+", (ROOT / "docs/operations.md").read_text("utf-8") + (ROOT / "CONTRIBUTING.md").read_text("utf-8")))
    assert used - told == set()


# --- what it is made of ---


def test_the_lock_names_no_odd_host():
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text("utf-8")))
    assert hosts <= {"pypi.org", "files.pythonhosted.org"}
    resolved = re.findall(r"\"resolved\": \"https?://([^/\"]+)", (ROOT / "package-lock.json").read_text("utf-8"))
    assert set(resolved) <= {"registry.npmjs.org"}


def test_every_exception_from_a_lint_rule_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    part = text[text.index("[tool.ruff.lint]") : text.index("[tool.mypy]")]
    bare = [line.strip() for line in part.splitlines() if re.match(r'\s+"[A-Z]+[0-9]*",', line) and "#" not in line]
    assert bare == []
    assert tomllib.loads(text)["tool"]["ruff"]["lint"]["select"] == ["ALL"]


def test_every_noqa_names_its_rule():
    bare = [f"{named(path)}:{number}" for path in sources() for number, line in _lines(path) if re.search(r"#\s*noqa\s*(?:$|[^:])", line)]
    assert bare == []
