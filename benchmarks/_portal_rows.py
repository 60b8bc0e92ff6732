"""The rows of the portal's benchmark, worded as decisions are, and what is asked of them; the same for every run."""

import random
import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

_WORDS = str.split

NAMES = tuple(
    _WORDS(
        "清河 城关 云岭 顺达 好再来 康乐 宏达 远山 鑫源 福满 东升 金桥 永兴 华泰 瑞丰 安康 百姓 惠民 聚鑫 德信 长青 新天地 万家 利民 同心 光明 天成 盛世 和顺 吉祥"
    )
)
TRADES = tuple(_WORDS("食品店 超市 餐馆 建材经营部 化工有限公司 药房 物流有限公司 加油站 幼儿园 美容院 机械有限公司 农资经营部 洗车行 宾馆 养殖场 印刷厂"))
TOWNS = tuple(_WORDS("城关镇 清河镇 云岭乡 柳林镇 石桥镇 东庄乡 西坡镇 南湾乡 北塘镇 白水镇"))
CAUSES = (
    ("经营超过保质期的食品", "食品安全法第三十四条第一款第十项", "食品安全法第一百二十四条第一款第五项", "纯牛奶、酸奶"),
    ("发布虚假广告", "广告法第二十八条第二款第二项", "广告法第五十五条第一款", "宣传地板零甲醛"),
    ("未按规定保存监测记录", "大气污染防治法第二十四条第一款", "大气污染防治法第一百条第二项", "原始监测记录缺失"),
    ("占道经营", "城市市容和环境卫生管理条例第十四条", "城市市容和环境卫生管理条例第三十六条第二项", "在人行道摆放货架"),
    ("未取得药品经营许可证销售药品", "药品管理法第五十一条第一款", "药品管理法第一百一十五条", "感冒灵颗粒"),
    ("未按规定设置安全警示标志", "安全生产法第三十五条", "安全生产法第九十九条第一项", "配电室无警示标志"),
    ("销售不合格化肥", "产品质量法第三十九条", "产品质量法第五十条", "复合肥料总养分不足"),
    ("占用消防车通道", "消防法第二十八条", "消防法第六十条第一款第五项", "停放货车"),
)
FIELDS = tuple(_WORDS("market market ecology city drugs emergency agriculture fire"))
RARE = tuple(_WORDS("梧桐 翡翠 鲸鱼 紫砂 琥珀 望远镜 蒲公英 手风琴 紫檀 珊瑚"))


def organ_name(organ: int) -> str:
    """What an organ of the fixture is called."""
    return f"示范县{TOWNS[organ % 10]}第{organ}执法机关"


