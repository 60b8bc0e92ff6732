"""先行登记保存、强制措施、物品处置 (第三十三条至第四十二条)."""

from fadu.law.periods import days, hours, working_days
from fadu.law.rules import Clock, Gate, Wait, Within
from fadu.law.samr.terms import MARKET
from fadu.law.statutes import SAMR_PROCEDURE
from fadu.law.vocabulary import case
from fadu.law.vocabulary.marks import Handed

ALL_HANDED = Handed.COUNTED | Handed.LISTED | Handed.SIGNED | Handed.COPY | Handed.NOTICE

RELEASE_APPROVED = Gate(
    "SC-033-1", SAMR_PROCEDURE[33, 1], "采取和解除先行登记保存措施，都应当经负责人批准",
    when=MARKET & (case.preserve_disposal == "released"), before=("dispose_preserved",), once=case.preserve_disposed_on,
    demands=case.release_approved.column,
    fix="报负责人批准后再解除（采取时的批准见行政处罚法第五十六条）",
)
PRESERVED_URGENTLY = Clock(
    "SC-033-2", SAMR_PROCEDURE[33, 2], "情况紧急当场先行登记保存的，二十四小时内向负责人报告并补办批准手续",
    name="补批登记保存",
    when=MARKET & case.preserve_urgent.holds, starts=case.preserved_at, ends=case.preserve_approved_at, within=hours(24),
    next_step="approve_preserve", who="head",
    fix="立即报告并补办批准手续；负责人认为不应当采取的，立即解除",
)
HANDED_ON_THE_SPOT = Gate(
    "SC-034-1", SAMR_PROCEDURE[34, 1], "先行登记保存当场清点、开具清单、签章、交当事人一份，并当场交付通知书",
    when=MARKET, before=("preserve",), once=case.preserved_on, demands=(case.preserve_handed.column & int(ALL_HANDED)) == int(ALL_HANDED),
    fix="当场清点，清单签名后交当事人一份，并当场交付先行登记保存证据通知书",
)
LAPSED = Within(
    "SC-035-b", SAMR_PROCEDURE[35, 2], "七个工作日内未采取措施的，先行登记保存自动解除，此后只能返还",
    when=MARKET & (case.preserve_disposal != "released"), before=("dispose_preserved",), once=case.preserve_disposed_on,
    starts=case.preserved_on.column, full=working_days(7), on=case.preserve_disposed_on.column,
    fix="登记保存已自动解除，返还物品；仍需控制的，另行依法查封、扣押",
)
MEASURE_APPROVED = Gate(
    "SC-036-1", SAMR_PROCEDURE[36, 1], "采取查封、扣押等强制措施须有法律、法规依据，采取和解除都经负责人批准",
    when=MARKET & (case.preserve_disposal == "seized"), before=("dispose_preserved",), once=case.preserve_disposed_on,
    demands=case.measure_basis.one_of("law", "admin_regulation", "local_regulation") & (case.measure_approved.column | case.measure_urgent.holds),
    fix="写明查封、扣押的法律、法规依据，报负责人批准；规章不能作为依据",
)
MEASURE_URGENTLY = Clock(
    "SC-036-2", SAMR_PROCEDURE[36, 2], "情况紧急当场采取强制措施的，二十四小时内向负责人报告并补办批准手续",
    name="补批强制措施",
    when=MARKET & case.measure_urgent.holds, starts=case.measure_taken_at, ends=case.measure_approved_at, within=hours(24),
    next_step="approve_measure", who="head",
    fix="立即报告并补办批准手续；负责人认为不应当采取的，立即解除",
)
DISPOSED_EARLY = Gate(
    "SC-041-3", SAMR_PROCEDURE[41, 3], "不宜长期保存的物品，经权利人同意或者申请并经负责人批准，留存证据后可以先行处置",
    when=MARKET, before=("dispose_early",), once=case.early_disposed_on,
    demands=case.early_consent.one_of("agreed", "asked", "announced") & case.early_evidence_kept.column,
    fix="取得权利人同意（不明确的公告），先留存证据，再报负责人批准处置",
)
UNCLAIMED = Wait(
    "SC-042-3", SAMR_PROCEDURE[42, 3], "无法退还的物品公告告知领取，公告期满仍无人领取的才能上缴或者拍卖",
    when=MARKET & case.release_announced_on.known, before=("dispose_goods",), once=case.goods_disposed_on,
    starts=case.release_announced_on, full=days(30), on=case.goods_disposed_on,
    fix="等公告满三十日；期内有人领取的，退还",
)
UNCLAIMED_APPROVED = Gate(
    "SC-042-3-approved", SAMR_PROCEDURE[42, 3], "无人领取的物品上缴或者拍卖，须经负责人批准",
    when=MARKET & case.release_announced_on.known, before=("dispose_goods",), once=case.goods_disposed_on,
    demands=case.unclaimed_approved.column,
    fix="报负责人批准",
)

RULES = (
    RELEASE_APPROVED, PRESERVED_URGENTLY, HANDED_ON_THE_SPOT, LAPSED, MEASURE_APPROVED, MEASURE_URGENTLY, DISPOSED_EARLY, UNCLAIMED,
    UNCLAIMED_APPROVED,
)  # fmt: skip
