"""各领域: 食品、药品、安全生产、消防、危险化学品、产品质量、广告、数据."""

from fadu.law.sectors import amounts, closing, crimes, drugs, fire, food, organs, permits, products, safety

RULES = (
    *food.RULES, *amounts.RULES, *drugs.RULES, *safety.RULES, *closing.RULES, *fire.RULES, *permits.RULES, *products.RULES, *organs.RULES,
    *crimes.RULES,
)  # fmt: skip
