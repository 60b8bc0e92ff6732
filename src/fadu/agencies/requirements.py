"""What must be there before a credential is issued: the four conditions of the law, each told with its clause.

在编、在行政执法岗位、公共法律知识考试合格、专业法律知识考试合格 (兴隆县指导意见二(二), catalogue P1-2); never 工勤、临聘、辅助人员
(河北省乡镇和街道综合行政执法条例第四十条第三款, HB-040-3). Who holds the national legal qualification is spared the examination in
public law only where the place says so on that day (`credential.exam_waiver`: 黑政办发〔2019〕26号三(八)2(2) lets places simplify it;
行政执法监督条例第十七条第二款 asks everybody to pass since 2026-02-01).
"""

from dataclasses import dataclass
from datetime import date

from fadu.agencies.kinds import ON_ESTABLISHMENT, Employment, Exam, Field, Purpose
from fadu.agencies.locality import set_here
from fadu.agencies.models import Application, ExamResult, Officer

CONDITIONS = "兴隆县指导意见二(二)"
NEVER = "河北省乡镇和街道综合行政执法条例第四十条第三款"
EXAMINED = "行政执法监督条例第十七条第二款"
EXCHANGED = "兴隆县指导意见二(四)"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One condition of an application: what it is, whether it is there, how it comes about or what is missing, by which clause."""

    label: str
    met: bool
    says: str
    basis: str


def requirements(asked: Application, day: date) -> list[Requirement]:
    """The four conditions of an application on a day."""
    person = asked.officer
    return [_employed(person), _serving(asked, day), _examined(asked, Exam.PUBLIC, day), _examined(asked, Exam.PROFESSIONAL, day)]


def lacking(asked: Application, day: date) -> list[Requirement]:
    """What an application still lacks on a day."""
    return [item for item in requirements(asked, day) if not item.met]


def same_person(person: Officer) -> list[int]:
    """The person's services in every organ, by identity number: an examination is passed once, wherever one serves later."""
    if not person.id_index:
        return [person.pk]
    return list(Officer.objects.filter(id_index=person.id_index).values_list("pk", flat=True))


def waived(person: Officer, day: date) -> str:
    """The clause that spares a holder of the national legal qualification the examination in public law; "" where none does."""
    if not person.legal_qualification or (person.legal_qualified_on or day) > day:
        return ""
    value = set_here("credential.exam_waiver", day)
    return value.clause if value is not None and value.value is True else ""


def _employed(person: Officer) -> Requirement:
    label = Employment(person.employment).label
    if person.employment in ON_ESTABLISHMENT:
        return Requirement("在编", met=True, says=label, basis=CONDITIONS)
    return Requirement("在编", met=False, says=f"{person.name}是{label}，不得申领、发放行政执法证件", basis=NEVER)


def _serving(asked: Application, day: date) -> Requirement:
    person = asked.officer
    serves = person.starts_on <= day and (person.ends_on is None or person.ends_on > day)
    says = f"{person.organ.name}，{asked.position}" if serves else f"{person.name}在 {day.isoformat()} 不在岗"
    return Requirement("在行政执法岗位", met=serves, says=says, basis=CONDITIONS)


def _examined(asked: Application, kind: Exam, day: date) -> Requirement:
    label = f"{kind.label}考试合格"
    old = asked.replaces
    if old is not None and (kind == Exam.PUBLIC or old.category in {asked.category, Field.GENERAL}):
        basis = EXCHANGED if asked.purpose == Purpose.EXCHANGE else EXAMINED
        return Requirement(label, met=True, says=f"取得原证 {old.number} 时已经确认资格", basis=basis)
    results = ExamResult.objects.filter(officer__in=same_person(asked.officer), kind=kind, annulled_at__isnull=True, taken_on__lte=day)
    passed = results.filter(passed=True).order_by("taken_on").first()
    if passed is not None:
        mark = "" if passed.mark is None else f"，{passed.mark} 分"
        return Requirement(label, met=True, says=f"{passed.taken_on.isoformat()} 合格{mark}（{passed.source}）", basis=CONDITIONS)
    if kind == Exam.PUBLIC and (clause := waived(asked.officer, day)):
        return Requirement(label, met=True, says="已取得法律职业资格，免试", basis=clause)
    failed = results.order_by("-taken_on").first()
    says = f"{failed.taken_on.isoformat()} 考试不合格，请补考" if failed else f"还没有{kind.label}考试合格的成绩"
    if kind == Exam.PUBLIC and asked.officer.legal_qualification:
        says += "；取得法律职业资格的，本地现在没有规定可以免试"
    return Requirement(label, met=False, says=says, basis=CONDITIONS if kind == Exam.PROFESSIONAL else EXAMINED)
