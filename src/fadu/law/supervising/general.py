"""日常、重点、专项监督: from plan or clue to what was found."""

from fadu.law.asking import OPINION, PLACE, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Role, Step, When, absent
from fadu.law.statutes import CIVIL_SERVANTS, HEBEI_SUPERVISION, SHANDONG_SUPERVISION, SUPERVISION
from fadu.law.vocabulary import supervision

BEFORE_FINDING = ("lined_up", "supervising")
AFTER_FINDING = ("found", "papered", "rechecked", "proposed", "ordered")

PLAN_PARTS = (("units", "责任部门"), ("points", "监督重点"), ("schedule", "进度安排"), ("demands", "工作要求"))
KEY_MEANS = (("listed", "挂牌督办"), ("raised", "提级监督"))
MEASURES = (
    ("self_check", "要求自查、说明情况"),
    ("visit", "检查、访谈、暗访"),
    ("meeting", "座谈、听证、统计、评估"),
    ("files", "调阅、复制资料"),
    ("talk", "约谈负责人或者责任人"),
    ("other", "其他必要措施"),
)
FILE_SIDES = (("lawful", "决定合法"), ("fitting", "与事实、性质、情节、危害相当"), ("form", "文书规范"), ("evidence", "证据真实完整"))
OPENED = (("standard", "评议标准"), ("course", "评议过程"), ("result", "评议结果"))

