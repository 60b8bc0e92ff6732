"""The command where there is no demonstration."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from fadu.agencies.models import Organ


def test_refused_outside_a_demonstration(db: None, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="FADU_DEMO=1"):
        call_command("demo", stdout=StringIO())
    assert not Organ.objects.exists()
