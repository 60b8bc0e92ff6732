"""监督机构、执法机关一年的职责: judged over the facts of the organ's year."""

from fadu.law.rules import Duty
from fadu.law.statutes import CIVIL_SERVANTS, HEBEI_SUPERVISION, SHANDONG_SUPERVISION, SUPERVISION
from fadu.law.supervision.terms import HEBEI_ORGAN, SHANDONG_ORGAN
from fadu.law.vocabulary import organ

EACH_YEAR = "每年"
BODIES_SHOWN = organ.oversight_bodies_published >= organ.oversight_bodies
ALL_REVIEWED = organ.oversight_major_reviewed >= organ.oversight_major_decisions

REPORTED = Duty(
    "JD-006-1-report", SUPERVISION[6, 1], "监督机构定期向本级政府报告监督工作；周期没有写明，按每年一次检查",
    demands=organ.oversight_reported.column, due=EACH_YEAR, fix="向本级人民政府报告监督工作情况",
)
ENTRY_AND_EXIT = Duty(
    "JD-010", SUPERVISION[10], "健全主体资格、人员资格和证件管理，监督做好准入和退出",
    demands=organ.oversight_entry_and_exit.column, fix="建立资格、证件、准入、退出的管理制度",
)
EIGHT_SYSTEMS = Duty(
    "JD-012", SUPERVISION[12], "八类执法制度的落实情况逐项监督",
    demands=organ.oversight_systems_checked >= 8, due=EACH_YEAR, fix="补查尚未检查的制度",
)
BODIES_CONFIRMED = Duty(
    "JD-017-1", SUPERVISION[17, 1], "执法主体资格经确认后向社会公示", demands=BODIES_SHOWN, fix="补办确认和公示；未公示的主体暂不登记案件",
)  # fmt: skip
EXAMINED = Duty(
    "JD-017-2", SUPERVISION[17, 2], "通过资格考试、符合条件的人员才制发执法证件",
    demands=organ.oversight_cards_examined >= organ.oversight_cards_issued, fix="清理未经考试制发的证件",
)
GUIDED = Duty(
    "JD-024-1", SUPERVISION[24, 1], "通过政策解读、答复问题、典型案例等方式加强指导",
    demands=organ.oversight_guidance >= 1, due=EACH_YEAR, fix="开展政策解读、答复或者发布典型案例",
)
SHARED = Duty(
    "JD-033-2", SUPERVISION[33, 2], "与政府督查、行政复议等建立沟通和信息共享机制", demands=organ.oversight_shared.column, fix="建立沟通、共享机制",
)  # fmt: skip
USED = Duty(
    "JD-034", SUPERVISION[34], "监督结果作为法治政府建设成效评价的重要内容", demands=organ.oversight_used.column, due=EACH_YEAR, fix="把监督结果纳入评价",
)  # fmt: skip
SUPERVISORS_TRAINED = Duty(
    "JD-035-2", SUPERVISION[35, 2], "加强监督人员的教育培训", demands=organ.oversight_supervisors_trained.column, due=EACH_YEAR, fix="安排培训并留存记录",
)  # fmt: skip
WARNS = Duty(
    "JD-037-1", SUPERVISION[37, 1], "国务院监督机构归集执法行为信息，对问题快速预警",
    when=organ.oversight_level == "nation", demands=organ.oversight_warns.column, fix="归集信息并运行预警",
)
SYSTEM_BUILT = Duty(
    "JD-037-2", SUPERVISION[37, 2], "省级监督机构建设本区域监督信息系统，加强数据共享",
    when=organ.oversight_level == "province", demands=organ.oversight_system.column, fix="建设系统并共享数据",
)
BODY_MENDED = Duty(
    "JD-039", SUPERVISION[39], "监督机构自身被责令限期改正的，应当改正",
    when=organ.oversight_ordered > 0, demands=organ.oversight_mended >= organ.oversight_ordered, fix="按期改正并报告",
)
SHANDONG_BODIES = Duty(
    "SD-009-2", SHANDONG_SUPERVISION[9, 2], "县级以上政府审核确认执法主体资格并公告", when=SHANDONG_ORGAN, demands=BODIES_SHOWN, fix="补办审核确认和公告",
)  # fmt: skip
SHANDONG_OFFICERS = Duty(
    "SD-010-2", SHANDONG_SUPERVISION[10, 2], "执法人员经专业法律、公共法律、职业素养培训和考试，取得证件后上岗",
    when=SHANDONG_ORGAN, demands=organ.oversight_enforcers_schooled >= organ.oversight_enforcers, fix="未持证人员离开执法岗位，补训补考",
)
NO_UNQUALIFIED = Duty(
    "SD-010-3", SHANDONG_SUPERVISION[10, 3], "合同制、派遣、借调等没有执法资格的人员不得执法",
    when=SHANDONG_ORGAN, demands=organ.oversight_unqualified_enforcers == 0, fix="立即停止其执法工作",
)
CHAIRS = Duty(
    "SD-011-2", SHANDONG_SUPERVISION[11, 2], "听证由持省政府颁发的主持人资格证件的人员主持",
    when=SHANDONG_ORGAN, demands=organ.oversight_chairs_certified >= organ.oversight_chairs, fix="换由持证人员主持",
)
SHANDONG_REVIEWED = Duty(
    "SD-013-2", SHANDONG_SUPERVISION[13, 2], "重大许可、处罚、强制、征收等决定都经法制审核", when=SHANDONG_ORGAN, demands=ALL_REVIEWED, fix="补作审核，查明漏审原因",
)  # fmt: skip
SHANDONG_FILES = Duty(
    "SD-014-3", SHANDONG_SUPERVISION[14, 3], "监督机关定期组织案卷评查；周期没有写明，按每年一次检查",
    when=SHANDONG_ORGAN, demands=organ.oversight_file_reviews >= 1, due=EACH_YEAR, fix="组织案卷评查",
)
SHANDONG_PLAN = Duty(
    "SD-020", SHANDONG_SUPERVISION[20], "县级以上政府制定监督年度工作计划", when=SHANDONG_ORGAN, demands=organ.oversight_planned.column, due=EACH_YEAR, fix="制定年度计划",
)  # fmt: skip
HEBEI_FILMED = Duty(
    "HJ-013", HEBEI_SUPERVISION[13], "查封扣押、强制拆除等现场和办案场所全程音像记录",
    when=HEBEI_ORGAN, demands=organ.oversight_scenes_filmed >= organ.oversight_scenes_to_film, fix="核查缺少音像记录的现场",
)
HEBEI_REVIEWED = Duty(
    "HJ-014", HEBEI_SUPERVISION[14], "制定审核目录清单；未经审核或者审核未通过的，不得作出重大决定",
    when=HEBEI_ORGAN, demands=organ.oversight_review_list.column & ALL_REVIEWED, fix="制定清单；未审核的决定依法处理",
)
HEBEI_FILES = Duty(
    "HJ-015", HEBEI_SUPERVISION[15], "定期组织案卷评查，并提出改进意见；周期没有写明，按每年一次检查",
    when=HEBEI_ORGAN, demands=(organ.oversight_file_reviews >= 1) & organ.oversight_file_advice.column, due=EACH_YEAR, fix="组织评查并提出改进意见",
)
NO_KIN = Duty(
    "GW-074-1", CIVIL_SERVANTS[74, 1], "有夫妻、直系血亲、三代以内旁系血亲、近姻亲关系的，不得在所列职位共事",
    demands=organ.oversight_kin_posts == 0, fix="按任职回避规定调整",
)

RULES = (
    REPORTED, ENTRY_AND_EXIT, EIGHT_SYSTEMS, BODIES_CONFIRMED, EXAMINED, GUIDED, SHARED, USED, SUPERVISORS_TRAINED, WARNS, SYSTEM_BUILT, BODY_MENDED,
    SHANDONG_BODIES, SHANDONG_OFFICERS, NO_UNQUALIFIED, CHAIRS, SHANDONG_REVIEWED, SHANDONG_FILES, SHANDONG_PLAN, HEBEI_FILMED, HEBEI_REVIEWED, HEBEI_FILES,
    NO_KIN,
)  # fmt: skip
