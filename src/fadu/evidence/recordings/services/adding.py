"""A recording comes in: by the form, or from a docking station with what stands beside the file."""

import logging
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.permissions import require_in, scope
from fadu.agencies.equipment.models import Holding, Room, Thing
from fadu.agencies.locality import set_here
from fadu.agencies.models import Credential, Officer
from fadu.agencies.services.keeping import entered
from fadu.cases.models import Case
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.numbers import next_number
from fadu.evidence import services as evidence
from fadu.evidence.models import Original, Use
from fadu.evidence.recordings import forms
from fadu.evidence.recordings.models import Job, Medium, Recording
from fadu.evidence.recordings.services import tying
from fadu.evidence.recordings.services.contents import recording_content
from fadu.evidence.sidecars import Sidecar
from fadu.law.filming.scenes import Kind
from fadu.law.forms import Invalid

logger = logging.getLogger("fadu.recordings")

AHEAD = timedelta(minutes=5)
"""So much later than now a device may say that it recorded, before its deviation must be entered."""


@transaction.atomic
def add(actor: Actor, original: Original, data: Mapping[str, Any]) -> "tuple[Recording, tying.Outcome | None]":
    """Enter an original that was handed in as a recording, and tie it to its case where one is chosen; raises Invalid, NotAllowed."""
    require_in(actor, "evidence.add", original.organ_id)
    values = _entered(actor, original.organ_id, data)
    case = _case(actor, original.organ_id, values)
    seqs = tying.seqs_of(case, values["seqs"])
    if original.use != Use.RECORDING or Recording.objects.filter(original=original).exists():
        raise Invalid({"original": "这个原件不是作为音像记录存入的，或者已经登记"})
    recording = _add(actor, original, values)
    return recording, tying.tie(actor, recording.id, case.id, seqs) if case else None


def ingested(original: Original, sidecar: Sidecar) -> Recording | None:
    """Answer a docking station: what it tells is entered; what does not suffice waits for a person, and is told. May be asked twice."""
    if original.use != Use.RECORDING or medium_of(original.media) is None or Recording.objects.filter(original=original).exists():
        return None
    device = Thing.objects.filter(organ_id=original.organ_id, number=sidecar.device, kind__in=forms.RECORDERS).first()
    began, ended = sidecar.begin, sidecar.end
    officer = _known(original.organ_id, sidecar.officer) or (holder_of(device, began) if device and began else None)
    if began is None or ended is None or ended < began or device is None or officer is None:
        logger.warning("采集站送来的音像资料缺少设备、人员或者起止时间，没有登记：%s", original.id)
        return None
    scene, place, ahead = (sidecar.more.get(name, "") for name in ("scene", "place", "clock_ahead"))
    values = {
        "scene": scene if scene in {kind.value for kind in Kind} else Kind.OTHER.value, "device": device, "officer": officer, "room": None,
        "place": place[:200] or "（采集站没有报送）", "began_at": began, "ended_at": ended,
        "clock_ahead": int(ahead) if re.fullmatch(r"-?[0-9]{1,7}", ahead) else None, "stored_at": None, "store": None,
    }  # fmt: skip
    with transaction.atomic():
        return _add(SYSTEM, original, values)


def medium_of(media: str) -> Medium | None:
    """Sound, picture in motion, or photograph; None for what is no recording."""
    return {"video": Medium.VIDEO, "audio": Medium.AUDIO, "image": Medium.PHOTO}.get(media.split("/", 1)[0])


def _known(organ_id: int, told: str) -> Officer | None:
    """Who is meant by the number of a credential, or by a name that only one has."""
    if not told:
        return None
    card = Credential.objects.filter(number=told, officer__organ_id=organ_id).select_related("officer").first()
    if card is not None:
        return card.officer
    named = list(Officer.objects.filter(organ_id=organ_id, name=told, ends_on__isnull=True)[:2])
    return named[0] if len(named) == 1 else None


def holder_of(device: Thing, moment: datetime) -> Officer | None:
    """Who held the device when it recorded, by the register of equipment."""
    day = timezone.localdate(moment)
    held = Holding.objects.filter(Q(until__isnull=True) | Q(until__gt=day), thing=device, since__lte=day).select_related("officer").first()
    return held.officer if held else None


