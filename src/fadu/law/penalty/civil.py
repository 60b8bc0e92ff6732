"""送达 (民事诉讼法第八十六条至第九十五条, by 行政处罚法第六十一条第一款): how a decision reaches the party."""

from fadu.law.penalty.terms import GENERAL
from fadu.law.periods import days
from fadu.law.rules import Gate, Question, Wait
from fadu.law.statutes import CIVIL_PROCEDURE
from fadu.law.vocabulary import case

OUT_OF_TIME = Question(
    "MS-086", CIVIL_PROCEDURE[86], "因不可抗拒的事由或者其他正当理由耽误期限的，障碍消除后十日内可以申请顺延",
    asks="当事人以正当理由耽误期限的，是否在障碍消除后十日内申请了顺延，是否准许？", point="procedure",
)
PROVED = Gate(
    "MS-087-1", CIVIL_PROCEDURE[87, 1], "送达须有送达回证；邮寄以回执、电子以到达记录、公告以案卷记载代替",
    when=GENERAL, before=("serve",), demands=case.service_proved.column, once=case.served_on,
    fix="填写签收人；邮寄、电子送达的填写邮件号或者系统回执；公告送达的先登记公告",
)
DIRECTLY = Gate(
    "MS-088-1", CIVIL_PROCEDURE[88, 1], "直接送交受送达人；公民可由同住成年家属签收，单位由法定代表人、负责人或者收发部门签收，也可由代理人、代收人签收",
    when=GENERAL & (case.service_method == "direct"), before=("serve",), once=case.served_on,
    demands=((case.party_kind == "person") & case.receiver_role.one_of("self", "family", "agent"))
    | ((case.party_kind == "unit") & case.receiver_role.one_of("legal", "clerk", "agent")),
    fix="由有权签收的人签收，并登记其身份",
)
LEFT_WITH_WITNESS = Gate(
    "MS-089", CIVIL_PROCEDURE[89], "留置送达须有见证人签名，或者拍照、录像记录送达过程",
    when=case.service_method == "left", before=("serve",), demands=case.witnessed.column, once=case.served_on,
    fix="邀请见证人到场，或者采用拍照、录像等方式记录送达过程",
)
BY_POST = Gate(
    "MS-091", CIVIL_PROCEDURE[91], "邮寄送达的，以回执上注明的收件日期为送达日期",
    when=case.service_method == "post", before=("serve",), demands=case.served_on == case.receipt_dated_on, once=case.served_on,
    fix="收到回执后登记，以回执上注明的收件日期为送达日期",
)
SOLDIER = Gate(
    "MS-092", CIVIL_PROCEDURE[92], "受送达人是军人的，通过其所在部队团以上单位的政治机关转交",
    when=case.party_held == "soldier", before=("serve",), once=case.served_on,
    demands=(case.service_method == "forwarded") & (case.forwarded_by == "regiment"),
    fix="改用转交送达，由所在部队团以上单位的政治机关转交",
)
PRISONER = Gate(
    "MS-093-1", CIVIL_PROCEDURE[93, 1], "受送达人被监禁的，通过其所在监所转交",
    when=case.party_held == "prisoner", before=("serve",), once=case.served_on,
    demands=(case.service_method == "forwarded") & (case.forwarded_by == "prison"),
    fix="改用转交送达，由所在监所转交",
)
FORWARDED = Gate(
    "MS-094", CIVIL_PROCEDURE[94], "转交送达的，以受送达人在送达回证上的签收日期为送达日期",
    when=case.service_method == "forwarded", before=("serve",), demands=case.served_on == case.receipt_dated_on, once=case.served_on,
    fix="收到送达回证后登记，以受送达人签收日期为送达日期",
)
ANNOUNCED_THIRTY_DAYS = Wait(
    "MS-095-1", CIVIL_PROCEDURE[95, 1], "公告送达，自发出公告之日起经过三十日，视为送达",
    when=case.service_method == "announcement", before=("serve",), once=case.served_on,
    starts=case.announced_on, full=days(30), on=case.served_on,
    fix="等公告满三十日",
)
REASONS_RECORDED = Gate(
    "MS-095-2", CIVIL_PROCEDURE[95, 2], "公告送达，应当在案卷中记明原因和经过",
    before=("announce",), demands=case.announce_reasoned.column, once=case.announced_on,
    fix="记明下落不明或者其他方式无法送达的原因和经过",
)

RULES = (OUT_OF_TIME, PROVED, DIRECTLY, LEFT_WITH_WITNESS, BY_POST, SOLDIER, PRISONER, FORWARDED, ANNOUNCED_THIRTY_DAYS, REASONS_RECORDED)
