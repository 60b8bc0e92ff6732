"""政府信息：依申请公开、更正 (政府信息公开条例第十条至第四十五条)."""

from dataclasses import dataclass, replace

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.licence.terms import BeforeEnd
from fadu.law.periods import working_days
from fadu.law.rules import Bound, Clock, Gate, Wait
from fadu.law.statutes import OPEN_GOVERNMENT
from fadu.law.vocabulary import request

ANSWER = ("answer_request",)
GIVING = request.reply.one_of("given", "public")
FIFTEEN = working_days(15)


@dataclass(frozen=True)
class Answering(Clock):
    """A clock in working days that leaves out the days of consultation, and no day twice (第三十三条第三款)."""

    def due(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Clock.due`."""
        third, peers = (request.third_asked_on, request.third_until), (request.peers_asked_on, request.peers_until)
        both = pl.min_horizontal(calendar.worked_until(third[1].column), calendar.worked_until(peers[1].column)) - pl.max_horizontal(
            calendar.worked_until(third[0].column), calendar.worked_until(peers[0].column)
        )
        shared = pl.when(third[1].known & peers[1].known & (both > 0)).then(both).otherwise(0)
        parts = [(calendar.worked_until(until.column) - calendar.worked_until(since.column)).clip(0).fill_null(0) for since, until in (third, peers)]
        return self.within.due(self.starts.column, calendar, self.longer_by + parts[0] + parts[1] - shared)


RECEIVED = Gate(
    "GK-031", OPEN_GOVERNMENT[31], "收到申请之日：当面为提交日，签收邮寄为签收日，平信、互联网、传真为确认日",
    before=("register_request",), once=request.received_on,
    demands=pl.when(request.channel == "counter").then(request.received_on == request.submitted_on)
    .when(request.channel == "signed_post").then(request.received_on == request.signed_for_on)
    .otherwise(request.received_on == request.confirmed_on),
    fix="按提交方式改正收到申请的日期",
)
SUPPLEMENT_TOLD = Clock(
    "GK-030", OPEN_GOVERNMENT[30], "申请不明确的，自收到之日起七个工作日内一次性告知补正；答复期限从收到补正起算",
    name="告知补正", when=request.unclear.holds, starts=request.received_on, ends=request.supplement_told_on, within=working_days(7), warn=2,
    next_step="ask_supplement", fix="立即给予指导，一次性告知补正的事项和期限",
)
SUPPLEMENT_ONCE = Gate(
    "GK-030-once", OPEN_GOVERNMENT[30], "补正一次性告知，并给出合理的补正期限",
    before=("ask_supplement",), once=request.supplement_told_on, demands=(request.supplement_times <= 1) & request.supplement_by.known,
    fix="已经告知过补正；就现有内容答复",
)
GIVEN_UP = Gate(
    "GK-030-given-up", OPEN_GOVERNMENT[30], "无正当理由逾期不补正的，才视为放弃申请",
    before=("abandon_request",), once=request.abandoned_on,
    demands=(request.abandoned_on > request.supplement_by) & request.supplemented_on.column.is_null() & ~request.supplement_excused.holds,
    fix="等补正期限届满；有正当理由的继续办理",
)
OURS_TO_OPEN = Gate(
    "GK-010-1", OPEN_GOVERNMENT[10, 1], "本机关制作的，或者从相对人获取由本机关保存的信息，由本机关负责公开",
    when=request.reply == "not_ours", before=ANSWER, once=request.answered_on, demands=request.info_from == "other",
    fix="由本机关办理；其他机关制作或者最初获取的，才告知向该机关申请",
)
MAY_NOT_BE_OPENED = Gate(
    "GK-014-reply", OPEN_GOVERNMENT[14], "国家秘密等依法不得公开的信息，答复时不予公开",
    when=request.closed_by_law.column, before=ANSWER, once=request.answered_on, demands=~GIVING,
    fix="作出不予公开的答复并说明理由",
)
THIRD_PROTECTED = Gate(
    "GK-015", OPEN_GOVERNMENT[15], "公开会损害第三方合法权益的不得公开，第三方同意或者不公开严重影响公共利益的除外",
    when=request.harms_third.column & GIVING, before=ANSWER, once=request.answered_on,
    demands=request.third_agreed.holds | (request.outweighs.holds & request.third_told.holds),
    fix="征得第三方同意，或者遮蔽后公开；为公共利益公开的，书面告知第三方",
)
CASE_FILES = Gate(
    "GK-016-2", OPEN_GOVERNMENT[16, 2], "执法案卷信息可以不公开，法律、法规、规章规定应当公开的除外",
    when=(request.reply == "declined") & request.closed_as.one_of("process", "case_file"), before=ANSWER, once=request.answered_on,
    demands=~request.public_by_statute.column,
    fix="有规定应当公开的，予以公开",
)
THIRD_ASKED = Gate(
    "GK-032-asked", OPEN_GOVERNMENT[32], "会损害第三方合法权益的，先书面征求第三方意见",
    when=request.harms_third.column, before=ANSWER, once=request.answered_on, demands=request.third_asked_on.known,
    fix="书面征求第三方意见后再答复",
)
THIRD_ANSWERED = Clock(
    "GK-032", OPEN_GOVERNMENT[32], "第三方自收到征求意见书之日起十五个工作日内提出意见；逾期由机关决定",
    name="第三方意见", starts=request.third_asked_on, ends=request.third_answered_on, within=FIFTEEN, who="party", next_step="note_third_opinion", lapses=True,
)
THIRD_WAITED_FOR = Wait(
    "GK-032-wait", OPEN_GOVERNMENT[32], "第三方没有提出意见的，十五个工作日届满前不得答复",
    when=request.third_asked_on.known & request.third_answered_on.column.is_null(), before=ANSWER, once=request.answered_on,
    starts=request.third_asked_on, full=FIFTEEN, on=request.answered_on,
    fix="等十五个工作日届满，或者登记第三方意见",
)
ANSWERED = Answering(
    "GK-033-2", OPEN_GOVERNMENT[33, 2], "自收到申请之日起二十个工作日内答复；征求意见的时间不计",
    name="答复申请", when=request.abandoned_on.column.is_null(), starts=request.counted_from, ends=request.answered_on, within=working_days(20),
    extended=request.extension, suspended=request.consulting, next_step="answer_request",
    fix="立即答复；需要延长的，期满前经工作机构负责人同意并告知申请人",
)
EXTENDED = Bound(
    "GK-033-2-extended", OPEN_GOVERNMENT[33, 2], "答复期限最多延长二十个工作日",
    before=("extend_request",), once=request.extension, value=request.extension, most=pl.lit(20), least=pl.lit(1),
    fix="改为不超过二十个工作日",
)
EXTENSION_AGREED = Gate(
    "GK-033-2-agreed", OPEN_GOVERNMENT[33, 2], "延长答复经公开工作机构负责人同意，并告知申请人",
    before=("extend_request",), once=request.extension, demands=request.extension_approved & request.extension_told.column,
    fix="先报工作机构负责人同意，再书面告知申请人",
)
PEERS_ANSWERED = Clock(
    "GK-034", OPEN_GOVERNMENT[34], "共同制作的机关自收到征求意见书之日起十五个工作日内提出意见；逾期视为同意公开",
    name="共同机关意见", starts=request.peers_asked_on, ends=request.peers_answered_on, within=FIFTEEN, who="party", next_step="note_peer_opinion", lapses=True,
)
SILENCE_AGREES = Gate(
    "GK-034-silence", OPEN_GOVERNMENT[34], "共同制作的机关逾期没有意见的，不能以它不同意为由不公开",
    when=request.peers_asked_on.known & ~request.peers_agreed.column,
    before=ANSWER, once=request.answered_on, demands=request.peers_answered_on.known,
    fix="没有在期限内提出意见的，视为同意公开",
)
KINDS_OF_REPLY = Gate(
    "GK-036", OPEN_GOVERNMENT[36], "答复属于七种之一；不予公开、不属于本机关的，说明理由",
    before=ANSWER, once=request.answered_on,
    demands=request.reply.one_of("public", "given", "declined", "absent", "not_ours", "repeated", "by_other_law")
    & (~request.reply.one_of("declined", "not_ours") | request.reasoned.column),
    fix="选定答复类型并写明理由",
)
PARTLY_GIVEN = Gate(
    "GK-037", OPEN_GOVERNMENT[37], "能够区分处理的，提供可以公开的部分，对不公开的部分说明理由",
    when=request.mixed.column, before=ANSWER, once=request.answered_on, demands=request.part_given & request.reasoned.column,
    fix="遮蔽不应公开的内容，提供其余部分并说明理由",
)
FREE = Gate(
    "GK-042-1", OPEN_GOVERNMENT[42, 1], "依申请提供信息不收费，数量、频次明显过多的除外",
    before=ANSWER, once=request.answered_on, demands=(request.fee == 0) | request.frequent.holds,
    fix="退还收取的费用",
)
TRACED = Gate(
    "GK-045", OPEN_GOVERNMENT[45], "申请的登记、审核、办理、答复、归档各环节都留痕",
    before=("archive_request",), once=request.archived_on,
    demands=request.received_on.known & (request.abandoned_on.known | (request.examined_on.known & request.answered_on.known)),
    fix="补记审核和答复后归档",
)
FIXED = Gate(
    "GK-041", OPEN_GOVERNMENT[41], "记录不准确、审核属实的，有权机关更正并告知；不属本机关的转送或者告知",
    before=("close_fix",), once=request.fix_closed_on,
    demands=pl.when(request.fix_ours.column).then((~request.fix_true.column | request.fixed_on.known) & request.fix_told.column)
    .otherwise(pl.when(request.fix_ours.known).then(request.fix_passed_on.column)),
    fix="属实的先更正并告知；无权更正的转送有权机关或者告知申请人",
)
EXTENDED_IN_TIME = BeforeEnd(
    "GK-033-2-timely", OPEN_GOVERNMENT[33, 2], "延长答复须在原期限届满前决定",
    before=("extend_request",), once=request.extended_on, clock=replace(ANSWERED, extended=None), day=request.extended_on,
    fix="期限已过，不能再延长；立即答复",
)

RULES = (
    RECEIVED, SUPPLEMENT_TOLD, SUPPLEMENT_ONCE, GIVEN_UP, OURS_TO_OPEN, MAY_NOT_BE_OPENED, THIRD_PROTECTED, CASE_FILES, THIRD_ASKED,
    THIRD_ANSWERED, THIRD_WAITED_FOR, ANSWERED, EXTENDED, EXTENSION_AGREED, EXTENDED_IN_TIME, PEERS_ANSWERED, SILENCE_AGREES, KINDS_OF_REPLY,
    PARTLY_GIVEN, FREE, TRACED, FIXED,
)  # fmt: skip
