"""Files that come with a form, for browsers without scripts: what is large goes to the disk sealed, never in the clear.

In place of Django's handler of temporary files for the whole platform; what fits into memory is left to Django's.
"""

import io
import tempfile
from typing import Any, Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from fadu.evidence.parts import Parted

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


class _Sealed(Parted):
    """A file without a name on the disk, sealed with a key that only this process has and forgets with it."""

    def __init__(self) -> None:
        self._file, self._cipher = tempfile.TemporaryFile(), AESGCM(AESGCM.generate_key(256))  # noqa: SIM115 - closed with this one
        self._ends, self._places = [0], [0]
        super().__init__(self._ends)

    def add(self, part: bytes) -> None:
        """Append a part; parts are sealed as they come."""
        number = len(self._ends) - 1
        self._file.seek(self._places[-1])
        self._file.write(self._cipher.encrypt(number.to_bytes(12, "big"), part, None))
        self._ends.append(self._ends[-1] + len(part))
        self._places.append(self._places[-1] + len(part) + _OVER)

    def _opened(self, number: int) -> bytes:
        self._file.seek(self._places[number])
        return self._cipher.decrypt(number.to_bytes(12, "big"), self._file.read(self._places[number + 1] - self._places[number]), None)

    def close(self) -> None:
        self._file.close()
        super().close()
