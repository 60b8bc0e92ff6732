"""The pages of the archive, for every role; and what each may do there."""

import io
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from fadu.accounts.models import User
from fadu.evidence.archive import services
from fadu.evidence.archive.kinds import Way
from fadu.evidence.archive.models import Check, Loan, Volume
from fadu.evidence.models import Reading

pytestmark = pytest.mark.django_db

ROLES = (("", 302), ("liwei", 200), ("wangfang", 200), ("chenjing", 200), ("zhaoqiang", 200), ("zhaomin", 200), ("admin", 403))


def client_of(username: str) -> Client:
    client = Client()
    if username:
        client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize(("username", "status"), ROLES)
def test_who_enters(volume: Volume, case: Any, username: str, status: int) -> None:
    client = client_of(username)
    check = volume.checks.latest("id")
    pages = ["/archive/", *(f"/archive/?show={tab}" for tab in ("kept", "later", "transfer", "expired", "loans", "lists"))]
    pages += [f"/archive/volumes/{volume.id}/", f"/archive/cases/{case.id}/", f"/archive/checks/{check.id}/", f"/archive/checks/{check.id}/report.pdf"]
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, status)


def test_another_organ_sees_nothing(volume: Volume, case: Any, bureau: Any) -> None:
    client = client_of("zhoulin")  # of the general enforcement bureau
    for page in (f"/archive/volumes/{volume.id}/", f"/archive/cases/{case.id}/", f"/archive/checks/{volume.checks.latest('id').id}/"):
        assert client.get(page).status_code == 404
    assert volume.number not in client.get("/archive/?show=kept").content.decode()


@pytest.mark.parametrize("username", ["chenjing", "zhaoqiang", "zhaomin", "zhoulin"])
def test_only_the_archivist_binds_and_examines(volume: Volume, house: Any, username: str) -> None:
    client, before = client_of(username), (Volume.objects.count(), Check.objects.count())
    wanted = {403, 404}
    assert client.post(f"/archive/cases/{house.simple.id}/bind/", {"reason": ""}).status_code in ({200, 302, 403} if username == "zhoulin" else wanted)
    assert client.post(f"/archive/volumes/{volume.id}/check/").status_code in wanted
    assert Check.objects.count() - before[1] == Volume.objects.count() - before[0]


def test_the_room_lists_what_waits_and_the_archivist_binds_it(house: Any, bureau: Any, clock: Any) -> None:
    client = client_of("zhoulin")
    said = client.get("/archive/").content.decode()
    assert house.simple.title in said
    page = client.get(f"/archive/cases/{house.simple.id}/").content.decode()
    assert "没有缺件" in page
    assert "当场行政处罚决定书" in page
    answer = client.post(f"/archive/cases/{house.simple.id}/bind/", {"reason": ""})
    assert answer.status_code == 302
    made = Volume.objects.get(case=house.simple)
    assert made.term == "10"
    assert client.get(answer["Location"]).status_code == 200
    assert house.simple.title not in client.get("/archive/").content.decode()


def test_looking_asks_for_a_reason_and_is_written_down_first(volume: Volume) -> None:
    client = client_of("liwei")
    address = f"/archive/volumes/{volume.id}/look/"
    assert client.post(address, {"what": "front", "reason": " "}).status_code == 422
    assert not Reading.objects.filter(ref=volume.id).exists()
    answer = client.post(address, {"what": "front", "reason": "答复行政复议"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert len(PdfReader(io.BytesIO(answer.content)).pages) > volume.front_pages
    reading = Reading.objects.get(ref=volume.id)
    assert (reading.reason, reading.by_name) == ("答复行政复议", "李伟")
    assert reading.leaf.kind == "reading"


def test_the_package_is_sent_as_it_lies(volume: Volume) -> None:
    answer = client_of("zhaoqiang").post(f"/archive/volumes/{volume.id}/look/", {"what": "package", "reason": "移交检查"})
    assert sum(len(chunk) for chunk in answer.streaming_content) == volume.size


def test_who_did_not_handle_the_case_needs_the_heads_word(volume: Volume, bureau: Any) -> None:
    client, head = client_of("zhoujie"), client_of("zhaoqiang")
    page = client.get(f"/archive/volumes/{volume.id}/").content.decode()
    assert "只显示目录信息" in page
    assert "询问笔录" not in page
    assert client.post(f"/archive/volumes/{volume.id}/look/", {"what": "front", "reason": "看看"}).status_code == 403
    asked = client.post(f"/archive/volumes/{volume.id}/ask/", {"way": "read", "reason": "办理同类案件参考", "until": _soon()})
    assert asked.status_code == 302
    loan = Loan.objects.get(volume=volume)
    assert loan.approved is None
    assert client.post(f"/archive/loans/{loan.id}/decide/", {"approved": "yes", "opinion": "同意"}).status_code == 403
    assert head.post(f"/archive/loans/{loan.id}/decide/", {"approved": "yes", "opinion": "同意查阅"}).status_code == 302
    assert client.post(f"/archive/volumes/{volume.id}/look/", {"what": "front"}).status_code == 200
    assert Reading.objects.get(ref=volume.id).reason == "办理同类案件参考（赵强批准）"
    assert client.post(f"/archive/loans/{loan.id}/return/").status_code == 302
    assert client.post(f"/archive/volumes/{volume.id}/look/", {"what": "front"}).status_code == 403


def test_nobody_lets_themselves(volume: Volume, bureau: Any) -> None:
    from fadu.accounts.permissions import NotAllowed

    head = bureau.who("zhaoqiang")
    loan = services.ask(head, volume, way=Way.LEND, reason="带去开会", until=_soon_day())
    with pytest.raises(NotAllowed):
        services.decide(head, loan.id, approved=True, opinion="")


@pytest.mark.parametrize(
    ("way", "reason", "until"),
    [("", "x", "2099-01-01"), ("read", "", "2099-01-01"), ("read", "x", "2099-01-01"), ("read", "x", "not a day"), ("read", "x", "1999-01-01")],
)
def test_bad_input_is_told_and_writes_nothing(volume: Volume, way: str, reason: str, until: str) -> None:
    answer = client_of("zhoujie").post(f"/archive/volumes/{volume.id}/ask/", {"way": way, "reason": reason, "until": until})
    assert answer.status_code == 422
    assert not Loan.objects.exists()


@pytest.mark.parametrize(
    "query", ["q=%00", "year=99999", "year=abc", "organ=99999999999999999999", "term=x", "after=x", "before=1", "series=" + "x" * 50, "show=nowhere"]
)
def test_odd_addresses_are_no_failure(volume: Volume, query: str) -> None:
    assert client_of("zhaoqiang").get(f"/archive/?show=kept&{query}").status_code == 200


@pytest.mark.parametrize(
    ("query", "found"),
    [("q=清河", True), ("q=无此案", False), ("year=2026", True), ("year=2025", False), ("term=permanent", True), ("term=10", False), ("series=penalty", True)],
)
def test_the_register_is_searched(volume: Volume, query: str, found: bool) -> None:
    assert (volume.number in client_of("liwei").get(f"/archive/?show=kept&{query}").content.decode()) is found


def _soon_day() -> Any:
    from datetime import timedelta

    from django.utils import timezone

    return timezone.localdate() + timedelta(days=10)


def _soon() -> str:
    return str(_soon_day().isoformat())
