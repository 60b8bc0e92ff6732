"""生态环境: 生态环境法典 (2026), 生态环境行政处罚办法 (2023)."""

from fadu.law.ecology import assessing, code, daily, deciding, filing, inquiry, performing, publishing, spot
from fadu.law.rules import Rule

RULES: tuple[Rule, ...] = (
    *filing.RULES, *inquiry.RULES, *deciding.RULES, *spot.RULES, *publishing.RULES, *performing.RULES, *code.RULES, *daily.RULES,
    *assessing.RULES,
)  # fmt: skip
