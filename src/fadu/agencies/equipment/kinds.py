"""The closed lists of equipment, monitoring devices and premises."""

from django.db import models


class ThingKind(models.TextChoices):
    """What a thing is (黑政办发〔2019〕26号二(二)3、三(七)1(2)，兴隆县指导意见附件第五条)."""

    RECORDER = "recorder", "执法记录仪"
    TERMINAL = "terminal", "手持执法终端"
    CAMERA = "camera", "照相机"
    AUDIO = "audio", "录音机"
    VIDEO = "video", "摄像机"
    MONITOR = "monitor", "视频监控设备"
    STORE = "store", "音像采集储存设备"
    VEHICLE = "vehicle", "执法车辆"
    RAPID = "rapid", "快检设备"
    PRINTER = "printer", "便携打印机"
    RADIO = "radio", "对讲机"
    COMPUTER = "computer", "计算机"
    PHONE = "phone", "电话机"
    FAX = "fax", "传真机"
    COPIER = "copier", "复印（打印）机"
    CABINET = "cabinet", "文件柜"
    OTHER = "other", "其他装备"


RECORDING = frozenset({ThingKind.RECORDER, ThingKind.TERMINAL})
"""Counted together against the ratios of classes A and B (黑政办发〔2019〕26号二(二)3(1))."""

AUDIOVISUAL = (ThingKind.CAMERA, ThingKind.AUDIO, ThingKind.VIDEO, ThingKind.RECORDER, ThingKind.MONITOR)
"""The five kinds of audio-visual recording (黑政办发〔2019〕26号二(二)3)."""

OFFICE = (ThingKind.COMPUTER, ThingKind.PHONE, ThingKind.FAX, ThingKind.COPIER, ThingKind.CABINET)
"""The five kinds of office equipment (兴隆县指导意见附件第五条)."""


class ThingState(models.TextChoices):
    """The state of a thing."""

    IN_USE = "in_use", "在用"
    REPAIR = "repair", "维修"
    SCRAPPED = "scrapped", "报废"
    LOST = "lost", "遗失"


NEXT_STATE: dict[ThingState, tuple[ThingState, ...]] = {
    ThingState.IN_USE: (ThingState.REPAIR, ThingState.SCRAPPED, ThingState.LOST),
    ThingState.REPAIR: (ThingState.IN_USE, ThingState.SCRAPPED, ThingState.LOST),
    ThingState.LOST: (ThingState.IN_USE, ThingState.SCRAPPED),
    ThingState.SCRAPPED: (),
}
"""What may follow a state: what is scrapped stays so; what was lost may be found."""


class Designated(models.TextChoices):
    """What a paper determines for an organ (认定和核定): a class, a duty, a number, an explanation."""

    CLASS_A = "av_a", "音像记录设备配备 A 类"
    CLASS_B = "av_b", "音像记录设备配备 B 类"
    CLASS_C = "av_c", "音像记录设备配备 C 类"
    UNIFORM = "uniform", "国家规定统一着装"
    VEHICLES = "vehicles", "执法用车编制（辆）"
    AREA_MOST = "area_most", "办公用房面积上限（平方米）"
    POSTS = "posts", "综合行政执法队编制（人）"
    SMALL = "small", "县文件指定的小乡"
    SAYS_RECORDERS = "says_recorders", "记录设备不足的说明"
    SAYS_AREA = "says_area", "办公面积不足的说明"
    SAYS_TEAM = "says_team", "专职人员不足的说明"


NUMBERED = frozenset({Designated.VEHICLES, Designated.AREA_MOST, Designated.POSTS})
"""What carries a number."""

AV_CLASSES = (Designated.CLASS_A, Designated.CLASS_B, Designated.CLASS_C)
"""One of them at a time."""


class Line(models.TextChoices):
    """Lines of the budget (预算科目)."""

    WORK = "work", "行政执法工作经费"
    EQUIPMENT = "equipment", "行政执法装备配备费用"
    AUDIOVISUAL = "av", "音像记录设备费用"
    SUPERVISION = "supervision", "行政执法监督工作经费"


class Garment(models.TextChoices):
    """Uniforms and insignia (制式服装和标志)."""

    DRESS = "dress", "常服"
    SUMMER = "summer", "夏装"
    WINTER = "winter", "冬装"
    DUTY = "duty", "执勤服"
    INSIGNIA = "insignia", "帽徽、胸徽、臂章"


class ReviewKind(models.TextChoices):
    """The two reviews that a monitoring device must pass (行政处罚法第四十一条第一款)."""

    LEGAL = "legal", "法制审核"
    TECHNICAL = "technical", "技术审核"


