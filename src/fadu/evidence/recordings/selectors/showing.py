"""What the page of one recording shows beside the player."""

from typing import Any

from fadu.accounts.actors import Actor
from fadu.cases.models import Step as StepRow
from fadu.evidence.recordings import selectors
from fadu.evidence.recordings.models import Job, Marker, Recording, Technical
from fadu.evidence.recordings.models.recording import OFF
from fadu.law.registry import step_label

READINGS = 50
"""Readings shown at once, the latest first."""


def shown(_actor: Actor, recording: Recording) -> dict[str, Any]:
    """Markers, readings, steps, technical data, and what does not agree; the caller has checked that it may be seen."""
    technical = Technical.objects.filter(recording=recording).first()
    seqs = recording.tie.seqs if recording.case_id else []
    markers = list(Marker.objects.filter(recording=recording).select_related("leaf").order_by("second", "id"))
    names = dict(
        StepRow.objects.filter(case_id=recording.case_id, seq__in={*seqs, *(mark.seq for mark in markers if mark.seq)}).values_list("seq", "name")
        if recording.case_id
        else ()
    )
    return {
        "technical": technical,
        "job": Job.objects.filter(recording=recording).first(),
        "derived": {row.kind: row for row in recording.derived.all()},
        "markers": [(mark, clock(mark.second), step_label(names[mark.seq]) if mark.seq in names else "") for mark in markers],
        "steps": [(seq, step_label(names[seq])) for seq in seqs if seq in names],
        "readings": list(selectors.readings(recording)[:READINGS]),
        "doubts": list(_doubts(recording, technical)),
        "length": clock(int(technical.seconds)) if technical and technical.seconds else "",
    }


def clock(seconds: int) -> str:
    """Seconds as a player shows them: 1:02:03."""
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def _doubts(recording: Recording, technical: Technical | None) -> list[str]:
    """What does not agree, for people to look into."""
    found = []
    entered = (recording.ended_at - recording.began_at).total_seconds()
    if recording.broken and technical and technical.seconds is not None:
        found.append(
            f"录制中断：登记的起止相差 {clock(int(entered))}，文件只有 {clock(int(technical.seconds))}；其余时段按没有录到计算，请补传其余文件或者说明"
        )
    elif technical and technical.seconds is not None and recording.medium != "photo" and abs(technical.seconds - entered) > OFF:
        found.append(f"登记的起止相差 {clock(int(entered))}，文件长 {clock(int(technical.seconds))}")
    if recording.clock_ahead is None:
        found.append("没有核对设备时钟")
    elif abs(recording.clock_ahead) > OFF:
        found.append(f"设备时钟偏差 {abs(recording.clock_ahead)} 秒，覆盖时段已按标准时间推算")
    return found
