"""Figures of legal counsel: who is engaged, whether what is asked is answered, what becomes of opinions."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Q
from django.urls import reverse

from fadu.agencies.counsel.kinds import ADVISING, HIRED, Asked, Occasion
from fadu.agencies.counsel.models import Borrowing, Cooperation, Dispute, Expert, Opinion
from fadu.agencies.equipment.figures.judging import County, held, organs_held, untold
from fadu.agencies.figure import Behind, Clause, Figure, Reading, ratio
from fadu.agencies.kinds import Level
from fadu.agencies.models import Organ
from fadu.agencies.selectors.reviewers import reviewing_in, shares_in

ANSWER_WITHIN = timedelta(days=7)
"""How long a request may lie before it counts as not answered: the policies ask for an answer and set no days (参数，原文未定)."""


def engaged(organ: Organ, day: date) -> Reading:
    """Departments that have a lawyer in public service or a legal adviser (①)."""
    county = County(organ, day)
    serving = Q(until__isnull=True) | Q(until__gte=day)
    there = set(Expert.objects.filter(serving, organ__in=county.organs, since__lte=day, kind__in=ADVISING).values_list("organ_id", flat=True))
    departments = [one for one in county.enforcing if one.level != Level.TOWNSHIP]
    return organs_held(departments, lambda one: "" if one.pk in there else "没有在聘的公职律师、法律顾问", none="没有有执法人员的部门")


def answered(least: Fraction) -> Callable[[Organ, date], Reading]:
    """Requests of the year that were answered; those of the last days still may be."""

    def read(organ: Organ, day: date) -> Reading:
        rows = [row for row in _asked(organ, day) if _answered(row, day) or row.asked_on + ANSWER_WITHIN < day]
        behind = tuple(sorted((_behind(row, "" if _answered(row, day) else "没有答复") for row in rows), key=lambda row: not row.lacks))
        done = sum(_answered(row, day) for row in rows)
        why = f"{day.year} 年应当答复的申请 {len(rows)} 件" if rows else f"{day.year} 年没有应当答复的申请"
        return ratio(done, len(rows), least=least, why=why, behind=behind)

    return read


def by_lender(organ: Organ, day: date) -> Reading:
    """Answers of the year, of them those that the lender's own organ gave here; others were entered by who asked."""
    rows = [row for row in _asked(organ, day) if _answered(row, day)]
    return held([_behind(row, "" if row.answered_by else "由申请机关登记的答复") for row in rows], none=f"{day.year} 年没有答复的申请")


def short_of_reviewers(organ: Organ, day: date) -> Reading:
    """Organs with too few reviewers that asked others for help this year; who has enough need not ask."""
    asked = {row.organ_id for row in _asked(organ, day)}
    shares = shares_in(County(organ, day).organs, day)
    if shares and shares[0].due is None:
        return untold("本地没有规定审核人员比例，不知道哪些机关人员不足")
    short = [share.organ for share in shares if share.lacks]
    return organs_held(short, lambda one: "" if one.pk in asked else "审核人员不足，当年没有申请调用", none="没有审核人员不足的机关")


def crossed(organ: Organ, day: date) -> Reading:
    """Reviews that one organ made for another this year."""
    done = [row for row in _asked(organ, day) if row.what == Asked.REVIEW and row.opinion_on is not None and row.opinion_on <= day]
    behind = tuple(_behind(row, "") for row in done)
    reading = Reading(Fraction(len(done)), bool(done), None, f"{day.year} 年跨机关法制审核 {len(done)} 件", behind)
    return reading if done or day == date(day.year, 12, 31) else Reading(reading.value, None, None, "年内还没有跨机关审核，年末判定")


def cooperating(organ: Organ, day: date) -> Reading:
    """Schemes of mutual review in force for the organ or one below or above it, checked by a second person."""
    around = Q(organ__path__startswith=organ.path) | Q(organ__in=[int(step) for step in organ.path.strip("/").split("/")])
    running = Q(issued_on__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))
    rows = Cooperation.objects.filter(around, running).exclude(checked_name="").order_by("issued_on")
    behind = tuple(Behind(f"{row}（{row.number}，{len(row.partners)} 个协作机关）", reverse("counsel:cooperations_row", args=[row.pk])) for row in rows)
    lapsed = Cooperation.objects.filter(around, issued_on__lte=day, until__lt=day).exclude(checked_name="").exists()
    if not behind and lapsed:
        return untold("登记的协作机制文件已经失效")
    return Reading(Fraction(len(behind)), bool(behind), None, "现行的法制审核协作机制文件" if behind else "没有经复核的现行协作机制文件", behind)


def written(organ: Organ, day: date) -> Reading:
    """Opinions of the year that were given in writing."""
    return _opinions(organ, day, lambda row: "" if row.written else "没有书面意见")


