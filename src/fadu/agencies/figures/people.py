"""Figures of people: who holds a credential and by right, who left and gave it back, who reviews."""

from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Q

from fadu.accounts.actors import Role
from fadu.accounts.selectors import posts_of_officers
from fadu.agencies.figure import Figure, Reading
from fadu.agencies.figures.common import below, in_force, none_of, row_of, serving, share_of, valid
from fadu.agencies.figures.leaving import CANCELLED, WITHDRAWN, exits, handled
from fadu.agencies.figures.reviewing import first_reviewers, organs_with_reviewers, qualified_reviewers, reviewer_share, township_reviewers
from fadu.agencies.kinds import ON_ESTABLISHMENT, Exam, Source, State
from fadu.agencies.models import Credential, ExamResult, Officer, Organ
from fadu.agencies.requirements import waived


def certified(organ: Organ, day: date) -> Reading:
    """Of those who hold an officer's post, how many hold a valid credential (持证率)."""
    people = serving(organ, day)
    posts = posts_of_officers([person.pk for person in people], day)
    holders = {card.officer_id for card in valid(organ, day)}
    enforcing = [person for person in people if any(post.role == Role.OFFICER.value for post in posts.get(person.pk, []))]
    return share_of((row_of(person, "" if person.pk in holders else "没有有效的执法证件") for person in enforcing), "任执法人员的在岗人员中持有效证件的")


def _passed(cards: list[Credential]) -> dict[tuple[str, str], date]:
    """The first day on which each person (by identity, else by service) passed each examination."""
    keys = {card.officer.id_index for card in cards if card.officer.id_index}
    theirs = Q(officer__id_index__in=keys) | Q(officer__in=[card.officer_id for card in cards])
    found: dict[tuple[str, str], date] = {}
    for result in ExamResult.objects.filter(theirs, passed=True, annulled_at__isnull=True).select_related("officer").order_by("-taken_on"):
        found[_key(result.officer), result.kind] = result.taken_on
    return found


def _key(person: Officer) -> str:
    return person.id_index or str(person.pk)


def _unexamined(card: Credential, passed: dict[tuple[str, str], date], by: date) -> list[str]:
    """Which examinations were not passed on the day asked about, nor replaced by an earlier card, nor waived."""
    if card.application is not None and card.application.replaces_id is not None:
        return []
    missing = [exam for exam in Exam if passed.get((_key(card.officer), exam), date.max) > by]
    return [exam.label for exam in missing if not (exam == Exam.PUBLIC and waived(card.officer, by))]


def conditions(organ: Organ, day: date) -> Reading:
    """Of the valid credentials, how many had all four conditions on the day of issue (领证四条件)."""
    cards = valid(organ, day)
    passed = _passed(cards)

    def lacks(card: Credential) -> str:
        # Of a card that is older than the register the conditions are as registered: the results must be on record.
        by = day if card.source == Source.EXISTING else card.valid_from
        missing = [f"没有登记{label}考试合格" for label in _unexamined(card, passed, by)]
        missing += [] if card.officer.employment in ON_ESTABLISHMENT else ["不在编"]
        missing += [] if card.officer.starts_on <= max(card.valid_from, card.officer.starts_on) else ["发证时不在岗"]
        return "；".join(missing)

    return share_of((row_of(card.officer, lacks(card)) for card in cards), "有效证件中发证时四个条件都具备的")


def unexamined(organ: Organ, day: date) -> Reading:
    """Who holds a valid credential without having passed (无合格考试而有证)."""
    cards = valid(organ, day)
    passed = _passed(cards)
    wrong = ((card, _unexamined(card, passed, day)) for card in cards)
    return none_of((row_of(card.officer, f"没有登记{'、'.join(missing)}考试合格") for card, missing in wrong if missing), "持有效证件而没有考试合格记录的人数")


def never(organ: Organ, day: date) -> Reading:
    """Credentials that auxiliary, logistics or temporary staff hold or ever held (工勤、临聘不得发证)."""
    cards = Credential.objects.filter(officer__organ__in=below(organ, day), valid_from__lte=day).exclude(officer__employment__in=ON_ESTABLISHMENT)
    rows = (row_of(card.officer, f"{card.officer.get_employment_display()}，执法证 {card.number}") for card in cards.select_related("officer__organ"))
    return none_of(rows, "工勤、临聘、辅助人员名下现在或者曾经有证的件数")


def auxiliaries(organ: Organ, day: date) -> Reading:
    """Of those who assist, how many are registered with a work card and hold no credential."""
    people = [person for person in serving(organ, day) if person.employment not in ON_ESTABLISHMENT]
    holders = {card.officer_id for card in valid(organ, day)}

    def lacks(person: Officer) -> str:
        return "持有执法证件" if person.pk in holders else "" if person.work_card else "没有登记工作证号"

    return share_of((row_of(person, lacks(person)) for person in people), "在岗辅助、工勤、临聘人员中只持工作证、不持执法证件的")


def established(organ: Organ, day: date) -> Reading:
    """Of the valid credentials, how many are held by people on the establishment and in service that day (在编在岗)."""

    def lacks(person: Officer) -> str:
        away = person.starts_on > day or (person.ends_on is not None and person.ends_on <= day)
        return "不在岗" if away else "" if person.employment in ON_ESTABLISHMENT else person.get_employment_display()

    return share_of((row_of(card.officer, lacks(card.officer)) for card in valid(organ, day)), "有效证件的持证人在编在岗的")


def public(organ: Organ, day: date) -> Reading:
    """Of the valid credentials, how many show 姓名、证号、类别、单位 on their public page."""
    told = ((card, [label for label, value in _shown(card) if not value]) for card in valid(organ, day))
    return share_of((row_of(card.officer, f"缺{'、'.join(missing)}" if missing else "") for card, missing in told), "公开页与名册是同一份数据，变更即时生效")


