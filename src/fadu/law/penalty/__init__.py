"""行政处罚法 (2021), chapter by chapter, with what it takes from 民法典 and 民事诉讼法."""

from fadu.law.penalty import application, civil, conduct, counting, general, hearing, jurisdiction, liability, performance, powers, simple

RULES = (
    *powers.RULES, *jurisdiction.RULES, *application.RULES, *conduct.RULES, *simple.RULES, *general.RULES, *hearing.RULES,
    *performance.RULES, *liability.RULES, *civil.RULES, *counting.RULES,
)  # fmt: skip
