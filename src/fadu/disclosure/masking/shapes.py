"""The shapes of personal data in Chinese texts, on a text folded to plain digits and letters sign for sign."""

import re
from dataclasses import dataclass
from typing import Final

_DIGITS: Final = {ord(sign): str(value) for value, sign in enumerate("零一二三四五六七八九")} | {ord("〇"): "0", ord("○"): "0", ord("幺"): "1"}
_WIDE: Final = {0x3000: " ", **{wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}}
_RUN: Final = re.compile(r"[零一二三四五六七八九〇○幺]{5,}")
_UNSEEN: Final = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD), " ")
"""Signs that show nothing: between the digits of a number they part it for a machine and not for a reader."""

GAP: Final = r"[\s\-—–_.·*xX]?"
"""What people write between the digits of a number."""


def folded(text: str) -> str:
    """The text with every sign in its plain form, at its place: full-width forms narrow, digits written out in a run as digits."""
    plain = text.translate(_WIDE).translate(_UNSEEN)
    return _RUN.sub(lambda run: run.group().translate(_DIGITS), plain)


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of personal data.

    Attributes:
        name: what it is called where it is told.
        pattern: how it looks in a folded text; group `it` is what goes, where there is one.
        instead: what stands in its place.
    """

    name: str
    pattern: re.Pattern[str]
    instead: str


def _spaced(count: int, last: str = r"\d") -> str:
    return rf"(?:\d{GAP}[ ]?){{{count - 1}}}{last}"


def _shape(name: str, pattern: str, instead: str = "") -> Shape:
    return Shape(name, re.compile(pattern, re.IGNORECASE), instead or f"（{name}不公开）")


_PROVINCES = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新"
_CODE = r"(?:号码?|编号|证号|账号|帐号|卡号|ID)?\s*(?:为|是|[:：])?\s*"

SHAPES: Final = (
    _shape("电子邮箱", r"[A-Za-z0-9._%+-]+\s*(?:@|\(at\)|\[at\]|＠)\s*[A-Za-z0-9-]+(?:\s*\.\s*[A-Za-z0-9-]+)+"),
    _shape("身份证件号码", rf"(?<![0-9A-Z])[1-9]{GAP}{_spaced(17, r'[0-9X]')}(?![0-9A-Z])"),
    _shape("银行卡号", rf"(?<![0-9A-Z])[1-9](?:{GAP}\d){{14,18}}(?![0-9A-Z])"),
    _shape("身份证件号码", r"(?<![0-9A-Z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Z])"),
    _shape("电话号码", rf"(?<!\d)(?:\+?86{GAP})?1[3-9](?:{GAP}\d){{9}}(?!\d)"),
    _shape("电话号码", r"(?<!\d)(?:\(0\d{2,3}\)|0\d{2,3})[\s-]?[2-9]\d{6,7}(?:[-转]\d{1,6})?(?!\d)"),
    _shape("电话号码", r"(?:电话|手机|联系方式|传真|座机)" + _CODE + r"(?P<it>[2-9]\d{6,7})(?!\d)"),
    _shape(
        "护照等证件号码", rf"(?:护照|通行证|港澳|台湾|居留证|军官证|士兵证|警官证|驾驶证|学生证|病历|住院|门诊|医保|社保){_CODE}(?P<it>[A-Z]{{0,3}}\d{{5,18}})"
    ),
    _shape("护照等证件号码", r"(?<![0-9A-Z])(?:[EGDSPHMK]|E[A-Z]|C[A-Z]|H[A-Z])\d{8,9}(?![0-9A-Z])"),
    _shape("车架号", r"(?:车架号|发动机号|VIN)" + _CODE + r"(?P<it>[A-HJ-NPR-Z0-9]{6,17})"),
    _shape("车辆号牌", rf"(?:车牌|号牌|牌照|尾号)(?:尾号)?{_CODE}(?P<it>[A-HJ-NP-Z0-9·.-]{{3,8}})"),
    _shape("车辆号牌", rf"[{_PROVINCES}][A-HJ-NP-Z][\s·.-]?[A-HJ-NP-Z0-9]{{4,5}}[A-HJ-NP-Z0-9学警港澳挂]"),
    _shape("网络账号", r"(?:微信|wechat|weixin|QQ|支付宝|抖音|快手|微博|网名|昵称|用户名|账户名)" + _CODE + r"(?P<it>[A-Za-z0-9_@.\-]{4,40})"),
    _shape("银行账号", r"(?:账号|帐号|卡号|账户)\s*(?:为|是|[:：])?\s*(?P<it>\d[\d\s-]{7,30}\d)"),
    _shape("出生日期", r"(?P<it>(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?)\s*(?:出生|生)"),
    _shape("出生日期", r"(?:出生(?:日期|年月|于)?|生于|生日)\s*(?:为|是|[:：])?\s*(?P<it>(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*[月./-]?(?:\s*\d{1,2}\s*日?)?)"),
    _shape("网络地址", r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])"),
    _shape("设备识别码", r"(?:IMEI|IMSI|MAC|MEID)" + _CODE + r"(?P<it>[0-9A-F:\-]{12,20})"),
    _shape(
        "住址",
        r"(?:家住|现住|住址|住所地?|户籍地?|户籍所在地|居住地?|居住在|居住于|暂住|租住|住在|住于|家庭地址|收货地址|通讯地址|(?<![入居])住)(?:址|地)?\s*(?:为|是|在|于|[:：])?\s*"
        r"(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,8}?(?:市|州|盟))?(?:[\u4e00-\u9fff]{1,8}?(?:县|区|旗|市))?(?P<it>[\u4e00-\u9fffA-Za-z0-9\-—－ ]{2,40}?(?:号|室|户|栋|幢|楼|村|组|里|院|屯|庄|单元|弄|巷)(?:\s*[0-9A-Za-z\-— ]{1,8}(?:号|室|户|栋|幢|楼|组|单元|层)?){0,6})",
    ),
    _shape("详细住址", r"(?P<it>\d{1,5}\s*(?:号楼|栋|幢|座)\s*(?:\d{1,3}\s*单元)?\s*(?:\d{1,5}\s*(?:室|号|户))?)"),
    _shape("详细住址", r"(?P<it>\d{1,3}\s*单元\s*\d{1,5}\s*(?:室|号|户)?)"),
    _shape("详细住址", r"(?:村|社区|小区|家园|花园|公寓|路|街|巷|胡同|弄|组)(?P<it>\d{1,5}\s*号\s*(?:院|楼)?\s*\d{1,5}\s*(?:室|户))"),
    _shape("健康信息", r"(?P<it>(?:艾滋病|HIV|梅毒|乙肝|精神分裂症?|抑郁症|癫痫|吸毒史?|残疾人?证?)[^，。；\s]{0,6})"),
    _shape("健康信息", r"(?P<it>(?:肝炎|肺结核|糖尿病|肿瘤|癌症|白血病|尿毒症|抑郁|精神病|精神障碍|自闭症|怀孕|流产|堕胎|性病)[^，。；\s]{0,6})"),
    _shape("宗教信仰等", r"(?P<it>(?:信仰|信奉|皈依)[\u4e00-\u9fff]{2,8}?教|(?:基督|天主|伊斯兰|佛|道)教(?:徒|信徒|信众)|穆斯林|同性恋者?)"),
    _shape("生物识别信息", r"(?P<it>(?:指纹|人脸|虹膜|声纹|DNA|基因)(?:编号|特征|样本|数据)?[:：]?\s*[A-Za-z0-9\-]{4,40})"),
    _shape(
        "就读学校",
        r"(?:就读于?|在读于?|学籍)(?:在|为|[:：])?\s*(?P<it>[\u4e00-\u9fff0-9]{2,24}?(?:小学|中学|幼儿园|学校|学院|大学)(?:[\u4e00-\u9fff0-9（）()]{1,8}(?:班|年级))?)",
    ),
    _shape("坐标", r"(?P<it>(?<![\d.])\d{2,3}\.\d{4,}\s*[,，°]\s*\d{2,3}\.\d{4,})"),
    _shape("文件名", r"(?P<it>[^\s，。；：“”（）()]{1,60}\.(?:jpe?g|png|pdf|docx?|xlsx?|mp[34]|mov|wav|zip|rar|txt))"),
    _shape("密码", r"(?:密码|口令|验证码)" + _CODE + r"(?P<it>[A-Za-z0-9!@#$%^&*._\-]{4,40})"),
    _shape("坐标", r"(?:经度|纬度|东经|北纬)\s*[:：]?\s*(?P<it>\d{1,3}\.\d{3,})"),
)
"""What is looked for, the more particular before the more general."""

OF_PERSONS: Final = (
    _shape("年龄", r"(?P<it>(?:年龄\s*[:：]?\s*)?\d{1,3}\s*周?岁)"),
    _shape("出生年份", r"(?P<it>(?:19|20)\d{2}\s*年)(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?\s*(?:出生|生人)"),
    _shape("民族", r"(?<![\u4e00-\u9fff])(?P<it>[\u4e00-\u9fff]{1,5}族)(?=[，、。；）)])"),
    _shape(
        "详细地址",
        r"(?P<it>[\u4e00-\u9fff]{1,10}?(?:镇|乡|街道|村|社区|小区|大街|大道|路|街|巷|胡同|弄|里|屯|庄|苑|家园|花园|公寓)(?:\s*[0-9A-Za-z\-—]{1,8}\s*(?:号|号楼|栋|幢|组|单元|室|户|院)){1,6})",
    ),
    _shape("详细地址", r"(?<=[县区市旗])(?P<it>[\u4e00-\u9fff]{1,8}?(?:镇|乡|街道)(?:[\u4e00-\u9fff]{1,8}?(?:村|社区|路|街|里|巷))?)"),
    _shape("详细地址", r"(?:系|为|是|在|到|从|于|，|。|的|^)(?P<it>[\u4e00-\u9fff]{1,6}(?:村|屯|庄|小区|社区|家园|花园))(?=[村民居内的里旁附，。、]|$)"),
    _shape(
        "单位名称",
        r"(?P<it>[\u4e00-\u9fff（）()A-Za-z0-9]{2,24}?(?:有限公司|有限责任公司|股份公司|公司|合作社|经营部|门市部|工作室|食品店|便利店|小吃店|药店|商店|商行|超市|酒店|饭店|餐厅|餐馆|宾馆|诊所|药房|加工厂|工厂|养殖场))",
    ),
    _shape("统一社会信用代码", r"(?<![0-9A-Z])(?P<it>[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Z])"),
    _shape("职务", r"(?P<it>(?:任|担任|系)[\u4e00-\u9fff]{2,16}?(?:主任|局长|书记|校长|院长|所长|科长|镇长|村长|董事长|总经理))"),
)
"""What tells who a natural person is when it is laid beside another public list: a register of enterprises, a roll of a village, a list of plates."""
