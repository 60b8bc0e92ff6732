"""Keys, signed notes and tree heads: Go's published example, raw Ed25519, and a second reader."""

import base64
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from fadu.ledger import checkpoint
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.errors import BadCheckpoint, BadNote
from fadu.ledger.hashing import EMPTY_ROOT
from fadu.ledger.keys import Signer, Verifier, base64_bytes
from fadu.ledger.note import LARGEST, MOST_SIGNATURES, Note, countersign, open_note, sign
from tests.ledger import oracle
from tests.ledger.build import SIGNER, STRANGER, VKEY
from tests.ledger.vectors import GO_NOTE, GO_SIGNATURE, GO_SKEY, GO_TEXT, GO_VKEY

WITNESS = Signer("witness.example/w", bytes(range(2, 34)))
ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
TEXT = "第一行\n\n第三行\n"
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], exclude_characters="+"), min_size=1)
SEEDS = st.binary(min_size=32, max_size=32)
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


def forged(note, changes):
    """Replace one thing in a note by another, making sure that it was there."""
    old, new = changes
    assert old in note
    return note.replace(old, new)


class TestKeys:
    def test_go_s_published_key_reads_and_spells_the_same(self):
        assert Verifier.parse(GO_VKEY).vkey == GO_VKEY
        assert Signer.parse(GO_SKEY).skey == GO_SKEY
        assert Signer.parse(GO_SKEY).vkey == GO_VKEY
        assert Verifier.parse(GO_VKEY).key_id.hex() == "c74f20a3"

    @given(NAMES, SEEDS)
    def test_the_public_line_agrees_with_an_independent_computation(self, name, seed):
        public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
        identifier = sha256(name.encode() + b"\n\x01" + public).digest()[:4].hex()
        assert Signer(name, seed).vkey == f"{name}+{identifier}+{_line(public)}"

    @given(NAMES, SEEDS)
    def test_lines_read_back(self, name, seed):
        signer = Signer(name, seed)
        assert Verifier.parse(signer.vkey) == signer.verifier
        assert Signer.parse(signer.skey) == signer

    @pytest.mark.parametrize("place", range(len(GO_VKEY)))
    def test_any_character_of_a_key_line_changed_is_caught(self, place):
        changed = GO_VKEY[:place] + chr(ord(GO_VKEY[place]) + 1) + GO_VKEY[place + 1 :]
        with pytest.raises(BadNote):
            Verifier.parse(changed)

    @pytest.mark.parametrize("end", range(len(GO_VKEY)))
    def test_a_key_line_cut_short_is_caught(self, end):
        for part in (GO_VKEY[:end], GO_VKEY[end + 1 :]):
            with pytest.raises(BadNote):
                Verifier.parse(part)

    @pytest.mark.parametrize(
        "vkey",
        [
            "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
            "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "",
            "+",
            "++",
        ],
    )
    def test_key_lines_that_go_refuses_are_refused(self, vkey):
        with pytest.raises(BadNote):
            Verifier.parse(vkey)

    def test_a_line_may_end_with_a_newline_as_in_a_file(self):
        assert Verifier.parse(f"{GO_VKEY}\n").vkey == GO_VKEY

    @pytest.mark.parametrize("name", ["", "a b", "a+b", "a\tb", "a\u3000b", "a\u00a0b", "a\nb", "\x01", "\ud800"])
    def test_bad_names_are_refused(self, name):
        with pytest.raises(BadNote, match="密钥名称"):
            Signer(name, bytes(32))

    @pytest.mark.parametrize("size", [0, 31, 33, 64])
    def test_seeds_have_32_bytes(self, size):
        with pytest.raises(BadNote, match="32 字节"):
            Signer("a", bytes(size))

    @pytest.mark.parametrize("skey", ["", GO_VKEY, GO_SKEY[:-4], GO_SKEY.replace("c74f", "c74e"), GO_SKEY.replace("AYEK", "AoEK")])
    def test_bad_private_lines_are_refused_without_being_repeated(self, skey):
        with pytest.raises(BadNote) as caught:
            Signer.parse(skey)
        assert "AYEK" not in str(caught.value)

    def test_a_private_key_does_not_show_itself(self):
        assert repr(SIGNER.seed) not in repr(SIGNER)
        assert "seed" not in repr(SIGNER)

    def test_generated_keys_differ(self):
        assert Signer.generate("a").seed != Signer.generate("a").seed

    @given(st.binary(max_size=60))
    def test_base64_has_one_spelling(self, data):
        text = base64.b64encode(data).decode()
        assert base64_bytes(text) == data

    @pytest.mark.parametrize("text", ["YQ", "YR==", "YQ==\n", " YQ==", "YQ=", "Y", "-_==", "YQ==YQ==", "é"])
    def test_other_spellings_are_refused(self, text):
        with pytest.raises(BadNote, match="Base64"):
            base64_bytes(text)


