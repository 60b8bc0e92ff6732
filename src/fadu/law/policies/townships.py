"""乡镇街道办案: in whose name a township acts, within which powers, by whom a case is handled and decided."""

import polars as pl

from fadu.law.penalty.terms import DECIDING, GENERAL, MEETING_THE_PARTY, PENALISING
from fadu.law.policies.terms import HEBEI, HEBEI_TOWN, XINGLONG_TOWN, case_in
from fadu.law.rules import Gate, Question
from fadu.law.statutes import HEBEI_TOWNSHIPS, XINGLONG
from fadu.law.vocabulary import case, step

COUNTY_BUREAU = (case.agency_kind == "statutory").fill_null(value=False)
APART = ~step.by_handler.column & ~step.by_reviewer.column
ENDING_GENERAL = ("decide", "decide_none", "cancel")
SAFETY = ("food", "drugs", "ecology", "emergency", "health", "fire", "police")
"""Fields in which 兴隆意见三(十一) does not hold coercion back."""

TWO_OFFICERS = Gate(
    "P1-3", XINGLONG["二(三)"], "处罚、强制由具有执法资格的人员实施，上岗人员不少于两人",
    when=XINGLONG_TOWN, before=MEETING_THE_PARTY, demands=(step.certified_officers >= 2) & (step.uncertified_officers == 0),
    fix="换由两名以上持证执法人员办理",
)
APART_HERE = Gate(
    "P1-10", XINGLONG["三(十)"], "办理、审核、决定由不同的人担任",
    when=XINGLONG_TOWN & GENERAL, before=ENDING_GENERAL, demands=APART,
    fix="报没有办理、审核本案的行政负责人决定",
)
APART_IN_HEBEI = Gate(  # the article orders the province's rules of operation; that the people must differ is how they are read
    "HB-016", HEBEI_TOWNSHIPS[16], "乡镇街道办案做到办理、审核、决定三分离",
    when=HEBEI_TOWN & GENERAL, before=ENDING_GENERAL, demands=APART,
    fix="报没有办理、审核本案的负责人决定",
)
IN_ITS_NAME = Gate(
    "HB-008-1", HEBEI_TOWNSHIPS[8, 1], "综合行政执法机构以乡镇人民政府、街道办事处名义执法",
    when=HEBEI_TOWN & PENALISING, before=DECIDING, demands=case.issued_as_township.column, once=case.decided_on,
    fix="以乡镇人民政府、街道办事处名义制作文书并加盖其印章",
)
GRANTED_AWAY = Gate(
    "P1-13-b", XINGLONG["三(十三)"], "处罚权下放乡镇以后，县直部门不再行使，可以检查和指导",
    when=case_in(XINGLONG.place) & COUNTY_BUREAU & PENALISING, before=("file", *DECIDING), demands=~case.granted_away.column, once=case.decided_on,
    fix="移送承接该事项的乡镇人民政府",
)
GRANTED_AWAY_IN_HEBEI = Gate(
    "HB-012-5", HEBEI_TOWNSHIPS[12, 5], "处罚权由乡镇街道行使的，县级部门不再行使",
    when=case_in(HEBEI) & COUNTY_BUREAU & PENALISING, before=("file", *DECIDING), demands=~case.granted_away.column, once=case.decided_on,
    fix="移送承接该事项的乡镇人民政府、街道办事处",
)
CITY_BOUNDARY = Gate(
    "P1-13-c", XINGLONG["三(十三)"], "城管处罚在县城城管界内由县住建部门行使，界外由兴隆镇政府行使",
    when=case_in(XINGLONG.place) & (case.field == "city") & case.inside_boundary.known & PENALISING, before=("file", *DECIDING), once=case.decided_on,
    demands=(case.inside_boundary.column & (case.agency_kind == "statutory")) | (~case.inside_boundary.column & (case.agency_kind == "township")),
    fix="界内的移送县住建部门，界外的移送兴隆镇人民政府",
)
DELEGATION_FILED = Gate(
    "HB-014", HEBEI_TOWNSHIPS[14], "指导清单外的处罚，依法委托乡镇街道并向县政府备案，才能在委托范围内行使",
    when=case_in(HEBEI) & (case.agency_kind == "entrusted") & case.delegatee_township.column & PENALISING, before=("file", *DECIDING), once=case.decided_on,
    demands=case.delegation_lawful.column & case.delegation_in_scope.column & case.delegation_filed.column,
    fix="交由委托部门办理；委托没有备案的先备案",
)
RECUSAL_BY_HEAD = Gate(
    "HB-021-3", HEBEI_TOWNSHIPS[21, 3], "当事人申请回避的，由乡镇街道负责人决定；决定之前不停止调查",
    when=HEBEI_TOWN & case.recusal_requested_on.known, before=ENDING_GENERAL, once=case.decided_on,
    demands=case.recusal_decided_on.known & case.recusal_decided_by.one_of("principal", "deputy", "panel"),
    fix="请乡镇街道负责人审查回避申请并作出决定",
)
CLUE_ROUTED = Gate(
    "HB-033-1", HEBEI_TOWNSHIPS[33, 1], "属于部门职责的先劝阻、制止并告知部门；涉及多个部门或者责任不明的报县政府，不自行立案",
    when=HEBEI_TOWN & case.clue_duty.one_of("own", "department", "several"), before=("file", "transfer_agency", "decline"), once=case.filing_decided_on,
    demands=pl.when(case.clue_duty == "own").then(case.outcome.column.is_null() | (case.outcome != "transfer_agency"))
    .when(case.clue_duty == "department").then(case.clue_stopped.column & case.clue_told_on.known & case.filed_on.column.is_null())
    .otherwise(case.clue_reported_on.known & case.filed_on.column.is_null()),
    fix="属于自己职责的立案查处；属于部门的劝阻、制止并告知部门；其余报请县级人民政府决定",
)
TOWNSHIP_TOLD = Gate(
    "HB-033-2", HEBEI_TOWNSHIPS[33, 2], "县级以上部门发现属于乡镇街道职责的违法行为，应当告知其查处",
    when=case_in(HEBEI) & COUNTY_BUREAU & case.granted_away.column, before=("transfer_agency", "decline"), once=case.filing_decided_on,
    demands=case.township_told_on.known,
    fix="先告知承接该事项的乡镇街道，再移送或者不予立案",
)
MILD_FIRST = Question(
    "P1-11", XINGLONG["三(十一)"], "除安全、食药、环境等领域外，非强制手段能达到目的的不实施行政强制",
    when=XINGLONG_TOWN & ~case.field.one_of(*SAFETY), point="handling",
    asks="采取强制措施的，是否先用过说服教育、劝导示范、警示告诫、指导约谈，非强制手段是否达不到目的？",
)

RULES = (
    TWO_OFFICERS, APART_HERE, APART_IN_HEBEI, IN_ITS_NAME, GRANTED_AWAY, GRANTED_AWAY_IN_HEBEI, CITY_BOUNDARY, DELEGATION_FILED,
    RECUSAL_BY_HEAD, CLUE_ROUTED, TOWNSHIP_TOLD, MILD_FIRST,
)  # fmt: skip