def _shown(card: Credential) -> tuple[tuple[str, str], ...]:
    person = card.officer
    return ("姓名", person.name), ("证号", card.number), ("类别", card.get_category_display()), ("单位", person.organ.name)


def cleared(organ: Organ, day: date) -> Reading:
    """Of the credentials that stand as valid, how many are not run out and held by people on the establishment in service (资格清理)."""
    cards = [state.credential for state in in_force(organ, day) if state.state == State.VALID]

    def lacks(card: Credential) -> str:
        person = card.officer
        if card.valid_to < day:
            return f"已于 {card.valid_to.isoformat()} 到期，没有换发或者收回"
        if person.ends_on is not None and person.ends_on <= day:
            return "持证人已离岗"
        return "" if person.employment in ON_ESTABLISHMENT else person.get_employment_display()

    return share_of((row_of(card.officer, lacks(card)) for card in cards), "逐证复核在编、在岗、有效期，应当清退的列在前面")


def waivers(organ: Organ, day: date) -> Reading:
    """Of those who got a credential without the examination in public law, how many hold the legal qualification (免考)."""
    cards = [card for card in valid(organ, day) if card.application is not None and card.application.replaces_id is None]
    passed = _passed(cards)
    spared = [card for card in cards if passed.get((_key(card.officer), Exam.PUBLIC), date.max) > card.valid_from]
    rows = (row_of(card.officer, "" if waived(card.officer, card.valid_from) else "没有免试的依据") for card in spared)
    return share_of(rows, "没有公共法律知识考试成绩而发证的")


def qualified(organ: Organ, day: date) -> Reading:
    """Of those who enforce, how many hold the legal qualification, and whether that is no less than a year ago."""

    def counted(on: date) -> tuple[int, int]:
        people = {card.officer_id: card.officer for card in valid(organ, on)}.values()
        return sum(person.legal_qualification and (person.legal_qualified_on or on) <= on for person in people), len(people)

    now, before = counted(day), counted(day - timedelta(days=365))
    if not now[1]:
        return Reading(None, None, now, "没有持有效证件的执法人员")
    share = Fraction(*now)
    if not before[1]:
        return Reading(share, None, now, "一年前没有数据，不能比较")
    return Reading(share, share >= Fraction(*before), now, f"一年前 {before[0]}/{before[1]}")


def bar(organ: Organ, day: date) -> Reading:
    """How many of those who enforce hold the legal qualification, beside last year: reported, never judged (鼓励参加法考)."""

    def counted(on: date) -> int:
        people = {card.officer_id: card.officer for card in valid(organ, on)}.values()
        return sum(person.legal_qualification and (person.legal_qualified_on or on) <= on for person in people)

    return Reading(Fraction(counted(day)), None, None, f"一年前 {counted(day - timedelta(days=365))} 人；只报数，不判未达")


FIGURES = (
    Figure("people.certified", "持证率", "%", "在岗执法人员持有效证件 =100%", (("000", "二(一)3"), ("004", "清单一(二)4")), certified),
    Figure("people.established", "持证人在编在岗", "%", "=100%", (("001", "二(二)"),), established),
    Figure("people.conditions", "领证四条件", "%", "发证日四条件同时成立 =100%", (("001", "二(二)"),), conditions),
    Figure("people.never", "工勤、临聘、辅助人员持证", "件", "=0（含历史）", (("001", "二(二)"),), never),
    Figure("people.auxiliaries", "辅助人员登记", "%", "只持工作证、不持执法证 =100%", (("001", "二(二)"),), auxiliaries),
    Figure("people.unexamined", "无合格考试而有证", "人", "=0", (("002", "二(一)2(1)"),), unexamined),
    Figure("people.waivers", "免试依据", "%", "免考人员有法律职业资格 =100%", (("002", "三(八)2(2)"),), waivers),
    Figure("people.public", "人员公示四要素", "%", "姓名、证号、类别、单位齐全 =100%", (("001", "二(三)"),), public),
    Figure("people.handled", "证件收回、收缴、注销", "%", f"处理正确并在 {CANCELLED} 日内注销 =100%", (("001", "二(四)"),), handled),
    Figure("people.exits", "退出停用", "%", f"{WITHDRAWN} 个工作日内证件停用 =100%", (("000", "二(一)3"), ("003", "三(一)3"), ("004", "清单一(二)5")), exits),
    Figure("people.cleared", "资格和证件清理", "%", "在编、在岗、未到期 =100%", (("003", "三(一)3"),), cleared),
    Figure("people.qualified", "执法人员具有法律职业资格", "%", "不低于一年前", (("000", "二(一)1"),), qualified),
    Figure("people.reviewers.share", "法制审核人员占比", "%", "不少于本地规定的比例，不足 15 人的机关至少 1 人", (("002", "二(三)1(2)"),), reviewer_share),
    Figure("people.reviewers.organs", "有专人法制审核的机关", "%", "100%，承办兼审核 0 件", (("002", "二(三)1(1)"),), organs_with_reviewers),
    Figure("people.reviewers.qualified", "审核人员具有法律职业资格", "%", "高于一年前，或者 100%", (("002", "二(三)1(2)"),), qualified_reviewers),
    Figure("people.bar", "乡镇执法人员取得法律职业资格人数", "人", "只报数，同比", (("001", "二(五)"),), bar),
    Figure("people.reviewers.first", "初任审核人员资格", "%", "=100%", (("000", "二(二)6"), ("002", "二(三)1(2)"), ("001", "三(九)")), first_reviewers),
    Figure("people.reviewers.townships", "乡镇有审核人员", "%", "=100%", (("001", "三(九)"),), township_reviewers),
)
