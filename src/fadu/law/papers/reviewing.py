"""行政复议: from the register of an application to the copy for the superior department."""

from fadu.law.papers.paper import ONE_FOR_FILE, TO_ORGAN, inner, outer
from fadu.law.statutes import RECONSIDERATION, RECONSIDERATION_RULES

PAPERS = (
    inner(
        "review_register", "行政复议申请登记表", RECONSIDERATION[22], RECONSIDERATION_RULES[27, 1],
        applicant="申请人", respondent="被申请人", request="复议请求、事实和理由", received="收到申请日期",
    ),
    outer(
        "review_amendment", "补正行政复议申请通知书", RECONSIDERATION[31],
        missing="补正下列事项", term="十个工作日", lapse="视为放弃", number_word="复补", copies=ONE_FOR_FILE,
    ),
    outer(
        "review_acceptance", "行政复议受理通知书", RECONSIDERATION[30, 1], RECONSIDERATION[36, 1],
        accepted="受理日期", track="适用程序", rights="权利", free="不收取任何费用", number_word="复受", copies=ONE_FOR_FILE,
    ),
    outer(
        "review_rejection", "不予受理行政复议申请决定书", RECONSIDERATION[30, 2],
        reason="不予受理的理由", decision="不予受理", suit="行政诉讼", number_word="复不受", copies=ONE_FOR_FILE,
    ),
    outer(
        "review_answer_notice", "行政复议答复通知书", RECONSIDERATION[48], RECONSIDERATION[54, 1], RECONSIDERATION_RULES[18, 2],
        term="答复期限", content="书面答复", evidence="证据、依据", agent="工作人员", lapse="视为该行政行为没有证据、依据", number_word="复答", copies=TO_ORGAN,
    ),
    inner("review_opinion_record", "听取意见记录", RECONSIDERATION[49], who="被听取意见人", manner="听取意见方式", content="意见", signature="签名"),
    outer(
        "review_hearing_notice", "行政复议听证通知书", RECONSIDERATION[50], RECONSIDERATION[51],
        time="听证时间", place="听证地点", matters="拟听证事项", head="负责人应当参加", number_word="复听", copies=ONE_FOR_FILE,
    ),
    inner(
        "review_hearing_record", "行政复议听证笔录", RECONSIDERATION[50, 3], RECONSIDERATION[61, 2],
        time="听证时间", chair="听证主持人", parties="被申请人", content="各方意见", signature="签名",
    ),
    outer(
        "review_stay", "停止执行决定书", RECONSIDERATION[42],
        ground="停止执行的情形", reason="理由", decision="停止执行", number_word="复停", copies=ONE_FOR_FILE,
    ),
    outer(
        "review_suspension", "行政复议中止通知书", RECONSIDERATION[39],
        ground="中止的情形", reason="理由", since="中止审理", number_word="复中", copies=ONE_FOR_FILE,
    ),
    outer("review_resumption", "恢复行政复议审理通知书", RECONSIDERATION[39, 2], reason="理由", since="恢复审理", number_word="复恢", copies=ONE_FOR_FILE),
    outer(
        "review_extension", "行政复议延期审理通知书", RECONSIDERATION[62, 1],
        reason="延长的理由", approval="行政复议机构的负责人批准", days="延长", number_word="复延", copies=ONE_FOR_FILE,
    ),
    outer(
        "review_termination", "行政复议终止决定书", RECONSIDERATION[41],
        ground="下列情形", reason="理由", decision="终止行政复议", number_word="复终", copies=ONE_FOR_FILE,
    ),
    outer(
        "review_mediation", "行政复议调解书", RECONSIDERATION[73, 1],
        request="请求和争议", agreement="协议内容", effect="法律效力", signature="签字或者签章", number_word="复调", copies=ONE_FOR_FILE,
    ),
    outer(
        "review_decision", "行政复议决定书", RECONSIDERATION[61], RECONSIDERATION[75],
        applicant="当事人", respondent="被申请人", request="行政复议请求和理由", answer="被申请人的答复", facts="查明的事实", reason="本机关认为",
        decision="本机关决定", suit="行政诉讼", effect="发生法律效力", number_word="复决", copies=ONE_FOR_FILE,
    ),
    outer(
        "review_performance_order", "责令履行行政复议决定通知书", RECONSIDERATION[77, 2],
        reason="未履行的情况", order="责令你机关", until="前履行", number_word="复履", copies=TO_ORGAN,
    ),
    outer(
        "review_opinion", "行政复议意见书", RECONSIDERATION[76],
        problems="存在的问题", advice="意见", term="六十日", number_word="复意", copies=TO_ORGAN,
    ),
    outer("review_advice", "行政复议建议书", RECONSIDERATION_RULES[69], problems="问题", advice="建议", number_word="复建", copies=TO_ORGAN),
    outer("review_copy_letter", "行政复议文书抄告函", RECONSIDERATION[79, 2], paper="文号", effect="生效", attached="附", number_word="复抄", copies=TO_ORGAN),
)
