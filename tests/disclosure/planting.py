"""What is planted in every free-text field of a case, and the filling of its forms with it. Knows nothing of the masking code."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from fadu.law.forms import Field, Invalid, Kind
from tests.cases.telling import Telling


class Plant(NamedTuple):
    """A kind of personal or secret data, a sentence that tells it, and what of it nobody may read."""

    kind: str
    sentence: str
    secret: str


SECRET = "秘制酱料配方八角三份桂皮二份"
PLANTS = tuple(
    Plant(*line.split("|"))
    for line in """
姓名|证人张三丰看见了|张三丰
复姓|店员说店主诸葛清风不在|诸葛清风
带点的姓名|证人：李·四·光说|李·四·光
少数民族姓名|当事人买买提·艾力江在场|买买提·艾力江
英文姓名|店主 John Wick Smith 签字|John Wick Smith
企业内部人员|财务总监钱多宝交代|钱多宝
实际控制人|实际控制人周进财指使|周进财
未成年人|其子郑小宝在店内|郑小宝
就读学校|郑同学就读于示范县第一小学三年级二班|示范县第一小学
举报人|举报人：孙悦然要求保密|孙悦然
先生|一位吴建邦先生到过|吴建邦
身份证18位|身份证号110105199001011237|110105199001011237
身份证带X|号码11010519491231002X属实|11010519491231002X
身份证15位|旧证130102850307123|130102850307123
身份证分段|证件110105 19880101 1234|110105 19880101 1234
身份证全角|证件１１０１０５１９７７０１０１１２３５|１１０１０５１９７７０１０１１２３５
手机|电话13912345678联系|13912345678
手机分段|打139-8765-4321|139-8765-4321
手机汉字|拨一三七一二三四五六七八|一三七一二三四五六七八
国家码|电话+86 13512340987|13512340987
座机|座机0319-7654321|7654321
无区号座机|联系电话：7123456|7123456
电子邮箱|邮箱qian.db@secret-mail.cn|qian.db@secret-mail.cn
变形邮箱|邮箱zhou(at)hidden.com|zhou(at)hidden.com
微信|微信号：wxid_qian99|wxid_qian99
QQ|QQ：987654321|987654321
银行卡|转入6217001234567890123|6217001234567890123
银行卡分段|卡号6228 4800 1234 5678 901|6228 4800 1234 5678 901
银行账号|账号13050161640800000123|13050161640800000123
车牌|驾驶冀A12B45送货|冀A12B45
新能源车牌|驾驶冀AD12345送货|冀AD12345
车架号|车架号LSVAM4187C2184841|LSVAM4187C2184841
护照|护照E12345678|E12345678
通行证|通行证C98765432|C98765432
住址|家住示范县城关镇幸福里3栋201室|幸福里3栋201室
楼栋|送至阳光小区12号楼2单元501室|12号楼2单元501室
出生日期|1985年3月7日出生|1985年3月7日
健康|患有乙肝病史|乙肝
精神健康|曾因抑郁症就医|抑郁症
宗教|其信仰伊斯兰教|信仰伊斯兰教
生物识别|指纹编号FP20260117A|FP20260117A
坐标|位置114.48321,38.02345处|114.48321
经度|东经114.58321|114.58321
网络地址|登录地址192.168.3.77|192.168.3.77
设备码|手机IMEI:860000000000012|860000000000012
病历号|住院号00983761|00983761
密码|后台密码Passw0rd2026|Passw0rd2026
文件名|见附件钱多宝身份证正面.jpg|钱多宝身份证正面
民警私人电话|执法人员李伟私人手机18630001111|18630001111
商业秘密|工艺为秘制酱料配方八角三份桂皮二份|秘制酱料配方八角三份桂皮二份
商业秘密断行|工艺为秘制酱料 配方八角三份 桂皮二份|秘制酱料 配方八角三份
""".strip().splitlines()
)

_PEOPLE = re.compile(r"人$|人员|姓名|接收|签收|代表|律师|经办|店主|文号|号码|票据|编号|措施种类|条|依据|规定")
"""Fields that hold one name or one citation: what is asked of them is not prose."""


def plain(text: str) -> str:
    """A text as somebody who looks for a string in it would fold it: no blanks, no marks, narrow signs, small letters."""
    return re.sub(r"[\s\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


_DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")


def leaked(text: str) -> list[str]:
    """The kinds of what was planted that stand in a text, in whatever form."""
    folded = plain(text)
    digits = folded.translate(_DIGITS)
    return [plant.kind for plant in PLANTS if plain(plant.secret) in folded or plain(plant.secret).translate(_DIGITS) in digits]


class Planter:
    """Fills forms with what is planted, in turn where not all of it has room, and counts the places."""

    def __init__(self) -> None:
        self.turn, self.places = 0, set[str]()

    def words(self, room: int, *, lines: bool) -> str:
        """As many of the sentences as have room, beginning where the last place ended; all come up in turn."""
        said: list[str] = []
        for _ in PLANTS:
            sentence = PLANTS[self.turn % len(PLANTS)].sentence
            if sum(len(one) + 1 for one in said) + len(sentence) + 1 > room:
                break
            said.append(sentence)
            self.turn += 1
        return ("。\n" if lines else "；").join(said)

    def planted(self, step: str, fields: Iterable[Field], data: Mapping[str, Any], barred: frozenset[str]) -> dict[str, Any]:
        """The answers of a step with something planted in each field of prose that is asked, in those of tables too."""
        full = dict(data)
        for field in fields:
            if field.name in barred or (field.when is not None and field.name not in data):
                continue
            if field.kind is Kind.TABLE and isinstance(data.get(field.name), list):
                full[field.name] = [self.planted(f"{step}.{field.name}", field.columns, row, barred) for row in data[field.name]]
            if field.kind not in {Kind.TEXT, Kind.LONGTEXT} or _PEOPLE.search(field.label) or field.name in {"cause", "item"}:
                continue
            own = str(data.get(field.name, ""))
            if words := self.words(field.longest - len(own) - 2, lines=field.kind is Kind.LONGTEXT):
                full[field.name] = f"{own}；{words}" if own else words
                self.places.add(f"{step}.{field.name}")
        return full


def tell(telling: Telling, planter: Planter, last: str, **changes: Mapping[str, Any]) -> None:
    """The story up to a step, planted; a field that does not take prose is left as it is."""
    from fadu.law.registry import procedure_of

    course = procedure_of(telling.story["procedure"])
    for name in telling.steps:
        barred: frozenset[str] = frozenset()
        for _ in range(6):
            answers = planter.planted(name, course[name].asks, telling.answers(name, changes.get(name)), barred)
            try:
                telling.take(name, answers)
                break
            except Invalid as invalid:
                barred |= {key.rsplit(".", 1)[-1] for key in invalid.errors}
        else:
            raise AssertionError(f"{name}: {barred}")
        planter.places -= {place for place in planter.places if place.rsplit(".", 1)[-1] in barred and place.startswith(f"{name}.")}
        if name == last:
            return
