"""What a verification may come to, in words for whoever holds the paper. The pages and the JSON say the same."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Outcome(StrEnum):
    """What was found of a file, a picture or a code."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    PICTURE = "picture"
    REGISTERED = "registered"
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"
    FOREIGN = "foreign"
    UNSEEN = "unseen"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Words:
    """How an outcome is told.

    Attributes:
        state: colour of the note: ok, near, bad.
        title: the answer.
        says: what it means, and what it does not.
        do: what to do next.
    """

    state: str
    title: str
    says: str
    do: str


WORDS: Final[dict[Outcome, Words]] = {
    Outcome.UNCHANGED: Words(
        "ok", "文件没有改动",
        "这个文件与制作机关当时制作、登记的文书逐字节相同。",
        "是否仍然有效，看下面的“效力”。",
    ),
    Outcome.CHANGED: Words(
        "bad", "文件与当时制作的不同",
        "文件上的二维码指向下面这份登记过的文书，但是文件的内容与登记的不一样：可能被改动过，也可能是扫描、打印再存或者另存的副本。",
        "不要以这个文件为准。请向制作机关索取原件，或者核对下面的文号、日期。",
    ),
    Outcome.PICTURE: Words(
        "near", "确有这份文书，照片上的字要自己核对",
        "照片或者扫描件上的二维码指向下面这份登记过的文书。二维码能证明机关制作过它，不能证明照片上的其他文字没有改动。",
        "请把手中文书的名称、文号、日期与下面逐项核对；要证明一字未改，请用机关交付的 PDF 原件核验。",
    ),
    Outcome.REGISTERED: Words(
        "ok", "确有这份文书",
        "这个编号对应下面这份登记过的文书。编号只证明机关制作过它，手中的纸是不是它，要自己核对。",
        "请把手中文书的名称、文号、日期与下面逐项核对。",
    ),
    Outcome.UNKNOWN: Words(
        "bad", "没有这份文书",
        "二维码写的是本平台的地址，但是本平台没有登记过这样一份文书。",
        "它可能是伪造的。请不要照它缴款或者交出财物，向文书上所写的机关核实，号码从政府网站查，不要用文书上印的。",
    ),
    Outcome.ELSEWHERE: Words(
        "near", "不是本平台的文书",
        "二维码指向另一个平台，本平台不能核验。",
        "请确认那个地址是政府网站（以 .gov.cn 结尾），再到那里核验。",
    ),
    Outcome.FOREIGN: Words(
        "near", "不是本平台制作的文书",
        "文件与本平台登记的任何文书都不同，上面也没有本平台文书的二维码。",
        "本平台制作的文书，页脚都有二维码。请核对是否交错了文件，或者向文书上所写的机关核实。",
    ),
    Outcome.UNSEEN: Words(
        "near", "没有找到二维码",
        "照片里没有看清文书的二维码。",
        "请把页脚左下角的二维码拍清楚、拍完整，不要反光；也可以填写页脚右下角的编号。",
    ),
    Outcome.SEVERAL: Words(
        "near", "里面有几份文书",
        "一个文件里有几份文书的二维码，分不清要核验哪一份。",
        "请一份一份地核验。",
    ),
}  # fmt: skip
