"""A file that lies in sealed parts, to be read and sought in as one."""

import io
import os
from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Sequence


class Parted(io.RawIOBase):
    """The bytes of all parts, one after the other; whoever has the parts says how one is opened. The last that was opened is held.

    Args:
        starts: where each part begins, and at the end how many bytes there are; more may be appended while it is written.
    """

    def __init__(self, starts: Sequence[int]) -> None:
        self._starts, self._at = starts, 0
        self._held: tuple[int, bytes] = (-1, b"")

    @abstractmethod
    def _opened(self, number: int) -> bytes:
        """The bytes of a part."""

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """Where the next byte is read."""
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go elsewhere."""
        self._at = max(0, offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._starts[-1]}[whence])
        return self._at

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        """Some bytes, at most to the end of a part."""
        if self._at >= self._starts[-1]:
            return 0
        number = bisect_right(self._starts, self._at) - 1
        if self._held[0] != number:
            self._held = (number, self._opened(number))
        within = self._at - self._starts[number]
        part = self._held[1][within : within + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)
