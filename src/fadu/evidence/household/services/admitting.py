"""How a party comes by an account of its own: by a code that was handed to it with a paper, or by the administrator who checked who it is."""

import secrets
import uuid
from datetime import timedelta
from typing import Any, Final

from django.db import transaction

from fadu.accounts import services as accounts
from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.crypto import blind_index
from fadu.accounts.models import Opened, PartyAccount, User
from fadu.accounts.permissions import require, scope
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.cases.now import now
from fadu.evidence.household import keys
from fadu.evidence.household.models import ActivationCode, Household
from fadu.evidence.household.selectors import households, own
from fadu.evidence.household.services import identity
from fadu.law.forms import Field, Invalid, validate

LASTS: Final = timedelta(days=15)
"""How long a code opens an account: a paper is read within days of being served, and a code that lies about is a risk."""

LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters and figures that are not taken for one another when read off paper."""

LENGTH: Final = 12
"""Characters of a code: 60 bits, so that it can't be guessed within the tries that are let through."""

WRONG: Final = "启用码或者证照号码不对，或者启用码已经用过、作废、过期。请核对送达时领取的启用码；不能使用的，请联系送达文书的机关重新领取。"

RECEIVER = Field(name="receiver", label="领取人", longest=60, help="当场领取启用码的人：法定代表人、负责人或者被委托人", example="王清河")
ACTIVATION = (
    Field(name="code", label="启用码", longest=20, help="与文书一起交给您的 12 位字母和数字", example="ABCD-EFGH-2345"),
    Field(name="number", label="统一社会信用代码或者身份证号码", longest=18, help="文书上当事人一栏的证照号码"),
    Field(name="name", label="使用人姓名", longest=60, help="由谁使用这个账号；几个人使用的，各领一个启用码"),
    Field(name="username", label="登录名", longest=32, help="以小写字母开头，3 至 32 位", example="qinghe-food"),
    Field(name="password", label="密码", longest=128, help="至少 12 位，不要与其他网站相同"),
    Field(name="again", label="再输一次密码", longest=128),
)
CHECKED = (
    Field(name="number", label="统一社会信用代码或者身份证号码", longest=18, help="当事人在案件中登记的号码"),
    Field(name="why", label="核验的材料", longest=150, help="核对了什么原件、谁到场", example="营业执照原件、法定代表人身份证原件，本人到场"),
    Field(name="name", label="使用人姓名", longest=60),
    Field(name="username", label="登录名", longest=32),
    Field(name="password", label="初始密码", longest=128, help="至少 12 位，首次登录须修改"),
)
END = Field(name="reason", label="停用的理由", longest=200, example="经办人已离职")


def issue(actor: Actor, case_id: uuid.UUID, data: dict[str, Any]) -> tuple[ActivationCode, str]:
    """A fresh code for the party of one's own case, to be handed over with a paper that goes out to it; the code itself is told once.

    An unused code of the same case is void from then on. Raises NotAllowed, NotFound, Invalid.
    """
    require(actor, "household.admit")
    receiver = validate((RECEIVER,), data)["receiver"]
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).filter(scope(actor, "household.admit"), pk=case_id).first()
        if case is None:
            raise NotFound("没有这个案件，或者不是您承办的")
        household = identity.attach(case.party)  # the worker may not have come to it yet
        paper = own.going_out(case).order_by("-id").first()
        if paper is None:
            raise Invalid({"": "这个案件还没有要送达当事人的文书；启用码随送达的文书一起交给当事人"})
        moment = now()
        ActivationCode.objects.filter(case=case, used_at__isnull=True, withdrawn_at__isnull=True).update(withdrawn_at=moment)
        code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        made = ActivationCode.objects.create(
            household_id=household.root_id, organ_id=case.organ_id, case=case, paper=f"{paper.title}{paper.number}", receiver=receiver,
            digest=_digest(code), issued_at=moment, expires_at=moment + LASTS, by_user=actor.user_id, by_name=actor.name,
        )  # fmt: skip
    return made, "-".join(code[start : start + 4] for start in range(0, LENGTH, 4))


def activate(data: dict[str, Any]) -> PartyAccount:
    """Open an account with a code: anybody may try, so what is wrong with code or number is not said more exactly than that; raises Invalid."""
    clean = validate(ACTIVATION, data)
    if clean["password"] != clean["again"]:
        raise Invalid({"again": "两次输入的密码不一样"})
    with transaction.atomic():
        code = ActivationCode.objects.select_for_update().filter(digest=_digest(clean["code"])).first()
        if code is None or not _good(code) or not _own_number(code.household_id, clean["number"]):
            raise Invalid({"code": WRONG})
        user = accounts.open_account(SYSTEM, username=clean["username"], name=clean["name"], password=clean["password"], own=True)
        code.used_at, code.used_by = now(), user.pk
        code.save(update_fields=["used_at", "used_by"])
        why = f"{code.by_name}送达“{code.paper}”时发出"
        return _open(SYSTEM, user, code.household_id, Opened.CODE, why, code.by_name)


def open_checked(actor: Actor, data: dict[str, Any]) -> PartyAccount:
    """Open an account for somebody whose identity the administrator has checked; its password is changed at the first sign-in."""
    require(actor, "household.accounts")
    clean = validate(CHECKED, data)
    with transaction.atomic():
        found = Household.objects.filter(code_index=keys.of_code(clean["number"])).first()
        if found is None or not households.within(actor, "household.accounts", found.pk):
            raise Invalid({"number": "管辖范围内的案件没有登记过这个号码的当事人"})
        user = accounts.open_account(actor, username=clean["username"], name=clean["name"], password=clean["password"], action="household.accounts")
        return _open(actor, user, found.root_id, Opened.CHECKED, clean["why"], actor.name)


def end(actor: Actor, account_id: int, data: dict[str, Any]) -> PartyAccount:
    """End an account of a party within reach; raises NotFound, Invalid."""
    require(actor, "household.accounts")
    reason = validate((END,), data)["reason"]
    found = PartyAccount.objects.filter(pk=account_id).first()
    if found is None or not households.within(actor, "household.accounts", found.household_id):
        raise NotFound("没有这个账号，或者不在您的管辖范围内")
    return accounts.end_party_account(actor, account_id, reason, now())


def _open(actor: Actor, user: User, household_id: uuid.UUID, way: Opened, why: str, by: str) -> PartyAccount:
    return accounts.open_party_account(actor, user, household_id=household_id, way=way, why=why[:200], by=by, at=now())


def _digest(code: str) -> str:
    """As it is kept: keyed, so that who reads the database can't try codes against it."""
    return blind_index(code.replace("-", ""), "household.activation")


def _good(code: ActivationCode) -> bool:
    return code.used_at is None and code.withdrawn_at is None and now() < code.expires_at


def _own_number(household_id: uuid.UUID, number: str) -> bool:
    """Whether the number is that of the household, or of one that was joined to it. A household without a number opens accounts at the desk alone."""
    return Household.objects.filter(root_id=household_id, code_index=keys.of_code(number)).exists()
