"""The statute texts: read from the Markdown corpus, looked up by citation."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from fadu.law.corpus.parse import parse
from fadu.law.corpus.policies import parse_policy
from fadu.law.corpus.text import Article, NotInText, Paragraph, Text, normal
from fadu.law.statutes import EVERY, POLICIES, Citation, Policy, Statute, article_key

__all__ = ["Article", "Corpus", "NotInText", "Paragraph", "Text", "load", "normal", "parse", "parse_policy"]

CIVIL_CODE_PARTS = ("总则", "物权", "合同", "人格权", "婚姻家庭", "继承", "侵权责任", "附则")
_MORE_EXCERPTS = {"eco_2023_articles_beyond_excerpt": "生态环境行政处罚办法(2023-05-08).excerpt"}


@dataclass(frozen=True)
class Corpus:
    """Statute texts by the stem of their file, and those of policy documents."""

    texts: Mapping[str, Text]
    policies: Mapping[str, Text] = field(default_factory=dict)

    def of(self, statute: Statute) -> Text:
        """The text of this edition; raises NotInText where the corpus does not hold it."""
        held = self.policies if isinstance(statute, Policy) else self.texts
        if statute.file not in held:
            raise NotInText(f"语料中没有《{statute.title}》（{statute.in_force} 起施行）的文本")
        return held[statute.file]

    def editions(self, title: str) -> tuple[Text, ...]:
        """All texts of that title, oldest first; empty where there is none."""
        return tuple(sorted((text for text in self.texts.values() if text.title == title), key=lambda text: str(text.adopted)))

    def find(self, citation: Citation) -> str:
        """The words of the place cited; raises NotInText."""
        return self.of(citation.statute).find(citation)

    def quotes(self, citation: Citation, quotation: str) -> bool:
        """Whether the quotation stands in the place cited; raises NotInText for the place."""
        return self.of(citation.statute).quotes(citation, quotation)

    def known(self) -> Mapping[Statute, Text]:
        """The statutes Fadu names, with their texts, as far as held."""
        return {statute: self.texts[statute.file] for statute in EVERY if statute.file in self.texts}


def load(folder: Path, policies: Path | None = None) -> Corpus:
    """Read every Markdown file below `folder`; the parts of 民法典 become one text, so do the parts of an excerpt.

    Args:
        folder: the statutes.
        policies: the policy documents Fadu names; None looks for a folder `policies` beside that of the statutes.

    Raises:
        ValueError: there is no text in `folder`, or a file holds no article; the message names it.
    """
    files = sorted(folder.rglob("*.md"), key=_reading_order)
    texts: dict[str, Text] = {}
    for file in files:
        stem = _MORE_EXCERPTS.get(file.stem, file.stem)
        part_of_code = file.parent.name == "民法典"
        text = parse(file.read_text("utf-8"), stem)
        if part_of_code:
            stem, text = "总则", replace(text, title="民法典", file="总则")
        texts[stem] = _joined(texts[stem], text) if stem in texts else text
    if not texts:
        raise ValueError(f"{folder} 中没有法规文本（*.md）")
    beside = folder.parent / "policies" if policies is None else policies
    held = {policy: beside / f"{policy.file}.txt" for policy in POLICIES}
    return Corpus(texts, {policy.file: parse_policy(file.read_text("utf-8"), policy) for policy, file in held.items() if file.is_file()})


def _reading_order(file: Path) -> tuple[str, int, str]:
    part = CIVIL_CODE_PARTS.index(file.stem) if file.stem in CIVIL_CODE_PARTS else 0
    return str(file.parent), part, file.stem


def _joined(text: Text, more: Text) -> Text:
    articles = {**more.articles, **text.articles}
    return replace(text, articles=dict(sorted(articles.items(), key=lambda pair: article_key(pair[0]))))
