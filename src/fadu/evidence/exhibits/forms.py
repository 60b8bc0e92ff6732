"""What the forms of exhibits, goods and stores ask."""

from fadu.agencies.registers.choices import day
from fadu.evidence.exhibits.kinds import KINDS, Finding, Ground, Occasion
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.formality import EVIDENCE_FORM


def _choices(kinds: object) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), str(label)) for value, label in kinds)  # type: ignore[attr-defined]


OFFICERS = Field(name="officers", label="收集的执法人员", kind=Kind.OFFICERS, least=2, help="两名以上（行政处罚法第四十二条第一款）")
EXHIBIT = (
    Field(name="name", label="证据名称", example="进货单据"),
    Field(name="kind", label="种类", kind=Kind.CHOICE, choices=KINDS, help="行政处罚法第四十六条第一款"),
    Field(name="source", label="出处", example="示范县清河食品店账册"),
    Field(name="giver", label="提供人", required=False, help="当事人、证人或者单位；加密保存，打开页面时记录调阅"),
    Field(name="original", label="原件、原物或者原始载体", kind=Kind.BOOL),
    Field(name="proves", label="证明对象", kind=Kind.LONGTEXT, longest=1000, example="涉案食品的购进数量和价格"),
    Field(name="collected_at", label="收集时间", kind=Kind.DATETIME),
    Field(name="place", label="收集地点"),
    OFFICERS,
    Field(name="method", label="制作方法", required=False, help="复制件、视听资料、电子数据填写", example="复印"),
    Field(name="made_at", label="制作时间", kind=Kind.DATETIME, required=False),
    Field(name="maker", label="制作人", required=False, longest=60),
    Field(name="device", label="制作设备", required=False, longest=100, example="执法记录仪 B-07"),
    Field(name="checksum", label="校验值", required=False, longest=128, help="电子数据填写 SHA-256；有附件的由平台计算"),
    Field(name="confirmed_by", label="核对无误、注明与原件一致的人", required=False, longest=60),
    Field(name="confirmed_on", label="核对和出证日期", kind=Kind.DATE, required=False),
    EVIDENCE_FORM,
    Field(name="note", label="备注", kind=Kind.LONGTEXT, required=False, longest=1000),
)
"""An exhibit as an officer enters it."""

CORRECTION = Field(name="reason", label="更正的理由", kind=Kind.LONGTEXT, longest=500)
WITHDRAWAL = (Field(name="reason", label="撤下的理由", kind=Kind.LONGTEXT, longest=500, help="重复登记、登记错案件的撤下；不采信的请用“审查认定”排除"),)
ATTACHMENT = (Field(name="note", label="说明", required=False, longest=200),)
EXAMINATION = (
    Field(name="occasion", label="场合", kind=Kind.CHOICE, choices=_choices(Occasion.choices)),
    Field(name="verified", label="查证属实", kind=Kind.BOOL),
    Field(name="unlawful", label="以非法手段取得", kind=Kind.BOOL, required=False),
    Field(name="party_said", label="当事人的质证意见", kind=Kind.LONGTEXT, required=False, longest=1000),
    Field(name="finding", label="认定", kind=Kind.CHOICE, choices=_choices([each for each in Finding.choices if each[0] != Finding.OPEN])),
    Field(name="ground", label="排除的原因", kind=Kind.CHOICE, choices=_choices(Ground.choices), when=("finding", (Finding.EXCLUDED.value,))),
    Field(name="reason", label="理由", kind=Kind.LONGTEXT, longest=1000, help="怎样查证的；排除的写明事实和理由"),
    Field(name="proves", label="据以认定的事实", kind=Kind.LONGTEXT, required=False, longest=1000),
)

STORE = (
    Field(name="name", label="名称", longest=100, example="罚没物品仓库"),
    Field(name="address", label="地址", longest=200),
    Field(name="third", label="委托第三人保管", kind=Kind.BOOL, help="查封的可以委托第三人保管（行政强制法第二十六条第二款）"),
    Field(name="bound", label="保管约定", longest=120, when=("third", (True,)), help="写明不得损毁、擅自转移、处置的协议名称和编号"),
    day("since", "启用日期"),
)
STORE_END = (day("until", "最后一日", help="还有物品的不能停用"),)
