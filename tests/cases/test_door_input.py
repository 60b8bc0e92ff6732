"""What can't be taken as it is: told on its field, nothing lost, nothing written, never a failure of the server."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fadu.accounts.crypto import blind_index
from fadu.accounts.permissions import NotAllowed
from fadu.cases.errors import Conflict, NotFound, Refused
from fadu.cases.models import Attempt, Case, Party, Step
from fadu.cases.models.ids import new_id
from fadu.cases.services import register, take
from fadu.law.forms import Invalid
from tests.cases.telling import Telling, at, counts, story
from tests.cases.world import Bureau

SESSION = "django.contrib.auth.backends.ModelBackend"


def client_of(bureau: Bureau, name: str) -> Client:
    client = Client()
    client.force_login(bureau.named[name].user, backend=SESSION)
    return client


def post_json(client: Client, url: str, body: Any) -> Any:
    raw = body if isinstance(body, str | bytes) else json.dumps(body)
    return client.post(url, raw, content_type="application/json")


@pytest.fixture
def filed(bureau: Bureau) -> Telling:
    return Telling(bureau).until("file")


@pytest.fixture
def officer(bureau: Bureau) -> Client:
    return client_of(bureau, "liwei")


# --- fields of a registration: the issue's own list --------------------------------------------------------------------

LONG = "长" * (10 * 1024 * 1024 // 3)
"""Ten megabytes of text."""

BAD = [
    ("wrong check digit", {"party_code": "92130999MA0FADU012"}, "party_code", "校验"),
    ("a code of the wrong length", {"party_code": "9213"}, "party_code", "18"),
    ("an identity number of the wrong check digit", {"party_kind": "person", "party_id": "110101199003071234"}, "party_id", "校验"),
    ("an impossible date", {"violation_began_on": "2026-02-30"}, "violation_began_on", "“2026-02-30”不是有效日期"),
    ("a date in words", {"clue_received_on": "昨天"}, "clue_received_on", "“昨天”不是有效日期"),
    ("a date of another age", {"violation_began_on": "0001-01-01"}, "violation_began_on", "年份不合理"),
    ("ten megabytes", {"summary": LONG}, "summary", "最多 5000 字"),
    ("ten megabytes on a line", {"cause": LONG}, "cause", "最多 200 字"),
    ("a script in a name", {"party_name": "<script>alert(1)</script>"}, "party_name", "尖括号"),
    ("a control character", {"party_name": "清河\x00食品店"}, "party_name", "控制字符"),
    ("a text turned round", {"party_name": "清河\u202e店品食"}, "party_name", "控制字符"),
    ("a wrong choice", {"clue_source": "dream"}, "clue_source", "只能选"),
    ("neither yes nor no", {"in_jurisdiction": "perhaps"}, "in_jurisdiction", "请选是或否"),
    ("a wrong telephone", {"party_phone": "12345"}, "party_phone", "手机号"),
    ("nothing where something is needed", {"party_name": ""}, "party_name", "请填写"),
    ("only spaces", {"cause": "   "}, "cause", "请填写"),
    ("an item that there is not", {"item": "SC-CF-999"}, "item", "没有编码为“SC-CF-999”"),
]
WRONG_TYPES = [
    ("a number for a text", {"cause": 5}, "cause", "应为文字"),
    ("a list for a text", {"cause": ["x"]}, "cause", "应为文字"),
    ("an object for a date", {"violation_began_on": {"day": 1}}, "violation_began_on", "应为文字"),
    ("a number for yes or no", {"in_jurisdiction": 1}, "in_jurisdiction", "请选是或否"),
    ("an unknown field", {"colour": "red"}, "colour", "没有这个字段"),
    ("half of a character", {"cause": "\ud800"}, "cause", "控制字符"),
]


@pytest.mark.parametrize(("what", "changes", "field", "says"), BAD + WRONG_TYPES, ids=[row[0] for row in BAD + WRONG_TYPES])
def test_bad_input_is_told_on_its_field(bureau: Bureau, officer: Client, what: str, changes: Mapping[str, Any], field: str, says: str) -> None:
    """By the door itself and by the API; nothing is written."""
    data = {**story("food_safety")["steps"][0]["data"], **changes}
    before = counts()
    with pytest.raises(Invalid) as caught:
        register(bureau.who("liwei"), "penalty.general", data, taken_at=at("2026-06-01T09:10"))
    assert says in caught.value.errors[field]
    answer = post_json(officer, "/api/cases", {"procedure": "penalty.general", "data": data, "taken_at": "2026-06-01T09:10"})
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["type"], problem["status"]) == ("fadu:invalid", 422)
    assert says in problem["errors"][field]
    assert counts() == before


@pytest.mark.parametrize(("what", "changes", "field", "says"), BAD, ids=[row[0] for row in BAD])
def test_the_page_keeps_what_was_typed(bureau: Bureau, officer: Client, what: str, changes: Mapping[str, Any], field: str, says: str) -> None:
    data = {**story("food_safety")["steps"][0]["data"], **changes, "in_jurisdiction": changes.get("in_jurisdiction", "1"), "taken_at": "2026-06-01T09:10"}
    before = counts()
    answer = officer.post("/cases/new/general/", data)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert says in page
    assert counts() == before
    kept = str(changes[field]).strip() if field in changes else ""
    if kept and "<" not in kept and "\x00" not in kept and field not in ("clue_source", "in_jurisdiction", "item"):
        assert kept in page, f"{field} was lost"
    for name in ("violation_place", "party_legal_rep"):
        if name not in changes and changes.get("party_kind", "unit") == "unit":
            assert str(data[name]) in page, f"{name} was lost"


def test_a_script_is_shown_as_text_and_never_as_a_script(bureau: Bureau, officer: Client) -> None:
    data = {
        **story("food_safety")["steps"][0]["data"],
        "party_name": "<script>alert(1)</script>",
        "summary": '"><img src=x onerror=alert(2)>',
        "in_jurisdiction": "1",
    }
    page = officer.post("/cases/new/general/", data).content.decode()
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_angle_brackets_in_several_lines_are_kept_and_shown_as_text(bureau: Bureau, officer: Client) -> None:
    data = {**story("food_safety")["steps"][0]["data"], "summary": "检查 <b>货架</b> & <script>alert(1)</script>"}
    done = register(bureau.who("liwei"), "penalty.general", data, taken_at=at("2026-06-01T09:10"))
    for url in (f"/cases/{done.case_id}/", f"/cases/{done.case_id}/record/1/"):
        page = officer.get(url).content.decode()
        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;" in page


def test_every_wrong_field_is_told_at_once(bureau: Bureau) -> None:
    with pytest.raises(Invalid) as caught:
        register(bureau.who("liwei"), "penalty.general", {"party_code": "x", "colour": 1}, taken_at=at("2026-06-01T09:10"))
    assert {"colour", "cause", "item", "party_kind", "party_name", "summary", "clue_source"} <= set(caught.value.errors)


def test_a_row_of_a_table_is_told_by_its_number(filed: Telling) -> None:
    goods = [{"name": "纯牛奶", "quantity": 42, "unit": "箱"}, {"name": "酸奶", "quantity": 0, "unit": "箱", "price": "abc"}]
    with pytest.raises(Invalid) as caught:
        filed.take("preserve", {"goods": goods})
    assert set(caught.value.errors) == {"goods.1.quantity", "goods.1.price"}
    assert all(text.startswith("第 2 行：") for text in caught.value.errors.values())


@pytest.mark.parametrize(
    ("present", "says"),
    [
        ([10**6], "本机关的人员"),
        (["abc"], "从名单中选择"),
        ([-1], "从名单中选择"),
        ([2**40], "从名单中选择"),
        ([[1]], "从名单中选择"),
        ({"x": 1}, "从名单中选择"),
    ],
)
def test_people_are_those_of_the_organ(filed: Telling, present: Any, says: str) -> None:
    data = {**filed.sent("inspect"), "present": present}
    before = counts()
    with pytest.raises(Invalid, match=says):
        take(filed.bureau.who("liwei"), filed.id, "inspect", data, taken_at=at("2026-06-04T09:30"))
    assert counts() == before


def test_people_of_another_organ_are_nobody_here(bureau: Bureau) -> None:
    bureau.general()
    case = Telling(bureau).until("file")
    with pytest.raises(Invalid, match="本机关的人员"):
        case.take("inspect", {"present": ["liwei", "zhoulin"]})


@pytest.mark.parametrize(
    ("factors", "says"),
    [
        ([{"factor": "颜色", "value": "红"}], "没有“颜色”这个因素"),
        ([{"factor": "货值金额", "value": "许多"}], "应当是数"),
        ([{"factor": "货值金额", "value": "1e999999"}], "应当是数"),
        ([{"factor": "货值金额", "value": "NaN"}], "应当是数"),
        ([{"factor": "货值金额", "value": "Infinity"}], "应当是数"),
        ([{"factor": "货值金额", "value": "-5"}, {"factor": "tier", "value": "从轻"}], ""),
        ([{"factor": "货值金额", "value": "12000"}, {"factor": "tier", "value": "特轻"}], ""),
        ([{"factor": "货值金额", "value": "12000"}], "裁量阶次"),
        (None, "货值金额"),
    ],
)
def test_factors_are_those_of_the_table(bureau: Bureau, factors: Any, says: str) -> None:
    case = Telling(bureau).before("conclude")
    with pytest.raises(Invalid) as caught:
        case.take("conclude", {"factors": factors})
    assert says in caught.value.errors["factors"]
    assert case.case.stage == "investigating"


# --- when ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "says"),
    [
        (timezone.make_aware(datetime(2099, 1, 1)), "不能晚于现在"),
        (datetime.fromisoformat("0001-01-01T00:00:00+14:00"), "年份不合理"),
        (datetime.fromisoformat("9999-12-31T23:59:59-12:00"), "年份不合理"),
        (timezone.make_aware(datetime(1800, 1, 1)), "年份不合理"),
        (timezone.make_aware(datetime(2021, 7, 14, 23, 59)), "自 2021-07-15 起施行"),
    ],
)
def test_a_time_that_cannot_be(bureau: Bureau, moment: datetime, says: str) -> None:
    before = counts()
    with pytest.raises(Invalid) as caught:
        register(bureau.who("liwei"), "penalty.general", story("food_safety")["steps"][0]["data"], taken_at=moment)
    assert says in caught.value.errors["taken_at"]
    assert counts() == before


def test_a_step_does_not_go_back_behind_its_stage(filed: Telling) -> None:
    with pytest.raises(Invalid, match="不能早于进入本阶段之日 2026-06-03"):
        filed.take("inspect", when="2026-06-02T23:59")


def test_clocks_of_devices_differ_by_some_minutes(bureau: Bureau) -> None:
    data, who = story("food_safety")["steps"][0]["data"], bureau.who("liwei")
    assert register(who, "penalty.general", data, taken_at=timezone.now() + timedelta(minutes=4)).seq == 1
    with pytest.raises(Invalid, match="不能晚于现在"):
        register(who, "penalty.general", data, taken_at=timezone.now() + timedelta(minutes=7))


@pytest.mark.parametrize("text", ["x", "2026-13-01", "2026-06-01T25:00", "1", "<b>"])
def test_the_page_tells_what_is_no_time(officer: Client, text: str) -> None:
    answer = officer.post("/cases/new/general/", {"taken_at": text, "cause": "留着的案由"})
    assert answer.status_code == 422
    assert "不是有效时间" in answer.content.decode()
    assert "留着的案由" in answer.content.decode()


# --- keys ----------------------------------------------------------------------------------------------------------------


def test_the_same_key_is_the_same_step(filed: Telling) -> None:
    first = filed.take("inspect", key="k1")
    kept = counts()
    again = filed.take("inspect", key="k1")
    assert (again.step_id, again.seq, again.repeated, first.repeated) == (first.step_id, first.seq, True, False)
    assert counts() == kept


def test_the_same_key_is_the_same_step_whatever_comes_with_it(filed: Telling) -> None:
    first = filed.take("inspect", key="k1")
    again = filed.take("inspect", {"findings": "另一种说法", "present": ["liwei"]}, key="k1", after_seq=2)
    assert again.step_id == first.step_id
    assert Step.objects.get(pk=first.step_id).data["findings"] != "另一种说法"


def test_another_key_is_another_step(filed: Telling) -> None:
    assert filed.take("inspect", key="k1").seq + 1 == filed.take("inspect", key="k2").seq


def test_no_key_is_no_same_step(filed: Telling) -> None:
    assert filed.take("inspect").seq + 1 == filed.take("inspect").seq


def test_a_key_is_not_used_for_another_step(filed: Telling) -> None:
    filed.take("inspect", key="k1")
    before = counts()
    with pytest.raises(Conflict, match="已经用于第 3 步"):
        filed.take("question", key="k1")
    assert counts() == before


def test_the_same_key_in_another_case_is_another_step(bureau: Bureau) -> None:
    one, two = Telling(bureau).until("file"), Telling(bureau).until("file")
    assert one.take("inspect", key="k").step_id != two.take("inspect", key="k").step_id


def test_a_registration_of_the_same_key_opens_one_case(bureau: Bureau) -> None:
    data, who = story("food_safety")["steps"][0]["data"], bureau.who("liwei")
    first = register(who, "penalty.general", data, taken_at=at("2026-06-01T09:10"), key="r1")
    again = register(who, "penalty.general", data, taken_at=at("2026-06-01T09:10"), key="r1")
    assert (again.case_id, again.repeated) == (first.case_id, True)
    assert (Case.objects.count(), Party.objects.count()) == (1, 1)


def test_a_registration_of_the_same_id_is_a_conflict(bureau: Bureau) -> None:
    data, who, chosen = story("food_safety")["steps"][0]["data"], bureau.who("liwei"), new_id()
    assert register(who, "penalty.general", data, taken_at=at("2026-06-01T09:10"), case_id=chosen).case_id == chosen
    before = counts()
    with pytest.raises(Conflict, match="已经登记过"):
        register(who, "penalty.general", {**data, "party_code": None, "party_name": "另一家"}, taken_at=at("2026-06-01T09:10"), case_id=chosen)
    assert counts() == before


@pytest.mark.parametrize("key", ["x" * 81, "a\x00b", "a\nb", "\ud800", "\u202e"])
def test_a_key_that_cannot_be_kept_is_told(filed: Telling, key: str) -> None:
    before = counts()
    with pytest.raises(Invalid, match="幂等键"):
        filed.take("inspect", key=key)
    with pytest.raises(Invalid, match="幂等键"):
        register(filed.bureau.who("liwei"), "penalty.general", story("food_safety")["steps"][0]["data"], key=key)
    assert counts() == before


def test_two_long_keys_that_begin_alike_are_two(filed: Telling, officer: Client) -> None:
    body = {"data": filed.sent("inspect"), "taken_at": "2026-06-04T09:30"}
    url = f"/api/cases/{filed.id}/steps/inspect"
    assert post_json(officer, url, {**body, "key": "k" * 80}).status_code == 201
    answer = post_json(officer, url, {**body, "key": "k" * 81})
    assert answer.status_code == 422
    assert "幂等键" in answer.json()["errors"]["key"]


# --- somebody else was first ---------------------------------------------------------------------------------------------


def test_a_step_after_one_that_was_not_seen_is_a_conflict(filed: Telling) -> None:
    filed.take("inspect", after_seq=2)
    before = counts()
    with pytest.raises(Conflict, match="第 3 步"):
        filed.take("question", after_seq=2)
    assert counts() == before
    assert filed.take("question", after_seq=3).seq == 4


@pytest.mark.parametrize("seen", [0, 1, 99, -1])
def test_a_place_that_is_not_the_last_is_a_conflict(filed: Telling, seen: int) -> None:
    with pytest.raises(Conflict):
        filed.take("inspect", after_seq=seen)


def test_the_page_tells_of_a_conflict_and_keeps_the_form(filed: Telling, officer: Client) -> None:
    filed.take("inspect")
    answer = officer.post(
        f"/cases/{filed.id}/do/demand_material/", {"materials": "进货台账", "until": "2026-07-01", "after_seq": "2", "taken_at": "2026-06-05T09:00"}
    )
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "案件有了新的变化" in page
    assert "进货台账" in page
    assert filed.case.seq == 3


@pytest.mark.parametrize("seen", ["²", "x", "", "-1", "99999999999999", "١"])
def test_a_place_that_is_no_number_does_not_matter(filed: Telling, officer: Client, seen: str) -> None:
    answer = officer.post(
        f"/cases/{filed.id}/do/demand_material/", {"materials": "进货台账", "until": "2026-07-01", "after_seq": seen, "taken_at": "2026-06-05T09:00"}
    )
    assert answer.status_code == 302


# --- the page and the API say the same -----------------------------------------------------------------------------------


def test_a_refusal_on_the_page_names_article_fact_and_next_step(filed: Telling, officer: Client) -> None:
    data = {
        "present": [str(filed.bureau.named["liwei"].pk)],
        "card_shown": "1",
        "findings": "留着的现场情况",
        "taken_at": "2026-06-04T09:30",
        "record_signed": "signed",
    }
    data |= {"reason_told": "1", "began_at": "2026-06-04T09:30", "ended_at": "2026-06-04T10:00", "place": "店内", "met_by": "店主"}
    answer = officer.post(f"/cases/{filed.id}/do/inspect/", data)
    assert answer.status_code == 409
    page = answer.content.decode()
    for word in ("行政处罚法第四十二条第一款", "在场持有效执法证件人员数：1", "增加一名持有有效执法证件的执法人员", "留着的现场情况"):
        assert word in page, word
    assert Attempt.objects.filter(case_id=filed.id).count() == 1


def test_a_refusal_by_the_api_is_a_problem_document(filed: Telling, officer: Client) -> None:
    body = {"data": {**filed.sent("inspect"), "present": [filed.bureau.named["liwei"].pk]}, "taken_at": "2026-06-04T09:30"}
    answer = post_json(officer, f"/api/cases/{filed.id}/steps/inspect", body)
    assert (answer.status_code, answer["Content-Type"]) == (409, "application/problem+json")
    problem = answer.json()
    assert problem["type"] == "fadu:refused"
    found = {objection["rule"]: objection for objection in problem["objections"]}["CF-042-1b"]
    assert found["bases"] == ["行政处罚法第四十二条第一款", "市场监督管理行政处罚程序规定第二十二条"]
    assert "在场持有效执法证件人员数：1" in found["facts"]
    assert found["fix"]


MALFORMED = [
    "{",
    "[]",
    "null",
    '"x"',
    "{}",
    '{"data": 5}',
    '{"data": []}',
    '{"data": {}, "taken_at": "x"}',
    '{"data": {}, "after_seq": "x"}',
    "",
    "\x00",
    '{"data": {}, "key": 7}',
]


@pytest.mark.parametrize("body", MALFORMED)
def test_a_malformed_request_is_told(filed: Telling, officer: Client, body: str) -> None:
    before = counts()
    answer = post_json(officer, f"/api/cases/{filed.id}/steps/inspect", body)
    assert answer.status_code == 400, answer.content
    assert answer["Content-Type"].startswith("application/")
    assert counts() == before


def test_deep_nesting_is_no_failure(filed: Telling, officer: Client) -> None:
    deep = "[" * 50_000 + "]" * 50_000
    for name in ("inspect", "archive"):
        answer = post_json(officer, f"/api/cases/{filed.id}/steps/{name}", f'{{"data": {{"findings": {deep}}}}}')
        assert 400 <= answer.status_code < 500, answer.status_code


@pytest.mark.parametrize("typed", ["\\ud800", "x" * 3_000_000, "\\u0000"])
def test_an_attempt_out_of_turn_keeps_what_can_be_kept(filed: Telling, officer: Client, typed: str) -> None:
    answer = post_json(
        officer,
        f"/api/cases/{filed.id}/steps/archive",
        f'{{"data": {{"volume": "{typed}", "n": NaN, "deep": [[[[[[[[1]]]]]]]], "many": {list(range(2000))}}}}}',
    )
    assert answer.status_code == 409
    assert len(json.dumps(Attempt.objects.get().data)) < 500_000


@pytest.mark.parametrize("rows", [300, 20])
def test_an_attempt_is_not_a_way_to_store_novels(filed: Telling, rows: int) -> None:
    with pytest.raises(Refused):
        take(filed.bureau.who("liwei"), filed.id, "archive", {"goods": [{"name": "长" * 19_000}] * rows}, taken_at=at("2026-06-04T09:30"))
    assert len(json.dumps(Attempt.objects.get().data)) < 500_000


@pytest.mark.parametrize("name", ["nothing", "register", "register_spot", "decide_spot", "../close", "correct "])
def test_a_step_that_there_is_not(filed: Telling, name: str) -> None:
    before = counts()
    with pytest.raises(NotFound):
        take(filed.bureau.who("liwei"), filed.id, name, {}, taken_at=at("2026-06-04T09:30"))
    assert counts() == before


def test_a_case_that_there_is_not(bureau: Bureau, officer: Client) -> None:
    with pytest.raises(NotFound):
        take(bureau.who("liwei"), uuid4(), "inspect", {}, taken_at=at("2026-06-04T09:30"))
    assert post_json(officer, f"/api/cases/{uuid4()}/steps/inspect", {"data": {}}).status_code == 404
    assert officer.get(f"/cases/{uuid4()}/").status_code == 404


def test_a_procedure_that_there_is_not(bureau: Bureau, officer: Client) -> None:
    for name in ("penalty.magic", "penalty.general/2021", "", "__class__"):
        answer = post_json(officer, "/api/cases", {"procedure": name, "data": {}})
        assert (answer.status_code, "procedure" in answer.json()["errors"]) == (422, True)
    assert officer.get("/cases/new/magic/").status_code == 404


# --- parties -------------------------------------------------------------------------------------------------------------


def test_a_party_with_a_code_is_one_party(bureau: Bureau) -> None:
    one, two = Telling(bureau).until("register"), Telling(bureau)
    two.take("register", {"party_address": "示范县城关镇清河路 14 号"})
    assert one.case.party_id == two.case.party_id
    assert one.case.party.address == "示范县城关镇清河路 14 号"


def test_parties_without_a_code_are_many(bureau: Bureau) -> None:
    one, two = (Telling(bureau) for _ in range(2))
    for case in (one, two):
        case.take("register", {"party_code": None})
    assert one.case.party_id != two.case.party_id


def test_what_names_a_person_stands_nowhere_in_the_clear(bureau: Bureau) -> None:
    from django.db import connection

    case = Telling(bureau)
    case.take("register", {"party_kind": "person", "party_code": None, "party_legal_rep": None, "party_name": "欧阳清河", "party_phone": "13800001234"})
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for cell in row:
                    raw = bytes(cell) if isinstance(cell, memoryview | bytes) else str(cell).encode()
                    assert "欧阳清河".encode() not in raw, table
                    assert b"13800001234" not in raw, table
    assert case.case.title == "欧阳某经营超过保质期的食品案"
    assert case.case.party.name == "欧阳清河"
    assert case.case.party.code_index == ""
    assert blind_index("x", "party") != blind_index("x", "people")


def test_a_title_fits_its_column(bureau: Bureau) -> None:
    case = Telling(bureau)
    case.take("register", {"party_name": "店" * 200, "cause": "案" * 200})
    assert len(case.case.title) == 300
    assert case.case.title.endswith("…案")


# --- numbers -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", [{"x": 1}, ["inspection"], 5, True])
def test_a_choice_of_the_wrong_type(bureau: Bureau, choice: Any) -> None:
    data = {**story("food_safety")["steps"][0]["data"], "clue_source": choice}
    with pytest.raises(Invalid) as caught:
        register(bureau.who("liwei"), "penalty.general", data, taken_at=at("2026-06-01T09:10"))
    assert "clue_source" in caught.value.errors


@pytest.mark.parametrize("sum_", ["1e999999", "-1e999999", "1e99999", "NaN", "Infinity", "sNaN", "1e15"])
def test_a_sum_beyond_all_measure(bureau: Bureau, sum_: str) -> None:
    case = Telling(bureau).before("conclude")
    with pytest.raises(Invalid) as caught:
        case.take("conclude", {"proposed_fine": sum_})
    assert "proposed_fine" in caught.value.errors


def test_a_count_beyond_all_measure(bureau: Bureau) -> None:
    case = Telling(bureau).before("hold_hearing")
    with pytest.raises(Invalid) as caught:
        case.take("hold_hearing", {"agents": 10**11})
    assert "agents" in caught.value.errors


def test_who_may_not_is_told_so(filed: Telling) -> None:
    for name in ("chenjing", "zhaoqiang"):
        before = counts()
        with pytest.raises(NotAllowed, match="不能办理案件"):
            filed.take("inspect", by=name)
        assert counts() == before
    assert reverse("cases:case", args=[filed.id])
