"""What several articles of 市场监督管理行政处罚程序规定 speak of."""

from fadu.law.penalty.terms import GENERAL
from fadu.law.vocabulary import case

MARKET = case.field == "market"
"""市场监督管理领域."""

SAMR_GENERAL = MARKET & GENERAL
"""适用普通程序的市场监督管理案件."""
