"""Rules that every template and every page keeps: no inline style or script, every component documented and shown."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.template.loader import get_template, render_to_string
from django.test import Client, RequestFactory

from fadu.site import context, specimens

SOURCE = Path(context.__file__).parents[1]
TEMPLATES = sorted(SOURCE.glob("**/templates/**/*.html"))
COMPONENTS = sorted((SOURCE / "site/templates/cotton").glob("**/*.html"))
INLINE = ("tag", "law", "chip", "proof", "icon", "tab")
BEHIND = {"label", "words", "boxes", "row", "index"} | {"icon", "bar", "form_errors", "finding", "empty", "messages", "keys"}


class Markup(HTMLParser):
    """What a strict policy forbids, and ids used twice."""

    def __init__(self):
        super().__init__()
        self.wrong, self.ids, self.references = [], [], []
        self.script = False

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name == "style" or (name.startswith("on") and name != "on") or (value or "").strip().lower().startswith("javascript:"):
                self.wrong.append(f"<{tag} {name}={value!r}>")
            if name == "id":
                self.ids.append(value)
            if name in {"aria-describedby", "aria-labelledby", "for"}:
                self.references += (value or "").split()
        if tag == "style" or (tag == "script" and not dict(attrs).get("src")):
            self.wrong.append(f"<{tag}> inline")


def page(client, path="/style/"):
    response = client.get(path)
    markup = Markup()
    markup.feed(response.content.decode())
    return response, markup


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_templates_hold_no_inline_style_or_script(path):
    text = path.read_text()
    assert not re.search(r"\sstyle\s*=|\son[a-z]+\s*=|<style\b|javascript:|\|\s*safe\b|\bautoescape off\b", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_templates_compile(path):
    get_template(str(path).split("/templates/")[1])


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_components_are_documented_and_name_their_attributes(path):
    text = path.read_text()
    comment = re.match(r"{% comment %}(.+?){% endcomment %}", text, re.DOTALL)
    assert comment, "a component begins with a comment that says what it is and what it takes"
    declared = re.search(r"<c-vars(.*?)/>", text, re.DOTALL)
    for name in re.findall(r"[\s:]([a-z_]+)=", declared.group(1) if declared else ""):
        assert re.search(rf"\b{name}\b", comment.group(1)) or name in comment.group(1), f"{name} is not explained"
    for default in re.findall(r"\s(:?[a-z_]+)(?=[\s/])(?!=)", declared.group(1) if declared else ""):
        pytest.fail(f"{default} has no default: the page's own variable of that name would show through")


@pytest.mark.parametrize("path", [path for path in COMPONENTS if path.parent.name == "cotton"], ids=lambda path: path.stem)
def test_every_component_is_on_the_style_page(path):
    shown = (SOURCE / "site/templates/site/style.html").read_text() + (SOURCE / "site/templates/site/base.html").read_text()
    name = path.stem.replace("_", "-")
    assert f"<c-{name}" in shown or path.stem in BEHIND


@pytest.mark.parametrize("name", INLINE)
def test_inline_components_add_no_space_after_them(name):
    assert not (SOURCE / f"site/templates/cotton/{name}.html").read_text().endswith("\n")


@pytest.mark.django_db
def test_style_page():
    response, markup = page(Client())
    assert response.status_code == 200
    assert markup.wrong == []
    assert sorted(ident for ident in set(markup.ids) if markup.ids.count(ident) > 1) == []
    assert [reference for reference in markup.references if reference not in markup.ids] == []
    assert "__row__" in response.content.decode()
    policy = response.headers["Content-Security-Policy"]
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.django_db
def test_every_kind_of_field_is_shown():
    from fadu.law.forms import Kind

    assert {bound["field"]["kind"] for bound in specimens.fields_empty()} == {str(kind) for kind in Kind}


@pytest.mark.django_db
@pytest.mark.parametrize("demo", [True, False])
def test_a_page_not_found_says_what_to_do(settings, demo):
    settings.DEMO = demo
    response, markup = page(Client(), "/no-such-page/")
    assert response.status_code == 404
    assert markup.wrong == []
    assert "没有找到这一页" in response.content.decode()
    assert ("演示环境" in response.content.decode()) is demo


@pytest.mark.parametrize("code", ["403", "404", "409", "422", "500", "403_csrf"])
def test_problem_pages_need_no_request(code):
    text = render_to_string(f"{code}.html")
    assert "<h1>" in text
    assert "actions" in text


def test_a_fault_shows_its_page_without_the_database(settings):
    settings.DEMO = True
    from fadu.site import views

    response = views.broken(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "演示环境" in response.content.decode()


@pytest.mark.django_db
def test_typed_text_is_escaped_everywhere(monkeypatch):
    nasty = '<script>alert(1)</script>"onx=1'
    bounds = [
        {**bound, "value": nasty, "error": nasty, "field": {**bound["field"], "label": nasty, "help": nasty, "example": nasty}}
        for bound in specimens.fields_empty()
    ]
    shown = {**specimens.page(), "empty": bounds, "long": nasty, "findings": [{"says": nasty, "fact": nasty, "fix": nasty}], "crumbs": [(nasty, nasty)]}
    monkeypatch.setattr(specimens, "page", lambda: shown)
    response, markup = page(Client(), "/style/?" + urlencode({"q": nasty, "sort": nasty, "stage": nasty}))
    assert "<script>alert" not in response.content.decode()
    assert markup.wrong == []
