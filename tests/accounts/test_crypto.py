"""Personal data at rest."""

import json
import os
import timeit

import pytest
from django.core.exceptions import FieldError
from django.db import connection, models
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from fadu.accounts.crypto import EncryptedJSONField, EncryptedTextField, Undecipherable, blind_index
from fadu.accounts.sealing import NONCE, TAG, seal, unseal

quick = hypothesis(deadline=None)
COLUMN, OTHER = b"cases.party.phone", b"cases.party.address"


class Secret(models.Model):
    """A row of this test alone."""

    text = EncryptedTextField(null=True)
    other = EncryptedTextField(null=True)
    data = EncryptedJSONField(null=True)
    renamed = EncryptedTextField(null=True, bound_to="scratch.secret.text")

    class Meta:
        app_label = "scratch"
        managed = False


@pytest.fixture
def table(transactional_db):
    with connection.schema_editor() as editor:
        editor.create_model(Secret)
    yield Secret
    with connection.schema_editor() as editor:
        editor.delete_model(Secret)


@quick
@given(st.binary(max_size=2000))
def test_what_was_sealed_opens(plain: bytes) -> None:
    assert unseal(seal(plain, COLUMN), COLUMN) == plain


@quick
@given(st.binary(max_size=60), st.data())
def test_any_changed_byte_is_noticed(plain: bytes, data: st.DataObject) -> None:
    sealed = bytearray(seal(plain, COLUMN))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Undecipherable):
        unseal(bytes(sealed), COLUMN)


def test_one_value_never_looks_the_same_twice() -> None:
    assert len({seal(b"13800001234", COLUMN) for _ in range(50)}) == 50
    assert len(seal(b"abc", COLUMN)) == 1 + NONCE + 3 + TAG


def test_a_ciphertext_of_another_column_is_refused() -> None:
    with pytest.raises(Undecipherable, match=r"cases\.party\.address：无法解密.*调换"):
        unseal(seal(b"13800001234", COLUMN), OTHER)


def test_another_key_is_refused_with_a_word_on_what_to_do(settings) -> None:
    sealed = seal(b"13800001234", COLUMN)
    settings.FADU_DATA_KEY = os.urandom(32)
    with pytest.raises(Undecipherable, match="FADU_DATA_KEY 与加密时不同"):
        unseal(sealed, COLUMN)


@pytest.mark.parametrize("stored", [b"", b"plain text in an old column, long enough", b"\x01short", b"\x02" + b"x" * 60])
def test_what_is_no_ciphertext_is_told_apart(stored: bytes) -> None:
    with pytest.raises(Undecipherable, match="不是本版本加密的数据"):
        unseal(stored, COLUMN)


@pytest.mark.parametrize("key", [b"", b"short", b"x" * 31, b"x" * 33])
def test_a_key_of_another_length_is_refused(settings, key: bytes) -> None:
    settings.FADU_DATA_KEY = key
    with pytest.raises(Undecipherable, match="32 字节"):
        seal(b"x", COLUMN)
    with pytest.raises(Undecipherable, match="32 字节"):
        blind_index("x", "y")


def test_rows_keep_their_values_and_the_table_holds_none_in_the_clear(table) -> None:
    values = {"text": "张伟 🀄", "other": "", "data": {"电话": "13800001234", "数": [1, 2.5, None, True]}}
    row = table.objects.create(**values)
    kept = table.objects.get(pk=row.pk)
    assert {name: getattr(kept, name) for name in values} == values
    assert kept.renamed is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT text, other, data FROM scratch_secret")
        stored = [bytes(cell) for cell in cursor.fetchone()]
    assert not any(word in cell for cell in stored for word in ("张伟".encode(), b"13800001234"))


def test_values_moved_between_columns_of_a_row_do_not_open(table) -> None:
    row = table.objects.create(text="310101199001011234", other="上海市")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE scratch_secret SET other = text")
    with pytest.raises(Undecipherable, match=r"scratch\.secret\.other"):
        table.objects.get(pk=row.pk)


