"""简易程序 (行政处罚法第五章第二节): the penalty on the spot."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from fadu.law.asking import CARD, PLACE, PRESENT, ask, line, prose
from fadu.law.correction import correction
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general import collection, execution, fields_ecology, fields_police, formality, township
from fadu.law.penalty_general.formality import then
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Procedure, Stage, Step, When, pending
from fadu.law.statutes import PENALTY, SAMR_PROCEDURE
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import LABELS, Penalty


def _decided(_before: Mapping[str, Any], data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    fine = data.get("spot_fine") or 0
    kinds = case.decision_kinds.value_of(data["decision_kinds"])
    ordered = {"correction_ordered_on": context["on"]} if data.get("correction") else {}
    return {"decision_fine": fine, "decision_weight": kinds.bit_length(), **ordered}


REGISTER = Step(
    name="register_spot",
    label="现场查明",
    basis=(PENALTY[51], PENALTY[55, 1]),
    says="违法事实确凿并有法定依据，可以当场处罚的，亮证、查明事实并告知权利",
    asks=(
        line("cause", "案由", example="占道经营"),
        Field(name="item", label="执法事项", longest=40),
        *PARTY,
        PRESENT,
        CARD,
        PLACE,
        prose("facts_found", "违法事实", longest=2000),
        prose("evidence_note", "证据", longest=1000, example="现场照片 2 张"),
        ask(case.facts_clear, "违法事实确凿"),
        ask(case.violation_began_on),
        ask(case.in_jurisdiction),
    ),
    marks={case.opened_on: When.DAY, case.inspected_on: When.DAY},
    once=True,
)

TELL = Step(
    name="tell_spot",
    label="当场告知并听取意见",
    unfit=pending(case.notified_on, "已经告知"),
    leaves=("spot",),
    basis=(PENALTY[44], PENALTY[45, 1], SAMR_PROCEDURE[69]),
    says="告知拟处罚内容、事实、理由、依据和陈述申辩权，听取意见并记入笔录",
    asks=(ask(case.told), prose("defence", "当事人的陈述、申辩", required=False, example="无异议"), prose("checked", "复核意见", required=False)),
    marks={case.notified_on: When.DAY, case.defence_reviewed: True},
    effect=formality.told_on_the_spot,
    derives=(case.defence_on, case.defence_recorded),
)

DECIDE = Step(
    name="decide_spot",
    numbers="当罚",
    label="当场作出处罚决定",
    leaves=("spot",),
    enters="decided",
    basis=(PENALTY[51], PENALTY[52], SAMR_PROCEDURE[68]),
    says="公民二百元以下、单位三千元以下罚款或者警告；决定书当场交付",
    asks=(
        ask(case.decision_kinds, choices=((Penalty.WARNING.name, LABELS[Penalty.WARNING]), (Penalty.FINE.name, LABELS[Penalty.FINE]))),
        ask(case.spot_fine, required=False, when=("decision_kinds", ("FINE",))),
        line("violated", "违反的规定"),
        line("penalised_under", "处罚依据"),
        prose("discretion_reason", "裁量的理由", longest=1000),
        prose("correction", "责令改正的内容", longest=1000, required=False),
        ask(case.spot_handed_over),
        ask(case.spot_sealed, required=False),
        Field(name="pay_how", label="缴款方式", kind=Kind.CHOICE, required=False, choices=(("bank", "十五日内到银行或者电子缴纳"), ("collected", "当场收缴"))),
        Field(name="signed", label="当事人签收", kind=Kind.CHOICE, choices=(("signed", "已签收"), ("refused", "拒绝签收，已注明"))),
    ),
    marks={case.decided_on: When.DAY, case.spot_decided_at: When.MOMENT, case.served_on: When.DAY, case.outcome: "penalty", case.service_method: "direct", case.payment_term_days: 15},
    effect=then(_decided, formality.decided_on_the_spot),
    derives=(case.decision_fine, case.decision_weight, case.correction_ordered_on, case.decision_parts),
    papers=("spot_decision",),
)

CONVERT = Step(
    name="convert",
    label="转为普通程序",
    leaves=("spot",),
    enters="source",
    basis=(PENALTY[51], PENALTY[54, 2]),
    says="超过当场处罚限度，或者需要进一步调查的，转为普通程序办理",
    asks=(
        prose("reason", "转为普通程序的理由", longest=1000),
        ask(case.clue_received_on, "发现线索日期"),
        line("violation_place", "违法行为发生地"),
    ),
    marks={case.clue_source: "inspection"},
    clears=(case.notified_on, case.told, case.defence_reviewed),
    switches="penalty.general",
    papers=("source_register",),
)

COLLECT_FINE = replace(collection.COLLECT_FINE, leaves=("decided",), enters=None, provided=None)

PAY = Step(
    name="pay",
    label="登记缴款",
    leaves=("decided", "performed"),
    basis=execution.PAY.basis,
    says=execution.PAY.says,
    asks=execution.PAY.asks,
    unfit=lambda facts: "" if execution.owed(facts) > (facts.get("paid") or 0) else "没有应缴的罚款",
    effect=execution.PAY.effect,
    derives=execution.PAY.derives,
)

REMIT, BANK = (replace(way, leaves=("decided", "performed")) for way in (collection.REMIT, collection.BANK))

FILE_RECORD = Step(
    name="file_record",
    label="报所属机关备案",
    leaves=("decided",),
    enters="performed",
    basis=(PENALTY[52, 3], SAMR_PROCEDURE[70]),
    says="当场作出的处罚决定，必须报所属行政机关备案",
    asks=(line("filed_with", "备案机构"),),
    marks={case.spot_filed_on: When.DAY, case.spot_filed_at: When.MOMENT},
    papers=("spot_filing",),
)

WARNED = Step(
    name="perform",
    label="登记履行完毕",
    unfit=pending(case.closing_since, "已经履行完毕"),
    leaves=("decided", "performed"),
    basis=(PENALTY[66, 1],),
    says="仅给予警告的，宣告交付后即告履行",
    asks=(prose("how", "履行情况"),),
    marks={case.closing_since: When.DAY, case.closing_ground: "performed"},
    side=True,
)

ARCHIVE = Step(
    name="archive",
    label="归档",
    leaves=("performed",),
    enters="archived",
    basis=(PENALTY[47], SAMR_PROCEDURE[70]),
    says="自作出决定之日起七个工作日内交归档",
    asks=execution.ARCHIVE.asks,
    marks={case.archived_on: When.DAY, case.closed_on: When.DAY},
    papers=("file_cover", "file_catalogue", "file_note"),
)

EVENTS = tuple(replace(event, leaves=("decided", "performed", "archived")) for event in (execution.PUBLISH, execution.WITHDRAW, execution.RECORD_REMEDY))
"""What comes when it comes."""

NOTE_LOCAL = replace(township.NOTE_LOCAL, leaves=("spot",))
STORE_RECORDING = replace(township.STORE_RECORDING, leaves=("spot", "decided", "performed"))


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that a case on the spot waits for."""
    if stage == "spot":
        return "decide_spot" if "notified_on" in facts else "tell_spot"
    if stage == "decided":
        return "file_record"
    if stage == "performed":
        due = execution.owed(facts) > (facts.get("paid") or 0)
        return "pay" if due else "remit" if "collected_on" in facts and "remitted_on" not in facts else "archive"
    return ""


PROCEDURE = Procedure(
    id="penalty.simple",
    version="2021",
    title="行政处罚简易程序",
    in_force=date(2021, 7, 15),
    stages=(
        Stage(name="spot", label="现场查明告知"),
        Stage(name="decided", label="当场处罚"),
        Stage(name="performed", label="备案执行"),
        Stage(name="archived", label="归档"),
    ),
    steps=(REGISTER, TELL, DECIDE, CONVERT, COLLECT_FINE, PAY, REMIT, BANK, FILE_RECORD, WARNED, *EVENTS, NOTE_LOCAL, STORE_RECORDING, ARCHIVE, *fields_ecology.SPOT_STEPS, *fields_police.SPOT_STEPS, correction(("spot", "decided", "performed"))),
    ends=frozenset({"archived"}),
    turn=turn,
    parameters=township.LOCAL,
)
