"""What the forms of training ask."""

from collections.abc import Iterable
from dataclasses import replace

from fadu.agencies.forms import REASON
from fadu.agencies.training.kinds import Campaign, Cause, CourseKind, Method, Mode, Outcome, Topic
from fadu.law.forms import Field, Kind


def _choices(kinds: Iterable[tuple[str, object]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), str(label)) for value, label in kinds)


KIND = Field(name="kind", label="课程种类", kind=Kind.CHOICE, choices=_choices(CourseKind.choices))

LINE = (
    KIND,
    Field(name="title", label="培训项目", longest=100),
    Field(name="hours", label="学时", kind=Kind.INT, least=1),
    Field(name="audience", label="培训对象", longest=100),
    Field(name="first_month", label="起始月份", kind=Kind.INT, least=1),
    Field(name="last_month", label="结束月份", kind=Kind.INT, least=1),
    Field(name="budget", label="经费（元）", kind=Kind.MONEY, required=False),
)
"""A row of a plan."""

PLAN = (
    Field(name="year", label="年度", kind=Kind.INT, least=2020, example="2026"),
    Field(name="lines", label="计划项目", kind=Kind.TABLE, columns=LINE, least=1, help="课程种类、学时、对象、月份和经费；月份填 1 至 12"),
)
"""A plan as drawn up."""

FILING = (
    Field(name="filed_on", label="报备日期", kind=Kind.DATE),
    Field(name="filed_with", label="报备机关", longest=100, help="同级司法行政机关", example="示范县司法局"),
    Field(name="receipt", label="签收文号", longest=60, required=False),
)
"""A plan is filed."""

COURSE = (
    Field(name="title", label="课程名称", longest=100, example="行政处罚法和程序规定精讲"),
    KIND,
    Field(name="topics", label="涉及专题", kind=Kind.CHOICES, choices=_choices(Topic.choices), required=False, help="有的专题要求全员学习，选了才计入"),
    Field(name="method", label="培训方式", kind=Kind.CHOICE, choices=_choices(Method.choices)),
    Field(name="mode", label="线上线下", kind=Kind.CHOICE, choices=_choices(Mode.choices), help="实操技能训练应当线下组织"),
    Field(name="hours", label="学时", kind=Kind.INT, least=1, help="参训人员的学时由此而来，不另填"),
    Field(name="teacher", label="授课人", longest=100),
    Field(name="material", label="教材、教程", longest=200, required=False),
)
"""A course as entered."""

SESSION = (
    Field(name="place", label="地点", longest=100, help="线上课程填平台名称"),
    Field(name="starts_at", label="开始", kind=Kind.DATETIME),
    Field(name="ends_at", label="结束", kind=Kind.DATETIME),
    Field(name="campaign", label="所属活动", kind=Kind.CHOICE, choices=_choices(Campaign.choices), required=False, help="全员轮训按此计算"),
    Field(name="grace", label="开始后几分钟内可以签到", kind=Kind.INT, help="过时算迟到，只能由组织者写明理由补登", example="15"),
    Field(name="sign_out", label="须签退", kind=Kind.BOOL, help="须签退的，签退后才计学时"),
    Field(name="line", label="落实的计划项目", kind=Kind.CHOICE, required=False),
    Field(name="audience", label="参训机关", kind=Kind.CHOICES, help="只有这些机关的人员可以签到"),
)
"""A session as called."""

CODE = (Field(name="code", label="签到码", longest=6, help="大屏幕上的 6 位数字，半分钟一换"),)
"""Signing in."""

HAND = (
    Field(name="officer", label="参训人员", kind=Kind.CHOICE),
    replace(REASON, help="为什么没有扫码签到", example="手机没电，现场核对身份证"),
)
"""Somebody added by hand."""

STRIKE = (replace(REASON, help="为什么注销这次签到", example="本人未到场"),)
"""An attendance struck out."""

CANCEL = (replace(REASON, help="为什么取消这一场"),)
"""A session cancelled."""

OFF_DUTY = (
    Field(name="cause", label="原因", kind=Kind.CHOICE, choices=_choices(Cause.choices)),
    Field(name="facts", label="事实", kind=Kind.LONGTEXT, longest=500, help="写明发生了什么、依据哪份决定"),
    Field(name="paper", label="决定文书号", longest=60, example="示司执离〔2026〕1号"),
    Field(name="days", label="离岗教育天数", kind=Kind.INT, least=1),
    Field(name="starts_at", label="自何时起", kind=Kind.DATETIME, help="此刻起执法证同时暂扣，不能执法"),
)
"""Somebody is taken off duty."""

RETURN = (
    Field(name="outcome", label="结果", kind=Kind.CHOICE, choices=_choices(Outcome.choices)),
    Field(name="asked_on", label="本人申请重回岗位的日期", kind=Kind.DATE, when=("outcome", (Outcome.BACK.value,))),
    Field(name="exam_passed", label="考试结果合格", kind=Kind.BOOL, when=("outcome", (Outcome.BACK.value,))),
    Field(name="exam_on", label="考试日期", kind=Kind.DATE, when=("outcome", (Outcome.BACK.value,))),
    Field(name="exam_ref", label="考试记录编号", longest=60, required=False, when=("outcome", (Outcome.BACK.value,)), help="考试系统或者纸质试卷的编号"),
    Field(name="ends_at", label="自何时起", kind=Kind.DATETIME, help="重新上岗的，此刻起执法证恢复有效"),
    Field(name="paper", label="文书号", longest=60),
)
"""Lessons off duty come to their end."""
