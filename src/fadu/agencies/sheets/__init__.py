"""Lists of this room that go in and out as worksheets."""

from fadu.agencies.sheets.applications import APPLICATIONS_SHEET
from fadu.agencies.sheets.assisting import AUXILIARIES_SHEET, REVIEWERS_SHEET
from fadu.agencies.sheets.officers import OFFICERS
from fadu.agencies.sheets.organs import ORGANS
from fadu.agencies.sheets.publicity import PUBLICITY_SHEET
from fadu.agencies.sheets.results import RESULTS_SHEET
from fadu.agencies.sheets.standings import STANDINGS_SHEET
from fadu.sheets.sheet import register


def tell() -> None:
    """Make the lists known to the room of sheets."""
    register(ORGANS)
    register(PUBLICITY_SHEET)
    register(OFFICERS)
    register(RESULTS_SHEET)
    register(APPLICATIONS_SHEET)
    register(AUXILIARIES_SHEET)
    register(REVIEWERS_SHEET)
    register(STANDINGS_SHEET)
