"""Case packages: a true one is proved offline; every kind of tampering is found, and named where it was done."""

import json
import zipfile
from dataclasses import replace
from hashlib import sha256

import pytest

from fadu.ledger import checkpoint, package, receipt
from fadu.ledger.canonical import canonical, parse
from fadu.ledger.checkpoint import Checkpoint
from fadu.ledger.entry import commitment
from fadu.ledger.keys import Verifier
from fadu.ledger.levels import Levels
from fadu.ledger.report import Report
from fadu.ledger.verify import verify_file, verify_package
from tests.ledger.build import FILES, SIGNER, STRANGER, VKEY, changed, make_case, salt

CASE = make_case()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "case.zip"


def members(path):
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def repack(path, **changes):
    """Write the package again with members replaced (bytes), changed (function) or left out (None)."""
    found = {name: data for name, data in members(path).items() if changes.get(name, b"") is not None}
    for name, change in changes.items():
        if change is not None:
            found[name] = change(found[name]) if callable(change) else change
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in found.items():
            file.writestr(name, data)
    return path


def edit(change):
    """Change the value of a JSON member in place."""

    def apply(data):
        value = json.loads(data)
        change(value)
        return canonical(value)

    return apply


def faults(path, vkey=VKEY):
    report = verify_package(path, vkey)
    assert not report.ok
    return {(check.where, check.code) for check in report.faults}


class TestTrue:
    def test_a_case_is_proved(self, path):
        report = verify_package(CASE.write(path), VKEY)
        assert report.ok
        assert report.faults == []
        assert report.remarks == []
        assert {check.where for check in report.checks} == {
            "检查点",
            *(f"第 {seq} 步" for seq in range(1, 6)),
            "文书 D-1",
            "文书 D-2",
            "封卷凭证",
        }

    @pytest.mark.parametrize("steps", [1, 2, 9])
    def test_cases_of_any_length(self, path, steps):
        assert verify_package(make_case(steps).write(path), VKEY).ok

    def test_without_documents(self, path):
        report = verify_package(CASE.write(path, documents=[], seal=None), VKEY)
        assert report.ok

    def test_without_the_published_key_it_says_so(self, path):
        report = verify_package(CASE.write(path))
        assert report.ok
        assert any("公钥取自包内" in remark for remark in report.remarks)

    def test_without_a_seal_it_says_so(self, path):
        report = verify_package(make_case(sealed=False).write(path), VKEY)
        assert report.ok
        assert any("没有封卷凭证" in remark for remark in report.remarks)

    def test_the_same_case_gives_the_same_bytes(self, path, tmp_path):
        assert CASE.write(path).read_bytes() == CASE.write(tmp_path / "again.zip").read_bytes()

    def test_documents_may_come_from_files(self, path, tmp_path):
        papers = []
        for paper in CASE.documents:
            (tmp_path / paper.id).write_bytes(paper.source)
            papers.append(replace(paper, source=tmp_path / paper.id))
        assert members(CASE.write(path, documents=papers)) == members(CASE.write(tmp_path / "b.zip"))

    def test_the_layout(self, path):
        found = members(CASE.write(path))
        assert set(found) == {
            "case.json",
            "checkpoint",
            "key",
            "receipts/seal.json",
            "documents/立案审批表.pdf",
            "documents/决定书.pdf",
            "receipts/document-0001.json",
            "receipts/document-0002.json",
            *(f"receipts/step-{seq:04d}.json" for seq in range(1, 6)),
        }
        assert found["key"].decode() == f"{VKEY}\n"
        assert found["checkpoint"].decode() == CASE.note
        table = json.loads(found["case.json"])
        assert table["format"] == "fadu-case/1"
        assert set(table["steps"][0]) == {"seq", "content", "salt", "entry", "index"}

    def test_contents_with_large_numbers_and_fractions(self, path):
        case = make_case(1, sealed=False)
        for content in ({"x": 1e20}, {"x": 2.5e-9}, {"x": -0.0}, {"x": 2**53 - 1}, {"x": [None, True, ""]}):
            assert commitment(salt(1), parse(canonical(content))) == commitment(salt(1), content)
        assert verify_package(case.write(path), VKEY).ok


