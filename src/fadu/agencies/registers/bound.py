"""A book bound: its register (list, page, forms) and its sheet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import Scope, reach, require, scope
from fadu.agencies.models import Credential, Officer, Organ
from fadu.agencies.registers.book import Book, Later
from fadu.agencies.registers.choices import REASON
from fadu.agencies.registers.register import Act, Cell, Column, Filter, Register, Shown
from fadu.agencies.registers.sheets import ORGAN, card_of, loader
from fadu.agencies.registers.showing import on, person, yes
from fadu.agencies.services import books
from fadu.law.forms import Field, Invalid, Kind
from fadu.sheets.sheet import Sheet

GUIDE = (
    "机关填统一社会信用代码，其他机关填名称或者代码，人员填执法证号。",
    "日期按 2026-11-20 填写。",
    "整张表没有差错才会写入；同一条再次导入只改动有变化的。",
)
IMPORTED = "Excel 导入"


def rows(book: Book, actor: Actor) -> QuerySet[Any]:
    """The rows within reach; who sees only their own sees of books about people those about themselves, of others none."""
    require(actor, book.see)
    found: QuerySet[Any] = QuerySet(book.model)
    names = [item.name for item in book.columns_of()]
    if reach(actor, book.see) is Scope.SELF and "officer" not in names:
        return found.none()
    linked = [item.name for item in book.columns_of() if item.related_model]
    return found.filter(scope(actor, book.see)).select_related("organ", *linked)


def register(book: Book) -> Register:
    """The pages of a book."""
    fields = {field.name: field for field in book.fields()}
    return Register(
        app=book.app, name=book.name, path=f"{book.app}/{book.name}/", title=book.title, lead=book.lead, see=book.see, manage=book.manage,
        select=lambda actor: rows(book, actor),
        heading=str,
        columns=(*(_column(book, name, fields[name]) for name in book.columns[:1]), Column("机关", lambda row: row.organ.name),
                 *(_column(book, name, fields[name]) for name in book.columns[1:]), *((Column("复核", _checked),) if book.witnessed else ())),
        what=book.what, search=(*book.search, "organ__name") if book.search else (), finds=book.finds,
        filters=(*book.filters, *((_CHECKED,) if book.witnessed else ())),
        known=lambda row: _known(book, row),
        add=_adding(book), acts=(*_acts(book), *((_checking(book),) if book.witnessed else ())),
        sheet=sheet_id(book), links=book.links,
    )  # fmt: skip


def sheet_id(book: Book) -> str:
    """The sheet that a book goes in and out by."""
    return f"{book.app}.{book.name}".replace(".", "_")


def sheet(book: Book) -> Sheet:
    """The sheet of a book."""
    columns = (ORGAN, *(_told(book, field) for field in book.fields()))

    def write(actor: Actor, organ_id: int, entry: dict[str, Any]) -> str:
        return _load(book, actor, organ_id, entry)

    cards = [f"{item.name}__credentials" for item in book.columns_of() if item.related_model is Officer]

    def out(actor: Actor) -> Iterator[dict[str, Any]]:
        return (_row_out(book, row) for row in rows(book, actor).prefetch_related(*cards).order_by("pk").iterator(chunk_size=500))

    return Sheet(sheet_id(book), book.title, lambda _actor: columns, book.manage, book.see, loader(columns, write), out, GUIDE)


# --- pages


def _adding(book: Book) -> Act:
    later = {name for item in book.later for name in item.names}

    def do(actor: Actor, organ_id: int, data: dict[str, Any]) -> str:
        row = books.enter(actor, book, organ_id, data)
        return f"已登记{row}，请另一人复核" if book.witnessed else f"已登记{row}"

    return Act(name="new", label=book.verb, fields=lambda organ: [field for field in book.offered(organ.pk) if field.name not in later], do=do)


def _acts(book: Book) -> tuple[Act, ...]:
    def amend(actor: Actor, row_id: int, data: dict[str, Any]) -> str:
        return f"已修改{books.amend(actor, book, row_id, data)}"

    changing = Act(
        name="edit", label="修改", fields=lambda row: (*book.offered(row.organ_id, row), REASON), do=amend, values=lambda row: _typed(book, row),
        lead="修改已经复核的，须由另一人重新复核。" if book.witnessed else "",
    )  # fmt: skip
    return (changing, *(_adding_later(book, later) for later in book.later))


def _adding_later(book: Book, later: Later) -> Act:
    def do(actor: Actor, row_id: int, data: dict[str, Any]) -> str:
        return f"已{later.label}：{books.add_later(actor, book, later, row_id, data)}"

    return Act(name=later.name, label=later.label, fields=lambda row: books.later_fields(book, later, row), do=do, offered=later.offered)


def _checking(book: Book) -> Act:
    def do(actor: Actor, row_id: int, _data: dict[str, Any]) -> str:
        return f"已复核{books.check(actor, book, row_id)}"

    lead = "核对原件的文号、日期和内容后提交。"
    return Act(name="check", label="复核", fields=lambda _row: (), do=do, offered=lambda row: not row.checked_name, lead=lead, action=books.CHECK)


def _checked(row: Any) -> Cell:
    return Cell(f"已由{row.checked_name}复核", state="ok") if row.checked_name else Cell("待复核", state="near")


_CHECKED = Filter("checked", "复核", (("yes", "已复核"), ("no", "待复核")), lambda word: Q(checked_name="") if word == "no" else ~Q(checked_name=""))


def _known(book: Book, row: Any) -> list[tuple[str, Shown]]:
    told: list[tuple[str, Shown]] = [("机关", row.organ.name)]
    told += [(field.label, _shown(row, field)) for field in book.fields()]
    return [*told, ("登记人", row.entered_name), ("复核", _checked(row))] if book.witnessed else told


def _column(book: Book, name: str, field: Field) -> Column:
    return Column(field.label, lambda row: _plain(_shown(row, field), first=name == book.columns[0]), field.kind in {Kind.INT, Kind.DATE})


def _plain(shown: Shown, *, first: bool) -> Shown:
    return shown.text if first and isinstance(shown, Cell) else shown


def _shown(row: Any, field: Field) -> Shown:
    value = getattr(row, field.name)
    if isinstance(value, Officer):
        return person(value)
    if isinstance(value, date):
        return on(value)
    if isinstance(value, bool):
        return yes(value)
    if isinstance(value, list):
        return "、".join(Organ.objects.filter(pk__in=[int(key) for key in value]).order_by("path").values_list("name", flat=True))
    if field.kind is Kind.CHOICE and field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    return value if isinstance(value, int) else "" if value is None else str(value).replace("\n", "；")


def _typed(book: Book, row: Any) -> dict[str, Any]:
    """A row as its form shows it."""
    values: dict[str, Any] = {}
    for item in book.columns_of():
        value = getattr(row, item.attname)
        values[item.name] = str(value) if item.related_model and value is not None else on(value) if isinstance(value, date) else value
    return values


# --- sheets


def _told(book: Book, field: Field) -> Field:
    """A column of the sheet: what is chosen on a page is named here."""
    target = book.model._meta.get_field(field.name).related_model
    if target is Officer:
        return replace(field, kind=Kind.TEXT, label=f"{field.label}执法证号", longest=20)
    if target is not None:
        return replace(field, kind=Kind.TEXT, longest=200)
    if field.kind is Kind.CHOICES and not field.choices:
        return replace(field, kind=Kind.TEXT, help="机关名称，用顿号分开", longest=2000)
    return replace(field, kind=Kind.TEXT, longest=2000) if field.kind is Kind.LONGTEXT else field


def _load(book: Book, actor: Actor, organ_id: int, entry: dict[str, Any]) -> str:
    wrong: dict[str, str] = {}
    for item in book.columns_of():
        if item.name not in entry:
            continue
        value = str(entry[item.name])
        if item.related_model is not None:
            entry[item.name] = _found(book, item, organ_id, value)
        elif book._field(item).kind is Kind.CHOICES:  # noqa: SLF001 - the book's own binding
            organs = [books.organ_named(name.strip()) for name in value.split("、") if name.strip()]
            entry[item.name] = ["" if organ is None else str(organ.pk) for organ in organs]
        if entry[item.name] is None or entry[item.name] == "" or "" in (entry[item.name] if isinstance(entry[item.name], list) else ()):
            wrong[item.name] = "没有找到，请核对"
    if wrong:
        raise Invalid(wrong)
    row = _there(book, actor, organ_id, entry)
    if row is None:
        books.enter(actor, book, organ_id, entry)
        return "added"
    before = _typed(book, row)
    if all((before[name] or None) == (value or None) for name, value in entry.items()):
        return "unchanged"
    kept = {name: value for name, value in before.items() if value is not None and value != ""}
    books.amend(actor, book, row.pk, {**kept, **entry, REASON.name: IMPORTED})
    return "changed"


def _there(book: Book, actor: Actor, organ_id: int, entry: dict[str, Any]) -> Any:
    named = {name: entry.get(name) for name in book.once}
    if any(value in {None, ""} for value in named.values()):
        return None
    return rows(book, actor).filter(organ_id=organ_id, **{_lookup(book, name): value for name, value in named.items()}).first()


def _lookup(book: Book, name: str) -> str:
    return str(book.model._meta.get_field(name).attname) if hasattr(book.model._meta.get_field(name), "attname") else name  # type: ignore[union-attr]


def _found(book: Book, item: Any, organ_id: int, value: str) -> str | None:
    """The row that a cell names, as its number."""
    if item.related_model is Officer:
        key = Credential.objects.filter(number=value, officer__organ_id=organ_id).values_list("officer_id", flat=True).first()
        return None if key is None else str(key)
    if item.related_model is Organ:
        organ = books.organ_named(value)
        return None if organ is None else str(organ.pk)
    found: QuerySet[Any] = QuerySet(item.related_model)
    found = found if item.name in book.anywhere else found.filter(**{book.within.get(item.name, "organ_id"): organ_id})
    key = found.filter(**{book.by[item.name]: value}).order_by("-pk").values_list("pk", flat=True).first()
    return None if key is None else str(key)


def _row_out(book: Book, row: Any) -> dict[str, Any]:
    told = _typed(book, row) | {"organ": row.organ.code}
    for item in book.columns_of():
        linked = getattr(row, item.name) if item.related_model else None
        if isinstance(linked, Officer):
            told[item.name] = card_of(linked)
        elif isinstance(linked, Organ):
            told[item.name] = linked.name
        elif linked is not None:
            told[item.name] = getattr(linked, book.by[item.name])
        elif isinstance(told[item.name], list):
            told[item.name] = "、".join(Organ.objects.filter(pk__in=[int(key) for key in told[item.name]]).order_by("path").values_list("name", flat=True))
    return told
