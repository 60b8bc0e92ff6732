"""先行登记保存: keeping what may be lost, and deciding what becomes of it."""

from fadu.law.asking import CARD, GOODS, OPINION, PLACE, PRESENT, SIGNED, WITNESS_NAME, ask, line, prose, rows
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general import formality
from fadu.law.penalty_general.formality import SCENE, scene, then
from fadu.law.procedure import Role, Step, When, pending
from fadu.law.statutes import PENALTY, SAMR_PROCEDURE
from fadu.law.vocabulary import case, step
from fadu.law.vocabulary.marks import Scene

INQUIRING = ("source", "investigating")

PRESERVE = Step(
    name="preserve",
    label="先行登记保存",
    unfit=pending(case.preserved_on, "上一次登记保存的物品尚未处理", closed=case.preserve_disposed_on),
    leaves=INQUIRING,
    basis=(PENALTY[56], SAMR_PROCEDURE[33, 1], SAMR_PROCEDURE[34, 1]),
    says="证据可能灭失或者以后难以取得，经负责人批准；七个工作日内必须处理",
    asks=(
        PRESENT,
        CARD,
        prose("reason", "登记保存的事由", longest=1000),
        ask(step.head_approved, help="情况紧急当场采取的选否，并在 24 小时内补批"),
        ask(case.preserve_urgent, required=False, rare=True),
        PLACE,
        rows("goods", "保存物品", GOODS, least=1),
        line("keeper", "保管人和保管地点"),
        SIGNED,
        formality.LIST_GIVEN,
        formality.NOTICE_GIVEN,
        WITNESS_NAME,
        ask(step.filmed_now, required=False),
    ),
    marks={case.preserved_on: When.DAY, case.preserved_at: When.MOMENT},
    effect=then(formality.handed, scene(Scene.PRESERVING)),
    derives=(case.preserve_handed, *SCENE),
    clears=(case.preserve_disposed_on, case.preserve_disposal, case.preserve_approved_at),
    papers=("preserve_notice", "goods_list", "matter_approval"),
)

APPROVE_PRESERVE = Step(
    name="approve_preserve",
    label="补批先行登记保存",
    unfit=lambda facts: "" if facts.get("preserve_urgent") and "preserve_approved_at" not in facts else "没有待补批的先行登记保存",
    leaves=INQUIRING,
    by=Role.HEAD,
    basis=(SAMR_PROCEDURE[33, 2],),
    says="当场采取的，二十四小时内向负责人报告并补办批准手续",
    asks=(OPINION,),
    marks={case.preserve_approved_at: When.MOMENT},
    papers=("matter_approval",),
)

DISPOSE_PRESERVED = Step(
    name="dispose_preserved",
    label="处理登记保存物品",
    unfit=lambda facts: "" if "preserved_on" in facts and "preserve_disposed_on" not in facts else "没有待处理的登记保存物品",
    leaves=("source", "investigating", "concluded"),
    basis=(PENALTY[56], SAMR_PROCEDURE[35, 1]),
    says="七个工作日内采取记录、鉴定、查封扣押、移送或者解除等措施",
    asks=(
        Field(
            name="disposal",
            label="处理措施",
            kind=Kind.CHOICE,
            choices=(
                ("recorded", "采取记录、复制、拍照、录像等证据保全措施"),
                ("tested", "送交检测、检验、检疫、鉴定"),
                ("seized", "依法查封、扣押"),
                ("confiscate", "应当没收的，决定没收"),
                ("released", "解除先行登记保存"),
            ),
        ),
        prose("handling", "处理情况"),
        ask(step.head_approved),
        ask(case.measure_basis, required=False, rare=True, when=("disposal", ("seized",))),
        ask(case.measure_urgent, required=False, rare=True, when=("disposal", ("seized",)), help="当场采取的，二十四小时内补批"),
    ),
    marks={case.preserve_disposed_on: When.DAY},
    effect=formality.disposed,
    derives=(case.preserve_disposal, case.release_approved, case.measure_approved, case.measure_taken_at, case.measure_approved_at),
    papers=("preserve_release", "goods_list"),
)

STEPS = (PRESERVE, APPROVE_PRESERVE, DISPOSE_PRESERVED)
