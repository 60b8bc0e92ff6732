"""The Django app of credit."""

from django.apps import AppConfig


class CreditConfig(AppConfig):
    """What was handed to the credit platforms and what they said; what former systems had published."""

    name = "fadu.disclosure.credit"
    label = "credit"
    verbose_name = "信"

    def ready(self) -> None:
        """Have what was handed over, answered and brought in held by the database; tell of leaves and of lists."""
        from fadu.cases import append_only  # noqa: PLC0415 - models are not loaded before this
        from fadu.cases.services import proofs  # noqa: PLC0415 - likewise
        from fadu.disclosure.credit.proofs import KINDS  # noqa: PLC0415 - likewise
        from fadu.disclosure.credit.sheets import SHEETS  # noqa: PLC0415 - likewise
        from fadu.sheets.sheet import register  # noqa: PLC0415 - likewise

        append_only.hold("credit_file")
        append_only.hold("credit_handed")
        append_only.hold("credit_answer", ("handed_id",))
        append_only.hold("credit_supplement")
        append_only.hold("credit_former", ("leaf_id",), ("key",))
        append_only.hold("credit_formerend", ("leaf_id",), ("former_id",))
        proofs.register(KINDS)
        for sheet in SHEETS:
            register(sheet)
