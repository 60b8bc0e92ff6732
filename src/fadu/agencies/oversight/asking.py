"""Asking an address of the public web, with care: a register says what is asked, so nothing of it is trusted.

Only http and https, on the ports of the web. The name is resolved once and the connection goes to that very address, which must be a
public one: no loopback, no private network, nothing link-local (a cloud's own service of keys lies there). Each redirect is looked at in
the same way, at most three. No more than half a megabyte is read, within a deadline for the whole. Nothing is sent but the request.
"""

import http.client
import ipaddress
import re
import socket
import ssl
import time
from dataclasses import dataclass
from datetime import date
from urllib.parse import SplitResult, urljoin, urlsplit

SECONDS, MOST_BYTES, MOST_HOPS = 10.0, 512 * 1024, 3
PORTS = frozenset({80, 443, 8080, 8443})
AGENT = "fadu-probe/1"


class Unreachable(Exception):
    """Why an address can't be reached, in Chinese."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: the status and the text, cut off where it is long."""

    status: int
    text: str


def ask(url: str, *, private: bool = False) -> Answer:
    """The page of an address; raises Unreachable. `private` lets loopback answer, for tests."""
    ends = time.monotonic() + SECONDS
    for _ in range(MOST_HOPS + 1):
        status, onward, text = _one(urlsplit(url), ends, private=private)
        if status not in {301, 302, 303, 307, 308} or not onward:
            if status >= 400:
                raise Unreachable(f"回应状态码 {status}")
            return Answer(status, text)
        url = urljoin(url, onward)
    raise Unreachable(f"转向超过 {MOST_HOPS} 次")


def address_of(parts: SplitResult, *, private: bool = False) -> tuple[str, int]:
    """The public address and port of a URL; raises Unreachable where it has none, or one that is not to be asked."""
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise Unreachable("网址的端口不对") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None or (port not in PORTS and not private):
        raise Unreachable("不是可以探测的网址")
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        raise Unreachable("域名不能解析") from None
    for address in sorted(found):
        seen = ipaddress.ip_address(address.split("%", 1)[0])
        if not private and not (seen.is_global and not seen.is_multicast):
            raise Unreachable("域名指向内部网络的地址，不予探测")
    return min(found), port


def _one(parts: SplitResult, ends: float, *, private: bool) -> tuple[int, str, str]:
    address, port = address_of(parts, private=private)
    host = parts.hostname or ""
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not path.isascii() or re.search(r"[\x00-\x20\x7f]", path):
        raise Unreachable("网址中有不能发送的字符")
    connection: http.client.HTTPConnection | None = None
    try:
        line = socket.create_connection((address, port), timeout=_left(ends))
        connection = http.client.HTTPConnection(host, port, timeout=_left(ends))
        connection.sock = ssl.create_default_context().wrap_socket(line, server_hostname=host) if parts.scheme == "https" else line
        connection.request("GET", path, headers={"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "identity", "Connection": "close"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location", "") or "", _read(answer, connection, ends)
    except TimeoutError:
        raise Unreachable(f"{SECONDS:.0f} 秒内没有回应") from None
    except ssl.SSLError:
        raise Unreachable("证书或者加密连接有误") from None
    except (OSError, http.client.HTTPException, UnicodeError):
        raise Unreachable("不能连接，或者回应不合规") from None
    finally:
        if connection is not None:
            connection.close()


def _read(answer: http.client.HTTPResponse, connection: http.client.HTTPConnection, ends: float) -> str:
    """The body up to the limit; a server that drips is not waited for."""
    got = b""
    while len(got) < MOST_BYTES:
        if connection.sock is not None:
            connection.sock.settimeout(_left(ends))
        part = answer.read1(65536)
        if not part:
            break
        got += part
        _left(ends)
    charset = answer.headers.get_content_charset() or _declared(got)
    try:
        return got[:MOST_BYTES].decode(charset, "replace")
    except LookupError:
        return got[:MOST_BYTES].decode("utf-8", "replace")


def _declared(got: bytes) -> str:
    found = re.search(rb"charset=[\"']?([\w-]{2,20})", got[:2048])
    return found[1].decode("ascii") if found else "utf-8"


def _left(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


_DATES = re.compile(r"(20\d{2})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})(?!\d)")


def newest(text: str, today: date) -> date | None:
    """The latest day that a page tells, not after today: the age of its newest entry. None where it tells none."""
    found = []
    for year, month, day in _DATES.findall(text):
        try:
            found.append(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return max((day for day in found if day <= today), default=None)
