"""Closed lists of the remedies: what stops the count of a review, what a defence may object to (复议、诉讼)."""

from enum import IntFlag

from fadu.law.vocabulary.labels import Labels


class Pause(IntFlag):
    """What stops the count of the days of a review (行政复议法第三十九条；实施条例第四十条、第四十五条、第四十六条)."""

    SUSPENSION = 1
    SURVEY = 2
    APPRAISAL = 4
    ELEVATION = 8


class Objection(IntFlag):
    """What the defence objects to before it speaks of the merits."""

    REVIEW_FIRST = 1
    REVIEW_PENDING = 2
    TOO_LATE = 4
    TOO_EARLY = 8
    COURT = 16
    DEFENDANT = 32


LABELS = Labels(
    {
        Pause.SUSPENSION: "中止",
        Pause.SURVEY: "现场勘验",
        Pause.APPRAISAL: "鉴定",
        Pause.ELEVATION: "报请提级审理",
    },
    {
        Objection.REVIEW_FIRST: "应当先申请复议",
        Objection.REVIEW_PENDING: "复议已经受理",
        Objection.TOO_LATE: "超过起诉期限",
        Objection.TOO_EARLY: "履行职责的期限未满",
        Objection.COURT: "不属于该法院管辖",
        Objection.DEFENDANT: "被告不适格或者遗漏",
    },
)
