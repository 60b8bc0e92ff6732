"""The house rules of this room, kept by a test."""

import ast
import statistics
import sys
from pathlib import Path

import pytest

import fadu.ledger

ROOM = Path(fadu.ledger.__file__).parent
MODULES = sorted(ROOM.glob("*.py"))
ALLOWED = {"cryptography", "fadu"}


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def functions():
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield path, node


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_imports_only_the_standard_library_cryptography_and_itself(path):
    for name in imported(path):
        top = name.split(".")[0]
        assert top in sys.stdlib_module_names or top in ALLOWED
        assert top != "fadu" or name.startswith("fadu.ledger")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_module_and_public_name_is_explained(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_modules_are_small():
    sizes = sorted(map(lines, MODULES))
    assert statistics.median(sizes) <= 90
    assert sizes[-1] <= 250


def test_functions_are_short():
    sizes = sorted(node.end_lineno - node.lineno + 1 for _, node in functions())
    assert sizes[int(len(sizes) * 0.9)] <= 30


def test_everything_is_annotated():
    for path, node in functions():
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        bare = [one.arg for one in arguments if not one.annotation and one.arg not in ("self", "cls")]
        assert node.returns is not None, (path.name, node.name)
        assert not bare, (path.name, node.name, bare)