def _line(public):
    return base64.b64encode(b"\x01" + public).decode()


class TestNotes:
    def test_go_s_published_note_opens(self):
        assert open_note(GO_NOTE, [Verifier.parse(GO_VKEY)]) == GO_TEXT

    def test_go_s_published_note_is_signed_the_same_byte_for_byte(self):
        assert sign(GO_TEXT, Signer.parse(GO_SKEY)) == GO_NOTE
        assert str(Note.parse(GO_NOTE)) == GO_NOTE
        assert Note.parse(GO_NOTE).signatures[0].line == GO_SIGNATURE

    @given(st.lists(LINES, min_size=1, max_size=5), SEEDS)
    def test_what_is_signed_opens_and_a_second_reader_agrees(self, lines, seed):
        text = "\n".join(lines) + "\n"
        signer = Signer("log.example/x", seed)
        note = sign(text, signer)
        assert open_note(note, [signer.verifier]) == text
        assert oracle.read_note(note, signer.vkey) == text

    def test_the_signature_is_plain_ed25519_over_the_text_without_the_blank_line(self):
        encoded = sign(TEXT, SIGNER).rsplit(" ", 1)[1]
        data = base64.b64decode(encoded)
        assert data[:4] == SIGNER.verifier.key_id
        Ed25519PublicKey.from_public_bytes(SIGNER.verifier.public).verify(data[4:], TEXT.encode())

    @pytest.mark.parametrize("place", range(len(TEXT)))
    def test_any_character_of_the_text_changed_is_caught(self, place):
        note = sign(TEXT, SIGNER)
        changed = note[:place] + chr(ord(note[place]) ^ 1) + note[place + 1 :]
        with pytest.raises(BadNote):
            open_note(changed, [SIGNER.verifier])

    def test_any_bit_of_the_signature_flipped_is_caught(self):
        parsed = Note.parse(sign(TEXT, SIGNER))
        value = parsed.signatures[0].value
        for place in range(64):
            for bit in range(8):
                wrong = value[:place] + bytes([value[place] ^ (1 << bit)]) + value[place + 1 :]
                assert not SIGNER.verifier.verifies(TEXT, wrong)
        assert SIGNER.verifier.verifies(TEXT, value)

    @pytest.mark.parametrize("value", [b"", b"x", bytes(63), bytes(65)])
    def test_signatures_of_another_length_do_not_verify(self, value):
        assert not SIGNER.verifier.verifies(TEXT, value)

    def test_unknown_keys_are_ignored(self):
        note = countersign(sign(TEXT, WITNESS), SIGNER)
        assert open_note(note, [SIGNER.verifier]) == open_note(note, [WITNESS.verifier]) == TEXT

    def test_a_key_of_the_same_name_is_still_unknown(self):
        note = countersign(sign(TEXT, STRANGER), SIGNER)
        assert open_note(note, [SIGNER.verifier]) == TEXT
        with pytest.raises(BadNote) as caught:
            open_note(sign(TEXT, STRANGER), [SIGNER.verifier])
        assert caught.value.code == "unsigned"

    def test_a_key_of_the_same_id_is_still_unknown(self):
        line = Note.parse(sign(TEXT, SIGNER)).signatures[0].line
        note = sign(TEXT, SIGNER) + line.replace(SIGNER.name, "someone.else")
        assert open_note(note, [SIGNER.verifier]) == TEXT

    def test_a_bad_signature_of_a_known_key_spoils_the_note(self):
        other = Note.parse(sign("别的\n", WITNESS)).signatures[0].line
        note = sign(TEXT, SIGNER) + other
        assert open_note(note, [SIGNER.verifier]) == TEXT
        with pytest.raises(BadNote, match=r"witness\.example/w 的签名无效") as caught:
            open_note(note, [SIGNER.verifier, WITNESS.verifier])
        assert caught.value.code == "signature"

    def test_nobody_known_signed(self):
        for known in ([], [WITNESS.verifier]):
            with pytest.raises(BadNote, match="没有已知公钥的签名"):
                open_note(sign(TEXT, SIGNER), known)

    def test_several_sign_at_once_or_one_after_another(self):
        assert sign(TEXT, SIGNER, WITNESS) == countersign(sign(TEXT, SIGNER), WITNESS)

    def test_sixteen_signatures_are_accepted_and_too_many_are_not(self):
        signers = [Signer(f"w{number}", bytes([number]) * 32) for number in range(MOST_SIGNATURES + 1)]
        assert open_note(sign(TEXT, *signers[:16]), [signers[15].verifier]) == TEXT
        assert open_note(sign(TEXT, *signers[:MOST_SIGNATURES]), [signers[-2].verifier]) == TEXT
        with pytest.raises(BadNote, match="签名超过"):
            open_note(sign(TEXT, *signers), [signers[0].verifier])

    @pytest.mark.parametrize(
        "note",
        [
            "",
            "\n",
            "\n\n",
            TEXT,
            f"{TEXT}\n",
            f"{GO_TEXT}{GO_SIGNATURE}",
            GO_NOTE[:-1],
            f"{GO_NOTE}x",
            f"{GO_NOTE}\n",
            f"{GO_NOTE}{GO_NOTE}\n",
            forged(GO_NOTE, ("— ", "- ")),
            forged(GO_NOTE, ("— ", "—")),
            forged(GO_NOTE, ("— ", "—  ")),
            forged(GO_NOTE, ("Neumann ", "Neumann  ")),
            forged(GO_NOTE, ("— PeterNeumann ", "—  ")),
            forged(GO_NOTE, ("— PeterNeumann ", "— Peter+Neumann ")),
            forged(GO_NOTE, ("nAM=", "nAN=")),
            forged(GO_NOTE, ("nAM=", "nAM")),
            forged(GO_NOTE, ("nAM=\n", "nAM= \n")),
            f"{GO_TEXT}\n— PeterNeumann x08goA==\n",
            f"{GO_TEXT}\n— PeterNeumann \n",
            forged(GO_NOTE, ("cryptography", "crypto\tgraphy")),
            forged(GO_NOTE, ("\n", "\r\n")),
            forged(GO_NOTE, ("cryptography", "crypto\0graphy")),
            forged(GO_NOTE, ("cryptography", "\ud800")),
        ],
    )
    def test_malformed_notes_are_refused(self, note):
        with pytest.raises(BadNote) as caught:
            open_note(note, [Verifier.parse(GO_VKEY)])
        assert caught.value.code == "note"

    def test_an_enormous_note_is_refused(self):
        with pytest.raises(BadNote, match="过大"):
            sign("x" * LARGEST + "\n", SIGNER)

    @pytest.mark.parametrize("text", ["", "无换行", "有\t制表符\n", "有\r回车\n"])
    def test_texts_that_cannot_be_signed(self, text):
        with pytest.raises(BadNote):
            sign(text, SIGNER)

    def test_nobody_signs(self):
        with pytest.raises(BadNote):
            sign(TEXT)

    def test_the_text_ends_at_the_last_empty_line(self):
        text = "甲\n\n— a YWFhYWFh\n"
        assert open_note(sign(text, SIGNER), [SIGNER.verifier]) == text


