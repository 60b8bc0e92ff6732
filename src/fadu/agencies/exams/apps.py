"""The Django app of exams."""

from django.apps import AppConfig


class ExamsConfig(AppConfig):
    """Exams: question bank, papers drawn at random, sittings that nothing alters."""

    name = "fadu.agencies.exams"
    label = "exams"
    verbose_name = "考"

    def ready(self) -> None:
        """Make its lists known; have what counts credited."""
        from fadu.agencies.exams.books import SYLLABUS  # noqa: PLC0415 - models are not loaded before this
        from fadu.agencies.exams.crediting import credited  # noqa: PLC0415 - models are not loaded before this
        from fadu.agencies.exams.results import on_result  # noqa: PLC0415 - likewise
        from fadu.agencies.exams.sheets import QUESTIONS, RESULTS  # noqa: PLC0415 - likewise
        from fadu.agencies.registers.bound import sheet  # noqa: PLC0415 - likewise
        from fadu.sheets.sheet import register  # noqa: PLC0415 - likewise

        on_result(credited)
        register(QUESTIONS)
        register(RESULTS)
        register(sheet(SYLLABUS))
