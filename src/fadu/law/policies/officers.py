"""人员: who may hold a credential, what training a year asks, who leaves and who comes back."""

from datetime import date

import polars as pl

from fadu.law.policies.terms import HEBEI, in_place, officer_in, reached
from fadu.law.rules import Duty, Gate
from fadu.law.statutes import HEBEI_DISTRICT, HEBEI_TOWNSHIPS, LIAOCHENG, XINGLONG, XINSHAO
from fadu.law.vocabulary import officer

IN_HEBEI = in_place(officer.place_code, HEBEI)
WITHDRAWN = ("moved", "retired", "off_post", "resigned")
SEIZED = ("dismissed", "removed", "convicted")

CREDENTIAL_EARNED = Gate(
    "P1-2", XINGLONG["二(二)"], "乡镇申领执法证件的人员须在编、在执法岗位，公共和专业法律知识考试都合格",
    when=officer_in(XINGLONG), before=("certify_officer",), once=officer.certified_on,
    demands=(officer.employment == "established") & (officer.post == "enforcing") & officer.public_exam.column & officer.special_exam.column,
    fix="补齐在编、在岗和两门考试合格的材料；不符合的不得申领",
)
NOT_FOR_HANDS = Gate(
    "HB-040-3", HEBEI_TOWNSHIPS[40, 3], "工勤、临时聘用等不符合规定的人员不得领取执法证件",
    when=IN_HEBEI, before=("certify_officer",), once=officer.certified_on,
    demands=~officer.employment.one_of("worker", "temporary", "auxiliary"),
    fix="撤回申领；由符合规定的人员申领",
)
EXAMINED_FIRST = Gate(
    "HB-010-2", HEBEI_TOWNSHIPS[10, 2], "公共和专业法律知识考试合格、取得资格和证件以后才能上岗执法",
    when=IN_HEBEI, before=("start_officer",), once=officer.started_on,
    demands=officer.public_exam.column & officer.special_exam.column & (officer.certified_on <= officer.started_on),
    fix="先参加培训考试并取得执法证件，再安排上岗",
)
GUIDED = Duty(
    "P1-2-b", XINGLONG["二(二)"], "辅助人员只能在执法人员指导下做辅助工作",
    when=officer_in(XINGLONG) & (officer.employment == "auxiliary"), demands=officer.alone == 0,
    fix="停止辅助人员单独活动，安排执法人员现场指导",
)
CREDENTIAL_TAKEN = Gate(
    "P1-4", XINGLONG["二(四)"], "离岗的收回证件，被辞退、开除、判刑的收缴；收回收缴后申请注销，调到其他执法岗位的申请换发",
    when=officer_in(XINGLONG) & officer.left_how.one_of(*WITHDRAWN, *SEIZED), before=("close_officer",), once=officer.closed_on,
    demands=pl.when(officer.left_how.one_of(*SEIZED)).then(officer.credential_taken == "seized").otherwise(officer.credential_taken == "withdrawn")
    & (officer.cancel_asked_on >= officer.credential_taken_on)
    & ((officer.left_how != "moved") | officer.reissue_asked_on.known),
    fix="收回或者收缴证件，在办理系统申请注销；调到其他单位执法岗位的同时申请换发",
)
CREDENTIAL_ENDED = Gate(
    "P4-1-5", XINSHAO["清单一(二)5"], "退休、调离、辞退、辞职或者不再符合执法要求的，暂扣、收回或者注销证件",
    when=officer_in(XINSHAO) & officer.left_how.known, before=("close_officer",), once=officer.closed_on,
    demands=officer.credential_taken.one_of("suspended", "withdrawn", "cancelled") & (officer.credential_taken_on >= officer.left_on),
    fix="暂扣、收回或者注销其执法证件，并登记日期",
)
HOURS = Duty(
    "P4-1-2", XINSHAO["清单一(一)2"], "执法人员每年接受公共法律、业务和技能培训，学时不少于本地规定",
    since=date(2024, 6, 14), due="每年年底前",
    when=(officer.post == "enforcing") & officer.hours_due.known, demands=reached(officer.hours >= officer.hours_due, officer.closed_on),
    also={"P0-2-a": HEBEI_DISTRICT["二(一)2"]},
    fix="安排补训，补足本年学时",
)
THOUGHT_HOURS = Duty(
    "P3-1", LIAOCHENG["三(一)1"], "领导干部、执法人员每年参加习近平法治思想培训，学时不少于本地规定",
    due="每年年底前",
    when=officer.post.one_of("leader", "enforcing") & officer.hours_thought_due.known,
    demands=reached(officer.hours_thought >= officer.hours_thought_due, officer.closed_on),
    fix="安排集中轮训、宣讲或者在线学习，补足学时",
)
HOURS_BY_KIND = Duty(
    "P3-2-c", LIAOCHENG["三(一)2"], "执法人员每年公共法律知识、实操技能两类学时都不少于本地规定",
    due="每年年底前",
    when=(officer.post == "enforcing") & officer.hours_public_due.known & officer.hours_practice_due.known,
    demands=reached((officer.hours_public >= officer.hours_public_due) & (officer.hours_practice >= officer.hours_practice_due), officer.closed_on),
    fix="哪一类不足补哪一类，两类不能相抵",
)
BACK_AFTER_LESSONS = Gate(
    "P3-3", LIAOCHENG["三(一)3"], "离岗的人员须学满离岗教育学时、本人申请并经考核合格，才能重新上岗",
    when=officer.suspended_on.known & officer.return_hours_due.known, before=("return_officer",), once=officer.returned_on,
    demands=(officer.return_hours >= officer.return_hours_due) & (officer.return_asked_on <= officer.returned_on) & officer.return_exam.column,
    fix="补足离岗教育学时，由本人提出申请，考核合格后再安排上岗",
)
INSURED = Duty(
    "P4-6-4", XINSHAO["清单六(二)4"], "为基层一线执法人员办理保险",
    when=officer_in(XINSHAO) & officer.frontline.column, demands=officer.insured.column,
    fix="为其办理保险并登记",
)

RULES = (
    CREDENTIAL_EARNED, NOT_FOR_HANDS, EXAMINED_FIRST, GUIDED, CREDENTIAL_TAKEN, CREDENTIAL_ENDED, HOURS, THOUGHT_HOURS, HOURS_BY_KIND,
    BACK_AFTER_LESSONS, INSURED,
)  # fmt: skip
