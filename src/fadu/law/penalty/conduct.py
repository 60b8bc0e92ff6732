"""执法人员与执法行为: who enforces and how (行政处罚法第四十二条至第五十条、第五十五条)."""

from fadu.law.penalty.terms import DECIDING, GENERAL, MEETING_THE_PARTY, ONE_OFFICER, PENALISED, REVIEW_DUE, SIMPLE
from fadu.law.periods import working_days
from fadu.law.rules import Clock, Gate, Grade
from fadu.law.statutes import DRUGS, DRUGS_RULES, FIRE, HAZARDOUS_CHEMICALS, PENALTY, SAMR_PROCEDURE, WORK_SAFETY
from fadu.law.vocabulary import case, step

VALID_CREDENTIALS = Gate(
    "CF-042-1a", PENALTY[42, 1], "在场执法人员都须持有有效的执法证件",
    before=MEETING_THE_PARTY, demands=step.uncertified_officers == 0,
    fix="换由持有效执法证件的人员办理；证件暂扣、收回、过期期间所作的行为不能算数",
    also={"CF-076-1-5": PENALTY[76, 1, 5]},
)
TWO_OFFICERS = Gate(
    "CF-042-1b", PENALTY[42, 1], "持证执法人员不得少于两人，法律另有规定的除外",
    when=~ONE_OFFICER, before=MEETING_THE_PARTY, demands=step.certified_officers >= 2,
    fix="增加一名持有有效执法证件的执法人员后再办理",
    also={"SC-022": SAMR_PROCEDURE[22], "YPT-063-2": DRUGS_RULES[63, 2], "WH-008-2": HAZARDOUS_CHEMICALS[8, 2]},
)
RECUSED_STAND_ASIDE = Gate(
    "CF-043-1", PENALTY[43, 1], "与案件有直接利害关系或者其他关系可能影响公正执法的，应当回避",
    before=MEETING_THE_PARTY, demands=step.recused_officers == 0,
    fix="换由没有应当回避情形的执法人员办理",
)
RECUSAL_DECIDED = Gate(
    "CF-043-3", PENALTY[43, 3], "当事人申请回避的，须先由负责人作出决定",
    when=case.recusal_requested_on.known, before=("decide", "decide_none", "cancel"), once=case.decided_on,
    demands=case.recusal_decided_on.known,
    fix="请负责人先对回避申请作出决定",
)
CARD_SHOWN = Gate(
    "CF-055-1", PENALTY[55, 1], "调查、检查时主动出示执法证件",
    before=("inspect", "question", "sample", "preserve", "register_spot"), demands=step.card_shown.column,
    also={"YP-099-4": DRUGS[99, 4], "AQ-067-2": WORK_SAFETY[67, 2], "XF-053-2": FIRE[53, 2]},
    fix="先出示执法证件并记录；未出示的，当事人有权拒绝接受调查或者检查",
)
RECORD_SIGNED = Gate(
    "CF-055-2", PENALTY[55, 2], "询问、检查应当制作笔录并由当事人签名，拒签的注明",
    before=("inspect", "question"), demands=step.record_signed.one_of("signed", "refused"),
    fix="交当事人核对签名；拒绝签名的注明情况，并有见证人或者音像记录",
)
OF_LAWFUL_KIND = Gate(
    "CF-046-1", PENALTY[46, 1], "证据须属于法定的八种",
    before=("conclude",), demands=case.evidence_of_kind >= case.evidence, once=case.concluded_on,
    fix="为每件证据选定法定的种类",
)
EVIDENCE_LAWFUL = Gate(
    "CF-046-3", PENALTY[46, 3], "以非法手段取得的证据不得作为认定事实的根据",
    before=("conclude",), demands=case.evidence_unlawful == 0, once=case.concluded_on,
    fix="排除以非法手段取得的证据，或者重新依法取证",
)
EVIDENCE_VERIFIED = Gate(
    "CF-046-2", PENALTY[46, 2], "证据须经查证属实，方可作为认定案件事实的根据",
    before=("conclude",), demands=case.evidence_verified >= case.evidence, once=case.concluded_on,
    fix="逐件查证；查证不属实的不要列作根据",
)
DEVICE_REVIEWED = Gate(
    "CF-041-1", PENALTY[41, 1], "监控设备须有法律、行政法规规定，经法制和技术审核，符合标准、设置合理、标志明显，地点公布",
    when=case.device_used.holds, before=("collect", "conclude"), once=case.concluded_on,
    demands=case.device_authorised.column & case.device_legal_reviewed.column & case.device_technical_reviewed.column
    & case.device_well_placed.column & case.device_place_published.column,
    fix="不用这台设备的记录作证据；补办审核、检定和公布后，用其后的记录。没有法律、行政法规规定的，不得以监控设备收集违法事实",
)
DEVICE_RECORD_REVIEWED = Gate(
    "CF-041-2", PENALTY[41, 2], "监控记录未经审核或者经审核不符合要求的，不得作为证据",
    when=case.device_used.holds, before=("conclude",), demands=case.device_record_passed.column, once=case.concluded_on,
    fix="审核记录内容是否真实、清晰、完整、准确；不符合的不列作证据",
)
DEVICE_FACTS_TOLD = Gate(
    "CF-041-3", PENALTY[41, 3], "监控发现的违法事实应当及时告知当事人，并为查询、陈述和申辩提供便利",
    when=PENALISED & case.device_used.holds, before=DECIDING, demands=case.device_told_on.known & case.device_query_offered.column, once=case.decided_on,
    fix="告知当事人违法事实和查询、陈述、申辩的渠道",
)
RECORDED_THROUGHOUT = Gate(
    "CF-047", PENALTY[47], "启动、调查取证、审核、决定、送达、执行全过程记录，归档保存",
    when=PENALISED, before=("archive",), once=case.archived_on, grade=Grade.MENDABLE,
    demands=(SIMPLE | case.filed_on.known) & (case.inspected_on.known | case.questioned_on.known | (case.evidence.or_zero() > 0))
    & (SIMPLE | ~REVIEW_DUE | case.legal_reviewed_on.known) & case.decided_on.known & case.served_on.known & case.closing_since.known,
    fix="补齐缺少环节的记录后再归档",
)
PUBLISHED = Gate(
    "CF-048-1", PENALTY[48, 1], "具有一定社会影响的处罚决定应当依法公开",
    when=PENALISED & case.publication_due.column & case.overturned_on.column.is_null(), before=("close", "archive"), once=case.closed_on,
    demands=case.published_on.known, grade=Grade.MENDABLE,
    fix="先公开处罚决定；没有一定社会影响的，更正决定记录",
)
SECRETS_KEPT = Gate(
    "CF-050", PENALTY[50], "知悉的国家秘密、商业秘密、个人隐私应当保密，公开前隐去",
    before=("publish",), demands=case.redacted.column, once=case.published_on,
    fix="隐去不应公开的内容后再公开",
)
WITHDRAWN_IN_TIME = Clock(
    "CF-048-2", PENALTY[48, 2], "决定被变更、撤销、确认违法或者无效的，三日内撤回公开并说明理由",
    name="撤回公开",
    when=case.published_on.known, starts=case.overturned_on, ends=case.withdrawn_on, within=working_days(3),
    next_step="withdraw", also={"SC-063-2": SAMR_PROCEDURE[63, 2]},
    fix="立即撤回公开的决定信息，并公开说明理由",
)
RIGHTS_TOLD_FIRST = Gate(
    "SC-021-2", SAMR_PROCEDURE[21, 2], "首次向当事人调查取证时，告知陈述、申辩和申请回避的权利",
    when=GENERAL & (case.field == "market"), before=("inspect", "question"), demands=case.rights_told_on.known,
    fix="先告知当事人有陈述、申辩和申请回避的权利，再调查取证",
)

RULES = (
    VALID_CREDENTIALS, TWO_OFFICERS, RECUSED_STAND_ASIDE, RECUSAL_DECIDED, CARD_SHOWN, RECORD_SIGNED,
    OF_LAWFUL_KIND, EVIDENCE_LAWFUL, EVIDENCE_VERIFIED, DEVICE_REVIEWED, DEVICE_RECORD_REVIEWED, DEVICE_FACTS_TOLD,
    RECORDED_THROUGHOUT, PUBLISHED, SECRETS_KEPT, WITHDRAWN_IN_TIME, RIGHTS_TOLD_FIRST,
)  # fmt: skip
