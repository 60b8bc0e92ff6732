"""Organs named in a list, by 统一社会信用代码 or by name."""

from collections.abc import Iterable

from fadu.agencies.models import Organ


class Names:
    """Organs by code and by name."""

    def __init__(self, organs: Iterable[Organ]) -> None:
        self._by_code: dict[str, Organ] = {}
        self._by_name: dict[str, list[Organ]] = {}
        for organ in organs:
            self._by_code[organ.code] = organ
            self._by_name.setdefault(organ.name, []).append(organ)

    def find(self, text: str) -> Organ | str:
        """The organ meant; else why there is none."""
        text = text.strip()
        if organ := self._by_code.get(text.upper()):
            return organ
        found = self._by_name.get(text, [])
        if len(found) == 1:
            return found[0]
        if found:
            return f"有 {len(found)} 个机关名为“{text[:40]}”，请填写统一社会信用代码"
        return f"没有找到机关“{text[:40]}”，请核对名称或者统一社会信用代码；新机关请先导入机关表"
