"""What the forms of the room ask, and what is posted, as data of a form."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from fadu.agencies.exams.kinds import LETTERS, SUBJECTS, Difficulty, QuestionKind
from fadu.law.forms import Field, Kind


def _choices(kinds: Iterable[tuple[str, Any]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), str(label)) for value, label in kinds)


REASON = Field(name="reason", label="事由", help="为什么这样改，记入变更记录", longest=200)
_KIND = Field(name="kind", label="题型", kind=Kind.CHOICE, choices=_choices(QuestionKind.choices))
_DIFFICULTY = Field(name="difficulty", label="难度", kind=Kind.CHOICE, choices=_choices(Difficulty.choices))
_SUBJECT = Field(name="subject", label="科目", kind=Kind.CHOICE, choices=SUBJECTS)

QUESTION = (
    _KIND,
    Field(name="stem", label="题干", kind=Kind.LONGTEXT, longest=1000, example="对公民适用简易程序当场作出罚款决定，罚款数额最高为（　）。"),
    *(
        Field(name=f"option_{letter.lower()}", label=f"选项{letter}", required=False, longest=300, help="判断题、简答题不用填选项" if letter == "A" else "")
        for letter in LETTERS
    ),
    Field(
        name="answer",
        label="答案",
        kind=Kind.LONGTEXT,
        longest=2000,
        help="单选填一个字母，多选填全部正确的字母，判断填 正确 或 错误，简答填参考答案和评分要点",
        example="ACD",
    ),
    Field(name="explanation", label="解析", kind=Kind.LONGTEXT, required=False, longest=2000, help="考试结束后考生复盘时看到"),
    Field(name="basis", label="依据", required=False, longest=200, example="行政处罚法第五十一条"),
    _DIFFICULTY,
    _SUBJECT,
)
"""A question, with its columns in the order in which offices keep their banks."""

EXAM = (
    Field(name="title", label="考试名称", longest=100, example="2026 年度行政执法人员公共法律知识考试"),
    replace(_SUBJECT, help="作为申领证件的考试时，决定是公共法律知识考试还是哪个领域的专业法律知识考试"),
    Field(name="counts", label="作为申领执法证件的考试", kind=Kind.BOOL, help="合格成绩用于证件申领"),
    Field(name="opens_at", label="开放时间", kind=Kind.DATETIME),
    Field(name="closes_at", label="截止时间", kind=Kind.DATETIME, help="到这一时刻全部收卷，然后才能看答案"),
    Field(name="minutes", label="答题时长（分钟）", kind=Kind.INT, least=1, help="从本人开始答题起算，不超过截止时间", example="60"),
    Field(
        name="blueprint",
        label="组卷方案",
        kind=Kind.TABLE,
        least=1,
        help="每一行从题库中随机抽取；难度不填的不限难度",
        columns=(
            _KIND,
            _SUBJECT,
            replace(_DIFFICULTY, required=False),
            Field(name="count", label="题数", kind=Kind.INT, least=1),
            Field(name="marks", label="每题分数", kind=Kind.INT, least=1),
        ),
    ),
    Field(name="pass_mark", label="合格分", kind=Kind.INT, least=1, example="60"),
    Field(
        name="limit",
        label="简答题评分差限",
        kind=Kind.INT,
        least=0,
        required=False,
        help="有简答题的才填：两名评卷人对一题的评分相差超过几分，由第三人评定",
        example="3",
    ),
    Field(
        name="review_days",
        label="复核期（日）",
        kind=Kind.INT,
        least=0,
        required=False,
        help="有简答题的才填：评完以后几日内可以申请复核，期满成绩生效",
        example="3",
    ),
    Field(name="tries", label="每人次数", kind=Kind.INT, least=1, help="合格以后不能再考", example="1"),
)
"""An exam while it is a draft."""

APPEAL = Field(name="reason", label="申请理由", kind=Kind.LONGTEXT, longest=500, help="写明认为评分有误的地方和依据")
RULING = (
    Field(name="mark", label="复核后的评分", kind=Kind.INT, least=0),
    Field(name="reason", label="复核理由", kind=Kind.LONGTEXT, longest=500),
)


def marker_fields(people: Iterable[tuple[int, str]]) -> tuple[Field, ...]:
    """Who marks the answers in words, and who decides where two differ."""
    choices = tuple((str(key), label) for key, label in people)
    return (
        Field(name="markers", label="评卷人", kind=Kind.CHOICES, choices=choices, required=False, help="每份答卷由其中两人背对背评阅，不显示考生"),
        Field(name="arbiters", label="仲裁评卷人", kind=Kind.CHOICES, choices=choices, required=False, help="两人评分相差超过差限的，由其中一人评定"),
    )


WHO = (("enforcing", "在编的执法人员"), ("all", "全部在岗人员"))


def invitation_fields(organs: Iterable[tuple[int, str]]) -> tuple[Field, ...]:
    """Whom to invite: all who serve in some organs, or those on the establishment."""
    choices = tuple((str(key), label) for key, label in organs)
    return (
        Field(name="organs", label="机关", kind=Kind.CHOICES, choices=choices),
        Field(name="who", label="应考人员", kind=Kind.CHOICE, choices=WHO, help="已经通知过的不会重复通知"),
    )
