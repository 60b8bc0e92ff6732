"""The lists of the room that go in and out as worksheets."""

from collections.abc import Iterable, Sequence

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.agencies.exams import forms, selectors, services
from fadu.agencies.exams.content import entered_of
from fadu.agencies.exams.models import Exam, Invitation
from fadu.agencies.exams.selectors.exams import exams
from fadu.agencies.exams.selectors.results import invited
from fadu.law.forms import Field, Kind
from fadu.sheets.sheet import Clean, Fault, Faults, Loaded, Row, Sheet, Tick


def _questions(actor: Actor) -> Iterable[Clean]:
    return (entered_of(version) for version in selectors.questions(actor).order_by("pk").iterator(chunk_size=500))


QUESTIONS = Sheet(
    id="questions",
    title="考试题库",
    fields=lambda _: forms.QUESTION,
    load_action="training.manage",
    see_action="training.manage",
    load=services.load_questions,
    rows=_questions,
    guide=(
        "一行一道题；题干相同的题目只能有一道，标点和空白不算。",
        "单选题的答案填一个字母；多选题填全部正确的字母，如 ACD；判断题填 正确 或 错误，不填选项；简答题填参考答案和评分要点，不填选项。",
        "选项从 A 起依次填写，单选题至少两个，多选题至少三个。",
        "依据写到条款，如 行政处罚法第五十一条。解析在考试结束后给考生看。",
        "题库中已有而内容相同的题目不变；内容不同的，请在题库页面修改，旧版本保留在已经考过的试卷里。",
    ),
)

_RESULT = (
    Field(name="exam", label="考试名称"),
    Field(name="name", label="姓名"),
    Field(name="organ", label="机关"),
    Field(name="state", label="结果"),
    Field(name="mark", label="得分", kind=Kind.INT, required=False),
    Field(name="full", label="满分", kind=Kind.INT),
    Field(name="begun", label="开始时间", required=False),
    Field(name="closed", label="交卷时间", required=False),
    Field(name="left", label="切屏次数", kind=Kind.INT),
    Field(name="head", label="存证值", required=False),
)


def _refused(_actor: Actor, rows: Sequence[Row], _tick: Tick) -> Loaded:
    raise Faults([Fault(row.line, "", "成绩由平台评阅，不能导入") for row in rows] or [Fault(1, "", "成绩由平台评阅，不能导入")])


def _moment(value: object) -> str:
    return f"{timezone.localtime(value):%Y-%m-%d %H:%M:%S}" if value else ""  # type: ignore[arg-type]


def result_rows(exam: Exam, people: Sequence[Invitation]) -> Iterable[Clean]:
    """The results of an exam as rows of the worksheet."""
    for row in selectors.results(exam, people):
        sitting = row.sitting
        yield {
            "exam": exam.title,
            "name": row.invitation.officer.name,
            "organ": row.invitation.organ.name,
            "state": row.label,
            "mark": sitting.mark if sitting else None,
            "full": exam.full_mark,
            "begun": _moment(sitting and sitting.begun_at),
            "closed": _moment(sitting and sitting.closed_at),
            "left": row.left,
            "head": sitting.head if sitting else "",
        }


def _results(actor: Actor) -> Iterable[Clean]:
    for exam in exams(actor).exclude(state="draft").order_by("-pk"):
        yield from result_rows(exam, list(invited(actor, exam).order_by("organ__path", "pk")))


RESULTS = Sheet(
    id="exam_results",
    title="考试成绩",
    fields=lambda _: _RESULT,
    load_action="training.manage",
    see_action="training.see",
    load=_refused,
    rows=_results,
    guide=("只能导出：成绩由平台评阅，不能导入或者修改。",),
)
