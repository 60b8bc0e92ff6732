"""Figures of those who review (法制审核人员)."""

from datetime import date, timedelta
from fractions import Fraction

from django.urls import reverse

from fadu.agencies.figure import Behind, Reading
from fadu.agencies.figures.common import below, lacking_first, row_of, share_of
from fadu.agencies.kinds import Level, OrganKind
from fadu.agencies.models import Organ
from fadu.agencies.selectors.reviewers import reviewing_in, shares_in


def reviewer_share(organ: Organ, day: date) -> Reading:
    """Reviewers beside officers with a valid credential; every organ must reach the share."""
    shares = shares_in(below(organ, day), day)
    officers, there = sum(share.officers for share in shares), sum(share.reviewers for share in shares)
    rows = [Behind(share.organ.name, reverse("agencies:organ", args=[share.organ.pk]), f"缺 {share.lacks} 人" if share.lacks else "") for share in shares]
    if not officers:
        return Reading(None, None, (there, officers), "没有持有效证件的执法人员")
    value = Fraction(there, officers)
    if shares[0].due is None:
        return Reading(value, None, (there, officers), "本地没有规定比例", tuple(rows))
    return Reading(value, not any(share.lacks for share in shares), (there, officers), "逐个机关计算；不足 15 人的机关至少 1 人", lacking_first(rows))


def first_reviewers(organ: Organ, day: date) -> Reading:
    """Of those who review for the first time, how many have the legal qualification (初任审核人员资格)."""
    rows = reviewing_in([item.pk for item in below(organ, day)], day)
    first = [row for row in rows if row.first_time is not False]
    return share_of((row_of(row.officer, "" if row.officer.legal_qualification else "没有法律职业资格") for row in first), "没有登记此前从事审核的按初次计")


def township_reviewers(organ: Organ, day: date) -> Reading:
    """Of the townships, how many have a reviewer of their own."""
    towns = [item for item in below(organ, day) if item.level == Level.TOWNSHIP and item.kind != OrganKind.DISPATCHED]
    there = {row.officer.organ_id for row in reviewing_in([town.pk for town in towns], day)}
    return share_of(Behind(town.name, reverse("agencies:organ", args=[town.pk]), "" if town.pk in there else "没有法制审核人员") for town in towns)


def qualified_reviewers(organ: Organ, day: date) -> Reading:
    """Of those who review, how many hold the legal qualification, and whether that is more than a year ago, or everybody."""

    def counted(on: date) -> tuple[int, int]:
        people = [row.officer for row in reviewing_in([item.pk for item in below(organ, on)], on)]
        return sum(person.legal_qualification and (person.legal_qualified_on or on) <= on for person in people), len(people)

    now, before = counted(day), counted(day - timedelta(days=365))
    if not now[1]:
        return Reading(None, None, now, "没有法制审核人员")
    share = Fraction(*now)
    if not before[1]:
        return Reading(share, None, now, "一年前没有数据，不能比较")
    return Reading(share, share == 1 or share > Fraction(*before), now, f"一年前 {before[0]}/{before[1]}；法律专业背景以法律职业资格计")


def organs_with_reviewers(organ: Organ, day: date) -> Reading:
    """Of the organs where somebody enforces, how many have a person for review; who handles a case can't review it, which the database holds."""
    shares = shares_in(below(organ, day), day)
    rows = (Behind(share.organ.name, reverse("agencies:organ", args=[share.organ.pk]), "" if share.reviewers else "没有专人从事法制审核") for share in shares)
    return share_of(rows, "承办人兼任审核人的案件为 0：同一案件一人只有一个职责，由数据库把关" if shares else "没有有执法人员的机关")
