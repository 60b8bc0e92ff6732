"""撤销、撤回、注销 (行政许可法第八条、第六十九条、第七十条)."""

from fadu.law.rules import Gate
from fadu.law.statutes import LICENCE
from fadu.law.vocabulary import licence

ORGAN_AT_FAULT = ("abuse", "beyond", "procedure", "unqualified", "other_revocable")

WITHDRAWN = Gate(
    "XK-008-2", LICENCE[8, 2], "依据修改、废止或者客观情况重大变化，且为了公共利益，才能变更或者撤回；造成损失的补偿",
    before=("withdraw_licence",), once=licence.withdrawn_on,
    demands=licence.ground.one_of("law_changed", "facts_changed") & licence.public_interest.column & (~licence.loss.column | licence.compensated.holds),
    fix="写明变化的依据和公共利益；有损失的，先定补偿",
)
REVOKED = Gate(
    "XK-069-1", LICENCE[69, 1], "有五种情形之一的，可以依请求或者依职权撤销",
    before=("revoke_licence",), once=licence.revoked_on, demands=licence.ground.one_of(*ORGAN_AT_FAULT, "fraud"),
    fix="写明属于哪一种可以撤销的情形；都不属于的，不得撤销",
)
NOT_AGAINST_THE_PUBLIC = Gate(
    "XK-069-1-public", LICENCE[69, 3], "撤销可能对公共利益造成重大损害的，不予撤销",
    before=("revoke_licence",), once=licence.revoked_on, demands=~licence.harms_public.column,
    fix="不予撤销，采取其他补救措施",
)
LOSS_MADE_GOOD = Gate(
    "XK-069-1-loss", LICENCE[69, 4], "因机关过错撤销，使被许可人受损的，应当赔偿",
    when=licence.ground.one_of(*ORGAN_AT_FAULT), before=("revoke_licence",), once=licence.revoked_on, demands=~licence.loss.column | licence.compensated.holds,
    fix="先定赔偿，再作撤销决定",
)
FRAUD_REVOKED = Gate(
    "XK-069-2", LICENCE[69, 2], "以欺骗、贿赂等手段取得的许可，应当撤销",
    when=licence.ground == "fraud", before=("keep_licence",), once=licence.kept_on, demands=licence.harms_public.column,
    fix="应当撤销；只有撤销会严重损害公共利益的才能不撤销",
)
CANCELLED = Gate(
    "XK-070", LICENCE[70], "届满未延续、主体消灭、已撤销撤回吊销、不可抗力等六种情形，办理注销手续",
    before=("cancel_licence",), once=licence.cancelled_on,
    demands=licence.ground.one_of("expired", "dead", "dissolved", "revoked", "force_majeure", "by_statute") | licence.revoked_on.known | licence.withdrawn_on.known,
    fix="写明属于哪一种应当注销的情形",
)
CANCELLED_AFTER = Gate(
    "XK-070-after", LICENCE[70, 1, 4], "许可被撤销、撤回的，还要办理注销手续",
    when=licence.revoked_on.known | (licence.withdrawal == "withdraw"), before=("close_ending",), once=licence.ended_on, demands=licence.cancelled_on.known,
    fix="办理注销手续后再办结",
)

RULES = (WITHDRAWN, REVOKED, NOT_AGAINST_THE_PUBLIC, LOSS_MADE_GOOD, FRAUD_REVOKED, CANCELLED, CANCELLED_AFTER)
