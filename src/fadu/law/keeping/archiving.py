"""档案登记: one volume or series, from its forming to its transfer or destruction."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.forms import Kind
from fadu.law.procedure import Kind as ActKind
from fadu.law.procedure import Procedure, Role, Stage, Step, When, absent
from fadu.law.statutes import ARCHIVES, ARCHIVES_RULES
from fadu.law.vocabulary import archive

ELECTRONIC = (("origin", "形成者、活动、时间可确认，系统安全可靠"), ("course", "全过程管理合规、可追溯"), ("parts", "内容、结构、背景等要素合规"))

STEPS = (
    Step(
        name="archive_open", label="登记档案", basis=(ARCHIVES[14, 1], ARCHIVES_RULES[20, 2]), says="登记一卷或者一批档案的形成",
        asks=(
            line("cause", "题名", example="2026年度行政处罚案卷"), ask(archive.formed_on), ask(archive.electronic), ask(archive.keeper),
            ask(archive.hand_in_by), ask(archive.expires_on, required=False, help="永久保管的不填"),
        ),
        marks={archive.opened_on: When.DAY}, once=True, numbers="档",
    ),
    Step(
        name="archive_hand_in", label="交档案机构归档", leaves=("formed",), enters="filed", basis=(ARCHIVES[14, 1], ARCHIVES[14, 2], ARCHIVES_RULES[39]),
        says="按规定期限归档；不得归档的材料抽出",
        asks=(
            ask(archive.excluded_items), ask(archive.held_privately),
            ask(archive.electronic_conditions, required=False, kind=Kind.CHOICES, choices=ELECTRONIC, help="电子档案填写"), line("received_by", "接收人"),
        ),
        marks={archive.handed_in_on: When.DAY},
    ),
    Step(
        name="archive_refuse", label="登记不予认可", leaves=("filed",), basis=(ARCHIVES[37, 2],), says="不认可电子档案作凭证的，写明理由",
        asks=(ask(archive.refused_for), prose("reason", "具体理由", longest=1000)), marks={archive.refused_on: When.DAY}, side=True,
    ),
    Step(
        name="archive_reorganise", label="登记机构变动", leaves=("formed", "filed"), basis=(ARCHIVES[16],), says="机构变动、撤销、合并时档案要移交",
        asks=(ask(archive.reorganised_on), line("change", "变动情况")), clears=(archive.handed_over_on,), side=True,
    ),
    Step(
        name="archive_hand_over", label="随机构变动移交", leaves=("formed", "filed"), basis=(ARCHIVES[16],), says="向接收单位或者档案馆移交",
        asks=(line("to_organ", "接收单位"),), marks={archive.handed_over_on: When.DAY},
        unfit=absent(archive.reorganised_on, "没有机构变动"), side=True,
    ),
    Step(
        name="archive_extend", label="登记延长移交", leaves=("filed",), basis=(ARCHIVES_RULES[20, 3],), says="专业性强或者需要保密的，经同意可以延长",
        asks=(ask(archive.extension_days, least=1), line("approved_by", "同意的档案主管部门和文号")), side=True,
    ),
    Step(
        name="archive_transfer", label="移交档案馆", leaves=("filed",), enters="transferred", basis=(ARCHIVES_RULES[20, 2], ARCHIVES_RULES[40, 1]),
        says="县级满十年、市级以上满二十年即移交",
        asks=(
            ask(archive.online, required=False, help="电子档案填写"), ask(archive.network_safe, required=False, when=("archive_online", (True,))),
            ask(archive.medium_safe, required=False, when=("archive_online", (False,))), line("to_organ", "接收的档案馆"),
        ),
        marks={archive.transferred_on: When.DAY},
    ),
    Step(
        name="archive_appraise", label="到期鉴定", leaves=("filed",), basis=(ARCHIVES_RULES[24, 1], ARCHIVES_RULES[24, 2]),
        says="保管期限届满的鉴定并写出报告；继续保存的重定期限",
        asks=(ask(archive.appraisal_reported), prose("appraisal", "鉴定结论", longest=2000)), marks={archive.appraised_on: When.DAY}, side=True,
    ),
    Step(
        name="archive_destroy", label="销毁档案", leaves=("filed",), enters="destroyed", by=Role.HEAD, basis=(ARCHIVES[21, 2], ARCHIVES_RULES[24, 2]),
        says="鉴定需要销毁的，经批准按程序销毁",
        asks=(ask(archive.destruction_approved), ask(archive.tampered), line("watched_by", "监销人"), OPINION),
        marks={archive.destroyed_on: When.DAY}, side=True,
    ),
    Step(
        name="archive_close", label="办结档案登记", leaves=("formed", "filed", "transferred", "destroyed"), enters="closed", basis=(ARCHIVES[14, 1],),
        says="移交、销毁完成，或者改由他人保管的，办结", asks=(line("note", "办结情况"),), marks={archive.closed_on: When.DAY},
    ),
)  # fmt: skip


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """What a volume waits for."""
    if "archive_reorganised_on" in facts and "archive_handed_over_on" not in facts and stage in {"formed", "filed"}:
        return "archive_hand_over"
    return {"formed": "archive_hand_in", "filed": "archive_transfer", "transferred": "archive_close", "destroyed": "archive_close"}.get(stage, "")


PROCEDURE = Procedure(
    id="archive.record", version="2024", title="档案登记", in_force=date(2024, 3, 1), kind=ActKind.REGISTER, grain="archive",
    says="一卷或者一批档案：归档、移交、鉴定、销毁",
    stages=(
        Stage(name="formed", label="形成"), Stage(name="filed", label="归档"), Stage(name="transferred", label="移交进馆"),
        Stage(name="destroyed", label="销毁", optional=True, note="期满鉴定后需要销毁"), Stage(name="closed", label="办结"),
    ),
    steps=(*STEPS, correction(("formed", "filed", "transferred", "destroyed"))), ends=frozenset({"closed"}), turn=turn,
)  # fmt: skip
