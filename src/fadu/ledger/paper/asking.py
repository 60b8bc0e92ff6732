"""What the organ's server says of a document: its particulars, and the receipt that proves its hash."""

import json
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, Final, Self
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from fadu.ledger.errors import LedgerError, Unproven
from fadu.ledger.receipt import Receipt

FORMAT: Final = "fadu-document/1"
LARGEST: Final = 1 << 20
TIMEOUT: Final = 15
"""Seconds that a server may take."""


class Unanswered(LedgerError):
    """The server was not reached, or has no such document."""

    default_code = "unanswered"


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a document. The receipt alone is proved by the log; the rest is the organ's word.

    Attributes:
        document: id of the document.
        organ: who made it.
        title: 文书名称.
        number: 文号, or "".
        made_on: its date.
        sha256: hash of the PDF.
        superseded: a corrected one has taken its place.
        receipt: its proof; None while it waits for the log.
    """

    document: str
    organ: str
    title: str
    number: str
    made_on: str
    sha256: str
    superseded: bool
    receipt: Receipt | None

    def to_json(self) -> str:
        """As it is served, and lies among the static files of the log."""
        told = {name: getattr(self, name) for name in ("document", "organ", "title", "number", "made_on", "sha256", "superseded")}
        return json.dumps({"format": FORMAT, **told, "receipt": self.receipt.to_dict() if self.receipt else None}, ensure_ascii=False)

    @classmethod
    def from_json(cls, data: bytes) -> Self:
        """Read it; raises Unanswered."""
        try:
            found: dict[str, Any] = json.loads(data)
            texts: dict[str, Any] = {name: found[name] for name in ("document", "organ", "title", "number", "made_on", "sha256")}
            if found["format"] != FORMAT or not all(isinstance(text, str) for text in texts.values()) or not isinstance(found["superseded"], bool):
                raise Unanswered("答复不是文书的存证")
            return cls(**texts, superseded=found["superseded"], receipt=Receipt.from_dict(found["receipt"]) if found["receipt"] else None)
        except (ValueError, KeyError, TypeError) as error:
            raise Unanswered("答复不是文书的存证") from error
        except Unproven as error:
            raise Unanswered(f"答复里的凭证不可读：{error.reason}") from error


def ask(server: str, document: str, *, timeout: float = TIMEOUT) -> Told:
    """What the server says of a document; raises Unanswered."""
    if urlsplit(server).scheme not in {"http", "https"}:
        raise Unanswered(f"不是 http 或 https 地址：{server}")
    address = f"{server.rstrip('/')}/log/documents/{document}.json"
    try:
        with urlopen(Request(address, headers={"User-Agent": "fadu-verify"}), timeout=timeout) as answer:  # noqa: S310 - the scheme was checked
            data: bytes = answer.read(LARGEST + 1)
    except HTTPError as error:
        with error:
            raise Unanswered("服务器没有这份文书" if error.code in {404, 410} else f"服务器答复 {error.code}") from error
    except (URLError, OSError, HTTPException, ValueError) as error:
        raise Unanswered(f"连不上 {server}：{getattr(error, 'reason', error)}") from error
    if len(data) > LARGEST:
        raise Unanswered("答复过长")
    told = Told.from_json(data)
    if told.document != document:
        raise Unanswered("答复的是另一份文书")
    return told
