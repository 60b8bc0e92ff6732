"""A statute, and a place in it: article, paragraph (款), item (项)."""

import re
from dataclasses import dataclass
from datetime import date

from fadu.law.numerals import NUMERAL, chinese, number

Article = int | str
"""An article's number: 60, or "95-1" for 第九十五条之一."""

Place = Article | tuple[Article] | tuple[Article, int] | tuple[Article, int, int]


@dataclass(frozen=True)
class Statute:
    """One edition of a statute.

    Attributes:
        title: its name without 中华人民共和国.
        short: as officers shorten it.
        in_force: the first day of force of this edition; text (2021-07-15) is accepted.
        until: the last day of force; None while no end is known.
        file: stem of its file in the corpus; empty where the corpus does not hold it.
        level: 法律, 行政法规, 部门规章, 地方性法规 or 司法解释.
        edition: marks an edition that one of the same title has replaced (2021); empty for the latest.
        note: what is not certain about it, told wherever it is shown.
    """

    title: str
    short: str
    in_force: date
    until: date | None = None
    file: str = ""
    level: str = "法律"
    edition: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        for name in ("in_force", "until"):
            if isinstance(value := getattr(self, name), str):
                object.__setattr__(self, name, date.fromisoformat(value))

    def __getitem__(self, where: Place) -> "Citation":
        """`statute[60]`, `statute[58, 1]` or `statute[58, 1, 2]`; raises ValueError for numbers below one."""
        return Citation(self, *where) if isinstance(where, tuple) else Citation(self, where)

    def __str__(self) -> str:
        return self.title

    def order_of(self, article: Article) -> tuple[int, int]:
        """Where the article stands among the others; raises ValueError for what is no number of an article."""
        return article_key(article)

    def is_in_force(self, day: date) -> bool:
        """Whether this edition is the law on `day`."""
        return self.in_force <= day and (self.until is None or day <= self.until)

    @property
    def path(self) -> str:
        """Address of its page, not yet quoted; a replaced edition says which it is."""
        return f"/statutes/{self.title}" + (f"?edition={self.edition}" if self.edition else "")

    def path_of(self, article: Article, anchor: str) -> str:
        """Address of a place in it, not yet quoted: /statutes/行政处罚法/58#p1i2."""
        page, _, edition = self.path.partition("?")
        return f"{page}/{article}" + (f"?{edition}" if edition else "") + (f"#{anchor}" if anchor else "")


@dataclass(frozen=True)
class Policy(Statute):
    """A document of a government or its office (规范性文件), cited by its headings as they are numbered: 二(一)2, 清单三(二)2, 附件第三条.

    It is law in its place only; `in_force` is the day of issue.

    Attributes:
        number: its number (黑政办发〔2019〕26号); empty where it has none.
        place: the code of its place (GB/T 2260).
        closing: the heading after which a last paragraph stands that has no number; empty where there is none.
        mirrored: whether the file is of a mirror that wrote it in traditional signs with readings in brackets.
    """

    level: str = "规范性文件"
    number: str = ""
    place: str = ""
    closing: str = ""
    mirrored: bool = False

    @property
    def path(self) -> str:
        """Address of the list of what it demands, not yet quoted: the statute library has laws only."""
        return f"/law/statutes/{self.title}/"

    def path_of(self, article: Article, anchor: str) -> str:  # noqa: ARG002 - its headings have no paragraphs
        """See `Statute.path_of`."""
        return f"{self.path}#a{article}"

    def order_of(self, article: Article) -> tuple[int, int]:
        """See `Statute.order_of`: the numbers of the headings, one after the other."""
        numbers = [int(part) if part.isdigit() else number(part) for part in re.findall(rf"\d+|{NUMERAL}", str(article))]
        if not numbers:
            raise ValueError(f"“{article}”不是《{self.title}》的条目")
        part = next((rank for rank, word in enumerate(("清单", "附件", "末段"), 1) if str(article).startswith(word)), 0)
        return sum(value * 100 ** (4 - level) for level, value in enumerate(numbers[:5])) + part * 100**5, 0


