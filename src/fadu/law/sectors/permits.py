"""专项许可: fire safety of public places, hazardous chemicals, extremely poisonous ones: periods from days of their own (消防法, 危险化学品安全法)."""

import polars as pl

from fadu.law.periods import working_days
from fadu.law.rules import Clock, Gate
from fadu.law.statutes import FIRE, HAZARDOUS_CHEMICALS
from fadu.law.vocabulary import permit

OF_FIRE = permit.kind.one_of("fire_promise", "fire_check", "fire_filing")
LICENCES = permit.kind.one_of("chem_use", "chem_trade", "poison_buy", "poison_pass")
DECIDE = "decide_permit"


def _of(kind: str) -> pl.Expr:
    return permit.kind == kind


CHECKED_IN_TEN = Clock(
    "XF-015-3", FIRE[15, 3], "公众聚集场所不采用告知承诺的，自受理之日起十个工作日内检查",
    name="消防安全检查",
    when=_of("fire_check"), starts=permit.accepted_on, ends=permit.checked_on, within=working_days(10), next_step="check_permit",
    fix="立即到场检查；符合消防安全要求的予以许可",
)
GRANTED_WHEN_PASSED = Gate(
    "XF-015-3-grant", FIRE[15, 3], "经检查符合消防安全要求的，予以许可；没有检查合格的不能许可",
    when=_of("fire_check"), before=(DECIDE,), once=permit.decided_on, demands=permit.granted.column == permit.check_passed.column,
    fix="按检查的结论作出决定",
)
VERIFIED_AFTERWARDS = Gate(
    "XF-015-2", FIRE[15, 2], "作出承诺的公众聚集场所，许可后及时核查",
    when=_of("fire_promise") & permit.granted.holds, before=("close_permit",), once=permit.closed_on, demands=permit.checked_on >= permit.decided_on,
    fix="到场核查场所的使用、营业情况与承诺是否一致",
)
GRANTED_ON_PROMISE = Gate(
    "XF-015-2-grant", FIRE[15, 2], "采用告知承诺的，材料齐全、符合法定形式就应当许可",
    when=_of("fire_promise"), before=(DECIDE,), once=permit.decided_on, demands=permit.granted.column == permit.complete.column,
    fix="材料齐全的予以许可；不齐全的一次告知补正",
)
SPOT_CHECKED = Gate(
    "XF-013-2", FIRE[13, 2], "其他建设工程验收后备案，被确定为抽查对象的应当抽查",
    when=_of("fire_filing") & permit.selected.holds, before=("close_permit",), once=permit.closed_on, demands=permit.checked_on.known,
    fix="对被抽中的工程进行检查；不合格的停止使用",
)
FREE_OF_CHARGE = Gate(
    "XF-056-2", FIRE[56, 2], "消防审查、验收、备案抽查、安全检查不收费，不指定产品和服务机构",
    when=OF_FIRE, before=(DECIDE,), once=permit.decided_on, demands=permit.free.column,
    fix="退还已收的费用，撤销指定",
)
ORDERED_BEFORE_REVOKED = Gate(
    "XF-058-2", FIRE[58, 2], "与承诺不符的先责令限期改正，逾期不整改或者仍不合格的才撤销许可",
    when=_of("fire_promise"), before=("revoke_permit",), once=permit.revoked_on,
    demands=(permit.mismatch_found_on <= permit.correction_due_on) & (permit.correction_due_on < permit.revoked_on) & permit.still_failing.column,
    fix="先责令限期改正，期限届满复核仍不合格的再撤销",
)
REVIEWED_IN_TWENTY = Clock(
    "WH-023-2", HAZARDOUS_CHEMICALS[23, 2], "自收到安全评价报告之日起二十个工作日内作出安全条件审查决定",
    name="安全条件审查",
    when=_of("chem_review"), starts=permit.received_on, ends=permit.decided_on, within=working_days(20), next_step=DECIDE,
    fix="立即作出审查决定并书面通知建设单位",
)
REVIEW_TOLD = Gate(
    "WH-023-2-told", HAZARDOUS_CHEMICALS[23, 2], "安全条件审查决定书面通知建设单位",
    when=_of("chem_review"), before=(DECIDE,), once=permit.decided_on, demands=permit.told_in_writing.column,
    fix="制作书面通知并送达建设单位",
)
USE_IN_TWENTY = Clock(
    "WH-050-1", HAZARDOUS_CHEMICALS[50, 1], "安全使用许可证自收到证明材料之日起二十个工作日内作出决定",
    name="安全使用许可",
    when=_of("chem_use"), starts=permit.received_on, ends=permit.decided_on, within=working_days(20), next_step=DECIDE,
    fix="立即作出批准或者不予批准的决定",
)
TRADE_IN_TWENTY = Clock(
    "WH-055-1", HAZARDOUS_CHEMICALS[55, 1], "危险化学品经营许可证自收到证明材料之日起二十个工作日内作出决定",
    name="危化品经营许可",
    when=_of("chem_trade"), starts=permit.received_on, ends=permit.decided_on, within=working_days(20), next_step=DECIDE,
    fix="立即作出批准或者不予批准的决定",
)
TRADE_ON_SITE = Gate(
    "WH-055-1-site", HAZARDOUS_CHEMICALS[55, 1], "对申请人的经营场所、储存设施现场核查后再决定",
    when=_of("chem_trade"), before=(DECIDE,), once=permit.decided_on, demands=permit.checked_on <= permit.decided_on,
    fix="先进行现场核查",
)
POISON_IN_THREE = Clock(
    "WH-059-2", HAZARDOUS_CHEMICALS[59, 2], "剧毒化学品购买许可证自收到材料之日起三个工作日内作出决定",
    name="剧毒品购买许可",
    when=_of("poison_buy"), starts=permit.received_on, ends=permit.decided_on, within=working_days(3), next_step=DECIDE, warn=1,
    fix="立即作出批准或者不予批准的决定",
)
PASS_IN_SEVEN = Clock(
    "WH-071-3", HAZARDOUS_CHEMICALS[71, 3], "剧毒化学品道路运输通行证自收到材料之日起七个工作日内作出决定",
    name="剧毒品通行证",
    when=_of("poison_pass"), starts=permit.received_on, ends=permit.decided_on, within=working_days(7), next_step=DECIDE,
    fix="立即作出批准或者不予批准的决定",
)
REFUSAL_REASONED = Gate(
    "WH-050-1-reason", HAZARDOUS_CHEMICALS[50, 1], "不予批准的书面通知申请人并说明理由",
    when=LICENCES & ~permit.granted.column, before=(DECIDE,), once=permit.decided_on,
    demands=permit.told_in_writing.column & permit.refusal_reasoned.column,
    also={
        "WH-055-1-reason": HAZARDOUS_CHEMICALS[55, 1],
        "WH-059-2-reason": HAZARDOUS_CHEMICALS[59, 2],
        "WH-071-3-reason": HAZARDOUS_CHEMICALS[71, 3],
    },
    fix="在书面通知中写明不予批准的理由",
)

RULES = (
    CHECKED_IN_TEN, GRANTED_WHEN_PASSED, VERIFIED_AFTERWARDS, GRANTED_ON_PROMISE, SPOT_CHECKED, FREE_OF_CHARGE, ORDERED_BEFORE_REVOKED,
    REVIEWED_IN_TWENTY, REVIEW_TOLD, USE_IN_TWENTY, TRADE_IN_TWENTY, TRADE_ON_SITE, POISON_IN_THREE, PASS_IN_SEVEN, REFUSAL_REASONED,
)  # fmt: skip
