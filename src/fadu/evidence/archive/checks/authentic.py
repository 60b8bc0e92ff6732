"""真实性: the package is what was formed, and says of its contents what they are."""

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from lxml import etree

from fadu.evidence.archive.checks.items import Examined, Untold, item
from fadu.evidence.archive.models import Volume
from fadu.evidence.archive.package.metadata import LOCKED, NS, SCHEMA, SIGNED, digest, locked_digest
from fadu.evidence.archive.package.opening import CONTENT, say
from fadu.law.filing import Term
from fadu.ledger.archive import safe
from fadu.ledger.canonical import parse
from fadu.ledger.errors import LedgerError
from fadu.ledger.keys import Verifier
from fadu.ledger.receipt import Receipt, verify

LENGTH = {"SCHEMAV_CVC_MAXLENGTH_VALID", "SCHEMAV_CVC_LENGTH_VALID"}
RANGE = {"SCHEMAV_CVC_ENUMERATION_VALID", "SCHEMAV_CVC_MININCLUSIVE_VALID", "SCHEMAV_CVC_MAXINCLUSIVE_VALID"}
EMPTY = {"SCHEMAV_CVC_MINLENGTH_VALID"}
TYPE = {"SCHEMAV_CVC_DATATYPE_VALID_1_2_1", "SCHEMAV_CVC_PATTERN_VALID", "SCHEMAV_CVC_DATATYPE_VALID_1_2_2"}
TWICE = {"SCHEMAV_CVC_IDC"}
FOLDERS = ("front/", "vice/", "wrap/", "record/", "proof/")
ROOT = {"eep.xml", "eep.xsd", "readme.txt"}

_ODD = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ue000-\uf8ff]")


def faults(examined: Examined, kinds: set[str] | None) -> list[str]:
    """What the schema finds wrong, of these kinds; None gives what is of no other kind: the structure."""
    if "schema" not in examined.cache:
        schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
        schema.validate(examined.package.root)
        examined.cache["schema"] = [(error.type_name, f"第 {error.line} 行：{error.message.replace('{' + NS + '}', '')}") for error in schema.error_log]
    named = LENGTH | RANGE | EMPTY | TYPE | TWICE
    return [told for kind, told in examined.cache["schema"] if (kind in kinds if kinds is not None else kind not in named and not _echo(told))]


def _echo(told: str) -> bool:
    """A fault of a value is told a second time, of its element."""
    return "is not a valid value of the" in told


@item("1-1", "固化信息有效性检测", "用本系统公布的公钥核对电子签名和锁定签名，摘要由 eep.xml 重新计算")
def _signed(examined: Examined) -> Iterator[str]:
    root, key = examined.package.root, Verifier.parse(examined.vkey)
    whole = root.find(f"{{{NS}}}被签名对象")
    if whole is None:
        yield "没有被签名对象"
        return
    for path, purpose, of in ((f"{{{NS}}}电子签名块/{{{NS}}}电子签名", SIGNED, digest(whole)), (f"{{{NS}}}锁定签名", LOCKED, locked_digest(root))):
        element = root.find(path)
        label = "锁定签名" if purpose == LOCKED else "电子签名"
        if element is None:
            yield f"没有{label}"
        elif say(element, "摘要") != of:
            yield f"{label}的摘要与内容不符，元数据在立卷后被改动"
        elif not key.verifies(f"{purpose}\n{of}\n", _bytes(say(element, "签名结果"))):
            yield f"{label}不是本系统的签名"


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError:
        return b""


@item("1-2", "元数据项数据长度检测", "按 XML Schema 逐项核对长度")
def _lengths(examined: Examined) -> list[str]:
    return faults(examined, LENGTH)


@item("1-3", "元数据项数据类型、格式检测", "按 XML Schema 逐项核对日期、数字、散列值、标识、档号的格式")
def _types(examined: Examined) -> list[str]:
    return faults(examined, TYPE)


@item("1-4", "设定值域的元数据项值域符合度检测", "按 XML Schema 核对保管期限、卷别、类、年度等的值域")
def _ranges(examined: Examined) -> list[str]:
    return faults(examined, RANGE)


@item("1-5", "元数据项数据值合理性检测", "形成日期不晚于归档日期；期满日期由保管期限算出；步骤的登记时间不早于办理时间")
def _reasonable(examined: Examined) -> Iterator[str]:
    one = examined.package.one
    formed, archived = (_day(one(f"{CONTENT}/内容描述/{name}")) for name in ("形成日期", "归档日期"))
    if formed is None or archived is None:
        yield "形成日期或者归档日期不可读"
        return
    if formed > archived:
        yield f"形成日期 {formed} 晚于归档日期 {archived}"
    terms = {term.label: term for term in Term}
    term = terms.get(one(f"{CONTENT}/档号/保管期限"))
    if term is None or _day(one(f"{CONTENT}/内容描述/期满日期")) != term.ends(formed):
        yield "期满日期与保管期限不符"
    for step in examined.package.steps:
        taken, recorded = _moment(step.get("行为时间", "")), _moment(step.get("登记时间", ""))
        if taken is None or recorded is None or (taken - recorded).total_seconds() > 300:
            yield f"步骤“{step.get('业务行为', '')}”的办理时间晚于登记时间"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


@item("1-6", "元数据项数据包含特殊字符检测", "元数据中没有控制字符、不可见的方向字符、私用区字符和替换字符")
def _odd(examined: Examined) -> list[str]:
    return [f"{element.tag.removeprefix('{' + NS + '}')}含有特殊字符" for element in examined.package.root.iter() if _ODD.search(element.text or "")]


