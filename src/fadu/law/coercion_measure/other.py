"""限制人身自由和其他行政强制措施 (行政强制法第十八条至第二十条)."""

from dataclasses import replace
from datetime import date

from fadu.law.asking import ask, line, prose
from fadu.law.coercion_measure import keeping, taking
from fadu.law.coercion_measure.turn import turns
from fadu.law.correction import correction
from fadu.law.procedure import Kind, Procedure, Stage, Step, When, pending
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import measure

PROPOSE = replace(
    taking.PROPOSE,
    asks=(*taking.PROPOSE.asks, taking.kinds("restrain", "other"), line("measure", "措施名称", example="约束至酒醒"), *taking.BASIS, *taking.NEED),
)
TAKE = replace(
    taking.TAKE,
    asks=(
        *taking.SCENE,
        ask(measure.restrained_until, required=False, help="限制人身自由的填写"),
        ask(measure.back_on, required=False, help="当场限制人身自由的填写"),
    ),
)
RATIFY = replace(
    taking.RATIFY,
    says="限制人身自由的，一回到机关就报告补批；其他措施二十四小时内",
    asks=(*taking.RATIFY.asks, ask(measure.back_on, required=False, help="当场限制人身自由的填写")),
)
NOTIFY_FAMILY = Step(
    name="notify_family",
    label="通知家属",
    unfit=pending(measure.family_told_on, "已经通知"),
    leaves=("held", "decided"),
    basis=(COERCION[20, 1, 1],),
    says="当场或者实施后立即把机关、地点和期限通知家属",
    asks=(line("relative", "家属姓名"), line("relation", "与当事人的关系"), line("how", "通知方式"), ask(measure.family_told)),
    marks={measure.family_told_on: When.DAY},
    papers=("family_notice",),
)
DISPOSE = replace(
    keeping.DISPOSE,
    label="解除强制措施",
    basis=(COERCION[20, 2],),
    says="目的达到或者条件消失的立即解除，不得超过法定期限",
    asks=(
        ask(measure.disposal, choices=(("release", "解除"),)),
        ask(measure.release_ground),
        ask(measure.purpose_gone_on, required=False),
        *keeping.DISPOSE.asks[2:],
    ),
    papers=("matter_approval",),
)
CLOSE = replace(keeping.CLOSE, asks=(prose("note", "备注", required=False),), basis=(COERCION[20],), says="核对通知、解除情况，归档")

PROCEDURE = Procedure(
    id="measure.other",
    version="2012",
    title="限制人身自由和其他强制措施",
    in_force=date(2012, 1, 1),
    kind=Kind.MEASURE,
    grain="measure",
    says="法律写明的其他措施；限制人身自由的立即通知家属",
    stages=(
        Stage(name="proposed", label="报请批准"),
        Stage(name="approved", label="批准", optional=True, note="情况紧急的先实施后补批"),
        Stage(name="held", label="实施"),
        Stage(name="decided", label="解除"),
        Stage(name="closed", label="办结"),
        Stage(name="declined", label="不予采取", optional=True),
    ),
    steps=(
        PROPOSE,
        taking.APPROVE,
        taking.DECLINE,
        TAKE,
        RATIFY,
        NOTIFY_FAMILY,
        DISPOSE,
        CLOSE,
        *taking.FILMING,
        correction(("proposed", "approved", "held", "decided")),
    ),
    ends=frozenset({"closed", "declined"}),
    parameters=taking.LOCAL,
    turn=turns(
        "take_measure",
        after=lambda facts: "notify_family" if facts.get("measure_kind") == "restrain" and "measure_family_told_on" not in facts else "close_measure",
    ),
)
