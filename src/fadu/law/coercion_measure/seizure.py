"""查封、扣押 (行政强制法第三章第一节、第二节)."""

from dataclasses import replace
from datetime import date

from fadu.law.asking import GOODS, ask, rows
from fadu.law.coercion_measure import keeping, taking
from fadu.law.coercion_measure.turn import turns
from fadu.law.correction import correction
from fadu.law.procedure import Kind, Procedure, Stage
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import measure

LIMITS = (ask(measure.related), ask(measure.necessities), ask(measure.held_by_other))

PROPOSE = replace(
    taking.PROPOSE,
    label="报请查封、扣押",
    basis=(COERCION[18, 1, 1], COERCION[23]),
    asks=(
        *taking.PROPOSE.asks,
        taking.kinds("seal", "seize"),
        *taking.BASIS,
        *taking.NEED,
        rows("goods", "拟查封、扣押的对象", GOODS, required=False),
        *LIMITS,
    ),
)
SEIZE = replace(
    taking.TAKE,
    name="seize",
    label="实施查封、扣押",
    basis=(COERCION[18], COERCION[24]),
    says="履行十项程序，当场交付决定书和清单，清单一式二份",
    asks=(*taking.SCENE, *taking.OBJECTS, *taking.HANDED),
    papers=("measure_decision", "goods_list", "scene_record", "seal_strip"),
)

PROCEDURE = Procedure(
    id="measure.seizure",
    version="2012",
    title="查封、扣押",
    in_force=date(2012, 1, 1),
    kind=Kind.MEASURE,
    grain="measure",
    says="先批准后实施，三十日内处理或者解除",
    stages=(
        Stage(name="proposed", label="报请批准"),
        Stage(name="approved", label="批准", optional=True, note="情况紧急的先实施后补批"),
        Stage(name="held", label="实施"),
        Stage(name="decided", label="处理或者解除"),
        Stage(name="closed", label="办结"),
        Stage(name="declined", label="不予采取", optional=True),
        Stage(name="transferred", label="移送司法", optional=True),
    ),
    steps=(
        PROPOSE,
        taking.APPROVE,
        taking.DECLINE,
        SEIZE,
        taking.RATIFY,
        keeping.BEGIN_TEST,
        keeping.END_TEST,
        keeping.ENTRUST,
        keeping.EXTEND,
        keeping.TELL_EXTENSION,
        keeping.HAND_TO_JUSTICE,
        keeping.DISPOSE,
        keeping.RETURN_GOODS,
        keeping.CLOSE,
        *taking.FILMING,
        correction(("proposed", "approved", "held", "decided")),
    ),
    ends=frozenset({"closed", "declined", "transferred"}),
    parameters=taking.LOCAL,
    turn=turns("seize", after=lambda facts: "return_held_goods" if "measure_released_on" in facts and "measure_returned_on" not in facts else "close_measure"),
)
