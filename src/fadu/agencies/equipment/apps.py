"""The Django app of equipment."""

from django.apps import AppConfig


class EquipmentConfig(AppConfig):
    """Equipment, monitoring devices and premises: what there is, who holds it, whether it suffices."""

    name = "fadu.agencies.equipment"
    label = "equipment"
    verbose_name = "备"

    def ready(self) -> None:
        """Tell the sheets which lists go in and out."""
        from fadu.agencies.equipment.sheets import SHEETS  # noqa: PLC0415 - models are not loaded before this
        from fadu.sheets.sheet import register  # noqa: PLC0415 - likewise

        for sheet in SHEETS:
            register(sheet)
