"""检查的实施、反馈、公开、归档."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fadu.law.asking import BEGAN, CARD, ENDED, PLACE, PRESENT, SIGNED, WITNESS_NAME, ask, line, prose, rows
from fadu.law.filming import steps as filming
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general import execution
from fadu.law.procedure import Step, When
from fadu.law.statutes import BUSINESS_CLIMATE, LICENCE
from fadu.law.vocabulary import inspection, step

ITEMS = (
    line("content", "检查内容", example="食品保质期"),
    line("standard", "检查标准", required=False),
    Field(name="conforms", label="结果", kind=Kind.CHOICE, choices=(("yes", "符合"), ("no", "不符合"), ("na", "不涉及"))),
    line("remark", "说明", required=False),
)


def _conducted(_before: Mapping[str, Any], data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "inspection_items_checked": len(data["items"]),
        "inspection_began_at": inspection.began_at.value_of(data["began_at"]),
        "inspection_ended_at": inspection.ended_at.value_of(data["ended_at"]),
    }


RECORD = Step(
    name="record_inspection",
    label="实施检查",
    leaves=("approved",),
    enters="conducted",
    basis=(LICENCE[61, 2], LICENCE[63]),
    says="两名以上人员亮证检查，逐项记录；不妨碍正常的生产经营",
    asks=(
        replace(PRESENT, least=2),
        CARD,
        ask(step.reason_told),
        BEGAN,
        ENDED,
        PLACE,
        line("met_by", "到场人", example="店长王某"),
        rows("items", "检查项目", ITEMS, least=1),
        prose("findings", "发现的问题", longest=3000, required=False),
        line("media", "照片、录像编号", required=False),
        ask(inspection.scanned, required=False),
        ask(inspection.hindered),
        ask(inspection.favours),
        ask(inspection.recorded, "检查情况已经记录"),
        ask(inspection.signed),
        SIGNED,
        WITNESS_NAME,
    ),
    marks={inspection.conducted_on: When.DAY},
    effect=_conducted,
    derives=(inspection.items_checked, inspection.began_at, inspection.ended_at),
    papers=("inspection_record",),
)

TELL = Step(
    name="tell_inspection",
    label="告知检查结果",
    leaves=("conducted",),
    enters="told",
    basis=(LICENCE[61, 2],),
    says="告知结论；没有问题的说明，需要改正的写明期限，涉嫌违法的转为案件",
    asks=(
        ask(inspection.found),
        prose("result", "检查结果", longest=2000),
        prose("demands", "改正要求", longest=1000, required=False, when=("inspection_found", ("correct", "case"))),
        ask(inspection.correct_by, required=False, when=("inspection_found", ("correct", "case"))),
        ask(inspection.unlawful, required=False, help="被许可人违法从事许可事项活动的选是"),
        ask(inspection.issuer_elsewhere, required=False, rare=True),
        line("receiver", "签收人"),
    ),
    marks={inspection.told_on: When.DAY},
    papers=("inspection_result",),
    leads_to=("penalty.general", "penalty.simple", "licence.ending"),
)

RECHECK = Step(
    name="recheck_inspection",
    label="复查改正情况",
    unfit=lambda facts: "没有需要复查的改正要求" if facts.get("inspection_found") in {"none", "other"} else "",
    leaves=("told",),
    basis=(LICENCE[61, 1],),
    says="改正期限届满后复查",
    asks=(replace(PRESENT, least=2), CARD, prose("result", "复查情况", longest=2000), Field(name="corrected", label="是否改正", kind=Kind.BOOL)),
    marks={inspection.rechecked_on: When.DAY},
    papers=("inspection_recheck",),
    side=True,
)

COPY = Step(
    name="copy_inspection",
    label="抄告许可机关",
    unfit=lambda facts: "" if facts.get("inspection_issuer_elsewhere") else "许可机关就在本辖区",
    leaves=("told",),
    basis=(LICENCE[64],),
    says="把违法事实、处理结果抄告作出许可决定的机关",
    asks=(line("to_organ", "许可机关"), prose("facts_told", "违法事实和处理结果", longest=2000)),
    marks={inspection.copied_on: When.DAY},
    papers=("licensee_report",),
    side=True,
)

PUBLISH = Step(
    name="publish_inspection",
    label="公开检查结果",
    leaves=("told",),
    basis=(BUSINESS_CLIMATE[54, 1],),
    says="抽查事项和查处结果及时向社会公开",
    asks=(line("where", "公开的载体"), ask(inspection.secret, required=False, rare=True)),
    marks={inspection.published_on: When.DAY},
)

ARCHIVE = Step(
    name="archive_inspection",
    label="检查归档",
    leaves=("told",),
    enters="archived",
    basis=(LICENCE[61, 2],),
    says="记录由检查人员签字后归档；公众可以查阅",
    asks=execution.ARCHIVE.asks,
    marks={inspection.archived_on: When.DAY},
)

STEPS = (RECORD, TELL, RECHECK, COPY, PUBLISH, ARCHIVE)

AFTER = ("conducted", "told")
FILMING = (filming.stored(AFTER), *filming.explained(AFTER, inspection.scenes_unexplained))
"""What is done about the recordings of the scene."""

LOCAL = {inspection.film_rule: "recording.choice", inspection.upload_hours: "recording.upload.hours"}
"""The numbers of the place that the rules on recordings look at."""
