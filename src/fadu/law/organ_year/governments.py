"""地方政府年度职责记录: what a county, city or district did in a year as the government of its place."""

from collections.abc import Iterable
from datetime import date

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.facts import Fact
from fadu.law.organ_year.days import due_in
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When
from fadu.law.statutes import HEBEI_TOWNSHIPS, HEILONGJIANG, LIAOCHENG, XINGLONG, XINSHAO, Citation
from fadu.law.vocabulary import locality

DUE_EVERY_YEAR = {locality.mid_report_day: locality.mid_report_by, locality.end_report_day: locality.end_report_by}
"""The place's day of every year, and the day of this year that comes of it."""

OPEN = Step(
    name="open_locality_year",
    numbers="府年",
    label="建立地方年度记录",
    basis=(HEBEI_TOWNSHIPS[4, 1], LIAOCHENG["四(二)"]),
    says="一级政府一年一份，由其司法行政部门登记",
    asks=(
        line("cause", "名称", example="2026 年度执法工作"),
        line("government", "政府", example="示范县人民政府"),
        ask(locality.year, least=2000, example="2026"),
        ask(locality.rank),
    ),
    effect=due_in(locality.year, DUE_EVERY_YEAR),
    derives=tuple(DUE_EVERY_YEAR.values()),
    once=True,
)


def _note(name: str, label: str, says: str, facts: Iterable[Fact], *basis: Citation) -> Step:
    asks = tuple(ask(fact, required=False) for fact in facts)
    return Step(name=name, label=label, leaves=("open",), basis=basis, says=says, asks=asks, side=True)


NOTES = (
    _note(
        "note_grants", "登记下放和过渡期", "下放清单、评估调整、过渡期联合执法和考核下调",
        (
            locality.list_outside_guide, locality.list_reviewed_on, locality.list_filed_on, locality.list_published_on, locality.list_evaluated_on,
            locality.list_cancelled, locality.list_cancelled_settled, locality.grants_evaluated_on, locality.grants_unfit, locality.grants_adjusted,
            locality.transition_began_on, locality.joint_actions, locality.cases_reversed, locality.organs_concerned, locality.organs_lowered,
        ),
        HEBEI_TOWNSHIPS[12, 3], XINGLONG["三(十三)"],
    ),
    _note(
        "note_systems", "登记三项制度推行", "具体方案、考评督查、每年两次报送",
        (
            locality.systems_plan_on, locality.systems_plan_filed_on, locality.systems_appraised, locality.systems_told, locality.mid_report_on,
            locality.end_report_on,
        ),
        HEILONGJIANG["三(二)"], HEILONGJIANG["三(六)"],
    ),
    _note(
        "note_quality", "登记质量提升行动", "监督体系、会商机制、中期和终期评估、典型案例",
        (
            locality.supervision_system_on, locality.quality_index_on, locality.mid_assessed_on, locality.final_assessed_on,
            locality.consult_departments, locality.consult_meetings, locality.training_scheme_on, locality.rectified_on, locality.batches,
        ),
        LIAOCHENG["四(二)"], XINSHAO["二"],
    ),
)  # fmt: skip

CLOSE = Step(
    name="close_locality_year",
    label="办结地方年度记录",
    leaves=("open",),
    enters="closed",
    by=Role.HEAD,
    basis=(LIAOCHENG["四(二)"],),
    says="年末核对后办结；没有登记的按没有完成判断",
    asks=(prose("summary", "年度情况"), OPINION),
    marks={locality.closed_on: When.DAY},
    papers=("locality_sheet",),
)

PROCEDURE = Procedure(
    id="locality.year",
    version="2026",
    title="地方政府年度执法职责",
    in_force=date(2019, 4, 4),
    stages=(Stage(name="open", label="年度登记"), Stage(name="closed", label="办结")),
    steps=(OPEN, *NOTES, CLOSE, correction(("open", "closed"))),
    ends=frozenset({"closed"}),
    turn=lambda stage, _facts: "close_locality_year" if stage == "open" else "",
    kind=Kind.REGISTER,
    grain="locality",
    says="一级政府一年的下放评估、会商、报送和评估",
    parameters={
        locality.place_code: "place.code",
        locality.transition_months: "transition.months",
        locality.grants_by: "grants.review.by",
        locality.systems_plan_by: "systems.plan.by",
        locality.mid_report_day: "report.mid.by",
        locality.end_report_day: "report.end.by",
        locality.supervision_system_by: "supervision.system.by",
        locality.quality_index_by: "quality.index.by",
        locality.mid_assessed_by: "assessment.mid.by",
        locality.final_assessed_by: "assessment.final.by",
        locality.consult_departments_due: "consult.departments",
        locality.training_scheme_by: "training.scheme.by",
        locality.rectified_by: "rectification.done.by",
        locality.batches_due: "cases.batches",
    },
)
