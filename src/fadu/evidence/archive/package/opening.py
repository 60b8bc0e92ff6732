"""Reading a package, whoever made it: nothing in it is believed before it is checked."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from fadu.evidence.archive.package.metadata import NS, SCHEMA
from fadu.evidence.archive.package.zipping import CHUNK

LARGEST_TOLD = 64 << 20
"""Bytes of the largest description, proof or record that is read whole."""
MOST = 20_000
"""Members of the largest package."""


class Unreadable(Exception):
    """It is no package, or something in it can't be read."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the description names it."""

    name: str
    media: str
    sha256: str
    size: int


@dataclass
class Opened:
    """A package that is being read.

    Attributes:
        zip: the container.
        read: members whose hash was reckoned: name → (SHA-256 in hex, bytes).

    """

    zip: ZipFile
    read: dict[str, tuple[str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, source: BinaryIO) -> "Opened":
        """Open one; raises Unreadable when it is no zip."""
        try:
            return cls(ZipFile(source))
        except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Unreadable("不是归档包，或者文件已经损坏") from error

    @cached_property
    def names(self) -> list[str]:
        """The names of all members, as they stand."""
        found = self.zip.namelist()
        if len(found) > MOST:
            raise Unreadable(f"包内文件超过 {MOST} 个")
        return found

    @cached_property
    def told(self) -> bytes:
        """The bytes of the description."""
        return self.small("eep.xml")

    @cached_property
    def root(self) -> Any:
        """The description, parsed with nothing fetched and nothing expanded."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            found = etree.fromstring(self.told, parser)
        except etree.XMLSyntaxError as error:
            raise Unreadable(f"eep.xml 不可读：{error.msg}") from error
        if found.getroottree().docinfo.doctype:
            raise Unreadable("eep.xml 含有文档类型声明")
        return found

    def faults(self) -> list[str]:
        """What the description does that the schema does not allow; the schema is the platform's own, not the one that lies in the package."""
        schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
        return [] if schema.validate(self.root) else [f"第 {error.line} 行：{error.message.replace('{' + NS + '}', '')}" for error in schema.error_log][:20]

    def small(self, name: str) -> bytes:
        """A member, whole; raises Unreadable where it is missing, damaged or too large."""
        try:
            if self.zip.getinfo(name).file_size > LARGEST_TOLD:
                raise Unreadable(f"{name} 过大")
            return self.zip.read(name)
        except KeyError:
            raise Unreadable(f"缺少 {name}") from None
        except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError) as error:
            raise Unreadable(f"{name} 不可读") from error

    def digest(self, name: str) -> tuple[str, int]:
        """SHA-256 and size of a member, reckoned once, in pieces."""
        if name not in self.read:
            found, size = hashlib.sha256(), 0
            try:
                with self.zip.open(name) as source:
                    while chunk := source.read(CHUNK):
                        found.update(chunk)
                        size += len(chunk)
            except KeyError:
                raise Unreadable(f"缺少 {name}") from None
            except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError) as error:
                raise Unreadable(f"{name} 不可读") from error
            self.read[name] = found.hexdigest(), size
        return self.read[name]

    # --- what the description says ---

    def one(self, path: str) -> str:
        """The words at a path of element names; "" where there is none."""
        found = self.root.find("/".join(f"{{{NS}}}{name}" for name in path.split("/")))
        return "" if found is None else found.text or ""

    def all(self, name: str) -> list[Any]:
        """Every element of that name, in order."""
        return list(self.root.iter(f"{{{NS}}}{name}"))

    @cached_property
    def files(self) -> Mapping[str, Listed]:
        """The files that the description lists, by path."""
        found = {}
        for element in self.all("文件"):
            name = element.get("路径", "")
            size = say(element, "字节数")
            found[name] = Listed(name, say(element, "媒体"), say(element, "散列"), int(size) if size.isdigit() else -1)
        return found

    @cached_property
    def items(self) -> list[dict[str, str]]:
        """The items of the file (件), as words by name."""
        return [{**{child.tag.removeprefix(f"{{{NS}}}"): child.text or "" for child in element}, "件号": element.get("件号", "")} for element in self.all("件")]

    @cached_property
    def steps(self) -> list[dict[str, str]]:
        """The steps (业务实体), as words by name."""
        return [{child.tag.removeprefix(f"{{{NS}}}"): child.text or "" for child in element} for element in self.all("业务实体")]


def say(element: Any, name: str) -> str:
    """The words of a child; "" where there is none."""
    found = element.find(f"{{{NS}}}{name}")
    return "" if found is None else found.text or ""


CONTENT = "被签名对象/封装内容/文件实体块/文件实体"
"""Where the description speaks of the file itself."""
