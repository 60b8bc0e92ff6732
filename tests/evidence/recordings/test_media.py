"""The worker: what is read of a film, what is made of it, and that the original stays as it was."""

import hashlib
import json
import os
import subprocess
from datetime import timedelta

import pytest
from django.utils import timezone

from fadu.evidence import vault
from fadu.evidence.recordings.media import tools, working
from fadu.evidence.recordings.models import Derived, Job, JobState, Recording, Technical
from tests.evidence.recordings.made import JPEG, recorded

pytestmark = pytest.mark.django_db


def work() -> None:
    """The jobs of these tests were entered in their own November: let them be due now."""
    Job.objects.update(next_try=timezone.now() - timedelta(seconds=1))
    assert working.work_once()


def bytes_of(row: Derived) -> bytes:
    with vault.opened(row.id, row.size) as source:
        return source.read()


def probed(data: bytes, tmp_path) -> dict:
    """What ffprobe says of bytes, asked here anew."""
    file = tmp_path / "probed"
    file.write_bytes(data)
    asked = [tools.ffprobe(), "-v", "error", "-print_format", "json", "-show_format", "-show_streams", str(file)]
    return json.loads(subprocess.run(asked, capture_output=True, check=True, timeout=60).stdout)


def test_a_film_becomes_a_copy_that_every_browser_plays(bureau, recorder, films, tmp_path):
    row = recorded(bureau.who("liwei"), recorder, file=films.video)
    before = films.video.read_bytes()
    work()
    assert Job.objects.get().state == JobState.DONE
    technical = Technical.objects.get(recording=row)
    assert technical.seconds == pytest.approx(4, abs=0.2)
    assert [stream["codec"] for stream in technical.streams] == ["mpeg4", "aac"]
    assert timezone.localtime(technical.created_at).isoformat() == "2026-11-02T09:30:00+08:00"
    web = bytes_of(row.derived.get(kind="web"))
    told = probed(web, tmp_path)
    assert [stream["codec_name"] for stream in told["streams"]] == ["h264", "aac"]
    assert web.index(b"moov") < web.index(b"mdat")  # faststart: it plays before it has come whole
    with vault.opened(row.original_id, row.original.size) as source:
        kept = source.read()
    assert kept == before
    assert hashlib.sha256(kept).hexdigest() == row.original.sha256
    assert row.derived.get(kind="poster").media == "image/jpeg"


def test_places_and_names_within_a_film_go_nowhere(bureau, recorder, films):
    row = recorded(bureau.who("liwei"), recorder, file=films.video)
    original = films.video.read_bytes()
    assert b"loci" in original
    assert "张三".encode() in original
    work()
    for made in row.derived.all():
        assert b"loci" not in bytes_of(made)
        assert "张三".encode() not in bytes_of(made)
    kept = json.dumps([Technical.objects.get().streams, Technical.objects.get().container], ensure_ascii=False)
    assert "38.0428" not in kept
    assert "张三" not in kept


def test_sound_becomes_m4a_and_has_no_picture(bureau, recorder, films, tmp_path):
    row = recorded(bureau.who("liwei"), recorder, file=films.audio)
    work()
    assert [(made.kind, made.media) for made in row.derived.all()] == [("web", "audio/mp4")]
    assert probed(bytes_of(row.derived.get()), tmp_path)["streams"][0]["codec_name"] == "aac"


def test_a_photograph_is_made_smaller_and_loses_its_exif(bureau, recorder, films, tmp_path):
    row = recorded(bureau.who("liwei"), recorder, file=films.photo)
    work()
    web = bytes_of(row.derived.get(kind="web"))
    assert probed(web, tmp_path)["streams"][0]["width"] == 1600
    assert b"Exif" in films.photo.read_bytes()
    assert b"Exif" not in web
    assert b"GPS" not in web


def test_nothing_unsealed_stays_behind(bureau, recorder, films, settings):
    recorded(bureau.who("liwei"), recorder, file=films.video)
    work()
    assert list((settings.DATA / "tmp").iterdir()) == []
    for file in (settings.DATA / "originals").rglob("*"):
        assert not file.is_file() or (b"ftyp" not in file.read_bytes()[:64] and b"JFIF" not in file.read_bytes()[:64])


def test_what_can_not_be_read_is_told_and_tried_four_times(bureau, recorder, settings):
    row = recorded(bureau.who("liwei"), recorder, file=JPEG)
    for tries in range(1, working.MOST + 1):
        work()
        job = Job.objects.get()
        assert (job.tries, bool(job.error)) == (tries, True)
        assert job.state == (JobState.FAILED if tries == working.MOST else JobState.WAITING)
    assert not working.work_once()
    assert not Derived.objects.exists()
    assert vault.digest(row.original_id, row.original.size) == row.original.sha256
    assert list((settings.DATA / "tmp").iterdir()) == []


def test_without_the_tools_it_waits_and_says_what_is_missing(bureau, recorder, films, monkeypatch):
    recorded(bureau.who("liwei"), recorder, file=films.video)
    monkeypatch.setenv("FADU_FFPROBE", "/nowhere/ffprobe")
    work()
    job = Job.objects.get()
    assert (job.state, job.tries) == (JobState.WAITING, 0)
    assert "apt install ffmpeg" in job.error
    assert "/nowhere" not in job.error
    monkeypatch.delenv("FADU_FFPROBE")
    work()
    assert Job.objects.get().state == JobState.DONE


def test_a_worker_that_died_is_followed_by_another(bureau, recorder, films):
    recorded(bureau.who("liwei"), recorder, file=films.video)
    Job.objects.update(taken_until=timezone.now() + timedelta(hours=1), next_try=timezone.now() - timedelta(hours=1))
    assert not working.work_once()
    Job.objects.update(taken_until=timezone.now() - timedelta(seconds=1))
    assert working.work_once()
    assert Recording.objects.get().derived.count() == 2


@pytest.mark.parametrize("lure", ["ffconcat version 1.0\nfile '{0}'\n", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://{0}\n#EXT-X-ENDLIST\n"])
def test_a_play_list_leads_to_no_other_file(lure, films, tmp_path):
    """A file that names another one is not followed: it is no container."""
    from fadu.evidence.recordings.media.probing import probe

    file = tmp_path / "lure"
    file.write_text(lure.format(films.video))
    with pytest.raises(tools.Unreadable):
        probe(file)


def test_a_program_that_does_not_end_is_stopped():
    started = timezone.now()
    with pytest.raises(tools.Unreadable, match="已经停止"):
        tools.run(["sleep", "30"], seconds=1)
    assert timezone.now() - started < timedelta(seconds=10)


def test_the_limits_hold_in_the_child_and_not_here():
    told = tools.run(["sh", "-c", "ulimit -v; ulimit -n; env | grep -c FADU || true"], seconds=20).decode().split()
    assert told == [str(tools.MEMORY // 1024), "64", "0"]
    assert os.environ["FADU_DATA"]
