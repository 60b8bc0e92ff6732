"""The Chromium that the browser tests drive: one for each module, looked at before it is used, and told of when it died.

A browser is a program of others that may fall over on a busy machine. That is no defect of the pages, but it must not pass for
a green run either: a run in which Chromium died ends with `DIED`, and the Makefile runs the browser tests once more, from anew.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

DIED = 75
"""The exit status of a run in which a browser died by itself (EX_TEMPFAIL of sysexits.h)."""
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",  # a container's /dev/shm may be a few megabytes
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]
TRIES = 3
deaths: list[str] = []
"""The versions of the browsers that died in this run."""


def chromium_path() -> str | None:
    """The Chromium of this machine, if there is one."""
    return shutil.which(os.environ.get("FADU_CHROMIUM", "chromium"))


def _mourn(browser: Any) -> None:
    deaths.append(browser.version)


def _launch(playwright: Any) -> Any:
    """A browser that has shown a page; one that cannot is started again."""
    from playwright.sync_api import Error

    for left in reversed(range(TRIES)):
        try:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGS)
            page = browser.new_page()
            page.set_content("法度")
            page.close()
        except Error:
            if not left:
                raise
        else:
            browser.on("disconnected", _mourn)
            return browser
    raise AssertionError


@contextmanager
def driven() -> Iterator[Any]:
    """A browser, and an end to it. What it writes on standard error is shown with a test that fails."""
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright keeps a loop running in this thread
        with sync_playwright() as playwright:
            browser = _launch(playwright)
            yield browser
            browser.remove_listener("disconnected", _mourn)
            browser.close()
