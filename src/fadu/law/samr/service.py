"""期间、送达 (第八十条至第八十四条)."""

from fadu.law.periods import days
from fadu.law.rules import Convention, Gate, Wait
from fadu.law.samr.terms import MARKET
from fadu.law.statutes import SAMR_PROCEDURE
from fadu.law.vocabulary import case

SERVING = ("serve",)
NOT_RECEIVED = case.served_at == "confirmed"

COUNTED_FROM_THE_NEXT = Convention(
    "SC-080", SAMR_PROCEDURE[80], "期间开始的日不计算在内，不包括在途时间，末日为节假日的顺延；以小时计的自该时刻起算（民法典第二百零一条）",
    when=MARKET, carried_out_by="fadu.law.periods.period.Period.due",
)
LEFT_BEFORE_WITNESS = Gate(
    "SC-082-2", SAMR_PROCEDURE[82, 1, 2], "拒绝签收的，有见证人签名，或者留置并拍照、录像记录送达过程",
    when=MARKET & (case.service_method == "left"), before=SERVING, once=case.served_on, demands=case.witnessed.column,
    fix="邀请基层组织或者单位代表见证，或者对留置送达的过程拍照、录像",
)
ARRIVED = Gate(
    "SC-082-3", SAMR_PROCEDURE[82, 1, 3], "电子送达以到达特定系统的日期为送达日期，并拍照、截屏、录音、录像记录",
    when=MARKET & (case.service_method == "electronic"), before=SERVING, once=case.served_on,
    demands=(case.served_on == case.arrived_on) & case.service_recorded.column,
    fix="按信息到达受送达人特定系统的日期登记，并保存截屏等记录",
)
ANNOUNCED = Wait(
    "SC-082-5", SAMR_PROCEDURE[82, 1, 5], "公告送达，自公告发布之日起经过三十日视为送达",
    when=MARKET & (case.service_method == "announcement"), before=SERVING, once=case.served_on,
    starts=case.announced_on, full=days(30), on=case.served_on,
    fix="等公告满三十日再登记送达",
)
NOTICE_ANNOUNCED = Wait(
    "SC-082-5-notice", SAMR_PROCEDURE[82, 1, 5], "告知书公告送达的，自公告发布之日起经过三十日视为送达",
    when=MARKET & case.notice_announced_on.known, before=("notify",), once=case.notified_on,
    starts=case.notice_announced_on, full=days(30), on=case.notified_on,
    fix="等公告满三十日再登记告知",
)
ANNOUNCED_WITH_CAUSE = Gate(
    "SC-082-5b", SAMR_PROCEDURE[82, 1, 5], "公告送达的原因和经过载入案卷；张贴的，拍照、录像记录张贴过程",
    when=MARKET, before=("announce",), once=case.announced_on,
    demands=case.announce_reasoned.column & (case.announce_photographed.column | (case.announce_posted == False)),  # noqa: E712 - an expression
    fix="写明公告送达的原因和经过；张贴公告的，对张贴过程拍照、录像",
)
TO_CONFIRMED_ADDRESS = Gate(
    "SC-083-1", SAMR_PROCEDURE[83, 1], "送达至受送达人确认的地址即视为送达；没有签署送达地址确认书的不能这样视为送达",
    when=MARKET & NOT_RECEIVED, before=SERVING, once=case.served_on, demands=case.address_confirmed_on <= case.served_on,
    fix="没有送达地址确认书的，改用直接、留置、公告等方式送达",
)
DAY_OF_SERVICE = Gate(
    "SC-083-2", SAMR_PROCEDURE[83, 2], "未能实际接收的，直接送达以留在该地址之日为送达之日，邮寄送达以被退回之日为送达之日",
    when=MARKET & NOT_RECEIVED & case.service_method.one_of("direct", "post"), before=SERVING, once=case.served_on,
    demands=((case.service_method == "direct") & (case.served_on == case.left_on)) | ((case.service_method == "post") & (case.served_on == case.returned_on)),
    fix="按文书留在确认地址之日、或者被退回之日登记送达日期",
)
BOTH_ENDS_INCLUDED = Convention(
    "SC-084", SAMR_PROCEDURE[84], "“以上”“以下”“内”均包括本数",
    when=MARKET, carried_out_by="fadu.law.rules.Bound",
)

RULES = (
    COUNTED_FROM_THE_NEXT, LEFT_BEFORE_WITNESS, ARRIVED, ANNOUNCED, NOTICE_ANNOUNCED, ANNOUNCED_WITH_CAUSE, TO_CONFIRMED_ADDRESS,
    DAY_OF_SERVICE, BOTH_ENDS_INCLUDED,
)  # fmt: skip
