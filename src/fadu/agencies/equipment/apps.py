"""The Django app of equipment."""

from django.apps import AppConfig


class EquipmentConfig(AppConfig):
    """Equipment, monitoring devices and premises: what there is, who holds it, whether it suffices."""

    name = "fadu.agencies.equipment"
    label = "equipment"
    verbose_name = "备"
