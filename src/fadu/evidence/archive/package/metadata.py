"""eep.xml: the description of a file, signed and locked. What it says of files, steps and people is what the record says."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone
from lxml import etree

from fadu.evidence.archive.models import Item, Volume
from fadu.evidence.archive.package.zipping import Member
from fadu.law.filing import Part, Term
from fadu.ledger.keys import Signer

NS = "urn:fadu:eep:1"
SCHEMA = Path(__file__).with_name("schema.xsd")
SIGNED, LOCKED = "fadu-eep-signature/1", "fadu-eep-lock/1"
DESCRIBED = (
    "本归档包参照 DA/T 48—2009《基于XML的电子文件封装规范》的结构，封装内容以独立文件存放于同一 ZIP 包内，"
    "由文件清单逐一列明散列值；签名和锁定为 Ed25519，每一步骤、文书和原件附公开日志的存证凭证。"
)

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Business:
    """业务实体: one step as the description tells of it."""

    ref: str
    stage: str
    label: str
    taken_at: datetime
    recorded_at: datetime
    basis: str
    by: str
    content: str
    proof: str


@dataclass(frozen=True, slots=True)
class Person:
    """机构人员实体: an organ or a person that had to do with the file."""

    kind: str
    name: str
    code: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What the description needs beside the rows of the file."""

    case: Mapping[str, str]
    organ: Person
    steps: Sequence[Business]
    people: Sequence[Person]
    proofs: Mapping[str, str]


def text(value: object, longest: int = 2000) -> str:
    """Words as XML can hold them."""
    return _UNWRITABLE.sub("", str(value))[:longest]


def moment(value: datetime) -> str:
    """A moment as XML Schema writes it."""
    return timezone.localtime(value).isoformat(timespec="seconds")


def described(volume: Volume, items: Sequence[Item], members: Iterable[Member], about: About, signer: Signer) -> bytes:
    """The description, signed and locked."""
    root = etree.Element(_q("封装包"), nsmap={None: NS})
    _add(root, "封装包格式描述", DESCRIBED)
    _add(root, "版本", "fadu-eep/1")
    root.append(_object(volume, items, list(members), about))
    block = etree.SubElement(root, _q("电子签名块"))
    block.append(_signature("电子签名", SIGNED, digest(root.find(_q("被签名对象"))), volume, signer))
    root.append(_signature("锁定签名", LOCKED, locked_digest(root), volume, signer))
    made: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return made


def digest(element: Any) -> str:
    """SHA-256 of an element in canonical form (exclusive C14N 1.0)."""
    return hashlib.sha256(etree.tostring(element, method="c14n", exclusive=True, with_tail=False)).hexdigest()


def locked_digest(root: Any) -> str:
    """What the lock commits to: everything that stands before it."""
    found = hashlib.sha256()
    for child in root:
        if child.tag != _q("锁定签名"):
            found.update(etree.tostring(child, method="c14n", exclusive=True, with_tail=False))
    return found.hexdigest()


def _signature(name: str, purpose: str, of: str, volume: Volume, signer: Signer) -> Any:
    element = etree.Element(_q(name), nsmap={None: NS})
    _add(element, "签名标识符", purpose)
    _add(element, "签名规则", f"对“{purpose}”、换行、摘要（十六进制 SHA-256）、换行的 UTF-8 文本作 Ed25519 签名；摘要取 独占式 C14N 1.0 规范形式。")
    _add(element, "签名时间", moment(volume.bound_at))
    _add(element, "签名人", signer.name)
    _add(element, "签名算法标识", "Ed25519")
    _add(element, "摘要", of)
    _add(element, "签名结果", b64encode(signer.sign(f"{purpose}\n{of}\n")).decode())
    _add(element, "公钥", signer.vkey)
    return element


