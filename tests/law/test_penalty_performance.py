"""执行、监督、送达: the tables of 行政处罚法 66 to 77 and of 民事诉讼法 87 to 95, days and 分 counted by hand.

2026: 25 to 27 September and 1 to 7 October are off; Sat 10 October is worked.
"""

from fadu.law.vocabulary.kinds import Penalty
from tests.law.tables import APART, FAILS, OPEN, PASSES, Case, check, of, table

P = {"outcome": "penalty"}
FINED = {"decision_kinds": Penalty.FINE}

PAYING = [
    *of("CF-066-1", {"perform_by": "2026-11-13"}, (PASSES, "期满次日催告", {"on": "2026-11-14"}), (FAILS, "期满当日催告", {"on": "2026-11-13"}), (OPEN, "不明", {}),
        (APART, "决定书没有另定期限", {"perform_by": None, "on": "2026-11-02"})),
    *of("CF-066-2", {"deferred_on": "2026-11-10"}, (PASSES, "先申请后批准", {"defer_applied_on": "2026-11-09"}), (PASSES, "同日", {"defer_applied_on": "2026-11-10"}),
        (FAILS, "先批准后申请", {"defer_applied_on": "2026-11-11"}), (OPEN, "没有申请", {})),
    *of("CF-067-2", {}, (PASSES, "银行", {"payment_channel": "bank"}), (PASSES, "电子支付", {"payment_channel": "electronic"}), (FAILS, "自行收缴", {"payment_channel": "collected"}),
        (OPEN, "不明", {})),
    # Thu 10 Sep and fifteen days is Fri 25 September, off until Sunday: Mon 28 September
    *of("CF-067-3", {**FINED, "served_on": "2026-09-10"}, (PASSES, "末日逢中秋顺延", {"paid_on": "2026-09-28"}), (FAILS, "顺延后的次日", {"paid_on": "2026-09-29"}),
        # Mon 2 Nov 2026 and fifteen days: Tue 17 November
        (PASSES, "末日是工作日", {"served_on": "2026-11-02", "paid_on": "2026-11-17"}), (FAILS, "工作日的次日", {"served_on": "2026-11-02", "paid_on": "2026-11-18"}),
        (OPEN, "期限未满", {}, "2026-09-28"), (FAILS, "期满未缴", {}, "2026-09-29"), (OPEN, "没有送达", {"served_on": None}),
        (APART, "延期缴纳", {"deferred_until": "2026-12-01"}), (APART, "当场收缴", {"collected_on": "2026-09-10"}), (APART, "只有警告", {"decision_kinds": Penalty.WARNING})),
    *of("CF-077", {**P}, (PASSES, "法定单据", {"receipt_lawful": True}), (FAILS, "不是法定单据", {"receipt_lawful": False}), (OPEN, "不明", {}), (APART, "当场收缴另有规定", {"collected_on": "2026-11-02"})),
    # 1 Jul 2026 and three months is Thu 1 October, off until the 7th: Thu 8 October
    *of("CF-072-2", {"deferred_until": "2026-07-01"}, (PASSES, "三个月末日顺延", {"court_applied_on": "2026-10-08"}), (FAILS, "次日申请", {"court_applied_on": "2026-10-09"}),
        (OPEN, "期限未满", {}, "2026-10-08"), (FAILS, "期满未申请", {}, "2026-10-09"), (APART, "已经缴清", {"paid_on": "2026-07-10"}), (APART, "没有延期", {"deferred_until": None})),
]  # fmt: skip