class TestWriting:
    @pytest.mark.parametrize("name", ["../x.pdf", "a/b.pdf", "", "..", "a\\b", "a\n"])
    def test_file_names_that_lead_elsewhere_are_refused_and_nothing_is_left(self, path, name):
        papers = [replace(CASE.documents[0], name=name)]
        with pytest.raises(ValueError, match="文件名不合规"):
            CASE.write(path, documents=papers)
        assert list(path.parent.iterdir()) == []

    def test_a_failed_write_keeps_the_old_package(self, path, tmp_path):
        before = CASE.write(path).read_bytes()
        with pytest.raises(FileNotFoundError):
            CASE.write(path, documents=[replace(CASE.documents[0], source=tmp_path / "gone")])
        assert path.read_bytes() == before
        assert [one.name for one in tmp_path.iterdir()] == ["case.zip"]


class TestSteps:
    @pytest.mark.parametrize("seq", range(1, 6))
    def test_one_byte_of_a_content(self, path, seq):
        steps = list(CASE.steps)
        steps[seq - 1] = changed(steps[seq - 1], content={**steps[seq - 1].content, "fine": seq * 100 + 1})
        assert faults(CASE.write(path, steps=steps)) == {(f"第 {seq} 步", "commitment")}

    @pytest.mark.parametrize("seq", range(1, 6))
    def test_a_salt(self, path, seq):
        steps = list(CASE.steps)
        steps[seq - 1] = changed(steps[seq - 1], salt=salt("other"))
        assert faults(CASE.write(path, steps=steps)) == {(f"第 {seq} 步", "commitment")}

    @pytest.mark.parametrize("seq", range(1, 6))
    def test_an_index(self, path, seq):
        steps = list(CASE.steps)
        steps[seq - 1] = changed(steps[seq - 1], index=steps[seq - 1].receipt.index + 1)
        assert (f"第 {seq} 步", "inclusion") in faults(CASE.write(path, steps=steps))

    @pytest.mark.parametrize("seq", range(1, 6))
    def test_a_step_dropped_and_the_rest_renumbered(self, path, seq):
        rest = [step for step in CASE.steps if step.seq != seq]
        steps = [replace(step, seq=place) for place, step in enumerate(rest, 1)]
        found = faults(CASE.write(path, steps=steps))
        assert ("封卷凭证", "seal") in found
        assert seq == 5 or (f"第 {seq} 步", "sequence") in found

    @pytest.mark.parametrize("seq", range(1, 5))
    def test_a_step_dropped_is_found_without_a_seal_too(self, path, seq):
        rest = [step for step in CASE.steps if step.seq != seq]
        steps = [replace(step, seq=place) for place, step in enumerate(rest, 1)]
        assert (f"第 {seq} 步", "sequence") in faults(CASE.write(path, steps=steps, seal=None, documents=[]))

    def test_a_step_dropped_without_renumbering(self, path):
        steps = [step for step in CASE.steps if step.seq != 3]
        assert ("第 4 步", "sequence") in faults(CASE.write(path, steps=steps))

    @pytest.mark.parametrize("seq", range(1, 5))
    def test_two_steps_swapped(self, path, seq):
        steps = list(CASE.steps)
        one, two = steps[seq - 1], steps[seq]
        steps[seq - 1 : seq + 1] = [replace(two, seq=seq), replace(one, seq=seq + 1)]
        assert (f"第 {seq} 步", "sequence") in faults(CASE.write(path, steps=steps))

    def test_the_order_of_the_list_alone(self, path):
        steps = [CASE.steps[1], CASE.steps[0], *CASE.steps[2:]]
        assert {("第 2 步", "sequence"), ("第 1 步", "sequence")} <= faults(CASE.write(path, steps=steps))

    def test_a_step_told_twice(self, path):
        steps = [*CASE.steps, replace(CASE.steps[-1], seq=6)]
        assert {("第 6 步", "sequence"), ("步骤", "sequence")} <= faults(CASE.write(path, steps=steps))

    def test_a_step_made_up(self, path):
        last = CASE.steps[-1]
        entry = replace(last.receipt.entry, step="s6", prev=last.receipt.entry.hash, commit=commitment(salt(6), "免予处罚"))
        steps = [*CASE.steps, package.Step(6, "免予处罚", replace(last.receipt, entry=entry, salt=salt(6)))]
        assert ("第 6 步", "inclusion") in faults(CASE.write(path, steps=steps))

    def test_contents_of_two_steps_swapped(self, path):
        one, two = CASE.steps[:2]
        steps = [replace(one, content=two.content), replace(two, content=one.content), *CASE.steps[2:]]
        assert faults(CASE.write(path, steps=steps)) == {("第 1 步", "commitment"), ("第 2 步", "commitment")}

    def test_a_step_of_another_case(self, path):
        found = faults(CASE.write(path, case="case-2"))
        assert {(f"第 {seq} 步", "sequence") for seq in range(1, 6)} <= found

    def test_no_steps_at_all(self, path):
        assert ("步骤", "sequence") in faults(CASE.write(path, steps=[], documents=[], seal=None))

    def test_an_entry_changed_in_the_table_only(self, path):
        def later(table):
            table["steps"][2]["entry"]["recorded"] = "2026-03-03T08:30:00Z"

        CASE.write(path)
        assert ("第 3 步", "receipt") in faults(repack(path, **{"case.json": edit(later)}))

    def test_receipts_of_two_steps_swapped(self, path):
        found = members(CASE.write(path))
        one, two = "receipts/step-0001.json", "receipts/step-0002.json"
        repack(path, **{one: found[two], two: found[one]})
        assert {("第 1 步", "receipt"), ("第 2 步", "receipt")} == faults(path)

    def test_a_receipt_with_a_content_of_its_own(self, path):
        CASE.write(path)
        repack(path, **{"receipts/step-0001.json": edit(lambda data: data.update(content="另有说法"))})
        assert faults(path) == {("第 1 步", "receipt")}

    def test_steps_recorded_out_of_the_order_of_the_log(self, path):
        case = make_case(2, sealed=False)
        steps = [case.steps[0], changed(case.steps[1], index=case.steps[0].receipt.index)]
        assert ("第 2 步", "sequence") in faults(case.write(path, steps=steps))


