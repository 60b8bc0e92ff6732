"""拆除违法建设 (行政强制法第四十四条; 城乡规划法第五十三条至第六十八条; 城市市容和环境卫生管理条例)."""

import polars as pl

from fadu.law.coercion.terms import RemediesSpent
from fadu.law.rules import Bound, Gate, Grade
from fadu.law.statutes import CITY_APPEARANCE, COERCION, PLANNING
from fadu.law.vocabulary import case, enforcement

PERMIT, RURAL, TEMPORARY = (enforcement.zone == zone for zone in ("permit", "rural", "temporary"))
UNSIGHTLY = enforcement.zone == "appearance"
ORDERING, DEMOLISHING = ("order_building",), ("demolish",)
PLANNERS = enforcement.building_organ.one_of("planning", "city_planning")

ANNOUNCED = Gate(
    "QZ-044-a", COERCION[44], "强制拆除前公告，限期当事人自行拆除，期满才能拆除",
    before=DEMOLISHING, once=enforcement.demolished_on,
    demands=(enforcement.announced_on <= enforcement.self_demolish_by.column).fill_null(value=False) & (enforcement.demolished_on > enforcement.self_demolish_by),
    fix="先公告并限期自行拆除，等期限届满",
)
AFTER_REMEDIES = RemediesSpent(
    "QZ-044-b", COERCION[44], "复议和诉讼的期限都届满、当事人没有申请或者起诉又不拆除的，才能强制拆除",
    before=DEMOLISHING, once=enforcement.demolished_on, served=enforcement.order_served_on, on=enforcement.demolished_on,
    besides=enforcement.performed_on.column.is_null(),
    fix="等六十日复议期限和六个月起诉期限都届满（没有告知救济的为一年）；已经复议、起诉的，等其终结",
)
PLANNING_ORDER = Gate(
    "CX-064", PLANNING[64], "未取得或者违反建设工程规划许可证的：先责令停止；可改正的限期改正并罚款，不能改正的限期拆除，不能拆除的没收",
    when=PERMIT, before=ORDERING, once=enforcement.building_ordered_on,
    demands=PLANNERS
    & enforcement.stop_ordered.column
    & pl.when(enforcement.correctable.column)
    .then((enforcement.building_action == "correct") & (enforcement.building_fine > 0))
    .otherwise(pl.when(enforcement.removable.column).then(enforcement.building_action == "demolish").otherwise(enforcement.building_action == "confiscate")),
    fix="由县级以上规划主管部门责令停止建设，再按能否改正、能否拆除选择处理方式",
)
FINE_AT_LEAST = Bound(
    "CX-064-least", PLANNING[64], "限期改正的，罚款不少于工程造价的百分之五",
    when=PERMIT & enforcement.correctable.column, before=ORDERING, once=enforcement.building_ordered_on,
    value=enforcement.building_fine, least=(enforcement.building_cost + 19) // 20,
    fix="提高罚款到造价的百分之五以上，或者依法减轻并另行说明",
)
FINE_AT_MOST = Bound(
    "CX-064-most", PLANNING[64], "罚款不超过工程造价的百分之十",
    when=PERMIT & enforcement.building_fine.known, before=ORDERING, once=enforcement.building_ordered_on,
    value=enforcement.building_fine, most=enforcement.building_cost * 10 // 100,
    fix="把罚款减到造价的百分之十以内",
)
RURAL_ORDER = Gate(
    "CX-065", PLANNING[65], "乡、村庄规划区内的违法建设，由乡、镇人民政府责令停止、限期改正，没有罚款权",
    when=RURAL, before=ORDERING, once=enforcement.building_ordered_on,
    demands=(enforcement.building_organ == "township") & enforcement.stop_ordered.column & (enforcement.building_fine.or_zero() == 0),
    fix="由乡、镇人民政府办理；删去罚款（另有赋权依据的按该依据立案处罚）",
)
RURAL_OVERDUE = Gate(
    "CX-065-overdue", PLANNING[65], "乡村违法建设，逾期不改正的才可以拆除",
    when=RURAL, before=DEMOLISHING, once=enforcement.demolished_on,
    demands=(enforcement.demolished_on > enforcement.correct_by) & enforcement.performed_on.column.is_null(),
    fix="等限期改正的期限届满",
)
TEMPORARY_ORDER = Gate(
    "CX-066", PLANNING[66], "违法的临时建设，由城市、县规划主管部门责令限期拆除，可以并处造价一倍以下罚款",
    when=TEMPORARY, before=ORDERING, once=enforcement.building_ordered_on,
    demands=(enforcement.building_organ == "city_planning") & (enforcement.building_action == "demolish") & (enforcement.building_fine.or_zero() <= enforcement.building_cost.column),
    fix="由所在地城市、县规划主管部门责令拆除；罚款减到临时建设造价以内",
)
CHARGED = Gate(
    "CX-068", PLANNING[68], "规划部门责令后逾期不拆除的，由县级以上地方人民政府责成有关部门强制拆除",
    when=PLANNERS, before=DEMOLISHING, once=enforcement.demolished_on, demands=enforcement.government_charged_on <= enforcement.demolished_on,
    fix="先取得本级人民政府责成强制拆除的决定",
)
INSPECTORS_CARD = Gate(
    "CX-053-2", PLANNING[53, 2], "规划监督检查应当出示执法证件",
    before=("survey_building",), once=enforcement.opened_on, demands=enforcement.inspection_card.column,
    fix="先出示执法证件",
)
RESULTS_OPEN = Gate(
    "CX-054", PLANNING[54], "检查情况和处理结果依法公开",
    when=enforcement.zone.known, before=("close_enforcement",), once=enforcement.closed_on, grade=Grade.MENDABLE,
    demands=enforcement.results_published_on <= enforcement.closed_on,
    fix="公开检查情况和处理结果",
)
SUPERIOR_ORDERED = Gate(
    "CX-056", PLANNING[56], "应当处罚而没有处罚，上级规划主管部门责令的，须作出处罚决定",
    when=enforcement.superior_ordered_on.known, before=("close_enforcement",), once=enforcement.closed_on,
    demands=(enforcement.superior_answered_on >= enforcement.superior_ordered_on).fill_null(value=False),
    fix="按上级要求作出处罚决定后再办结",
)
APPROVED_BY_COUNTY = Gate(
    "SR-037", CITY_APPEARANCE[37], "不符合市容标准的建筑物，市容会同规划部门责令后逾期的，经县级以上人民政府批准才能强制拆除",
    when=UNSIGHTLY, before=DEMOLISHING, once=enforcement.demolished_on,
    demands=(enforcement.building_organ == "appearance")
    & (enforcement.government_charged_on <= enforcement.demolished_on)
    & (enforcement.demolished_on > enforcement.correct_by),
    fix="由市容会同规划部门限期责令，期满后报县级以上人民政府批准",
)
REMEDIES_TOLD = Gate(
    "SR-040-1", CITY_APPEARANCE[40, 1], "决定书写六十日复议、六个月起诉；照抄旧条例十五日和上一级机关是错的",
    when=enforcement.zone.known, before=ORDERING, once=enforcement.building_ordered_on, demands=enforcement.remedy_told == "full",
    fix="按行政复议法、行政诉讼法改写救济告知",
)
DELEGATED_CLEANING = Gate(
    "SR-034", CITY_APPEARANCE[34], "随地吐痰等七种行为可以由受委托单位处理，受托单位须符合处罚法的条件",
    when=(case.field == "city") & (case.agency_kind == "entrusted"), before=("decide", "decide_spot"), once=case.decided_on,
    demands=case.delegation_lawful.column & case.delegatee_public.column & (case.delegatee_certified >= 1),
    fix="由市容环境卫生主管部门自行办理，或者改委托符合条件的单位",
)

RULES = (
    ANNOUNCED, AFTER_REMEDIES, PLANNING_ORDER, FINE_AT_LEAST, FINE_AT_MOST, RURAL_ORDER, RURAL_OVERDUE, TEMPORARY_ORDER, CHARGED, INSPECTORS_CARD,
    RESULTS_OPEN, SUPERIOR_ORDERED, APPROVED_BY_COUNTY, REMEDIES_TOLD, DELEGATED_CLEANING,
)  # fmt: skip
