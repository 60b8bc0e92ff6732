"""Side steps of public security and traffic: particulars, licences and vehicles held (公安、公安交通管理)."""

from fadu.law.asking import CARD, PLACE, PRESENT, ask, line, prose
from fadu.law.penalty_general.fields_ecology import BEFORE_DECISION, only, seldom
from fadu.law.procedure import Step, When
from fadu.law.statutes import POLICE_PROCEDURE, PUBLIC_SECURITY, ROAD_TRAFFIC
from fadu.law.vocabulary import case

OF_POLICE = only(("police", "traffic"), "不是公安机关的案件")
OF_TRAFFIC = only(("traffic",), "不是道路交通安全案件")
AT_WORK = (*BEFORE_DECISION, "decided", "served", "performed")

NOTE = Step(
    name="note_police",
    label="登记公安专项情况",
    unfit=OF_POLICE,
    leaves=BEFORE_DECISION,
    basis=(PUBLIC_SECURITY[97], PUBLIC_SECURITY[108], PUBLIC_SECURITY[112, 3], POLICE_PROCEDURE[190]),
    says="案件类别、传唤、一人执法和录音录像、未成年人、涉案财物等，有则填写",
    asks=(
        *seldom(
            case.police_regime, case.vice, case.victim_complained_on, case.complaint_refused, case.extension_by, case.case_centre, case.alone,
            case.filmed_whole, case.summoned_at, case.summon_longer, case.released_at, case.confession_only, case.preserve_approver,
            case.goods_taken_at, case.goods_handed_at, case.returned_at, case.guardian_told_on, case.guardian_heard, case.minor_detained,
            case.hearing_accepted_on, case.detention_days, case.has_victim, case.no_objection,
        ),
        prose("note", "说明", required=False, longest=1000),
    ),
    side=True,
)  # fmt: skip

NOTE_AFTER = Step(
    name="note_police_after",
    label="登记送达被侵害人和记录封存",
    unfit=OF_POLICE,
    leaves=("decided", "served", "performed", "closed", "archived"),
    basis=(PUBLIC_SECURITY[116, 2], PUBLIC_SECURITY[123], PUBLIC_SECURITY[136]),
    says="决定书送达被侵害人；违法记录封存，只向法定的单位提供",
    asks=seldom(case.has_victim, case.victim_served_on, case.record_given_to, case.no_objection),
    side=True,
)

NOTE_TRAFFIC = Step(
    name="note_traffic",
    label="登记交通专项情况",
    unfit=OF_TRAFFIC,
    leaves=AT_WORK,
    basis=(ROAD_TRAFFIC[87, 2], ROAD_TRAFFIC[110], ROAD_TRAFFIC[113, 1], ROAD_TRAFFIC[114]),
    says="当事人身份、驾驶人、移交和接受处理、暂扣期限、车辆公告，有则填写",
    asks=(
        *seldom(
            case.road_user, case.driver_known, case.fine_refused, case.slight_unobstructed, case.case_handed_at, case.driver_came_on,
            case.suspended_days, case.suspended_until, case.vehicle_used, case.vehicle_announced_on,
        ),
        prose("note", "说明", required=False, longest=1000),
    ),
    side=True,
)  # fmt: skip

HOLD_LICENCE = Step(
    name="hold_licence",
    label="扣留驾驶证",
    unfit=OF_TRAFFIC,
    leaves=("source", "investigating"),
    basis=(ROAD_TRAFFIC[110, 1],),
    says="认为应当暂扣或者吊销驾驶证的，可以先予扣留，二十四小时内移交",
    asks=(PRESENT, CARD, PLACE, line("licence_no", "驾驶证号码"), prose("reason", "扣留的理由", longest=1000)),
    marks={case.licence_held_at: When.MOMENT, case.licence_held_on: When.DAY},
    papers=("holding_receipt",),
    once=True,
    side=True,
)

HOLD_VEHICLE = Step(
    name="hold_vehicle",
    label="扣留车辆",
    unfit=OF_TRAFFIC,
    leaves=("source", "investigating"),
    basis=(ROAD_TRAFFIC[112, 1],),
    says="当场出具凭证，告知当事人在规定期限内到交通管理部门接受处理",
    asks=(PRESENT, CARD, PLACE, line("plate", "车辆号牌和类型"), ask(case.vehicle_receipt), ask(case.vehicle_term_told), prose("reason", "扣留的理由", longest=1000)),
    marks={case.vehicle_held_on: When.DAY},
    papers=("holding_receipt",),
    once=True,
    side=True,
)

DISPOSE_VEHICLE = Step(
    name="dispose_vehicle",
    label="处理逾期不领的车辆",
    unfit=only(("traffic",), "不是道路交通安全案件", lambda facts: "" if "vehicle_held_on" in facts else "没有扣留车辆"),
    leaves=AT_WORK,
    basis=(ROAD_TRAFFIC[112, 3],),
    says="逾期不来接受处理，公告满三个月仍不来的，依法处理",
    asks=(prose("how", "处理的方式和去向"),),
    marks={case.vehicle_disposed_on: When.DAY},
    once=True,
    side=True,
)

NOTE_SPOT = Step(
    name="note_police_spot",
    label="登记当场处罚的专项情况",
    unfit=OF_POLICE,
    leaves=("spot", "decided", "performed"),
    basis=(PUBLIC_SECURITY[120], PUBLIC_SECURITY[123], ROAD_TRAFFIC[89], ROAD_TRAFFIC[108, 2]),
    says="有无异议、一人执法和录音录像、当事人的交通身份，有则填写",
    asks=seldom(
        case.police_regime, case.vice, case.no_objection, case.alone, case.filmed_whole, case.confession_only, case.guardian_told_on,
        case.guardian_heard, case.returned_at, case.has_victim, case.victim_served_on, case.road_user, case.driver_known,
        case.slight_unobstructed, case.spot_unsigned,
    ),
    side=True,
)  # fmt: skip

STEPS = (NOTE, NOTE_AFTER, NOTE_TRAFFIC, HOLD_LICENCE, HOLD_VEHICLE, DISPOSE_VEHICLE)
SPOT_STEPS = (NOTE_SPOT,)
