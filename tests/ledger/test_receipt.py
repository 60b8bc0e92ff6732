"""Receipts: whole, they prove; with anything changed, they do not, and say why."""

import json
from dataclasses import replace

import pytest

from fadu.ledger import checkpoint, receipt
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.errors import Unproven
from fadu.ledger.keys import Signer
from fadu.ledger.note import countersign
from fadu.ledger.receipt import Receipt, issue, verify
from tests.ledger.build import ORIGIN, SIGNER, STRANGER, VKEY, flips, make_case, salt

CASE = make_case()
STEP = CASE.steps[2]
GOOD, CONTENT = STEP.receipt, STEP.content


def code_of(found, content=CONTENT, vkey=VKEY):
    with pytest.raises(Unproven) as caught:
        verify(found, content, vkey)
    assert caught.value.reason
    return caught.value.code


@pytest.mark.parametrize("step", CASE.steps)
def test_every_step_is_proved(step):
    head = verify(step.receipt, step.content, VKEY)
    assert head.origin == ORIGIN
    assert head.size == CASE.log.store.size()


@pytest.mark.parametrize("paper", CASE.documents)
def test_every_document_is_proved_with_the_content_the_receipt_carries(paper):
    verify(paper.receipt, paper.receipt.content, VKEY)


@pytest.mark.parametrize("found", [GOOD, CASE.documents[0].receipt, CASE.seal])
def test_receipts_read_back(found):
    assert Receipt.from_json(found.to_json()) == found
    assert Receipt.from_dict(json.loads(found.to_json())) == found
    assert Receipt.from_json(found.to_json().encode()) == found


def test_a_receipt_spells_itself_canonically():
    text = GOOD.to_json()
    assert text == json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("content", [None, {}, {**CONTENT, "fine": 301}, {**CONTENT, "x": 1}, "第3步", float("nan")])
def test_another_content_is_caught(content):
    assert code_of(GOOD, content) == "commitment"


def test_any_bit_flipped_in_the_salt_is_caught():
    assert {code_of(replace(GOOD, salt=wrong)) for wrong in flips(GOOD.salt)} == {"commitment"}


@pytest.mark.parametrize("wrong", [b"", GOOD.salt[:-1], GOOD.salt + b"x"])
def test_salts_of_another_length_are_caught(wrong):
    assert code_of(replace(GOOD, salt=wrong)) == "commitment"


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", "other"), ("case", "case-2"), ("step", "s9"), ("recorded", "2026-03-02T08:30:01Z"), ("prev", None)],
)
def test_an_entry_changed_is_caught(name, value):
    assert code_of(replace(GOOD, entry=replace(GOOD.entry, **{name: value}))) == "inclusion"


def test_an_entry_forged_together_with_its_commitment_is_caught():
    forged = replace(GOOD.entry, commit=CASE.steps[1].receipt.entry.commit)
    assert code_of(replace(GOOD, entry=forged)) == "commitment"
    assert code_of(replace(GOOD, entry=forged, salt=salt(2)), CASE.steps[1].content) == "inclusion"


@pytest.mark.parametrize("index", [-1, 0, GOOD.index - 1, GOOD.index + 1, 10**6])
def test_another_index_is_caught(index):
    assert code_of(replace(GOOD, index=index)) == "inclusion"


def test_any_bit_flipped_in_the_path_is_caught():
    for place, node in enumerate(GOOD.path):
        for wrong in flips(node):
            path = (*GOOD.path[:place], wrong, *GOOD.path[place + 1 :])
            with pytest.raises(Unproven, match="不能证明"):
                receipt.check_inclusion(replace(GOOD, path=path), checkpoint.read(GOOD.checkpoint))


@pytest.mark.parametrize("path", [(), GOOD.path[:-1], GOOD.path[1:], (*GOOD.path, bytes(32)), GOOD.path[::-1], (b"",)])
def test_another_path_is_caught(path):
    assert code_of(replace(GOOD, path=path)) == "inclusion"


class TestTreeHead:
    def test_signed_by_a_stranger(self):
        forged = checkpoint.sign(checkpoint.read(GOOD.checkpoint), STRANGER)
        assert code_of(replace(GOOD, checkpoint=forged)) == "unsigned"

    def test_changed_after_signing(self):
        size = checkpoint.read(GOOD.checkpoint).size
        assert code_of(replace(GOOD, checkpoint=GOOD.checkpoint.replace(f"\n{size}\n", f"\n{size + 1}\n"))) == "signature"

    def test_of_another_log(self):
        other = checkpoint.sign(Checkpoint("log.example/other", 5, bytes(32)), SIGNER)
        assert code_of(replace(GOOD, checkpoint=other)) == "origin"

    def test_that_is_none(self):
        assert code_of(replace(GOOD, checkpoint="你好")) == "note"

    def test_with_a_witness_beside_the_log(self):
        witness = Signer("witness.example", bytes(32))
        verify(replace(GOOD, checkpoint=countersign(GOOD.checkpoint, witness)), CONTENT, VKEY)

    @pytest.mark.parametrize("vkey", ["", "公钥", VKEY[:-3], STRANGER.skey])
    def test_without_a_usable_key(self, vkey):
        assert code_of(GOOD, vkey=vkey) == "key"

    def test_with_the_key_of_another(self):
        assert code_of(GOOD, vkey=STRANGER.vkey) == "unsigned"


@pytest.mark.parametrize(
    "change",
    [
        {"format": "fadu-receipt/2"},
        {"format": None},
        {"salt": 5},
        {"salt": "xyz"},
        {"salt": "AB" * 32},
        {"salt": "ab " * 32},
        {"index": "3"},
        {"index": True},
        {"index": 3.5},
        {"index": None},
        {"path": "x"},
        {"path": ["*"]},
        {"path": {}},
        {"entry": None},
        {"entry": {"kind": "step"}},
        {"checkpoint": None},
        {"extra": 1},
    ],
)
def test_what_is_no_receipt_is_refused(change):
    with pytest.raises(Unproven) as caught:
        Receipt.from_dict({**GOOD.to_dict(), **change})
    assert caught.value.code == "format"


@pytest.mark.parametrize("name", ["format", "entry", "salt", "index", "path", "checkpoint"])
def test_a_receipt_without_one_of_its_fields_is_refused(name):
    data = GOOD.to_dict()
    del data[name]
    with pytest.raises(Unproven, match="字段"):
        Receipt.from_dict(data)


@pytest.mark.parametrize("text", ["", "[]", "null", "{", b"\xff", '{"a":1,"a":1}', "[" * 5000])
def test_texts_that_are_no_receipt_are_refused(text):
    with pytest.raises(Unproven) as caught:
        Receipt.from_json(text)
    assert caught.value.code == "format"


def test_nodes_that_are_not_text_prove_nothing():
    found = Receipt.from_dict({**GOOD.to_dict(), "path": [1, None]})
    assert code_of(found) == "inclusion"


def test_no_receipt_for_what_the_head_does_not_reach():
    with pytest.raises(ValueError, match="没有第"):
        issue(CASE.log.reader(), CASE.note, 10**6, GOOD.entry, GOOD.salt)


def test_every_character_of_a_receipt_matters():
    text, silent = GOOD.to_json(), []
    for place in range(0, len(text), 3):
        changed = text[:place] + ("0" if text[place] != "0" else "1") + text[place + 1 :]
        try:
            verify(Receipt.from_json(changed), CONTENT, VKEY)
        except Unproven:
            continue
        silent.append(place)
    assert silent == []
