"""What two people enter at the same moment: the database lets one through, the other is told."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from fadu.law.forms import Invalid


@contextmanager
def one_only(field: str, text: str) -> Iterator[None]:
    """Say `text` on `field` when the database already holds what is written within."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise Invalid({field: text}) from None
