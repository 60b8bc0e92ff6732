"""期间的计算: how the statutes count, and what carries it out (行政处罚法第八十五条、第八十六条; 民法典; 民事诉讼法; 各法的期间条款)."""

from fadu.law.rules import Convention, Grade
from fadu.law.statutes import CIVIL_CODE, CIVIL_PROCEDURE, COERCION, ECO_PENALTY, JUDICIAL_LITIGATION, LICENCE, PENALTY, POLICE_PROCEDURE, RECONSIDERATION

WORKING = "fadu.law.periods.working_days"
DUE = "fadu.law.periods.Period.due"
ROLL = "fadu.law.calendar.WorkCalendar.roll"

WORKING_DAYS = Convention("CF-085", PENALTY[85], "二日、三日、五日、七日是指工作日；十五日、九十日是自然日", carried_out_by=WORKING)
IN_FORCE = Convention("CF-086", PENALTY[86], "自 2021 年 7 月 15 日起施行", carried_out_by="fadu.law.rules.Rule.in_force")
NOT_THE_FIRST_DAY = Convention("MF-201-1", CIVIL_CODE[201, 1], "开始的当日不计入，自下一日开始计算", carried_out_by=DUE)
HOURS_AT_ONCE = Convention("MF-201-2", CIVIL_CODE[201, 2], "按照小时计算的，自规定的时间开始计算", carried_out_by="fadu.law.periods.Period.due_at")
CORRESPONDING_DAY = Convention(
    "MF-202", CIVIL_CODE[202], "年、月期间的最后一日是到期月的对应日，没有对应日的是月末日", carried_out_by="fadu.law.periods.Period.unrolled_day"
)
ROLLS_OVER = Convention("MF-203-1", CIVIL_CODE[203, 1], "最后一日是法定休假日的，以休假日结束的次日为最后一日", carried_out_by=ROLL)
TO_MIDNIGHT = Convention(
    "MF-203-2", CIVIL_CODE[203, 2], "最后一日的截止时间为二十四时；有业务时间的，停止业务活动的时间为截止时间", carried_out_by="fadu.law.rules.Clock.met"
)
SPECIAL_FIRST = Convention("MF-204", CIVIL_CODE[204], "法律对期间的计算另有规定的，从其规定", carried_out_by="fadu.law.periods.Unit")
INCLUSIVE = Convention(
    "MF-1259", CIVIL_CODE[1259], "以上、以下、以内、届满包括本数；不满、超过、以外不包括本数", carried_out_by="fadu.law.rules.Bound"
)
NOT_THE_FIRST = Convention("MS-085-2", CIVIL_PROCEDURE[85, 2], "期间开始的时和日，不计算在期间内", carried_out_by=DUE)
LAST_DAY_OFF = Convention("MS-085-3", CIVIL_PROCEDURE[85, 3], "期间届满的最后一日是法定休假日的，以休假日后的第一日为届满日期", carried_out_by=ROLL)
POSTED_IN_TIME = Convention(
    "MS-085-4", CIVIL_PROCEDURE[85, 4], "期间不包括在途时间，期满前交邮的不算过期", carried_out_by="fadu.law.penalty_general.hearing.REQUEST_HEARING"
)
COERCION_DAYS = Convention("QZ-069", COERCION[69], "十日以内的期限是指工作日", carried_out_by=WORKING)
LICENCE_DAYS = Convention("XK-082", LICENCE[82], "行政机关实施许可的期限以工作日计算", carried_out_by=WORKING)
RECONSIDERATION_DAYS = Convention("FY-088-2", RECONSIDERATION[88, 2], "三日、五日、七日、十日是指工作日", carried_out_by=WORKING)
ECO_DAYS = Convention("SH-090-1", ECO_PENALTY[90, 1], "三日、五日、七日是指工作日", carried_out_by=WORKING)
ECO_LAST_DAY = Convention("SH-090-2", ECO_PENALTY[90, 2], "最后一日是节假日的，以节假日后的第一日为届满日期", carried_out_by=ROLL)
POLICE_LAST_DAY = Convention(
    "GA-035", POLICE_PROCEDURE[35], "末日是节假日的顺延；限制人身自由的期间至期满之日为止，不因节假日延长",
    carried_out_by="fadu.law.periods.Period.without_rolling", grade=Grade.TOLD,
)  # fmt: skip
COURT_LAST_DAY = Convention("SJ-048-3", JUDICIAL_LITIGATION[48, 3], "最后一日是节假日的，以节假日后的第一日为届满日期", carried_out_by=ROLL)

RULES = (
    WORKING_DAYS, IN_FORCE, NOT_THE_FIRST_DAY, HOURS_AT_ONCE, CORRESPONDING_DAY, ROLLS_OVER, TO_MIDNIGHT, SPECIAL_FIRST, INCLUSIVE,
    NOT_THE_FIRST, LAST_DAY_OFF, POSTED_IN_TIME, COERCION_DAYS, LICENCE_DAYS, RECONSIDERATION_DAYS, ECO_DAYS, ECO_LAST_DAY,
    POLICE_LAST_DAY, COURT_LAST_DAY,
)  # fmt: skip
