"""行政许可, 优化营商环境, 政府信息公开, 政务数据共享."""

from fadu.law.licence import acceptance, basis, climate, deciding, ending, examination, hearing, inspection, openness, publication, sharing

RULES = (
    *basis.RULES, *acceptance.RULES, *examination.RULES, *hearing.RULES, *deciding.RULES, *ending.RULES, *inspection.RULES,
    *openness.RULES, *publication.RULES, *sharing.RULES, *climate.RULES,
)  # fmt: skip