SPOT = {"procedure": "simple", **P}
COLLECTING = [
    *of("CF-068-1", {**SPOT, "spot_on_the_spot": "small"}, (PASSES, "一百元", {"decision_fine": "100.00"}), (FAILS, "一百元零一分", {"decision_fine": "100.01"}), (OPEN, "数额不明", {}),
        (FAILS, "普通程序", {"procedure": "general", "decision_fine": "50"}), (APART, "其他情形", {"spot_on_the_spot": "remote", "decision_fine": "101"})),
    *of("CF-068-2", {**SPOT, "spot_on_the_spot": "hard_later"}, (PASSES, "写明理由", {"collect_reasoned": True}), (FAILS, "没有理由", {"collect_reasoned": False}), (OPEN, "不明", {}),
        (FAILS, "普通程序", {"procedure": "general", "collect_reasoned": True})),
    *of("CF-069", {**SPOT, "spot_on_the_spot": "remote"}, (PASSES, "当事人提出", {"party_asked": True}), (FAILS, "当事人没有提出", {"party_asked": False}), (OPEN, "不明", {}),
        (PASSES, "普通程序也可以", {"procedure": "general", "party_asked": True})),
    *of("CF-070", {}, (PASSES, "专用票据", {"receipt_lawful": True}), (FAILS, "不是专用票据", {"receipt_lawful": False}), (OPEN, "不明", {})),
    # Wed 30 Sep: Thu 8 and Fri 9 October are the two working days
    *of("CF-071-a", {"collected_on": "2026-09-30"}, (PASSES, "第二个工作日交", {"remitted_on": "2026-10-09"}), (FAILS, "第三个工作日交", {"remitted_on": "2026-10-10"}),
        (OPEN, "期限未满", {}, "2026-10-09"), (FAILS, "期满未交", {}, "2026-10-10"), (APART, "水上收缴", {"collected_afloat": True}), (OPEN, "没有收缴", {"collected_on": None})),
    *of("CF-071-b", {"collected_on": "2026-09-21", "collected_afloat": True, "ashore_on": "2026-09-30"}, (PASSES, "抵岸后第二个工作日", {"remitted_on": "2026-10-09"}),
        (FAILS, "第三个工作日", {"remitted_on": "2026-10-10"}), (FAILS, "期满未交", {}, "2026-10-10"), (OPEN, "尚未抵岸", {"ashore_on": None}), (APART, "不在水上", {"collected_afloat": False, "ashore_on": None})),
    *of("CF-071-c", {"remitted_on": "2026-09-30"}, (PASSES, "第二个工作日缴付", {"banked_on": "2026-10-09"}), (FAILS, "第三个工作日缴付", {"banked_on": "2026-10-10"}),
        (OPEN, "期限未满", {}, "2026-10-09"), (FAILS, "期满未缴付", {}, "2026-10-10")),
]  # fmt: skip

