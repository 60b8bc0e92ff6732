"""Registers of standards, designations, money, uniforms and rules."""

from typing import Any

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.equipment import forms, selectors, services
from fadu.agencies.equipment.kinds import Designated, Garment, Line, Rule, ThingKind
from fadu.agencies.equipment.models import BudgetLine, Regulation, Uniform
from fadu.agencies.registers.choices import REASON, with_people
from fadu.agencies.registers.register import Act, Cell, Column, Filter, Part, Register, Shown
from fadu.agencies.registers.showing import column, listed, on, person, said, yuan

END = "终止"


def _running(word: str) -> Q:
    running = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    return running if word == "now" else ~running


FORCE = Filter("now", "效力", (("now", "现行"), ("ended", "已终止")), _running)


def _span(row: Any) -> str:
    return f"{on(row.since)} 至 {on(row.until) or '现在'}"


def _ending(service: Any) -> Act:
    return Act(name="end", label=END, fields=lambda _row: forms.ENDING, do=said(lambda row: f"已终止：{row}")(service), offered=lambda row: row.until is None)


STANDARDS = Register(
    app="equipment",
    name="standards",
    path="equipment/standards/",
    title="配备标准",
    lead="适用于所列机关及其所属机关；下级另有标准的，从下级。",
    see="equipment.see",
    manage="equipment.manage",
    select=selectors.standards,
    heading=lambda row: f"{row.get_kind_display()}配备标准",
    columns=(
        column("类别", "get_kind_display"),
        column("适用机关", "organ.name"),
        Column("标准", lambda row: f"每 {row.people} 人 {row.things} 件" if row.people else f"每个机关 {row.things} 件"),
        column("文件", "paper"),
        Column("期间", _span),
    ),
    what="standard",
    search=("paper", "organ__name"),
    finds="文件、机关",
    filters=(listed("kind", "类别", ThingKind.choices, "kind"), FORCE),
    known=lambda row: [
        ("适用机关", row.organ.name),
        ("件数", f"{row.things} 件"),
        ("每多少人", f"{row.people} 人" if row.people else "每个机关"),
        ("文件", row.paper),
        ("期间", _span(row)),
    ],
    add=Act(name="new", label="登记标准", fields=lambda _organ: forms.STANDARD, do=said(lambda row: f"已登记：{row}")(services.add_standard)),
    acts=(_ending(services.end_standard),),
)
DESIGNATIONS = Register(
    app="equipment",
    name="designations",
    path="equipment/designations/",
    title="认定和核定",
    lead="音像设备类别、统一着装、用车编制、用房面积、队伍编制，各凭文件。",
    see="equipment.see",
    manage="equipment.manage",
    select=selectors.designations,
    heading=str,
    columns=(
        column("事项", "get_what_display"),
        column("机关", "organ.name"),
        column("数量", "amount", number=True),
        column("文件", "paper"),
        Column("期间", _span),
    ),
    what="designation",
    search=("paper", "organ__name"),
    finds="文件、机关",
    filters=(listed("what", "事项", Designated.choices, "what"), FORCE),
    known=lambda row: [("机关", row.organ.name), ("事项", row.get_what_display()), ("数量", row.amount), ("文件", row.paper), ("期间", _span(row))],
    add=Act(name="new", label="登记认定", fields=lambda _organ: forms.DESIGNATION, do=said(lambda row: f"已登记：{row}")(services.designate)),
    acts=(_ending(services.end_designation),),
)


def _bought(row: BudgetLine) -> list[Part]:
    return [Part("用这笔经费购置的装备", ("装备", "购置日期", "价格"), [(str(item), on(item.bought_on), yuan(item.price)) for item in row.things.all()])]


BUDGETS = Register(
    app="equipment",
    name="budgets",
    path="equipment/budgets/",
    title="执法经费",
    lead="执法工作经费、装备费用纳入预算，专款专用。",
    see="equipment.see",
    manage="equipment.manage",
    select=selectors.budgets,
    heading=lambda row: f"{row.organ.name}{row}",
    columns=(
        Column("科目", lambda row: row.get_line_display()),
        column("机关", "organ.name"),
        column("年度", "year", number=True),
        Column("预算", lambda row: yuan(row.planned), number=True),
        Column("拨付", lambda row: yuan(row.granted), number=True),
        Column("支出", lambda row: yuan(row.spent), number=True),
        Column("非执法支出", lambda row: Cell(yuan(row.astray), state="bad") if row.astray else "", number=True),
    ),
    what="budget",
    search=("organ__name", "paper"),
    finds="机关、批复文件",
    filters=(listed("line", "科目", Line.choices, "line"),),
    known=lambda row: [
        ("机关", row.organ.name),
        ("预算数", yuan(row.planned)),
        ("拨付数", yuan(row.granted)),
        ("支出数", yuan(row.spent)),
        ("非执法", yuan(row.astray)),
        ("批复文件", row.paper),
    ],
    parts=_bought,
    add=Act(name="new", label="登记预算", fields=lambda _organ: forms.BUDGET, do=said(lambda row: f"已登记{row}")(services.add_budget)),
    acts=(
        Act(
            name="edit",
            label="修改",
            fields=lambda _row: (*forms.MONEY, REASON),
            values=lambda row: {field.name: getattr(row, field.name) for field in forms.MONEY},
            do=said(lambda row: f"已修改{row}")(services.edit_budget),
        ),
    ),
    sheet="budgets",
)