def test_a_renamed_column_reads_what_the_old_one_wrote(table) -> None:
    row = table.objects.create(text="旧列")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE scratch_secret SET renamed = text")
    assert table.objects.get(pk=row.pk).renamed == "旧列"


def test_updates_in_bulk_encrypt_too(table) -> None:
    rows = [table.objects.create(text=f"甲{number}") for number in range(3)]
    for row in rows:
        row.text += "乙"
    table.objects.bulk_update(rows, ["text"])
    assert sorted(table.objects.values_list("text", flat=True)) == ["甲0乙", "甲1乙", "甲2乙"]
    table.objects.update(text="同")
    assert set(table.objects.values_list("text", flat=True)) == {"同"}
    assert table.objects.filter(other__isnull=True).count() == 3


@pytest.mark.parametrize("lookup", ["text", "text__contains", "text__in", "text__startswith", "data"])
def test_ciphertext_can_not_be_looked_up(lookup: str) -> None:
    with pytest.raises(FieldError, match="blind_index"):
        Secret.objects.filter(**{lookup: "x"})


@pytest.mark.parametrize(("name", "value"), [("text", 7), ("text", b"x"), ("data", {1, 2}), ("data", float("nan"))])
def test_a_value_of_another_kind_is_refused(name: str, value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        Secret._meta.get_field(name).get_prep_value(value)


def test_a_fixture_holds_ciphertext() -> None:
    dumped = Secret._meta.get_field("text").value_to_string(Secret(text="张伟"))
    assert unseal(bytes.fromhex(dumped), b"scratch.secret.text").decode() == "张伟"
    assert Secret._meta.get_field("text").value_to_string(Secret()) == ""


def test_a_migration_tells_how_the_column_is_bound() -> None:
    _, path, _, options = Secret._meta.get_field("renamed").deconstruct()
    assert path == "fadu.accounts.crypto.EncryptedTextField"
    assert options == {"null": True, "bound_to": "scratch.secret.text"}


@pytest.mark.parametrize("typed", ["91230500ma1b3n1n2m", " 91230500 MA1B 3N1N2M ", "９１２３０５００ＭＡ１Ｂ３Ｎ１Ｎ２Ｍ", "91230500MA1B3N1N2M　"])
def test_a_code_is_found_however_it_is_typed(typed: str) -> None:
    assert blind_index(typed, "party") == blind_index("91230500MA1B3N1N2M", "party")


def test_an_index_is_of_one_purpose_one_value_one_key(settings) -> None:
    index = blind_index("13800001234", "party.phone")
    assert len(index) == 64
    assert int(index, 16)
    others = {blind_index("13800001235", "party.phone"), blind_index("13800001234", "officer.phone"), blind_index("", "party.phone")}
    settings.FADU_DATA_KEY = os.urandom(32)
    assert index not in others | {blind_index("13800001234", "party.phone")}


@quick
@given(st.tuples(st.text(max_size=20), st.text(max_size=20)).filter(lambda pair: pair[0] != pair[1]))
def test_purposes_do_not_run_together(purposes: tuple[str, str]) -> None:
    first, second = (purpose.replace("\x00", "").encode("utf-8", "ignore").decode() for purpose in purposes)
    if first != second:
        assert blind_index("x", first) != blind_index("x", second)


@pytest.mark.timed
def test_a_small_value_takes_less_than_twenty_microseconds() -> None:
    field = Secret._meta.get_field("data")
    value = {"name": "张伟", "phone": "13800001234"}
    for act in (lambda: seal(b"13800001234", COLUMN), lambda: blind_index("13800001234", "party"), lambda: field.get_prep_value(value)):
        act()
        assert min(timeit.repeat(act, number=500, repeat=5)) / 500 < 20e-6


def test_json_is_packed_the_same_way_each_time() -> None:
    field = Secret._meta.get_field("data")
    assert (
        field.packed({"乙": 1, "甲": 2})
        == field.packed({"甲": 2, "乙": 1})
        == json.dumps({"乙": 1, "甲": 2}, ensure_ascii=False, separators=(",", ":")).encode()
    )
