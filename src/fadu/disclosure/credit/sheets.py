"""The lists of this room: records of former systems in the form of the platforms, and what the platforms answered."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import scope
from fadu.agencies.sheets.rowwise import load
from fadu.disclosure.credit import former
from fadu.disclosure.credit.fields import LICENCE, PENALTY, Form
from fadu.disclosure.credit.models import Former
from fadu.disclosure.credit.services import answer
from fadu.law.forms import Field, Kind
from fadu.sheets.sheet import Loaded, Row, Sheet, Tick

DAYS = frozenset({"CF_JDRQ", "CF_YXQ", "CF_GSJZQ", "XK_JDRQ", "XK_YXQZ", "XK_YXQZI"})
SEALED = frozenset({"CF_FR_ZJHM", "CF_XDR_ZJHM", "XK_FR_ZJHM", "XK_XDR_ZJHM"})
"""Numbers of people's papers: they come in and are never taken out."""
LONG = 500
GUIDE = (
    "表头和次序与信用平台的模板相同，写名称或者字段代码（如 CF_WSH）都可以。",
    "处罚机关、许可机关的统一社会信用代码必须是已经登记、归您管辖的机关。",
    "整个文件没有差错才会写入；有差错的逐行逐格说明，一行也不写入。",
    "导入的记录脱敏以后公示，标明“由原系统导入”，不计入本平台的案件和统计。",
    "再次导入同一件决定，内容相同的不重复写入，不同的告知差错。",
    "证件号码加密保存，从不公示，也不导出。",
)
ANSWERS = (
    Field(name="number", label="文号", longest=128, help="行政处罚决定书文号或者行政许可决定文书号"),
    Field(name="organ", label="机关统一社会信用代码", longest=18),
    Field(name="party", label="行政相对人代码", longest=64, required=False, help="统一社会信用代码或者证件号码；平台没有返回的可以空着，文号在机关内必须唯一"),
    Field(name="outcome", label="结果", kind=Kind.CHOICE, choices=(("accepted", "接收"), ("rejected", "退回"))),
    Field(name="reason", label="原因", kind=Kind.LONGTEXT, required=False, longest=500, help="退回的必须写明"),
)


def fields(form: Form) -> tuple[Field, ...]:
    """The columns of a form as fields: what is needed by what another field says is judged by the form itself."""
    return tuple(_field(item.code, item.label, item.longest, required=item.needed({})) for item in form.items)


def _field(code: str, label: str, longest: int, *, required: bool) -> Field:
    if code in DAYS:
        return Field(name=code, label=label, kind=Kind.DATE, required=required, help="如 2026/11/22，长期填 2099/12/31")
    return Field(name=code, label=label, kind=Kind.LONGTEXT if longest >= LONG else Kind.TEXT, required=required, longest=longest)


def _loader(form: Form) -> Any:
    columns = fields(form)

    def written(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
        return load(rows, columns, lambda row: former.bring_in(actor, form, _values(row.values)), tick)

    return written


def _values(clean: Mapping[str, Any]) -> dict[str, str]:
    return {code: str(value).replace("-", "/") if code in DAYS else str(value) for code, value in clean.items()}


def _rows(form: Form) -> Any:
    def there(actor: Actor) -> Iterable[dict[str, Any]]:
        for row in Former.objects.filter(scope(actor, "credit.import", organ="organ_id"), form=form.id).order_by("id").iterator():
            yield {code: value.replace("/", "-") if code in DAYS else value for code, value in row.values.items() if code not in SEALED}

    return there


def _answers(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    return load(rows, ANSWERS, lambda row: answer(actor, row.values), tick)


def _sheet(form: Form) -> Sheet:
    return Sheet(
        f"credit_{form.id}", f"原系统{form.title}", lambda _actor: fields(form), "credit.import", "credit.import", _loader(form), _rows(form), GUIDE
    )  # fmt: skip


SHEETS = (
    _sheet(PENALTY),
    _sheet(LICENCE),
    Sheet(
        "credit_answers", "信用平台回执", lambda _actor: ANSWERS, "credit.deliver", "credit.deliver", _answers, lambda _actor: iter(()),
        ("平台返回的接收和退回结果，一行一件；退回的改正以后可以再报。",),
    ),
)  # fmt: skip
"""The lists that go in and out."""
