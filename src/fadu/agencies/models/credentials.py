"""Enforcement credentials and the states they were in."""

import secrets
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from fadu.agencies.kinds import Field, Source, State
from fadu.agencies.models.applications import Application
from fadu.agencies.models.people import Officer


def fresh_token() -> str:
    """What the QR code of a credential names it by: 128 bits that nobody guesses."""
    return secrets.token_urlsafe(16)


class Credential(models.Model):
    """An enforcement credential (行政执法证件) as it was issued; what became of it is in its states."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="credentials", verbose_name="持证人")
    number = models.CharField("执法证号", max_length=20, unique=True)
    category = models.CharField("执法类别", max_length=12, choices=Field.choices, help_text="综合行政执法的证件各领域通用")
    valid_from = models.DateField("有效期自")
    valid_to = models.DateField("有效期至", help_text="当日仍有效")
    token = models.CharField("查验码", max_length=24, unique=True, default=fresh_token, editable=False)
    source = models.CharField("来源", max_length=12, choices=Source.choices, default=Source.EXISTING)
    reason = models.CharField("登记事由", max_length=200, blank=True)
    application = models.OneToOneField(Application, models.PROTECT, null=True, blank=True, related_name="credential", verbose_name="所据申请")

    class Meta:
        """Held by the database too."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="credential_valid_interval"),
            models.CheckConstraint(condition=Q(source=Source.EXISTING) | Q(application__isnull=False), name="credential_issued_on_application"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def timeline(self) -> "list[CredentialState]":
        """Its states, the latest first."""
        return sorted(self.states.all(), key=lambda state: state.starts_at, reverse=True)


class CredentialState(models.Model):
    """A state of a credential from one moment (included) until another (not included). Ended, never changed or deleted."""

    credential = models.ForeignKey(Credential, models.PROTECT, related_name="states", verbose_name="证件")
    state = models.CharField("状态", max_length=10, choices=State.choices)
    starts_at = models.DateTimeField("起")
    ends_at = models.DateTimeField("止", null=True, blank=True)
    reason = models.CharField("事由", max_length=200)
    paper = models.CharField("文书号", max_length=60, blank=True)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        """One state at a time: one open interval, and no two that begin at once."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["credential", "starts_at"], name="state_by_credential")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")), name="state_ends_after_start"),
            models.UniqueConstraint(fields=["credential"], condition=Q(ends_at__isnull=True), name="state_one_open"),
            models.UniqueConstraint(fields=["credential", "starts_at"], name="state_begins_once"),
        ]

    def __str__(self) -> str:
        return f"{self.credential_id} {self.get_state_display()}"
