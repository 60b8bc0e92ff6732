"""Registers of things and of who holds them."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.equipment import forms, selectors, services
from fadu.agencies.equipment.kinds import NEXT_STATE, ThingKind, ThingState
from fadu.agencies.equipment.models import Holding, Thing
from fadu.agencies.equipment.selectors.forms import move_fields, state_fields, thing_fields
from fadu.agencies.registers.choices import REASON, with_people
from fadu.agencies.registers.register import Act, Cell, Column, Filter, Part, Register, Shown
from fadu.agencies.registers.showing import column, listed, on, person, said, yes, yuan

STANDS = {ThingState.IN_USE: "ok", ThingState.REPAIR: "near", ThingState.SCRAPPED: "", ThingState.LOST: "bad"}


def _state(thing: Thing) -> Cell:
    now = thing.states.all()[0]
    return Cell(now.get_state_display(), state=STANDS[ThingState(now.state)])


def _holder(thing: Thing) -> Shown:
    held = _held(thing)
    return person(held.officer) if held else ""


def _held(thing: Thing) -> Holding | None:
    return next((item for item in thing.holdings.all() if item.until is None), None)


def _open(thing: Thing) -> ThingState:
    return ThingState(thing.states.all()[0].state)


def _known(thing: Thing) -> list[tuple[str, Shown]]:
    return [
        ("机关", thing.organ.name),
        ("类别", thing.get_kind_display()),
        ("型号", thing.model),
        ("状态", _state(thing)),
        ("持有人", _holder(thing)),
        ("购置日期", on(thing.bought_on)),
        ("价格", yuan(thing.price)),
        ("经费来源", str(thing.line) if thing.line else ""),
        ("须检定", yes(thing.calibrated)),
        ("需求说明", thing.need),
        ("最近使用", on(thing.used_on)),
    ]


def _parts(thing: Thing) -> list[Part]:
    today = timezone.localdate()
    certificates = [(item.paper, item.by, on(item.since), _good_until(item.until, today)) for item in thing.calibrations.order_by("-until")]
    return [
        Part("持有记录", ("持有人", "自", "至", "领用事由", "交还事由"), [
            (person(item.officer), on(item.since), on(item.until) or "现在", item.reason, item.ended) for item in thing.holdings.all()
        ], "还没有人领用过"),
        Part("状态记录", ("状态", "自", "至", "事由", "文书号"), [
            (item.get_state_display(), on(item.since), on(item.until) or "现在", item.reason, item.paper) for item in thing.states.all()
        ]),
        *([Part("检定校准", ("证书编号", "检定机构", "检定日期", "有效期至"), certificates)] if thing.calibrated or certificates else []),
    ]  # fmt: skip


def _good_until(until: Any, today: Any) -> Cell:
    return Cell(on(until), state="ok" if until >= today else "bad")


def _holding(word: str) -> Q:
    held = Q(holdings__until__isnull=True, holdings__isnull=False)
    return held if word == "held" else ~Q(pk__in=Holding.objects.filter(until__isnull=True).values("thing"))


def _in_state(state: str) -> Q:
    return Q(states__until__isnull=True, states__state=state)


THINGS = Register(
    app="equipment",
    name="things",
    path="equipment/",
    title="执法装备",
    lead="每件装备的状态和持有人。",
    see="equipment.see",
    manage="equipment.manage",
    select=selectors.things,
    heading=str,
    columns=(
        Column("资产编号", lambda thing: thing.number),
        column("类别", "get_kind_display"),
        column("型号", "model"),
        column("机关", "organ.name"),
        Column("状态", _state),
        Column("持有人", _holder),
        column("购置日期", "bought_on", number=True),
    ),
    what="thing",
    search=("number", "model", "organ__name"),
    finds="资产编号、型号、机关",
    filters=(
        listed("kind", "类别", ThingKind.choices, "kind"),
        Filter("state", "状态", tuple(ThingState.choices), _in_state),
        Filter("held", "持有", (("held", "有人持有"), ("free", "无人持有")), _holding),
    ),
    known=_known,
    parts=_parts,
    add=Act(
        name="new",
        label="登记装备",
        fields=lambda organ: thing_fields(organ.pk),
        do=said(lambda thing: f"已登记{thing}")(services.register_thing),
        lead="自购置之日起为在用。",
    ),
    acts=(
        Act(
            name="edit",
            label="修改",
            fields=lambda thing: (*thing_fields(thing.organ_id), REASON),
            values=lambda thing: {**{field.name: getattr(thing, field.name, None) for field in forms.THING}, "line": thing.line_id},
            do=said(lambda thing: f"已修改{thing}")(services.edit_thing),
        ),
        Act(
            name="move",
            label="调拨",
            fields=lambda thing: move_fields(thing.organ_id),
            do=said(lambda thing: f"已调拨{thing}")(services.move_thing),
            offered=lambda thing: _open(thing) is not ThingState.SCRAPPED and _held(thing) is None,
        ),
        Act(name="used", label="登记使用", fields=lambda _thing: forms.USED, do=said(lambda thing: f"已登记{thing}的使用日期")(services.note_use)),
        Act(
            name="calibrate",
            label="登记检定",
            fields=lambda _thing: forms.CALIBRATION,
            do=said(lambda row: f"已登记证书 {row.paper}，有效期至 {row.until}")(services.calibrate_thing),
            offered=lambda thing: thing.calibrated,
        ),
        Act(
            name="state",
            label="变更状态",
            fields=lambda thing: state_fields(_open(thing)),
            values=lambda _thing: {"since": on(timezone.localdate())},
            do=said(lambda row: f"已登记为{row.get_state_display()}")(services.change_state),
            offered=lambda thing: bool(NEXT_STATE[_open(thing)]),
            lead="不再在用的，持有人同日交还。",
        ),
        Act(
            name="return",
            label="交还",
            fields=lambda _thing: forms.GIVE_BACK,
            values=lambda _thing: {"until": on(timezone.localdate())},
            do=said(lambda row: f"{row.officer.name}已交还")(services.give_back),
            offered=lambda thing: _held(thing) is not None,
        ),
        Act(
            name="handon",
            label="转交",
            fields=lambda thing: with_people(forms.ISSUE, thing.organ_id),
            values=lambda _thing: {"since": on(timezone.localdate())},
            do=said(lambda row: f"已转交{row.officer.name}")(services.hand_on),
            offered=lambda thing: _held(thing) is not None,
            lead="原持有人同日交还。",
        ),
        Act(
            name="issue",
            label="领用",
            fields=lambda thing: with_people(forms.ISSUE, thing.organ_id),
            values=lambda _thing: {"since": on(timezone.localdate())},
            do=said(lambda row: f"{row.officer.name}已领用")(services.issue),
            offered=lambda thing: _open(thing) is ThingState.IN_USE and _held(thing) is None,
        ),
    ),
    sheet="things",
    links=(("应配和实配", "equipment:needs"), ("公开名录", "equipment:public_devices")),
)


def _left(word: str) -> Q:
    gone = Q(until__isnull=True, officer__ends_on__lte=timezone.localdate())
    return gone if word == "left" else Q(until__isnull=word == "now")


def _thing_link(row: Holding) -> Cell:
    return Cell(str(row.thing), reverse("equipment:things_row", args=[row.thing_id]))


HOLDINGS = Register(
    app="equipment",
    name="holdings",
    path="equipment/holdings/",
    title="持有记录",
    lead="谁在什么期间持有哪件装备。",
    see="equipment.see",
    manage="equipment.manage",
    select=selectors.holdings,
    heading=str,
    columns=(
        Column("装备", _thing_link),
        Column("持有人", lambda row: person(row.officer)),
        column("机关", "organ.name"),
        column("领用日期", "since", number=True),
        Column("交还日期", lambda row: on(row.until) or "现在持有", number=True),
        Column("离岗", lambda row: Cell("已离岗，应交还", state="bad") if row.until is None and _gone(row) else ""),
    ),
    what="holding",
    search=("thing__number", "officer__name", "organ__name"),
    finds="资产编号、姓名、机关",
    filters=(
        listed("kind", "类别", ThingKind.choices, "thing__kind"),
        Filter("now", "状态", (("now", "现在持有"), ("ended", "已经交还"), ("left", "持有人已离岗")), _left),
    ),
    known=lambda row: [
        ("装备", _thing_link(row)),
        ("持有人", person(row.officer)),
        ("领用日期", on(row.since)),
        ("领用事由", row.reason),
        ("交还日期", on(row.until)),
        ("交还事由", row.ended),
    ],
    sheet="holdings",
)


def _gone(row: Holding) -> bool:
    return row.officer.ends_on is not None and row.officer.ends_on <= timezone.localdate()
