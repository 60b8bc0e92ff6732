"""Registers of monitoring devices and premises."""

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.equipment import forms, selectors, services
from fadu.agencies.equipment.models import Device, Premises
from fadu.agencies.equipment.selectors.devices import read
from fadu.agencies.equipment.selectors.forms import log_fields, room_fields
from fadu.agencies.registers.register import Act, Cell, Column, Filter, Part, Register, Shown
from fadu.agencies.registers.showing import column, on, said, yes


def _usable(device: Device) -> Cell:
    if device.until is not None and device.until < timezone.localdate():
        return Cell("已停用")
    lacks = read(device, timezone.localdate()).lacks
    return Cell(f"缺 {len(lacks)} 项", state="bad") if lacks else Cell("可以使用", state="ok")


def _place(device: Device) -> str:
    return str(device.sitings.all()[0].place)


def _known(device: Device) -> list[tuple[str, Shown]]:
    lacks = read(device, timezone.localdate()).lacks
    return [
        ("使用机关", device.organ.name),
        ("设备编号", device.number),
        ("违法行为", device.watches),
        ("法定依据", device.basis),
        ("设置地点", _place(device)),
        ("申辩渠道", device.query),
        ("启用日期", on(device.since)),
        ("停用日期", on(device.until)),
        ("清理日期", on(device.cleared_on)),
        ("今天的记录", Cell("不能作证据", state="bad") if lacks else Cell("可以作证据", state="ok")),
        ("缺什么", "；".join(lacks)),
    ]


def _parts(device: Device) -> list[Part]:
    return [
        Part("法制和技术审核", ("审核", "日期", "结论", "设置", "审核文书", "审核单位和人员"), [
            (item.get_kind_display(), on(item.on), Cell("通过", state="ok") if item.passed else Cell("未通过", state="bad"), yes(item.placed), item.paper, item.by)
            for item in device.reviews.all()
        ], "还没有审核，其记录不能作为证据"),
        Part("检定", ("证书编号", "检定机构", "检定日期", "有效期至"), [
            (item.paper, item.by, on(item.since), on(item.until)) for item in device.calibrations.all()
        ], "还没有检定，其记录不能作为证据"),
        Part("设置地点和公布", ("地点", "自", "至", "公布日期", "公布载体"), [
            (item.place, on(item.since), on(item.until) or "现在", on(item.published_on) or Cell("没有公布", state="bad"), item.published_at)
            for item in device.sitings.all()
        ]),
    ]  # fmt: skip


def _standing(device: Device) -> bool:
    return device.until is None


DEVICES = Register(
    app="equipment",
    name="devices",
    path="equipment/devices/",
    title="电子监控设备",
    lead="经法制和技术审核、检定有效、地点公布的，其记录才能作为证据（行政处罚法第四十一条）。",
    see="equipment.see",
    manage="equipment.manage",
    select=selectors.devices,
    heading=str,
    columns=(
        column("设备编号", "number"),
        column("名称", "name"),
        column("机关", "organ.name"),
        Column("设置地点", _place),
        column("启用日期", "since", number=True),
        Column("今天的记录", _usable),
    ),
    what="device",
    search=("number", "name", "organ__name", "sitings__place"),
    finds="编号、名称、地点、机关",
    filters=(Filter("now", "状态", (("now", "在用"), ("ended", "已停用")), lambda word: Q(until__isnull=word == "now")),),
    known=_known,
    parts=_parts,
    add=Act(name="new", label="登记设备", fields=lambda _organ: forms.DEVICE, do=said(lambda row: f"已登记{row}")(services.register_device)),
    acts=(
        Act(
            name="edit",
            label="修改",
            fields=lambda _row: forms.DEVICE_EDIT,
            values=lambda row: {field.name: getattr(row, field.name, "") for field in forms.DEVICE_EDIT},
            do=said(lambda row: f"已修改{row}")(services.edit_device),
            offered=_standing,
        ),
        Act(name="stop", label="停用", fields=lambda _row: forms.ENDING, do=said(lambda row: f"已停用{row}")(services.stop_device), offered=_standing),
        Act(
            name="move",
            label="移位",
            fields=lambda _row: forms.SITING,
            do=said(lambda row: f"已移至{row.place}，请向社会公布")(services.move_device),
            offered=_standing,
        ),
        Act(
            name="review",
            label="登记审核",
            fields=lambda _row: forms.REVIEW,
            do=said(lambda row: f"已登记{row}")(services.review_device),
            offered=_standing,
        ),
        Act(
            name="calibrate",
            label="登记检定",
            fields=lambda _row: forms.CALIBRATION,
            do=said(lambda row: f"已登记证书 {row.paper}")(services.calibrate_device),
            offered=_standing,
        ),
        Act(
            name="publish",
            label="登记公布",
            fields=lambda _row: forms.PUBLICATION,
            do=said(lambda row: f"{row.place}已于 {row.published_on} 公布")(services.publish_device),
            offered=lambda row: _standing(row) and row.sitings.all()[0].published_on is None,
        ),
    ),
    sheet="devices",
)


