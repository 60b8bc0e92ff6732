"""影像抽检: drawing recordings of a month by a seed, and saying what is seen in them.

The draw is made once for an organ and a month; who draws can't choose. Sorted numbers of the recordings and the seed are kept, so that
the draw is repeated by anybody (`drawn`). A judgement is given once; where something is wrong it says what.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from math import ceil
from secrets import token_hex
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, require_in
from fadu.agencies.exams.drawing import Stream
from fadu.agencies.models import Organ
from fadu.agencies.services.changes import record
from fadu.agencies.services.collisions import one_only
from fadu.cases import now
from fadu.law.forms import Field, Invalid, Kind, validate
from fadu.supervision.models import Judgement, Sampled, Sampling
from fadu.supervision.selectors.sampling import population

SAMPLE = "film.sample"
SHARE = 20
"""One of so many is drawn: 5% a month (黑政办发〔2019〕26号二(一)2(1)), at least one."""
_SAID = tuple((str(value), str(label)) for value, label in Judgement.choices)
JUDGING = (
    Field(name="shown", label="亮证", kind=Kind.CHOICE, choices=_SAID, help="执法人员在画面中主动出示证件"),
    Field(name="dressed", label="着装佩标", kind=Kind.CHOICE, choices=_SAID, help="应当统一着装的机关"),
    Field(name="worded", label="用语规范", kind=Kind.CHOICE, choices=_SAID),
    Field(name="people", label="画面中的执法人员数", kind=Kind.INT, least=0),
    Field(name="note", label="发现的问题", required=False, longest=300, help="有一项为“否”的，写明在第几分几秒、什么问题"),
)
MENDING = (Field(name="mended_on", label="整改日期", kind=Kind.DATE),)


def draw(actor: Actor, organ_id: int, month: date) -> Sampling:
    """Draw from the recordings of an organ in a month that is over. Raises NotAllowed, Invalid."""
    require_in(actor, SAMPLE, organ_id)
    month = month.replace(day=1)
    if month >= timezone.localdate(now.now()).replace(day=1):
        raise Invalid({"month": "当月结束以后才能抽取"})
    with transaction.atomic():
        organ = Organ.objects.select_for_update().get(pk=organ_id)
        keys = [str(key) for key in population(organ.pk, month)]
        if not keys:
            raise Invalid({"month": f"{organ.name} {month:%Y-%m} 没有录像"})
        digest, seed = sha256("\n".join(keys).encode()).hexdigest(), token_hex(32)
        with one_only("month", "这个机关当月已经抽取，不能重抽"):
            row = Sampling.objects.create(organ=organ, month=month, population=len(keys), digest=digest, seed=seed, drawn_at=now.now(), by_name=actor.name)
        Sampled.objects.bulk_create([Sampled(sampling=row, recording_id=key) for key in drawn(keys, seed)])
        record(actor, "抽取", row, what="sampling", label=str(row), organ_id=organ.pk, before={}, after={"population": len(keys), "seed": seed})
    return row


def drawn(keys: Sequence[str], seed: str) -> list[str]:
    """Which of the sorted numbers a seed draws."""
    return Stream(sha256(f"fadu-film/1|{seed}".encode()).digest()).shuffled(keys, max(1, ceil(len(keys) / SHARE)))


def judge(actor: Actor, sampled_id: int, data: Mapping[str, Any]) -> Sampled:
    """Say what is seen in a recording that was drawn; once. Raises NotAllowed, Invalid by field, Sampled.DoesNotExist."""
    require(actor, SAMPLE)
    with transaction.atomic():
        row = Sampled.objects.select_for_update(of=("self",)).select_related("sampling").get(pk=sampled_id)
        require_in(actor, SAMPLE, row.sampling.organ_id)
        if row.judged_at is not None:
            raise Invalid({"": f"{row.judged_by}已经抽检过，不能再改"})
        clean = validate(JUDGING, data)
        wrong = any(clean[name] == Judgement.NO for name in ("shown", "dressed", "worded"))
        if wrong and not clean.get("note"):
            raise Invalid({"note": "有一项为“否”的，请写明发现的问题"})
        for name, value in clean.items():
            setattr(row, name, value)
        row.judged_at, row.judged_by = now.now(), actor.name
        row.save()
        record(actor, "抽检", row, what="sampled", label=str(row.sampling), organ_id=row.sampling.organ_id, before={}, after=dict(clean))
    return row


def mend(actor: Actor, sampled_id: int, data: Mapping[str, Any]) -> Sampled:
    """Write down that what was found is put right."""
    require(actor, SAMPLE)
    with transaction.atomic():
        row = Sampled.objects.select_for_update(of=("self",)).select_related("sampling").get(pk=sampled_id)
        require_in(actor, SAMPLE, row.sampling.organ_id)
        if row.judged_at is None or not row.note or row.mended_on is not None:
            raise Invalid({"": "没有待整改的问题"})
        on = date.fromisoformat(validate(MENDING, data)["mended_on"])
        if not timezone.localdate(row.judged_at) <= on <= timezone.localdate(now.now()):
            raise Invalid({"mended_on": "整改日期在抽检以后、今天以前"})
        row.mended_on = on
        row.save(update_fields=["mended_on"])
        record(actor, "登记整改", row, what="sampled", label=str(row.sampling), organ_id=row.sampling.organ_id, before={}, after={"mended_on": str(on)})
    return row
