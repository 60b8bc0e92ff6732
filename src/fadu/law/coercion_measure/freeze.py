"""冻结存款、汇款 (行政强制法第三章第三节)."""

from dataclasses import replace
from datetime import date

from fadu.law.asking import BEGAN, CARD, ENDED, PLACE, PRESENT, ask, line, prose
from fadu.law.coercion_measure import keeping, taking
from fadu.law.coercion_measure.turn import turns
from fadu.law.correction import correction
from fadu.law.procedure import Kind, Procedure, Stage, Step, When, absent, pending
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import measure

PROPOSE = replace(
    taking.PROPOSE,
    label="报请冻结存款、汇款",
    basis=(COERCION[18, 1, 1], COERCION[29]),
    asks=(
        *taking.PROPOSE.asks,
        taking.kinds("freeze"),
        *taking.BASIS,
        *taking.NEED,
        ask(measure.amount, least=1),
        ask(measure.involved),
        ask(measure.held_by_other),
        line("account", "账号", longest=40),
        line("bank", "金融机构", example="示范县农村商业银行"),
    ),
)
FREEZE = replace(
    taking.TAKE,
    name="freeze",
    label="实施冻结",
    basis=(COERCION[30, 1],),
    says="经批准，两名以上执法人员亮证，向金融机构交付冻结通知书；不事先通知当事人",
    asks=(
        PRESENT, CARD, BEGAN, ENDED, PLACE, taking.ON_THE_SPOT, line("bank_clerk", "金融机构经办人"), ask(measure.bank_noticed_on), prose("findings", "现场情况"),
    ),
    papers=("freeze_notice", "scene_record"),
)  # fmt: skip
SERVE = Step(
    name="serve_freeze",
    label="交付冻结决定书",
    unfit=pending(measure.served_on, "已经交付"),
    leaves=("held",),
    basis=(COERCION[31],),
    says="冻结之日起三个工作日内交付当事人，写明五项内容",
    asks=(ask(measure.decision_parts), line("receiver", "签收人")),
    marks={measure.served_on: When.DAY},
    papers=("freeze_decision", "service_receipt"),
)
EXTEND = replace(keeping.EXTEND, basis=(COERCION[32, 1],), papers=("freeze_extension", "matter_approval"))
HAND_TO_JUSTICE = replace(
    keeping.HAND_TO_JUSTICE,
    says="涉嫌犯罪的，冻结的款项一并移送并告知当事人",
    asks=tuple(field for field in keeping.HAND_TO_JUSTICE.asks if field.name != "goods"),
    papers=("seized_transfer_notice",),
)
DISPOSE = replace(
    keeping.DISPOSE,
    basis=(COERCION[32, 1], COERCION[33, 1]),
    says="三十日内处理或者解除；逾期的，金融机构自期满之日解除",
    asks=(
        ask(measure.disposal, choices=(("pay", "划缴、抵缴或者移作处理"), ("release", "解除"))),
        *keeping.DISPOSE.asks[1:],
    ),
    papers=("freeze_release", "matter_approval"),
)
TELL_RELEASE = Step(
    name="tell_freeze_release",
    label="通知解除冻结",
    unfit=absent(measure.released_on, "没有解除"),
    leaves=("decided",),
    basis=(COERCION[33, 2],),
    says="及时通知金融机构和当事人；金融机构接到通知后立即解除",
    asks=(ask(measure.bank_released_on), ask(measure.party_released_on, required=False), line("bank_clerk", "金融机构经办人")),
    papers=("service_receipt",),
)
CLOSE = replace(keeping.CLOSE, asks=(prose("note", "备注", required=False),), basis=(COERCION[33],), says="核对通知情况，归档")

PROCEDURE = Procedure(
    id="measure.freeze",
    version="2012",
    title="冻结存款、汇款",
    in_force=date(2012, 1, 1),
    kind=Kind.MEASURE,
    grain="measure",
    says="法律规定的机关才能实施，三个工作日内交付决定书，三十日内处理",
    stages=(
        Stage(name="proposed", label="报请批准"),
        Stage(name="approved", label="批准", optional=True, note="情况紧急的先实施后补批"),
        Stage(name="held", label="冻结"),
        Stage(name="decided", label="处理或者解除"),
        Stage(name="closed", label="办结"),
        Stage(name="declined", label="不予采取", optional=True),
        Stage(name="transferred", label="移送司法", optional=True),
    ),
    steps=(
        PROPOSE,
        taking.APPROVE,
        taking.DECLINE,
        FREEZE,
        taking.RATIFY,
        SERVE,
        EXTEND,
        keeping.TELL_EXTENSION,
        HAND_TO_JUSTICE,
        DISPOSE,
        TELL_RELEASE,
        CLOSE,
        correction(("proposed", "approved", "held", "decided")),
    ),
    ends=frozenset({"closed", "declined", "transferred"}),
    turn=turns(
        "freeze", after=lambda facts: "tell_freeze_release" if "measure_released_on" in facts and "measure_bank_released_on" not in facts else "close_measure"
    ),
)
