"""What an officer records of goods. What needs a decision is refused without the step that carries it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.models import Officer
from fadu.cases.errors import Objection, Refused
from fadu.cases.models import Step
from fadu.cases.now import now
from fadu.evidence.exhibits.models import Item, Movement, Store
from fadu.evidence.exhibits.move_forms import AT, LOT, MOVES, QUANTITY, Asked
from fadu.evidence.exhibits.record import family, steps
from fadu.evidence.exhibits.selectors.goods import due, held, item_for
from fadu.evidence.exhibits.services.booking import book, book_of
from fadu.evidence.exhibits.services.recording import locked, moment
from fadu.law import custody
from fadu.law.custody import AUTHORITY, NEEDS_STEP, Book, Hold, Lot, Move
from fadu.law.custody import Movement as Kind
from fadu.law.forms import Field, Invalid, validate
from fadu.law.forms import Kind as Asks

TURNS = {Kind.CONVERT: Hold.SEIZED, Kind.CONFISCATE: Hold.CONFISCATED, Kind.RELEASE: Hold.RELEASED}
BESIDES = frozenset({"lot", "at", "quantity", "seal", "store"})


def fields_of(asked: Asked) -> tuple[Field, ...]:
    """All that a movement asks. What is chosen from a list known only to the page is checked here again."""
    chosen = {"lot", "store", "giver", "receiver_officer"}
    fields = (LOT, AT, *(() if asked.whole else (QUANTITY,)), *asked.fields)
    return tuple(Field(**{**_plain(field), "kind": Asks.TEXT, "choices": ()}) if field.name in chosen else field for field in fields)


def _plain(field: Field) -> dict[str, Any]:
    return {name: getattr(field, name) for name in Field.__dataclass_fields__}


@transaction.atomic
def move(actor: Actor, item_id: int, kind: Kind, data: Mapping[str, Any]) -> Movement:
    """Record what happened to goods. Raises NotFound, NotAllowed, Invalid, Refused."""
    item = item_for(actor, item_id)
    require_in(actor, "goods.move", item.organ_id)
    asked = MOVES[kind]
    clean = validate(fields_of(asked), data)
    locked(item.case_id)
    item.refresh_from_db()
    book_ = book_of(item)
    lot = _lot(book_, clean["lot"])
    at = _at(clean["at"])
    if asked.witnessed and not (clean.get("witness") or clean.get("recording")):
        raise Invalid({"witness": "见证人和录像、照片编号至少填写一项"})
    if "officers" in clean:
        crew(item.organ_id, clean["officers"])
    quantity = lot.quantity if asked.whole else clean["quantity"]
    where, people = _where(item, kind, clean)
    row = Move(kind, quantity, at, lot.seq, TURNS.get(kind), clean.get("seal", ""), where)
    _try(book_, row, asked)
    authority = _authority(item, row, lot, actor)
    told = {name: value for name, value in clean.items() if name not in BESIDES} | people
    return book(actor, item, row, told, authority=authority)


def _lot(book_: Book, text: str) -> Lot:
    lot = book_.lots.get(int(text)) if text.isascii() and text.isdigit() and len(text) < 6 else None
    if lot is None or not lot.quantity:
        raise Invalid({"lot": "请选择现在在管的一批"})
    return lot


def _at(text: str) -> Any:
    at = moment(text)
    if at > now():
        raise Invalid({"at": "不能晚于现在"})
    return at


def _try(book_: Book, row: Move, asked: Asked) -> None:
    """Whether the law's book takes the movement, told on the field that is wrong."""
    try:
        custody.entered(book_, row)
    except custody.Unsound as wrong:
        text = str(wrong)
        name = "quantity" if text.startswith("数量") and not asked.whole else "at" if text.startswith("时间") else "seal" if text.startswith("封条号") else ""
        raise Invalid({name: text}) from wrong


def _where(item: Item, kind: Kind, clean: Mapping[str, Any]) -> tuple[tuple[int | None, str] | None, dict[str, Any]]:
    """Where the goods are from now on and who answers for them, and the people of a hand-over by name."""
    if kind is Kind.SEND:
        return (None, f"{clean['lab']}（{clean['receiver']}）"), {}
    if kind not in {Kind.HAND, Kind.BACK}:
        return None, {}
    store = _store(item, clean["store"])
    giver, receiver = _officer(item, clean, "giver"), _officer(item, clean, "receiver_officer")
    third = clean.get("receiver", "")
    if receiver is None and not (store.third and third):
        name = "receiver" if store.third else "receiver_officer"
        raise Invalid({name: "请填写接收的单位和人员" if store.third else "请选择接收人"})
    if giver is not None and receiver is not None and giver.pk == receiver.pk:
        raise Invalid({"receiver_officer": "接收人不能就是交出人：交接由两人当面清点"})
    keeper = receiver.name if receiver else third
    people = {"store_name": store.name, **({"giver_name": giver.name} if giver else {}), **({"receiver_name": receiver.name} if receiver else {})}
    return (store.pk, keeper), people


