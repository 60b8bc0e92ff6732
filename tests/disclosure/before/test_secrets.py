"""What is not public stays in the house: planted in every field of the objects, found on no page and in no file."""

import io
import zipfile

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from fadu.accounts.actors import SYSTEM
from fadu.agencies.models import Credential, Officer, Organ
from fadu.catalog.models import PowerItem, ServiceGuide
from fadu.disclosure.before.listing import unveiled
from fadu.disclosure.before.lists import LISTS
from fadu.disclosure.before.models import Edition
from fadu.disclosure.before.services import keep_all
from tests.agencies.world import World
from tests.disclosure.before.conftest import bureau

pytestmark = pytest.mark.django_db
SECRETS = (
    "13812345678",  # a private phone in what an organ typed of its duties
    "13987654321",  # and in a service guide
    "6222000012345678",  # where fines are paid: on the papers, not here
    "130999198501",  # the beginning of every identity number of the county
    "保密工作证",
    "秘密理由",
    "登记人",
)


def _everything() -> dict[str, str]:
    """The text of every page and file."""
    client, found = Client(), {}
    addresses = [reverse("before:home"), reverse("before:organ", args=[bureau().pk]), reverse("before:guide", args=[ServiceGuide.objects.get().pk])]
    addresses += [reverse("before:item", args=[code]) for code in PowerItem.objects.values_list("code", flat=True)]
    addresses += [reverse("before:organ", args=[key]) for key in Organ.objects.values_list("pk", flat=True)]
    for name in LISTS:
        addresses += [reverse(f"before:{name}"), *(reverse(f"before:{form}", args=[name]) for form in ("excel", "pdf", "data", "schema", "editions"))]
        addresses.append(reverse("before:edition", args=[name, 1]))
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code in {200, 404}, address
        found[address] = _text(answer.content, answer["Content-Type"])
    return found


def _text(content: bytes, kind: str) -> str:
    if "pdf" in kind:
        return "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    if "spreadsheet" in kind:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return "".join(book.read(name).decode() for name in book.namelist())
    return content.decode()


def test_nothing_that_is_not_public_is_on_any_page_or_file(county: World) -> None:
    Officer.objects.filter(name="张伟").update(work_card="保密工作证")
    Credential.objects.update(reason="秘密理由")
    assert bureau().bank_account == SECRETS[2]
    assert SECRETS[0] in bureau().duties
    assert SECRETS[1] in ServiceGuide.objects.get().materials
    assert all(str(number).startswith(SECRETS[3]) for number in Officer.objects.values_list("id_number", flat=True) if number)
    keep_all()
    told = _everything()
    assert len(told) > 60
    assert [(address, secret) for address, text in told.items() for secret in SECRETS if secret in text.replace(" ", "")] == []
    assert [edition.list for edition in Edition.objects.all() if any(secret in str(edition.change) for secret in SECRETS)] == []


def test_shapes_of_personal_data_go() -> None:
    """The first two stand in what is public but for the rule: the shapes are taken out."""
    assert "13812345678" not in unveiled("联系人张三 13812345678")
    assert "110101199003078515" not in unveiled("身份证 110101199003078515")
    assert "6222021234567890123" not in unveiled("账号 6222021234567890123")


@pytest.mark.parametrize(
    "text", ["申请书、残疾人证复印件（有的）", "行政处罚法第二十条第一款", "统一社会信用代码 11130999MB0001002D", "自受理之日起 20 个工作日内"]
)
def test_what_a_rule_says_of_everybody_stays(text: str) -> None:
    assert unveiled(text) == text


def test_who_left_is_in_no_edition(county: World) -> None:
    keep_all()
    found = Edition.objects.filter(list="officers", rows__gt=0)
    assert found
    assert all(edition.change == {} for edition in found)
    assert "张伟" not in Client().get(reverse("before:edition", args=["officers", 1])).content.decode()


def test_a_channel_takes_no_private_number(county: World) -> None:
    from fadu.agencies.services import books
    from fadu.disclosure.before.books import CHANNELS
    from fadu.law.forms import Invalid
    from tests.disclosure.before.conftest import channel

    with pytest.raises(Invalid) as wrong:
        books.enter(SYSTEM, CHANNELS, bureau().pk, channel(name="甲", phone="13812345678", email="x"))
    assert set(wrong.value.errors) == {"phone", "email"}
