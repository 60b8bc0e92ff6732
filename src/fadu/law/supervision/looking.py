"""开展监督、认定问题: how the supervisor looks, and what he finds."""

from fadu.law.rules import Duty, Gate, Grade, Question
from fadu.law.statutes import HEBEI_SUPERVISION, SHANDONG_SUPERVISION, SUPERVISION
from fadu.law.supervision.terms import HEBEI, SHANDONG
from fadu.law.vocabulary import supervision

FOUND = supervision.problem.holds

METHOD_NAMED = Gate(
    "JD-015", SUPERVISION[15], "日常监督要记明采取的是评估、资格确认、案卷评查、质效评议还是其他方式",
    when=supervision.kind == "daily", before=("supervise_inspect",), once=supervision.inspected_on, demands=supervision.method.known,
    fix="选定日常监督的方式",
)
SURVEY_NAMED = Gate(
    "JD-016", SUPERVISION[16], "评估法律法规执行情况，要记明用问卷、访谈、调研或者其他方式",
    when=supervision.method == "assessment", before=("supervise_inspect",), once=supervision.inspected_on, demands=supervision.survey.known,
    fix="记明评估的方式",
)
FOUR_SIDES_OF_A_FILE = Gate(
    "JD-018", SUPERVISION[18], "案卷评查要看决定是否合法、是否过罚相当、文书是否规范、证据是否真实完整",
    when=supervision.method == "file_review", before=("supervise_find",), once=supervision.found_on, demands=supervision.review_points >= 4,
    fix="四个方面逐项评查",
)
APPRAISAL_PLANNED = Gate(
    "JD-019-plan", SUPERVISION[19], "质效评议先制定评议方案和标准",
    when=supervision.method == "appraisal", before=("supervise_inspect",), once=supervision.inspected_on,
    demands=supervision.appraisal_plan_on <= supervision.inspected_on,
    fix="先制定评议方案、标准",
)
APPRAISAL_OPEN = Gate(
    "JD-019", SUPERVISION[19], "评议的标准、过程、结果都要以适当方式公开",
    when=supervision.method == "appraisal", before=("supervise_close",), once=supervision.closed_on, demands=supervision.appraisal_published >= 3,
    fix="补公开标准、过程、结果",
)
MEASURES_ON_RECORD = Gate(
    "JD-022", SUPERVISION[22], "采取的监督措施要留痕，至少记明六类中的一类",
    before=("supervise_find",), once=supervision.found_on, demands=supervision.measures >= 1,
    fix="在监督活动记录中补记所采取的措施",
)
PUBLIC_INVITED = Question(
    "JD-023", SUPERVISION[23], "可以邀请代表、委员、专家、新闻工作者等参加监督",
    asks="是否有必要邀请人大代表、政协委员、专家学者等参加监督活动？", grain="supervision",
)
NOT_REFUSED = Duty(
    "JD-025", SUPERVISION[25], "执法机关应当配合监督，任何单位和个人不得干扰、拒绝、阻挠",
    when=supervision.inspected_on.known, demands=~supervision.refused.column,
    fix="记录拒绝、阻挠的情况，依法提出处理建议",
)
SPECIAL_INQUIRY = Gate(
    "SD-025", SHANDONG_SUPERVISION[25], "有重大社会影响或者涉及重大利益的，应当组织专门调查",
    when=SHANDONG & supervision.major_interest.holds, before=("supervise_find",), once=supervision.found_on, demands=supervision.special_inquiry.column,
    fix="组织人员专门调查后再认定",
)
ACT_NAMED = Gate(
    "JD-011-1", SUPERVISION[11, 1], "认定问题要落到具体的执法行为：许可、处罚、强制、检查、征收征用、给付等",
    before=("supervise_find",), once=supervision.found_on, demands=supervision.act.known,
    fix="填写涉及的执法行为",
)
CATEGORY_NAMED = Gate(
    "JD-011-2", SUPERVISION[11, 2], "发现的问题要归入七种监督情形之一",
    when=FOUND, before=("supervise_find",), once=supervision.found_on, demands=supervision.category.known,
    fix="选定问题类别",
)
CONDUCT_NAMED = Gate(
    "JD-011-2-4", SUPERVISION[11, 2, 4], "不作为、乱作为要写明是哪一种表现",
    when=FOUND & (supervision.category == "conduct"), before=("supervise_find",), once=supervision.found_on, demands=supervision.conduct.known,
    fix="写明有案不立、推诿、以罚代管、异地执法、趋利、乱收费乱罚款等表现",
)
APPEARANCE_NAMED = Gate(
    "JD-011-2-6", SUPERVISION[11, 2, 6], "证件、标志标识、装备、着装的问题要写明是哪一项",
    when=FOUND & (supervision.category == "appearance"), before=("supervise_find",), once=supervision.found_on, demands=supervision.appearance.known,
    fix="写明是证件、标志、装备还是着装的问题",
)
URGED_AT_ONCE = Gate(
    "JD-026-2", SUPERVISION[26, 2], "能够当场纠正的，应当督促立即纠正",
    when=supervision.on_the_spot.holds, before=("supervise_find",), once=supervision.found_on, demands=supervision.spot_urged.column,
    fix="当场督促纠正并记录",
)
NOTICE_IN_HEBEI = Gate(
    "HJ-020", HEBEI_SUPERVISION[20], "有所列七种情形之一的，应当发出监督通知书责令改正",
    when=HEBEI & FOUND & supervision.hebei_ground.known, before=("supervise_close",), once=supervision.closed_on, demands=supervision.letter_on.known,
    fix="制发《行政执法监督通知书》",
)
TALK_IN_SHANDONG = Gate(
    "SD-026", SHANDONG_SUPERVISION[26], "约谈负责人，以违法或者不当的比例较高为条件；比例没有法定数值",
    when=SHANDONG, before=("supervise_talk",), once=supervision.talked_on, demands=supervision.share_high.column, grade=Grade.TOLD,
    fix="写明比例和依据的统计；依国家条例约谈的，注明依据",
)
TALK_IN_HEBEI = Gate(
    "HJ-026", HEBEI_SUPERVISION[26], "约谈负责人，以问题突出、造成重大影响为条件",
    when=HEBEI, before=("supervise_talk",), once=supervision.talked_on, demands=supervision.outstanding.column, grade=Grade.TOLD,
    fix="写明突出的问题和影响；依国家条例约谈的，注明依据",
)

RULES = (
    METHOD_NAMED, SURVEY_NAMED, FOUR_SIDES_OF_A_FILE, APPRAISAL_PLANNED, APPRAISAL_OPEN, MEASURES_ON_RECORD, PUBLIC_INVITED, NOT_REFUSED, SPECIAL_INQUIRY,
    ACT_NAMED, CATEGORY_NAMED, CONDUCT_NAMED, APPEARANCE_NAMED, URGED_AT_ONCE, NOTICE_IN_HEBEI, TALK_IN_SHANDONG, TALK_IN_HEBEI,
)  # fmt: skip
