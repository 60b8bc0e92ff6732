"""行政强制: freezing, enforcement by the organ's own hand, proxies, demolition, and the application to the court."""

from fadu.law.papers.paper import ONE_FOR_FILE, TO_ORGAN, outer
from fadu.law.statutes import CITY_APPEARANCE, COERCION, PLANNING

REMEDIES = {"review": "行政复议", "suit": "行政诉讼"}

PAPERS = (
    outer(
        "freeze_notice", "协助冻结通知书", COERCION[30, 1],
        bank="金融机构", account="账号", amount="数额", basis="依据", silence="泄露",
        number_word="协冻", copies=TO_ORGAN,
    ),
    outer(
        "freeze_decision", "冻结存款（汇款）决定书", COERCION[31],
        reason="理由", basis="依据", term="期限", account="账号", amount="数额", **REMEDIES,
        number_word="冻", copies=ONE_FOR_FILE,
    ),
    outer(
        "freeze_extension", "延长冻结期限决定书", COERCION[32, 2],
        reason="理由", until="延长", **REMEDIES, number_word="延冻", copies=ONE_FOR_FILE,
    ),
    outer(
        "freeze_release", "解除冻结决定书", COERCION[33],
        ground="理由", bank="金融机构", account="账号", number_word="解冻", copies=ONE_FOR_FILE,
    ),
    outer(
        "family_notice", "限制人身自由措施家属通知书", COERCION[20, 1, 1],
        organ="机关", place="地点", term="期限", number_word="属通", copies=ONE_FOR_FILE,
    ),
    outer(
        "performance_demand", "履行义务催告书", COERCION[35], COERCION[54],
        duty="义务", term="履行期限", way="履行方式", amount="金额", defence="陈述和申辩", number_word="执催", copies=ONE_FOR_FILE,
    ),
    outer(
        "objection_record", "催告后陈述申辩笔录", COERCION[36],
        time="时间", party="当事人", objection="陈述、申辩", checked="复核", adopted="采纳", signature="签名",
    ),
    outer(
        "surcharge_decision", "加处罚款（滞纳金）决定书", COERCION[45],
        rate="标准", amount="数额", cap="不超出", **REMEDIES, number_word="加处", copies=ONE_FOR_FILE,
    ),
    outer(
        "enforcement_decision", "行政强制执行决定书", COERCION[37, 2],
        party="当事人", reason="理由", way="方式和时间", **REMEDIES, number_word="强执决", copies=ONE_FOR_FILE,
    ),
    outer(
        "enforcement_record", "现场执行笔录", COERCION[43], COERCION[44],
        time="时间", place="地点", officers="执法人员", course="执行经过", witness="见证人", signature="签名",
    ),
    outer(
        "transfer_notice", "划拨存款（汇款）通知书", COERCION[47, 1],
        bank="金融机构", account="账号", amount="划拨", basis="依据", treasury="国库", number_word="划通", copies=TO_ORGAN,
    ),
    outer(
        "auction_letter", "委托拍卖书", COERCION[48],
        house="拍卖机构", goods="拍卖的财物", treasury="国库", number_word="委拍", copies=TO_ORGAN,
    ),
    outer(
        "enforcement_agreement", "执行协议书", COERCION[42],
        terms="协议内容", harm="公共利益", breach="恢复强制执行", signature="签名或者盖章", number_word="执协", copies=ONE_FOR_FILE,
    ),
    outer(
        "suspension_notice", "中止执行通知书", COERCION[39, 1],
        ground="情形", resume="恢复执行", number_word="中执", copies=ONE_FOR_FILE,
    ),
    outer("resumption_notice", "恢复执行通知书", COERCION[39, 2], reason="恢复执行", duty="履行", number_word="恢执", copies=ONE_FOR_FILE),
    outer("termination_notice", "终结执行通知书", COERCION[40], ground="情形", ended="终结执行", number_word="终执", copies=ONE_FOR_FILE),
    outer(
        "proxy_decision", "代履行决定书", COERCION[51, 1, 1],
        party="当事人", reason="理由", way="方式和时间", target="标的", budget="费用预算", proxy="代履行人", **REMEDIES,
        number_word="代履决", copies=ONE_FOR_FILE,
    ),
    outer("proxy_demand", "代履行催告书", COERCION[51, 1, 2], term="三日", stop="停止代履行", day="代履行日期", number_word="代催", copies=ONE_FOR_FILE),
    outer(
        "proxy_record", "代履行笔录", COERCION[51, 1, 4], COERCION[52],
        time="时间", place="地点", proxy="代履行人", course="经过", supervised="监督", cost="费用", signature="签名",
    ),
    outer("cleared_notice", "立即代履行事后通知书", COERCION[52], what="清除", why="不能清除", rights="陈述", number_word="代通", copies=ONE_FOR_FILE),
    outer(
        "demolition_order", "责令限期改正（拆除）决定书", PLANNING[64], PLANNING[65], PLANNING[66], CITY_APPEARANCE[37],
        facts="事实", action="责令", term="期限", review="六十日", suit="六个月", number_word="责拆", copies=ONE_FOR_FILE,
    ),
    outer(
        "demolition_announcement", "限期自行拆除公告", COERCION[44],
        building="违法建设", term="自行拆除", after="强制拆除", posted="张贴", number_word="拆公",
    ),
    outer(
        "court_application", "行政强制执行申请书", COERCION[53], COERCION[55],
        applicant="申请人", respondent="被申请人", request="申请事项", reason="事实和理由", demanded="催告", opinion="当事人的意见",
        target="执行标的", attached="附送材料", head="负责人（签名）", number_word="申执", copies="本文书一式二份，一份送人民法院，一份归档。",
    ),
)
