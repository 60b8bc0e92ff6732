"""药品: seizure within days, risks, sampling, retest, notices (药品管理法, 药品管理法实施条例)."""

from fadu.law.periods import days, working_days
from fadu.law.rules import Clock, Convention, Duty, Gate
from fadu.law.sectors.terms import COMPLAINED, DRUGS
from fadu.law.statutes import DRUGS as DRUG_LAW
from fadu.law.statutes import DRUGS_RULES
from fadu.law.vocabulary import case
from fadu.law.vocabulary.sector_marks import ComplaintMark, SampleWay, Seized

HANDLED_IN_SEVEN = Clock(
    "YP-100-2a", DRUG_LAW[100, 2], "查封、扣押可能危害人体健康的药品，七日内作出处理决定（特别法，自然日）",
    name="药品查封扣押处理",
    when=DRUGS & ~case.drugs_need_test.holds & case.drugs_report_on.column.is_null(),
    starts=case.drugs_seized_on, ends=case.drugs_handled_on, within=days(7), next_step="note_seized",
    fix="立即作出处理决定或者解除；需要检验的，自报告书发出之日起十五日内处理",
)
HANDLED_AFTER_TEST = Clock(
    "YP-100-2b", DRUG_LAW[100, 2], "查封、扣押的药品需要检验的，自检验报告书发出之日起十五日内作出处理决定",
    name="药品检验后处理",
    when=DRUGS, starts=case.drugs_report_on, ends=case.drugs_handled_on, within=days(15), next_step="note_seized",
    fix="立即作出处理决定或者解除",
)
RETEST_IN_TIME = Clock(
    "YP-102", DRUG_LAW[102], "对药品检验结果有异议的，自收到结果之日起七日内可以申请复验",
    name="药品复验申请",
    when=DRUGS, starts=case.result_told_on, ends=case.retest_asked_on, within=days(7), who="party", next_step="note_retest", lapses=True,
    also={"YPT-067-1": DRUGS_RULES[67, 1]},
    fix="逾期提出的，不按复验处理",
)
RISK_MET = Gate(
    "YP-099-3", DRUG_LAW[99, 3], "有证据证明可能存在安全隐患的，采取告诫、约谈、限期整改、暂停等措施，并公布检查处理结果",
    when=DRUGS & case.risk_evidence.holds, before=("close",), once=case.closed_on,
    demands=case.risk_measure_on.known & (case.risk_published_on >= case.risk_measure_on),
    fix="采取风险控制措施并公布检查处理结果",
)
RISK_LIFTED = Gate(
    "YPT-070-1", DRUGS_RULES[70, 1], "评估认为符合要求的，解除暂停生产、销售、使用、进口等措施",
    when=DRUGS & case.risk_passed_on.known, before=("close",), once=case.closed_on, demands=case.risk_lifted_on >= case.risk_passed_on,
    fix="解除风险控制措施并登记日期",
)
SAMPLES_BOUGHT = Gate(
    "YP-100-1", DRUG_LAW[100, 1], "药品抽查检验购买样品，不收取任何费用",
    when=DRUGS & case.sample_ways.known, before=("conclude",), once=case.concluded_on,
    demands=case.sample_ways.has_all(SampleWay.BOUGHT | SampleWay.FREE),
    fix="补付样品款，退还已收的费用",
)
TWO_SAMPLE = Gate(
    "YPT-066-3", DRUGS_RULES[66, 3], "药品抽样由两名以上抽样人员实施",
    when=DRUGS & case.sample_ways.known, before=("conclude",), once=case.concluded_on, demands=case.sample_ways.has(SampleWay.TWO),
    fix="由两名以上抽样人员重新抽样",
)
RETEST_PAID = Gate(
    "YPT-067-2", DRUGS_RULES[67, 2], "复验费用由申请人预付；结论与原结论不一致的，由原检验机构承担",
    when=DRUGS & case.retest_differs.holds, before=("conclude",), once=case.concluded_on, demands=case.retest_paid_by == "lab",
    fix="由原药品检验机构承担复验费用，退还申请人预付的费用",
)
RETEST_EXCLUDED = Gate(
    "YPT-067-3", DRUGS_RULES[67, 3], "国家药品标准规定不予复验等情形，不予复验",
    when=DRUGS & case.retest_excluded.holds, before=("conclude",), once=case.concluded_on, demands=~case.retest_accepted.column,
    fix="不受理复验申请，说明理由",
)
NOTICE_SAME_SCOPE = Gate(
    "YP-101", DRUG_LAW[101], "抽检结果公告不当的，在原公告范围内更正",
    when=DRUGS & case.notice_corrected_on.known, before=("close",), once=case.closed_on, demands=case.notice_same_scope.column,
    fix="在原公告的范围内重新更正",
)
NOTICE_CORRECTED = Clock(
    "YPT-068", DRUGS_RULES[68], "抽检结果公告不当的，自确认不当之日起五个工作日内更正",
    name="抽检公告更正",
    when=DRUGS, starts=case.notice_wrong_on, ends=case.notice_corrected_on, within=working_days(5), next_step="note_retest",
    fix="立即在原公告范围内更正",
)
COMPLAINT_SETTLED = Duty(
    "YP-106-1", DRUG_LAW[106, 1], "公布投诉举报渠道，及时答复、核实、处理；查实的给予奖励",
    when=DRUGS & COMPLAINED,
    demands=case.complaint_marks.has_all(ComplaintMark.CHANNEL | ComplaintMark.VERIFIED | ComplaintMark.ANSWERED)
    & case.complaint_marks.has(ComplaintMark.REWARDED | ComplaintMark.UNPROVEN),
    due="及时", fix="补作答复；查证属实的按规定奖励",
)
PAPERS_AT_RISK = Gate(
    "YPT-063-1-2", DRUGS_RULES[63, 1, 2], "只有可能被转移、隐匿、损毁的资料可以查封、扣押",
    when=DRUGS & case.seized_things.has(Seized.PAPERS), before=("conclude",), once=case.concluded_on, demands=case.seized_grounded.column,
    fix="没有转移、隐匿、损毁可能的，解除并改为查阅、复制",
)
TOOLS_PROVED = Gate(
    "YPT-063-1-4", DRUGS_RULES[63, 1, 4], "有证据证明可能用于违法活动的工具、设施设备、场所，可以查封、扣押",
    when=DRUGS & case.seized_things.has(Seized.TOOLS | Seized.FACILITIES | Seized.PLACE_SEALED | Seized.PLACE_TAKEN),
    before=("conclude",), once=case.concluded_on, demands=case.seized_grounded.column,
    fix="补充用于违法活动的证据；没有证据的解除",
)
IN_FORCE = Convention("YPT-089", DRUGS_RULES[89], "条例自 2026 年 5 月 15 日起适用", carried_out_by="fadu.law.rules.Rule.in_force")

RULES = (
    HANDLED_IN_SEVEN, HANDLED_AFTER_TEST, RETEST_IN_TIME, RISK_MET, RISK_LIFTED, SAMPLES_BOUGHT, TWO_SAMPLE, RETEST_PAID, RETEST_EXCLUDED,
    NOTICE_SAME_SCOPE, NOTICE_CORRECTED, COMPLAINT_SETTLED, PAPERS_AT_RISK, TOOLS_PROVED, IN_FORCE,
)  # fmt: skip
