"""The Django app of exams."""

from django.apps import AppConfig


class ExamsConfig(AppConfig):
    """Exams: question bank, papers drawn at random, sittings that nothing alters."""

    name = "fadu.agencies.exams"
    label = "exams"
    verbose_name = "考"
