"""What is asked of each movement of goods."""

from collections.abc import Mapping
from dataclasses import dataclass

from fadu.law.custody import Movement
from fadu.law.forms import Field, Kind

AT = Field(name="at", label="时间", kind=Kind.DATETIME)
QUANTITY = Field(name="quantity", label="数量", kind=Kind.INT, least=1)
LOT = Field(name="lot", label="哪一批", kind=Kind.CHOICE)
STORE = Field(name="store", label="存放地点", kind=Kind.CHOICE)
PRESENT = Field(name="officers", label="在场执法人员", kind=Kind.OFFICERS, least=2, help="两名以上")
GIVER = Field(name="giver", label="交出人", kind=Kind.CHOICE)
RECEIVER = Field(name="receiver_officer", label="接收人", kind=Kind.CHOICE, required=False, help="本机关人员；第三人保管的填下一项")
THIRD = Field(name="receiver", label="接收的单位和人员", required=False, longest=100, help="第三人保管、送检、移送、领取的填写；加密保存")
TAKER = Field(name="receiver", label="接收的单位和人员", longest=100, help="加密保存")
WITNESS = Field(name="witness", label="见证人", required=False, longest=60, help="见证人和录像至少有一项")
RECORDING = Field(name="recording", label="录像、照片编号", required=False, longest=100)
HOW = Field(name="how", label="经过", kind=Kind.LONGTEXT, longest=1000)
NOTE = Field(name="how", label="说明", kind=Kind.LONGTEXT, required=False, longest=1000)
PAPER = Field(name="paper", label="文书和文号", longest=100, required=False)
SIGNED = Field(name="signed", label="接收人已在清单上签收", kind=Kind.BOOL)
CONDITION = Field(name="condition", label="成色、包装", required=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """A movement as it is offered.

    Attributes:
        fields: what it asks besides lot, time and quantity.
        verb: on the button.
        lead: what to know before.
        witnessed: a witness or a recording is asked.
        whole: it takes the whole lot: no quantity is asked.
    """

    fields: tuple[Field, ...]
    verb: str
    lead: str = ""
    witnessed: bool = False
    whole: bool = False


MOVES: Mapping[Movement, Asked] = {
    Movement.HAND: Asked((GIVER, STORE, RECEIVER, THIRD, CONDITION, NOTE), "交接入库", "交出人和接收人当面清点，两人都登记在册。"),
    Movement.SEAL: Asked(
        (Field(name="seal", label="封条号", longest=60), PRESENT, WITNESS, RECORDING, HOW), "封存", "加贴封条，任何人不得随意动用。", witnessed=True
    ),
    Movement.UNSEAL: Asked(
        (
            Field(name="seal", label="核对封条号", longest=60, help="照封条上的编号填写，与登记的不一致的不能启封"),
            Field(name="intact", label="封条完好", kind=Kind.BOOL),
            PRESENT,
            WITNESS,
            RECORDING,
            HOW,
        ),
        "启封",
        "启封时有见证人在场或者全程录像。",
        witnessed=True,
        whole=True,
    ),
    Movement.SEND: Asked(
        (Field(name="lab", label="检验机构", longest=100), PAPER, PRESENT, TAKER, NOTE), "送检", "检验期间明确并书面告知当事人的，不计入查封、扣押期限。"
    ),
    Movement.BACK: Asked((PAPER, STORE, RECEIVER, CONDITION, NOTE), "送检返回"),
    Movement.CONSUME: Asked((PAPER, HOW), "登记检验耗损", "检验中用掉、不能返回的数量。"),
    Movement.CONVERT: Asked((PAPER, NOTE), "转为查封扣押", whole=True),
    Movement.CONFISCATE: Asked((PAPER, NOTE), "没收"),
    Movement.RELEASE: Asked((PAPER, NOTE), "解除"),
    Movement.RETURN: Asked((TAKER, SIGNED, PRESENT, PAPER, NOTE), "返还", "解除后立即退还（行政强制法第二十八条第二款）。"),
    Movement.SELL: Asked((PAPER, Field(name="proceeds", label="所得款项（元）", kind=Kind.MONEY), TAKER, PRESENT, HOW), "变卖、拍卖"),
    Movement.DESTROY: Asked(
        (Field(name="spot", label="销毁地点", longest=200), PRESENT, WITNESS, RECORDING, HOW), "销毁", "监督销毁并拍照、录像。", witnessed=True
    ),
    Movement.TRANSFER: Asked((TAKER, SIGNED, PRESENT, PAPER, NOTE), "移送"),
    Movement.SURRENDER: Asked((TAKER, SIGNED, PRESENT, PAPER, HOW), "按规定处理"),
    Movement.LOSE: Asked(
        (PRESENT, Field(name="reported_to", label="已报告的负责人", longest=60), HOW),
        "登记损毁灭失",
        "造成损失的，机关承担赔偿责任（行政强制法第二十六条第一款）。",
    ),
}
"""What an officer may record; taking in and correcting follow from the steps of the case."""
