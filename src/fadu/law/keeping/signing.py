"""数据电文登记: one electronic document, its signature, its keeping and its receipt."""

from datetime import date

from fadu.law.asking import ask, line, prose
from fadu.law.correction import correction
from fadu.law.forms import Kind
from fadu.law.procedure import Kind as ActKind
from fadu.law.procedure import Procedure, Stage, Step, When, absent
from fadu.law.statutes import E_SIGNATURE
from fadu.law.vocabulary import signature

FACTORS = (("making", "生成、储存、传递方法"), ("wholeness", "保持完整的方法"), ("sender", "鉴别发件人的方法"), ("other", "其他相关因素"))
CONDITIONS = (("own", "制作数据归签名人专有"), ("control", "签署时仅由签名人控制"), ("signature", "签名改动可发现"), ("text", "内容和形式改动可发现"))

STEPS = (
    Step(
        name="signature_open", label="登记数据电文", basis=(E_SIGNATURE[4], E_SIGNATURE[6]), says="登记一份电子文件的形成",
        asks=(line("cause", "文件名称", example="行政处罚决定书（电子版）"), ask(signature.rendered), ask(signature.retrievable), ask(signature.sender_known)),
        marks={signature.opened_on: When.DAY}, once=True, numbers="电文",
    ),
    Step(
        name="signature_sign", label="电子签名", leaves=("made",), basis=(E_SIGNATURE[13, 1], E_SIGNATURE[16]), says="符合四项条件，或者符合约定的可靠条件",
        asks=(
            line("signer", "签名人"), ask(signature.conditions, required=False, kind=Kind.CHOICES, choices=CONDITIONS),
            ask(signature.agreed_conditions, required=False, rare=True), ask(signature.third_party), ask(signature.ca_licensed, required=False),
        ),
        marks={signature.signed_on: When.DAY},
    ),
    Step(
        name="signature_rely", label="作书面文件或者原件使用", leaves=("made",), basis=(E_SIGNATURE[4], E_SIGNATURE[5]), says="能表现、可调取；作原件的还要完整未改",
        asks=(ask(signature.original), ask(signature.unaltered, required=False, when=("signature_original", (True,))), line("used_for", "用途")),
        marks={signature.relied_on: When.DAY},
    ),
    Step(
        name="signature_keep", label="保存", leaves=("made",), basis=(E_SIGNATURE[6],), says="格式准确，能识别收发件人和时间",
        asks=(ask(signature.kept_format), line("kept_where", "保存位置")), marks={signature.kept_on: When.DAY},
    ),
    Step(
        name="signature_weigh", label="作证据审查", leaves=("made",), basis=(E_SIGNATURE[8],), says="逐项考虑真实性的因素",
        asks=(ask(signature.factors, kind=Kind.CHOICES, choices=FACTORS), prose("weighed", "审查意见", longest=2000)),
        marks={signature.weighed_on: When.DAY}, side=True,
    ),
    Step(
        name="signature_deliver", label="登记接收时间", leaves=("made",), basis=(E_SIGNATURE[11, 2], E_SIGNATURE[11, 3]), says="以进入系统的时间为接收时间",
        asks=(
            ask(signature.system_named), ask(signature.named_entered_at, required=False, when=("signature_system_named", (True,))),
            ask(signature.first_entered_at, required=False, when=("signature_system_named", (False,))), ask(signature.time_agreed, required=False, rare=True),
            ask(signature.received_at),
        ),
        side=True,
    ),
    Step(
        name="signature_refuse", label="登记不予认可", leaves=("made",), basis=(E_SIGNATURE[14],), says="可靠的电子签名不能只因是电子形式而不认可",
        asks=(ask(signature.refused_for), prose("reason", "具体理由", longest=1000)), marks={signature.refused_on: When.DAY}, side=True,
    ),
    Step(
        name="signature_compromise", label="登记失密", leaves=("made",), basis=(E_SIGNATURE[15],), says="知悉失密或者可能失密的，及时告知并终止使用",
        asks=(ask(signature.compromised_on), line("how", "失密情况")), clears=(signature.parties_told_on, signature.use_ended_on), side=True,
    ),
    Step(
        name="signature_end_use", label="告知并终止使用", leaves=("made",), basis=(E_SIGNATURE[15],), says="告知有关各方，终止使用签名制作数据",
        asks=(ask(signature.parties_told_on), ask(signature.use_ended_on)), unfit=absent(signature.compromised_on, "没有登记失密"), side=True,
    ),
    Step(
        name="signature_close", label="办结数据电文登记", leaves=("made",), enters="closed", basis=(E_SIGNATURE[6],), says="保存完成后办结",
        asks=(line("note", "办结情况"),), marks={signature.closed_on: When.DAY},
    ),
)  # fmt: skip

PROCEDURE = Procedure(
    id="signature.record", version="2019", title="电子文件和电子签名登记", in_force=date(2019, 4, 23), kind=ActKind.REGISTER, grain="signature",
    says="一份电子文件：签名、使用、保存、接收",
    stages=(Stage(name="made", label="形成使用"), Stage(name="closed", label="办结")),
    steps=(*STEPS, correction(("made",))), ends=frozenset({"closed"}),
    turn=lambda stage, facts: "" if stage != "made" else "signature_close" if "signature_kept_on" in facts else "signature_keep",
)  # fmt: skip
