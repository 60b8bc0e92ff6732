"""五个政策文件和河北省乡镇和街道综合行政执法条例."""

from fadu.law.policies import after, deciding, governments, means, officers, openness, teams, townships, watching
from fadu.law.rules import Rule

RULES: tuple[Rule, ...] = (
    *townships.RULES, *deciding.RULES, *after.RULES, *officers.RULES, *teams.RULES, *means.RULES, *openness.RULES, *watching.RULES, *governments.RULES,
)  # fmt: skip
