"""What is read of reforms: the names organs had, what became of them, who went along and what they still need."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from fadu.agencies.kinds import StandingEnd, State, SuccessionKind
from fadu.agencies.models import CredentialState, Organ, Standing, Succession, SuccessionLine, SuccessionMove


def name_on(organ: Organ, day: date) -> str:
    """The name the organ bore on a day."""
    later = Succession.objects.filter(organ=organ, kind=SuccessionKind.RENAME, on__gt=day).order_by("on").first()
    return later.old_name if later else organ.name


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an organ: the day, what, by which paper; `organs` are the others concerned, with what they were to it."""

    on: date
    title: str
    text: str = ""
    paper: str = ""
    organs: tuple[tuple[str, Organ], ...] = ()


def timeline(organ: Organ) -> list[Event]:
    """The life of an organ, the latest first: founded, confirmed, announced, renamed, moved, merged, split, ended."""
    events = [Event(organ.starts_on, "成立", name_on(organ, organ.starts_on))]
    events += [event for row in Standing.objects.filter(organ=organ) for event in _of_standing(row)]
    changed = Succession.objects.filter(organ=organ).select_related("old_parent", "new_parent")
    events += [_of_change(row) for row in changed]
    lines = SuccessionLine.objects.select_related("succession", "predecessor", "successor")
    events += [_became(line) for line in lines.filter(predecessor=organ)]
    events += [_came(line) for line in lines.filter(successor=organ)]
    if organ.ends_on:
        events.append(Event(organ.ends_on, "撤销", "自这一天起不再以它的名义执法；以前的案件和文书不受影响"))
    return [event for _, event in sorted(enumerate(events), key=lambda pair: (pair[1].on, pair[0]), reverse=True)]


def _of_standing(row: Standing) -> list[Event]:
    events = [Event(row.since, "主体资格确认", f"{row.confirmer}确认，依据{row.basis}", row.document)]
    if row.announced_on:
        events.append(Event(row.announced_on, "主体资格公告", row.announced_in, row.announcement))
    if row.until and row.ended_as == StandingEnd.CANCELLED:
        events.append(Event(row.until, "主体资格注销", row.end_reason, row.end_paper))
    if row.until and row.ended_as == StandingEnd.CHANGED:
        events.append(Event(row.until, "主体资格变更", row.end_reason, row.end_paper))
    return events


def _of_change(row: Succession) -> Event:
    if row.kind == SuccessionKind.RENAME:
        return Event(row.on, "更名", f"由“{row.old_name}”更名为“{row.new_name}”。{row.reason}", row.paper)
    organs = tuple((said, organ) for said, organ in (("原隶属", row.old_parent), ("改隶", row.new_parent)) if organ)
    return Event(row.on, "划转", row.reason, row.paper, organs)


def _became(line: SuccessionLine) -> Event:
    taken = "、".join(word for word, goes in (("案件", line.cases), ("事项", line.items)) if goes)
    text = f"{line.succession.reason}。{'由其承继' + taken if taken else '不承继案件和事项'}"
    return Event(line.succession.on, line.succession.get_kind_display(), text, line.succession.paper, (("成为", line.successor),))


def _came(line: SuccessionLine) -> Event:
    said = "并入" if line.succession.kind == SuccessionKind.MERGE else "分立自"
    return Event(line.succession.on, said, f"{line.succession.reason}。", line.succession.paper, (("原机关", line.predecessor),))


def to_exchange(organ: Organ) -> list[SuccessionMove]:
    """People who came to the organ with a reform and hold no valid credential of it yet: 换证 (兴隆县指导意见二(四))."""
    moves = SuccessionMove.objects.filter(joined__organ=organ, joined__ends_on__isnull=True).select_related("joined", "line__succession")
    rows = list(moves.order_by("joined__name"))
    states = CredentialState.objects.filter(state=State.VALID)
    fresh = states.filter(ends_at__isnull=True, credential__officer__in=[move.joined_id for move in rows])
    served = set(fresh.values_list("credential__officer_id", flat=True))
    held: dict[int, list[CredentialState]] = {}
    for state in states.filter(credential__officer__in=[move.left_id for move in rows]).select_related("credential"):
        held.setdefault(state.credential.officer_id, []).append(state)
    return [move for move in rows if move.joined_id not in served and any(_good(state, move) for state in held.get(move.left_id, ()))]


def _good(state: CredentialState, move: SuccessionMove) -> bool:
    """Whether the credential was valid when its holder left."""
    then = timezone.make_aware(datetime.combine(move.line.succession.on, time.min))
    return state.starts_at <= then and (state.ends_at is None or state.ends_at >= then)


def moved(row: Succession) -> int:
    """How many people went along with a reform."""
    return SuccessionMove.objects.filter(line__succession=row).count()


def beside(organ: Organ) -> set[int]:
    """The organs of the same kind and level under the same superior: those that are merged together as a rule."""
    return set(Organ.objects.filter(parent=organ.parent_id, level=organ.level, kind=organ.kind).exclude(pk=organ.pk).values_list("pk", flat=True))


def to_review(organ: Organ) -> str:
    """Why a standing in force must be changed: the organ no longer bears the name that was confirmed; "" where it does."""
    row = Standing.objects.filter(organ=organ, until__isnull=True).first()
    return f"确认的名称是“{row.name}”，与现在的名称不一致，应当办理主体资格变更并重新公告" if row and row.name != organ.name else ""
