"""kill -9 in the middle of a hundred concurrent steps: what was acknowledged is there, nothing is half-written, the log verifies."""

import json
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.installation import Installation, database

pytestmark = pytest.mark.long

URL = os.environ.get("FADU_TEST_DATABASE_URL", "")
KINDS = ["sqlite", *(["postgresql"] if URL else [])]
CASES, THREADS, EACH, KILLS = 8, 10, 10, 3


@pytest.fixture(params=KINDS)
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """An installation whose server is ended whatever happens."""
    with database(URL if request.param == "postgresql" else "") as url:
        made = Installation(tmp_path, url)
        try:
            yield made
        finally:
            made.stop()


class Fire:
    """A hundred steps at once by ten threads; what each was answered.

    Attributes:
        acknowledged: step by key, of those answered with 201.
        answered: every status that came.
        sent: every key that was sent, with its case.
    """

    def __init__(self, installation: Installation, seeded: dict[str, Any], name: str) -> None:
        self.installation, self.seeded, self.name = installation, seeded, name
        self.acknowledged: dict[str, str] = {}
        self.answered: list[int] = []
        self.sent: dict[str, str] = {}
        self._lock = threading.Lock()
        self._sessions = [installation.sign_in(who) for who in ("liwei", "wangfang")]
        self._threads = [threading.Thread(target=self._run, args=(number,), daemon=True) for number in range(THREADS)]

    def begin(self) -> None:
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        for thread in self._threads:
            thread.join(90)
        assert not any(thread.is_alive() for thread in self._threads)

    def wait_for(self, number: int) -> None:
        """Until so many steps are acknowledged."""
        until = time.monotonic() + 90
        while len(self.acknowledged) < number and time.monotonic() < until and any(thread.is_alive() for thread in self._threads):
            time.sleep(0.005)
        assert len(self.acknowledged) >= number, f"{len(self.acknowledged)} acknowledged, answers {self.answered}"

    def _run(self, number: int) -> None:
        cases = self.seeded["cases"]
        for turn in range(EACH):
            case, key = cases[(number * 3 + turn) % len(cases)], f"{self.name}:{number}:{turn}"
            with self._lock:
                self.sent[key] = case
            try:
                status, said = self._sessions[number % 2].post(f"/api/cases/{case}/steps/inspect", self.body(key))
            except (OSError, ValueError, EOFError):
                return  # the server is gone
            except Exception as gone:  # noqa: BLE001 - http.client has many words for that
                assert type(gone).__module__ == "http.client", gone  # noqa: PT017
                return
            with self._lock:
                self.answered.append(status)
                if status == 201:
                    self.acknowledged[key] = said["step_id"]

    def body(self, key: str) -> dict[str, Any]:
        return {"data": self.seeded["inspect"], "taken_at": "2026-06-04T09:30", "key": key}


def test_kill_in_the_middle_of_a_hundred_steps_three_times(installation: Installation) -> None:
    seeded = installation.within("seed", str(CASES))
    acknowledged: dict[str, str] = {}
    unanswered: dict[str, str] = {}
    notes: list[str] = []
    for round_ in range(KILLS):
        installation.start()
        fire = Fire(installation, seeded, f"r{round_}")
        fire.begin()
        fire.wait_for((25, 40, 55)[round_ % 3])
        status, _, note = installation.request("GET", "/log/checkpoint")
        if status == 200:
            published = installation.folder / f"checkpoint.{round_}"
            published.write_bytes(note)
            notes.append(str(published))
        installation.kill()
        fire.end()
        assert set(fire.answered) == {201}, fire.answered
        assert len(fire.sent) > len(fire.acknowledged), "the kill came too late: nothing was under way"
        acknowledged |= fire.acknowledged
        unanswered |= {key: case for key, case in fire.sent.items() if key not in fire.acknowledged}
        found = installation.within("check", *notes)
        assert found["faults"] == []
        lost = [key for key, step in acknowledged.items() if found["steps"].get(step, ["", 0, ""])[2] != key]
        assert lost == [], f"acknowledged and gone: {lost}"
    assert notes, "no checkpoint was ever published"
    installation.start()
    session = installation.sign_in("liwei")
    body = Fire(installation, seeded, "again").body
    for key, case in {**dict(list(unanswered.items())[:10]), **{key: found["steps"][step][0] for key, step in list(acknowledged.items())[:10]}}.items():
        status, said = session.post(f"/api/cases/{case}/steps/inspect", body(key))
        assert status == 201
        assert said["repeated"] or key in unanswered
        assert said["step_id"] == acknowledged.get(key, said["step_id"])
    case = seeded["cases"][0]
    assert session.get(f"/cases/{case}/")[0] == 200
    _proved_soon(session, case, said["seq"] if said["case_id"] == case else 3)
    installation.kill()
    after = installation.within("check", *notes)
    assert after["faults"] == []
    keys = [key for _, _, key in after["steps"].values() if key]
    assert len(keys) == len(set(keys)), "a key was recorded twice"
    assert acknowledged.items() <= {key: step for step, (_, _, key) in after["steps"].items()}.items()


def _proved_soon(session: Any, case: str, seq: int) -> None:
    """The worker that was killed with the server goes on after the restart: the step is in the published log."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if session.get(f"/api/cases/{case}/receipts/{seq}")[0] == 200:
            return
        time.sleep(0.3)
    raise AssertionError("the worker does not go on")


def test_processes_on_one_sqlite_draw_each_number_once(tmp_path: Path) -> None:
    installation = Installation(tmp_path)
    seeded = installation.within("seed", "1")
    begun = [installation.begin("numbers", str(seeded["organ"]), "25") for _ in range(4)]
    drawn = [number for process in begun for number in installation.result(process)]
    assert sorted(drawn) == list(range(1, 101))


def test_processes_on_one_sqlite_take_a_step_of_one_key_once(tmp_path: Path) -> None:
    installation = Installation(tmp_path)
    seeded = installation.within("seed", "1")
    case, data = seeded["cases"][0], json.dumps(seeded["inspect"])
    begun = [installation.begin("inspects", case, "k", "3", data) for _ in range(3)]
    made = [taken for process in begun for taken in installation.result(process)]
    assert len({step for step, _, _ in made}) == 1
    assert sorted(repeated for _, _, repeated in made) == [False] + [True] * 8
    begun = [installation.begin("inspects", case, "", "8", data) for _ in range(3)]
    made = [taken for process in begun for taken in installation.result(process)]
    assert sorted(seq for _, seq, _ in made) == list(range(4, 28))
    assert installation.within("check")["faults"] == []
