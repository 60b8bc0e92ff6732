"""Files as they are written, and files that are not what they say."""

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from fadu.sheets import child, reading
from fadu.sheets.reading import read
from fadu.sheets.sheet import Fault, Faults
from fadu.sheets.writing import write_faults, write_list
from tests.sheets.files import FIELDS, animals, workbook

HEAD = ["名称", "种类"]


def refused(data: bytes) -> str:
    with pytest.raises(Faults) as wrong:
        read(data, "动物")
    [fault] = wrong.value.faults
    assert (fault.row, fault.column) == (0, "")
    return fault.says


def written(rows: Any = ()) -> openpyxl.Workbook:
    out = io.BytesIO()
    write_list(animals(), FIELDS, rows, out)
    return openpyxl.load_workbook(out)


# --- the template ---


def test_a_template_has_heads_formats_and_lists_to_choose_from() -> None:
    book = written()
    page = book["动物"]
    assert [cell.value for cell in page[1]] == [f"{field.label}{'＊' if field.required else ''}" for field in FIELDS]
    assert page.max_row == 1
    assert page.freeze_panes == "A2"
    assert page.column_dimensions["D"].width >= 12
    offered = {str(item.sqref): item.formula1 for item in page.data_validations.dataValidation}
    assert offered == {"B2:B2001": '"狗,猫"', "C2:C2001": '"是,否"'}
    assert book.sheetnames == ["动物", "填写说明"]


def test_the_guide_says_how_each_column_is_filled_in() -> None:
    page = written()["填写说明"]
    told = {row[0]: row[1:] for row in page.iter_rows(values_only=True) if row[0]}
    assert "1. 一行一只" in told
    assert told["名称"] == ("必填", "文字，最多 20 字", "大黄")
    assert told["出生日期"][:2] == ("", "日期，如 2026-11-20；大概也可以")
    assert "可选：狗、猫" in told["种类"][1]


def test_a_long_list_to_choose_from_stands_on_a_worksheet_of_its_own() -> None:
    from dataclasses import replace

    many = tuple((str(number), f"第{number}种动物的名称") for number in range(200))
    fields = [replace(field, choices=many) if field.name == "kind" else field for field in FIELDS]
    out = io.BytesIO()
    write_list(animals(), fields, (), out)
    book = openpyxl.load_workbook(out)
    [first, _] = book["动物"].data_validations.dataValidation
    assert first.formula1 == "'选项'!$A$1:$GR$1"
    assert book["选项"].sheet_state == "hidden"
    assert [cell.value for cell in book["选项"][1]] == [label for _, label in many]


def test_no_cell_that_is_written_becomes_a_formula() -> None:
    names = ["=1+1", "+86", "-1", "@x", '=HYPERLINK("http://x")', "http://x.cn", "\t=1"]
    page = written({"name": name, "note": name} for name in names)["动物"]
    assert [(cell.value, cell.data_type) for cell in page["A"][1:]] == [(name, "s") for name in names]
    assert not page._hyperlinks


def test_values_are_written_as_what_they_are() -> None:
    row = {"name": "大黄", "kind": "dog", "tame": False, "born": date(2020, 5, 1), "legs": 4, "price": 120050, "foods": ["fish", "rice"]}
    page = written([row])["动物"]
    values = [cell.value for cell in page[2]]
    assert values[:3] == ["大黄", "狗", "否"]
    assert values[3].date() == date(2020, 5, 1)
    assert values[5:8] == [4, 1200.5, "鱼、饭"]
    assert page["D2"].number_format == "yyyy-mm-dd"
    assert page["A2"].number_format == "@"


def test_rows_are_written_as_they_come() -> None:
    out = io.BytesIO()
    assert write_list(animals(), FIELDS, ({"name": f"第{number}只", "kind": "dog"} for number in range(3000)), out) == 3000
    assert len(read(out.getvalue(), "动物")) == 3001


def test_faults_are_written_as_a_list() -> None:
    out = io.BytesIO()
    write_faults("动物", [Fault(3, "种类", "=只能选"), Fault(0, "", "整份不对")], out)
    rows = list(openpyxl.load_workbook(out).active.iter_rows(min_row=2, values_only=True))
    assert [(row, column or "", says) for row, column, says in rows] == [(3, "种类", "=只能选"), (0, "", "整份不对")]


