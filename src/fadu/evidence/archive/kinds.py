"""The closed lists of this room."""

from django.db import models


class Stage(models.TextChoices):
    """When the four properties of a file are examined (DA/T 70-2018)."""

    FILED = "filed", "归档"
    TRANSFERRED = "transferred", "移交接收"
    KEPT = "kept", "长期保存"


class ItemKind(models.TextChoices):
    """What an item of a file is."""

    DOCUMENT = "document", "文书"
    ORIGINAL = "original", "原件"


class Way(models.TextChoices):
    """How a file is asked for."""

    READ = "read", "查阅"
    COPY = "copy", "复制"
    LEND = "lend", "借出"


class BatchKind(models.TextChoices):
    """What becomes of several files at once."""

    TRANSFER = "transfer", "移交"
    DESTROY = "destroy", "销毁"


class EventKind(models.TextChoices):
    """What happened to a list of files."""

    MADE = "made", "编制清册"
    APPRAISED = "appraised", "鉴定"
    APPROVED = "approved", "批准"
    REFUSED = "refused", "不予批准"
    DONE = "done", "办理完毕"