@dataclass(frozen=True)
class Citation:
    """A place in a statute: an article, or a paragraph of it, or an item of that paragraph.

    Attributes:
        statute: the edition.
        article: 60, or "95-1" for 第九十五条之一.
        paragraph: 款, from 1; None cites the whole article.
        item: 项, from 1; None cites the whole paragraph. An item needs its paragraph.
    """

    statute: Statute
    article: Article
    paragraph: int | None = None
    item: int | None = None

    def __post_init__(self) -> None:
        if self.item is not None and self.paragraph is None:
            raise ValueError(f"{self.statute.title}{self.article}：引用项必须写明款")
        main, inserted = self.statute.order_of(self.article)
        if min(main, inserted + 1, 1 if self.paragraph is None else self.paragraph, 1 if self.item is None else self.item) < 1:
            raise ValueError(f"{self.statute.title}：条、款、项从 1 起（{self.article}, {self.paragraph}, {self.item}）")

    def __str__(self) -> str:
        return self.statute.title + self.place

    def __lt__(self, other: "Citation") -> bool:
        return self.order < other.order

    @property
    def order(self) -> tuple[str, date, tuple[int, int], int, int]:
        """Key that sorts citations by statute, edition, article, paragraph and item; the whole before its parts."""
        return (self.statute.title, self.statute.in_force, self.statute.order_of(self.article), self.paragraph or 0, self.item or 0)

    @property
    def place(self) -> str:
        """第五十八条第一款第二项."""
        paragraph = f"第{chinese(self.paragraph)}款" if self.paragraph else ""
        item = f"第{chinese(self.item)}项" if self.item else ""
        return article_name(self.article) + paragraph + item

    @property
    def short(self) -> str:
        """处罚法 58(1)2."""
        paragraph = f"({self.paragraph})" if self.paragraph else ""
        return f"{self.statute.short} {self.article}{paragraph}{self.item or ''}"

    @property
    def anchor(self) -> str:
        """Anchor within the article's page: p1i2, p1, or nothing for the whole."""
        paragraph = f"p{self.paragraph}" if self.paragraph else ""
        return paragraph + (f"i{self.item}" if self.item else "")

    @property
    def path(self) -> str:
        """Address of the place, not yet quoted: /statutes/行政处罚法/58#p1i2."""
        return self.statute.path_of(self.article, self.anchor)


def article_key(article: Article) -> tuple[int, int]:
    """Number and 之-number, for sorting: 95 is (95, 0), "95-1" (95, 1)."""
    if isinstance(article, int):
        return article, 0
    main, _, inserted = article.partition("-")
    return int(main), int(inserted or 0)


def article_name(article: Article) -> str:
    """第九十五条, 第九十五条之一; the heading of a policy as it is written."""
    if isinstance(article, str) and not re.fullmatch(r"\d+(-\d+)?", article):
        return article
    main, inserted = article_key(article)
    return f"第{chinese(main)}条" + (f"之{chinese(inserted)}" if inserted else "")


_PLACE = re.compile(rf"第({NUMERAL})条(?:之({NUMERAL}))?(?:第({NUMERAL})款)?(?:第?[（(]?({NUMERAL})[）)]?项)?")


def cite(statute: Statute, place: str) -> Citation:
    """The citation that `place` (第六十四条第一款第五项, 第二十四条第（三）项; of a policy 二(一)2) writes.

    An item without a paragraph is taken to be in the first: that is how articles of one paragraph are cited.

    Raises:
        ValueError: `place` is not of that form.
    """
    if isinstance(statute, Policy):
        return Citation(statute, place.strip())
    match = _PLACE.fullmatch(place.strip())
    if not match:
        raise ValueError(f"“{place}”不是“第……条第……款第……项”的写法")
    article, inserted, paragraph, item = (number(part) if part else None for part in match.groups())
    where: Article = f"{article}-{inserted}" if inserted else int(article or 0)
    return Citation(statute, where, paragraph or (1 if item else None), item)
