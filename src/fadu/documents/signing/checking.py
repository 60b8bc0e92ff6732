"""Whether the signature in a PDF holds: over every byte, by whose key, from when. Trust is that of the roots given."""

import io
from dataclasses import dataclass
from datetime import datetime

from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import SignatureCoverageLevel, async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from fadu.documents.signing import pades


@dataclass(frozen=True, slots=True)
class Check:
    """What was found.

    Attributes:
        whole: the signature is intact, of a trusted chain, and nothing was changed after it but what proves it.
        intact: the signed bytes are those that were signed.
        trusted: the certificate leads up to the roots.
        says: in words, where something is wrong.
        stamped_at: the time of the time stamp in it.
        stamp_intact: that time stamp is of this signature.
        stamp_trusted: its authority is one of those trusted.
    """

    whole: bool
    intact: bool
    trusted: bool
    says: str = ""
    stamped_at: datetime | None = None
    stamp_intact: bool = False
    stamp_trusted: bool = False


NONE = Check(whole=False, intact=False, trusted=False, says="文件里没有签名")
BROKEN = Check(whole=False, intact=False, trusted=False, says="文件或者签名已被改动，不能核验")


def check(pdf: bytes, roots: str, stamp_roots: str = "") -> Check:
    """What the signature of a PDF says; whatever is wrong with the bytes is an answer, never an error."""
    try:
        embedded = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
        if not embedded:
            return NONE
        trust = ValidationContext(trust_roots=pades.certificates(roots), allow_fetching=False, revocation_mode="soft-fail")
        stamping = ValidationContext(trust_roots=pades.certificates(stamp_roots), allow_fetching=False, revocation_mode="soft-fail")
        status = pades.apart(async_validate_pdf_signature(embedded[0], trust, ts_validation_context=stamping, skip_diff=False))
    except (PdfReadError, SignatureValidationError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, OSError):
        return BROKEN
    covers = status.coverage in {SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION}
    intact = bool(status.intact and status.valid and covers)
    unchanged = status.coverage is SignatureCoverageLevel.ENTIRE_FILE or bool(status.docmdp_ok)
    stamp = status.timestamp_validity
    says = "" if intact and unchanged else "签名之后文件被改动过"
    if intact and unchanged and not status.trusted:
        says = "签名完整，但是证书链没有通向受信任的根证书"
    whole = intact and unchanged and bool(status.trusted)
    return Check(
        whole,
        intact,
        bool(status.trusted),
        says,
        stamp.timestamp if stamp else None,
        bool(stamp and stamp.intact and stamp.valid),
        bool(stamp and stamp.trusted),
    )
