"""Settings of the tests: SQLite in a scratch folder, or PostgreSQL when FADU_TEST_DATABASE_URL is set.

FADU_TEST_TEMPLATE names the database that test databases copy (`.ci/run` makes one in UTF-8 and C.UTF-8).
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path


def _scratch() -> str:
    """A folder of this run, removed at its end; of each worker its own when tests run side by side."""
    given = os.environ.get("FADU_DATA", "")
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if given and (not worker or Path(given).name == worker):
        return given
    if given:
        return str(Path(given) / worker)
    fresh, owner = tempfile.mkdtemp(prefix="fadu-test-"), os.getpid()
    atexit.register(lambda: os.getpid() == owner and shutil.rmtree(fresh, ignore_errors=True))
    return fresh


os.environ["FADU_DATA"] = _scratch()
os.environ["FADU_DATABASE_URL"] = os.environ.get("FADU_TEST_DATABASE_URL", "")

from fadu.site.settings import *  # noqa: E402, F403 - the settings proper, after the environment is set
from fadu.site.settings import DATABASES  # noqa: E402

TESTING = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # signing in is not what most tests are about
if os.environ["FADU_DATABASE_URL"] and (template := os.environ.get("FADU_TEST_TEMPLATE")):
    DATABASES["default"]["TEST"] = {"TEMPLATE": template, "CHARSET": "UTF8"}
