"""Discretion tables as the worksheet of seven columns that offices keep: one act a group of rows, one tier a row."""

from fadu.catalog.benchmark_sheet.columns import COLUMNS
from fadu.catalog.benchmark_sheet.loading import load
from fadu.catalog.benchmark_sheet.printing import rows
from fadu.sheets.sheet import Sheet, register

__all__ = ["COLUMNS", "load", "register_sheet", "rows"]

GUIDE = (
    "一行一个阶次；同一违法行为的各行连在一起，后面各行的序号、违法行为、依据可以留空（合并单元格也可以）。",
    "处罚依据写条款和条文中的罚款数额；条文复杂的，另起一行写“法定幅度：货值金额不足 10,000 元：50,000 元以上 100,000 元以下；货值金额 10,000 元以上：货值金额 10 倍以上 20 倍以下”。",
    "适用条件全是同一数值的区间的（面积不足 5 平方米、5 平方米以上 10 平方米以下……），按数额分档；否则按情节分档。",
    "裁量标准写数额（处 5000 元以上 1 万元以下罚款）、倍数、法定幅度的百分比（法定幅度的 30% 至 70%）、加重百分比（＋5%）或者不予处罚；单位和个人不同的分别写明。",
    "以上、以下包括本数；相邻两档都写“以上、以下”的会重叠，请用“不足”“超过”。",
    "导入的是草案：公布以后才适用。制定机关不填的，是导入人所在机关；其余各栏可以在公布时填。",
)


def register_sheet() -> Sheet:
    """Make the list known as a worksheet."""
    return register(Sheet("benchmarks", "裁量权基准", lambda _actor: COLUMNS, "catalog.manage", "benchmark.see", load, rows, GUIDE))
