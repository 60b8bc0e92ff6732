"""Figures of things: recorders, standards, vehicles, audio-visual equipment, terminals, plans."""

from datetime import date, timedelta
from fractions import Fraction

from fadu.agencies.equipment.figures.judging import County, held, organs_held, untold
from fadu.agencies.equipment.kinds import AUDIOVISUAL, PLANS, RECORDING, Designated, ThingKind
from fadu.agencies.equipment.models import Holding, Regulation
from fadu.agencies.equipment.selectors.needs import av_class, due, needs, standards
from fadu.agencies.figure import Behind, Figure, Reading, ratio
from fadu.agencies.kinds import Field, Level
from fadu.agencies.locality import set_here
from fadu.agencies.models import Organ

EIGHT_FIELDS = (
    Field.MARKET, Field.ECOLOGY, Field.CULTURE, Field.TRANSPORT, Field.AGRICULTURE, Field.POLICE, Field.CITY, Field.EMERGENCY,
)  # fmt: skip
"""黑政办发〔2019〕26号三(七)1(2)."""

RECENT = timedelta(days=30)


def _recorders(county: County, organs: list[Organ], most: Fraction, none: str) -> Reading:
    """Officers for each recorder or terminal in use, against the most there may be."""

    def judge(organ: Organ) -> str:
        people, sets = len(county.people.get(organ.pk, ())), county.count(organ, *RECORDING)
        if people <= sets * most:
            return ""
        says = county.marks.get((organ.pk, Designated.SAYS_RECORDERS))
        return f"{people} 人 {sets} 台" + (f"，部分达到（有说明：{says.paper}）" if says else "")

    return organs_held(organs, judge, none=none)


def _classed(what: Designated, parameter: str, organ: Organ, day: date) -> Reading:
    value = set_here(parameter, day)
    if value is None:
        return untold("本地没有登记这一类的配备比例")
    county = County(organ, day)
    named = [item for item in county.enforcing if av_class(county.marks, item.pk) is what]
    return _recorders(county, named, Fraction(int(value.value)), "没有机关认定为这一类，分类未认定的不能判断")


def recorders_a(organ: Organ, day: date) -> Reading:
    """Class A: not more than so many officers for each recorder or terminal."""
    return _classed(Designated.CLASS_A, "recorder.officers.a", organ, day)


def recorders_b(organ: Organ, day: date) -> Reading:
    """Class B."""
    return _classed(Designated.CLASS_B, "recorder.officers.b", organ, day)


def recorders_township(organ: Organ, day: date) -> Reading:
    """Townships, by the county's own standard of class A; another place's is not borrowed."""
    value = set_here("recorder.township.officers", day)
    if value is None:
        return untold("缺县级司法行政部门确定 A 类配备标准的文件")
    county = County(organ, day)
    return _recorders(county, [item for item in county.townships if county.people.get(item.pk)], Fraction(int(value.value)), "没有有执法人员的乡镇")


def allotment(organ: Organ, day: date) -> Reading:
    """Each organ and kind: in use and sound, against the standard."""
    county = County(organ, day)
    rows = [
        Behind(f"{need.organ.name} {need.kind.label}", "", f"应配 {need.due} 件，实配 {need.have} 件" if need.lacking else "")
        for need in needs(county.organs, day)
    ]
    return held(rows, none="没有登记配备标准，请先登记")


def vehicles(organ: Organ, day: date) -> Reading:
    """Vehicles within the number that was fixed for the organ."""
    county = County(organ, day)

    def judge(item: Organ) -> str | None:
        there, mark = county.count(item, ThingKind.VEHICLE), county.marks.get((item.pk, Designated.VEHICLES))
        if not there:
            return None
        if mark is None:
            return f"有车 {there} 辆，没有登记车辆编制"
        return "" if there <= (mark.amount or 0) else f"有车 {there} 辆，编制 {mark.amount} 辆"

    return organs_held(county.organs, judge, none="没有执法车辆")


