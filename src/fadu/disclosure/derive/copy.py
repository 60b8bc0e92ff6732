"""The public copy of a decision (决定书公开文本): its words masked, made from what the paper was made from, never from the file itself.

市场监督管理行政处罚信息公示规定第四条, 第七条: what is published is the summary and the decision, which but for what is taken out
agrees with the one that was served. Seal, signatures and the code of the paper do not stand on it; nor does the sheet of signatures.
"""

from collections.abc import Mapping
from typing import Any

from fadu.disclosure.masking import Known, Masked, mask
from fadu.documents.models import Document
from fadu.documents.render import layout
from fadu.law.papers import paper


def copied(document: Document, gathered: Mapping[str, Any], known: Known) -> tuple[Masked, ...]:
    """The paragraphs of a paper, masked, from the data of the case as it stands corrected now."""
    facts = {"id": str(document.id), "title": document.title, "number": document.number, "made_on": document.made_on.isoformat(), "url": ""}
    laid = layout(paper(document.paper), {**gathered, "paper": facts})
    return tuple(mask(text, known) for block in laid["blocks"] if (text := _words(block).strip()))


def _words(block: Mapping[str, Any]) -> str:
    """What a block of a layout says; seals, signatures and lists of copies say nothing that is public."""
    match block["k"]:
        case "seal" | "sign" | "signed" | "note" | "leaf":
            return ""
        case "form":
            return "　".join(f"{label}：{_run(runs)}" for label, runs in block["pairs"] if _run(runs))
        case "grid":
            return "\n".join(_row(row) for row in block["rows"])
        case "list":
            return "\n".join("　".join(_cell(cell) for cell in row) for row in block["rows"])
        case "qa":
            return ""
    return _run(block.get("runs", ()))


def _row(row: Mapping[str, Any]) -> str:
    if "pairs" in row:
        return "　".join(f"{label}：{_run(runs)}" for label, runs in row["pairs"] if _run(runs))
    return f"{row.get('label', '')}：" + "\n".join(_run(runs) for runs in row.get("paragraphs", ()))


def _cell(cell: Any) -> str:
    return cell if isinstance(cell, str) else _run(cell)


def _run(runs: Any) -> str:
    """The words of runs: a fixed text is `t`, a value `v`, a long word of it `w`, a blank rule nothing."""
    return "".join(str(run.get("t") or run.get("v") or run.get("w") or "") for run in runs)
