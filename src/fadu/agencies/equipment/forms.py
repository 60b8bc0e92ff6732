"""What the forms of equipment, monitoring devices and premises ask."""

from fadu.agencies.equipment.kinds import Designated, Garment, Line, Log, ReviewKind, RoomUse, Rule, ThingKind
from fadu.agencies.registers.choices import OFFICER, REASON, UNTIL, choices, day
from fadu.law.forms import Field, Kind

THING = (
    Field(name="kind", label="类别", kind=Kind.CHOICE, choices=choices(ThingKind.choices)),
    Field(name="number", label="资产编号", longest=40, example="ZC-2026-0031"),
    Field(name="model", label="型号", longest=60, required=False),
    day("bought_on", "购置日期"),
    Field(name="price", label="价格（元）", kind=Kind.MONEY, required=False),
    Field(name="line", label="经费来源", kind=Kind.CHOICE, required=False, help="先在经费台账登记预算科目"),
    Field(name="calibrated", label="须检定校准", kind=Kind.BOOL, required=False, help="计量器具、快检设备等依法应当检定的选是"),
    Field(name="need", label="需求说明", longest=200, required=False, help="没有配备标准的，写明执法为什么需要"),
)
"""A thing as it is entered."""

STATE = (
    Field(name="state", label="变更为", kind=Kind.CHOICE),
    day("since", "自哪天起"),
    REASON,
    Field(name="paper", label="文书号", longest=60, required=False),
)
ISSUE = (
    Field(name="officer", label="领用人", kind=Kind.CHOICE),
    day("since", "领用日期"),
    Field(name="reason", label="领用事由", example="日常执法使用"),
)
GIVE_BACK = (day("until", "交还日期", help="自这一天起不再由其持有"), Field(name="reason", label="交还事由", example="调离岗位"))
MOVE = (Field(name="organ", label="调入机关", kind=Kind.CHOICE), REASON)
USED = (day("used_on", "最近使用日期"),)
CALIBRATION = (
    Field(name="paper", label="证书编号", longest=60),
    Field(name="by", label="检定机构", longest=100),
    day("since", "检定日期"),
    day("until", "有效期至", help="当日仍有效"),
)

STANDARD = (
    Field(name="kind", label="类别", kind=Kind.CHOICE, choices=choices(ThingKind.choices)),
    Field(name="things", label="件数", kind=Kind.INT, least=1),
    Field(name="people", label="每多少人", kind=Kind.INT, help="填 0 为每个机关", example="2"),
    Field(name="paper", label="标准文件", longest=120, help="文件名称、文号和条款"),
    day("since", "自哪天起施行"),
)
DESIGNATION = (
    Field(name="what", label="事项", kind=Kind.CHOICE, choices=choices(Designated.choices)),
    Field(name="amount", label="数量", kind=Kind.INT, required=False, help="车辆编制、面积上限、队伍编制填写", least=1),
    Field(name="paper", label="文件", longest=120, help="认定、核定或者说明的文件和文号"),
    day("since", "自哪天起"),
)
ENDING = (UNTIL, REASON)
"""The end of what lasts: its last day, and why."""

MONEY = (
    Field(name="planned", label="预算数（元）", kind=Kind.MONEY),
    Field(name="granted", label="拨付数（元）", kind=Kind.MONEY, required=False),
    Field(name="spent", label="支出数（元）", kind=Kind.MONEY, required=False),
    Field(name="astray", label="其中非执法支出（元）", kind=Kind.MONEY, required=False, help="经费应当专款专用"),
    Field(name="paper", label="批复文件", longest=120, required=False),
)
BUDGET = (
    Field(name="year", label="年度", kind=Kind.INT, least=2000, example="2026"),
    Field(name="line", label="科目", kind=Kind.CHOICE, choices=choices(Line.choices)),
    *MONEY,
)
UNIFORM = (
    OFFICER,
    Field(name="garment", label="品种", kind=Kind.CHOICE, choices=choices(Garment.choices)),
    Field(name="size", label="尺码", longest=20, required=False, example="175/92A"),
    day("issued_on", "发放日期"),
    day("due_on", "换发日期", required=False),
)
UNIFORM_BACK = (day("returned_on", "收回日期"), REASON)
REGULATION = (
    Field(name="rule", label="种类", kind=Kind.CHOICE, choices=choices(Rule.choices)),
    Field(name="title", label="名称", longest=120),
    Field(name="number", label="文号", longest=60),
    day("issued_on", "发布或者报送日期"),
    day("until", "失效日期", required=False, help="当日仍有效；到期后相应指标不再计为达标"),
    Field(name="url", label="原件地址", longest=200, help="公布网页或者存放位置"),
    Field(name="elements", label="要素或者情形数", kind=Kind.INT, required=False, help="音像制度应有五项要素；责任、容错制度填列明的情形数"),
    Field(name="indices", label="考核指标", kind=Kind.LONGTEXT, required=False, longest=2000, help="考核制度填写，一行一项"),
)