class TestCheckpoints:
    def test_the_body_is_three_lines(self):
        found = Checkpoint("example.com/behind-the-sofa", 20852163, base64.b64decode(ROOT))
        assert found.body == f"example.com/behind-the-sofa\n20852163\n{ROOT}\n"
        assert Checkpoint.parse(found.body) == found

    @given(LINES.filter(bool), st.integers(1, 2**60), st.binary(min_size=32, max_size=32), st.lists(LINES.filter(bool)))
    def test_bodies_read_back(self, origin, size, root, extensions):
        found = Checkpoint(origin, size, root, tuple(extensions))
        assert Checkpoint.parse(found.body) == found

    @pytest.mark.parametrize(
        "body",
        [
            "",
            "a\n1\n",
            f"a\n1\n{ROOT}",
            f"\n1\n{ROOT}\n",
            f"a\n\n{ROOT}\n",
            f"a\n01\n{ROOT}\n",
            f"a\n-1\n{ROOT}\n",
            f"a\n+1\n{ROOT}\n",
            f"a\n1 \n{ROOT}\n",
            f"a\n１\n{ROOT}\n",
            f"a\n1_0\n{ROOT}\n",
            f"a\n{'9' * 30}\n{ROOT}\n",
            f"a\n0\n{ROOT}\n",
            f"a\n1\n{ROOT[:-1]}\n",
            f"a\n1\n{ROOT[:-2]}J=\n",
            "a\n1\nYWFh\n",
            f"a\n1\n{ROOT}\n\n",
            f"a\n1\n{ROOT}\n\nx\n",
        ],
    )
    def test_what_is_no_tree_head_is_refused(self, body):
        with pytest.raises(BadCheckpoint):
            Checkpoint.parse(body)

    @pytest.mark.parametrize(
        "parts",
        [
            ("", 1, bytes(32)),
            ("a\nb", 1, bytes(32)),
            ("a", -1, bytes(32)),
            ("a", 1, bytes(31)),
            ("a", 0, bytes(32)),
            ("a", 1, bytes(32), ("",)),
            ("a", 1, bytes(32), ("x\ny",)),
        ],
    )
    def test_what_could_not_be_written_is_refused(self, parts):
        with pytest.raises(BadCheckpoint):
            Checkpoint(*parts)

    def test_the_empty_tree_has_a_head(self):
        note = checkpoint.sign(Checkpoint(SIGNER.name, 0, EMPTY_ROOT), SIGNER)
        assert checkpoint.verify(note, SIGNER.verifier).size == 0

    def test_a_signed_head_verifies_and_a_second_reader_agrees(self):
        head = Checkpoint(SIGNER.name, 5, bytes(32))
        note = checkpoint.sign(head, SIGNER, WITNESS)
        assert checkpoint.verify(note, SIGNER.verifier) == head == checkpoint.read(note)
        assert checkpoint.verify(note, SIGNER.verifier, WITNESS.verifier) == head
        assert oracle.read_note(note, VKEY) == head.body

    def test_the_head_of_another_log_is_refused_even_if_the_key_signed_it(self):
        note = checkpoint.sign(Checkpoint("log.example/other", 5, bytes(32)), SIGNER)
        with pytest.raises(BadCheckpoint, match="另一个日志") as caught:
            checkpoint.verify(note, SIGNER.verifier)
        assert caught.value.code == "origin"

    def test_an_unsigned_head_is_refused(self):
        note = checkpoint.sign(Checkpoint(SIGNER.name, 5, bytes(32)), STRANGER)
        with pytest.raises(BadNote):
            checkpoint.verify(note, SIGNER.verifier)
