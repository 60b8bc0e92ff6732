"""政务数据共享 (政务数据共享条例)."""

import polars as pl

from fadu.law.periods import working_days
from fadu.law.rules import Bound, Clock, Duty, Gate
from fadu.law.statutes import DATA_SHARING
from fadu.law.vocabulary import organ, request

PROVIDING = request.share_side == "provider"
ASKING = request.share_side == "demander"

CATALOGUE_UPDATED = Clock(
    "ZW-017-2", DATA_SHARING[17, 2], "职责等变化使数据目录需要更新的，十个工作日内更新并报送；经同意可以延长五个工作日",
    name="更新数据目录", starts=request.changed_on, ends=request.catalogue_updated_on, within=working_days(10), extended=request.catalogue_extension,
    next_step="update_catalogue", fix="立即完成目录更新并报送审核",
)
CATALOGUE_EXTENDED = Bound(
    "ZW-017-2-extended", DATA_SHARING[17, 2], "更新目录最多延长五个工作日",
    before=("extend_catalogue",), once=request.catalogue_extension, value=request.catalogue_extension, most=pl.lit(5), least=pl.lit(1),
    fix="改为不超过五个工作日",
)
CATALOGUE_AGREED = Gate(
    "ZW-017-2-agreed", DATA_SHARING[17, 2], "延长更新须经同级共享主管部门同意",
    before=("extend_catalogue",), once=request.catalogue_extension, demands=request.catalogue_extension_agreed.column,
    fix="报同级共享主管部门同意",
)
CATALOGUE_PUBLISHED = Clock(
    "ZW-017-3", DATA_SHARING[17, 3], "共享主管部门收到更新后的目录，二个工作日内审核发布",
    name="发布数据目录", starts=request.catalogue_received_on, ends=request.catalogue_published_on, within=working_days(2), warn=1,
    next_step="publish_catalogue", fix="立即审核并发布",
)
WELL_ASKED = Gate(
    "ZW-020-2", DATA_SHARING[20, 2], "提出共享申请须经本部门共享工作机构负责人同意，写明依据、场景、范围、方式、时限",
    when=ASKING, before=("apply_sharing",), once=request.share_received_on, demands=(request.elements >= 5) & request.liaison_agreed.column,
    fix="补齐五项要素，经共享工作机构负责人同意后提出",
)
FREE_ANSWERED = Clock(
    "ZW-021-1", DATA_SHARING[21, 1], "无条件共享的，收到申请一个工作日内答复",
    name="答复共享申请", when=request.share_kind == "free", starts=request.share_received_on, ends=request.share_answered_on, within=working_days(1), warn=1,
    extended=request.share_extension, next_step="answer_sharing", fix="立即答复；确有特殊原因的，报同级共享主管部门同意延长",
)
CONDITIONAL_ANSWERED = Clock(
    "ZW-021-1-conditional", DATA_SHARING[21, 1], "有条件共享的，收到申请十个工作日内答复是否同意",
    name="答复共享申请", when=request.share_kind == "conditional", starts=request.share_received_on, ends=request.share_answered_on, within=working_days(10),
    extended=request.share_extension, next_step="answer_sharing", fix="立即答复；确有特殊原因的，报同级共享主管部门同意延长",
)
ANSWER_EXTENDED = Bound(
    "ZW-021-1-extended", DATA_SHARING[21, 1], "答复最多延长十个工作日",
    before=("extend_sharing",), once=request.share_extension, value=request.share_extension, most=pl.lit(10), least=pl.lit(1),
    fix="改为不超过十个工作日",
)
EXTENSION_AGREED = Gate(
    "ZW-021-1-agreed", DATA_SHARING[21, 1], "延长答复须经同级共享主管部门同意，并告知需求部门",
    before=("extend_sharing",), once=request.share_extension, demands=request.share_extension_agreed & request.share_extension_told.column,
    fix="先报同级共享主管部门同意，再告知需求部门",
)
NOT_SIMPLY_REFUSED = Gate(
    "ZW-021-2", DATA_SHARING[21, 2], "材料不全的一次性告知补充，不得直接拒绝；不同意共享的说明理由",
    when=request.share_reply == "declined", before=("answer_sharing",), once=request.share_answered_on,
    demands=(~request.lacking.column | request.lacking_told_on.known) & request.share_reasoned.column,
    fix="材料不全的先告知补充；不同意的写明理由",
)
LACKING_ONCE = Gate(
    "ZW-021-2-once", DATA_SHARING[21, 2], "需要补充的材料一次性告知",
    before=("supplement_sharing",), once=request.lacking_told_on, demands=request.lacking_times <= 1,
    fix="已经告知过一次；按现有材料答复",
)
DELIVERED = Clock(
    "ZW-022-1", DATA_SHARING[22, 1], "同意共享的，自答复之日起二十个工作日内提供数据",
    name="提供数据", when=request.share_reply == "agreed", starts=request.share_answered_on, ends=request.delivered_on, within=working_days(20),
    next_step="deliver_data", fix="立即提供数据",
)
ONLY_AS_ASKED = Gate(
    "ZW-025-1", DATA_SHARING[25, 1], "共享得来的数据不得擅自扩大范围、改变用途或者提供给第三方，提供部门同意的除外",
    when=ASKING, before=("note_use",), once=request.used_on, demands=~request.widened | request.widening_agreed.holds,
    fix="停止超出范围的使用，先征得提供部门同意",
)
CHECKED = Clock(
    "ZW-026-2", DATA_SHARING[26, 2], "收到校核申请，十个工作日内核实、更正并反馈",
    name="数据校核", when=PROVIDING, starts=request.check_asked_on, ends=request.check_answered_on, within=working_days(10),
    next_step="answer_check", fix="立即核实更正并反馈",
)
KEPT = Bound(
    "ZW-029-2", DATA_SHARING[29, 2], "使用记录保存不少于三年",
    when=ASKING, before=("note_use",), once=request.used_on, value=request.retention_years, least=pl.lit(3),
    fix="保存期限改为三年以上",
)
USE_RECORDED = Gate(
    "ZW-029-2-parts", DATA_SHARING[29, 2], "使用场景、过程、成效、存储、销毁等情况都要记录",
    when=ASKING, before=("note_use",), once=request.used_on, demands=request.use_parts >= 5,
    fix="补记缺少的内容",
)
INCIDENTS = Duty(
    "ZW-035-3", DATA_SHARING[35, 3], "发生政务数据安全事件，立即启动预案、处置并报告",
    demands=organ.data_incidents_handled >= organ.data_incidents, due="事件发生时", fix="立即启动预案、处置并报告有关主管部门",
)

RULES = (
    CATALOGUE_UPDATED, CATALOGUE_EXTENDED, CATALOGUE_AGREED, CATALOGUE_PUBLISHED, WELL_ASKED, FREE_ANSWERED, CONDITIONAL_ANSWERED, ANSWER_EXTENDED,
    EXTENSION_AGREED, NOT_SIMPLY_REFUSED, LACKING_ONCE, DELIVERED, ONLY_AS_ASKED, CHECKED, KEPT, USE_RECORDED, INCIDENTS,
)  # fmt: skip
