"""冻结存款、汇款 (行政强制法第二十九条至第三十三条)."""

import polars as pl

from fadu.law.coercion.seizing import EVERY_PART
from fadu.law.coercion.terms import FREEZE, THIRTY, InTerm, by_the_end, named
from fadu.law.periods import working_days
from fadu.law.rules import Bound, Clock, Gate, Grade
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import measure
from fadu.law.vocabulary.measure import RELEASE

BY_GENERAL_TERM = measure.special_until.column.is_null()

BY_LAW_ALONE = Gate(
    "QZ-029-1", COERCION[29, 1], "冻结只能由法律规定的行政机关实施，不得委托",
    when=FREEZE, before=("propose_measure", "freeze"), once=measure.applied_on,
    demands=(measure.basis_level == "law") & (measure.organ_kind != "entrusted"),
    fix="没有法律规定的，不得冻结；金融机构应当拒绝",
)
COMMENSURATE = Gate(
    "QZ-029-2", COERCION[29, 2], "冻结数额与违法行为涉及的金额相当，已被依法冻结的不得重复冻结",
    when=FREEZE, before=("propose_measure", "freeze"), once=measure.applied_on,
    demands=(measure.amount <= measure.involved) & ~measure.held_by_other.column,
    fix="把冻结数额减到涉案金额以内；已被冻结的部分不再冻结",
)
FOUR_FORMS = Gate(
    "QZ-030-1", COERCION[30, 1], "冻结须经批准、两人以上、出示证件、制作现场笔录，并向金融机构交付冻结通知书",
    when=FREEZE, before=("freeze",), once=measure.taken_on,
    demands=((measure.allowed_at <= measure.begun_at) | measure.on_the_spot.holds)
    & (measure.officers >= 2)
    & measure.card_shown.column
    & measure.recorded.column
    & (measure.bank_noticed_on <= measure.taken_on),
    fix="补齐批准、人员、证件、笔录，并交付冻结通知书；不必事先通知当事人",
)
FREEZE_SERVED = Clock(
    "QZ-031", COERCION[31], "冻结之日起三日内向当事人交付冻结决定书",
    name="交付冻结决定书",
    when=FREEZE, starts=measure.taken_on, ends=measure.served_on, within=working_days(3), next_step="serve_freeze",
    fix="立即交付冻结决定书",
)
FREEZE_SAYS = Gate(
    "QZ-031-parts", COERCION[31], "冻结决定书写明当事人、理由依据和期限、账号数额、救济途径、机关印章日期",
    when=FREEZE, before=("serve_freeze",), once=measure.served_on, demands=measure.decision_parts.has_all(EVERY_PART),
    fix="补齐五项内容后再交付",
)
FROZEN_IN_TERM = Clock(
    "QZ-032-1", COERCION[32, 1], "冻结之日起三十日内处理或者解除，批准延长的再加至多三十日",
    name="冻结期限",
    when=FREEZE & BY_GENERAL_TERM, starts=measure.taken_on, ends=measure.disposed_on, within=THIRTY, extended=measure.extension_days, warn=5,
    next_step="dispose_measure", who="head",
    fix="期满前作出处理决定或者解除",
)
FREEZE_EXTENDED = Bound(
    "QZ-032-1-days", COERCION[32, 1], "冻结延长不得超过三十日",
    when=FREEZE, before=("extend_measure",), once=measure.extended_on, value=measure.extension_days, most=pl.lit(30),
    fix="把延长日数减到三十日以内",
)
FREEZE_EXTENSION_TOLD = Gate(
    "QZ-032-2", COERCION[32, 2], "延长冻结的决定书面告知当事人并说明理由",
    when=FREEZE & measure.extended_on.known, before=("tell_measure_extension", "dispose_measure"), once=measure.extended_on, grade=Grade.MENDABLE,
    demands=by_the_end(measure.extension_told_on, measure.extension_written.column & measure.extension_reasoned.column, measure.disposed_on),
    fix="书面告知并写明理由",
)
UNFROZEN_FOR = Gate(
    "QZ-033-1", COERCION[33, 1], "有五种情形之一的，及时作出解除冻结决定并写明情形",
    when=FREEZE & (measure.disposal == "release"), before=("dispose_measure",), once=measure.disposed_on,
    demands=measure.release_ground.one_of(*named(RELEASE)),
    fix="写明属于哪一种解除情形",
)
UNFREEZING_TOLD = Gate(
    "QZ-033-2", COERCION[33, 2], "解除冻结的，及时通知金融机构和当事人",
    when=FREEZE & measure.released_on.known, before=("tell_freeze_release", "close_measure"), once=measure.released_on,
    demands=by_the_end(measure.bank_released_on, measure.party_released_on.known & (measure.bank_released_on >= measure.released_on), measure.closed_on),
    fix="解除决定作出后，把解除通知送达金融机构和当事人",
)
LAPSED = InTerm(
    "QZ-033-3", COERCION[33, 3], "逾期没有决定的，冻结自期满之日由金融机构解除，此后不能再延长或者划缴",
    when=FREEZE & BY_GENERAL_TERM & (measure.disposal != "release").fill_null(value=True), before=("dispose_measure",), once=measure.disposed_on,
    on=measure.disposed_on,
    fix="冻结已经期满，作出解除决定并通知金融机构",
)
EXTENDED_IN_TIME = InTerm(
    "QZ-033-3-extend", COERCION[33, 3], "冻结期满后不能再延长",
    when=FREEZE & BY_GENERAL_TERM, before=("extend_measure",), once=measure.extended_on, on=measure.extended_on, first=True,
    fix="冻结已经期满，作出解除决定并通知金融机构",
)

RULES = (
    BY_LAW_ALONE, COMMENSURATE, FOUR_FORMS, FREEZE_SERVED, FREEZE_SAYS, FROZEN_IN_TERM, FREEZE_EXTENDED, FREEZE_EXTENSION_TOLD, UNFROZEN_FOR,
    UNFREEZING_TOLD, LAPSED, EXTENDED_IN_TIME,
)  # fmt: skip
