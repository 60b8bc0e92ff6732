"""机关年度职责记录: what an organ did in a year of what it owes."""

from datetime import date

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.forms import Field
from fadu.law.organ_year import openness, records, themes
from fadu.law.organ_year.days import due_in
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When
from fadu.law.statutes import HEBEI_DISTRICT, HEBEI_TOWNSHIPS, HEILONGJIANG, LIAOCHENG, PENALTY, XINGLONG, XINSHAO, Citation
from fadu.law.vocabulary import organ

MOST_FIELDS = 25
DUE_EVERY_YEAR = {
    organ.stats_day: organ.stats_by,
    organ.training_plan_day: organ.training_plan_by,
    organ.rotation_day: organ.rotation_by,
    organ.equipment_day: organ.equipment_by,
    organ.mid_report_day: organ.mid_report_by,
    organ.end_report_day: organ.end_report_by,
}
"""The place's day of every year, and the day of this year that comes of it."""

OPEN = Step(
    name="open_organ_year",
    numbers="执年",
    label="建立年度记录",
    basis=(PENALTY[75, 1],),
    says="一个机关一年一份，职责到期、年末由平台逐项判断",
    asks=(
        line("cause", "名称", example="2026 年度行政执法职责"),
        ask(organ.year, least=2000, example="2026"),
        ask(organ.organ_role),
        ask(organ.organ_rank),
        ask(organ.av_class, required=False, help="经认定的填写"),
    ),
    effect=due_in(organ.year, DUE_EVERY_YEAR),
    derives=tuple(DUE_EVERY_YEAR.values()),
    once=True,
)


def _note(name: str, label: str, says: str, asks: tuple[Field, ...], *basis: Citation) -> Step:
    """A theme of the year: noted again whenever something changed."""
    return Step(name=name, label=label, leaves=("open",), basis=basis, says=says, asks=asks, side=True)


def _of(asks: tuple[Field, ...], name: str, label: str, says: str, *basis: Citation) -> tuple[Step, ...]:
    """The questions of another room, in forms no longer than a form may be."""
    forms = enumerate(asks[first : first + MOST_FIELDS] for first in range(0, len(asks), MOST_FIELDS))
    return tuple(_note(name + (f"_{part + 1}" if part else ""), label + (f"（续{part}）" if part else ""), says, form, *basis) for part, form in forms)


NOTES = (
    _note("note_people", "登记人员", "人员、编制、审核力量、资格管理", themes.PEOPLE, XINGLONG["二(六)"], HEILONGJIANG["二(三)1(2)"]),
    _note("note_organ_training", "登记培训", "培训计划、轮训、对乡镇街道的培训", themes.TRAINING, XINGLONG["二(五)"], LIAOCHENG["三(一)2"]),
    _note("note_means", "登记场所装备", "场所、记录设备、音像记录、信息平台", themes.MEANS, HEILONGJIANG["二(二)3(1)"], XINSHAO["清单五1"]),
    _note("note_publication", "登记公开和清单", "统计年报、公示办法、权责清单、抽查清单、服务指南", themes.PUBLICATION, HEILONGJIANG["二(一)1(1)"]),
    _note("note_items", "登记事项和下放", "事项目录、清理、下放事项评估、委托", themes.ITEMS, HEBEI_DISTRICT["二(三)7"], XINSHAO["清单三(二)2"]),
    _note("note_watch", "登记监督和报送", "投诉举报、专项监督、案卷评查、按期报送", themes.WATCH, LIAOCHENG["三(四)10"], HEBEI_DISTRICT["二(四)12"]),
    _note("note_budget", "登记经费和罚没", "经费纳入预算，罚没与考核、部门利益脱钩", themes.BUDGET, LIAOCHENG["三(五)13"], HEBEI_TOWNSHIPS[30, 3]),
    *_of(openness.ASKS, "note_openness", "登记信息公开和许可服务", "政府信息公开、许可服务等年度职责", PENALTY[75, 1]),
    *_of(records.ASKS, "note_records", "登记执法监督和档案", "执法监督、档案等年度职责", PENALTY[75, 1]),
)

CLOSE = Step(
    name="close_organ_year",
    label="办结年度记录",
    leaves=("open",),
    enters="closed",
    by=Role.HEAD,
    basis=(PENALTY[75, 1],),
    says="年末核对后办结；没有登记的次数、学时按没有完成判断",
    asks=(prose("summary", "年度情况"), OPINION),
    marks={organ.year_closed_on: When.DAY},
    papers=("organ_year_sheet",),
)

PROCEDURE = Procedure(
    id="organ.year",
    version="2026",
    title="机关年度执法职责",
    in_force=date(2019, 4, 4),
    stages=(Stage(name="open", label="年度登记"), Stage(name="closed", label="办结")),
    steps=(OPEN, *NOTES, CLOSE, correction(("open", "closed"))),
    ends=frozenset({"closed"}),
    turn=lambda stage, _facts: "close_organ_year" if stage == "open" else "",
    kind=Kind.REGISTER,
    grain="organ",
    says="一个机关一年的人员、培训、装备、公开、清单、监督和经费",
    parameters={
        organ.organ_place: "place.code",
        organ.reviewers_share_due: "reviewers.share",
        organ.team_posts_least: "team.posts.least",
        organ.team_posts_most: "team.posts.most",
        organ.team_fulltime_due: "team.fulltime.least",
        organ.team_fulltime_small: "team.fulltime.small",
        organ.public_law_hours_due: "training.organised.hours",
        organ.township_sessions_due: "training.delegated.times",
        organ.systems_sessions_due: "training.systems.times",
        organ.training_plan_day: "training.plan.by",
        organ.rotation_day: "training.rotation.by",
        organ.recorder_officers_a: "recorder.officers.a",
        organ.recorder_officers_b: "recorder.officers.b",
        organ.recorder_officers_township: "recorder.township.officers",
        organ.area_each_township: "premises.township.area",
        organ.area_each_street: "premises.street.area",
        organ.equipment_day: "equipment.plan.by",
        organ.devices_by: "devices.review.by",
        organ.platform_by: "platform.online.by",
        organ.systems_linked_by: "platform.linked.by",
        organ.stats_day: "report.stats.by",
        organ.catalog_by: "items.catalog.by",
        organ.idle_months_most: "items.unused.months",
        organ.granted_review_by: "grants.review.by",
        organ.delegations_by: "delegations.clear.by",
        organ.pilot_by: "pilot.by",
        organ.special_checks_due: "supervision.special.times",
        organ.rectification_by: "rectification.report.by",
        organ.key_reports_due: "report.key.times",
        organ.mid_report_day: "report.mid.by",
        organ.end_report_day: "report.end.by",
    },
)
