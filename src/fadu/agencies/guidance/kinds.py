"""The closed lists of guidance."""

from django.db import models


class Subject(models.TextChoices):
    """What an organ was guided in, urged to, or looked at."""

    REVIEW_CATALOGUE = "review_catalogue", "指导编制法制审核目录"
    BENCHMARKS = "benchmarks", "裁量权基准指导监督"
    SAMPLING = "sampling", "裁量权行使抽查"
    CATALOGUE = "catalogue", "督促编制执法事项目录"
    BUSINESS = "business", "业务指导"
    RESULTS = "results", "通报执法结果"


class PilotState(models.TextChoices):
    """How far a pilot has come."""

    RUNNING = "running", "试点中"
    PASSED = "passed", "验收合格"
    FAILED = "failed", "验收不合格"
