"""Who enforces: the organs with their standing, and the people with valid credentials."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.urls import reverse

from fadu.agencies.kinds import Field, Level, OrganKind, State
from fadu.agencies.models import CredentialState, Organ, Standing
from fadu.agencies.selectors.reviewers import last_minute
from fadu.disclosure.before.listing import Column, Listing, Narrowing
from fadu.law.statutes import HEILONGJIANG, OPEN_GOVERNMENT, SUPERVISION, XINGLONG

ENFORCES = Q(kind__in=OrganKind.values) & ~(Q(field=Field.GOVERNMENT) & ~Q(level=Level.TOWNSHIP))
"""Whom the list of organs holds: all who enforce, in their own name or another's; a government above the township does it by its departments."""


def standing_on(on: date) -> Q:
    """Organs that are there on a day."""
    return Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gt=on))


def _organs(organ: Organ | None, on: date) -> QuerySet[Organ]:
    announced = Standing.objects.filter(since__lte=on, announced_on__lte=on).filter(Q(until__isnull=True) | Q(until__gt=on))
    rows = Organ.objects.filter(ENFORCES, standing_on(on)).select_related("parent").prefetch_related(Prefetch("standings", announced, to_attr="announced"))
    return rows.filter(pk=organ.pk) if organ else rows


def _announced(organ: Any, name: str) -> Any:
    """Of the standing that is confirmed and announced."""
    return getattr(organ.announced[0], name) if organ.announced else None


def _standing(organ: Any) -> str:
    if organ.announced:
        return "已确认并公告"
    return {OrganKind.ENTRUSTED: "以委托机关的名义执法", OrganKind.DISPATCHED: "以所属机关的名义执法"}.get(OrganKind(organ.kind), "未公告")


ORGANS = Listing(
    id="organs", title="执法机关", lead="有权执法的机关：主体资格、职责权限、编制经费、负责人、地址和投诉举报电话。",
    who="本级人民政府统一公布，各机关提供",
    bases=(SUPERVISION[17, 1], OPEN_GOVERNMENT[20], HEILONGJIANG["二(一)1(4)"]),
    columns=(
        Column("name", "名称", lambda row: row.name, width=4),
        Column("code", "统一社会信用代码", lambda row: row.code, "code", width=3),
        Column("kind", "主体类别", lambda row: row.get_kind_display(), width=2),
        Column("field", "执法领域", lambda row: row.get_field_display(), width=2),
        Column("level", "层级", lambda row: row.get_level_display(), width=1),
        Column("standing", "主体资格", _standing, width=2),
        Column("complaint_phone", "投诉举报电话", lambda row: row.complaint_phone, width=2),
        Column("region", "行政区划", lambda row: row.region_name),
        Column("parent", "上级机关", lambda row: row.parent.name if row.parent else ""),
        Column("funding", "经费来源", lambda row: row.get_funding_display()),
        Column("posts_civil", "核定行政编制（名）", lambda row: row.posts_civil, "int"),
        Column("posts_public", "核定事业编制（名）", lambda row: row.posts_public, "int"),
        Column("duties", "职责权限", lambda row: row.duties, free=True),
        Column("bases", "执法依据", lambda row: row.bases.splitlines(), "lines"),
        Column("legal_rep", "法定代表人", lambda row: row.legal_rep),
        Column("address", "地址", lambda row: row.address),
        Column("postcode", "邮政编码", lambda row: row.postcode),
        Column("office_hours", "办公时间", lambda row: row.office_hours),
        Column("phone", "联系电话", lambda row: row.phone),
        Column("confirmer", "主体资格确认机关", lambda row: _announced(row, "confirmer")),
        Column("confirmed_by", "主体资格确认文号", lambda row: _announced(row, "document")),
        Column("confirmed_on", "主体资格确认日期", lambda row: _announced(row, "since"), "date"),
        Column("announced_on", "主体资格公告日期", lambda row: _announced(row, "announced_on"), "date"),
        Column("announcement", "主体资格公告编号", lambda row: _announced(row, "announcement")),
        Column("announced_in", "主体资格公告载体", lambda row: _announced(row, "announced_in")),
    ),
    see="organ.verify", found=_organs, order=("path",), search=("name__contains", "code", "short_name__contains"), finds="机关名称、统一社会信用代码",
    narrowings=(
        Narrowing("kind", "主体类别", OrganKind.choices, lambda value: Q(kind=value)),
        Narrowing("field", "执法领域", Field.choices, lambda value: Q(field=value)),
        Narrowing("level", "层级", Level.choices, lambda value: Q(level=value)),
    ),
    href=lambda row: reverse("before:organ", args=[row.pk]), by_organ=False,
)  # fmt: skip


def _officers(organ: Organ | None, on: date) -> QuerySet[CredentialState]:
    """Credentials that are valid on the day, of people who serve."""
    at = last_minute(on)
    good = Q(state=State.VALID, starts_at__lte=at, credential__valid_from__lte=on, credential__valid_to__gte=on) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    there = Q(credential__officer__starts_on__lte=on) & (Q(credential__officer__ends_on__isnull=True) | Q(credential__officer__ends_on__gt=on))
    rows = CredentialState.objects.filter(good, there).select_related("credential__officer__organ")
    return rows.filter(credential__officer__organ=organ) if organ else rows


OFFICERS = Listing(
    id="officers", title="执法人员", lead="持有效行政执法证件的人员。证件被暂扣、收回、到期的，离岗的，不在名单上；来人是谁，可以按证号查验。",
    who="本级人民政府和各机关",
    bases=(SUPERVISION[17, 2], HEILONGJIANG["二(一)1(5)"], XINGLONG["二(三)"]),
    columns=(
        Column("name", "姓名", lambda row: row.credential.officer.name, width=2),
        Column("number", "执法证号", lambda row: row.credential.number, "code", width=3),
        Column("category", "执法类别", lambda row: row.credential.get_category_display(), width=2),
        Column("organ", "单位", lambda row: row.credential.officer.organ.name, width=4),
        Column("post", "职务", lambda row: row.credential.officer.post_title, width=3),
    ),
    see="credential.verify", found=_officers, order=("credential__officer__organ__path", "credential__number", "id"),
    search=("credential__officer__name__contains", "credential__number"), finds="姓名、证号",
    narrowings=(Narrowing("category", "执法类别", Field.choices, lambda value: Q(credential__category=value)),),
    href=lambda row: reverse("agencies:public_card", args=[row.credential.token]), fleeting=True,
)  # fmt: skip
