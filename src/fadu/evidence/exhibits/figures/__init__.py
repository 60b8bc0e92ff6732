"""Figures of exhibits and goods."""

from fadu.agencies.figure import Figure
from fadu.evidence.exhibits.figures.goods import counted, handed, in_term
from fadu.evidence.exhibits.figures.grounds import devices

FIGURES = (
    Figure("goods.handover", "移送的涉案财物和证据材料交接签收", "%", "100%", (("004", "清单三(三)9"),), handed),
    Figure("exhibits.devices", "不合格监控设备的记录用作处罚依据", "件", "0", (("003", "三(二)6"),), devices),
    Figure("goods.term", "在管财物没有超期", "%", "登记保存、查封扣押期满前处理，解除后立即返还，100%", (), in_term),
    Figure("goods.count", "存放地点一年内盘点账实相符", "%", "100%", (), counted),
)
"""Figures of exhibits and goods; the last two answer the statutes rather than a clause of the policies."""
