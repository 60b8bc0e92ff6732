"""Telling a person at a terminal how far long work is; a pipe or a log file is told nothing."""

import os
import sys
from getpass import getpass
from pathlib import Path
from time import monotonic
from typing import Final

WIDTH: Final = 32
EVERY: Final = 0.1
"""Seconds between two drawings."""


class Bar:
    """A progress bar on the error stream."""

    def __init__(self, label: str) -> None:
        self._label, self._drawn = label, 0.0
        self._shown = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Draw `done` of `total`."""
        if self._shown and (monotonic() - self._drawn > EVERY or done >= total):
            self._drawn = monotonic()
            filled = WIDTH * done // max(total, 1)
            sys.stderr.write(f"\r{self._label} {'█' * filled}{'░' * (WIDTH - filled)} {done}/{total}")
            sys.stderr.flush()

    def end(self) -> None:
        """Clear the line."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def passphrase(file: Path | None, *, twice: bool = False) -> str:
    """A passphrase out of a file, the environment, or the keyboard."""
    if file is not None:
        return file.read_text("utf-8").rstrip("\r\n")
    if given := os.environ.get("FADU_BACKUP_PASSPHRASE"):
        return given
    typed = getpass("备份口令：")
    if twice and getpass("再输一次：") != typed:
        raise OSError("两次输入的口令不同")
    return typed
