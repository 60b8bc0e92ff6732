"""What the forms of recordings ask."""

from dataclasses import replace
from typing import Any

from fadu.agencies.equipment.kinds import AUDIOVISUAL, ThingKind
from fadu.agencies.equipment.models import Room, Thing
from fadu.agencies.models import Officer
from fadu.cases.models import Case
from fadu.evidence.recordings.models import SCENES
from fadu.law.forms import Field, Kind

RECORDERS = (*AUDIOVISUAL, ThingKind.TERMINAL)

SCENE = Field(name="scene", label="环节", kind=Kind.CHOICE, choices=SCENES)
DEVICE = Field(name="device", label="设备", kind=Kind.CHOICE, required=False, help="装备台账中的记录设备；台账没有的先登记，不得用个人设备")
OFFICER = Field(name="officer", label="记录人", kind=Kind.CHOICE, required=False, help="不选的，按装备台账认定为当时的持有人")
ROOM = Field(name="room", label="场所房间", kind=Kind.CHOICE, required=False, help="询问室、听证室等场所的固定录音录像选择房间，可以不填设备和记录人")
PLACE = Field(name="place", label="地点", longest=200, example="示范县城关镇清河路 12 号")
BEGAN = Field(name="began_at", label="开始（设备时间）", kind=Kind.DATETIME)
ENDED = Field(name="ended_at", label="结束（设备时间）", kind=Kind.DATETIME)
AHEAD = Field(name="clock_ahead", label="设备时钟比标准时间", kind=Kind.CHOICE, required=False, choices=(("ahead", "快"), ("behind", "慢"), ("right", "一致")))
SECONDS = Field(name="clock_seconds", label="相差秒数", kind=Kind.INT, required=False, when=("clock_ahead", ("ahead", "behind")))
STORE = Field(name="store", label="先存入的专用存储器", kind=Kind.CHOICE, required=False, rare=True, help="不能联网的，先存入本单位专用存储器")
STORED = Field(name="stored_at", label="存入专用存储器的时间", kind=Kind.DATETIME, required=False, rare=True)
CASE = Field(name="case", label="所属案件", kind=Kind.CHOICE, required=False, help="还没有立案的可以不选，以后系到案件，只能系一次")
SEQS = Field(name="seqs", label="所录的步骤", required=False, longest=60, help="办案过程中的步骤序号，多个用顿号隔开；不填的按环节认定", example="5、6")

UPLOAD = (SCENE, DEVICE, OFFICER, ROOM, PLACE, BEGAN, ENDED, AHEAD, SECONDS, CASE, SEQS, STORE, STORED)
TIE = (Field(name="case", label="案件", kind=Kind.CHOICE), SEQS)
MARK = (
    Field(name="second", label="第几秒", kind=Kind.INT, help="从头数起；播放到所要的画面时自动填入"),
    Field(name="what", label="画面内容", longest=200, example="当事人核对清单并签名"),
    Field(name="seq", label="对应的步骤", kind=Kind.INT, required=False, help="办案过程中的步骤序号"),
)
REASON = Field(name="reason", label="调阅理由", longest=200, example="核查投诉所称执法人员未出示证件")


def with_choices(fields: tuple[Field, ...], organ_id: int, cases: Any = ()) -> tuple[Field, ...]:
    """The fields with what can be chosen in an organ."""
    things = Thing.objects.filter(organ_id=organ_id).order_by("number")
    rooms = Room.objects.filter(premises__organ_id=organ_id, filmed=True).select_related("premises").order_by("premises__name", "name")
    found: dict[str, tuple[tuple[str, str], ...]] = {
        "room": tuple((str(room.pk), f"{room.premises.name} {room.name}（{room.serves}）") for room in rooms),
        "device": tuple((str(thing.pk), str(thing)) for thing in things if thing.kind in RECORDERS),
        "store": tuple((str(thing.pk), str(thing)) for thing in things if thing.kind == ThingKind.STORE),
        "officer": tuple((str(pk), name) for pk, name in Officer.objects.filter(organ_id=organ_id, ends_on__isnull=True).values_list("pk", "name")),
        "case": tuple((str(case.pk), _told(case)) for case in cases),
    }
    return tuple(replace(field, choices=found[field.name]) if field.name in found else field for field in fields)


def _told(case: Case) -> str:
    return f"{case.number or '未立案'} {case.title}"