def record(number: int) -> tuple[dict[str, str], dict[str, Any]]:
    """Record `number` of the fixture: what is shown, and its columns."""
    from fadu.law.codes import credit_code

    dice = random.Random(number)
    cause, violated, basis, goods = CAUSES[kind := dice.randrange(len(CAUSES))]
    day = date(2021, 1, 4) + timedelta(days=number * 2000 // max(record.of, 1))  # type: ignore[attr-defined]
    firm = min(int(dice.paretovariate(0.6)), record.of // 4 + 1) + number % 7  # type: ignore[attr-defined]
    name = f"示范县{TOWNS[firm % 10]}{NAMES[firm % 30]}{RARE[firm % 10] if firm % 997 == 5 else ''}{TRADES[firm % 16]}{'第' + str(firm) + '分店' if firm > 4800 else ''}"
    organ = 1 + kind * 12 + dice.randrange(12)
    fine = dice.choice([200, 500, 1000, 3000, 5000, 8000, 20000, 50000, 130000, 300000, 1500000])
    act = ("penalty",) * 13 + ("no_penalty",) * 2 + ("licence",) * 5
    what = act[dice.randrange(20)]
    bought = day - timedelta(days=dice.randrange(20, 90))
    shown = {
        "act": what, "organ": organ_name(organ), "organ_code": f"11130999MB{organ:08d}", "number": f"示市监罚〔{day.year}〕{number % 200000}号",
        "party": name, "party_kind": "法人及非法人组织", "party_code": credit_code(f"92130999MA{firm:07d}"), "cause": cause, "item": f"对{cause}的处罚",
        "decided_on": day.isoformat(), "facts": f"当事人自 {bought.year} 年 {bought.month} 月 {bought.day} 日起在{TOWNS[dice.randrange(10)]}的经营场所有{cause}的行为（{goods}），"
        f"货值金额 {dice.randrange(100, 90000):,} 元，已售出部分违法所得 {dice.randrange(10, 9000)} 元；现场检查笔录、询问笔录和进货票据可以证明。"
        + (f"涉及{dice.choice(RARE)}制品。" if dice.random() < 0.002 else ""),
    }  # fmt: skip
    if what == "penalty":
        shown |= {
            "violated": violated, "basis": basis, "kinds": dice.choice(["罚款", "罚款、没收违法所得", "警告", "罚款、没收非法财物"]), "content": f"罚款 {fine:,} 元。",
            "fine": f"{fine:,}.00元", "discretion": dice.choice(["当事人初次违法，及时改正，未造成危害后果，适用从轻档。", "违法行为持续时间较长，适用一般档。"]),
        }  # fmt: skip
    elif what == "no_penalty":
        shown |= {"ground": "违法行为轻微并及时改正", "reason": "依据行政处罚法第三十三条第一款，违法行为轻微并及时改正，没有造成危害后果，不予行政处罚。"}
    else:
        shown |= {"content": f"准予{name}从事{goods}经营。", "valid": "五年", "basis": "行政许可法第三十八条第一款"}
    return shown, {"organ": organ, "field": FIELDS[kind], "item": f"SC-CF-{kind:03d}", "day": day}


record.of = 1  # type: ignore[attr-defined]


def fill(count: str, peer: str) -> None:
    """Put the records into the database and, the same lines, into a SQLite file for Datasette."""
    import sqlite3

    from django.core.management import call_command
    from django.db import connection

    from fadu.cases.services.log import vkey
    from fadu.disclosure.models import Segment, Shown, State, Tally
    from fadu.disclosure.search import facets as by
    from fadu.disclosure.search import keeping

    call_command("migrate", verbosity=0)
    vkey()
    record.of = number = int(count)  # type: ignore[attr-defined]
    theirs = sqlite3.connect(peer)
    theirs.execute(
        "CREATE TABLE records (id INTEGER PRIMARY KEY, act TEXT, organ TEXT, number TEXT, party TEXT, party_code TEXT, item TEXT, decided_on TEXT, text TEXT)"
    )
    began = 1_609_729_200_000 << 20
    segments = {place: began + (place * keeping.SEGMENT << 30) for place in range(1, number // keeping.SEGMENT + 1)}
    Segment.objects.bulk_create(Segment(number=place, start=start) for place, start in segments.items())
    totals: dict[tuple[str, str], int] = {}
    place = [0]
    keeping.segment_of = lambda order: place[0] // keeping.SEGMENT  # noqa: ARG005 - asked a million times, and known here
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA foreign_keys=OFF")
    for low in range(0, number, 2_000):
        rows, said = [], []
        for at in range(low, min(low + 2_000, number)):
            place[0] = at
            shown, more = record(at)
            packed = by.packed(act=shown["act"], organ_id=more["organ"], year=more["day"].year, field=more["field"], item=more["item"], record=shown)
            kept = keeping.columns(shown, packed, [shown["decided_on"]], began + (at << 30))
            for key in keeping.places(packed):
                totals[key] = totals.get(key, 0) + 1
            rows.append(
                Shown(
                    pk=uuid.UUID(int=at + 1), organ_id=more["organ"], organ_name=shown["organ"], act=shown["act"], number=shown["number"], party=shown["party"],
                    party_code=shown["party_code"], title=f"{shown['party']} {shown['cause']}", item=more["item"], decided_on=more["day"], shown_on=more["day"],
                    state=State.SHOWN, record=shown, **kept,
                )
            )  # fmt: skip
            line = " ".join(str(shown.get(name) or "") for name in ("facts", "violated", "basis", "content", "reason"))
            said.append((at, shown["act"], shown["organ"], shown["number"], shown["party"], shown["party_code"], shown["item"], shown["decided_on"], line))
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET session_replication_role = replica")  # the records stand for themselves: no case lies behind them
        Shown.objects.bulk_create(rows)
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.executemany("INSERT INTO disclosure_shown_words (rowid, words) VALUES (%s, %s)", [(row.order, row.grams) for row in rows])
        theirs.executemany("INSERT INTO records VALUES (?,?,?,?,?,?,?,?,?)", said)
    Tally.objects.bulk_create(Tally(name=name, value=value, count=many) for (name, value), many in totals.items())
    _finish(theirs)
    print("{}")


def _finish(theirs: Any) -> None:
    """Index the peer's rows, and let both databases know what they hold."""
    from django.db import connection

    theirs.execute("CREATE VIRTUAL TABLE records_fts USING fts5(party, number, item, text, tokenize='trigram', content='records', content_rowid='id')")
    theirs.execute("INSERT INTO records_fts (records_fts) VALUES ('rebuild')")
    theirs.execute("CREATE INDEX by_act ON records (act)")
    theirs.execute("CREATE INDEX by_organ ON records (organ)")
    theirs.commit()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE disclosure_shown")
        else:
            cursor.execute("INSERT INTO disclosure_shown_words (disclosure_shown_words) VALUES ('optimize')")
            cursor.execute("ANALYZE disclosure_shown")


def questions(count: int) -> Iterator[tuple[str, dict[str, str]]]:
    """What is asked, without end: words rare and common, names, numbers, codes, articles, months, facets, second pages."""
    dice = random.Random(7)
    while True:
        shown, _ = record(dice.randrange(count))
        party = shown["party"]
        yield from (
            ("words", {"q": dice.choice(CAUSES)[0][: dice.randrange(2, 8)]}),
            ("name", {"q": party[dice.randrange(3, 6) :][: dice.randrange(3, 9)]}),
            ("number", {"q": shown["number"]}),
            ("code", {"q": shown["party_code"]}),
            ("rare", {"q": dice.choice(RARE)}),
            ("two", {"q": f"{dice.choice(NAMES)} {dice.choice(CAUSES)[3][:3]}"}),
            ("article", {"q": dice.choice(CAUSES)[dice.choice((1, 2))]}),
            ("month", {"q": f"{dice.randrange(2021, 2027)}-{dice.randrange(1, 13):02d} {dice.choice(NAMES)}"}),
            ("facet", {"q": dice.choice(TOWNS)[:2], "act": dice.choice(("penalty", "licence")), "year": str(dice.randrange(2021, 2027))}),
            ("organ", {"organ": str(dice.randrange(1, 97)), "kind": "4"}),
            ("common", {"q": dice.choice(("罚款", "违法所得", "当事人", "经营", "示范县"))}),
            ("second", {"q": dice.choice(TRADES), "after": "2"}),
        )