class TestDocuments:
    def test_one_byte_of_a_file(self, path):
        papers = [replace(CASE.documents[0], source=b"%PDF-1.7 fIrst"), CASE.documents[1]]
        assert faults(CASE.write(path, documents=papers)) == {("文书 D-1", "digest"), ("封卷凭证", "seal")}

    def test_two_files_swapped(self, path):
        one, two = CASE.documents
        papers = [replace(one, source=two.source), replace(two, source=one.source)]
        found = faults(CASE.write(path, documents=papers))
        assert {("文书 D-1", "digest"), ("文书 D-2", "digest")} <= found

    def test_two_documents_swapped_with_their_receipts(self, path):
        one, two = CASE.documents
        papers = [
            replace(one, source=two.source, receipt=two.receipt),
            replace(two, source=one.source, receipt=one.receipt),
        ]
        assert {("文书 D-1", "document"), ("文书 D-2", "document")} <= faults(CASE.write(path, documents=papers))

    def test_a_document_left_out(self, path):
        assert faults(CASE.write(path, documents=CASE.documents[:1])) == {("封卷凭证", "seal")}

    def test_a_file_left_out(self, path):
        CASE.write(path)
        found = faults(repack(path, **{"documents/决定书.pdf": None}))
        assert ("文书 D-2", "archive-missing") in found

    def test_a_document_of_another_case(self, path):
        one = CASE.documents[0]
        foreign = replace(one, receipt=replace(one.receipt, entry=replace(one.receipt.entry, case="case-2")))
        assert ("文书 D-1", "inclusion") in faults(CASE.write(path, documents=[foreign]))

    def test_a_document_whose_step_was_dropped(self, path):
        found = faults(CASE.write(path, steps=CASE.steps[:1], seal=None))
        assert found == {("文书 D-1", "document"), ("文书 D-2", "document")}

    def test_a_document_told_twice(self, path):
        twice = replace(CASE.documents[0], name="again.pdf")
        found = faults(CASE.write(path, documents=[*CASE.documents, twice]))
        assert ("文书 D-1", "document") in found

    def test_a_content_changed_in_the_receipt(self, path):
        name = "receipts/document-0001.json"
        digest = sha256(b"another").hexdigest()
        CASE.write(path)
        repack(
            path,
            **{name: edit(lambda data: data["content"].update(sha256=digest)), "documents/立案审批表.pdf": b"another"},
        )
        assert ("文书 D-1", "commitment") in faults(path)

    @pytest.mark.parametrize("content", [None, "x", {}, {"document": "D-1"}, {"document": "D-9", "sha256": "00"}])
    def test_a_receipt_without_a_proper_content(self, path, content):
        one = CASE.documents[0]
        papers = [replace(one, receipt=replace(one.receipt, content=content))]
        found = faults(CASE.write(path, documents=papers, seal=None))
        assert ("文书 D-1", "commitment") in found

    def test_what_a_document_commits_to(self):
        assert package.document_content("D-1", "ab", title="决定书") == {
            "document": "D-1",
            "sha256": "ab",
            "title": "决定书",
        }


