"""Keys of an installation: from the environment, else from a private file made at the first start."""

import base64
import os
import secrets
from pathlib import Path


def text(name: str, data: Path) -> str:
    """The key `name` as text."""
    return os.environ.get(name) or base64.b64encode(_kept(name, data)).decode()


def raw(name: str, data: Path) -> bytes:
    """The key `name` as 32 bytes; raises ValueError when the environment holds something else."""
    given = os.environ.get(name)
    key = base64.b64decode(given) if given else _kept(name, data)
    if len(key) != 32:
        raise ValueError(f"{name}: 32 bytes in base64 are needed")
    return key


def _kept(name: str, data: Path) -> bytes:
    file = data / "keys" / name.lower()
    if not file.exists():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_bytes(secrets.token_bytes(32))
        try:
            os.link(fresh, file)  # whoever comes first wins; the others read its key
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return file.read_bytes()
