"""The five documents of local governments (政策文件) that Fadu carries out. `in_force` is the day of issue; file names are those they were given with.

They differ in their numbers: the numbers stand in the packs of `localities/`, each with its clause and dates.
"""

from datetime import date

from fadu.law.statutes.citations import Policy

day = date.fromisoformat

HEBEI_DISTRICT = Policy(
    "河北区贯彻落实《提升行政执法质量三年行动计划（2023—2025年）》实施方案",
    "天津河北区方案",
    day("2024-06-14"),
    file="000_61206e0098345a81",
    place="120105",
)
XINGLONG = Policy(
    "兴隆县关于加强乡镇人民政府行政执法规范化建设的指导意见",
    "兴隆意见",
    day("2022-01-18"),
    file="001_486093b0362c2fe8",
    place="130822",
)
HEILONGJIANG = Policy(
    "黑龙江省全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度实施方案",
    "黑龙江方案",
    day("2019-04-04"),
    file="002_ed0ba5546363df1e",
    number="黑政办发〔2019〕26号",
    place="230000",
    closing="三(八)2(3)",
    mirrored=True,
    note="文本取自镜像网站，夹有繁体字和注音，两处缺字，引用前以官方文本核对",
)
LIAOCHENG = Policy(
    "聊城市提升行政执法质量实施方案（2024—2025年）",
    "聊城方案",
    day("2024-05-30"),
    file="003_757027c5da5c9645",
    place="371500",
)
XINSHAO = Policy(
    "新邵县落实《湖南省提升行政执法质量三年行动实施方案（2023—2025年）》重点任务分解清单",
    "新邵清单",
    day("2024-07-11"),
    file="004_b0ee8708435dec0e",
    number="新政办函〔2024〕38号",
    place="430522",
)

POLICIES: tuple[Policy, ...] = (HEBEI_DISTRICT, XINGLONG, HEILONGJIANG, LIAOCHENG, XINSHAO)
"""All of them, in the order of their files."""
