"""RFC 3161 time stamps, fetched over HTTP from the authority that `FADU_TSA_URL` names.

One that does not answer is left in peace for a minute, so that a hundred documents do not wait a hundred times.
"""

import urllib.error
import urllib.request
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from time import monotonic
from typing import Final

from asn1crypto import cms, tsp
from django.conf import settings
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

TIMEOUT: Final = 3.0
"""Seconds that a document waits for its time."""

PEACE: Final = 60.0
LARGEST: Final = 1 << 20
MD: Final = "sha256"

_silent_until: dict[str, float] = {}


class Unreachable(Exception):
    """No time stamp can be had now."""


class Authority(TimeStamper):
    """A time-stamp authority at an address."""

    def __init__(self, url: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # pyHanko's own
        self._url = url

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Ask the authority; the loop is ours alone, so it may wait."""
        if not self._url.startswith(("http://", "https://")):
            raise TimestampRequestError("FADU_TSA_URL 应为 http 或者 https 地址")
        if _silent_until.get(self._url, 0) > monotonic():
            raise TimestampRequestError("时间戳机构刚才没有应答")
        asked = urllib.request.Request(self._url, req.dump(), {"Content-Type": "application/timestamp-query"})  # noqa: S310 - the scheme was looked at
        try:
            with urllib.request.urlopen(asked, timeout=TIMEOUT) as answer:  # noqa: S310, ASYNC210 - likewise; nobody else is in this loop
                found = tsp.TimeStampResp.load(answer.read(LARGEST))
                told = found["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed if found["status"]["status"].native == "granted" else None
        except (OSError, ValueError, KeyError, TypeError) as error:
            _silent_until[self._url] = monotonic() + PEACE
            raise TimestampRequestError(f"时间戳机构没有应答：{type(error).__name__}") from error
        if told is not None and told["message_imprint"].native != req["message_imprint"].native:
            raise TimestampRequestError("时间戳机构的应答不是对所问内容的")
        return found


def authority() -> Authority | None:
    """The authority that is set, if one is."""
    return _at(settings.FADU_TSA_URL) if settings.FADU_TSA_URL else None


def roots() -> str:
    """The root certificates of trusted time-stamp authorities, in PEM."""
    return Path(settings.FADU_TSA_ROOTS).read_text("ascii") if settings.FADU_TSA_ROOTS else ""


def forgive() -> None:
    """Ask the authorities again at once: for the worker's later rounds, and for tests."""
    _silent_until.clear()


@lru_cache(maxsize=4)
def _at(url: str) -> Authority:
    return Authority(url)


def when(token: cms.ContentInfo) -> datetime:
    """The time that a token tells."""
    told: datetime = token["content"]["encap_content_info"]["content"].parsed["gen_time"].native
    return told


def imprint(token: cms.ContentInfo) -> bytes:
    """The hash that a token is of."""
    return bytes(token["content"]["encap_content_info"]["content"].parsed["message_imprint"]["hashed_message"].native)


def who(token: cms.ContentInfo) -> str:
    """The subject of the authority's certificate, as far as the token carries it."""
    signer = token["content"]["signer_infos"][0]["sid"].chosen
    for wrapped in token["content"]["certificates"]:
        if getattr(signer, "native", None) and wrapped.chosen.serial_number == signer["serial_number"].native:
            return str(wrapped.chosen.subject.human_friendly)[:300]
    return ""
