"""年度行政执法统计: every number counted from the record, by the rules of the tables; no number is typed (政府信息公开条例第二十条; S002)."""

from fadu.disclosure.annual.counting import Cell, Row, Year, behind, behind_total, counted
from fadu.disclosure.annual.tables import TABLES, Column, Table

__all__ = ["TABLES", "Cell", "Column", "Row", "Table", "Year", "behind", "behind_total", "counted"]
