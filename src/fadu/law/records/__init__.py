"""公示、个人信息、电子签名、档案、节假日."""

from fadu.law.records import archiving, holidays, personal, publishing, signing

RULES = (*publishing.RULES, *personal.RULES, *signing.RULES, *archiving.RULES, *holidays.RULES)