# --- what is uploaded ---


def test_the_worksheet_is_found_by_its_name_or_by_being_the_only_one() -> None:
    assert [line.cells for line in read(workbook(HEAD, title="随便"), "动物")] == [("名称", "种类")]
    both = workbook(["错"], title="别的", more={"动物": [HEAD], "填写说明": [["x"]]})
    assert [line.cells for line in read(both, "动物")] == [("名称", "种类")]
    assert "没有名为“动物”的工作表，文件中有：甲、乙" in refused(workbook(HEAD, title="甲", more={"乙": [HEAD]}))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
@pytest.mark.parametrize("comma", [",", "\t"])
def test_text_is_read_in_the_encodings_of_offices(encoding: str, comma: str) -> None:
    text = f'名称{comma}种类\r\n"大黄{comma}甲"{comma}狗\r\n'
    assert [line.cells for line in read(text.encode(encoding), "动物")] == [("名称", "种类"), (f"大黄{comma}甲", "狗")]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "空的"),
        (b"%PDF-1.7 ...", "不是表格文件"),
        (b"<html><table><tr><td>1</table>", "不是表格文件"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "不是表格文件"),
        (b"PK\x03\x04 broken", "已经损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "设有密码的请先取消密码"),
        (b"\xff\xfe\xfd\xfc" * 50, "编码认不出来"),
    ],
    ids=["empty", "pdf", "html", "png", "broken zip", "secret", "no text"],
)
def test_what_is_no_list_is_refused_in_words(data: bytes, says: str) -> None:
    assert says in refused(data)


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in files.items():
            book.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def test_a_packed_file_that_is_no_workbook_is_refused() -> None:
    assert "不是表格文件" in refused(packed(word__document_xml=b"<x/>"))
    assert "打不开" in refused(packed(xl__workbook_xml=b"<x/>"))


def test_a_file_that_unpacks_beyond_all_measure_is_refused() -> None:
    bomb = packed(xl__workbook_xml=b"<x/>", xl__worksheets__sheet1_xml=bytes(child.UNPACKED + 1))
    assert len(bomb) < 1 << 20
    assert "展开后过大" in refused(bomb)


@pytest.mark.long
def test_a_file_that_says_it_is_small_and_is_not_is_refused() -> None:
    """The declared size is forged: only the limit on the memory of the reading process stops it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(HEAD, ["大黄", "狗"]))) as book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in book.namelist():
            if not name.endswith("sheet1.xml"):
                copy.writestr(name, book.read(name))
                continue
            before, after = book.read(name).split(b"</sheetData>")
            with copy.open(name, "w") as page:
                page.write(before + b'<row r="9"><c r="A9" t="inlineStr"><is><t>')
                for _ in range(300):
                    page.write(b"A" * (4 << 20))
                page.write(b"</t></is></c></row></sheetData>" + after)
        size = copy.getinfo("xl/worksheets/sheet1.xml").file_size
    forged = out.getvalue().replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert forged != out.getvalue()
    assert refused(forged)


def test_a_worksheet_that_claims_to_have_all_cells_there_can_be_is_refused() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page = book.add_worksheet("动物")
    page.write(0, 0, "名称")
    page.write(1_048_575, 16_383, "x")
    book.close()
    assert len(out.getvalue()) < 10_000
    assert "过大" in refused(out.getvalue())


def test_too_many_rows_and_columns_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    assert "超过 3 行" in refused("\n".join(["名称,种类", *["a,狗"] * 5]).encode())
    assert "超过 256 列" in refused(",".join("a" * 300).encode())


def test_too_large_a_file_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    assert "请分成几份" in refused(b"x" * 11)


def test_a_formula_gives_what_it_came_to() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page = book.add_worksheet("动物")
    page.write_row(0, 0, HEAD)
    page.write_formula(1, 0, '="大"&"黄"', None, "大黄")
    page.write_formula(1, 1, "=1/0", None, "#DIV/0!")
    book.close()
    assert read(out.getvalue(), "动物")[1].cells[0] == "大黄"
    assert len(read(out.getvalue(), "动物")[1].cells) == 1
