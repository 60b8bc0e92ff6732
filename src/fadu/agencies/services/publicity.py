"""What is published of an organ."""

import re
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.models import Organ
from fadu.agencies.organ_forms import BASIS, HOTLINE, PUBLICITY
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.services.people import said
from fadu.law.forms import Invalid, validate

POSTCODE = re.compile(r"\d{6}")


def edit_publicity(actor: Actor, organ_id: int, data: Mapping[str, Any], *, reason: str) -> Organ:
    """Change what is published of an organ (黑政办发〔2019〕26号二(一)1(4)); what is left blank is told as missing. Raises Invalid by field."""
    with transaction.atomic():
        organ = Organ.objects.select_for_update().get(pk=organ_id)
        require_in(actor, "organ.manage", organ.pk)
        clean = publicity(data)
        before = snapshot(organ)
        for field in PUBLICITY:
            setattr(organ, field.name, clean.get(field.name, None if field.name in {"posts_civil", "posts_public"} else ""))
        organ.save(update_fields=[field.name for field in PUBLICITY])
        record(actor, "修改公示信息", organ, what="organ", label=organ.name, organ_id=organ.pk, before=before, after=snapshot(organ), reason=said(reason))
    return organ


def publicity(data: Mapping[str, Any]) -> dict[str, Any]:
    """The clean values of what is published. Raises Invalid by field."""
    clean = validate(PUBLICITY, data)
    errors = {}
    if (phone := clean.get("complaint_phone")) and not HOTLINE.fullmatch(phone):
        errors["complaint_phone"] = "应为五位热线（如 12315）、11 位手机号，或者区号-座机号"
    if (code := clean.get("postcode")) and not POSTCODE.fullmatch(code):
        errors["postcode"] = "邮政编码为 6 位数字"
    if ("posts_civil" in clean or "posts_public" in clean) and not clean.get("posts_paper"):
        errors["posts_paper"] = "编制数以编制部门的批复为准，请填批复文号（兴隆县指导意见二(六)）"
    lines = [line.strip() for line in clean.get("bases", "").splitlines() if line.strip()]
    if wrong := [line for line in lines if not BASIS.fullmatch(line)]:
        errors["bases"] = f"请写到条，一行一条，如《中华人民共和国食品安全法》第六条第二款；不合的有：{wrong[0][:40]}"
    if errors:
        raise Invalid(errors)
    if lines:
        clean["bases"] = "\n".join(lines)
    return clean
