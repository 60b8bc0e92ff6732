"""Codes of cards that lead nowhere: slowed down, and said in plain words."""

import pytest
from django.core.cache import cache
from django.test import Client

from fadu.agencies.views.credentials import MISSES

pytestmark = pytest.mark.django_db


def test_codes_of_no_card_are_slowed_down() -> None:
    cache.clear()
    client = Client()
    assert {client.get(f"/c/{'x' * 20}{place}/").status_code for place in range(MISSES)} == {404}
    answer = client.get("/c/another/")
    assert (answer.status_code, "请十分钟后再试" in answer.content.decode()) == (429, True)
    assert client.get("/c/").status_code == 200, "by number and name one may still ask"
    cache.clear()
