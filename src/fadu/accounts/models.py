"""Accounts and the posts they are held for."""

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from fadu.accounts.actors import SERVING

NAME_PATTERN = r"^[a-z][a-z0-9._-]{2,31}\Z"


class UserManager(BaseUserManager["User"]):
    """Makes accounts and finds the one that signs in."""

    def create_user(self, username: str, name: str, password: str | None = None, *, demo: bool = False, must_change: bool = False) -> "User":
        """A new account; without a password nobody can sign in with it."""
        user = self.model(username=username, name=name, demo=demo, must_change=must_change)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """The account that may sign in under this name: none of a demonstration where there is no demonstration."""
        usable = self.filter(username=username) if settings.DEMO else self.filter(username=username, demo=False)
        return usable.get()


class User(AbstractBaseUser):
    """An account of one person. What it may do comes from its posts alone: no account is above the permission table."""

    username = models.CharField(
        "登录名",
        max_length=32,
        unique=True,
        validators=[RegexValidator(NAME_PATTERN, "登录名以小写字母开头，3 至 32 位，只用小写字母、数字和 . _ -")],
    )
    name = models.CharField("姓名", max_length=60)
    is_active = models.BooleanField("启用", default=True)
    must_change = models.BooleanField("须先改密码", default=False, help_text="初始密码由管理员所设：改过之前没有任何权限")
    demo = models.BooleanField("演示账号", default=False)
    created_at = models.DateTimeField("建立时间", auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """姓名."""
        return self.name

    @property
    def usable(self) -> bool:
        """Whether it gives anything at all: in use, and of a demonstration only where there is one."""
        return self.is_active and (settings.DEMO or not self.demo)


class Post(models.Model):
    """Who serves where in which role, from one day until another.

    A post is ended, never deleted: who decided a case two years ago held a post then.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="posts", verbose_name="账号")
    organ_code = models.CharField("机关统一社会信用代码", max_length=18, db_index=True)
    role = models.CharField("角色", max_length=12, choices=[(role.value, role.value) for role in SERVING])
    officer_id = models.BigIntegerField("人员编号", null=True, blank=True, db_index=True)
    starts_on = models.DateField("任职之日")
    ends_on = models.DateField("不再任职之日", null=True, blank=True, help_text="自这一天起不再任职；当日免职的当日即失去权限")

    class Meta:
        """Held by the database too."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="post_ends_after_start"),
            models.CheckConstraint(condition=Q(role__in=[role.value for role in SERVING]), name="post_role_known"),
            models.UniqueConstraint(fields=["user", "organ_code", "role"], condition=Q(ends_on__isnull=True), name="post_held_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.organ_code}"


class Opened(models.TextChoices):
    """How an account of a party was opened."""

    CODE = "code", "凭送达文书的启用码"
    CHECKED = "checked", "管理员核验身份后开通"


class PartyAccount(models.Model):
    """当事人账号: for which household an account signs in. It is no post: who holds one serves nowhere, and sees nothing but that file.

    Ended, never deleted: who read what under it stands in the record of readings.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="party_accounts", verbose_name="账号")
    household_id = models.UUIDField("所属一户", db_index=True)
    way = models.CharField("开通方式", max_length=10, choices=Opened.choices)
    why = models.CharField("开通依据", max_length=200)
    opened_at = models.DateTimeField("开通时间")
    opened_by = models.CharField("开通人", max_length=60)
    ended_at = models.DateTimeField("停用时间", null=True)
    ended_by = models.CharField("停用人", max_length=60, null=True)  # noqa: DJ001 - filled once, and null is what the database lets be filled
    end_reason = models.CharField("停用理由", max_length=200, null=True)  # noqa: DJ001 - likewise

    class Meta:
        """One household an account."""

        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(fields=["user"], name="party_account_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.household_id}"
