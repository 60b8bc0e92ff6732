"""Writing a discretion table in a form: what is asked, the form as a table's data and back, what is unsound at which line, how it is drawn."""

from fadu.catalog.drafting.bodies import body_of, typed
from fadu.catalog.drafting.checking import Checked, Mark, check
from fadu.catalog.drafting.fields import KINDS, fields

__all__ = ["KINDS", "Checked", "Mark", "body_of", "check", "fields", "typed"]
