"""应诉、非诉执行、行政赔偿、信访: what goes to a court, a claimant, a petitioner."""

from fadu.law.papers.paper import ONE_FOR_FILE, TO_ORGAN, inner, outer
from fadu.law.statutes import COMPENSATION, JUDICIAL_LITIGATION, LITIGATION, PETITIONS

TO_COURT = "本文书一式二份，一份送人民法院，一份归档。"

PAPERS = (
    inner("suit_register", "行政应诉登记表", LITIGATION[67, 1], plaintiff="原告", court="受理法院", received="收到起诉状副本日期", claims="诉讼请求、事实和理由"),
    outer(
        "suit_delay_request", "延期举证申请书", LITIGATION[36, 1], JUDICIAL_LITIGATION[34],
        evidence="证据", reason="正当事由", request="申请延期提供证据", number_word="诉延", copies=TO_COURT,
    ),
    outer(
        "suit_answer", "行政诉讼答辩状", LITIGATION[67, 1],
        defendant="答辩人", plaintiff="被答辩人", answer="答辩意见", evidence="证据和依据", number_word="诉答", copies=TO_COURT,
    ),
    outer(
        "suit_evidence", "行政诉讼证据目录", LITIGATION[34, 1],
        name="证据名称", proves="证明的事项", filed="提交日期", number_word="诉证", copies=TO_COURT,
    ),
    outer(
        "suit_change_notice", "改变被诉行政行为告知函", JUDICIAL_LITIGATION[81, 1],
        change="改变的内容和理由", told="书面告知", number_word="诉改", copies=TO_COURT,
    ),
    outer(
        "suit_warrant", "出庭应诉授权委托书", JUDICIAL_LITIGATION[131, 2],
        name="受委托工作人员", duty="职务", power="代理权限", number_word="诉委", copies=TO_COURT,
    ),
    outer(
        "suit_absence", "负责人不能出庭情况说明", JUDICIAL_LITIGATION[129, 3],
        reason="正当理由", staff="工作人员", signature="主要负责人（签字认可）", number_word="诉说", copies=TO_COURT,
    ),
    outer(
        "suit_suggestion_reply", "司法建议答复函", JUDICIAL_LITIGATION[149, 4],
        suggestion="司法建议", reply="答复如下", number_word="诉复", copies=TO_COURT,
    ),
    outer(
        "execution_preservation", "财产保全申请书", JUDICIAL_LITIGATION[159],
        applicant="申请人", respondent="被申请人", reason="理由和线索", request="财产保全", number_word="保全", copies=TO_COURT,
    ),
    outer(
        "claim_receipt", "行政赔偿申请收讫凭证", COMPENSATION[12, 4],
        received="收讫日期", request="赔偿要求", seal="专用印章", number_word="赔收", copies=ONE_FOR_FILE,
    ),
    outer("claim_amendment", "行政赔偿申请补正通知书", COMPENSATION[12, 4], missing="补正下列全部内容", number_word="赔补", copies=ONE_FOR_FILE),
    outer(
        "claim_decision", "行政赔偿决定书", COMPENSATION[13, 2],
        request="赔偿请求", facts="查明的事实", reason="理由和依据", decision="决定赔偿如下", suit="三个月", number_word="赔决", copies=ONE_FOR_FILE,
    ),
    outer(
        "claim_refusal", "不予行政赔偿决定书", COMPENSATION[13, 3],
        request="赔偿请求", reason="不予赔偿的理由", decision="决定不予赔偿", suit="三个月", number_word="赔不", copies=ONE_FOR_FILE,
    ),
    outer(
        "claim_payment_request", "国家赔偿费用支付申请书", COMPENSATION[37, 3],
        decision="赔偿决定", amount="申请支付数额", payee="收款人", number_word="赔付", copies=TO_ORGAN,
    ),
    outer(
        "claim_recourse", "承担国家赔偿费用决定书", COMPENSATION[16, 1],
        reason="事实和理由", fault="故意或者重大过失", amount="承担的数额", number_word="赔追", copies=ONE_FOR_FILE,
    ),
    inner("petition_register", "信访事项登记表", PETITIONS[22, 1], PETITIONS[23, 1], petitioner="信访人", received="收到日期", content="诉求、事实和理由"),
    outer("petition_notice", "信访事项告知书", PETITIONS[23], received="接收情况", way="处理途径和程序", number_word="访告", copies=ONE_FOR_FILE),
    outer("petition_transfer", "信访事项转送函", PETITIONS[22], PETITIONS[30, 3], matter="信访事项", note="转送、交办的意见", number_word="访转", copies=TO_ORGAN),
    outer("petition_objection", "信访事项异议函", PETITIONS[23, 3], reason="异议的理由", number_word="访异", copies=TO_ORGAN),
    outer("petition_extension", "信访事项延期办理告知书", PETITIONS[34], reason="延期理由", approval="负责人批准", number_word="访延", copies=ONE_FOR_FILE),
    outer(
        "petition_opinion", "信访处理意见书", PETITIONS[32, 1],
        request="投诉请求", facts="事实", reason="理由和依据", opinion="处理意见", review="复查", number_word="访处", copies=ONE_FOR_FILE,
    ),
    outer("petition_review", "信访复查意见书", PETITIONS[35], request="复查请求", opinion="复查意见", recheck="复核", number_word="访查", copies=ONE_FOR_FILE),
    outer("petition_recheck", "信访复核意见书", PETITIONS[36], request="复核请求", opinion="复核意见", end="终结意见", number_word="访核", copies=ONE_FOR_FILE),
)
