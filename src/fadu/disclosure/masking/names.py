"""Names of natural persons in Chinese texts."""

import re
from typing import Final

SINGLE: Final = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边净阴闫佟"
)
DOUBLE: Final = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "长孙", "宇文", "端木", "南宫", "呼延", "西门")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[·•][\u4e00-\u9fff]{1,8})?")
_FOREIGN: Final = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•.][\u4e00-\u9fff]{1,10})+|[A-Z][a-z]+(?: [A-Z]\.?)?(?: [A-Z][a-z]+)+")
_NO_NAMES: Final = re.compile(r"[局厅部委所队会社店厂司院校站场馆市县区镇乡村街路号室组科处股单位公告食品药品商标]")

CUES: Final = (
    "当事人|被处罚人|违法行为人|行为人|证人|见证人|店主|店长|业主|经营者|负责人|法定代表人|投资人|合伙人|股东|实际控制人|经办人|委托代理人|代理人|律师|"
    "举报人|投诉人|申请人|消费者|顾客|患者|病人|受害人|被害人|家属|父亲|母亲|丈夫|妻子|儿子|女儿|其子|其女|其妻|其夫|其父|其母|之子|之女|长子|次子|长女|次女|未成年人|幼童|儿童|婴儿|监护人|股东会代表|财务总监|技术总监|技术员|厂长|总经理|副总经理|经理|董事长|董事|监事|高管|实际经营人|承包人|合伙人|学生|老师|员工|职工|雇员|厨师|司机|驾驶员|房东|租户|邻居|村民|居民|居住的|会计|出纳|保安|快递员|送货人|收货人|签收人|联系人|接收人|到场人|经手人|采购员|销售员|业务员|承租人|出租人|户主|姓名"
)
CUED: Final = re.compile(rf"(?:{CUES})(?:姓名)?(?:为|是|叫|系|名叫|[:：（(“])?\s*(?P<it>[\u4e00-\u9fff]{{2,4}})")
DOTTED: Final = re.compile(rf"(?:{CUES})?(?:姓名)?(?:为|是|叫|系|名叫|[:：（(“])?\s*(?P<it>[\u4e00-\u9fff]{{1,6}}(?:[·•∙・][\u4e00-\u9fff]{{1,4}})+)")
"""A name in parts (买买提·艾力江), with a cue or without: no other words are written so."""
LATIN: Final = re.compile(rf"(?:{CUES})(?:姓名)?(?:为|是|叫|系|名叫|[:：（(“])?\s*(?P<it>[A-Z][A-Za-z'’-]+(?:\s+[A-Z][A-Za-z'’.-]*){{1,4}})")
"""A foreign name after a cue; without one it may be a brand."""
AFTER: Final = re.compile(r"(?P<it>[\u4e00-\u9fff]{2,4})(?:先生|女士|小姐|同志|老师|某)")


COMMON: Final = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
"""Surnames that a hundred others of a county bear: one of these tells nobody apart, a rare one may tell who it is by itself."""


def is_name(text: str) -> bool:
    """Whether a short answer looks like the name of a person."""
    text = text.strip()
    if _FOREIGN.fullmatch(text):
        return True
    if not _CHINESE.fullmatch(text) or _NO_NAMES.search(text):
        return False
    return text.startswith(DOUBLE) or text[0] in SINGLE


def surname(name: str) -> str:
    """欧阳 of 欧阳某, 王 of 王某; of a foreign name nothing."""
    if _FOREIGN.fullmatch(name):
        return ""
    return name[:2] if name.startswith(DOUBLE) else name[:1]


def veiled(name: str) -> str:
    """王某某: a common surname stays, so that a decision about several persons can be read; of a rare one, and of a foreign name, nothing does."""
    kept = surname(name) if name else ""
    return f"{kept}某某" if kept in COMMON else "（姓名不公开）"


def cut(found: str) -> str:
    """The name at the beginning of signs that follow a cue: 王清河称 → 王清河; "" where no surname begins there."""
    double = found.startswith(DOUBLE)
    if not double and found[0] not in SINGLE:
        return ""
    for length in range(min(len(found), 4 if double else 3), (2 if double else 1), -1):
        piece = found[:length]
        if piece[-1] not in _VERBS and not _NO_NAMES.search(piece):
            return piece
    return ""


_VERBS = frozenset("称说的在与和及向于对将未已为是到于从被把由提有因没拒当自经其签陈承表述等均也又再就")
