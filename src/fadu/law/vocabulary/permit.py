"""Facts of a permit of fire safety or hazardous chemicals, whose periods run from days of their own (专项许可)."""

from fadu.law.facts import day, flag, text


class permit:  # noqa: N801 - reads as a word in a rule: permit.received_on
    """What is known of the examination of such a permit."""

    GRAIN = "permit"

    kind = text(
        "许可事项",
        (
            ("fire_promise", "公众聚集场所消防安全检查（告知承诺）"),
            ("fire_check", "公众聚集场所消防安全检查（不采用告知承诺）"),
            ("fire_filing", "其他建设工程消防验收备案"),
            ("chem_review", "危险化学品建设项目安全条件审查"),
            ("chem_use", "危险化学品安全使用许可证"),
            ("chem_trade", "危险化学品经营许可证"),
            ("poison_buy", "剧毒化学品购买许可证"),
            ("poison_pass", "剧毒化学品道路运输通行证"),
        ),
    )
    opened_on = day("登记日期")
    received_on = day("收到报告、材料日期")
    accepted_on = day("受理日期")
    complete = flag("材料齐全、符合法定形式")
    selected = flag("备案项目被确定为抽查对象")
    checked_on = day("现场检查、核查、抽查日期")
    check_passed = flag("检查、核查合格")
    decided_on = day("作出决定日期")
    granted = flag("准予许可")
    told_in_writing = flag("书面通知申请人")
    refusal_reasoned = flag("不予许可的说明理由")
    free = flag("没有收取费用，没有指定产品或者服务机构")
    mismatch_found_on = day("核查发现与承诺不符日期")
    correction_due_on = day("责令限期改正届满日期")
    still_failing = flag("逾期不整改，或者整改后仍不合格")
    revoked_on = day("撤销许可日期")
    closed_on = day("办结日期")