def is_late(ended: datetime, in_store: datetime) -> bool:
    """Whether a recording came in later than the hours of the place allow (黑政办发〔2019〕26号二(二)4(1))."""
    hours = set_here("recording.upload.hours", timezone.localdate(ended))
    return hours is not None and in_store - ended > timedelta(hours=int(hours.value))


def _add(actor: Actor, original: Original, values: Mapping[str, Any]) -> Recording:
    recording = Recording(id=new_id(), organ_id=original.organ_id, original=original, uploaded_at=original.kept_at)
    medium = medium_of(original.media)
    if medium is None:
        raise Invalid({"original": "不是录像、录音或者照片（按内容识别，与文件名无关）"})
    recording.medium = medium
    for name in ("scene", "device", "officer", "room", "place", "began_at", "ended_at", "clock_ahead", "stored_at", "store"):
        setattr(recording, name, values[name])
    year = timezone.localdate(recording.uploaded_at).year
    recording.number = f"{original.organ.short_name}像〔{year}〕{next_number(original.organ_id, '像', year)}号"
    recording.late = is_late(recording.ended, recording.in_store)
    recording.by_user, recording.by_officer, recording.by_name = actor.user_id, actor.officer_id, actor.name
    recording.leaf = evidence.leaf_of("recording", recording.id, None, recording_content(recording), recording.uploaded_at)
    recording.save(force_insert=True)
    Job.objects.create(recording=recording, next_try=now())
    return recording


def _case(actor: Actor, organ_id: int, values: Mapping[str, Any]) -> Case | None:
    chosen = values["case"]
    return Case.objects.filter(scope(actor, "case.see"), organ_id=organ_id, pk=chosen).first() if chosen else None


def _entered(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> dict[str, Any]:
    """The form as columns hold it; raises Invalid."""
    wanted = str(data.get("case", ""))
    cases = Case.objects.filter(scope(actor, "case.see"), organ_id=organ_id, pk=wanted) if _uuid(wanted) else Case.objects.none()
    values = entered(forms.with_choices(forms.UPLOAD, organ_id, cases), data)
    values["device"] = Thing.objects.filter(pk=values["device"]).first() if values["device"] else None
    values["store"] = Thing.objects.filter(pk=values["store"]).first() if values["store"] else None
    values["officer"] = Officer.objects.filter(pk=values["officer"]).first() if values["officer"] else None
    values["room"] = Room.objects.filter(pk=values["room"]).first() if values["room"] else None
    values["clock_ahead"] = {"right": 0, "ahead": values["clock_seconds"] or 0, "behind": -(values["clock_seconds"] or 0)}.get(values["clock_ahead"])
    values["began_at"], values["ended_at"], values["stored_at"] = (_aware(values[name]) for name in ("began_at", "ended_at", "stored_at"))
    _sound(values)
    if values["officer"] is None and values["device"] is not None:
        values["officer"] = holder_of(values["device"], values["began_at"])
    if values["officer"] is None and values["room"] is None:
        raise Invalid({"officer": "请选择记录人：装备台账没有登记当时由谁持有这台设备"})
    return values


def _sound(values: Mapping[str, Any]) -> None:
    """Times must be able to be true; raises Invalid."""
    errors = {}
    latest = now() + AHEAD + timedelta(seconds=max(values["clock_ahead"] or 0, 0))
    if values["ended_at"] < values["began_at"]:
        errors["ended_at"] = "结束不能早于开始"
    elif values["ended_at"] > latest:
        errors["ended_at"] = "结束时间晚于现在；设备时钟快的，填写偏差"
    elif values["ended_at"] - values["began_at"] > timedelta(days=7):
        errors["ended_at"] = "一段音像记录不会超过七天，请核对"
    if bool(values["store"]) != bool(values["stored_at"]):
        errors["stored_at"] = "专用存储器和存入时间应当一起填写"
    elif values["stored_at"] and values["stored_at"] > now() + AHEAD:
        errors["stored_at"] = "存入时间不能晚于现在"
    if errors:
        raise Invalid(errors)


def _aware(value: Any) -> datetime | None:
    if not value:
        return None
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


def _uuid(text: str) -> bool:
    return len(text) == 36 and all(sign in "0123456789abcdef-" for sign in text)
