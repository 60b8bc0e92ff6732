"""监督主体、对象、监督人员: who supervises whom, with what standing."""

from fadu.law.rules import Duty, Gate, Question
from fadu.law.statutes import CIVIL_SERVANTS, HEBEI_SUPERVISION, SHANDONG_SUPERVISION, SUPERVISION
from fadu.law.supervision.terms import HEBEI, SHANDONG
from fadu.law.vocabulary import supervision

OF_THE_GOVERNMENT = ("department", "outpost", "lower_government", "authorised")
BY_THE_LINE = ("own_body", "lower_department")

WITHIN_REACH = Gate(
    "JD-002", SUPERVISION[2], "监督对象限于本级部门、派出机关、下级政府和法律法规授权的组织",
    when=~supervision.target.one_of("vertical", *BY_THE_LINE), before=("supervise_file",), once=supervision.filed_on,
    demands=supervision.target.one_of(*OF_THE_GOVERNMENT),
    fix="核对监督对象；不属于行政系统内部监督的，转送有权机关",
)
BY_JUSTICE = Gate(
    "JD-006-1", SUPERVISION[6, 1], "政府的行政执法监督由本级司法行政部门承担",
    when=~supervision.target.one_of(*BY_THE_LINE), before=("supervise_file",), once=supervision.filed_on, demands=supervision.body == "justice",
    fix="由本级司法行政部门办理；部门内部监督的，改选监督对象",
)
STATION_HELPS = Gate(
    "JD-006-2", SUPERVISION[6, 2], "司法所只协助监督，不以自己名义制发监督文书",
    before=("supervise_letter",), once=supervision.letter_on, demands=supervision.letter_issuer != "station",
    fix="由县级人民政府行政执法监督机构制发",
)
NOT_IN_ITS_STEAD = Question(
    "JD-008", SUPERVISION[8], "监督不能代替执法，不能借监督干预个案，不给执法机关增加负担",
    asks="是否借监督代替执法机关办案、干预个案，或者要求重复报送而增加负担？", grain="supervision",
)
BY_THE_LINE_ITSELF = Gate(
    "JD-042-1", SUPERVISION[42, 1], "对所属机构、派出机构和垂直管理的下级，由主管部门参照条例监督",
    when=supervision.target == "own_body", before=("supervise_file",), once=supervision.filed_on, demands=supervision.body == "department",
    fix="由主管部门办理",
)
SUPERIOR_TOLD = Gate(
    "JD-042-2", SUPERVISION[42, 2], "发现垂直管理机关的问题，应当及时告知其上一级主管部门",
    when=(supervision.target == "vertical") & supervision.problem.holds, before=("supervise_close",), once=supervision.closed_on,
    demands=supervision.superior_told_on.known,
    fix="告知该机关的上一级主管部门并记录日期",
)
LINE_GUIDES = Gate(
    "JD-042-3", SUPERVISION[42, 3], "设区的市级以上部门在本级监督机构指导下，督促指导下级对应部门",
    when=supervision.target == "lower_department", before=("supervise_file",), once=supervision.filed_on,
    demands=(supervision.body == "department") & supervision.level.one_of("city", "province", "nation") & supervision.guided_by_body.column,
    fix="由设区的市级以上部门办理，并取得本级行政执法监督机构的指导意见",
)
TWO_IN_SHANDONG = Gate(
    "SD-022", SHANDONG_SUPERVISION[22], "执行监督公务不少于两人，持监督证件并主动出示",
    when=SHANDONG, before=("supervise_inspect",), once=supervision.inspected_on,
    demands=(supervision.supervisors >= 2) & supervision.supervisors_certified.column & supervision.cards_shown.column,
    fix="由两名以上持监督证件的人员进行，先出示证件",
)
CERTIFIED_IN_HEBEI = Gate(
    "HJ-017-2", HEBEI_SUPERVISION[17, 2], "监督人员应当取得行政执法监督检查证件",
    when=HEBEI, before=("supervise_inspect",), once=supervision.inspected_on, demands=supervision.supervisors_certified.column,
    fix="换由持监督检查证件的人员进行",
)
TWO_IN_HEBEI = Gate(
    "HJ-019", HEBEI_SUPERVISION[19], "现场监督不少于两人，出示监督检查证件，全过程记录",
    when=HEBEI, before=("supervise_inspect",), once=supervision.inspected_on,
    demands=(supervision.supervisors >= 2) & supervision.cards_shown.column & supervision.recorded.column,
    fix="两人以上到场，出示证件，并对监督活动全过程记录",
)
RECUSAL_BY_PRINCIPAL = Gate(
    "HJ-018", HEBEI_SUPERVISION[18], "监督人员的回避由其所在单位主要负责人决定",
    when=HEBEI, before=("supervise_recuse",), once=supervision.recusal_decided_on, demands=supervision.recusal_decided_by == "principal",
    fix="报所在单位主要负责人决定",
)
NO_CONFLICT = Gate(
    "GW-076", CIVIL_SERVANTS[76], "涉及本人、亲属利害关系或者可能影响公正的人员，不得执行这项公务",
    before=("supervise_inspect",), once=supervision.inspected_on, demands=supervision.conflicted == 0,
    fix="应当回避的人员退出，由其他人员办理",
)
ASKS_HIMSELF = Duty(
    "GW-077-1", CIVIL_SERVANTS[77, 1], "有应当回避的情形，本人应当申请回避",
    when=supervision.recusal_ground.known, demands=supervision.recusal_self.column,
    fix="由本人补交回避申请；利害关系人的申请一并审查",
)
RECUSAL_SETTLED = Gate(
    "GW-077-2", CIVIL_SERVANTS[77, 2], "提出回避申请的，机关审查并作出决定后再开展监督；也可以不经申请直接决定",
    when=supervision.recusal_asked_on.known, before=("supervise_inspect",), once=supervision.inspected_on,
    demands=(supervision.recusal_decided_on >= supervision.recusal_asked_on) & (supervision.recusal_decided_on <= supervision.inspected_on),
    fix="先对回避申请作出决定",
)

RULES = (
    WITHIN_REACH, BY_JUSTICE, STATION_HELPS, NOT_IN_ITS_STEAD, BY_THE_LINE_ITSELF, SUPERIOR_TOLD, LINE_GUIDES, TWO_IN_SHANDONG, CERTIFIED_IN_HEBEI,
    TWO_IN_HEBEI, RECUSAL_BY_PRINCIPAL, NO_CONFLICT, ASKS_HIMSELF, RECUSAL_SETTLED,
)  # fmt: skip
