"""What the open data consist of: each set with its columns, each column with its meaning and where it comes from."""

from fadu.disclosure.opendata.datasets.annual import ANNUAL
from fadu.disclosure.opendata.datasets.columns import Column, Dataset, Kind, Row
from fadu.disclosure.opendata.datasets.records import RECORDS
from fadu.disclosure.opendata.datasets.registers import ITEMS, ORGANS
from fadu.disclosure.opendata.datasets.withdrawn import WITHDRAWN

DATASETS: dict[str, Dataset] = {dataset.id: dataset for dataset in (RECORDS, WITHDRAWN, ORGANS, ITEMS, ANNUAL)}

__all__ = ["ANNUAL", "DATASETS", "ITEMS", "ORGANS", "RECORDS", "WITHDRAWN", "Column", "Dataset", "Kind", "Row"]
