"""双公示: penalties and licences in the form in which the credit platforms take them (发改办财金〔2018〕424号)."""

from fadu.disclosure.credit.fields import LICENCE, PENALTY, Form, Item
from fadu.disclosure.credit.rows import Built, build

__all__ = ["LICENCE", "PENALTY", "Built", "Form", "Item", "build"]