def _object(volume: Volume, items: Sequence[Item], members: Sequence[Member], about: About) -> Any:
    element = etree.Element(_q("被签名对象"), nsmap={None: NS}, 标识=str(volume.id))
    _add(element, "封装包类型", "补充型" if volume.ordinal else "原始型")
    _add(element, "封装包类型描述", f"第 {volume.ordinal} 补充卷" if volume.ordinal else "一案一卷的归档案卷")
    _add(element, "封装包创建时间", moment(volume.bound_at))
    _add(element, "封装包创建单位", about.organ.name)
    content = etree.SubElement(element, _q("封装内容"))
    etree.SubElement(content, _q("文件实体块")).append(_file(volume, items, sum(one.size for one in members), about))
    business = etree.SubElement(content, _q("业务实体块"))
    for place, step in enumerate(about.steps, 1):
        business.append(_business(place, step))
    people = etree.SubElement(content, _q("机构人员实体块"))
    for person in (about.organ, *about.people):
        one = etree.SubElement(people, _q("机构人员实体"))
        for name, value in (("机构人员类型", person.kind), ("机构人员名称", person.name), ("组织机构代码", person.code), ("身份", person.role)):
            _add(one, name, text(value, 120))
    listed = etree.SubElement(content, _q("文件清单"))
    for found in members:
        one = etree.SubElement(listed, _q("文件"), 路径=found.name)
        for label, said in (("媒体", found.media), ("散列", found.sha256), ("字节数", str(found.size))):
            _add(one, label, said)
    return element


def _file(volume: Volume, items: Sequence[Item], size: int, about: About) -> Any:
    element = etree.Element(_q("文件实体"), nsmap={None: NS})
    _add(element, "聚合层次", "案卷")
    _group(element, "来源", 立档单位名称=about.organ.name, 组织机构代码=about.organ.code)
    _add(element, "电子文件号", volume.id)
    _group(
        element, "档号", 归档号=volume.number, 类别=about.case["kind"], 年度=volume.year, 顺序号=volume.serial, 保管期限=Term(volume.term).label, 划定理由=volume.term_why,
    )  # fmt: skip
    told = {
        "题名": volume.title, "案件标识": volume.case_id, "案号": about.case["number"], "案由": about.case["cause"], "当事人": about.case["party"],
        "形成日期": volume.formed_on, "归档日期": volume.archived_on,
    }  # fmt: skip
    told |= {"期满日期": volume.expires_on} if volume.expires_on else {}
    lacks = "；".join(f"{lack['what']}（{lack['basis']}）" for lack in volume.lacks)
    _group(element, "内容描述", **told, 缺件说明=lacks, 备考=volume.note or "")
    _group(element, "形式特征", 件数=len(items), 正卷页数=volume.front_pages, 副卷页数=volume.vice_pages, 字节数=size)
    listed = etree.SubElement(element, _q("卷内文件"))
    for item in items:
        one = _group(
            listed, "件", 题名=item.title, 文号=item.number, 责任者=item.author, 日期=item.made_on, 卷别=Part(item.part).label, 类=item.group,
            起始页号=item.first_page, 页数=item.pages, 文件标识=item.ref, 文件种类=item.paper, 存放=item.name, 存证=about.proofs[str(item.ref)],
        )  # fmt: skip
        one.set("件号", str(item.place))
    return element


def _business(place: int, step: Business) -> Any:
    element = etree.Element(_q("业务实体"), nsmap={None: NS}, 序号=str(place))
    told = (
        ("业务标识", step.ref), ("业务状态", step.stage), ("业务行为", step.label), ("行为时间", moment(step.taken_at)), ("登记时间", moment(step.recorded_at)),
        ("行为依据", step.basis), ("行为人", step.by), ("记录", step.content), ("存证", step.proof),
    )  # fmt: skip
    for name, value in told:
        _add(element, name, value)
    return element


def _group(parent: Any, name: str, **told: object) -> Any:
    element = etree.SubElement(parent, _q(name))
    for label, value in told.items():
        _add(element, label, value)
    return element


def _add(parent: Any, name: str, value: object) -> None:
    etree.SubElement(parent, _q(name)).text = text(value)


def _q(name: str) -> str:
    return f"{{{NS}}}{name}"
