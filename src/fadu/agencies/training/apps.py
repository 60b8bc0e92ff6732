"""The Django app of training."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """Training of officers: plans, courses, sessions, hours, rotation."""

    name = "fadu.agencies.training"
    label = "training"
    verbose_name = "训"
