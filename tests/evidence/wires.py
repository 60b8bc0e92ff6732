"""A line between browser and server that can be cut."""

import socket
import threading
from collections.abc import Sequence
from contextlib import suppress


class Wire:
    """A TCP proxy on loopback. It cuts every connection when so many bytes have gone up, once for each of `cuts`.

    Attributes:
        up: bytes that went to the server.
        cut: how often it was cut.
    """

    def __init__(self, port: int, cuts: Sequence[int] = ()) -> None:
        self.target, self.cuts, self.up, self.cut = port, list(cuts), 0, 0
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listener.close()
        self.break_all()

    def break_all(self) -> None:
        """Cut what is open, without a word."""
        with self._lock:
            for line in self._open:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
                line.close()
            self._open.clear()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                try:
                    server = socket.create_connection(("127.0.0.1", self.target), timeout=5)
                except OSError:
                    client.close()
                    continue
                server.settimeout(None)
                with self._lock:
                    self._open |= {client, server}
                threading.Thread(target=self._carry, args=(client, server, True), daemon=True).start()
                threading.Thread(target=self._carry, args=(server, client, False), daemon=True).start()

    def _carry(self, source: socket.socket, to: socket.socket, up: bool) -> None:
        with suppress(OSError):
            while data := source.recv(1 << 16):
                to.sendall(data)
                if up:
                    self._count(len(data))
        for line in (source, to):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()
        with self._lock:
            self._open -= {source, to}

    def _count(self, length: int) -> None:
        with self._lock:
            self.up += length
            due = bool(self.cuts) and self.up >= self.cuts[0]
            if due:
                self.cuts.pop(0)
                self.cut += 1
        if due:
            self.break_all()