def reasoned(organ: Organ, day: date) -> Reading:
    """Opinions of the year that were not followed, of them those with a reason."""
    rows = [row for row in _said(organ, day) if not row.adopted]
    return held([_opinion(row, "" if row.why else "没有写明不采纳的理由") for row in rows], none=f"{day.year} 年没有不采纳的意见")


def signed(organ: Organ, day: date) -> Reading:
    """Opinions on review by hired lawyers that a reviewer of the organ itself signed."""
    rows = [row for row in _said(organ, day) if row.expert.kind in HIRED and row.occasion == Occasion.REVIEW]
    reviewers = {one.officer.pk for one in reviewing_in([organ.pk for organ in County(organ, day).organs], day)}

    def lacks(row: Opinion) -> str:
        if row.signed_by_id is None:
            return "没有本单位审核人签发"
        return "" if row.signed_by_id in reviewers else "签发人不是法制审核人员"

    return held([_opinion(row, lacks(row)) for row in rows], none=f"{day.year} 年没有外聘律师的审核意见")


def settled(organ: Organ, day: date) -> Reading:
    """Disagreements between handling and review of the year that were settled."""
    rows = Dispute.objects.filter(organ__in=County(organ, day).organs, raised_on__year=day.year, raised_on__lte=day).order_by("raised_on")
    return held(
        [Behind(str(row), reverse("counsel:disputes_row", args=[row.pk]), "" if row.settled_on and row.settled_on <= day else "没有协调办结") for row in rows],
        none=f"{day.year} 年没有审核分歧",
    )


def _asked(organ: Organ, day: date) -> list[Borrowing]:
    found = Borrowing.objects.filter(organ__in=County(organ, day).organs, asked_on__year=day.year, asked_on__lte=day)
    return list(found.select_related("lender", "organ").order_by("asked_on", "pk"))


def _answered(row: Borrowing, day: date) -> bool:
    return row.answered_on is not None and row.answered_on <= day


def _said(organ: Organ, day: date) -> list[Opinion]:
    found = Opinion.objects.filter(organ__in=County(organ, day).organs, held_on__year=day.year, held_on__lte=day)
    return list(found.select_related("expert").order_by("held_on", "pk"))


def _opinions(organ: Organ, day: date, lacks: Callable[[Opinion], str]) -> Reading:
    return held([_opinion(row, lacks(row)) for row in _said(organ, day)], none=f"{day.year} 年没有专家意见")


def _behind(row: Borrowing, lacks: str) -> Behind:
    return Behind(f"{row.organ.name} → {row.lender.name}：{row.matter}", reverse("counsel:borrowings_row", args=[row.pk]), lacks)


def _opinion(row: Opinion, lacks: str) -> Behind:
    return Behind(f"{row.expert.name} {row}", reverse("counsel:opinions_row", args=[row.pk]), lacks)


_HEBEI: Clause = ("000", "二(六)15")
_LIAOCHENG: Clause = ("003", "三(五)11")
_XINSHAO: Clause = ("004", "清单六(一)2")
FIGURES = (
    Figure("counsel.engaged", "有公职律师、法律顾问的部门", "%", "100%", (_HEBEI,), engaged),
    Figure("counsel.answered_all", "申请调用全部响应", "%", "100%", (_HEBEI,), answered(Fraction(1))),
    Figure("counsel.answered", "申请调用响应率", "%", "不低于 95%", (("002", "二(三)1(3)"), _LIAOCHENG, _XINSHAO), answered(Fraction(95, 100))),
    Figure("counsel.by_lender", "协助机关本机关答复率", "%", "100%", (_HEBEI, _LIAOCHENG, _XINSHAO), by_lender),
    Figure("counsel.short", "审核人员不足的机关申请调用", "%", "100%，人员充足的不判", (("002", "二(三)1(3)"),), short_of_reviewers),
    Figure("counsel.crossed", "跨机关法制审核件数", "件", "年内大于 0", (_HEBEI, _LIAOCHENG, _XINSHAO), crossed),
    Figure("counsel.cooperation", "法制审核协作机制文件", "份", "有现行文件", (_HEBEI, _LIAOCHENG, _XINSHAO), cooperating),
    Figure("counsel.written", "专家意见书面率", "%", "100%", (_LIAOCHENG,), written),
    Figure("counsel.reasoned", "不采纳专家意见有理由", "%", "100%", (_LIAOCHENG,), reasoned),
    Figure("counsel.signed", "外聘审核意见由本单位审核人签发", "%", "100%", (("001", "三(九)"),), signed),
    Figure("counsel.disputes", "审核分歧协调办结率", "%", "100%", (("002", "二(三)4(1)"),), settled),
)
"""What the clauses on legal counsel ask."""
