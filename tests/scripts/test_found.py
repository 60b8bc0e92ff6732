"""The first organ and administrator of a real installation."""

import importlib.util
import tomllib
from pathlib import Path

import pytest

from fadu.accounts.actors import Role
from fadu.accounts.models import Post, User
from fadu.agencies.models import Organ
from fadu.law.forms import Invalid

pytestmark = pytest.mark.django_db
FILE = Path(__file__).resolve().parents[2] / "scripts/found.py"
spec = importlib.util.spec_from_file_location("found", FILE)
script = importlib.util.module_from_spec(spec)
spec.loader.exec_module(script)


def written(tmp_path, text):
    file = tmp_path / "founding.toml"
    file.write_text(text, "utf-8")
    return file


def test_the_example_is_whole_but_for_the_password(tmp_path):
    assert tomllib.loads(script.EXAMPLE)["account"]["password"] == ""
    with pytest.raises(Invalid) as wrong:
        script.found(written(tmp_path, script.EXAMPLE))
    assert set(wrong.value.errors) == {"password"}
    assert not Organ.objects.exists()
    assert not User.objects.exists()


def test_it_is_done_once(tmp_path):
    file = written(tmp_path, script.EXAMPLE.replace('password = ""', 'password = "longer than any guess 7"'))
    assert "heping" in script.found(file)
    assert User.objects.get().must_change
    assert [post.role for post in Post.objects.all()] == [Role.ADMIN.value]
    assert "已经有机关" in script.found(file)
    assert Organ.objects.count() == 1


@pytest.mark.parametrize(("argv", "code"), [(["--example"], 0), ([], 2), (["a", "b"], 2)])
def test_what_it_ends_with(argv, code):
    assert script.main(argv) == code
