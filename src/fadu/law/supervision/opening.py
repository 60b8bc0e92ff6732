"""确定监督事项: the kind of supervision, its ground, and what it may not repeat."""

from fadu.law.rules import Gate
from fadu.law.statutes import SUPERVISION
from fadu.law.vocabulary import supervision

KIND_NAMED = Gate(
    "JD-014", SUPERVISION[14], "监督事项要明确是日常、重点还是专项监督",
    before=("supervise_file",), once=supervision.filed_on, demands=supervision.kind.known & supervision.kind.one_of("daily", "key", "special"),
    fix="选定监督类型",
)
KEY_TYPICAL = Gate(
    "JD-020-1", SUPERVISION[20, 1], "重点监督针对反映强烈、影响重大的典型突出问题",
    when=supervision.kind == "key", before=("supervise_file",), once=supervision.filed_on, demands=supervision.key_typical.column,
    fix="说明问题为什么典型、突出；不符合的作为日常监督办理",
)
CLUE_ASSESSED = Gate(
    "JD-020-2", SUPERVISION[20, 2], "涉企诉求、便民热线等渠道的线索要及时研判，再确定监督事项",
    when=supervision.clue_source.one_of("enterprise", "hotline"), before=("supervise_file",), once=supervision.filed_on,
    demands=(supervision.clue_assessed_on >= supervision.clue_received_on) & (supervision.clue_assessed_on <= supervision.filed_on),
    fix="先作出线索研判结论",
)
MEANS_OF_KEY = Gate(
    "JD-020-3", SUPERVISION[20, 3], "挂牌督办、提级监督是重点监督的方式",
    when=supervision.key_means.or_zero() > 0, before=("supervise_file",), once=supervision.filed_on, demands=supervision.kind == "key",
    fix="按重点监督办理，或者不采用挂牌督办、提级监督",
)
SPECIAL_ABOVE = Gate(
    "JD-021-1", SUPERVISION[21, 1], "专项监督由省级以上监督机构根据党中央、国务院部署开展",
    when=supervision.kind == "special", before=("supervise_file",), once=supervision.filed_on,
    demands=supervision.level.one_of("province", "nation") & supervision.special_mandate.column,
    fix="市县的突出问题按重点监督办理；省级以上写明所依据的部署",
)
SPECIAL_PLANNED = Gate(
    "JD-021-2", SUPERVISION[21, 2], "专项监督先定方案，写明责任部门、重点、进度、要求，报本级政府批准后启动",
    when=supervision.kind == "special", before=("supervise_file",), once=supervision.filed_on,
    demands=(supervision.plan_parts >= 4) & (supervision.plan_approved_on <= supervision.filed_on),
    fix="补全方案四项要素并报本级人民政府批准",
)
NOT_TWICE = Gate(
    "JD-033-3", SUPERVISION[33, 3], "已进入复议、诉讼的争议不重复监督；符合受理条件的，引导当事人申请复议或者起诉",
    before=("supervise_file",), once=supervision.filed_on,
    demands=(supervision.remedy == "none") | ((supervision.remedy == "eligible") & supervision.remedy_guided.holds),
    fix="已进入复议、诉讼的不再监督；尚未进入的先引导当事人",
)

RULES = (KIND_NAMED, KEY_TYPICAL, CLUE_ASSESSED, MEANS_OF_KEY, SPECIAL_ABOVE, SPECIAL_PLANNED, NOT_TWICE)