class TestHead:
    def forged(self, signer):
        """A log that has everything changed as one likes, signed by another."""
        return make_case(signer=signer)

    def test_a_whole_package_of_a_forger_is_caught_by_the_published_key(self, path):
        found = faults(self.forged(STRANGER).write(path))
        assert {("公钥", "key"), ("检查点", "unsigned")} <= found

    def test_a_forger_s_head_with_the_true_key_beside_it(self, path):
        found = faults(self.forged(STRANGER).write(path, vkey=VKEY))
        assert ("检查点", "unsigned") in found
        assert ("第 1 步", "checkpoint") in found

    def test_a_package_alone_can_only_vouch_for_itself(self, path):
        report = verify_package(self.forged(STRANGER).write(path))
        assert report.ok
        assert any("公钥取自包内" in remark for remark in report.remarks)

    def test_a_head_changed_after_signing(self, path):
        size = checkpoint.read(CASE.note).size
        note = CASE.note.replace(f"\n{size}\n", f"\n{size + 1}\n")
        assert ("检查点", "signature") in faults(CASE.write(path, checkpoint=note))

    def test_another_true_head_than_that_of_the_receipts(self, path):
        CASE.log.add(b"later")
        later = CASE.log.run()
        assert later != CASE.note
        assert ("第 1 步", "checkpoint") in faults(CASE.write(path, checkpoint=later))

    def test_a_head_with_a_root_made_up(self, path):
        head = Checkpoint(SIGNER.name, checkpoint.read(CASE.note).size, bytes(32))
        note = checkpoint.sign(head, STRANGER)
        assert ("检查点", "unsigned") in faults(CASE.write(path, checkpoint=note))

    @pytest.mark.parametrize("key", [b"", b"x", b"\xff\xfe", f"{VKEY[:-2]}\n".encode()])
    def test_an_unusable_key_in_the_package(self, path, key):
        CASE.write(path)
        found = {check.code for check in verify_package(repack(path, key=key)).faults}
        assert "key" in found

    def test_a_tree_rebuilt_around_a_change_has_another_root(self, path):
        leaves = [bytes(32) for _ in range(checkpoint.read(CASE.note).size)]
        step = CASE.steps[0]
        leaves[step.receipt.index] = step.receipt.entry.leaf_hash
        proof = receipt.issue(Levels(leaves), CASE.note, step.receipt.index, step.receipt.entry, step.receipt.salt)
        steps = [replace(step, receipt=proof), *CASE.steps[1:]]
        assert ("第 1 步", "inclusion") in faults(CASE.write(path, steps=steps))


