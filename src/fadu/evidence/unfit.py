"""Why something handed in is not taken: a stable code for machines, a sentence for people. Nothing of it is kept."""

from http import HTTPStatus
from typing import Final

CHECKSUM_MISMATCH: Final = 460
"""As tus 1.0 says it."""

CODES: Final[dict[str, int]] = {
    "fadu:upload-name": HTTPStatus.UNPROCESSABLE_ENTITY,
    "fadu:upload-use": HTTPStatus.UNPROCESSABLE_ENTITY,
    "fadu:upload-empty": HTTPStatus.UNPROCESSABLE_ENTITY,
    "fadu:upload-too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "fadu:upload-type": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "fadu:upload-extension": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "fadu:upload-polyglot": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "fadu:upload-damaged": HTTPStatus.UNPROCESSABLE_ENTITY,
    "fadu:upload-bomb": HTTPStatus.UNPROCESSABLE_ENTITY,
    "fadu:upload-archive": HTTPStatus.UNPROCESSABLE_ENTITY,
    "fadu:upload-malware": HTTPStatus.UNPROCESSABLE_ENTITY,
    "fadu:upload-checksum": CHECKSUM_MISMATCH,
    "fadu:upload-many": HTTPStatus.TOO_MANY_REQUESTS,
    "fadu:upload-no-space": HTTPStatus.INSUFFICIENT_STORAGE,
}
"""Every code, with the status it is answered with."""


class Unfit(Exception):
    """What was handed in is not taken, and nothing of it stays.

    Attributes:
        code: one of `CODES`.
        detail: what is wrong and what to do, in Chinese.
        status: of the answer.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code, self.detail, self.status = code, detail, int(CODES[code])


class Later(Exception):
    """It can't be taken now and can soon: the scanner does not answer, the store does not. What has come is kept."""

    code = "fadu:upload-later"
    status = int(HTTPStatus.SERVICE_UNAVAILABLE)

    def __init__(self, detail: str, seconds: int = 30) -> None:
        super().__init__(detail)
        self.detail, self.seconds = detail, seconds
