"""回避、管辖 (第四条至第十七条): who decides on recusal, whose case it is."""

from fadu.law.penalty.terms import DECIDING
from fadu.law.periods import working_days
from fadu.law.rules import Clock, Gate
from fadu.law.samr.terms import MARKET
from fadu.law.statutes import SAMR_PROCEDURE
from fadu.law.vocabulary import case

DESIGNATED = (case.dispute_settled_on.known & case.in_jurisdiction.column)
"""The dispute was settled for us: agreed upon, or designated from above."""

SENT = case.clue_source == "transfer"

RECUSAL_BY_RANK = Gate(
    "SC-004-1", SAMR_PROCEDURE[4, 1], "主要负责人的回避由负责人集体讨论决定，其他负责人的由主要负责人决定，其他人员的由负责人决定",
    when=MARKET, before=("decide_recusal",), once=case.recusal_decided_on,
    demands=((case.recusal_of == "principal") & (case.recusal_decided_by == "panel"))
    | ((case.recusal_of == "deputy") & (case.recusal_decided_by == "principal"))
    | ((case.recusal_of == "staff") & case.recusal_decided_by.one_of("principal", "deputy", "panel")),
    fix="按被申请回避人的职务，改由有权决定的人决定",
)
OUTPOST_NAME = Gate(
    "SC-009-1", SAMR_PROCEDURE[9, 1], "派出机构在确定的权限内以所属部门名义处罚，法律、法规授权以派出机构名义实施的除外",
    when=MARKET & (case.agency_kind == "outpost"), before=DECIDING, once=case.decided_on,
    demands=case.outpost_own_name.column | (case.outpost_in_scope.column & (case.issued_by == "department")),
    fix="改以所属市场监督管理部门名义作出；超出派出机构权限的，交所属部门办理",
)
PLATFORM_AT_HOME = Gate(
    "SC-010-1", SAMR_PROCEDURE[10, 1], "网络交易平台、自建网站经营者的违法行为由其住所地部门管辖",
    when=MARKET & (case.venue_kind == "platform"), before=("file",), once=case.filed_on,
    demands=(case.venue == "domicile") | DESIGNATED,
    fix="移送当事人住所地县级以上市场监督管理部门，或者报请指定管辖",
)
MERCHANT_WHERE_IT_TRADES = Gate(
    "SC-010-2", SAMR_PROCEDURE[10, 2], "平台内经营者的违法行为由其实际经营地部门管辖；平台住所地部门先行发现的也可以",
    when=MARKET & (case.venue_kind == "merchant"), before=("file",), once=case.filed_on,
    demands=(case.venue == "business") | ((case.venue == "platform") & case.clue_first.column) | DESIGNATED,
    fix="移送平台内经营者实际经营地的市场监督管理部门，或者报请指定管辖",
)
AD_AT_PUBLISHER = Gate(
    "SC-011-1", SAMR_PROCEDURE[11, 1], "大众传播媒介发布违法广告，由广告发布者所在地部门管辖；其移送的，由广告主、广告经营者所在地部门处理",
    when=MARKET & (case.venue_kind == "media_ad"), before=("file",), once=case.filed_on,
    demands=(case.venue == "publisher") | (case.venue.one_of("advertiser", "ad_agent") & SENT.fill_null(value=False)) | DESIGNATED,
    fix="移送广告发布者所在地的市场监督管理部门，或者报请指定管辖",
)
NET_AD_FIRST_FOUND = Gate(
    "SC-011-2", SAMR_PROCEDURE[11, 2], "互联网广告，广告主、广告经营者所在地部门先行发现线索或者收到投诉举报的，也可以管辖",
    when=MARKET & (case.venue_kind == "net_ad"), before=("file",), once=case.filed_on,
    demands=(case.venue == "publisher")
    | (case.venue.one_of("advertiser", "ad_agent") & (case.clue_first.column | SENT.fill_null(value=False)))
    | DESIGNATED,
    fix="不是先行发现的，移送广告发布者所在地的市场监督管理部门",
)
OWN_NET_AD_AT_ADVERTISER = Gate(
    "SC-011-3", SAMR_PROCEDURE[11, 3], "广告主自行发布违法互联网广告，由广告主所在地部门管辖",
    when=MARKET & (case.venue_kind == "own_net_ad"), before=("file",), once=case.filed_on,
    demands=(case.venue == "advertiser") | DESIGNATED,
    fix="移送广告主所在地的市场监督管理部门，或者报请指定管辖",
)
DISPUTE_TALKS = Clock(
    "SC-013", SAMR_PROCEDURE[13], "管辖争议自发生之日起七个工作日内协商解决，协商不成的报请共同的上一级指定",
    name="管辖争议协商",
    when=MARKET, starts=case.disputed_on, ends=case.dispute_talks_ended_on, within=working_days(7), next_step="settle_dispute",
    fix="立即报请共同的上一级市场监督管理部门指定管辖",
)
NOT_SENT_ON = Gate(
    "SC-014", SAMR_PROCEDURE[14], "受移送的部门对管辖有异议的，报请共同的上一级指定管辖，不得再自行移送",
    when=MARKET & case.received_by_transfer.holds & (case.outcome == "transfer_agency"), before=("transfer_agency",), once=case.outcome,
    demands=case.dispute_settled_on.known,
    fix="登记管辖争议并报请指定管辖，指定后再移送",
)
DESIGNATED_IN_TIME = Clock(
    "SC-016", SAMR_PROCEDURE[16], "上一级自收到报送材料之日起七个工作日内确定管辖部门",
    name="指定管辖",
    when=MARKET, starts=case.dispute_received_on, ends=case.dispute_settled_on, within=working_days(7), next_step="settle_dispute",
    fix="请上一级市场监督管理部门尽快确定管辖部门",
)

RULES = (
    RECUSAL_BY_RANK, OUTPOST_NAME, PLATFORM_AT_HOME, MERCHANT_WHERE_IT_TRADES, AD_AT_PUBLISHER, NET_AD_FIRST_FOUND,
    OWN_NET_AD_AT_ADVERTISER, DISPUTE_TALKS, NOT_SENT_ON, DESIGNATED_IN_TIME,
)  # fmt: skip
