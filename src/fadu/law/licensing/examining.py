"""审查：核查、检验、告知利害关系人、不计入期限、延长."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, PLACE, ask, line, prose
from fadu.law.facts import Fact
from fadu.law.forms import Field, Kind
from fadu.law.licence.terms import OUT
from fadu.law.procedure import Role, Step, When, absent
from fadu.law.statutes import LICENCE
from fadu.law.vocabulary import licence

ACCEPTED = ("accepted",)
Facts = Mapping[str, Any]


def _free(facts: Facts) -> int | None:
    """The first stretch not used yet; None where all are."""
    return next((place for place, (since, _) in enumerate(OUT) if since.name not in facts), None)


def _begun(before: Facts, _data: Facts, context: Facts) -> dict[str, Any]:
    place = _free(before)
    assert place is not None
    return {OUT[place][0].name: context["on"], "licence_stopped": True}


def _running(facts: Facts) -> Fact | None:
    """The end, not known yet, of the stretch that runs."""
    return next((until for since, until in OUT if since.name in facts and until.name not in facts), None)


def _ended(before: Facts, _data: Facts, context: Facts) -> dict[str, Any]:
    running = _running(before)
    assert running is not None
    return {running.name: context["on"], "licence_stopped": False}


def _unfit_to_begin(facts: Facts) -> str:
    if facts.get("licence_stopped"):
        return "已有不计入期限的事项正在进行"
    return "不计入期限的事项已经登记三段" if _free(facts) is None else ""


VERIFY = Step(
    name="verify_licence",
    label="实地核查",
    leaves=ACCEPTED,
    basis=(LICENCE[34, 3],),
    says="需要核实材料实质内容的，指派两名以上工作人员核查",
    asks=(
        ask(licence.verifiers, kind=Kind.OFFICERS, label="核查人员"),
        PLACE,
        prose("findings", "核查情况", longest=3000),
        Field(name="conforms", label="是否符合条件", kind=Kind.BOOL),
    ),
    marks={licence.verified_on: When.DAY},
    papers=("licence_verification",),
)

ASSIGN_TESTERS = Step(
    name="assign_testers",
    label="指派检验人员",
    leaves=ACCEPTED,
    basis=(LICENCE[55, 2],),
    says="须由本机关检验、检测、检疫的，受理之日起五个工作日内指派两名以上人员",
    asks=(ask(licence.testers, kind=Kind.OFFICERS, label="检验人员"), line("standard", "技术标准、技术规范")),
    marks={licence.testers_assigned_on: When.DAY},
    side=True,
)

TELL_INTERESTED = Step(
    name="tell_interested",
    label="告知利害关系人",
    leaves=ACCEPTED,
    basis=(LICENCE[36],),
    says="许可事项直接关系他人重大利益的，告知该利害关系人可以陈述、申辩",
    asks=(line("interested", "利害关系人", example="同楼居民王某等 6 人"), prose("told_of", "告知的内容", longest=2000)),
    marks={licence.third_told_on: When.DAY},
    papers=("interested_notice",),
    side=True,
)

HEAR_INTERESTED = Step(
    name="hear_interested",
    label="听取意见",
    unfit=absent(licence.third_told_on, "还没有告知利害关系人"),
    leaves=ACCEPTED,
    basis=(LICENCE[36],),
    says="听取申请人、利害关系人的陈述和申辩",
    asks=(prose("said", "申请人和利害关系人的意见", longest=3000), ask(licence.third_heard), prose("checked", "复核意见", longest=2000)),
    side=True,
)

BEGIN_EXCLUDED = Step(
    name="begin_excluded",
    label="开始不计入期限的事项",
    unfit=_unfit_to_begin,
    leaves=ACCEPTED,
    basis=(LICENCE[45],),
    says="听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审，所需时间书面告知后不计入期限",
    asks=(
        Field(
            name="matter",
            label="事项",
            kind=Kind.CHOICE,
            choices=(
                ("hearing", "听证"),
                ("tender", "招标、拍卖"),
                ("test", "检验、检测、检疫"),
                ("identify", "鉴定"),
                ("experts", "专家评审"),
            ),
        ),
        line("needed", "所需时间", example="十五个工作日"),
        ask(licence.out_told),
    ),
    effect=_begun,
    derives=(licence.stopped, *(since for since, _ in OUT)),
    papers=("time_notice",),
    side=True,
)

END_EXCLUDED = Step(
    name="end_excluded",
    label="结束不计入期限的事项",
    unfit=lambda facts: "没有不计入期限的事项正在进行" if _running(facts) is None else "",
    leaves=ACCEPTED,
    basis=(LICENCE[45],),
    says="事项办完的次日起继续计算期限",
    asks=(prose("result", "结果", longest=2000),),
    effect=_ended,
    derives=(licence.stopped, *(until for _, until in OUT)),
    side=True,
)

EXTEND = Step(
    name="extend_licence",
    label="延长办理期限",
    leaves=ACCEPTED,
    by=Role.HEAD,
    basis=(LICENCE[42, 1], LICENCE[42, 2]),
    says="二十日内不能决定的延长十个工作日；联合办理经本级政府负责人批准延长十五个工作日；理由告知申请人",
    asks=(
        ask(licence.extension, least=1),
        prose("reason", "延长的理由", longest=1000),
        ask(licence.extension_told),
        ask(licence.government_approved, required=False, rare=True, help="联合办理的填写"),
        OPINION,
    ),
    marks={licence.extended_on: When.DAY},
    papers=("licence_extension",),
    once=True,
    side=True,
)

REVIEW = Step(
    name="review_licence",
    label="法制审核",
    leaves=ACCEPTED,
    by=Role.REVIEWER,
    basis=(LICENCE[37],),
    says="属于重大许可决定的，决定前作法制审核",
    asks=(Field(name="result", label="审核结论", kind=Kind.CHOICE, choices=(("agree", "同意"), ("mend", "需要补正"), ("oppose", "不同意"))), OPINION),
    marks={licence.reviewed_on: When.DAY},
    side=True,
)

REPORT = Step(
    name="report_licence",
    label="报送上级决定",
    unfit=lambda facts: "" if facts.get("licence_lower") else "这项许可由本机关决定",
    leaves=ACCEPTED,
    enters="reported",
    basis=(LICENCE[35], LICENCE[43]),
    says="二十个工作日内审查完毕，把初步意见和全部材料直接报送上级",
    asks=(
        line("to_organ", "上级机关"),
        ask(licence.report_parts, kind=Kind.CHOICES, choices=(("opinion", "初步审查意见"), ("materials", "全部申请材料"))),
        prose("view", "初步审查意见", longest=3000),
    ),
    marks={licence.reported_on: When.DAY},
)

ADMIT_LATENESS = Step(
    name="admit_licence_lateness",
    label="登记逾期情况",
    leaves=ACCEPTED,
    by=Role.HEAD,
    basis=(LICENCE[42, 1],),
    says="已经超过期限的，负责人写明原因和责任，然后尽快决定",
    asks=(line("late", "逾期情况", example="逾期二日"), prose("reason", "原因和处理", longest=1000), OPINION),
    marks={licence.lateness_admitted_on: When.DAY},
    side=True,
)

STEPS = (VERIFY, ASSIGN_TESTERS, TELL_INTERESTED, HEAR_INTERESTED, BEGIN_EXCLUDED, END_EXCLUDED, EXTEND, REVIEW, REPORT, ADMIT_LATENESS)
