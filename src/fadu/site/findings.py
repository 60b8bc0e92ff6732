"""How what stands against a step is laid out: which article, which fact, what next."""

from collections.abc import Iterable, Mapping
from typing import Any

from fadu.law.facts import VOCABULARY, Type
from fadu.site import words


def fact_words(label: str, value: Any) -> str:
    """A fact and its value as officers say them: 拟罚款数额：12,000 元."""
    fact = next((fact for fact in VOCABULARY.values() if fact.label == label), None)
    match fact.type if fact else None:
        case Type.DAY:
            shown = words.cn_date(value)
        case Type.MONEY:
            shown = words.money_yuan(value)
        case Type.FLAG:
            shown = "是" if value else "否"
        case Type.TEXT:
            shown = dict(fact.choices).get(value, str(value)) if fact else str(value)
        case Type.MOMENT:
            shown = words.minute(value)
        case Type.SET:
            shown = "" if fact is None else "已记录" if value else "无"
        case _:
            shown = str(value)
    return f"{label}：{shown}"


def laid(findings: Iterable[Any]) -> list[dict[str, Any]]:
    """Objections (`cases.errors.Objection`, or as they are kept) ready to show; a plain `fact` or `basis` is shown as it is."""
    return [_laid(finding) for finding in findings or ()]


def _laid(finding: Any) -> dict[str, Any]:
    def get(key: str, default: Any) -> Any:
        found = finding.get(key) if isinstance(finding, Mapping) else getattr(finding, key, None)
        return default if found is None else found

    missing, found, basis, earliest = get("missing", ()), get("found", {}), get("basis", None), get("earliest", "")
    bases, paths = get("bases", ()), get("paths", ())
    facts = [get("fact", "")] if get("fact", "") else [fact_words(label, value) for label, value in found.items()]
    if missing:
        facts.append(f"还不知道：{'、'.join(missing)}")
    return {
        "says": get("says", ""),
        "laws": list(zip(bases, paths, strict=False)) if bases else [(str(basis), basis.path)] if basis else [],
        "facts": facts,
        "fix": get("fix", ""),
        "earliest": words.cn_date_weekday(earliest) if earliest and words.day(earliest) else earliest,
        "provisional": bool(get("provisional", False)),
    }