# served Tue 8 Sep: fifteen days to Wed 23 Sep; from the 24th to 27 October are 7 + 27 = 34 days
LATE = {"decision_fine": "1000", "served_on": "2026-09-08", "surcharged_on": "2026-10-27", "decided_on": "2026-09-04"}
SURCHARGE = [
    *of("CF-072-1-1a", {**LATE, "surcharge_days": 33}, (PASSES, "三十三日九百九十元", {"surcharge": "990.00"}), (FAILS, "多一分", {"surcharge": "990.01"}),
        (PASSES, "第三十四日到顶", {"surcharge_days": 34, "surcharge": "1000.00"}), (PASSES, "一日三十元", {"surcharge_days": 1, "surcharge": "30.00"}),
        (FAILS, "一日三十元零一分", {"surcharge_days": 1, "surcharge": "30.01"}), (PASSES, "大额不溢出", {"decision_fine": "9999999999", "surcharge_days": 3, "surcharge": "899999999.91"}),
        (OPEN, "没有加处", {})),
    *of("CF-072-1-1b", LATE, (PASSES, "等于罚款", {"surcharge": "1000.00"}), (FAILS, "超过一分", {"surcharge": "1000.01"}), (OPEN, "没有加处", {})),
    *of("CF-072-1-1a-wait", {"served_on": "2026-09-10"}, (FAILS, "顺延的末日加处", {"surcharged_on": "2026-09-28"}), (PASSES, "次日加处", {"surcharged_on": "2026-09-29"}),
        (FAILS, "末日加处", {"served_on": "2026-11-02", "surcharged_on": "2026-11-17"}), (PASSES, "末日之后", {"served_on": "2026-11-02", "surcharged_on": "2026-11-18"}),
        (OPEN, "没有加处", {}), (APART, "延期缴纳", {"deferred_until": "2026-12-01", "surcharged_on": "2026-09-12"})),
    *of("CF-073-3", LATE, (PASSES, "三十四日", {"surcharge_days": 34}), (FAILS, "三十五日", {"surcharge_days": 35}), (OPEN, "日数不明", {}),
        (PASSES, "扣除复议十日", {"surcharge_days": 24, "reconsidered_from": "2026-10-01", "reconsidered_until": "2026-10-10"}),
        (FAILS, "没有扣足复议十日", {"surcharge_days": 25, "reconsidered_from": "2026-10-01", "reconsidered_until": "2026-10-10"}),
        (PASSES, "期满前已申请，扣 24 至 30 日", {"surcharge_days": 27, "reconsidered_from": "2026-09-20", "reconsidered_until": "2026-09-30"}),
        (FAILS, "期满前已申请，少扣一日", {"surcharge_days": 28, "reconsidered_from": "2026-09-20", "reconsidered_until": "2026-09-30"}),
        (PASSES, "期满前已终结，不扣", {"surcharge_days": 34, "reconsidered_from": "2026-09-10", "reconsidered_until": "2026-09-20"}),
        (PASSES, "诉讼未终结，扣 20 至 27 日", {"surcharge_days": 26, "sued_from": "2026-10-20"}), (FAILS, "诉讼未终结，少扣一日", {"surcharge_days": 27, "sued_from": "2026-10-20"}),
        (PASSES, "先复议后诉讼", {"surcharge_days": 18, "reconsidered_from": "2026-10-01", "reconsidered_until": "2026-10-10", "sued_from": "2026-10-15", "sued_until": "2026-10-20"}),
        (FAILS, "先复议后诉讼，少扣一日", {"surcharge_days": 19, "reconsidered_from": "2026-10-01", "reconsidered_until": "2026-10-10", "sued_from": "2026-10-15", "sued_until": "2026-10-20"}),
        (PASSES, "自延期届满次日起算", {"surcharge_days": 19, "deferred_until": "2026-10-08"}), (FAILS, "自延期届满当日起算", {"surcharge_days": 20, "deferred_until": "2026-10-08"})),
]  # fmt: skip

REMEDY = [
    *of("CF-073-1", {}, (PASSES, "没有决定停止执行", {"stay_ordered": False}), (FAILS, "决定停止执行", {"stay_ordered": True}), (APART, "没有复议诉讼", {})),
    *of("CF-073-2", {"decision_kinds": Penalty.DETENTION, "stay_asked_on": "2026-11-02"}, (PASSES, "已作决定", {"stay_decided_on": "2026-11-03"}), (FAILS, "没有作出决定", {}),
        (APART, "没有申请", {"stay_asked_on": None}), (APART, "罚款", FINED), (OPEN, "种类不明", {"decision_kinds": None})),
    *of("CF-074-1", {"decision_kinds": Penalty.GOODS}, (PASSES, "拍卖", {"goods_way": "auction"}), (PASSES, "销毁", {"goods_way": "destroy"}), (FAILS, "返还没收的财物", {"goods_way": "return"}),
        (OPEN, "不明", {}), (APART, "没有没收", {**FINED, "goods_way": "return"})),
]  # fmt: skip

ORGAN = [
    *of("CF-039", {}, (PASSES, "四项", {"lists_published": 4}), (FAILS, "三项", {"lists_published": 3}), (OPEN, "不明", {})),
    *of("CF-074-2", {}, (PASSES, "全部上缴", {"fines_unbanked": 0}), (FAILS, "一笔未上缴", {"fines_unbanked": 1}), (OPEN, "不明", {})),
    *of("CF-074-3", {}, (PASSES, "不在考核指标", {"fines_in_appraisal": False}), (FAILS, "进入考核指标", {"fines_in_appraisal": True}), (OPEN, "不明", {})),
    *of("CF-075-1", {}, (PASSES, "已开展", {"appraised_this_year": True}), (FAILS, "没有开展", {"appraised_this_year": False}), (OPEN, "不明", {})),
]  # fmt: skip

