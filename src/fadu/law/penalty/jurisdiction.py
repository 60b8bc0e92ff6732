"""管辖与行刑衔接 (行政处罚法第二十二条至第二十七条、第三十五条、第八十二条)."""

from fadu.law.penalty.terms import DECIDING, ENDING, PENALISED, PENALISING
from fadu.law.rules import Gate
from fadu.law.statutes import DRUGS, FOOD_SAFETY, PENALTY, TRANSFER
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty

WHERE_IT_HAPPENED = Gate(
    "CF-022", PENALTY[22], "由违法行为发生地的行政机关管辖，另有规定的从其规定",
    when=PENALISING, before=("file", *DECIDING), demands=case.in_jurisdiction.column, once=case.decided_on,
    fix="移送有管辖权的机关",
)
COUNTY_OR_ABOVE = Gate(
    "CF-023", PENALTY[23], "由县级以上地方人民政府有处罚权的行政机关管辖，法律、行政法规另有规定的从其规定",
    when=PENALISING, before=("file", *DECIDING), demands=case.agency_county_level.column, once=case.decided_on,
    fix="移送县级以上有处罚权的机关",
)
GRANT_PUBLISHED = Gate(
    "CF-024-1", PENALTY[24, 1], "乡镇、街道行使处罚权，须有省级赋权决定列明该事项，决定应当公布",
    when=PENALISING & (case.agency_kind == "township"), before=("file", *DECIDING), demands=case.grant_published.column, once=case.decided_on,
    fix="没有赋权的事项，移送县级主管部门",
)
FIRST_TO_FILE = Gate(
    "CF-025-1", PENALTY[25, 1], "两个以上机关都有管辖权的，由最先立案的机关管辖",
    when=PENALISING & case.other_filed_on.known, before=("file", *DECIDING), once=case.decided_on,
    demands=(case.filed_on <= case.other_filed_on) | case.dispute_settled_on.known,
    fix="移送最先立案的机关，或者登记协商、指定管辖的结果",
)
DISPUTE_SETTLED = Gate(
    "CF-025-2", PENALTY[25, 2], "管辖争议应当协商解决，协商不成的报请指定；解决之前不得决定",
    when=PENALISING & case.disputed_on.known, before=DECIDING, demands=case.dispute_settled_on.known, once=case.decided_on,
    fix="登记协商结果，或者报请共同的上一级机关指定管辖",
)
CRIME_TRANSFERRED = Gate(
    "CF-027-1", PENALTY[27, 1], "涉嫌犯罪的应当及时移送司法机关，不得以行政处罚代替刑事处罚",
    when=case.criminal_suspected.column, before=(*ENDING, "terminate", "close"), demands=case.criminal_transferred_on.known, once=case.decided_on,
    also={"CF-082": PENALTY[82], "YS-011-1": TRANSFER[11, 1], "SP-121-1": FOOD_SAFETY[121, 1], "YP-113-1": DRUGS[113, 1]},
    fix="办理“移送司法机关”；司法机关退回后再作处理",
)
NO_FINE_AFTER_COURT = Gate(
    "CF-035-2", PENALTY[35, 2], "人民法院判处罚金，尚未罚款的，不再给予罚款",
    when=PENALISED & case.criminal_fined.holds, before=DECIDING, demands=~case.decision_kinds.has(Penalty.FINE), once=case.decided_on,
    fix="去掉罚款；可以依法给予其他种类的处罚",
)

RULES = (WHERE_IT_HAPPENED, COUNTY_OR_ABOVE, GRANT_PUBLISHED, FIRST_TO_FILE, DISPUTE_SETTLED, CRIME_TRANSFERRED, NO_FINE_AFTER_COURT)