class RoomUse(models.TextChoices):
    """What a room serves for (兴隆县指导意见附件第四条、第七条); the last is apart from the eight."""

    REGISTRATION = "registration", "信息登记"
    DUTY = "duty", "日常执勤"
    COMMAND = "command", "指挥调度"
    QUESTIONING = "questioning", "询问"
    HEARING = "hearing", "听证"
    EVIDENCE = "evidence", "物证保管"
    ARCHIVE = "archive", "档案保管"
    VEHICLES = "vehicles", "车辆停放"
    RECEPTION = "reception", "接待投诉举报"


EIGHT = tuple(use for use in RoomUse if use is not RoomUse.RECEPTION)
FILMED = (RoomUse.REGISTRATION, RoomUse.QUESTIONING, RoomUse.HEARING)
"""Where everything is recorded from beginning to end (附件第六条); they may share a room."""

USED = (RoomUse.QUESTIONING, RoomUse.EVIDENCE, RoomUse.ARCHIVE)
"""Used at least once a year (附件第四条)."""


class Log(models.TextChoices):
    """What is noted of premises from day to day."""

    VIDEO = "video", "录音录像监控在线"
    BROADBAND = "broadband", "宽带网络在线"
    USED = "used", "场所使用"
    ORDER = "order", "秩序检查合格"
    SIGNS = "signs", "门头条牌门牌检查合格"


class Rule(models.TextChoices):
    """Papers by which an organ binds itself (制度) or reports (报送); a figure asks whether one is in force."""

    RECORDING = "recording", "音像记录管理制度"
    LANGUAGE = "language", "音像记录行为用语指引"
    EQUIPMENT_STANDARD = "equipment_standard", "执法装备配备标准"
    EQUIPMENT_PLAN = "equipment_plan", "执法装备配备规划"
    FACILITY_PLAN = "facility_plan", "执法设施建设规划"
    YEAR_PLAN = "year_plan", "装备设施年度实施计划"
    ACCOUNTABILITY = "accountability", "行政执法责任追究制度"
    EXEMPTION = "exemption", "尽职免予问责和容错纠错制度"
    PLATFORM = "platform", "执法监督平台管理制度"
    FILE_REVIEW = "file_review", "案卷评查制度"
    GUIDING_CASES = "guiding_cases", "案例指导制度"
    BENCHMARKS = "benchmarks", "裁量权基准制度"
    COMPLAINTS = "complaints", "投诉举报制度"
    CREDENTIALS = "credentials", "执法资格和证件管理制度"
    APPRAISAL = "appraisal", "执法考核监督（评价）制度"
    GRANTS = "grants", "赋权事项评估和动态调整制度"
    GRANTABLE = "grantable", "可赋权事项清单"
    TRANSITION = "transition", "乡镇综合执法过渡期文件（发布日期填起始日）"
    JOINT_TRAINING = "joint_training", "行政执法人员统筹培训机制"
    COURSEBOOK = "coursebook", "培训教程"
    UNIT = "unit", "执法监督机构设置文件"
    DAILY = "daily", "执法人员日常管理监督制度"
    RISKS = "risks", "廉政风险点清单"
    PUBLICITY_NORM = "publicity_norm", "行政执法公示落实规范"
    RECORD_NORM = "record_norm", "执法全过程记录落实规范"
    REVIEW_NORM = "review_norm", "重大执法决定法制审核落实规范"
    REVIEW_STANDARD = "review_standard", "法制审核标准规范"
    FORMS_LICENCE = "forms_licence", "行政许可文书格式文本"
    FORMS_PENALTY = "forms_penalty", "行政处罚文书格式文本"
    FORMS_INSPECTION = "forms_inspection", "行政检查文书格式文本"
    FORMS_COERCION = "forms_coercion", "行政强制文书格式文本"
    SCENE_GUIDE = "scene_guide", "现场执法工作指引"
    SPEECH_GUIDE = "speech_guide", "现场执法规范用语指引"
    DEMO_VIDEO = "demo_video", "执法行为演示视频片"
    PHOTOS = "photos", "执法场所平面图和照片"
    STUDY = "study", "理论学习记录（党组中心组学习纪要）"
    PARTY = "party", "党组织设置与活动台账"
    MORALS = "morals", "思想道德和素质教育记录"
    TEAM_OPINION = "team_opinion", "队伍建设年度评估意见"
    PAY = "pay", "工资待遇、职业保障落实证明"


PLANS = (Rule.EQUIPMENT_STANDARD, Rule.EQUIPMENT_PLAN, Rule.FACILITY_PLAN, Rule.YEAR_PLAN)
"""The four papers on equipment (黑政办发〔2019〕26号三(七)1)."""
