"""What a file is, by its first bytes and never by its name: the few kinds that prove a service."""


def kind_of(content: bytes) -> str | None:
    """The media type of a picture or PDF; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return "application/pdf" if content.startswith(b"%PDF-") else None