def unstandardised(organ: Organ, day: date) -> Reading:
    """What no standard provides for has a reason why it is needed."""
    county = County(organ, day)
    known = standards(county.organs, day)
    rows = [Behind(str(thing), "", "" if thing.need else "没有需求说明") for thing in county.things if (thing.organ_id, thing.kind) not in known]
    return held(rows, none="没有无标准的装备")


def audiovisual(organ: Organ, day: date) -> Reading:
    """Of the kinds of recording equipment that an organ is to have, each is there and was used within thirty days."""
    county = County(organ, day)
    known = standards(county.enforcing, day)

    def lacks(item: Organ, kind: ThingKind) -> str:
        mine = [thing for thing in county.things if thing.organ_id == item.pk and thing.kind == kind]
        used = any(thing.used_on is not None and day - RECENT <= thing.used_on <= day for thing in mine)
        return "" if used else "近 30 日没有使用" if mine else "没有在用的"

    rows = [Behind(f"{item.name} {kind.label}", "", lacks(item, kind)) for item in county.enforcing for kind in AUDIOVISUAL if (item.pk, kind) in known]
    return held(rows, none="没有登记应配的音像记录设备类别")


def eight_fields(organ: Organ, day: date) -> Reading:
    """In eight fields vehicles and every standard met; elsewhere at least a standard."""
    county = County(organ, day)
    wanted = needs(county.enforcing, day)
    known = {organ_id for organ_id, _ in standards(county.enforcing, day)}

    def judge(item: Organ) -> str:
        if item.pk not in known:
            return "没有配备标准"
        if item.field not in EIGHT_FIELDS:
            return ""
        short = [need.kind.label for need in wanted if need.organ.pk == item.pk and need.lacking]
        return "；".join((["没有执法车辆"] if not county.count(item, ThingKind.VEHICLE) else []) + ([f"未达标准：{'、'.join(short)}"] if short else []))

    return organs_held(county.enforcing, judge, none="没有有执法人员的机关")


def terminals(organ: Organ, day: date) -> Reading:
    """Who enforces holds a terminal that was used within thirty days, as many as the organ's standard asks for."""
    county = County(organ, day)
    known = standards(county.enforcing, day)
    then = Holding.objects.filter(organ__in=county.organs, thing__in=[thing.pk for thing in county.things], thing__kind=ThingKind.TERMINAL, since__lte=day)
    live = then.exclude(until__lte=day).filter(thing__used_on__gte=day - RECENT, thing__used_on__lte=day)
    active = set(live.values_list("officer_id", flat=True))

    def judge(item: Organ) -> str | None:
        row = known.get((item.pk, ThingKind.TERMINAL))
        if row is None:
            return None
        people = county.people[item.pk]
        wanted, have = due(len(people), row.things, row.people), len(people & active)
        return "" if have >= wanted else f"{len(people)} 人，应有 {wanted} 人持有并使用，实有 {have} 人"

    return organs_held(county.enforcing, judge, none="各机关没有公布移动执法终端的配备数")