def _due(row: Uniform) -> Shown:
    if row.due_on is None or row.returned_on is not None:
        return on(row.due_on)
    return Cell(on(row.due_on), state="bad" if row.due_on <= timezone.localdate() else "")


UNIFORMS = Register(
    app="equipment",
    name="uniforms",
    path="equipment/uniforms/",
    title="制式服装",
    lead="国家规定统一着装的机关，按人发放制式服装和标志。",
    see="equipment.see",
    manage="equipment.manage",
    select=selectors.uniforms,
    heading=str,
    columns=(
        Column("领用人", lambda row: row.officer.name),
        column("机关", "organ.name"),
        column("品种", "get_garment_display"),
        column("尺码", "size"),
        column("发放日期", "issued_on", number=True),
        Column("换发日期", _due),
        column("收回日期", "returned_on", number=True),
    ),
    what="uniform",
    search=("officer__name", "organ__name"),
    finds="姓名、机关",
    filters=(
        listed("garment", "品种", Garment.choices, "garment"),
        Filter("due", "换发", (("due", "已到换发日期"),), lambda _word: Q(returned_on__isnull=True, due_on__lte=timezone.localdate())),
    ),
    known=lambda row: [
        ("领用人", person(row.officer)),
        ("机关", row.organ.name),
        ("品种", row.get_garment_display()),
        ("尺码", row.size),
        ("发放日期", on(row.issued_on)),
        ("换发日期", _due(row)),
        ("收回日期", on(row.returned_on)),
    ],
    add=Act(
        name="new",
        label="发放服装",
        fields=lambda organ: with_people(forms.UNIFORM, organ.pk),
        do=said(lambda row: f"已发放{row}")(services.issue_uniform),
    ),
    acts=(
        Act(
            name="return",
            label="收回",
            fields=lambda _row: forms.UNIFORM_BACK,
            do=said(lambda row: f"已收回{row}")(services.take_uniform_back),
            offered=lambda row: row.returned_on is None,
        ),
    ),
    sheet="uniforms",
)


def _checked(row: Regulation) -> Cell:
    return Cell(f"已由{row.checked_name}复核", state="ok") if row.checked_name else Cell("待复核", state="near")


REGULATIONS = Register(
    app="equipment",
    name="regulations",
    path="equipment/regulations/",
    title="制度和报送",
    lead="登记文号、日期和原件，由另一人复核后才计入指标。",
    see="equipment.see",
    manage="equipment.manage",
    select=selectors.regulations,
    heading=lambda row: row.title,
    columns=(
        column("名称", "title"),
        column("种类", "get_rule_display"),
        column("机关", "organ.name"),
        column("文号", "number"),
        column("日期", "issued_on", number=True),
        column("失效日期", "until", number=True),
        Column("复核", _checked),
    ),
    what="regulation",
    search=("title", "number", "organ__name"),
    finds="名称、文号、机关",
    filters=(
        listed("rule", "种类", Rule.choices, "rule"),
        Filter("checked", "复核", (("yes", "已复核"), ("no", "待复核")), lambda word: Q(checked_name="") if word == "no" else ~Q(checked_name="")),
    ),
    known=lambda row: [
        ("机关", row.organ.name),
        ("种类", row.get_rule_display()),
        ("文号", row.number),
        ("日期", on(row.issued_on)),
        ("失效日期", on(row.until)),
        ("原件地址", row.url),
        ("要素个数", row.elements),
        ("考核指标", row.indices.replace("\n", "；")),
        ("登记人", row.entered_name),
        ("复核", _checked(row)),
    ],
    add=Act(name="new", label="登记制度", fields=lambda _organ: forms.REGULATION, do=said(lambda row: f"已登记{row}，请另一人复核")(services.enter_regulation)),
    acts=(
        Act(
            name="end",
            label="登记失效",
            fields=lambda _row: forms.ENDING,
            do=said(lambda row: f"已登记{row}的失效日期")(services.end_regulation),
            offered=lambda row: row.until is None,
        ),
        Act(
            name="check",
            label="复核",
            fields=lambda _row: (),
            do=said(lambda row: f"已复核{row}")(lambda actor, row_id, _data: services.check_regulation(actor, row_id)),
            offered=lambda row: not row.checked_name,
            lead="核对原件的文号、日期和内容后提交。",
            action="register.check",
        ),
    ),
)
