"""Long lists go over several pages, each with the heads of the columns."""

from fadu.documents.render import render
from tests.documents import reading
from tests.documents.story import paper_data


def test_a_long_list_repeats_its_head_on_every_page() -> None:
    data = paper_data("goods_list")
    goods = [
        {"name": f"商品{number:03d}", "spec": "500克", "quantity": number, "unit": "件", "price": {"fen": 1234, "text": "12.34元"}} for number in range(1, 181)
    ]
    sheets = reading.pages(render("goods_list", data | {"step": data["step"] | {"goods": goods}}))
    assert len(sheets) > 3
    filled = [sheet for sheet in sheets if "商品" in sheet]
    assert all("序号名称规格型号" in sheet for sheet in filled)
    assert all(f"商品{number:03d}" in "".join(sheets) for number in range(1, 181))
    assert "以上共180项，以下空白" in sheets[-1]
    assert all(f"第{number}页共{len(sheets)}页" in sheet for number, sheet in enumerate(sheets, 1))


def test_an_unknown_list_leaves_lines_to_write_on() -> None:
    assert "序号" in reading.text(render("goods_list", {}))


def test_every_page_of_a_record_is_signed() -> None:
    data = paper_data("question_record")
    dialogue = [{"q": f"第{number}个问题是什么？", "a": "答复。" * 20} for number in range(60)]
    sheets = reading.pages(render("question_record", data | {"step": data["step"] | {"dialogue": dialogue}}))
    assert len(sheets) > 2
    assert all("被询问人（签名）：" in sheet for sheet in sheets)


def test_the_seal_never_stands_alone_on_a_page() -> None:
    """GB/T 9704-2012: text goes with the seal; tried with a text that grows line by line."""
    data = paper_data("correction_order")
    for lines in range(1, 30):
        sheets = reading.pages(render("correction_order", data | {"step": data["step"] | {"demands": "改正。" * 9 * lines}}))
        assert "联系人" in sheets[-1].split("二〇二六年")[0]
