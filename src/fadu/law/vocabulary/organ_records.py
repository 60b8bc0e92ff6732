"""Facts of an organ over a year: supervision of enforcement, its people, personal data, archives."""

from fadu.law.facts import count, flag, text
from fadu.law.vocabulary.supervision_choices import LEVEL, PLACE


class OrganRecords:
    """监督、人员、个人信息、档案方面的年度职责."""

    GRAIN = "organ"

    oversight_local_rules = text("适用的地方监督条例", PLACE)
    oversight_level = text("行政执法监督机构的层级", LEVEL)
    oversight_reported = flag("本年度向本级政府报告监督工作")
    oversight_planned = flag("制定年度监督工作计划")
    oversight_guidance = count("政策解读、答复问题、典型案例的件数")
    oversight_ordered = count("监督机构被责令限期改正的次数")
    oversight_mended = count("监督机构按期改正的次数")
    oversight_used = flag("监督结果用于法治政府建设成效评价")
    oversight_shared = flag("与督查、复议等建立沟通和信息共享机制")
    oversight_warns = flag("归集执法行为信息并快速预警")
    oversight_system = flag("建成本行政区域监督信息系统并共享数据")
    oversight_supervisors_trained = flag("本年度培训监督人员")
    oversight_systems_checked = count("已检查落实情况的执法制度类数")
    oversight_file_reviews = count("组织案卷评查的次数")
    oversight_file_advice = flag("评查后提出改进意见")

    oversight_entry_and_exit = flag("有执法人员资格、证件、准入和退出管理制度")
    oversight_bodies = count("行政执法主体数")
    oversight_bodies_published = count("经确认并公示的执法主体数")
    oversight_cards_issued = count("制发执法证件数")
    oversight_cards_examined = count("制发证件中通过资格考试的人数")
    oversight_enforcers = count("在岗执法人员数")
    oversight_enforcers_schooled = count("经培训、考试合格并持证的在岗执法人员数")
    oversight_unqualified_enforcers = count("无资格人员从事执法的人数")
    oversight_chairs = count("主持听证的次数")
    oversight_chairs_certified = count("由持听证主持人资格证人员主持的次数")
    oversight_major_decisions = count("重大执法决定件数")
    oversight_major_reviewed = count("经法制审核通过的重大执法决定件数")
    oversight_review_list = flag("有重大执法决定法制审核目录清单")
    oversight_scenes_to_film = count("应当全程音像记录的现场执法次数")
    oversight_scenes_filmed = count("已全程音像记录的现场执法次数")
    oversight_kin_posts = count("亲属任职违反任职回避规定的人数")

    records_data_audited = flag("本年度开展个人信息合规审计")
    records_archive_schedule = flag("归档范围和保管期限表经同级档案主管部门同意")
    records_archive_changed = flag("本年度内设机构或者职能有重大变化")
    records_archive_reapproved = flag("变化后已调整并重新审核")
    records_archive_connected = flag("业务系统有归档功能并与电子档案系统衔接")
    records_minority_area = flag("属于少数民族聚居地区")
    records_local_holidays = flag("地方规定的民族节日已录入工作日历")
