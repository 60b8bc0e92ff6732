"""电子签名、数据电文: when a message is writing, an original, kept, signed, received."""

import polars as pl

from fadu.law.rules import Gate
from fadu.law.statutes import E_SIGNATURE
from fadu.law.vocabulary import signature

RELIABLE = (signature.conditions >= 4) | signature.agreed_conditions.holds

WRITING = Gate(
    "DZ-004", E_SIGNATURE[4], "能有形表现内容并可随时调取的，才算书面形式",
    before=("signature_rely",), once=signature.relied_on, demands=signature.rendered & signature.retrievable.column,
    fix="转为可显示、可调取的格式",
)
ORIGINAL_SHOWN = Gate(
    "DZ-005-1", E_SIGNATURE[5, 1, 1], "作原件使用的，能有效表现内容并可随时调取",
    when=signature.original.holds, before=("signature_rely",), once=signature.relied_on, demands=signature.rendered & signature.retrievable.column,
    fix="转为可显示、可调取的格式，或者不作原件使用",
)
ORIGINAL_WHOLE = Gate(
    "DZ-005-2", E_SIGNATURE[5, 1, 2], "作原件使用的，自最终形成起完整、未被更改",
    when=signature.original.holds, before=("signature_rely",), once=signature.relied_on, demands=signature.unaltered.column,
    fix="核对完整性校验值；不能证明完整的，不作原件使用",
)
KEPT_FORMAT = Gate(
    "DZ-006-2", E_SIGNATURE[6, 1, 2], "保存的格式与原来相同，或者能准确表现原内容",
    before=("signature_keep",), once=signature.kept_on, demands=signature.kept_format.known & signature.kept_format.one_of("same", "accurate"),
    fix="改用原格式或者能准确表现原内容的格式",
)
KEPT_SENDER = Gate(
    "DZ-006-3", E_SIGNATURE[6, 1, 3], "保存的文件能识别发件人、收件人和收发时间",
    before=("signature_keep",), once=signature.kept_on, demands=signature.sender_known.column,
    fix="连同收发记录一并保存",
)
FACTORS = Gate(
    "DZ-008", E_SIGNATURE[8], "审查电子证据的真实性，要考虑生成储存传递、完整性、发件人鉴别和其他因素",
    before=("signature_weigh",), once=signature.weighed_on, demands=signature.factors >= 4,
    fix="逐项审查并记录",
)
RECEIVED_AT = Gate(
    "DZ-011-2", E_SIGNATURE[11, 2], "指定系统的以进入该系统的时间为接收时间，未指定的以首次进入收件人系统的时间为准，另有约定的除外",
    when=~signature.time_agreed.holds, before=("signature_deliver",),
    demands=signature.received_at
    == pl.when(signature.system_named.column).then(signature.named_entered_at.column).when(~signature.system_named.column).then(signature.first_entered_at.column),
    once=signature.received_at,
    fix="按进入系统的时间更正接收时间",
)
FOUR_CONDITIONS = Gate(
    "DZ-013-1", E_SIGNATURE[13, 1], "可靠的电子签名同时符合专有、专控、签名改动可发现、内容改动可发现四项条件",
    before=("signature_sign",), once=signature.signed_on, demands=RELIABLE,
    fix="改用符合四项条件的签名，或者按当事人约定的可靠条件",
)
SAME_FORCE = Gate(
    "DZ-014", E_SIGNATURE[14], "可靠的电子签名与手写签名、盖章效力相同，不能只因是电子形式而不认可",
    when=RELIABLE, before=("signature_refuse",), once=signature.refused_on, demands=signature.refused_for != "electronic",
    fix="予以认可；有其他理由的写明",
)
COMPROMISED = Gate(
    "DZ-015", E_SIGNATURE[15], "知悉签名制作数据失密或者可能失密的，及时告知各方并终止使用",
    when=signature.compromised_on.known, before=("signature_close",), once=signature.closed_on,
    demands=(signature.parties_told_on >= signature.compromised_on) & (signature.use_ended_on >= signature.compromised_on),
    fix="告知有关各方，终止使用",
)
LICENSED = Gate(
    "DZ-016", E_SIGNATURE[16], "需要第三方认证的，由依法设立的电子认证服务提供者认证",
    when=signature.third_party.holds, before=("signature_sign",), once=signature.signed_on, demands=signature.ca_licensed.column,
    fix="改用依法设立的提供者的证书",
)

RULES = (
    WRITING, ORIGINAL_SHOWN, ORIGINAL_WHOLE, KEPT_FORMAT, KEPT_SENDER, FACTORS, RECEIVED_AT, FOUR_CONDITIONS, SAME_FORCE, COMPROMISED, LICENSED,
)  # fmt: skip
