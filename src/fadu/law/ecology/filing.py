"""回避、立案、举报、移送 (生态环境行政处罚办法第六条至第二十条; 生态环境法典第一百四十六条、第一千零七十二条、第一千零八十三条)."""

import polars as pl

from fadu.law.ecology.terms import ECO_GENERAL, ECOLOGY
from fadu.law.penalty.terms import DECIDING, ENDING
from fadu.law.periods import days
from fadu.law.rules import Bound, Clock, Duty, Gate, Grade
from fadu.law.statutes import ECO_PENALTY, ECOLOGY_CODE
from fadu.law.vocabulary import case, organ

RECUSAL_BY_RANK = Gate(
    "SH-006-3", ECO_PENALTY[6, 3], "主要负责人的回避由负责人集体讨论，其他负责人的由主要负责人，其他执法人员的由负责人决定",
    when=ECOLOGY & case.recusal_of.known, before=("decide_recusal",), once=case.recusal_decided_on,
    demands=((case.recusal_of == "principal") & (case.recusal_decided_by == "panel"))
    | ((case.recusal_of == "deputy") & (case.recusal_decided_by == "principal"))
    | ((case.recusal_of == "staff") & case.recusal_decided_by.one_of("principal", "deputy", "panel")),
    fix="按被申请回避人的职务，改由有权决定的人决定",
)
FILING_DECIDED = Clock(
    "SH-018", ECO_PENALTY[18], "十五日（自然日）内决定是否立案，特殊情况经负责人批准延长十五日；条文没有写起点，自收到材料之日起算",
    name="立案审查",
    when=ECO_GENERAL, starts=case.clue_received_on, ends=case.filing_decided_on, within=days(15), extended=case.verification_extension,
    next_step="file", who="head",
    fix="立即决定是否立案；特殊情况在期满前报负责人批准延长",
)
EXTENDED_BY_FIFTEEN = Bound(
    "SH-018-extend", ECO_PENALTY[18], "立案审查的延长不超过十五日",
    when=ECO_GENERAL, before=("extend_verification",), once=case.verification_extension,
    value=case.verification_extension, most=pl.lit(15),
    fix="把延长改为十五日以内",
)
FOUR_CONDITIONS = Gate(
    "SH-019", ECO_PENALTY[19], "有初步证据、应当或者可以处罚、属本机关管辖、未超过追责期限，四项都符合的才立案",
    when=ECO_GENERAL, before=("file",), once=case.filed_on, demands=case.filing_conditions >= 4,
    fix="逐项核对四项立案条件，缺一项的不予立案或者移送",
)
FILING_REVOKED = Gate(
    "SH-020", ECO_PENALTY[20], "立案后发现不符合立案条件的，应当撤销立案，不能再往下处罚",
    when=ECO_GENERAL & case.filing_lost_on.known, before=("notify", "decide", "decide_none"), once=case.decided_on,
    demands=case.outcome.one_of("none_unproven", "transfer_agency", "transfer_criminal").fill_null(value=False),
    fix="办理撤销案件；不属于本机关管辖的，移送",
)
REPORTER_ANSWERED = Gate(
    "HJF-146-1", ECOLOGY_CODE[146, 1], "举报应当及时处理；实名举报的，向举报人反馈处理结果",
    when=ECOLOGY & case.clue_source.one_of("report", "complaint") & case.reporter_named.holds, before=("close",), once=case.closed_on,
    demands=case.report_answered_on.known, grade=Grade.MENDABLE,
    fix="向实名举报人反馈处理结果并登记日期",
)
SUPERIOR_DECIDES = Gate(
    "HJF-1072-2", ECOLOGY_CODE[1072, 2], "下级应当处罚而没有处罚的，上级生态环境部门才可以直接作出处罚决定",
    when=ECOLOGY & case.taken_over.known, before=DECIDING, once=case.decided_on, demands=case.taken_over == "omitted",
    fix="不是下级应罚未罚的，由有管辖权的机关决定",
)
CRIME_SENT = Gate(
    "HJF-1083-2", ECOLOGY_CODE[1083, 2], "查处中发现涉嫌犯罪的，移送有侦查、调查职权的机关",
    when=ECOLOGY & case.criminal_suspected.column, before=(*ENDING, "terminate", "close"), once=case.decided_on,
    demands=case.criminal_transferred_on.known,
    fix="先办理移送；退回后再作处理",
)
CLUES_SENT = Duty(
    "HJF-1083-1", ECOLOGY_CODE[1083, 1], "其他部门在受理举报、检查、查案中发现属于生态环境部门职责的线索，及时移送",
    when=organ.eco_clues > 0, demands=organ.eco_clues_sent >= organ.eco_clues,
    due="发现时", fix="把尚未移送的线索移送生态环境部门",
)

RULES = (
    RECUSAL_BY_RANK, FILING_DECIDED, EXTENDED_BY_FIFTEEN, FOUR_CONDITIONS, FILING_REVOKED, REPORTER_ANSWERED, SUPERIOR_DECIDES, CRIME_SENT,
    CLUES_SENT,
)  # fmt: skip
