"""What places and tables are called on pages."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from fadu.agencies.kinds import Field
from fadu.catalog.models import Article
from fadu.law.discretion import Subject, percent
from fadu.law.discretion.load import basis
from fadu.law.discretion.parts import Range, span
from fadu.law.numerals import chinese
from fadu.law.statutes import Citation, article_name, named


def article_label(found: Article) -> str:
    """第六十条, 第九十五条之一."""
    return number_label(found.number)


def number_label(number: str) -> str:
    """60 as 第六十条, 95-1 as 第九十五条之一; "" of no number."""
    return article_name(int(number) if number.isdigit() else number) if number else ""


def item_label(paragraph: int, item: int) -> str:
    """第一款第二项; 第二项 where the article has one paragraph only (paragraph 0)."""
    return (f"第{chinese(paragraph)}款" if paragraph else "") + f"第{chinese(item)}项"


def cited(text: str, on: date) -> Citation | str:
    """The place a printed basis names, in the edition in force that day; the text itself where Fadu names no such statute."""
    place = basis(text)
    if not isinstance(place, Citation):
        return text
    try:
        return replace(place, statute=named(place.statute.title, on))
    except LookupError:
        return place


def field_label(field: str) -> str:
    """市场监管; 各领域 for none."""
    return str(Field(field).label) if field in Field.values else "各领域"


def range_words(range_: Range, label: str, unit: str) -> str:
    """个人：200 元以上 500 元以下; 货值金额不足 10,000 元：50,000 元以上 100,000 元以下; 货值金额 10 倍以上 20 倍以下."""
    who = f"{range_.subject}：" if range_.subject is not Subject.ANY else ""
    when = f"{label} {range_.when.words(unit)}：" if range_.when else ""
    if range_.times:
        return f"{who}{when}{label} {_times(range_.low)}以上 {_times(range_.high)}以下"
    return who + when + span(range_.low, range_.high).strip()


def _times(number: Fraction) -> str:
    """10 倍; shares as percentages: 5%."""
    return f"{number} 倍" if number.denominator == 1 else percent(number)
