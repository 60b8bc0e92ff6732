"""决定、费用、公开、延续 (行政许可法第三十九条至第五十八条)."""

from fadu.law.licence.terms import DECIDING, DECLINED, EXPIRY, GRANTED, RENEWAL
from fadu.law.periods import days
from fadu.law.rules import Clock, Gate, Grade, Wait, Within
from fadu.law.statutes import LICENCE
from fadu.law.vocabulary import licence

THIRTY = days(30).without_rolling()
ASKED_IN_TIME = RENEWAL & (licence.renewal_otherwise.holds | (licence.applied_on + 30 < licence.expires_on.column))

NO_DISCLOSURE = Gate(
    "XK-005-2b", LICENCE[5, 2], "申请人的商业秘密等，未经同意不披露；依法公开的，给合理的异议期",
    when=licence.disclosing.holds, before=("publish_licence",), once=licence.published_on, demands=licence.disclosure_agreed & licence.objection_allowed.column,
    fix="隐去商业秘密后公开；确需公开的，先征得同意并给出异议期",
)
SEALED = Gate(
    "XK-039-1", LICENCE[39, 1], "颁发的许可证件加盖本机关印章",
    when=licence.needs_certificate.holds, before=("issue_licence",), once=licence.issued_on, demands=licence.sealed.column,
    fix="加盖本机关印章后颁发",
)
PUBLISHED = Gate(
    "XK-040", LICENCE[40], "准予许可的决定应当公开",
    when=GRANTED & ~licence.secret.holds, before=("archive_licence",), once=licence.archived_on, demands=licence.published_on.known,
    fix="公开准予许可的决定后再归档；涉及秘密、隐私的注明",
)
RENEWAL_ASKED = Wait(
    "XK-050-1", LICENCE[50, 1], "延续在有效期届满三十日前申请",
    when=RENEWAL & ~licence.renewal_otherwise.holds, before=("apply_licence",), once=licence.applied_on,
    starts=licence.applied_on, full=THIRTY, on=licence.expires_on, grade=Grade.TOLD,
    fix="逾期提出的，告知申请人按首次申请办理；法律、法规、规章另有规定的注明",
)
RENEWAL_DECIDED = Clock(
    "XK-050-2", LICENCE[50, 2], "依法申请延续的，有效期届满前决定；逾期未决定的视为准予延续",
    name="延续决定", when=ASKED_IN_TIME, starts=licence.expires_on, ends=licence.decided_on, within=EXPIRY, warn=10,
    next_step="grant_licence", who="head", fix="视为准予延续，办理延续手续",
)
DEEMED_RENEWED = Within(
    "XK-050-2-deemed", LICENCE[50, 2], "有效期届满仍未决定的，视为准予延续，不能再决定不予延续",
    when=ASKED_IN_TIME & DECLINED, before=("decline_licence",), once=licence.decided_on, starts=licence.expires_on.column, full=EXPIRY, on=licence.decided_on.column,
    fix="已经视为准予延续：登记准予并办理延续手续；不再符合条件的，另行依法处理",
)
IN_ORDER = Gate(
    "XK-057", LICENCE[57], "有数量限制的，按受理的先后准予",
    when=licence.quota.holds & ~licence.order_by_law.holds & GRANTED, before=("grant_licence",), once=licence.decided_on,
    demands=licence.earlier_waiting == 0,
    fix="先对受理在前、符合条件的申请作出决定",
)
FREE = Gate(
    "XK-058-1", LICENCE[58, 1], "办理许可不收费，法律、行政法规另有规定的除外",
    before=DECIDING, once=licence.decided_on, demands=(licence.fee == 0) | licence.fee_by_law.holds,
    fix="退还收取的费用；有收费依据的写明",
)

RULES = (NO_DISCLOSURE, SEALED, PUBLISHED, RENEWAL_ASKED, RENEWAL_DECIDED, DEEMED_RENEWED, IN_ORDER, FREE)
