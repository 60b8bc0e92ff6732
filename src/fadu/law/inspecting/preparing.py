"""检查的登记、审批、通知."""

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Role, Step, When
from fadu.law.statutes import BUSINESS_CLIMATE, LICENCE
from fadu.law.vocabulary import inspection

REGISTER = Step(
    name="register_inspection",
    label="登记检查任务",
    numbers="检",
    basis=(LICENCE[61, 1], BUSINESS_CLIMATE[54, 1]),
    says="写明任务来源、依据、对象、事项和方式，报负责人审批",
    asks=(
        ask(inspection.source),
        line("cause", "检查事项", example="食品经营日常检查"),
        Field(name="item", label="检查事项编码", longest=40, required=False),
        *PARTY,
        line("basis", "检查依据", example="食品安全法第一百一十条"),
        ask(inspection.way),
        prose("matters", "检查内容", longest=2000),
        Field(name="planned_on", label="拟检查日期", kind=Kind.DATE),
        ask(inspection.market),
        ask(inspection.in_plan, required=False),
        ask(inspection.random_target, required=False),
        ask(inspection.random_officers, required=False),
        ask(inspection.merged, required=False, help="同一对象的多个事项是否合并"),
        ask(inspection.times_this_year, required=False),
        ask(inspection.times_most, required=False),
        ask(inspection.licensee, required=False, help="检查许可事项活动的选是"),
        ask(inspection.officers, kind=Kind.OFFICERS, label="拟派检查人员", least=2),
        ask(inspection.assistants, required=False),
    ),
    marks={inspection.registered_on: When.DAY},
    papers=("inspection_approval",),
    once=True,
)

APPROVE = Step(
    name="approve_inspection",
    label="批准检查",
    leaves=("planned",),
    enters="approved",
    by=Role.HEAD,
    basis=(BUSINESS_CLIMATE[54, 1],),
    says="核对来源、频次和人员后批准；市场监管的日常检查随机抽取对象、随机选派人员",
    asks=(ask(inspection.unannounced, required=False, help="提前通知可能影响检查的，经批准可以不提前通知"), OPINION),
    marks={inspection.approved_on: When.DAY},
    papers=("inspection_approval",),
)

DROP = Step(
    name="drop_inspection",
    label="不予检查",
    leaves=("planned", "approved"),
    enters="dropped",
    by=Role.HEAD,
    basis=(LICENCE[61, 1],),
    says="没有必要或者超过频次上限的，不检查",
    asks=(prose("reason", "理由", longest=1000), OPINION),
)

NOTIFY = Step(
    name="notify_inspection",
    label="通知检查",
    leaves=("approved",),
    basis=(LICENCE[62, 1],),
    says="告知依据、内容、时间、人员和被检查人的权利",
    asks=(line("receiver", "接收人"), prose("prepare", "需要准备的材料", longest=1000, required=False)),
    marks={inspection.notified_on: When.DAY},
    papers=("inspection_notice",),
)

STEPS = (REGISTER, APPROVE, DROP, NOTIFY)
