"""普通程序 (行政处罚法第五章第三节): the ordinary penalty procedure with its branches."""

from datetime import date

from fadu.law.correction import correction
from fadu.law.penalty_general import (
    collection,
    decision,
    execution,
    fields_ecology,
    fields_police,
    fields_sectors,
    hearing,
    inquiry,
    interruption,
    notice,
    particulars,
    preserving,
    source,
    township,
)
from fadu.law.penalty_general.turn import turn
from fadu.law.procedure import Procedure, Stage

CORRECTABLE = (*source.WORKED_ON, "decided", "served", "performed", "ended", "closed", "with_justice")

PROCEDURE = Procedure(
    id="penalty.general",
    version="2021",
    title="行政处罚普通程序",
    in_force=date(2021, 7, 15),
    stages=(
        Stage(name="source", label="案源"),
        Stage(name="investigating", label="调查取证"),
        Stage(name="concluded", label="审查"),
        Stage(name="notified", label="事先告知"),
        Stage(name="hearing", label="听证", optional=True, note="视当事人要求"),
        Stage(name="heard", label="听证终结", optional=True, note="视当事人要求"),
        Stage(name="reviewed", label="法制审核", optional=True, note="法定四种情形"),
        Stage(name="discussed", label="集体讨论", optional=True, note="情节复杂或者重大"),
        Stage(name="decided", label="决定"),
        Stage(name="served", label="送达"),
        Stage(name="performed", label="执行"),
        Stage(name="ended", label="终结", optional=True, note="终止、撤销等"),
        Stage(name="closed", label="结案"),
        Stage(name="archived", label="归档"),
        Stage(name="not_filed", label="不予立案", optional=True),
        Stage(name="transferred", label="移送其他机关", optional=True),
        Stage(name="with_justice", label="移送司法", optional=True),
    ),
    steps=(
        *source.STEPS, *inquiry.STEPS, *preserving.STEPS, *interruption.STEPS, *notice.STEPS, *hearing.STEPS, *decision.STEPS, *execution.STEPS,
        *collection.STEPS, *particulars.STEPS, *fields_sectors.STEPS, *fields_ecology.STEPS, *fields_police.STEPS, *township.STEPS, correction(CORRECTABLE),
    ),
    ends=frozenset({"archived", "not_filed", "transferred"}),
    turn=turn,
    parameters=township.LOCAL,
)
