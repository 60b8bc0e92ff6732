"""How other rooms take files in: put `<c-evidence.upload>` into a form, and ask `given` in its view.

    <form method="post" enctype="multipart/form-data">{% csrf_token %}
      <c-evidence.upload name="originals" use="recording" case="{{ case.pk }}" :kept="kept" error="{{ error }}" /> …
    </form>

    found = intake.given(actor, request, "originals", use=Use.RECORDING, case=case)
    if found.error: …  # show the form again with kept=found.originals and error=found.error

With scripts each file goes up by tus while the form is filled in, and the form carries the ids of originals as hidden inputs
named as the component; without scripts the files come with the form (`<name>_file`, up to `PLAIN` bytes together) and are kept when
`given` is asked. Either way `given` answers with the originals, which this actor handed in, for this use, for this case
or for none yet; an id of anything else counts as if it were not there.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO, cast

from django.http import HttpRequest

from fadu.accounts.actors import Actor
from fadu.cases.models import Case
from fadu.evidence import selectors
from fadu.evidence.models import Original, Use
from fadu.evidence.plainly import PLAIN, too_large_of
from fadu.evidence.services.uploads import take_whole
from fadu.evidence.unfit import Later, Unfit

__all__ = ["PLAIN", "Given", "given"]


@dataclass(frozen=True, slots=True)
class Given:
    """What came with a form.

    Attributes:
        originals: in the order in which they were handed in; also those that came along with one that was refused.
        error: what is wrong, file by file, in Chinese; "" where nothing is.
    """

    originals: Sequence[Original]
    error: str = ""


def given(actor: Actor, request: HttpRequest, name: str = "originals", *, use: Use, case: Case | None = None, organ_id: int | None = None) -> Given:
    """The originals that came with a form that has the component `name`. Raises NotAllowed, NotFound as `services.take_whole` does."""
    found = list(selectors.handed_in(actor, _ids(request.POST.getlist(name)), use, case))
    faults = [f"{file}：超过 {PLAIN >> 20} MB，不能随表单提交；请启用浏览器脚本后上传" for file in too_large_of(request, f"{name}_file")]
    for file in request.FILES.getlist(f"{name}_file"):
        try:
            found.append(
                take_whole(
                    actor,
                    cast("BinaryIO", file.file),
                    use=use,
                    name=file.name or "",
                    size=file.size or 0,
                    case_id=case.pk if case else None,
                    organ_id=organ_id,
                )
            )
        except (Unfit, Later) as refused:
            faults.append(f"{file.name}：{refused.detail}")
    return Given(found, "；".join(faults))


def _ids(texts: Sequence[str]) -> list[uuid.UUID]:
    found = []
    for text in texts:
        try:
            found.append(uuid.UUID(text))
        except ValueError:
            continue
    return list(dict.fromkeys(found))
