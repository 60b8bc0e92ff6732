"""The Django app of households."""

from django.apps import AppConfig


class HouseholdConfig(AppConfig):
    """Who is who among the parties, their files, and their own accounts."""

    name = "fadu.evidence.household"
    label = "household"
    verbose_name = "户"

    def ready(self) -> None:
        """Follow the steps; have decisions held by the database; show a line on the case page."""
        from fadu.cases import append_only, sections, topics  # noqa: PLC0415 - models are not loaded before this
        from fadu.cases.services import proofs  # noqa: PLC0415 - likewise
        from fadu.documents import consumers  # noqa: PLC0415 - likewise
        from fadu.evidence.household.proofs import KINDS  # noqa: PLC0415 - likewise
        from fadu.evidence.household.selectors.section import section  # noqa: PLC0415 - likewise
        from fadu.evidence.household.services import identity  # noqa: PLC0415 - likewise
        from fadu.law.correction import CORRECT  # noqa: PLC0415 - likewise
        from fadu.law.registry import procedures  # noqa: PLC0415 - likewise

        append_only.hold("household_identitydecision", ("leaf_id",))
        append_only.hold("household_activationcode", ("digest",), once=("used_at", "used_by", "withdrawn_at"))
        append_only.hold("accounts_partyaccount", ("user_id",), once=("ended_at", "ended_by", "end_reason"))
        append_only.hold("sheets_export")
        proofs.register(KINDS)
        topics.subscribe("household", {CORRECT, *(course.opening.name for course in procedures().values())})
        consumers.TOPICS["household"] = identity.on_step
        sections.register("当事人一户式", section)
