"""审核、延长、答复、归档."""

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general import execution
from fadu.law.procedure import Role, Step, When
from fadu.law.statutes import OPEN_GOVERNMENT
from fadu.law.vocabulary import request

EXAMINE = Step(
    name="examine_request",
    label="检索审核",
    leaves=("received",),
    basis=(OPEN_GOVERNMENT[17, 2], OPEN_GOVERNMENT[45]),
    says="检索信息，审查是否可以公开，能否区分处理",
    asks=(
        ask(request.info_from),
        prose("found", "检索和审查情况", longest=2000),
        ask(request.closed_by_law),
        ask(request.harms_third),
        ask(request.mixed),
    ),
    marks={request.examined_on: When.DAY},
)

EXTEND = Step(
    name="extend_request",
    label="延长答复",
    leaves=("received",),
    by=Role.HEAD,
    basis=(OPEN_GOVERNMENT[33, 2],),
    says="经公开工作机构负责人同意并告知申请人，延长不超过二十个工作日",
    asks=(
        ask(request.extension, least=1),
        prose("reason", "延长的理由", longest=1000),
        ask(request.extension_approved),
        ask(request.extension_told),
        OPINION,
    ),
    marks={request.extended_on: When.DAY},
    papers=("request_extension_notice",),
    once=True,
    side=True,
)

ANSWER = Step(
    name="answer_request",
    label="答复申请人",
    leaves=("received",),
    enters="answered",
    unfit=lambda facts: "正在征求意见，登记意见后再答复" if facts.get("request_consulting") else "",
    basis=(OPEN_GOVERNMENT[33, 2], OPEN_GOVERNMENT[36], OPEN_GOVERNMENT[37]),
    says="按七种答复类型之一书面答复；不予公开、不属于本机关的说明理由",
    asks=(
        ask(request.reply),
        ask(request.closed_as, required=False, when=("request_reply", ("declined",))),
        ask(request.public_by_statute, required=False, when=("request_reply", ("declined",))),
        prose("content", "答复内容", longest=3000),
        ask(request.reasoned, required=False),
        ask(request.part_given, required=False),
        ask(request.outweighs, required=False, rare=True),
        ask(request.third_told, required=False, rare=True),
        ask(request.fee, help="没有收费填 0"),
        Field(
            name="provided_as",
            label="提供方式",
            kind=Kind.CHOICE,
            required=False,
            choices=(("copy", "纸质"), ("electronic", "电子数据"), ("reading", "安排查阅、抄录")),
        ),
        line("receiver", "送达方式和签收人"),
    ),
    marks={request.answered_on: When.DAY},
    papers=("request_reply",),
)

ARCHIVE = Step(
    name="archive_request",
    label="申请归档",
    leaves=("answered",),
    enters="archived",
    basis=(OPEN_GOVERNMENT[45],),
    says="登记、审核、办理、答复各环节留痕后归档",
    asks=execution.ARCHIVE.asks,
    marks={request.archived_on: When.DAY},
)

ANSWER_STEPS = (EXAMINE, EXTEND, ANSWER, ARCHIVE)
