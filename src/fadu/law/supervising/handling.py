"""监督处理: letters, objections, reports of correction, the government's decision, and what is done about people."""

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.forms import Kind
from fadu.law.procedure import Role, Step, When, absent
from fadu.law.statutes import HEBEI_SUPERVISION, SHANDONG_SUPERVISION, SUPERVISION
from fadu.law.supervising.general import AFTER_FINDING
from fadu.law.vocabulary import supervision

FACTORS = (("causes", "主客观原因"), ("effects", "后果"), ("corrected", "纠正情况"))
AWAITING = ("papered", "rechecked")

LETTER = Step(
    name="supervise_letter",
    label="制发监督文书",
    leaves=("found",),
    enters="papered",
    by=Role.HEAD,
    basis=(SUPERVISION[26, 1], SUPERVISION[27, 1], SUPERVISION[28, 1], HEBEI_SUPERVISION[20], SHANDONG_SUPERVISION[28]),
    says="未履行职责的用督办函，违法或者明显不当的用意见书；河北用通知书",
    asks=(
        ask(supervision.letter),
        ask(supervision.letter_issuer),
        prose("facts_found", "查明的问题", longest=3000),
        line("violated", "违反的规定"),
        prose("demands", "纠正要求", longest=2000),
        ask(supervision.letter_due_on),
        OPINION,
    ),
    marks={supervision.letter_on: When.DAY},
    papers=("supervision_urge", "supervision_opinion", "supervision_notice"),
)
RECEIVED = Step(
    name="supervise_receive",
    label="登记文书送达",
    leaves=("papered",),
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[27, 2], SUPERVISION[28, 2]),
    says="纠正、报送和提出异议的期限自收到之日起算",
    asks=(ask(supervision.letter_received_on), line("receiver", "签收人")),
)
OBJECT = Step(
    name="supervise_object",
    label="登记异议",
    leaves=(*AWAITING, "ordered"),
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[30], HEBEI_SUPERVISION[21, 2]),
    says="被监督机关对处理结果有异议的，可以提出并说明理由",
    asks=(ask(supervision.objected_on), prose("reason", "异议的理由", longest=2000)),
    clears=(supervision.objection_answered_on,),
    side=True,
)
ANSWER = Step(
    name="supervise_answer",
    label="答复异议",
    leaves=(*AWAITING, "ordered"),
    by=Role.HEAD,
    basis=(SUPERVISION[30], HEBEI_SUPERVISION[21, 2]),
    says="及时处理异议；河北自收到申请之日起十五日内复查并答复",
    asks=(prose("answer", "处理意见和理由", longest=2000), OPINION),
    marks={supervision.objection_answered_on: When.DAY},
    unfit=absent(supervision.objected_on, "没有提出异议"),
    papers=("supervision_answer",),
    side=True,
)
REPORT = Step(
    name="supervise_report",
    label="登记纠正情况报送",
    leaves=("papered",),
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[27, 2], SUPERVISION[28, 2], SHANDONG_SUPERVISION[28], HEBEI_SUPERVISION[21, 1]),
    says="被监督机关在规定时限内纠正并报送情况",
    asks=(
        ask(supervision.reported_on),
        ask(supervision.corrected_on, required=False, help="尚未纠正的不填"),
        prose("measures_taken", "纠正情况", longest=3000),
    ),
)
RECHECK = Step(
    name="supervise_recheck",
    label="复核纠正情况",
    leaves=("papered", "rechecked"),
    enters="rechecked",
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[28, 2], SUPERVISION[29]),
    says="核实是否已经纠正；没有纠正的，提出处理建议报本级政府",
    asks=(ask(supervision.corrected), prose("checked", "复核情况", longest=2000)),
)
PROPOSE = Step(
    name="supervise_propose",
    label="提出处理建议",
    leaves=("found", "rechecked"),
    enters="proposed",
    by=Role.HEAD,
    basis=(SUPERVISION[29],),
    says="重大问题或者未按文书履职、纠正的，报本级人民政府决定",
    asks=(prose("proposal", "处理建议和理由", longest=3000), OPINION),
    marks={supervision.proposed_on: When.DAY},
    papers=("supervision_proposal",),
)
ORDER = Step(
    name="supervise_order",
    label="制发监督决定书",
    leaves=("proposed",),
    enters="ordered",
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[29], SHANDONG_SUPERVISION[29, 1], HEBEI_SUPERVISION[22]),
    says="本级政府决定纠正的，以政府名义制发决定书",
    asks=(
        ask(supervision.government_decided_on),
        ask(supervision.government_decision),
        ask(supervision.order_issuer),
        ask(supervision.outcome),
        ask(supervision.defect, required=False, help="山东填写：处理种类须与缺陷相应"),
        ask(supervision.mendable, required=False, when=("supervision_defect", ("procedure",))),
        prose("facts_found", "查明的事实", longest=3000),
        prose("content", "决定内容", longest=2000),
    ),
    marks={supervision.ordered_on: When.DAY},
    papers=("supervision_order",),
)
NOT_ORDERED = Step(
    name="supervise_not_ordered",
    label="登记政府决定不予纠正",
    leaves=("proposed",),
    enters="rechecked",
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[29],),
    says="本级政府决定不予纠正的，不制发决定书",
    asks=(ask(supervision.government_decided_on), line("reason", "理由")),
    marks={supervision.government_decision: "not"},
    side=True,
)
ORDER_RECEIVED = Step(
    name="supervise_order_receive",
    label="登记决定书送达",
    leaves=("ordered",),
    by=Role.SUPERVISOR,
    basis=(SHANDONG_SUPERVISION[29, 2], SUPERVISION[29]),
    says="山东自收到之日起三十日内报告执行情况",
    asks=(ask(supervision.order_received_on), line("receiver", "签收人")),
)
ORDER_REPORT = Step(
    name="supervise_order_report",
    label="登记决定执行报告",
    leaves=("ordered",),
    by=Role.SUPERVISOR,
    basis=(SHANDONG_SUPERVISION[29, 2], SUPERVISION[29]),
    says="登记被监督机关执行决定的情况",
    asks=(ask(supervision.order_reported_on), prose("execution", "执行情况", longest=2000)),
)
TALK = Step(
    name="supervise_talk",
    label="约谈负责人",
    leaves=("supervising", *AFTER_FINDING),
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[22], SHANDONG_SUPERVISION[26], HEBEI_SUPERVISION[26]),
    says="约谈执法机关负责人或者责任人，留存记录",
    asks=(line("talked_to", "被约谈人"), prose("talk", "约谈内容和表态", longest=3000)),
    marks={supervision.talked_on: When.DAY},
    papers=("supervision_talk",),
    side=True,
)
BULLETIN = Step(
    name="supervise_bulletin",
    label="通报或者公布",
    leaves=AFTER_FINDING,
    by=Role.HEAD,
    basis=(SUPERVISION[31], HEBEI_SUPERVISION[26]),
    says="拒不落实制度或者问题突出的，可以在一定范围通报或者向社会公布",
    asks=(ask(supervision.bulletin_ground), line("scope", "通报范围"), prose("bulletin", "通报内容", longest=3000)),
    marks={supervision.bulletin_on: When.DAY},
    side=True,
)
PEOPLE = Step(
    name="supervise_people",
    label="提出人员处理建议",
    leaves=AFTER_FINDING,
    by=Role.HEAD,
    basis=(SUPERVISION[32], HEBEI_SUPERVISION[29]),
    says="综合原因、后果、纠正情况，由有权机关依法处理",
    asks=(
        line("person", "执法人员"),
        ask(supervision.officer_conduct),
        ask(supervision.people_factors, kind=Kind.CHOICES, choices=FACTORS),
        ask(supervision.disposal),
        ask(supervision.disposal_by_power),
        prose("reason", "事实和理由", longest=2000),
    ),
    marks={supervision.people_on: When.DAY},
    papers=("supervision_people",),
    side=True,
)
HAND_OVER = Step(
    name="supervise_hand_over",
    label="向监察机关移送线索",
    leaves=("supervising", *AFTER_FINDING),
    by=Role.HEAD,
    basis=(SUPERVISION[33, 1],),
    says="职务违法、职务犯罪的线索按规定程序移送",
    asks=(line("to_organ", "接收机关"), prose("clue", "线索概况", longest=2000), OPINION),
    marks={supervision.handed_over_on: When.DAY},
    side=True,
)
TELL_SUPERIOR = Step(
    name="supervise_tell_superior",
    label="告知上一级主管部门",
    leaves=AFTER_FINDING,
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[42, 2],),
    says="垂直管理或者以上级领导为主的机关有问题的，告知其上一级主管部门",
    asks=(line("to_organ", "上一级主管部门"), prose("told_what", "告知的问题", longest=2000)),
    marks={supervision.superior_told_on: When.DAY},
    side=True,
)
CLOSE = Step(
    name="supervise_close",
    label="办结监督事项",
    leaves=("found", "rechecked", "ordered"),
    enters="closed",
    by=Role.HEAD,
    basis=(SUPERVISION[26, 1], SUPERVISION[34]),
    says="没有问题、已经纠正或者决定已经执行的，办结归档",
    asks=(prose("result", "监督结果", longest=2000), OPINION),
    marks={supervision.closed_on: When.DAY},
)

STEPS = (
    LETTER, RECEIVED, OBJECT, ANSWER, REPORT, RECHECK, PROPOSE, ORDER, NOT_ORDERED, ORDER_RECEIVED, ORDER_REPORT, TALK, BULLETIN, PEOPLE, HAND_OVER,
    TELL_SUPERIOR, CLOSE,
)  # fmt: skip
