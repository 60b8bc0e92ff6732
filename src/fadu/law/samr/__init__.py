"""市场监督管理行政处罚程序规定 (2022): the market-supervision profile, chapter by chapter."""

from fadu.law.samr import decision, evidence, filing, jurisdiction, measures, performance, review, service

RULES = (
    *jurisdiction.RULES, *filing.RULES, *evidence.RULES, *measures.RULES, *review.RULES, *decision.RULES, *performance.RULES, *service.RULES,
)  # fmt: skip
