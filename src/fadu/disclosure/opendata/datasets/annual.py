"""年度统计: the tables of the annual reports as they were published, one number a row."""

from collections.abc import Iterator

from fadu.disclosure.models import AnnualReport
from fadu.disclosure.opendata.datasets.columns import Column, Dataset, Kind, Row
from fadu.disclosure.opendata.datasets.records import moment

_REPORT = "年度行政执法统计（国办发〔2018〕118号，每年 1 月 31 日以前公开）"
COLUMNS = (
    Column("report", "报告标识", _REPORT, required=True),
    Column("year", "年度", _REPORT, Kind.INTEGER, required=True),
    Column("organ_id", "公布机关标识", _REPORT, Kind.INTEGER, required=True),
    Column("organ", "公布机关", _REPORT, required=True),
    Column("version", "版本", _REPORT, Kind.INTEGER, required=True, told="重新公布一次加 1，以最大的为准"),
    Column("published_at", "公布时间", _REPORT, Kind.DATETIME, required=True, told="世界协调时（UTC）"),
    Column("table", "统计表代码", _REPORT, required=True),
    Column("table_title", "统计表", _REPORT, required=True),
    Column("row", "单位", _REPORT, required=True, told="“合计”是各单位之和"),
    Column("column", "栏目代码", _REPORT, required=True),
    Column("column_label", "栏目", _REPORT, required=True),
    Column("unit", "计量单位", _REPORT, required=True, told="件；金额为分（一元等于 100 分）"),
    Column("value", "数值", _REPORT, Kind.INTEGER, told="空表示没有这项职责，0 表示有职责而没有发生"),
)


def report_rows(report: AnnualReport) -> list[Row]:
    """Every number of a report."""
    head = {
        "report": str(report.pk),
        "year": report.year,
        "organ_id": report.organ_id,
        "organ": report.organ.name,
        "version": report.version,
        "published_at": moment(report.published_at),
    }
    return [
        {
            **head,
            "table": table["id"],
            "table_title": table["title"],
            "row": name,
            "column": column["id"],
            "column_label": column["label"],
            "unit": "分" if column.get("money") else "件",
            "value": value,
        }
        for table in report.tables
        for name, values in [*((row["organ"], row["cells"]) for row in table["rows"]), ("合计", table["sums"])]
        for column, value in zip(table["columns"], values, strict=True)
    ]


def _chunks() -> Iterator[list[Row]]:
    for report in AnnualReport.objects.select_related("organ").order_by("year", "organ_id", "version").iterator(chunk_size=20):
        yield report_rows(report)


ANNUAL = Dataset("annual", "年度统计", "一行是年度统计表里的一个数字。", COLUMNS, ("report", "table", "row", "column"), _chunks)
