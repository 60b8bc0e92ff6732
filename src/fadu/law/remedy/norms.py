"""附带审查 (行政复议法第五十六条至第六十条；期限自中止之日起算): rules and bases examined beside the act."""

from fadu.law.periods import days, working_days
from fadu.law.remedy.terms import refused
from fadu.law.rules import Clock
from fadu.law.statutes import RECONSIDERATION
from fadu.law.vocabulary import review

ASKED, FOUND, OURS = review.norm_by == "applicant", review.norm_by == "own", review.norm_power.column
THEIRS = refused(review.norm_power)

RULES = (
    Clock(
        "FY-056", RECONSIDERATION[56], "申请人要求审查规范性文件、本机关有权处理的，自中止之日起三十日内处理",
        name="附带审查", when=ASKED & OURS, starts=review.norm_from, ends=review.norm_handled_on, within=days(30), next_step="settle_norm", fix="立即处理",
    ),
    Clock(
        "FY-056-passed", RECONSIDERATION[56], "申请人要求审查规范性文件、本机关无权处理的，七个工作日内转送有权机关",
        name="转送审查", when=ASKED & THEIRS, starts=review.norm_from, ends=review.norm_forwarded_on, within=working_days(7), next_step="settle_norm",
        fix="立即转送",
    ),
    Clock(
        "FY-057", RECONSIDERATION[57], "发现依据不合法、本机关有权处理的，自中止之日起三十日内处理",
        name="依据审查", when=FOUND & OURS, starts=review.norm_from, ends=review.norm_handled_on, within=days(30), next_step="settle_norm", fix="立即处理",
    ),
    Clock(
        "FY-057-passed", RECONSIDERATION[57], "发现依据不合法、本机关无权处理的，七个工作日内转送有权机关",
        name="转送审查", when=FOUND & THEIRS, starts=review.norm_from, ends=review.norm_forwarded_on, within=working_days(7), next_step="settle_norm",
        fix="立即转送",
    ),
    Clock(
        "FY-058-1", RECONSIDERATION[58, 1], "有权处理的，自中止之日起三个工作日内书面通知制定机关说明合法性",
        name="通知制定机关", when=OURS, starts=review.norm_from, ends=review.maker_told_on, within=working_days(3), next_step="settle_norm", fix="立即通知",
    ),
    Clock(
        "FY-058-1-answer", RECONSIDERATION[58, 1], "制定机关收到通知之日起十个工作日内书面答复并提交材料",
        name="制定机关答复", when=OURS, starts=review.maker_noticed_on, ends=review.maker_answered_on, within=working_days(10), who="party",
        next_step="settle_norm", fix="督促制定机关答复",
    ),
    Clock(
        "FY-060", RECONSIDERATION[60], "接受转送的机关收到之日起六十日内回复处理意见",
        name="转送回复", starts=review.norm_forward_received_on, ends=review.norm_replied_on, within=days(60), who="party", next_step="settle_norm",
        fix="催告接受转送的机关回复",
    ),
)
