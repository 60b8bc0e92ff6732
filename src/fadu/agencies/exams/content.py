"""What a question says, from what was entered: letters, options, whether the answer can be right."""

import re
import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from fadu.agencies.exams import forms
from fadu.agencies.exams.kinds import JUDGED, LETTERS, QuestionKind
from fadu.law.forms import Invalid, validate

_RIGHT, _WRONG = frozenset({"正确", "对", "√", "✓", "是", "T", "A", "1"}), frozenset({"错误", "错", "×", "X", "✗", "否", "F", "B", "0"})


def stem_key(stem: str) -> str:
    """What two stems have in common that ask the same: nothing but letters, digits and characters counts."""
    plain = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", stem).lower())
    return sha256((plain or stem).encode()).hexdigest()


def content_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a question as it was entered; raises Invalid naming every wrong field."""
    clean = validate(forms.QUESTION, data)
    given = {letter: clean.get(f"option_{letter.lower()}", "") for letter in LETTERS}
    errors: dict[str, str] = {}
    more: dict[str, Any] = {}
    if clean["kind"] == QuestionKind.ESSAY:
        options, answer, more = list[list[str]](), "", {"reference": clean["answer"]}
        errors |= {f"option_{letter.lower()}": "简答题不填选项" for letter, text in given.items() if text}
    elif clean["kind"] == QuestionKind.JUDGE:
        options, answer = _judged(clean["answer"], given, errors)
    else:
        options, answer = _chosen(clean["kind"], clean["answer"], given, errors)
    if errors:
        raise Invalid(errors)
    return {
        "kind": clean["kind"],
        "subject": clean["subject"],
        "difficulty": clean["difficulty"],
        "stem": clean["stem"],
        "options": options,
        "answer": answer,
        "explanation": clean.get("explanation", ""),
        "basis": clean.get("basis", ""),
        **more,
    }


def content_in(version: Any) -> dict[str, Any]:
    """What a version says, as its hash was taken: an answer in words has its points, which others have not."""
    names = ("kind", "subject", "difficulty", "stem", "options", "answer", "explanation", "basis")
    return {name: getattr(version, name) for name in names} | ({"reference": version.reference} if version.kind == QuestionKind.ESSAY else {})


def _judged(typed: str, given: Mapping[str, str], errors: dict[str, str]) -> tuple[list[list[str]], str]:
    filled = {letter: text for letter, text in given.items() if text}
    if filled and list(filled.values()) != [text for _, text in JUDGED]:
        errors[f"option_{next(iter(filled)).lower()}"] = "判断题不填选项"
    word = unicodedata.normalize("NFKC", typed).strip().upper()
    if word not in _RIGHT | _WRONG:
        errors["answer"] = f"判断题的答案填 正确 或 错误，现为“{typed}”"
    return [[letter, text] for letter, text in JUDGED], "A" if word in _RIGHT else "B"


def _chosen(kind: str, typed: str, given: Mapping[str, str], errors: dict[str, str]) -> tuple[list[list[str]], str]:
    options = [[letter, text] for letter, text in given.items() if text]
    letters = "".join(letter for letter, _ in options)
    least = 2 if kind == QuestionKind.SINGLE else 3
    if not LETTERS.startswith(letters):
        missing = next(letter for letter in LETTERS if letter not in letters)
        errors[f"option_{missing.lower()}"] = f"选项{missing}空着，后面的选项却有内容；请从 A 起依次填写"
    elif len(options) < least:
        errors[f"option_{LETTERS[len(options)].lower()}"] = f"{QuestionKind(kind).label}题至少要有 {least} 个选项"
    texts = [text for _, text in options]
    for place, (letter, text) in enumerate(options):
        if text in texts[:place]:
            errors.setdefault(f"option_{letter.lower()}", f"与选项{options[texts.index(text)][0]}相同")
    word = re.sub(r"[\s、,;.，；]+", "", unicodedata.normalize("NFKC", typed)).upper()
    answer = "".join(sorted(set(word)))
    if not word or set(word) - set(LETTERS):
        errors["answer"] = f"答案应为选项的字母，如 {'A' if kind == QuestionKind.SINGLE else 'ACD'}，现为“{typed}”"
    elif len(answer) != len(word):
        errors["answer"] = f"答案“{typed}”中有重复的字母"
    elif set(answer) - set(letters):
        errors["answer"] = f"答案中的 {'、'.join(sorted(set(answer) - set(letters)))} 没有对应的选项"
    elif kind == QuestionKind.SINGLE and len(answer) != 1:
        errors["answer"] = f"单选题只能有一个答案，现有 {len(answer)} 个；请改为多选题或者改答案"
    elif kind == QuestionKind.MULTIPLE and len(answer) < 2:
        errors["answer"] = "多选题至少要有两个答案；只有一个的请用单选题"
    return options, answer


def entered_of(version: Any) -> dict[str, Any]:
    """A version as it is entered, to be changed or exported."""
    return {
        "kind": version.kind,
        "stem": version.stem,
        **({} if version.kind == QuestionKind.JUDGE else {f"option_{letter.lower()}": text for letter, text in version.options}),
        "answer": version.answer_text,
        "explanation": version.explanation,
        "basis": version.basis,
        "difficulty": version.difficulty,
        "subject": version.subject,
    }
