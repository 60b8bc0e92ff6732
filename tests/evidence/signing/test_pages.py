"""The pages: who gets in, what bad input meets, and what is opened by a link alone."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fadu.cases import now as clock
from fadu.cases.models import Case
from fadu.evidence.models import Original, Reading
from fadu.evidence.signing import services
from fadu.evidence.signing.models import Attempt, Capacity, Invited, Matter, Signature
from tests.cases.world import Bureau
from tests.evidence.conftest import picture
from tests.evidence.crooked import paper
from tests.evidence.signing.hands import at, case_before, drawn, paper_of, typed
from tests.evidence.test_scanning import EICAR, listening

pytestmark = pytest.mark.django_db
PNG = picture("PNG")


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Any) -> None:
    settings.DEMO, settings.DATA = True, tmp_path
    cache.clear()


@pytest.fixture
def bureau() -> Bureau:
    return Bureau()


@pytest.fixture
def case(bureau: Bureau) -> Case:
    return case_before("question")


@pytest.fixture
def party(bureau: Bureau, case: Case) -> Invited:
    data = {key: value for key, value in typed("question", bureau).items() if key != "record_signed"}
    matter = services.put_draft(bureau.who("liwei"), case, "question", data, at("question"))
    return services.add_signer(bureau.who("liwei"), matter, Capacity.PARTY.value, "王清河")


def signed_in(bureau: Bureau, username: str) -> Client:
    client = Client()
    user = bureau.named[username].user
    assert user is not None
    client.force_login(user)
    return client


def answer(matter: Matter, **more: Any) -> dict[str, Any]:
    return {"sha256": matter.sha256, "page": [str(page) for page in range(1, matter.pages + 1)], "strokes": drawn()} | more


# handler, another officer, reviewer, head, supervisor, administrator, nobody
WORDED = """
index    200 404 200 200 200 404 302
matter   200 404 200 200 200 404 302
shown    200 404 200 200 200 404 302
page     200 404 200 200 200 404 302
sign     200 404 200 200 200 404 302
refuse   200 404 200 200 200 404 302
service  200 404 200 200 200 404 302
"""
WHO = ("liwei", "zhoujie", "chenjing", "zhaoqiang", "zhaomin", "admin", "")


def test_every_role_at_every_entrance(bureau: Bureau, case: Case, party: Invited) -> None:
    document = paper_of(case, "file", "filing_approval")
    matter = party.matter
    places = {
        "index": f"/cases/{case.id}/signing/",
        "matter": f"/signing/{matter.id}/",
        "shown": f"/signing/{matter.id}/shown.pdf",
        "page": f"/signing/{matter.id}/page/1.png",
        "sign": f"/signing/sign/{party.id}/",
        "refuse": f"/signing/refuse/{party.id}/",
        "service": f"/cases/{case.id}/service/{document.id}/",
    }
    found = {}
    for username in WHO:
        client = signed_in(bureau, username) if username else Client()
        for name, place in places.items():
            found.setdefault(name, []).append(client.get(place).status_code)
    expected = {line.split()[0]: [int(code) for code in line.split()[1:]] for line in WORDED.strip().splitlines()}
    for name, codes in expected.items():
        assert [403 if got == 403 else code for got, code in zip(found[name], codes, strict=True)] == found[name], (name, found[name])
    assert Reading.objects.filter(kind="signing", ref=matter.id).count() == 4, "whoever opened the paper is written down"


def test_only_who_handles_the_case_writes(bureau: Bureau, party: Invited) -> None:
    for username in ("chenjing", "zhaoqiang", "zhaomin"):
        client = signed_in(bureau, username)
        assert client.post(f"/signing/sign/{party.id}/", answer(party.matter)).status_code == 403
        assert client.post(f"/signing/link/{party.id}/").status_code == 403
        assert client.post(f"/signing/{party.matter_id}/complete/").status_code == 403
    assert not Signature.objects.exists()


def test_bad_input_is_answered_and_nothing_is_written(bureau: Bureau, party: Invited) -> None:
    client, matter = signed_in(bureau, "liwei"), party.matter
    for more in (
        {"strokes": "{"},
        {"page": []},
        {"page": ["x", "999999", "-1"]},
        {"correction.0.page": "一", "correction.0.was": "甲", "correction.0.now": "乙"},
        {"witness": "nobody", "strokes": ""},
    ):
        assert client.post(f"/signing/sign/{party.id}/", answer(matter, **more)).status_code == 422, more
    assert client.post(f"/signing/sign/{party.id}/", answer(matter, sha256="0" * 64)).status_code == 409
    assert client.post(f"/signing/{matter.id}/", {"capacity": "king", "name": "甲"}).status_code == 422
    assert client.post(f"/signing/{matter.id}/", {"capacity": "party", "name": ""}).status_code == 422
    assert client.post(f"/signing/{matter.id}/complete/").status_code == 422
    assert client.get(f"/signing/{matter.id}/page/99.png").status_code == 404
    assert not Signature.objects.exists()
    assert client.post(f"/signing/sign/{party.id}/", answer(matter)).status_code == 302
    picture = client.get(f"/signing/picture/{Signature.objects.get().id}.svg")
    assert (picture["Content-Type"], "sandbox" in picture["Content-Security-Policy"]) == ("image/svg+xml", True)


def test_the_step_form_goes_on_to_the_signers_and_keeps_what_was_typed_where_it_cannot(bureau: Bureau, case: Case) -> None:
    client = signed_in(bureau, "liwei")
    place = f"/cases/{case.id}/do/question/"
    assert "先请当事人签名" in client.get(place).content.decode()
    with clock.at(at("question") + timedelta(hours=2)):
        lacking = client.post(place, {"sign_first": "1", "asked_name": "王清河", "taken_at": ""})
        assert lacking.status_code == 422
        assert "王清河" in lacking.content.decode()
        assert not Matter.objects.exists()
        data = typed("question", bureau)
        post: dict[str, Any] = {"sign_first": "1", "taken_at": at("question").strftime("%Y-%m-%dT%H:%M")}
        for name, value in data.items():
            if name == "dialogue":
                post |= {f"dialogue.{row}.{key}": text for row, turn in enumerate(value) for key, text in turn.items()}
            elif name != "record_signed":
                post[name] = "1" if value is True else "0" if value is False else value
        put = client.post(place, post)
    assert put.status_code == 302, put.content.decode()[:3000]
    matter = Matter.objects.get()
    assert put["Location"] == f"/signing/{matter.id}/"
    assert Invited.objects.get(matter=matter).name == case.party.legal_rep


def test_a_link_opens_one_page_without_an_account(bureau: Bureau, party: Invited) -> None:
    made = signed_in(bureau, "liwei").post(f"/signing/link/{party.id}/")
    assert made["Cache-Control"] == "no-store"
    path = made.content.decode().split("data-address>http://testserver", 1)[1].split("<", 1)[0]
    stranger = Client()
    page = stranger.get(path)
    assert page.status_code == 200
    assert page["Cache-Control"] == "no-store"
    assert stranger.get(f"{path}page/1.png").content.startswith(b"\x89PNG")
    assert stranger.get(f"/signing/{party.matter_id}/").status_code == 302
    assert stranger.post(path, answer(party.matter, strokes="")).status_code == 422
    assert "签名已收到" in stranger.post(path, answer(party.matter)).content.decode()
    assert stranger.get(path).status_code == 404
    assert stranger.get(f"{path}page/1.png").status_code == 404
    row = Signature.objects.get()
    assert (row.own_phone, row.by_user) == (True, None)


def test_who_guesses_links_is_made_to_wait(db: None) -> None:
    client = Client()
    codes = [client.get(f"/s/{number:043d}/").status_code for number in range(21)]
    assert codes == [404] * 20 + [429]
    assert client.get("/m/whatever/").status_code == 429


def test_the_pages_of_service_ask_what_the_way_needs(bureau: Bureau, settings: Any) -> None:
    case = case_before("serve")
    document = paper_of(case, "decide", "penalty_decision")
    client, here = signed_in(bureau, "liwei"), f"/cases/{case.id}/service/{document.id}/"
    asked = {way: client.get(f"{here}{way}/").content.decode() for way in ("direct", "left", "post", "electronic", "announcement")}
    assert client.get(f"{here}pigeon/").status_code == 404
    for name, ways in {"receiver_role": {"direct"}, "witness_name": {"left"}, "reference": {"post"}, "where": {"announcement"}}.items():
        assert {way for way, page in asked.items() if f'name="{name}"' in page} == ways, name
    with clock.at(at("decide") + timedelta(days=1)):
        moment = clock.now().astimezone(at("decide").tzinfo).strftime("%Y-%m-%dT%H:%M")
        assert client.post(f"{here}electronic/").status_code == 409
        assert client.post(f"{here}announcement/", {"where": "公告栏", "began_at": moment}).status_code == 409
        assert client.post(f"{here}direct/", {"outcome": "served", "began_at": moment}).status_code == 422
        assert client.post(f"{here}post/", {"reference": "E1", "address": "甲", "began_at": "yesterday"}).status_code == 422
        assert not Attempt.objects.exists()
        for name, body in (
            ("空.pdf", b""),
            ("程序.png", b"MZ\x90\x00"),
            ("图.png", b"<svg onload=alert(1)>"),
            ("网页.pdf", b"<!doctype html>"),
            ("两面.jpg", picture() + paper()),
        ):
            answer = client.post(f"{here}post/", {"reference": "E1", "address": "甲", "began_at": moment, "proofs_file": SimpleUploadedFile(name, body)})
            assert (answer.status_code, f"{name}：" in answer.content.decode()) == (422, True), name
        with listening(settings):
            infected = SimpleUploadedFile("病.jpg", picture(comment=EICAR))
            answer = client.post(f"{here}post/", {"reference": "E1", "address": "甲", "began_at": moment, "proofs_file": infected})
            assert "查出恶意程序" in answer.content.decode()
        assert (Attempt.objects.count(), Original.objects.filter(use="service").count()) == (0, 0)
        files = {"proofs_file": SimpleUploadedFile("回执.png", PNG)}
        assert client.post(f"{here}post/", {"reference": "E1", "address": "甲", "began_at": moment, **files}).status_code == 302
        attempt = Attempt.objects.get()
        assert client.post(f"/service/{attempt.id}/result/", {"outcome": "failed"}).status_code == 422
        assert client.post(f"/service/{attempt.id}/result/", {"outcome": "failed", "failure": "returned"}).status_code == 302
        handed = {"outcome": "served", "receiver": "王清河", "began_at": moment}
        refused = client.post(f"{here}direct/", handed | {"receiver_role": "self"})
        assert refused.status_code == 409, "of a company its head signs (民事诉讼法第八十八条)"
        assert "第八十八条" in refused.content.decode()
        assert client.post(f"{here}direct/", handed | {"receiver_role": "legal"}).status_code == 302
        assert Attempt.objects.count() == 2, "told again, not begun again"
    proof = attempt.proofs.get()
    shown = client.get(f"/service/proof/{proof.id}/")
    assert (b"".join(shown.streaming_content), shown["Content-Type"]) == (PNG, "image/png")
    assert "sandbox" in shown["Content-Security-Policy"]
    assert signed_in(bureau, "zhoujie").get(f"/service/proof/{proof.id}/").status_code == 404
    assert json.dumps(attempt.data)
