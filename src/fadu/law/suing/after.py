"""From the judgment to its performance (行政诉讼法第七章至第九章)."""

from fadu.law.asking import ask, line, prose
from fadu.law.procedure import Role, Step, When, absent, pending
from fadu.law.statutes import JUDICIAL_LITIGATION, LITIGATION
from fadu.law.vocabulary import suit

AFTER = ("judged", "performed")


def _of(*results: str) -> tuple[str, tuple[str, ...]]:
    return "suit_result", results


JUDGMENT = Step(
    name="record_judgment",
    label="登记裁判结果",
    leaves=("received", "answered", "heard"),
    enters="judged",
    basis=(LITIGATION[69], LITIGATION[70], LITIGATION[74], LITIGATION[75]),
    says="登记生效裁判的结果、理由和履行期限；被撤销、变更、确认违法的计入被纠错",
    asks=(
        ask(suit.judged_on),
        ask(suit.judgment_served_on),
        line("judgment_number", "裁判文书文号"),
        ask(suit.result),
        ask(suit.quash_ground, required=False, when=_of("quashed")),
        ask(suit.redo_ordered, required=False, when=_of("quashed")),
        ask(suit.slight, required=False, when=_of("unlawful")),
        ask(suit.slight_harmless, required=False, when=_of("unlawful")),
        ask(suit.void_ground, required=False, when=_of("void")),
        ask(suit.perform_by, required=False),
        prose("reason", "裁判的主要理由"),
        prose("lesson", "本机关的改进意见", required=False),
    ),
)

PERFORM = Step(
    name="perform_judgment",
    label="登记履行裁判",
    leaves=("judged",),
    enters="performed",
    basis=(LITIGATION[94],),
    says="在裁判确定的期限内履行",
    asks=(ask(suit.performed_on), prose("how", "履行情况")),
)

REDO = Step(
    name="record_suit_redoing",
    label="登记重新作出",
    leaves=AFTER,
    basis=(LITIGATION[71], JUDICIAL_LITIGATION[90]),
    says="判决重作的，不得以同一事实和理由作出基本相同的行为",
    asks=(ask(suit.redone_on), prose("act", "重新作出的行为", longest=1000), ask(suit.redo_same), ask(suit.redo_other_reasons, required=False)),
    side=True,
)

REFUSAL = Step(
    name="record_refusal",
    label="登记法院罚款",
    leaves=AFTER,
    basis=(LITIGATION[96],),
    says="拒不履行的，法院可以自期满之日起对负责人按日罚款五十元至一百元",
    asks=(ask(suit.fined_days, least=1), ask(suit.head_fine), line("ruling", "决定书文号")),
    side=True,
)

RECEIVE_SUGGESTION = Step(
    name="receive_suggestion",
    label="登记司法建议",
    leaves=("received", "answered", "heard", *AFTER),
    basis=(JUDICIAL_LITIGATION[149, 2], JUDICIAL_LITIGATION[149, 4]),
    says="收到规范性文件的司法建议，六十日内书面答复",
    asks=(ask(suit.suggestion_received_on), line("suggestion_number", "司法建议文号", required=False), prose("suggestion", "建议的内容")),
    side=True,
)

ANSWER_SUGGESTION = Step(
    name="answer_suggestion",
    label="答复司法建议",
    unfit=absent(suit.suggestion_received_on, "没有司法建议"),
    leaves=("received", "answered", "heard", *AFTER),
    by=Role.HEAD,
    basis=(JUDICIAL_LITIGATION[149, 4],),
    says="自收到之日起六十日内书面答复法院",
    asks=(prose("reply", "答复和整改情况"),),
    marks={suit.suggestion_answered_on: When.DAY},
    papers=("suit_suggestion_reply",),
    side=True,
)

CLOSE = Step(
    name="close_suit",
    label="办结归档",
    leaves=AFTER,
    enters="closed",
    basis=(LITIGATION[94],),
    says="裁判履行完毕，司法建议答复后立卷归档",
    asks=(line("volume", "卷号"), prose("note", "备考", required=False, longest=1000)),
    marks={suit.closed_on: When.DAY},
    unfit=pending(suit.suggestion_received_on, "司法建议尚未答复", closed=suit.suggestion_answered_on),
)

STEPS = (JUDGMENT, PERFORM, REDO, REFUSAL, RECEIVE_SUGGESTION, ANSWER_SUGGESTION, CLOSE)
