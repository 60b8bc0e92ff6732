"""非诉执行: asking a court to execute what the party neither contested nor performed (行政诉讼法第九十七条; 法释〔2018〕1 号第一百五十五条以下)."""

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Role, Step, When, pending
from fadu.law.statutes import JUDICIAL_LITIGATION, LITIGATION
from fadu.law.vocabulary import suit

CHECKS = (
    ("executable", "依法可以由人民法院执行"),
    ("effective", "已经生效并有可执行内容"),
    ("applicant", "申请人是作出行为的机关或者授权组织"),
    ("obliged", "被申请人是行为确定的义务人"),
    ("unperformed", "在确定的期限或者催告期限内没有履行"),
    ("in_time", "在法定期限内申请"),
    ("court", "属于受理法院管辖"),
)
DEFECTS = (("subject", "没有行政主体资格"), ("facts", "明显缺乏事实根据"), ("law", "明显缺乏法律、法规依据"), ("other", "其他明显违法并损害合法权益"))

PREPARE = Step(
    name="prepare_execution",
    label="申请执行前自查",
    numbers="执申",
    basis=(LITIGATION[97], JUDICIAL_LITIGATION[155, 1], JUDICIAL_LITIGATION[161, 1]),
    says="核对七项申请条件和四种不准予执行的情形，确定起诉期限届满日和管辖法院",
    asks=(
        line("cause", "事由", example="申请强制执行罚款决定"),
        *PARTY,
        line("origin_number", "原决定文号"),
        ask(suit.execution_checks, kind=Kind.CHOICES, choices=CHECKS),
        Field(name="defects", label="可能不准予执行的情形", kind=Kind.CHOICES, choices=DEFECTS, required=False),
        ask(suit.ripe_on, help="复议、诉讼期限都届满之日"),
        ask(suit.execution_immovable),
        ask(suit.flight_feared, required=False, rare=True),
    ),
    effect=lambda _before, data, _context: {"suit_execution_defects": len(data.get("defects", ()))},
    derives=(suit.execution_defects,),
    once=True,
)

PRESERVE = Step(
    name="ask_preservation",
    label="申请财产保全",
    unfit=pending(suit.preserved_on, "已经申请保全"),
    leaves=("prepared",),
    by=Role.HEAD,
    basis=(JUDICIAL_LITIGATION[159],),
    says="有充分理由认为被执行人可能逃避执行的，申请执行前可以申请财产保全",
    asks=(line("court", "人民法院", required=False), ask(suit.flight_feared), prose("reason", "理由和线索", longest=1000), OPINION),
    marks={suit.preserved_on: When.DAY},
    papers=("execution_preservation",),
    side=True,
)

APPLY = Step(
    name="apply_execution",
    label="申请法院执行",
    leaves=("prepared",),
    enters="applied",
    by=Role.HEAD,
    basis=(LITIGATION[97], JUDICIAL_LITIGATION[156], JUDICIAL_LITIGATION[157, 1]),
    says="自起诉期限届满之日起三个月内，向有管辖权的基层人民法院申请",
    asks=(line("court", "人民法院"), ask(suit.execution_court), ask(suit.delay_justified, required=False, rare=True), prose("matters", "申请执行的事项"), OPINION),
    marks={suit.execution_applied_on: When.DAY},
)

ACCEPTED = Step(
    name="record_court_acceptance",
    label="登记法院受理",
    leaves=("applied",),
    enters="examined",
    basis=(JUDICIAL_LITIGATION[155, 3],),
    says="法院五日内立案受理或者裁定不予受理；受理后七日内裁定是否准予执行",
    asks=(ask(suit.execution_accepted_on), line("court_number", "法院案号", required=False)),
)

HEARD = Step(
    name="record_court_hearing",
    label="登记法院听取意见",
    leaves=("examined",),
    basis=(JUDICIAL_LITIGATION[160, 2],),
    says="法院发现明显违法的，听取双方意见，自受理之日起三十日内裁定",
    asks=(prose("opinions", "本机关的意见"),),
    marks={suit.defect_heard: True},
    side=True,
)

RULING = Step(
    name="record_ruling",
    label="登记法院裁定",
    leaves=("applied", "examined"),
    enters="ruled",
    basis=(JUDICIAL_LITIGATION[160, 1], JUDICIAL_LITIGATION[161]),
    says="准予执行的由法院执行；不准予的，十五日内可以向上一级法院申请复议",
    asks=(
        ask(suit.ruled_on),
        Field(name="ruling", label="裁定", kind=Kind.CHOICE, choices=(("granted", "准予执行"), ("refused", "不准予执行"), ("rejected", "不予受理"))),
        line("ruling_number", "裁定文号", required=False),
        prose("reason", "理由", required=False),
    ),
)

CLOSE = Step(
    name="close_execution",
    label="执行办结",
    leaves=("ruled",),
    enters="closed",
    basis=(LITIGATION[97],),
    says="法院执行完毕、终结执行或者裁定不准予执行后归档",
    asks=(prose("how", "执行结果"), line("volume", "卷号", required=False)),
    marks={suit.closed_on: When.DAY},
)

STEPS = (PREPARE, PRESERVE, APPLY, ACCEPTED, HEARD, RULING, CLOSE)