def _store(item: Item, text: str) -> Store:
    found = (
        Store.objects.filter(pk=int(text), organ_id=item.organ_id, until__isnull=True).first() if text.isascii() and text.isdigit() and len(text) < 18 else None
    )
    if found is None:
        raise Invalid({"store": "请选择本机关现在使用的存放地点；没有的先登记"})
    return found


def _officer(item: Item, clean: Mapping[str, Any], name: str) -> Officer | None:
    text = clean.get(name)
    if not text:
        return None
    found = Officer.objects.filter(pk=int(text), organ_id=item.organ_id).first() if text.isascii() and text.isdigit() and len(text) < 18 else None
    if found is None or (found.ends_on and found.ends_on <= timezone.localdate(now())):
        raise Invalid({name: "请从本机关在职人员中选择"})
    return found


def _authority(item: Item, row: Move, lot: Lot, actor: Actor) -> Step | None:
    """The step that lets goods go this way; raises Refused where there is none, or where it lists less."""
    kind = row.kind
    if kind not in NEEDS_STEP or (kind is Kind.RELEASE and _lapsed(item, lot, row, actor)):
        return None
    names = {allows.step for allows in AUTHORITY[kind].steps}
    found = custody.authorises(kind, [(held_, held_.row.name, held_.data) for held_ in steps(family(item.case), names)])
    if found is None:
        raise Refused([_objection(kind, missing=("批准或者决定的步骤",))])
    held_, allows = found
    if allows.listed and (left := _left(item, kind, held_)) < row.quantity:
        raise Refused([_objection(kind, f"第 {held_.row.seq} 步列明的{item.name}还可以{kind.label} {left}{item.unit}")])
    return held_.row  # type: ignore[no-any-return]


def _left(item: Item, kind: Kind, held_: Any) -> int:
    """How much of what a step lists has not gone yet."""
    listed = sum(int(line["quantity"]) for line in held_.data.get("goods", ()) if line["name"] == item.name and line["unit"] == item.unit)
    went = Movement.objects.filter(authority=held_.row, kind=kind, item__name=item.name, item__unit=item.unit).aggregate(total=Sum("quantity"))["total"]
    return listed - (went or 0)


def _lapsed(item: Item, lot: Lot, row: Move, actor: Actor) -> bool:
    """Whether preserved goods were free then because their seven working days had run out (市场监督管理行政处罚程序规定第三十五条第二款)."""
    kept = held(actor).filter(item=item, seq=lot.seq).first()
    if kept is None or lot.hold is not Hold.PRESERVED:
        return False
    term = due([kept])[kept.pk]
    return term.lapsed and term.on is not None and timezone.localdate(row.at) > term.on


def _objection(kind: Kind, says: str = "", missing: tuple[str, ...] = ()) -> Objection:
    rule = AUTHORITY[kind]
    return Objection(f"goods.{kind.value}", tuple(map(str, rule.bases)), tuple(basis.path for basis in rule.bases), says or rule.says, missing, rule.fix)


def crew(organ_id: int, officers: Sequence[int], name: str = "officers") -> None:
    """Raise Invalid unless at least two people of the organ were there."""
    if len(officers) < 2:
        raise Invalid({name: "执法人员不得少于两人（行政处罚法第四十二条第一款）"})
    if Officer.objects.filter(pk__in=officers, organ_id=organ_id).count() != len(officers):
        raise Invalid({name: "请从本机关人员中选择"})


def allowed(item: Item) -> list[tuple[Kind, bool]]:
    """Every movement that some lot of an item could make, and whether the decision that it needs is there."""
    kinds = [kind for kind in MOVES if any(_could(lot, kind) for lot in book_of(item).here)]
    held_ = [(one, one.row.name, one.data) for one in steps(family(item.case), {allows.step for rule in AUTHORITY.values() for allows in rule.steps})]
    return [(kind, kind not in NEEDS_STEP or custody.authorises(kind, held_) is not None) for kind in kinds]


def _could(lot: Lot, kind: Kind) -> bool:
    try:
        custody.entered(Book(lot.quantity, {lot.seq: lot}, last=lot.seq), Move(kind, lot.quantity, lot.since, lot.seq, TURNS.get(kind), lot.seal))
    except custody.Unsound:
        return False
    return True
