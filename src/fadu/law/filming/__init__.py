"""音像记录 (黑政办发〔2019〕26号二(二)3(3)、4(1)，兴隆县指导意见三(八)，河北省行政执法监督条例第十三条)."""

from fadu.law.filming.rules import RULES

__all__ = ["RULES"]
