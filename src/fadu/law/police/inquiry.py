"""时效、询问、一人执法、扣押、证据 (治安管理处罚法第四条至第二十五条、第九十七条至第一百一十一条)."""

from fadu.law.penalty.application import FOUND, RUNS_FROM
from fadu.law.penalty.terms import DECIDING
from fadu.law.periods import hours, months
from fadu.law.police.terms import ORDER, ORDER_GENERAL, ORDER_PENALTY
from fadu.law.rules import Clock, Convention, Gate, Grade, Within
from fadu.law.statutes import PUBLIC_SECURITY
from fadu.law.vocabulary import case, step
from fadu.law.vocabulary.special import Act

IN_THE_CENTRE = Act.QUESTIONING | Act.SEIZING | Act.IDENTIFYING
ALONE = IN_THE_CENTRE | Act.MEDIATING

OWN_PROCEDURE_FIRST = Convention(
    "ZA-004", PUBLIC_SECURITY[4], "治安处罚先适用本法的程序，本法没有规定的才适用行政处罚法、行政强制法",
    carried_out_by="fadu.law.penalty.terms.PUBLIC_ORDER",
)
SIX_MONTHS = Within(
    "ZA-025", PUBLIC_SECURITY[25, 1], "违反治安管理行为六个月内没有被发现的，不再处罚；连续、继续的从终了之日起算",
    when=ORDER_PENALTY, before=DECIDING, once=case.decided_on, starts=RUNS_FROM, full=months(6).without_rolling(), on=FOUND,
    fix="超过追责时效，不再处罚",
)


def _released(rule_id: str, length: int, longer: str | None, says: str) -> Clock:
    """How long questioning may last after a summons."""
    ground = case.summon_longer.column.is_null() if longer is None else case.summon_longer.one_of(*longer.split())
    return Clock(
        rule_id, PUBLIC_SECURITY[97, 1], says,
        name="询问查证", when=ORDER & ground, starts=case.summoned_at, ends=case.released_at, within=hours(length), warn=0, next_step="note_police",
        grade=Grade.BLOCKS, fix="立即结束询问查证",
    )  # fmt: skip


EIGHT_HOURS = _released("ZA-097", 8, None, "传唤后询问查证不超过八小时")
TWELVE_HOURS = _released("ZA-097-12", 12, "many unknown", "涉案人数众多或者身份不明的，询问查证不超过十二小时")
TWENTY_FOUR_HOURS = _released("ZA-097-24", 24, "complex", "情况复杂且可能适用行政拘留的，询问查证不超过二十四小时")
QUESTIONED_ON_FILM = Gate(
    "ZA-097-film", PUBLIC_SECURITY[97, 1], "在执法办案场所询问的，全程同步录音录像",
    when=ORDER & case.case_centre.holds & case.questioned_on.known, before=("conclude",), once=case.concluded_on,
    demands=case.filmed_whole.has(Act.QUESTIONING),
    fix="没有录音录像的，重新询问；确有录音录像的，登记",
)
SEIZED_WITH_APPROVAL = Gate(
    "ZA-105-3", PUBLIC_SECURITY[105, 3], "扣押前经负责人批准；紧急或者价值不大当场扣押的，补办批准，并全程同步录音录像",
    when=ORDER & (case.preserve_disposal == "seized"), before=("dispose_preserved",), once=case.preserve_disposed_on,
    demands=case.measure_approved.column | (case.measure_urgent.holds & case.filmed_whole.has(Act.SEIZING)),
    fix="报负责人批准；当场扣押的，补办批准并有全程录音录像，否则立即解除",
)
SEIZURE_RATIFIED = Gate(
    "ZA-105-3-after", PUBLIC_SECURITY[105, 3], "当场扣押的，及时报告并补办批准手续",
    when=ORDER & (case.preserve_disposal == "seized") & case.measure_urgent.holds, before=("conclude",), once=case.concluded_on,
    demands=case.measure_approved_at.known,
    fix="补办批准手续；负责人认为不应当扣押的，立即解除",
)
TWO_TO_INSPECT = Gate(
    "ZA-108-2-two", PUBLIC_SECURITY[108, 1], "调查取证的人民警察不得少于二人",
    when=ORDER_GENERAL, before=("inspect", "sample", "preserve"), demands=step.certified_officers >= 2,
    fix="增加一名人民警察后再办理",
)
ONE_IN_THE_CENTRE = Gate(
    "ZA-108-2", PUBLIC_SECURITY[108, 2], "一名人民警察询问、扣押、辨认的，须在规范设置、严格管理的执法办案场所",
    when=ORDER & (case.alone.has(IN_THE_CENTRE)), before=("conclude",), once=case.concluded_on, demands=case.case_centre.column,
    fix="由两名人民警察重新取证，或者在执法办案场所进行",
)
ONE_ON_FILM = Gate(
    "ZA-108-3", PUBLIC_SECURITY[108, 3], "一名人民警察询问、扣押、辨认、调解的，全程同步录音录像，否则证据不能作为处罚的根据",
    when=ORDER & case.alone.has(ALONE), before=("conclude",), once=case.concluded_on,
    demands=(case.alone.column & int(ALONE) & ~case.filmed_whole.column) == 0,
    fix="排除没有全程录音录像的证据，由两名人民警察重新取证",
)
NOT_ON_WORDS_ALONE = Gate(
    "ZA-111", PUBLIC_SECURITY[111], "只有本人陈述，没有其他证据证明的，不能处罚",
    when=ORDER_PENALTY, before=DECIDING, once=case.decided_on, demands=~case.confession_only.holds,
    fix="补充其他证据；没有的，不予处罚",
)

RULES = (
    OWN_PROCEDURE_FIRST, SIX_MONTHS, EIGHT_HOURS, TWELVE_HOURS, TWENTY_FOUR_HOURS, QUESTIONED_ON_FILM, SEIZED_WITH_APPROVAL, SEIZURE_RATIFIED,
    TWO_TO_INSPECT, ONE_IN_THE_CENTRE, ONE_ON_FILM, NOT_ON_WORDS_ALONE,
)  # fmt: skip