def plans_filed(organ: Organ, day: date) -> Reading:
    """Provincial departments file four papers by the day of the year."""
    value = set_here("equipment.plan.by", day)
    if value is None:
        return untold("本地没有登记报送的最后一日")
    by = date(day.year, int(value.value) // 100, int(value.value) % 100)
    county = County(organ, day)
    filed = Regulation.objects.filter(organ__in=county.organs, rule__in=PLANS, issued_on__gte=date(day.year, 1, 1), issued_on__lte=min(by, day))
    there = set(filed.exclude(checked_name="").values_list("organ_id", "rule"))

    def judge(item: Organ) -> str | None:
        missing = [rule.label for rule in PLANS if (item.pk, rule) not in there]
        if item.level != Level.PROVINCE or (missing and day <= by):
            return None
        return f"{by} 前缺：{'、'.join(missing)}" if missing else ""

    return organs_held(county.organs, judge, none=f"没有应报送的省直部门，或者未到 {by}")


def plans_in_force(organ: Organ, day: date) -> Reading:
    """Eight fields by four papers at the province: how many of the thirty-two are in force."""
    county = County(organ, day)
    if not any(item.level == Level.PROVINCE for item in county.organs):
        return untold("不是省级，不适用")
    found = {(item.field, rule) for item in county.organs if item.level == Level.PROVINCE for rule in PLANS if (item.pk, rule) in county.rules}
    rows = [Behind(f"{field.label} {rule.label}", "", "" if (field, rule) in found else "没有现行的") for field in EIGHT_FIELDS for rule in PLANS]
    good = sum(not row.lacks for row in rows)
    return ratio(good, len(rows), behind=tuple(sorted(rows, key=lambda row: not row.lacks)))


def recorders_c(organ: Organ, day: date) -> Reading:
    """Organs of class C, of them those for which a paper says how many recorders they need and that have as many."""
    county = County(organ, day)
    known = standards(county.organs, day)

    def judge(item: Organ) -> str | None:
        if av_class(county.marks, item.pk) is not Designated.CLASS_C:
            return None
        rows = [row for kind in RECORDING if (row := known.get((item.pk, kind))) is not None]
        if not rows:
            return "没有配备数量的确定书"
        wanted, have = sum(due(len(county.people.get(item.pk, ())), row.things, row.people) for row in rows), county.count(item, *RECORDING)
        return "" if have >= wanted else f"应有 {wanted} 台，在用 {have} 台"

    return organs_held(county.organs, judge, none="没有认定为 C 类的机关")


FIGURES = (
    Figure("equipment.recorders.c", "C 类机关按需配备记录设备", "%", "有配备数量确定书，在用不少于确定数", (("002", "二(二)3(1)③"),), recorders_c),
    Figure("equipment.recorders.a", "A 类机关记录设备配备达标", "%", "原则上每 2 名执法人员不少于 1 台（以本地规定为准）", (("002", "二(二)3(1)①"),), recorders_a),
    Figure("equipment.recorders.b", "B 类机关记录设备配备达标", "%", "原则上每 3 名执法人员不少于 1 台（以本地规定为准）", (("002", "二(二)3(1)②"),), recorders_b),
    Figure(
        "equipment.recorders.township", "乡镇记录设备配备达标", "%", "按县级司法行政部门确定的 A 类标准", (("001", "三(八)"),), recorders_township,
    ),
    Figure(
        "equipment.allotment", "装备按标准配备", "%", "各机关各类在用合格数不少于标准数",
        (("000", "二(二)5"), ("001", "五(二十二)"), ("004", "清单二(二)5")), allotment,
    ),
    Figure("equipment.vehicles", "执法用车在编制内", "%", "实有不超过编制", (("001", "五(二十二)"),), vehicles),
    Figure("equipment.need", "无标准装备有需求说明", "%", "100%", (("001", "五(二十二)"),), unstandardised),
    Figure("equipment.audiovisual", "应配音像记录设备齐备并使用", "%", "应配类别在用不少于 1 台，近 30 日有使用", (("002", "二(二)3"),), audiovisual),
    Figure("equipment.fields", "八领域装备设施符合需要", "%", "有车辆、各类达标准；其他机关有标准", (("002", "三(七)1(2)"),), eight_fields),
    Figure("equipment.terminals", "一线配备移动执法终端", "%", "持有并在 30 日内使用的不少于各机关公布的数", (("000", "二(五)13"),), terminals),
    Figure("equipment.plans.filed", "省直部门报送四件装备文件", "%", "每年 11 月 30 日前四件齐", (("002", "三(七)1(3)"),), plans_filed),
    Figure("equipment.plans.force", "八领域四件装备文件现行", "%", "100%", (("002", "三(七)1(1)"),), plans_in_force),
)  # fmt: skip
"""Figures of things."""
