"""Who marks which paper: drawn by the exam's own secret, so that nobody chooses a marker for a candidate and anybody can repeat the draw.

No marker is the candidate. Of the two, at most one serves in the candidate's own organ, so that no unit marks its own people alone;
the third, who decides, serves in another.
"""

from datetime import datetime
from hashlib import sha256

from fadu.agencies.exams.drawing import Stream, seed_of
from fadu.agencies.exams.kinds import Part
from fadu.agencies.exams.models import Marker, Script, Sitting
from fadu.agencies.models import Officer


def distribute(sitting: Sitting, at: datetime) -> int:
    """Give a locked paper to the two who mark it, as far as there are any; how many were given."""
    done = 0
    for part in (Part.FIRST, Part.SECOND):
        done += give(sitting, part, at)
    return done


def give(sitting: Sitting, part: Part, at: datetime) -> int:
    """Give a paper to one more marker in this part; 0 where somebody has it already, or nobody may."""
    if Script.objects.filter(sitting=sitting, part=part, released_at__isnull=True).exists():
        return 0
    found = candidates(sitting, part)
    if not found:
        return 0
    seed = seed_of(sitting.exam.secret or "", sitting.exam_id, sitting.officer_id, sitting.attempt)
    drawn = Stream(sha256(seed + part.value.encode()).digest()).shuffled(found, 1)[0]
    Script.objects.create(sitting=sitting, officer=drawn, part=part, given_at=at)
    return 1


def candidates(sitting: Sitting, part: Part) -> list[Officer]:
    """Who may mark a paper in a part, in the order of their numbers."""
    had = Script.objects.filter(sitting=sitting)
    own_already = any(script.officer.organ_id == sitting.organ_id for script in had.filter(released_at__isnull=True).select_related("officer"))
    named = Marker.objects.filter(exam_id=sitting.exam_id, arbiter=part is Part.ARBITER).exclude(officer_id=sitting.officer_id)
    named = named.exclude(officer_id__in=had.values("officer_id")).select_related("officer").order_by("officer_id")
    apart = part is Part.ARBITER or own_already
    return [marker.officer for marker in named if not (apart and marker.officer.organ_id == sitting.organ_id)]
