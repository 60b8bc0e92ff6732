"""节假日: carried out by the calendar, save for the local ones that an organ must enter."""

from fadu.law.rules import Convention, Duty
from fadu.law.statutes import HOLIDAYS
from fadu.law.vocabulary import organ

THIRTEEN_DAYS = Convention("FJR-002", HOLIDAYS[2], "全体公民放假的节日共十三天，年度安排不得少于此数", carried_out_by="fadu.law.calendar.Notice")
LOCAL = Duty(
    "FJR-004", HOLIDAYS[4], "少数民族聚居地区政府规定的民族节日，进入当地的工作日历",
    when=organ.records_minority_area.holds, demands=organ.records_local_holidays.column, due="每年", fix="由管理员把地方规定的放假日期录入日历",
)
MADE_UP = Convention("FJR-006", HOLIDAYS[6], "全体公民的假日逢周末，在工作日补假", carried_out_by="fadu.law.calendar.WorkCalendar.is_worked")
ARRANGED = Convention("FJR-007", HOLIDAYS[7], "放假调休按年度通知，通知所列的上班日计为工作日", carried_out_by="fadu.law.calendar.WorkCalendar.with_notice")

RULES = (THIRTEEN_DAYS, LOCAL, MADE_UP, ARRANGED)
