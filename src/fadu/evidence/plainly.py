"""Files that come with a form, for browsers without scripts: what is large goes to the disk sealed, never in the clear.

In place of Django's handler of temporary files for the whole platform; what fits into memory is left to Django's.
"""

import io
import os
import tempfile
from bisect import bisect_right
from typing import Any, Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

PLAIN: Final = 64 << 20
"""Bytes of the files that may come with a form, together."""
_OVER: Final = 16


class SealedHandler(FileUploadHandler):
    """Receives the files of a form; those beyond `PLAIN` bytes are passed over, and the view can say so (`too_large_of`)."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._all = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        super().new_file(*args, **kwargs)
        self._file = _Sealed()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - as Django calls it
        """A part of it."""
        self._all += len(raw_data)
        if self._all > PLAIN:
            passed = self.request.__dict__.setdefault("_fadu_too_large", [])
            passed.append((self.field_name, self.file_name))
            self._file.close()
            raise SkipFile
        self._file.add(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        """It is whole."""
        return UploadedFile(io.BufferedReader(self._file, 1 << 16), self.file_name, self.content_type, file_size, self.charset, self.content_type_extra)


def too_large_of(request: HttpRequest, field: str) -> list[str]:
    """Names of the files of a field that were too large for a form."""
    return [name for of, name in getattr(request, "_fadu_too_large", ()) if of == field]


class _Sealed(io.RawIOBase):
    """A file without a name on the disk, sealed with a key that only this process has and forgets with it."""

    def __init__(self) -> None:
        self._file, self._cipher = tempfile.TemporaryFile(), AESGCM(AESGCM.generate_key(256))  # noqa: SIM115 - closed with this one
        self._starts, self._places, self._at = [0], [0], 0
        self._held: tuple[int, bytes] = (-1, b"")

    def add(self, part: bytes) -> None:
        """Append a part; parts are sealed as they come."""
        number = len(self._starts) - 1
        self._file.seek(self._places[-1])
        self._file.write(self._cipher.encrypt(number.to_bytes(12, "big"), part, None))
        self._starts.append(self._starts[-1] + len(part))
        self._places.append(self._places[-1] + len(part) + _OVER)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._at = max(0, offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._starts[-1]}[whence])
        return self._at

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        if self._at >= self._starts[-1]:
            return 0
        number = bisect_right(self._starts, self._at) - 1
        if self._held[0] != number:
            self._file.seek(self._places[number])
            sealed = self._file.read(self._places[number + 1] - self._places[number])
            self._held = (number, self._cipher.decrypt(number.to_bytes(12, "big"), sealed, None))
        within = self._at - self._starts[number]
        part = self._held[1][within : within + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def close(self) -> None:
        self._file.close()
        super().close()
