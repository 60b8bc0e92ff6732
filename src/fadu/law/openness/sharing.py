"""政务数据共享 (政务数据共享条例第四章): asked for, answered, delivered, used, checked."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.forms import Field
from fadu.law.forms import Kind as Asked
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When, absent
from fadu.law.statutes import DATA_SHARING
from fadu.law.vocabulary import request

ELEMENTS = (("basis", "使用依据"), ("scene", "使用场景"), ("scope", "使用范围"), ("way", "共享方式"), ("term", "使用时限"))
USE = (("scene", "使用场景"), ("course", "使用过程"), ("effect", "应用成效"), ("storage", "存储情况"), ("destroyed", "销毁情况"))


def _lacking(before: Mapping[str, Any], _data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    return {"request_lacking_times": (before.get("request_lacking_times") or 0) + 1}


APPLY = Step(
    name="apply_sharing",
    label="登记共享申请",
    numbers="数享",
    basis=(DATA_SHARING[20, 2], DATA_SHARING[20, 3]),
    says="本机关提出的，先经共享工作机构负责人同意；收到的，按共享属性计算答复期限",
    asks=(
        line("cause", "申请共享的数据", example="企业登记基本信息"),
        ask(request.share_side),
        line("other_organ", "对方部门"),
        ask(request.share_kind),
        ask(request.share_received_on),
        ask(request.elements, kind=Asked.CHOICES, choices=ELEMENTS),
        ask(request.liaison_agreed, required=False, help="本机关提出申请的填写"),
        prose("purpose", "使用依据、场景和范围", longest=2000),
        Field(name="until", label="使用时限", kind=Asked.DATE, required=False),
    ),
    once=True,
)

SUPPLEMENT = Step(
    name="supplement_sharing",
    label="告知补充材料",
    leaves=("asked",),
    basis=(DATA_SHARING[21, 2],),
    says="材料不全的，一次性告知需要补充的材料，不直接拒绝",
    asks=(prose("lacking", "需要补充的材料", longest=2000),),
    marks={request.lacking: True, request.lacking_told_on: When.DAY},
    effect=_lacking,
    derives=(request.lacking_times,),
    side=True,
)

EXTEND = Step(
    name="extend_sharing",
    label="延长答复共享申请",
    leaves=("asked",),
    by=Role.HEAD,
    basis=(DATA_SHARING[21, 1],),
    says="特殊原因报同级共享主管部门同意，告知需求部门，最多延长十个工作日",
    asks=(
        ask(request.share_extension, least=1),
        prose("reason", "特殊原因", longest=1000),
        ask(request.share_extension_agreed),
        ask(request.share_extension_told),
    ),
    once=True,
    side=True,
)

ANSWER = Step(
    name="answer_sharing",
    label="答复共享申请",
    leaves=("asked",),
    enters="answered",
    by=Role.HEAD,
    basis=(DATA_SHARING[20, 3], DATA_SHARING[21, 1]),
    says="经共享工作机构负责人同意后答复；不同意的说明理由",
    asks=(
        ask(request.share_reply),
        ask(request.lacking, "申请材料不全"),
        ask(request.share_reasoned, required=False, when=("request_share_reply", ("declined",))),
        prose("content", "答复内容", longest=2000),
        OPINION,
    ),
    marks={request.share_answered_on: When.DAY},
    papers=("sharing_reply",),
)

DELIVER = Step(
    name="deliver_data",
    label="共享数据",
    unfit=lambda facts: "" if facts.get("request_share_reply") == "agreed" else "没有同意共享",
    leaves=("answered",),
    basis=(DATA_SHARING[22, 1], DATA_SHARING[22, 2]),
    says="自同意答复之日起二十个工作日内，通过接口、批量交换或者文件提供",
    asks=(
        Field(name="way", label="共享方式", kind=Asked.CHOICE, choices=(("api", "服务接口"), ("batch", "批量交换"), ("file", "文件下载"))),
        line("catalogue", "数据目录名称"),
    ),
    marks={request.delivered_on: When.DAY},
)

NOTE_USE = Step(
    name="note_use",
    label="登记使用情况",
    unfit=absent(request.delivered_on, "还没有取得数据"),
    leaves=("answered",),
    basis=(DATA_SHARING[25, 1], DATA_SHARING[29, 2]),
    says="记录使用的场景、过程、成效、存储和销毁，保存三年以上；不得擅自扩大使用",
    asks=(
        ask(request.use_parts, kind=Asked.CHOICES, choices=USE),
        ask(request.widened),
        ask(request.widening_agreed, required=False, when=("request_widened", (True,))),
        ask(request.retention_years),
    ),
    marks={request.used_on: When.DAY},
    side=True,
)

ASK_CHECK = Step(
    name="ask_check",
    label="登记校核申请",
    leaves=("answered",),
    basis=(DATA_SHARING[26, 2],),
    says="数据不准确、不完整的，十个工作日内核实、更正并反馈",
    asks=(ask(request.check_asked_on), prose("doubt", "不准确、不完整之处", longest=2000)),
    clears=(request.check_answered_on,),
    side=True,
)

ANSWER_CHECK = Step(
    name="answer_check",
    label="反馈校核结果",
    unfit=absent(request.check_asked_on, "没有校核申请"),
    leaves=("answered",),
    basis=(DATA_SHARING[26, 2],),
    says="核实、更正后反馈处理结果",
    asks=(prose("result", "校核处理结果", longest=2000),),
    marks={request.check_answered_on: When.DAY},
    side=True,
)

CLOSE = Step(
    name="close_sharing",
    label="共享办结",
    leaves=("answered",),
    enters="closed",
    basis=(DATA_SHARING[27, 1],),
    says="共享目的已经实现、无法实现或者不再必要的，妥善处置数据后办结",
    asks=(prose("disposed", "处置情况", longest=1000),),
    marks={request.share_closed_on: When.DAY},
)


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that waits."""
    if stage == "answered":
        agreed = facts.get("request_share_reply") == "agreed"
        return "deliver_data" if agreed and "request_delivered_on" not in facts else "close_sharing"
    return "answer_sharing" if stage == "asked" else ""


PROCEDURE = Procedure(
    id="request.sharing",
    version="2025",
    title="政务数据共享申请",
    in_force=date(2025, 8, 1),
    stages=(
        Stage(name="asked", label="申请"),
        Stage(name="answered", label="答复共享"),
        Stage(name="closed", label="办结"),
    ),
    steps=(APPLY, SUPPLEMENT, EXTEND, ANSWER, DELIVER, NOTE_USE, ASK_CHECK, ANSWER_CHECK, CLOSE, correction(("asked", "answered"))),
    ends=frozenset({"closed"}),
    turn=turn,
    kind=Kind.REQUEST,
    grain="request",
    says="向其他部门申请共享数据，或者答复其他部门的申请",
)
