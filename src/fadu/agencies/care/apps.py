"""The Django app of care."""

from django.apps import AppConfig


class CareConfig(AppConfig):
    """Appraisal and care: appraisals, commendations, accountability and exemption, insurance, counselling, team size."""

    name = "fadu.agencies.care"
    label = "care"
    verbose_name = "励"
