"""Registers of appraisals, commendations, accountability and exemption."""

from django.db.models import Q

from fadu.agencies.care import forms, selectors, services
from fadu.agencies.care.kinds import NEXT_STAGE, Grade, MatterKind, Method, Stage
from fadu.agencies.care.models import Matter
from fadu.agencies.registers.choices import with_people
from fadu.agencies.registers.register import Act, Cell, Column, Filter, Part, Register, Shown
from fadu.agencies.registers.showing import column, listed, on, person, said

STANDS = {Grade.EXCELLENT: "ok", Grade.FAILED: "bad", Grade.BASIC: "near"}
YEARS = tuple((str(year), f"{year} 年") for year in range(2030, 2019, -1))


def _methods(values: list[str]) -> str:
    return "、".join(Method(value).label for value in values)


APPRAISALS = Register(
    app="care",
    name="appraisals",
    path="care/appraisals/",
    title="年度考核",
    lead="执法人员每年的考核等次；本人可以看到自己的。",
    see="care.see",
    manage="care.manage",
    select=selectors.appraisals,
    heading=str,
    columns=(
        Column("姓名", lambda row: row.officer.name),
        column("机关", "organ.name"),
        column("年度", "year", number=True),
        Column("等次", lambda row: Cell(row.get_grade_display(), state=STANDS.get(Grade(row.grade), ""))),
        column("确定日期", "decided_on", number=True),
        column("文书号", "paper"),
    ),
    what="appraisal",
    search=("officer__name", "organ__name", "paper"),
    finds="姓名、机关、文书号",
    filters=(listed("year", "年度", list(YEARS), "year"), listed("grade", "等次", Grade.choices, "grade")),
    known=lambda row: [
        ("姓名", person(row.officer)),
        ("机关", row.organ.name),
        ("年度", row.year),
        ("等次", row.get_grade_display()),
        ("确定日期", on(row.decided_on)),
        ("文书号", row.paper),
    ],
    add=Act(
        name="new",
        label="登记考核",
        fields=lambda organ: with_people(forms.APPRAISAL, organ.pk),
        do=said(lambda row: f"已登记{row}：{row.get_grade_display()}")(services.appraise),
    ),
    acts=(
        Act(
            name="edit",
            label="修改",
            fields=lambda _row: forms.APPRAISAL_EDIT,
            values=lambda row: {"grade": row.grade, "decided_on": on(row.decided_on), "paper": row.paper},
            do=said(lambda row: f"已修改{row}")(services.edit_appraisal),
        ),
    ),
    sheet="appraisals",
)
ORGAN_APPRAISALS = Register(
    app="care",
    name="organs",
    path="care/organs/",
    title="评议考核",
    lead="定期对乡镇和执法机关评议考核；罚没款不得作为考核指标。",
    see="care.see",
    manage="care.manage",
    select=selectors.organ_appraisals,
    heading=str,
    columns=(
        Column("机关", lambda row: row.organ.name),
        column("年度", "year", number=True),
        column("评议日期", "held_on", number=True),
        Column("方式", lambda row: _methods(row.methods)),
        column("档次", "grade"),
        column("文书号", "paper"),
    ),
    what="organ_appraisal",
    search=("organ__name", "paper"),
    finds="机关、文书号",
    filters=(listed("year", "年度", list(YEARS), "year"),),
    known=lambda row: [
        ("机关", row.organ.name),
        ("年度", row.year),
        ("评议日期", on(row.held_on)),
        ("方式", _methods(row.methods)),
        ("档次", row.grade),
        ("文书号", row.paper),
    ],
    add=Act(name="new", label="登记评议", fields=lambda _organ: forms.ORGAN_APPRAISAL, do=said(lambda row: f"已登记{row}")(services.appraise_organ)),
)
COMMENDATIONS = Register(
    app="care",
    name="commendations",
    path="care/commendations/",
    title="表彰奖励",
    lead="对作出突出贡献的集体和个人的表彰，凭决定文件登记。",
    see="care.see",
    manage="care.manage",
    select=selectors.commendations,
    heading=str,
    columns=(
        column("名称", "title"),
        Column("对象", lambda row: row.officer.name if row.officer else "集体"),
        column("机关", "organ.name"),
        column("表彰机关", "given_by"),
        column("日期", "given_on", number=True),
        column("决定文号", "paper"),
    ),
    what="commendation",
    search=("title", "officer__name", "organ__name", "paper"),
    finds="名称、姓名、机关、文号",
    filters=(Filter("who", "对象", (("person", "个人"), ("organ", "集体")), lambda word: Q(officer__isnull=word == "organ")),),
    known=lambda row: [
        ("名称", row.title),
        ("对象", person(row.officer) if row.officer else "集体"),
        ("机关", row.organ.name),
        ("表彰机关", row.given_by),
        ("日期", on(row.given_on)),
        ("决定文号", row.paper),
    ],
    add=Act(
        name="new",
        label="登记表彰",
        fields=lambda organ: with_people(forms.COMMENDATION, organ.pk),
        do=said(lambda row: f"已登记{row}")(services.commend),
    ),
)


def _found(row: Matter) -> Cell:
    return (
        Cell("")
        if row.found is None
        else Cell("成立" if row.found else "不成立", state="" if not row.found else "ok" if row.kind == MatterKind.EXEMPTION else "bad")
    )


def _known(row: Matter) -> list[tuple[str, Shown]]:
    return [
        ("种类", row.get_kind_display()),
        ("当事人员", person(row.officer)),
        ("机关", row.organ.name),
        ("事实", row.facts),
        ("错案编号", row.wrong),
        ("进展", row.get_stage_display()),
        ("是否成立", _found(row)),
        ("情形", row.circumstance),
        ("依据条款", row.basis),
        ("处理结果", row.outcome),
    ]


def _parts(row: Matter) -> list[Part]:
    rows = [(item.get_stage_display(), on(item.on), item.get_decider_display(), item.says, item.paper, item.by_name) for item in row.steps.all()]
    return [Part("办理过程", ("步骤", "日期", "决定主体", "内容", "文书号", "登记人"), rows)]


MATTERS = Register(
    app="care",
    name="matters",
    path="care/matters/",
    title="责任追究和容错免责",
    lead="受理、调查、听取陈述申辩、决定、复核、办结；决定写明情形和依据条款。",
    see="care.see",
    manage="care.manage",
    select=selectors.matters,
    heading=str,
    columns=(
        Column("当事人员", lambda row: row.officer.name),
        column("种类", "get_kind_display"),
        column("机关", "organ.name"),
        column("受理日期", "accepted_on", number=True),
        column("进展", "get_stage_display"),
        Column("是否成立", _found),
    ),
    what="matter",
    search=("officer__name", "organ__name", "wrong", "circumstance"),
    finds="姓名、机关、案号、情形",
    filters=(listed("kind", "种类", MatterKind.choices, "kind"), listed("stage", "进展", Stage.choices, "stage")),
    known=_known,
    parts=_parts,
    add=Act(name="new", label="受理", fields=lambda organ: with_people(forms.MATTER, organ.pk), do=said(lambda row: f"已受理：{row}")(services.accept_matter)),
    acts=(
        Act(
            name="step",
            label="登记下一步",
            fields=lambda row: forms.advance_fields(row.stage),
            do=said(lambda row: f"已登记：{row}")(services.advance_matter),
            offered=lambda row: bool(NEXT_STAGE[Stage(row.stage)]),
            lead="作出决定前应当听取本人陈述和申辩。",
        ),
    ),
)
