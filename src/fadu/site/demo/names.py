"""Names of made-up people, each with its sign-in name; and of made-up parties."""

from collections.abc import Iterator
from random import Random

SURNAMES = (
    ("刘", "liu"), ("陈", "chen"), ("杨", "yang"), ("黄", "huang"), ("吴", "wu"), ("徐", "xu"), ("马", "ma"), ("朱", "zhu"), ("胡", "hu"),
    ("郭", "guo"), ("林", "lin"), ("高", "gao"), ("郑", "zheng"), ("梁", "liang"), ("宋", "song"), ("唐", "tang"), ("许", "xu"), ("韩", "han"),
    ("冯", "feng"), ("邓", "deng"), ("曹", "cao"), ("彭", "peng"), ("曾", "zeng"), ("田", "tian"), ("董", "dong"), ("潘", "pan"), ("袁", "yuan"),
    ("蔡", "cai"), ("蒋", "jiang"), ("余", "yu"), ("杜", "du"), ("叶", "ye"), ("程", "cheng"), ("魏", "wei"), ("苏", "su"), ("吕", "lyu"),
    ("丁", "ding"), ("任", "ren"), ("卢", "lu"), ("姚", "yao"), ("沈", "shen"), ("钟", "zhong"), ("姜", "jiang"), ("崔", "cui"), ("谭", "tan"),
)  # fmt: skip
GIVEN = (
    ("建国", "jianguo"), ("海涛", "haitao"), ("晓燕", "xiaoyan"), ("志强", "zhiqiang"), ("丽娟", "lijuan"), ("文博", "wenbo"), ("雪梅", "xuemei"),
    ("俊杰", "junjie"), ("玉兰", "yulan"), ("国栋", "guodong"), ("静怡", "jingyi"), ("振华", "zhenhua"), ("慧", "hui"), ("鹏", "peng"),
    ("秀英", "xiuying"), ("磊", "lei"), ("婷", "ting"), ("明", "ming"), ("红霞", "hongxia"), ("永刚", "yonggang"), ("佳", "jia"), ("洋", "yang"),
    ("思远", "siyuan"), ("倩", "qian"), ("勇", "yong"), ("春生", "chunsheng"), ("敏", "min"), ("旭东", "xudong"), ("琳", "lin"), ("超", "chao"),
)  # fmt: skip


def people(taken: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Sign-in name and name of one person after another, none twice, none of `taken`."""
    seen = set(taken)
    for turn in range(len(GIVEN)):
        for place, (surname, sound) in enumerate(SURNAMES):
            given, reads = GIVEN[(place * 7 + turn * 11) % len(GIVEN)]
            if (username := f"{sound}{reads}") not in seen:
                seen.add(username)
                yield username, surname + given


def person(rng: Random) -> str:
    """The name of a citizen."""
    return rng.choice(SURNAMES)[0] + rng.choice(GIVEN)[0]


ROADS = ("清河路", "东街", "西环路", "柳湖路", "文昌街", "丰收路", "迎宾路", "安康路", "中心街", "公正路", "南关街", "北园路", "康宁路", "站前街")
TOWNS = ("城关镇", "柳湖镇", "白石镇", "双桥乡", "临河镇", "东山乡")
BRANDS = (
    "清河", "福满", "惠民", "永兴", "聚贤", "鑫源", "天一", "百佳", "恒泰", "金谷", "瑞丰", "嘉禾", "和顺", "同德", "兴隆", "万家", "新世纪", "好邻居", "顺达",
    "宏远", "润泽", "东升", "盛源", "庆丰", "隆昌", "德润", "安泰", "春晖", "老街坊", "鸿运", "裕华", "广源", "美佳", "众合", "长青", "立信", "佳宜", "六合", "大成",
)  # fmt: skip


def address(rng: Random) -> str:
    """An address in the county."""
    return f"示范县{rng.choice(TOWNS)}{rng.choice(ROADS)} {rng.randint(1, 199)} 号"


def shop(rng: Random, kinds: tuple[str, ...], number: int) -> str:
    """The name of a firm or shop, none twice."""
    brand = BRANDS[number % len(BRANDS)]
    second = BRANDS[(number // len(BRANDS)) * 5 % len(BRANDS)] if number >= len(BRANDS) else ""
    return f"示范县{brand}{second}{rng.choice(kinds)}"


def phone(rng: Random) -> str:
    """A mobile number of a range that is not given out."""
    return f"1380000{rng.randint(0, 9999):04d}"