DEVICE = (
    Field(name="number", label="设备编号", longest=40, example="JK-130999-012"),
    Field(name="name", label="设备名称", longest=60, example="载货汽车超限检测设备"),
    Field(name="watches", label="监控的违法行为", longest=200),
    Field(
        name="basis",
        label="法律、行政法规依据",
        longest=200,
        required=False,
        help="没有法律、行政法规依据的，不得用来收集违法事实（行政处罚法第四十一条第一款）",
    ),
    Field(name="query", label="查询、陈述和申辩的渠道", longest=200, required=False, help="为当事人提供的便利（行政处罚法第四十一条第三款）"),
    Field(name="place", label="设置地点", longest=200),
    day("since", "启用日期"),
    day("cleared_on", "清理登记日期", required=False),
)
DEVICE_EDIT = (*(field for field in DEVICE if field.name not in {"number", "place", "since"}), REASON)
SITING = (Field(name="place", label="新的设置地点", longest=200, help="移位后须重新向社会公布"), day("since", "自哪天起"), REASON)
PUBLICATION = (day("published_on", "公布日期"), Field(name="published_at", label="公布载体", longest=200, example="县人民政府门户网站"))
REVIEW = (
    Field(name="kind", label="审核", kind=Kind.CHOICE, choices=choices(ReviewKind.choices)),
    day("on", "审核日期"),
    Field(name="passed", label="审核通过", kind=Kind.BOOL),
    Field(name="placed", label="符合标准、设置合理、标志明显", kind=Kind.BOOL, when=("kind", ("technical",))),
    Field(name="paper", label="审核文书", longest=60),
    Field(name="by", label="审核单位和人员", longest=100),
)

PREMISES = (
    Field(name="name", label="名称", longest=100, example="综合行政执法队办公楼"),
    Field(name="address", label="地址", longest=200),
    Field(name="area", label="办公建筑面积（平方米）", kind=Kind.INT, least=1),
    day("measured_on", "核测日期"),
    Field(name="paper", label="平面图或者核测文件", longest=120, required=False),
    day("since", "启用日期"),
)
PREMISES_EDIT = (*(field for field in PREMISES if field.name != "since"), REASON)
ROOM = (
    Field(name="name", label="名称", longest=60, example="询问室"),
    Field(name="uses", label="功能", kind=Kind.CHOICES, choices=choices(RoomUse.choices), help="可以合并使用"),
    Field(name="area", label="面积（平方米）", kind=Kind.INT, least=1),
    Field(name="filmed", label="配备全程录音录像监控", kind=Kind.BOOL, help="信息登记、询问、听证场所应当配备"),
    Field(name="photo", label="照片", longest=120, required=False, help="存放位置"),
    day("since", "启用日期"),
)
LOG = (
    Field(name="what", label="事项", kind=Kind.CHOICE, choices=choices(Log.choices)),
    Field(name="room", label="房间", kind=Kind.CHOICE, required=False, help="录音录像监控和场所使用的，选房间"),
    day("on", "日期"),
    Field(name="good", label="在线、使用或者合格", kind=Kind.BOOL),
    Field(name="by", label="检查人或者使用人", longest=100, required=False, help="门头条牌检查由两人签名"),
)