def _rooms(row: Premises) -> str:
    return f"{sum(room.until is None for room in row.rooms.all())} 间"


def _premises_parts(row: Premises) -> list[Part]:
    return [
        Part("房间", ("名称", "功能", "面积", "全程录音录像", "期间", "照片"), [
            (room.name, room.serves, f"{room.area} 平方米", yes(room.filmed), f"{on(room.since)} 至 {on(room.until) or '现在'}", room.photo)
            for room in row.rooms.all()
        ]),
        Part("日常记录", ("日期", "事项", "房间", "情况", "检查人或者使用人"), [
            (on(item.on), item.get_what_display(), item.room.name if item.room else "", yes(item.good), item.by) for item in row.logs.all()[:40]
        ]),
    ]  # fmt: skip


PREMISES = Register(
    app="equipment",
    name="premises",
    path="premises/",
    title="执法场所",
    lead="办公面积、八项功能、录音录像监控（兴隆县指导意见附件）。",
    see="equipment.see",
    manage="equipment.manage",
    select=selectors.premises,
    heading=str,
    columns=(
        column("名称", "name"),
        column("机关", "organ.name"),
        column("地址", "address"),
        Column("面积", lambda row: f"{row.area} 平方米", number=True),
        Column("房间", _rooms, number=True),
        column("核测日期", "measured_on", number=True),
    ),
    what="premises",
    search=("name", "address", "organ__name"),
    finds="名称、地址、机关",
    filters=(Filter("now", "状态", (("now", "在用"), ("ended", "已停用")), lambda word: Q(until__isnull=word == "now")),),
    known=lambda row: [
        ("机关", row.organ.name),
        ("地址", row.address),
        ("建筑面积", f"{row.area} 平方米"),
        ("核测日期", on(row.measured_on)),
        ("核测文件", row.paper),
        ("期间", f"{on(row.since)} 至 {on(row.until) or '现在'}"),
    ],
    parts=_premises_parts,
    add=Act(name="new", label="登记场所", fields=lambda _organ: forms.PREMISES, do=said(lambda row: f"已登记{row}")(services.add_premises)),
    acts=(
        Act(
            name="edit",
            label="修改",
            fields=lambda _row: forms.PREMISES_EDIT,
            values=lambda row: {field.name: getattr(row, field.name, "") for field in forms.PREMISES_EDIT},
            do=said(lambda row: f"已修改{row}")(services.edit_premises),
            offered=lambda row: row.until is None,
        ),
        Act(
            name="stop",
            label="停用",
            fields=lambda _row: forms.ENDING,
            do=said(lambda row: f"已停用{row}")(services.close_premises),
            offered=lambda row: row.until is None,
        ),
        Act(
            name="closeroom",
            label="停用房间",
            fields=lambda row: room_fields(row.pk),
            do=said(lambda row: f"已停用{row}")(services.close_room),
            offered=lambda row: row.until is None and any(room.until is None for room in row.rooms.all()),
        ),
        Act(
            name="note",
            label="登记日常情况",
            fields=lambda row: log_fields(row.pk),
            values=lambda _row: {"on": on(timezone.localdate())},
            do=said(lambda row: f"已登记{row}")(services.note),
        ),
        Act(
            name="room",
            label="登记房间",
            fields=lambda _row: forms.ROOM,
            do=said(lambda row: f"已登记{row}")(services.add_room),
            offered=lambda row: row.until is None,
        ),
    ),
    sheet="premises",
)