class TestSeal:
    def test_the_last_step_cut_off(self, path):
        assert faults(CASE.write(path, steps=CASE.steps[:4])) == {("封卷凭证", "seal")}

    def test_the_seal_of_another_case(self, path):
        other = make_case(4)
        found = faults(CASE.write(path, seal=replace(CASE.seal, content=other.seal.content)))
        assert found == {("封卷凭证", "commitment")}

    def test_a_step_passed_off_as_a_seal(self, path):
        step = CASE.steps[-1].receipt
        assert ("封卷凭证", "seal") in faults(CASE.write(path, seal=replace(step, content=CASE.steps[-1].content)))

    def test_a_seal_announced_but_missing(self, path):
        CASE.write(path)
        assert faults(repack(path, **{"receipts/seal.json": None})) == {("封卷凭证", "archive-missing")}

    def test_a_seal_there_but_not_announced(self, path):
        CASE.write(path)
        repack(path, **{"case.json": edit(lambda table: table.update(sealed=False))})
        assert faults(path) == {("receipts/seal.json", "extra")}


class TestZip:
    @pytest.mark.parametrize("name", ["case.json", "checkpoint", "key"])
    def test_without_one_of_its_parts(self, path, name):
        CASE.write(path)
        code = "format" if name == "case.json" else "archive-missing"
        assert faults(repack(path, **{name: None})) == {("案卷包", code)}

    @pytest.mark.parametrize("seq", range(1, 6))
    def test_without_a_receipt(self, path, seq):
        CASE.write(path)
        repack(path, **{f"receipts/step-{seq:04d}.json": None})
        assert faults(path) == {(f"第 {seq} 步", "archive-missing")}

    def test_with_something_added(self, path):
        CASE.write(path)
        repack(path, **{"documents/伪造.pdf": b"x", "readme.html": b"<script>"})
        assert faults(path) == {("documents/伪造.pdf", "extra"), ("readme.html", "extra")}

    def test_that_is_no_zip(self, path):
        path.write_bytes(b"%PDF")
        assert faults(path) == {("案卷包", "archive")}

    def test_with_a_path_that_leads_elsewhere(self, path):
        CASE.write(path)
        assert faults(repack(path, **{"../evil": b""})) == {("案卷包", "archive-path")}

    def test_with_an_enormous_receipt(self, path):
        CASE.write(path)
        repack(path, **{"receipts/step-0001.json": b" " * (5 << 20)})
        assert faults(path) == {("第 1 步", "archive-size")}

    @pytest.mark.parametrize(
        "table",
        [
            b"",
            b"[]",
            b"{}",
            b'{"a":1,"a":2}',
            b'{"format":"fadu-case/2","case":"c","steps":[],"documents":[],"sealed":false}',
            b'{"format":"fadu-case/1","case":1,"steps":[],"documents":[],"sealed":false}',
            b'{"format":"fadu-case/1","case":"c","steps":{},"documents":[],"sealed":false}',
            b'{"format":"fadu-case/1","case":"c","steps":[],"documents":[],"sealed":1}',
            b'{"format":"fadu-case/1","case":"c","steps":[],"documents":[],"sealed":false,"more":1}',
            b'{"format":"fadu-case/1","case":"c","steps":[1],"documents":[],"sealed":false}',
            b'{"format":"fadu-case/1","case":"c","steps":[],"documents":[{}],"sealed":false}',
            b'{"format":"fadu-case/1","case":"c","steps":[],"documents":[{"id":"a","file":"key","receipt":"b"}],"sealed":false}',
        ],
    )
    def test_with_a_table_that_is_none(self, path, table):
        CASE.write(path)
        assert faults(repack(path, **{"case.json": table})) == {("案卷包", "format")}

    @pytest.mark.parametrize(
        "change",
        [
            {"seq": "1"},
            {"seq": True},
            {"salt": "zz"},
            {"salt": 1},
            {"entry": {}},
            {"entry": None},
            {"index": "1"},
            {"verdict": "从未登记的一句话"},
        ],
    )
    def test_with_a_step_of_another_form(self, path, change):
        CASE.write(path)
        repack(path, **{"case.json": edit(lambda table: table["steps"][0].update(change))})
        assert faults(path) == {("案卷包", "format")}


