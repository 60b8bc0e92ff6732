"""Figures of recordings and the clauses they answer."""

from fadu.agencies.figure import Figure
from fadu.evidence.recordings.figures import coverage, handing_in, rooms, using

FIGURES: tuple[Figure, ...] = (
    Figure(
        "recordings.whole", "必录现场音像覆盖率", "%", "覆盖时长不低于 99%，首尾覆盖，间断不超过 60 秒",
        (("001", "三(八)"), ("002", "二(二)3(3)"), ("000", "二(二)6")), coverage.whole,
    ),
    Figure("recordings.missing", "应录而未录的现场", "次", "0", (("002", "二(二)3(3)"),), coverage.missing),
    Figure("recordings.choice", "视情记录的现场有音像或者经复核的理由", "%", "100%；同一理由超过 80% 的提示", (("002", "二(二)3(3)"),), coverage.choice),
    Figure("recordings.rooms", "询问、听证时段录像命中率", "%", "100%", (("001", "附件第六条"),), rooms.hits),
    Figure("recordings.in_time", "音像资料 24 小时内存入", "%", "100%", (("002", "二(二)4(1)"),), handing_in.in_time),
    Figure("recordings.clocks", "时钟偏差超过 60 秒的设备", "台", "0", (("002", "二(二)4(1)"),), handing_in.clocks),
    Figure("recordings.orphans", "孤儿音像", "段", "0", (("001", "三(十二)"),), handing_in.orphans),
    Figure("recordings.reviewed", "决定前可调阅音像", "%", "含音像的案件，决定前已系案可调阅 100%", (("002", "二(二)5(1)"),), using.at_hand),
)  # fmt: skip
