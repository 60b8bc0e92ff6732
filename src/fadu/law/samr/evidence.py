"""证据、检查、询问、抽样、检验、记录、协助 (第二十一条至第三十二条、第四十三条至第四十五条)."""

from fadu.law.periods import working_days
from fadu.law.rules import Clock, Gate, Grade
from fadu.law.samr.terms import MARKET
from fadu.law.statutes import SAMR_PROCEDURE
from fadu.law.vocabulary import case
from fadu.law.vocabulary.marks import Flaw, Sampling, Scene

COLLECTING = ("collect",)
ON_THE_SCENE = ("inspect", "question", "sample", "preserve")
FILMED_PURCHASE = Sampling.BOUGHT_ON_FILM | Sampling.OPENED_ON_FILM | Sampling.SEALED_ON_FILM

ORIGINALS = Gate(
    "SC-024", SAMR_PROCEDURE[24], "书证、物证应当是原件、原物；复制件注明与原件一致、出证日期、出处并签章",
    when=MARKET, before=COLLECTING, once=case.evidence_flaws, demands=~case.evidence_flaws.has(Flaw.COPY),
    fix="由证据提供人核对无误后，在复制件上注明与原件一致、出证日期、证据出处并签名或者盖章",
)
AUDIOVISUAL = Gate(
    "SC-025", SAMR_PROCEDURE[25], "视听资料应当是原始载体；复制件注明制作方法、时间、制作人，声音资料附文字记录",
    when=MARKET, before=COLLECTING, once=case.evidence_flaws, demands=~case.evidence_flaws.has(Flaw.CARRIER | Flaw.TRANSCRIPT),
    fix="补注制作方法、制作时间、制作人；声音资料附上文字记录",
)
ELECTRONIC_DATA = Gate(
    "SC-026-1", SAMR_PROCEDURE[26, 1], "电子数据应当是原始载体；复制、固定的注明制作方法、制作时间、制作人",
    when=MARKET, before=COLLECTING, once=case.evidence_flaws, demands=~case.evidence_flaws.has(Flaw.DATA),
    fix="注明制作方法、制作时间、制作人",
)
FORMED_ABROAD = Gate(
    "SC-027-1", SAMR_PROCEDURE[27, 1], "境外公文书证须经公证或者履行条约手续；身份关系证据另须使领馆认证或者履行条约手续",
    when=MARKET, before=COLLECTING, once=case.evidence_flaws, demands=~case.evidence_flaws.has(Flaw.ABROAD),
    fix="补办公证、认证，或者履行条约规定的证明手续",
)
TRANSLATED = Gate(
    "SC-027-3", SAMR_PROCEDURE[27, 3], "外文书证、外国语视听资料附中文译本，由翻译机构盖章或者翻译人员签名",
    when=MARKET, before=COLLECTING, once=case.evidence_flaws, demands=~case.evidence_flaws.has(Flaw.TRANSLATION),
    fix="附上由翻译机构盖章或者翻译人员签名的中文译本",
)
SUMMONED = Gate(
    "SC-028", SAMR_PROCEDURE[28], "检查有违法嫌疑的物品、场所，应当通知当事人到场，制作现场笔录",
    when=MARKET, before=("inspect",), once=case.inspected_on, demands=case.party_summoned.column,
    fix="通知当事人到场；无法通知或者不到场的，在笔录中注明并录音、录像",
)
ASKED_APART = Gate(
    "SC-029", SAMR_PROCEDURE[29], "询问应当个别进行，笔录经核对后逐页签名",
    when=MARKET, before=("question",), once=case.questioned_on, demands=case.asked_apart.column,
    fix="分别询问，每人一份笔录，逐页签名、盖章或者以其他方式确认",
)
SAMPLED_BEFORE_THE_PARTY = Gate(
    "SC-031-1", SAMR_PROCEDURE[31, 1], "抽样取证通知当事人到场，制作抽样记录、加贴封条、开具清单并签名",
    when=MARKET & ~case.sample_remote.holds, before=("sample",), once=case.sampled_on,
    demands=case.sampling.has(Sampling.SUMMONED) & case.sampling.has(Sampling.SEALED) & case.sampling.has(Sampling.LISTED) & case.sampling.has(Sampling.SIGNED),
    fix="补齐通知到场、抽样记录和清单、封条、签名；拒签的注明情况并录音、录像",
)
PURCHASE_ON_FILM = Gate(
    "SC-031-2", SAMR_PROCEDURE[31, 2], "网络、电话购买抽样的，对交易过程、拆包查验及封样进行记录",
    when=MARKET & case.sample_remote.holds, before=("sample",), once=case.sampled_on,
    demands=(case.sampling.column & int(FILMED_PURCHASE)) == int(FILMED_PURCHASE),
    fix="对交易过程、商品拆包查验、封样分别拍照、截屏、录音或者录像",
)
QUALIFIED_LAB = Gate(
    "SC-032", SAMR_PROCEDURE[32], "委托具有法定资质的机构检验鉴定，结果告知当事人",
    when=MARKET & case.test_told_on.known, before=("commission_test", "conclude"), once=case.test_told_on,
    demands=case.test_lab.one_of("qualified", "fallback") & (case.test_running.column | case.result_told_on.known),
    fix="委托有法定资质的机构；没有这样的机构的，写明受托机构具备的条件。结果须告知当事人",
)
ABSENCE_ON_FILM = Gate(
    "SC-043", SAMR_PROCEDURE[43], "当事人不到场、拒绝接受调查或者拒绝签名的，注明情况并录音、录像",
    when=MARKET, before=ON_THE_SCENE, once=case.first_inquiry_on, demands=case.refusals_unfilmed == 0,
    fix="在笔录上注明情况，并采取录音、录像等方式记录；必要时邀请见证人",
)
SCENES_ON_FILM = Gate(
    "SC-044", SAMR_PROCEDURE[44], "检查、询问、抽样、登记保存、查封扣押时按规定拍照、录音、录像",
    when=MARKET, before=ON_THE_SCENE, once=case.first_inquiry_on, grade=Grade.MENDABLE,
    demands=(case.inspected_on.column.is_null() | case.filmed.has(Scene.INSPECTION))
    & (case.questioned_on.column.is_null() | case.filmed.has(Scene.QUESTIONING))
    & (case.sampled_on.column.is_null() | case.filmed.has(Scene.SAMPLING))
    & (case.preserved_on.column.is_null() | case.filmed.has(Scene.PRESERVING)),
    fix="补充当时的照片、录音或者录像；确实没有的，说明原因",
)
ASSISTED_IN_TIME = Clock(
    "SC-045-2", SAMR_PROCEDURE[45, 2], "协助方自接到协助调查函之日起十五个工作日内完成，需要延期的在期满前告知",
    name="协助调查",
    when=MARKET, starts=case.assist_received_on, ends=case.assist_done_on, within=working_days(15), extended=case.assist_extension,
    next_step="receive_assistance",
    fix="催请协助方完成，或者请其告知延期的期限",
)

RULES = (
    ORIGINALS, AUDIOVISUAL, ELECTRONIC_DATA, FORMED_ABROAD, TRANSLATED, SUMMONED, ASKED_APART, SAMPLED_BEFORE_THE_PARTY,
    PURCHASE_ON_FILM, QUALIFIED_LAB, ABSENCE_ON_FILM, SCENES_ON_FILM, ASSISTED_IN_TIME,
)  # fmt: skip
