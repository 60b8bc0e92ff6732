"""市场监督管理行政处罚听证办法, 罚款决定与罚款收缴分离实施办法."""

from fadu.law.fines import collection, hearing, held

RULES = (*hearing.RULES, *held.RULES, *collection.RULES)
