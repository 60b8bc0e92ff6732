"""Putting discretion tables in force, filing them, repealing them."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.services.changes import snapshot
from fadu.agencies.services.collisions import one_only
from fadu.catalog import drafting
from fadu.catalog.models import DiscretionTable, TableState
from fadu.catalog.selectors.library import STANDING, editions, file_row, forget
from fadu.catalog.services.tables.forms import ENDING, FILING, PUBLISHING
from fadu.catalog.services.tables.shared import MANAGE, body_in, columns_in, keep, next_version, note
from fadu.law.forms import Invalid, validate

DAYS = ("published_on", "since", "until", "filed_on")


def publish(actor: Actor, pks: Collection[int], data: Mapping[str, Any]) -> list[DiscretionTable]:
    """Put drafts in force, all or none: the version before ends the day before. Raises NotAllowed, Invalid.

    What was judged by the version before stays as it was judged; a case is judged by the version of its day.
    """
    require(actor, MANAGE)
    clean = validate(PUBLISHING, data)
    days = {name: date.fromisoformat(clean[name]) for name in DAYS if name in clean}
    _check_days(days, clean)
    with transaction.atomic():
        rows = list(DiscretionTable.objects.select_for_update().filter(pk__in=pks, state=TableState.DRAFT).order_by("pk"))
        if not rows or len(rows) != len(set(pks)):
            raise Invalid({"": "有的草案已经公布或者放弃了，请重新打开"})
        faults = [f"{row.title}：{fault}" for row in rows for fault in _unsound(row, days)]
        if faults:
            raise Invalid({"": "不能公布：" + "；".join(faults[:10]) + ("等" if len(faults) > 10 else "")})
        for row in rows:
            _publish(actor, row, clean, days)
        transaction.on_commit(forget)
    return rows


def _check_days(days: Mapping[str, date], clean: Mapping[str, Any]) -> None:
    errors: dict[str, str] = {}
    if days["published_on"] > timezone.localdate():
        errors["published_on"] = "公布日期不能晚于今天：公布以后才能登记"
    if days["since"] < days["published_on"]:
        errors["since"] = f"施行日期不能早于公布日期 {days['published_on']}（行政处罚法第三十四条）"
    if "until" in days and days["until"] < days["since"]:
        errors["until"] = "最后有效日不能早于施行日期"
    if "filed_on" in days and not clean.get("filing"):
        errors["filing"] = "填了备案日期，请同时填备案号"
    if errors:
        raise Invalid(errors)


def _unsound(row: DiscretionTable, days: Mapping[str, date]) -> list[str]:
    checked = drafting.check(row.row(), days["since"])
    if not checked.sound:
        return [mark.says for mark in checked.marks] or [checked.wrong]
    packed = file_row(row.code)
    last = DiscretionTable.objects.filter(code=row.code, state__in=STANDING).aggregate(last=Max("since"))["last"] or (packed["from"] if packed else None)
    if last is not None and days["since"] <= last:
        return [f"现行版本自 {last} 起施行，新版本应当在其后施行"]
    return []


def _publish(actor: Actor, row: DiscretionTable, clean: Mapping[str, Any], days: Mapping[str, date]) -> None:
    for before in DiscretionTable.objects.select_for_update().filter(code=row.code, state=TableState.PUBLISHED):
        last = days["since"] - timedelta(1)
        if before.until is None or before.until > last:
            old = snapshot(before)
            before.until = last
            keep(before, "until")
            note(actor, "由新版本接替", before, old, clean["reason"])
    before_row = snapshot(row)
    row.state, row.reason = TableState.PUBLISHED, clean["reason"]
    row.filing, row.source = clean.get("filing", ""), clean.get("source") or row.source
    for name in DAYS:
        setattr(row, name, days.get(name))
    with one_only("since", "刚刚有人公布了另一个版本，请重新打开"):
        keep(row, "state", "reason", "filing", "source", *DAYS)
    note(actor, "公布", row, before_row, clean["reason"])


def file_table(actor: Actor, pk: int, data: Mapping[str, Any]) -> DiscretionTable:
    """Enter the filing of a version that was published without one; raises NotAllowed, Invalid, DiscretionTable.DoesNotExist."""
    require(actor, MANAGE)
    clean = validate(FILING, data)
    with transaction.atomic():
        row = DiscretionTable.objects.select_for_update().get(pk=pk, state__in=STANDING)
        filed_on = date.fromisoformat(clean["filed_on"])
        if row.filing:
            raise Invalid({"filing": f"已经登记备案号 {row.filing}"})
        if (row.published_on and filed_on < row.published_on) or filed_on > timezone.localdate():
            raise Invalid({"filed_on": f"备案日期应在公布日期 {row.published_on} 和今天之间"})
        before = snapshot(row)
        row.filing, row.filed_on = clean["filing"], filed_on
        keep(row, "filing", "filed_on")
        note(actor, "登记备案", row, before, "")
        transaction.on_commit(forget)
    return row


def repeal(actor: Actor, code: str, data: Mapping[str, Any]) -> DiscretionTable:
    """End a table from a day on, a pack's too; cases of earlier days keep it. Raises NotAllowed, Invalid."""
    require(actor, MANAGE)
    clean = validate(ENDING, data)
    last = date.fromisoformat(clean["ends_on"]) - timedelta(1)
    with transaction.atomic():
        row = DiscretionTable.objects.select_for_update().filter(code=code, state__in=STANDING).order_by("-since").first()
        before = snapshot(row) if row else {}
        if row is None:
            row = _row_of_file(actor, code)
        since = row.since
        if since is None or last < since:
            raise Invalid({"ends_on": f"它自 {since} 起施行，废止之日应在其后"})
        if row.state == TableState.REPEALED or (row.until is not None and row.until <= last):
            raise Invalid({"ends_on": f"它到 {row.until} 已经失效"})
        row.state, row.until, row.reason = TableState.REPEALED, last, clean["reason"]
        if row.pk:
            keep(row, "state", "until", "reason")
        else:
            with one_only("ends_on", "刚刚有人登记了它的废止或者新版本，请重新打开"):
                row.save()
        note(actor, "废止", row, before, clean["reason"])
        transaction.on_commit(forget)
    return row


def _row_of_file(actor: Actor, code: str) -> DiscretionTable:
    """A pack's table as a row, not yet saved; a pack is not written to, so its end is kept in the database."""
    data, found = file_row(code), editions(code)
    if data is None or not found:
        raise Invalid({"": f"没有裁量基准 {code}"})
    table = found[0].table
    columns = {**columns_in(data), "kind": data["kind"], "filing": data.get("filing", "")}
    who = {"by_id": actor.user_id, "by_name": actor.name}
    return DiscretionTable(
        code=code, version=next_version(code), body=body_in(data), since=table.since, until=table.until, published_on=table.since, **columns, **who
    )
