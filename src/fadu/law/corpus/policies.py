"""Reads the text of a policy document into its headings: 二, 二(一), 二(一)3, 二(一)3(1), 二(二)3(1)①, 清单三(二)2, 附件第三条.

The traps of the five: full-width and narrow brackets mixed; a table written a cell a line, whose sections are repeated where a
page broke; articles in an annex; and a mirror's copy in traditional signs with the reading of some in brackets, 開(kāi).
"""

import re
from collections.abc import Iterator

from fadu.law.corpus.text import Article, Paragraph, Text
from fadu.law.numerals import NUMERAL
from fadu.law.statutes import Article as Number
from fadu.law.statutes import Policy

_BRACKETS = str.maketrans("（）．\u3000\xa0", "().  ")
_READING = re.compile(r"\([a-zà-öø-ÿāēěīńňōūǎǐǒǔǖǘǚǜ]+ ?\)")
_MARKS = (
    re.compile(rf"({NUMERAL})、"),
    re.compile(rf"(\({NUMERAL}\))"),
    re.compile(r"(\d{1,2})[.、]"),
    re.compile(r"(\(\d{1,2}\))"),
    re.compile(r"([①-⑩])"),
)
_TABLE = re.compile(r"重点任务\s*\|")
_ANNEX = re.compile(r"附件\s*[:：]")
_AFTERWARDS = re.compile(r"扫描二维码|关于.*的政策解读$")
"""Where a web page goes on with what is no longer the document."""
_ARTICLE = re.compile(rf"(第{NUMERAL}条)\s+")

_TRADITIONAL = (
    "乱亂来來个個们們备備传傳伤傷价價仪儀优優储儲内內别別删刪则則创創划劃动動务務势勢励勵汇匯区區协協厉厲参參员員问問启啟单單严嚴国國围圍图圖执執坚堅报報场場垒壘"
    "够夠学學实實审審将將专專对對导導届屆层層属屬岛島岗崗师師带帶几幾库庫广廣厅廳强強从從复復彻徹态態虑慮应應战戰户戶扫掃挂掛挥揮抚撫担擔据據拟擬扰擾摄攝数數断斷"
    "时時书書会會条條业業极極构構标標样樣树樹机機档檔检檢栏欄权權归歸决決没沒况況测測准準沟溝满滿洁潔济濟滥濫为為营營争爭状狀获獲现現琐瑣环環产產当當发發监監众眾"
    "确確码碼础礎种種称稱积積稳穩节節简簡签簽筹籌纠糾纪紀约約纳納纸紙级級细細终終组組结結络絡给給统統经經综綜维維网網线線编編县縣总總织織续續罚罰义義习習闻聞联聯"
    "职職听聽胆膽台臺与與兴興举舉旧舊华華盖蓋处處号號术術补補装裝见見规規视視观觀订訂计計训訓记記设設许許诉訴评評词詞询詢试試话話该該认認语語误誤说說谁誰调調请請"
    "论論讲講证證识識议議护護读讀变變让讓负負财財贯貫责責费費贴貼资資质質账賬迹跡践踐车車较較载載辅輔辆輛输輸舆輿转轉办辦辩辯农農进進运運过過达達违違递遞适適选選"
    "针針钩鉤衔銜销銷录錄错錯键鍵链鏈长長门門开開间間阅閱关關陈陳阳陽队隊阶階际際随隨险險隐隱双雙杂雜难難电電响響项項须須预預领領频頻题題额額类類顾顧显顯风風养養"
    "验驗体體点點党黨齐齊龙龍骤驟"
)
"""The simple sign and the traditional one, pair after pair: those that the mirror's copy holds."""
_SIMPLE = str.maketrans(_TRADITIONAL[1::2], _TRADITIONAL[::2])


def parse_policy(content: str, policy: Policy) -> Text:
    """The text that the file of `policy` holds, its headings as articles, each with all that stands below it.

    Raises:
        ValueError: the file holds no heading.
    """
    reader = _Reader()
    for line in _lines(content, policy):
        reader.read(line)
    if not reader.clauses:
        raise ValueError(f"{policy.file}：没有读到任何条目")
    clauses = dict(reader.clauses)
    if policy.closing in clauses:
        clauses[f"末段({policy.closing}之后、无编号)"] = clauses[policy.closing][1:]
    articles: dict[Number, Article] = {name: Article(name, (Paragraph(1, "\n".join(lines), {}),)) for name, lines in clauses.items()}
    return Text(title=policy.title, file=policy.file, adopted=policy.in_force, history=(), preamble=tuple(reader.preamble), articles=articles)


def _lines(content: str, policy: Policy) -> Iterator[str]:
    for raw in content.translate(_BRACKETS).splitlines():
        line = _READING.sub("", raw).translate(_SIMPLE) if policy.mirrored else raw
        if _AFTERWARDS.match(line.strip()):
            return
        if line.strip():
            yield line.strip()


class _Reader:
    """Goes down the lines and keeps the headings it is under."""

    def __init__(self) -> None:
        self.clauses: dict[str, list[str]] = {}
        self.preamble: list[str] = []
        self._part = ""
        self._path: dict[int, str] = {}

    def read(self, line: str) -> None:
        """One line: a heading, or words of the heading above."""
        if _TABLE.match(line):
            self._enter("清单")
        elif _ANNEX.fullmatch(line):
            self._enter("附件")
        elif self._part == "附件" and (match := _ARTICLE.match(line)):
            self._path = {0: match[1]}
        else:
            for level, mark in enumerate(_MARKS):
                if match := mark.match(line):
                    self._path = {above: token for above, token in self._path.items() if above < level} | {level: match[1]}
                    break
        self._keep(line)

    def _enter(self, part: str) -> None:
        self._part, self._path = part, {}

    def _keep(self, line: str) -> None:
        name = self._part
        for token in self._path.values():
            name += token
            self.clauses.setdefault(name, []).append(line)
        if not self._path:
            self.preamble.append(line)
