"""Facts of recordings in sound and picture: whether the scenes of a case are on record, and when the recording came in (音像记录)."""

from fadu.law.facts import count, flag, moment

RULE = "本地要求这类现场作音像记录"
HOURS = "本地音像记录存储的小时数"
MADE = "音像记录制作完成时刻"
STORED = "音像记录存入系统或者专用存储器时刻"
UNFILMED = "没有音像记录全程覆盖的现场数"
UNEXPLAINED = "没有音像记录、也没有经复核的理由的现场数"


class CaseFilmed:
    """处罚案件：现场执法、取证、听证、留置和公告送达视情记录."""

    GRAIN = "case"

    film_rule = flag(RULE)
    scenes_unexplained = count(UNEXPLAINED)


class MeasureFilmed:
    """强制措施：查封、扣押等现场全程记录."""

    GRAIN = "measure"

    film_rule = flag(RULE)
    upload_hours = count(HOURS)
    recorded_at = moment(MADE)
    recording_stored_at = moment(STORED)
    scenes_unfilmed = count(UNFILMED)
    scenes_unexplained = count(UNEXPLAINED)


class EnforcementFilmed:
    """强制执行：强制拆除等现场全程记录."""

    GRAIN = "enforcement"

    film_rule = flag(RULE)
    upload_hours = count(HOURS)
    recorded_at = moment(MADE)
    recording_stored_at = moment(STORED)
    scenes_unfilmed = count(UNFILMED)
    scenes_unexplained = count(UNEXPLAINED)


class InspectionFilmed:
    """行政检查：现场检查视情记录."""

    GRAIN = "inspection"

    film_rule = flag(RULE)
    upload_hours = count(HOURS)
    recorded_at = moment(MADE)
    recording_stored_at = moment(STORED)
    scenes_unexplained = count(UNEXPLAINED)