@item("1-7", "档号规范性检测", "归档号由机关代字、年度、类别和四位顺序号组成，与档号各项及本系统登记一致")
def _number(examined: Examined) -> Iterator[str]:
    one = examined.package.one
    number, year, serial, kind = (one(f"{CONTENT}/档号/{name}") for name in ("归档号", "年度", "顺序号", "类别"))
    if not re.fullmatch(rf"\S+档〔{re.escape(year)}〕{re.escape(kind)}{serial.zfill(4)}(-补[1-9]\d*)?", number):
        yield f"归档号 {number} 与年度、类别、顺序号不符"
    if examined.volume and number != examined.volume.number:
        yield f"归档号 {number} 与登记的 {examined.volume.number} 不符"


@item("1-8", "元数据项数据重复性检测", "件号、路径、文件标识在包内不重复，归档号在本机关不重复")
def _twice(examined: Examined) -> Iterator[str]:
    yield from faults(examined, TWICE)
    for name in ("文件标识", "存放"):
        seen = Counter(one.get(name, "") for one in examined.package.items)
        yield from (f"{name} {value} 出现 {times} 次" for value, times in seen.items() if times > 1)
    yield from (f"{name} 在包内出现 {times} 次" for name, times in Counter(examined.package.names).items() if times > 1)
    number = examined.package.one(f"{CONTENT}/档号/归档号")
    if examined.volume and Volume.objects.filter(organ_id=examined.volume.organ_id, number=number).exclude(pk=examined.volume.pk).exists():
        yield f"归档号 {number} 已经用于另一案卷"


@item("1-9", "内容数据的电子属性一致性检测", "重新计算每个文件的 SHA-256 和字节数，与元数据和登记的一致")
def _same(examined: Examined) -> Iterator[str]:
    package = examined.package
    for name, listed in package.files.items():
        if name in package.names and package.digest(name) != (listed.sha256, listed.size):
            yield f"{examined.called(name)}的内容与校验值不符"
    for row in examined.items:
        if row.name in package.files and package.files[row.name].sha256 != row.sha256:
            yield f"第 {row.place} 件《{row.title}》的校验值与登记的不符"


@item("1-10", "元数据是否关联内容数据检测", "每一件、每一步骤所指的文件和凭证都在文件清单中")
def _linked(examined: Examined) -> Iterator[str]:
    files = examined.package.files
    for one in examined.package.items:
        yield from (f"第 {one.get('件号')} 件《{one.get('题名')}》没有关联{what}" for what in ("存放", "存证") if one.get(what) not in files)
    for step in examined.package.steps:
        yield from (f"步骤“{step.get('业务行为')}”没有关联{what}" for what in ("记录", "存证") if step.get(what) not in files)


@item("1-11", "说明文件和目录文件规范性检测", "有说明文件、元数据结构文件和各卷目录；结构文件与本系统公布的相同")
def _explained(examined: Examined) -> Iterator[str]:
    names = set(examined.package.names)
    yield from (f"缺少 {name}" for name in ("readme.txt", "eep.xsd") if name not in names)
    if "eep.xsd" in names and examined.package.small("eep.xsd") != SCHEMA.read_bytes():
        yield "eep.xsd 与本系统公布的不同"
    for part in ("front", "vice"):
        if any(name.startswith(f"{part}/") for name in examined.package.files) and f"wrap/{part}-catalogue.pdf" not in names:
            yield f"缺少{'正卷' if part == 'front' else '副卷'}目录"


@item("1-12", "信息包目录结构规范性检测", "文件都在规定的目录中，路径不越出包外，没有链接")
def _laid_out(examined: Examined) -> list[str]:
    return [f"路径不合规：{name[:80]}" for name in examined.package.names if not safe(name) or not (name in ROOT or name.startswith(FOLDERS))]


@item("1-13", "信息包一致性检测", "整个归档包的 SHA-256 与立卷时登记、并由公开日志存证的一致")
def _unchanged(examined: Examined) -> str:
    if examined.volume is None:
        raise Untold("不是本系统登记的案卷，没有可以比对的登记")
    return "" if examined.digest == examined.volume.sha256 else "归档包在立卷后被改动"


@item("1-14", "存证凭证有效性检测", "每一步骤、文书、原件的凭证用公布的公钥逐一核对：内容、日志条目、树根签名")
def _proved(examined: Examined) -> Iterator[str]:
    package = examined.package
    for step in package.steps:
        yield _proof(examined, step.get("存证", ""), f"步骤“{step.get('业务行为')}”", step.get("业务标识", ""), content=step.get("记录", ""))
    for one in package.items:
        listed = package.files.get(one.get("存放", ""))
        yield _proof(
            examined, one.get("存证", ""), f"第 {one.get('件号')} 件《{one.get('题名')}》", one.get("文件标识", ""), sha256=listed.sha256 if listed else ""
        )


def _proof(examined: Examined, path: str, label: str, ref: str, *, content: str = "", sha256: str = "") -> str:
    if path not in examined.package.names:
        return f"{label}缺少存证凭证"
    try:
        receipt = Receipt.from_json(examined.package.small(path))
        told: Any = parse(examined.package.small(content)) if content else receipt.content
        verify(receipt, told, examined.vkey)
    except LedgerError as error:
        return f"{label}的凭证不能证明：{error.reason}"
    if content:
        return "" if receipt.entry.step == ref else f"{label}的凭证不是它的"
    named = told if isinstance(told, dict) else {}
    right = ref in {named.get("document"), named.get("original")} and named.get("sha256") == sha256
    return "" if right else f"{label}的凭证不是它的"