def test_every_byte_of_every_json_member_matters(path, tmp_path):
    """Change one character at a time: whatever a reader could see differently is caught."""
    whole = members(CASE.write(path))
    for name in ("case.json", "receipts/step-0002.json", "receipts/document-0001.json", "checkpoint"):
        data = whole[name]
        for place in range(0, len(data), 41):
            wrong = data[:place] + (b"7" if data[place : place + 1] != b"7" else b"8") + data[place + 1 :]
            target = tmp_path / "changed.zip"
            with zipfile.ZipFile(target, "w") as file:
                for other, content in whole.items():
                    file.writestr(other, wrong if other == name else content)
            assert not verify_package(target, VKEY).ok, (name, place)


class TestFile:
    PAPER = CASE.documents[1]

    def test_a_true_file(self, tmp_path):
        file = tmp_path / "决定书.pdf"
        file.write_bytes(FILES["D-2"][1])
        report = verify_file(file, self.PAPER.receipt, VKEY)
        assert report.ok
        assert [check.where for check in report.checks] == ["日志", "文件"]

    def test_a_changed_file(self, tmp_path):
        file = tmp_path / "决定书.pdf"
        file.write_bytes(FILES["D-2"][1] + b" ")
        report = verify_file(file, self.PAPER.receipt, VKEY)
        assert [(check.where, check.code) for check in report.faults] == [("文件", "digest")]

    def test_a_changed_receipt(self, tmp_path):
        file = tmp_path / "决定书.pdf"
        file.write_bytes(b"forged")
        content = {**self.PAPER.receipt.content, "sha256": sha256(b"forged").hexdigest()}
        report = verify_file(file, replace(self.PAPER.receipt, content=content), VKEY)
        assert [(check.where, check.code) for check in report.faults] == [("日志", "commitment")]

    def test_the_receipt_of_a_step_proves_no_file(self, tmp_path):
        file = tmp_path / "a"
        file.write_bytes(b"")
        report = verify_file(file, CASE.steps[0].receipt, VKEY)
        assert {check.where for check in report.faults} == {"日志", "文件"}

    def test_another_key(self, tmp_path):
        file = tmp_path / "a"
        file.write_bytes(FILES["D-2"][1])
        assert [check.code for check in verify_file(file, self.PAPER.receipt, STRANGER.vkey).faults] == ["unsigned"]


class TestReport:
    def test_a_report_of_nothing_is_not_ok(self):
        assert not Report("空").ok

    def test_lines(self):
        report = Report("案卷包 a.zip")
        report.hold("检查点", "签名有效")
        report.fail("第 3 步", "内容被改动", "commitment")
        report.remarks.append("请核对公钥")
        assert list(report.lines()) == [
            "核验未通过：案卷包 a.zip（共 2 项，相符 1 项，不符 1 项）",
            "✗ 第 3 步：内容被改动",
            "注意：请核对公钥",
        ]
        assert list(report.lines(full=True))[1:3] == ["✓ 检查点：签名有效", "✗ 第 3 步：内容被改动"]

    @pytest.mark.parametrize("sign", ["\n", "\x1b", "\x9b", "\u202e", "\ud800", "\u2028", "\0"])
    def test_names_from_a_stranger_cannot_make_it_say_something_else(self, sign):
        report = Report(f"a{sign}b")
        report.fail(f"文书 {sign}✓ 核验通过", f"x{sign}y", "document")
        assert all(line.isprintable() for line in report.lines())

    def test_a_document_id_with_escapes_in_a_package(self, path):
        papers = [replace(CASE.documents[0], id="D-1\x1b[2J\n核验通过")]
        report = verify_package(CASE.write(path, documents=papers), VKEY)
        assert not report.ok
        assert all(line.isprintable() for line in report.lines(full=True))

    def test_the_key_of_a_log_is_one_line_that_fits_on_paper(self):
        assert len(VKEY) < 100
        assert Verifier.parse(VKEY).name == SIGNER.name
