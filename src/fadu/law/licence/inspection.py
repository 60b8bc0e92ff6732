"""行政检查 (行政许可法第六十一条至第六十四条、优化营商环境条例第五十四条)."""

from fadu.law.rules import Gate
from fadu.law.statutes import BUSINESS_CLIMATE, LICENCE, PENALTY
from fadu.law.vocabulary import inspection, step

LICENSEE = inspection.licensee.holds
AT_RANDOM = inspection.market.column & inspection.source.one_of("plan", "random")
"""Checks of the market that no complaint, no transfer, no monitoring and no special field asked for."""

RECORDED = Gate(
    "XK-061-2", LICENCE[61, 2], "检查被许可人的情况和处理结果要记录，由检查人员签字后归档",
    when=LICENSEE, before=("archive_inspection",), once=inspection.archived_on, demands=inspection.recorded & inspection.signed.column,
    fix="补全检查记录，由检查人员签字后归档",
)
NO_HINDRANCE = Gate(
    "XK-063", LICENCE[63], "检查不得妨碍正常的生产经营，不得索取、收受财物或者谋取其他利益",
    when=LICENSEE, before=("record_inspection",), once=inspection.conducted_on, demands=~inspection.hindered & ~inspection.favours.column,
    fix="停止影响经营的做法，退还财物，另行安排检查",
)
COPIED = Gate(
    "XK-064", LICENCE[64], "外地机关许可的，把违法事实、处理结果抄告作出许可的机关",
    when=LICENSEE & inspection.issuer_elsewhere.holds & inspection.unlawful.holds, before=("archive_inspection",), once=inspection.archived_on,
    demands=inspection.copied_on.known, fix="抄告作出许可决定的机关后归档",
)
AT_RANDOM_ONLY = Gate(
    "YH-054-1", BUSINESS_CLIMATE[54, 1], "市场监管领域的日常检查，对象随机抽取、人员随机选派，多个事项合并检查",
    when=AT_RANDOM, before=("approve_inspection",), once=inspection.approved_on,
    demands=inspection.random_target & inspection.random_officers.column & inspection.merged.column,
    fix="从名录库随机抽取对象和人员；同一对象的多个事项合并",
)
RESULT_PUBLIC = Gate(
    "YH-054-1-public", BUSINESS_CLIMATE[54, 1], "随机抽查的事项和查处结果及时向社会公开",
    when=AT_RANDOM & ~inspection.secret.holds, before=("archive_inspection",), once=inspection.archived_on, demands=inspection.published_on.known,
    fix="公开抽查事项和结果后归档",
)
TWO_GO = Gate(
    "CF-042-1b-inspection", PENALTY[42, 1], "检查由两名以上具有执法资格的人员实施：查到的违法会转为处罚案件",
    before=("record_inspection", "recheck_inspection"), demands=step.certified_officers >= 2,
    fix="增派持有效执法证件的人员，满两人再检查",
)
ALL_CERTIFIED = Gate(
    "CF-042-1a-inspection", PENALTY[42, 1], "在场检查人员都持有有效的执法证件",
    before=("record_inspection", "recheck_inspection"), demands=step.uncertified_officers == 0,
    fix="换由持有效执法证件的人员检查",
)
CARD_SHOWN = Gate(
    "CF-055-1-inspection", PENALTY[55, 1], "进行检查时主动出示执法证件",
    before=("record_inspection", "recheck_inspection"), demands=step.card_shown.column,
    fix="先亮证再检查；没有亮证的，被检查人可以拒绝",
)

RULES = (TWO_GO, ALL_CERTIFIED, CARD_SHOWN, RECORDED, NO_HINDRANCE, COPIED, AT_RANDOM_ONLY, RESULT_PUBLIC)
