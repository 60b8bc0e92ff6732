"""The closed lists that facts of supervision choose from."""

PLACE = (("shandong", "山东省"), ("hebei", "河北省"), ("other", "其他地区"))
KIND = (("daily", "日常监督"), ("key", "重点监督"), ("special", "专项监督"))
LEVEL = (("nation", "国务院"), ("province", "省级"), ("city", "设区的市级"), ("county", "县级"))
BODY = (("justice", "本级司法行政部门"), ("department", "实施层级监督的主管部门"), ("station", "司法所"), ("other", "其他机构"))
TARGET = (
    ("department", "本级人民政府所属部门"),
    ("outpost", "派出机关"),
    ("lower_government", "下级人民政府"),
    ("authorised", "法律法规授权的组织"),
    ("vertical", "本行政区域内垂直管理或者以上级领导为主的执法机关"),
    ("own_body", "本部门所属机构、派出机构，或者垂直管理部门的下级"),
    ("lower_department", "下级人民政府的对应部门"),
    ("outside", "行政系统以外的单位"),
)
CLUE = (
    ("plan", "年度计划"),
    ("enterprise", "涉企执法诉求沟通机制"),
    ("hotline", "政务服务便民热线"),
    ("complaint", "投诉举报"),
    ("assigned", "上级交办"),
    ("other", "其他"),
)
ACT = (
    ("licence", "行政许可"),
    ("penalty", "行政处罚"),
    ("coercion", "行政强制"),
    ("inspection", "行政检查"),
    ("requisition", "行政征收征用"),
    ("payment", "行政给付"),
    ("other", "其他行政执法行为"),
)
METHOD = (("assessment", "法律法规执行情况评估"), ("qualification", "执法资格确认"), ("file_review", "执法案卷评查"), ("appraisal", "执法质效评议"), ("other", "其他方式"))
SURVEY = (("questionnaire", "问卷调查"), ("interview", "个别访谈"), ("field", "实地调研"), ("other", "其他方式"))
CATEGORY = (
    ("qualification", "主体、人员资格"),
    ("procedure", "执法程序"),
    ("decision", "执法决定违法或者明显不当"),
    ("conduct", "不作为、乱作为"),
    ("manner", "不文明执法"),
    ("appearance", "证件、标志标识、装备、着装"),
    ("other", "其他影响合法性、适当性的情形"),
)
CONDUCT = (
    ("not_filed", "有案不立"),
    ("shirked", "推诿扯皮"),
    ("fined_only", "以罚代管"),
    ("remote", "违规异地执法"),
    ("profit", "趋利性执法"),
    ("arbitrary", "乱收费、乱罚款、乱检查、乱查封"),
    ("other", "其他不作为、乱作为"),
)
APPEARANCE = (("credential", "证件使用"), ("mark", "标志标识"), ("equipment", "执法装备"), ("uniform", "制式服装"))
HEBEI_GROUND = (
    ("unlawful_procedure", "主体、权限、程序不合法"),
    ("unlawful_decision", "决定不合法或者明显不当"),
    ("unperformed", "不履行或者不正确履行职责"),
    ("system", "落实执法制度不规范"),
    ("profit", "借执法谋取不正当利益"),
    ("rough", "粗暴、野蛮执法"),
    ("other", "其他违反法律、法规、规章的情形"),
)
REMEDY = (("none", "没有可以复议、诉讼的争议"), ("eligible", "符合复议、诉讼受理条件，尚未进入"), ("entered", "已经进入复议或者诉讼"))
LETTER = (("urge", "行政执法监督督办函"), ("opinion", "行政执法监督意见书"), ("notice", "行政执法监督通知书（河北）"))
ISSUER = (("body", "行政执法监督机构"), ("government", "本级人民政府"), ("station", "司法所"), ("other", "其他"))
BULLETIN = (("refused", "拒不落实行政执法制度"), ("outstanding", "执法行为存在突出问题"), ("other", "其他"))
GOVERNMENT = (("correct", "决定纠正"), ("not", "决定不予纠正"))
OUTCOME = (("perform", "责令限期履行"), ("mend", "责令补正或者改正"), ("revoke", "撤销"), ("unlawful", "确认违法"), ("void", "确认无效"), ("other", "其他"))
DEFECT = (
    ("idle", "不履行或者拖延履行职责"),
    ("unexplained", "未说明事实、依据、理由，当事人没有异议"),
    ("clerical", "文字表述或者计算错误"),
    ("undated", "决定没有日期"),
    ("mendable", "其他需要补正、改正的情形"),
    ("unproven", "主要事实不清、证据不足"),
    ("wrong_basis", "适用依据错误"),
    ("procedure", "违反法定程序"),
    ("ultra_vires", "超越或者滥用职权"),
    ("improper", "明显不当"),
    ("revocable", "其他应当撤销的情形"),
    ("pointless", "未履职，责令履行已无意义"),
    ("nothing_left", "违法，没有可撤销的内容"),
    ("harmful", "违法，撤销会造成重大损害"),
    ("confirmable", "其他确认违法的情形"),
    ("baseless", "没有法定依据"),
    ("unsealed", "没有加盖本机关有效印章"),
    ("not_executable", "没有可执行的内容"),
    ("voidable", "其他确认无效的情形"),
)
OFFICER_CONDUCT = (
    ("unlawful", "主体、权限、程序或者决定不合法、明显不当"),
    ("unperformed", "不履行或者不正确履行职责"),
    ("rough", "执法粗暴，造成不良影响"),
    ("no_card", "不出示执法证件"),
    ("system", "落实执法制度不规范"),
    ("refused", "不配合、不接受监督或者弄虚作假"),
    ("overdue", "整改事项不按期办理"),
    ("defied", "拒不执行监督决定"),
    ("profit", "利用执法职权牟利"),
    ("other", "其他违法或者不当行为"),
)
DISPOSAL = (
    ("criticised", "批评教育"),
    ("schooled", "离岗教育（培训）"),
    ("moved", "调离执法岗位"),
    ("suspended", "暂扣执法证件"),
    ("revoked", "取消执法资格、吊销执法证件"),
    ("other", "其他处理"),
)
RECUSAL_BY = (("principal", "所在单位主要负责人"), ("deputy", "其他负责人"), ("other", "其他人"))
RECUSAL_GROUND = (("self", "涉及本人利害关系"), ("kin", "涉及近亲属等的利害关系"), ("other", "其他可能影响公正的情形"))
DECIDER = (("government", "本级人民政府"), ("body", "行政执法监督机构"), ("other", "其他"))