OPEN = Step(
    name="supervise_open",
    label="登记监督事项",
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[14], SUPERVISION[20, 2]),
    says="按计划或者线索登记一件监督事项",
    asks=(
        line("cause", "监督事项", example="对涉企行政检查频次的监督"),
        line("target_name", "被监督机关", example="示范县市场监督管理局"),
        ask(supervision.place),
        ask(supervision.body),
        ask(supervision.level),
        ask(supervision.target),
        ask(supervision.guided_by_body, required=False, rare=True, help="部门督促指导下级对应部门的填写"),
        ask(supervision.clue_source),
        ask(supervision.clue_received_on, required=False, help="来自线索的填写"),
        prose("summary", "事项概况", longest=2000),
    ),
    marks={supervision.opened_on: When.DAY},
    once=True,
    numbers="监督",
)
ASSESS = Step(
    name="supervise_assess",
    label="研判线索",
    leaves=("lined_up",),
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[20, 2],),
    says="涉企诉求、便民热线等渠道的线索及时研判，确定是否监督",
    asks=(prose("assessment", "研判结论", longest=1000),),
    marks={supervision.clue_assessed_on: When.DAY},
)
PLAN = Step(
    name="supervise_plan",
    label="登记专项监督方案",
    leaves=("lined_up",),
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[21, 2],),
    says="专项监督的方案报本级政府批准后才能启动",
    asks=(
        ask(supervision.plan_parts, kind=Kind.CHOICES, choices=PLAN_PARTS),
        ask(supervision.plan_approved_on),
        line("plan_number", "批准文号", required=False),
    ),
    side=True,
)
APPRAISAL_PLAN = Step(
    name="supervise_appraisal_plan",
    label="登记评议方案",
    leaves=BEFORE_FINDING,
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[19],),
    says="质效评议先定方案和标准",
    asks=(prose("plan", "评议方案、标准", longest=2000),),
    marks={supervision.appraisal_plan_on: When.DAY},
    side=True,
)
ASK_RECUSAL = Step(
    name="supervise_recusal_ask",
    label="登记回避申请",
    leaves=BEFORE_FINDING,
    by=Role.SUPERVISOR,
    basis=(CIVIL_SERVANTS[77, 1], HEBEI_SUPERVISION[18]),
    says="监督人员自行回避，或者被监督机关、投诉举报人申请其回避",
    asks=(line("person", "被申请回避的人员"), ask(supervision.recusal_ground), ask(supervision.recusal_self), prose("reason", "理由", longest=1000)),
    marks={supervision.recusal_asked_on: When.DAY},
    clears=(supervision.recusal_decided_on, supervision.recusal_decided_by),
    side=True,
)
RECUSE = Step(
    name="supervise_recuse",
    label="决定回避",
    leaves=BEFORE_FINDING,
    by=Role.HEAD,
    basis=(CIVIL_SERVANTS[77, 2], HEBEI_SUPERVISION[18]),
    says="依申请审查决定，也可以不经申请直接决定",
    asks=(
        ask(supervision.recusal_decided_by),
        Field(name="recused", label="决定", kind=Kind.CHOICE, choices=(("yes", "回避"), ("no", "不予回避"))),
        OPINION,
    ),
    marks={supervision.recusal_decided_on: When.DAY},
    side=True,
)
FILE = Step(
    name="supervise_file",
    label="确定监督事项",
    leaves=("lined_up",),
    enters="supervising",
    by=Role.HEAD,
    basis=(SUPERVISION[2], SUPERVISION[14], SUPERVISION[33, 3]),
    says="核对监督对象和类型；已进入复议、诉讼的争议不重复监督",
    asks=(
        ask(supervision.kind),
        ask(supervision.remedy),
        ask(supervision.remedy_guided, required=False, when=("supervision_remedy", ("eligible",))),
        ask(supervision.key_typical, required=False, when=("supervision_kind", ("key",))),
        ask(supervision.key_means, required=False, kind=Kind.CHOICES, choices=KEY_MEANS, rare=True),
        ask(supervision.special_mandate, required=False, when=("supervision_kind", ("special",))),
        OPINION,
    ),
    marks={supervision.filed_on: When.DAY},
    papers=("supervision_filing",),
)
INSPECT = Step(
    name="supervise_inspect",
    label="开展监督",
    leaves=("supervising",),
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[22], SUPERVISION[25], SHANDONG_SUPERVISION[22], HEBEI_SUPERVISION[19]),
    says="两人以上持监督证件进行，先出示证件；采取的措施逐次留痕",
    asks=(
        ask(supervision.supervisors, kind=Kind.OFFICERS),
        ask(supervision.supervisors_certified),
        ask(supervision.cards_shown),
        ask(supervision.recorded),
        ask(supervision.conflicted),
        PLACE,
        ask(supervision.measures, kind=Kind.CHOICES, choices=MEASURES),
        ask(supervision.method, required=False, help="日常监督填写"),
        ask(supervision.survey, required=False, when=("supervision_method", ("assessment",))),
        ask(supervision.refused),
        line("invited", "邀请参加的人员", required=False),
        prose("course", "监督经过和查阅、询问的情况", longest=5000),
    ),
    marks={supervision.inspected_on: When.DAY},
    papers=("supervision_record",),
)
FIND = Step(
    name="supervise_find",
    label="认定监督结果",
    leaves=("supervising",),
    enters="found",
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[11, 2], SUPERVISION[18], SUPERVISION[26, 2], HEBEI_SUPERVISION[20]),
    says="写明有没有问题、属于哪一类；能够当场纠正的督促立即纠正",
    asks=(
        ask(supervision.problem),
        ask(supervision.act),
        ask(supervision.category, required=False, when=("supervision_problem", (True,))),
        ask(supervision.conduct, required=False, when=("supervision_category", ("conduct",))),
        ask(supervision.appearance, required=False, when=("supervision_category", ("appearance",))),
        ask(supervision.hebei_ground, required=False, when=("supervision_problem", (True,)), help="河北填写"),
        ask(supervision.unlawful, required=False),
        ask(supervision.unperformed, required=False),
        ask(supervision.major, required=False),
        ask(supervision.major_interest, required=False),
        ask(supervision.special_inquiry, required=False, help="山东：有重大社会影响或者重大利益的，须专门调查"),
        ask(supervision.share_high, required=False, rare=True),
        ask(supervision.outstanding, required=False, rare=True),
        ask(supervision.on_the_spot, required=False),
        ask(supervision.spot_urged, required=False, when=("supervision_on_the_spot", (True,))),
        ask(supervision.review_points, required=False, kind=Kind.CHOICES, choices=FILE_SIDES, help="案卷评查填写"),
        ask(supervision.misconduct_clue, required=False, rare=True),
        prose("facts_found", "认定的事实和依据", longest=5000),
    ),
    marks={supervision.found_on: When.DAY},
)
PUBLISH_APPRAISAL = Step(
    name="supervise_appraisal_publish",
    label="公开评议情况",
    leaves=AFTER_FINDING,
    by=Role.SUPERVISOR,
    basis=(SUPERVISION[19],),
    says="评议的标准、过程、结果以适当方式公开",
    asks=(ask(supervision.appraisal_published, kind=Kind.CHOICES, choices=OPENED), line("where", "公开的方式")),
    unfit=absent(supervision.appraisal_plan_on, "没有开展质效评议"),
    side=True,
)

STEPS = (OPEN, ASSESS, PLAN, APPRAISAL_PLAN, ASK_RECUSAL, RECUSE, FILE, INSPECT, FIND, PUBLISH_APPRAISAL)
