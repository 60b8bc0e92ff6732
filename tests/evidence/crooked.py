"""Files as they ought not to be, and their honest twins."""

import io
import struct
import zipfile
import zlib

from pypdf import PdfWriter

from tests.evidence.conftest import picture


def paper() -> bytes:
    out, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(out)
    return out.getvalue()


def packed(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, body in entries.items():
            archive.writestr(zipfile.ZipInfo(name) if method == zipfile.ZIP_STORED else name, body)
    return out.getvalue()


def word(macro: bool = False) -> bytes:
    entries = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}
    return packed({**entries, **({"word/vbaProject.bin": b"x"} if macro else {})})


def bomb() -> bytes:
    """40 MB of nothing in 40 KB."""
    return packed({"a.txt": bytes(40 << 20)})


def nested(depth: int) -> bytes:
    inner = packed({"a.txt": b"x" * 100})
    for number in range(depth):
        inner = packed({f"{number}.zip": inner})
    return inner


def overlapping() -> bytes:
    """Two entries of the directory that share the same bytes (as in the better zip bomb of David Fifield)."""
    whole = packed({"aa.txt": b"x" * 100_000, "bb.txt": b"y" * 100_000})
    directory = whole.index(b"PK\x01\x02")
    second = whole.index(b"PK\x01\x02", directory + 4)
    first_local = struct.unpack_from("<I", whole, directory + 42)[0]
    changed = bytearray(whole)
    struct.pack_into("<I", changed, second + 42, first_local)
    for offset in (16, 20, 24):  # checksum, packed and unpacked size are those of the first
        changed[second + offset : second + offset + 4] = changed[directory + offset : directory + offset + 4]
    changed[second + 46 : second + 52] = b"aa.txt"
    return bytes(changed)


def lying() -> bytes:
    """An entry that says 10 bytes and holds a million."""
    whole = bytearray(packed({"a.txt": bytes(1_000_000)}))
    directory = whole.index(b"PK\x01\x02")
    struct.pack_into("<I", whole, directory + 24, 10)
    struct.pack_into("<I", whole, 22, 10)
    return bytes(whole)


def locked() -> bytes:
    whole = bytearray(packed({"a.txt": b"secret"}))
    whole[6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    return bytes(whole)


def gif(comment: bytes = b"") -> bytes:
    plain = picture("GIF")
    return plain if not comment else plain[:6] + comment + plain[8:]


def wide() -> bytes:
    """A PNG of a few bytes that claims 60,000 × 60,000 pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )
