"""`fadu verify`: exit codes and what it prints, also in a Python that knows no Django."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from fadu.ledger import cli
from fadu.ledger.cli import MISUSED, NOT_PROVEN, PROVEN, verify
from tests.ledger.build import FILES, STRANGER, VKEY, changed, make_case

CASE = make_case()


@pytest.fixture
def package(tmp_path):
    return str(CASE.write(tmp_path / "case.zip"))


@pytest.fixture
def paper(tmp_path):
    document = CASE.documents[1]
    file = tmp_path / "决定书.pdf"
    file.write_bytes(FILES["D-2"][1])
    (tmp_path / "决定书.pdf.receipt.json").write_text(document.receipt.to_json(), encoding="utf-8")
    return file


def test_a_true_package(package, capsys):
    assert verify([package, "--key", VKEY]) == PROVEN
    out = capsys.readouterr().out
    assert out.startswith("核验通过：案卷包 case.zip（共 ")
    assert out.count("\n") == 1


def test_every_check_on_demand(package, capsys):
    assert verify([package, "--key", VKEY, "--all"]) == PROVEN
    out = capsys.readouterr().out
    assert "✓ 第 1 步：内容与日志中的承诺相符" in out
    assert "✗" not in out


def test_without_a_key_it_warns(package, capsys):
    assert verify([package]) == PROVEN
    assert "注意：公钥取自包内" in capsys.readouterr().out


def test_the_key_may_be_in_a_file(package, tmp_path):
    (tmp_path / "log.key").write_text(f"{VKEY}\n", encoding="utf-8")
    assert verify([package, "--key", str(tmp_path / "log.key")]) == PROVEN


def test_a_tampered_package(tmp_path, capsys):
    steps = [changed(CASE.steps[0], content="别的"), *CASE.steps[1:]]
    path = CASE.write(tmp_path / "case.zip", steps=steps)
    assert verify([str(path), "--key", VKEY]) == NOT_PROVEN
    out = capsys.readouterr().out
    assert out.startswith("核验未通过")
    assert "✗ 第 1 步：内容与日志中的承诺不符" in out


def test_the_key_of_another_log(package):
    assert verify([package, "--key", STRANGER.vkey]) == NOT_PROVEN


def test_a_document_with_its_receipt_beside_it(paper, capsys):
    assert verify([str(paper), "--key", VKEY]) == PROVEN
    assert "核验通过：文件 决定书.pdf" in capsys.readouterr().out


def test_a_document_with_its_receipt_elsewhere(paper, tmp_path):
    moved = tmp_path / "凭证.json"
    (tmp_path / "决定书.pdf.receipt.json").rename(moved)
    assert verify([str(paper), "--receipt", str(moved), "--key", VKEY]) == PROVEN


def test_a_changed_document(paper, capsys):
    paper.write_bytes(b"forged")
    assert verify([str(paper), "--key", VKEY]) == NOT_PROVEN
    assert "✗ 文件：文件与登记的哈希不符" in capsys.readouterr().out


def test_a_document_needs_the_published_key(paper, capsys):
    assert verify([str(paper)]) == MISUSED
    assert "--key" in capsys.readouterr().err


def test_a_receipt_that_is_none(paper, tmp_path, capsys):
    (tmp_path / "决定书.pdf.receipt.json").write_text("{}", encoding="utf-8")
    assert verify([str(paper), "--key", VKEY]) == MISUSED
    assert "凭证格式不对" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [[], ["--nonsense"], ["a", "b"]])
def test_misuse(argv, capsys):
    assert verify(argv) == MISUSED
    assert "usage" in capsys.readouterr().err


def test_help(capsys):
    assert verify(["--help"]) == PROVEN
    assert "离线核验" in capsys.readouterr().out


def test_no_such_file(tmp_path, capsys):
    assert verify([str(tmp_path / "none.zip")]) == MISUSED
    assert "无法读取" in capsys.readouterr().err


def test_no_such_key_file(package, capsys):
    assert verify([package, "--key", "nowhere.key"]) == MISUSED
    assert "无法读取" in capsys.readouterr().err


def test_a_file_that_is_no_package(tmp_path, capsys):
    (tmp_path / "a.zip").write_bytes(b"x")
    assert verify([str(tmp_path / "a.zip"), "--key", VKEY]) == NOT_PROVEN
    assert "不是完好的 zip" in capsys.readouterr().out


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1", "utf-8"])
def test_prints_on_screens_that_lack_some_signs(package, monkeypatch, encoding):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    assert verify([package, "--key", VKEY, "--all"]) == PROVEN
    sys.stdout.flush()
    assert raw.getvalue().count(b"\n") > 5


def test_works_where_there_is_no_django(package):
    source = str(Path(cli.__file__).parents[2])
    program = (
        "import sys; sys.modules['django'] = None\n"
        "from fadu.ledger.cli import verify\n"
        "code = verify(sys.argv[1:])\n"
        "assert not [name for name in sys.modules if name.startswith('fadu.') and not name.startswith('fadu.ledger')]\n"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, package, "--key", VKEY],
        capture_output=True,
        env={"PYTHONPATH": source, "PYTHONUTF8": "1"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (PROVEN, b"")
    assert "核验通过" in done.stdout.decode()