G = {"procedure": "general"}
SERVICE = [
    *of("MS-087-1", G, (PASSES, "有回证", {"service_proved": True}), (FAILS, "没有回证", {"service_proved": False}), (OPEN, "不明", {}), (APART, "当场交付", {"procedure": "simple"})),
    *of("MS-088-1", {**G, "service_method": "direct", "party_kind": "person"}, (PASSES, "本人", {"receiver_role": "self"}), (PASSES, "同住成年家属", {"receiver_role": "family"}),
        (PASSES, "代收人", {"receiver_role": "agent"}), (FAILS, "公民由收发部门签收", {"receiver_role": "clerk"}), (PASSES, "单位收发部门", {"party_kind": "unit", "receiver_role": "clerk"}),
        (PASSES, "法定代表人", {"party_kind": "unit", "receiver_role": "legal"}), (FAILS, "单位由家属签收", {"party_kind": "unit", "receiver_role": "family"}), (OPEN, "身份不明", {}),
        (APART, "邮寄", {"service_method": "post", "receiver_role": "clerk"})),
    *of("MS-089", {"service_method": "left"}, (PASSES, "有见证", {"witnessed": True}), (FAILS, "没有见证", {"witnessed": False}), (OPEN, "不明", {}), (APART, "直接送达", {"service_method": "direct", "witnessed": False})),
    *of("MS-091", {"service_method": "post", "served_on": "2026-11-05"}, (PASSES, "回执日期", {"receipt_dated_on": "2026-11-05"}), (FAILS, "寄出日期", {"receipt_dated_on": "2026-11-06"}),
        (OPEN, "没有回执", {})),
    *of("MS-092", {"party_held": "soldier"}, (PASSES, "政治机关转交", {"service_method": "forwarded", "forwarded_by": "regiment"}), (FAILS, "直接送达", {"service_method": "direct"}),
        (FAILS, "监所转交军人", {"service_method": "forwarded", "forwarded_by": "prison"}), (OPEN, "转交单位不明", {"service_method": "forwarded"}), (APART, "被监禁", {"party_held": "prisoner", "service_method": "direct"})),
    *of("MS-093-1", {"party_held": "prisoner"}, (PASSES, "监所转交", {"service_method": "forwarded", "forwarded_by": "prison"}), (FAILS, "直接送达", {"service_method": "direct"}),
        (OPEN, "转交单位不明", {"service_method": "forwarded"}), (APART, "军人", {"party_held": "soldier", "service_method": "direct"})),
    *of("MS-094", {"service_method": "forwarded", "served_on": "2026-11-05"}, (PASSES, "签收日期", {"receipt_dated_on": "2026-11-05"}), (FAILS, "转交单位收到日期", {"receipt_dated_on": "2026-11-09"}),
        (OPEN, "没有回证", {})),
    # Sat 5 Sep and thirty days is Mon 5 October, off until the 7th: Thu 8; served from Fri 9
    *of("MS-095-1", {"service_method": "announcement", "announced_on": "2026-09-05"}, (FAILS, "顺延的末日", {"served_on": "2026-10-08"}), (PASSES, "届满次日", {"served_on": "2026-10-09"}), (OPEN, "没有送达", {})),
    # Mon 12 Oct and thirty days is Wed 11 November
    *of("MS-095-1", {"service_method": "announcement", "announced_on": "2026-10-12"}, (FAILS, "第三十日", {"served_on": "2026-11-11"}), (PASSES, "第三十一日", {"served_on": "2026-11-12"}),
        (OPEN, "没有公告", {"announced_on": None, "served_on": "2026-11-12"})),
    *of("MS-095-2", {}, (PASSES, "记明原因", {"announce_reasoned": True}), (FAILS, "没有记明", {"announce_reasoned": False}), (OPEN, "不明", {})),
]  # fmt: skip


@table(PAYING, COLLECTING, SURCHARGE, REMEDY)
def test_performance(case: Case):
    check(case)


@table(ORGAN)
def test_what_an_organ_owes(case: Case):
    check(case)


@table(SERVICE)
def test_service(case: Case):
    check(case)
