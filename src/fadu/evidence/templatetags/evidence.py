"""What pages say of uploads."""

from django import template

from fadu.evidence import kinds
from fadu.evidence.models import Use

register = template.Library()


@register.filter
def takes(use: str) -> str:
    """What may be handed in for a use, in words."""
    return f"可以是{kinds.told(use)}" if use in Use.values else ""


@register.filter
def accepts(use: str) -> str:
    """The same for the file dialogue."""
    return kinds.accept(use) if use in Use.values else ""


@register.filter
def bytes_told(size: int | None) -> str:
    """A size for people."""
    if size is None:
        return "—"
    for unit, word in ((1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")):
        if size >= unit:
            return f"{size / unit:.1f} {word}"
    return f"{size} 字节"
