"""山东: which defect of an act leads to which decision (第三十一条至第三十四条)."""

from fadu.law.rules import Gate
from fadu.law.statutes import SHANDONG_SUPERVISION, Citation
from fadu.law.supervision.terms import SHANDONG
from fadu.law.vocabulary import supervision

OUTCOMES = {"mend": "责令书面补正或者改正", "revoke": "撤销", "unlawful": "确认违法", "void": "确认无效"}


def _leads(rule_id: str, basis: Citation, says: str, outcome: str, *defects: str) -> Gate:
    """A defect among `defects` leads to `outcome`; a procedure that can be mended is mended."""
    curable = (supervision.defect == "procedure") & supervision.mendable.holds
    return Gate(
        rule_id, basis, says,
        when=SHANDONG & supervision.defect.one_of(*defects) & ~curable, before=("supervise_order",), once=supervision.ordered_on,
        demands=supervision.outcome == outcome,
        fix=f"处理种类改为{OUTCOMES[outcome]}",
    )  # fmt: skip


UNDATED = _leads("SD-031-1-3", SHANDONG_SUPERVISION[31, 1, 3], "决定没有写明作出日期的，责令补正", "mend", "undated")
MENDABLE = _leads(
    "SD-031-1-3-else", SHANDONG_SUPERVISION[31, 1], "未说明理由而无异议、文字或者计算错误等，责令补正或者改正", "mend", "unexplained", "clerical", "mendable",
)  # fmt: skip
REVOKED = _leads(
    "SD-032-1", SHANDONG_SUPERVISION[32, 1], "证据不足、依据错误、不能补正的程序违法、越权滥权、明显不当等，予以撤销",
    "revoke", "unproven", "wrong_basis", "procedure", "ultra_vires", "improper", "revocable",
)  # fmt: skip
UNLAWFUL = _leads(
    "SD-033-1", SHANDONG_SUPERVISION[33, 1], "履行已无意义、没有可撤销内容、撤销会造成重大损害等，确认违法",
    "unlawful", "pointless", "nothing_left", "harmful", "confirmable",
)  # fmt: skip
UNSEALED = _leads("SD-034-1-2", SHANDONG_SUPERVISION[34, 1, 2], "决定没有加盖本机关有效印章的，确认无效", "void", "unsealed")
VOID = _leads(
    "SD-034-1-2-else", SHANDONG_SUPERVISION[34, 1], "没有法定依据、没有可执行内容等，确认无效", "void", "baseless", "not_executable", "voidable",
)  # fmt: skip

RULES = (UNDATED, MENDABLE, REVOKED, UNLAWFUL, UNSEALED, VOID)
