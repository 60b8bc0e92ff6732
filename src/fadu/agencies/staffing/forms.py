"""What a line of another office's roll says."""

from fadu.agencies.registers.choices import choices, day
from fadu.agencies.staffing.kinds import Office, Roll
from fadu.law.forms import Field, Kind

ROLL_LINE = (
    Field(name="office", label="名册单位", kind=Kind.CHOICE, choices=choices(Office.choices)),
    Field(name="roll", label="名册", kind=Kind.CHOICE, choices=choices(Roll.choices)),
    day("as_of", "名册日期"),
    Field(name="id_number", label="身份证号码", kind=Kind.IDCARD, help="只保存不可还原的比对码，不保存号码"),
)
