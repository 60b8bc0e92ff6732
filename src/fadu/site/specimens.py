"""True-looking data of the style page; every name and number in it is made up."""

from types import SimpleNamespace
from typing import Any

LONG = (
    "当事人于2026年8月至9月间，在其经营场所及三处网络店铺同时销售超过保质期的婴幼儿配方乳粉、调制乳粉等六种食品共四十二件，"
    "并在案发后自行销毁部分进货票据；经两次约谈后主动召回已售出商品，配合调查，取得购买人谅解。"
)


def _cite(short: str, full: str, path: str) -> SimpleNamespace:
    class Cite(SimpleNamespace):
        def __str__(self) -> str:
            return full

    return Cite(short=short, path=path)


def _field(name: str, label: str, kind: str = "text", **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "kind": kind,
        "required": True,
        "choices": (),
        "columns": (),
        "when": None,
        "help": "",
        "example": "",
        "longest": 200,
        **more,
    }


def _bound(field: dict[str, Any], value: Any = None, error: Any = "", ident: str = "") -> dict[str, Any]:
    return {"field": field, "value": value, "error": error, "id": ident or f"f-{field['name']}"}


def _stages(*states: tuple[str, str, str]) -> list[dict[str, str]]:
    return [{"label": label, "state": state, "note": note} for label, state, note in states]


GOODS = (
    _field("name", "名称", longest=60),
    _field("spec", "规格", required=False),
    _field("count", "数量", "int"),
    _field("worth", "价值", "money", required=False),
    _field("place", "存放", "choice", choices=(("here", "就地"), ("away", "异地"))),
)
OFFICERS = (
    (11, "执法员甲", "证号 12345678901", "ok"),
    (12, "执法员乙", "证号 12345678902，2026年12月5日到期", "near"),
    (13, "执法员丙", "证号 12345678903，已于2026年10月31日失效", "bad"),
)
PLACES = tuple((str(n), name) for n, name in enumerate(("清河镇", "北山乡", "老街街道", "南湖街道", "东岭镇", "河口乡", "高新区"), 1))
MATTERS = tuple(
    (str(n), name) for n, name in enumerate(("营业执照", "食品经营许可证", "进货票据", "现场笔录", "询问笔录", "照片", "录音录像", "检验报告", "电子数据"), 1)
)


def fields_empty() -> list[dict[str, Any]]:
    """One field of every kind, not yet filled in."""
    return [
        _bound(_field("title", "案件名称", help="当事人名称加违法行为加“案”。", example="示范县清河食品店经营超过保质期食品案")),
        _bound(_field("facts", "违法事实", "longtext", help="写明时间、地点、经过、情节和后果。", longest=4000)),
        _bound(_field("found_on", "发现日期", "date")),
        _bound(_field("asked_at", "询问开始时间", "datetime", required=False, help="北京时间，到分。")),
        _bound(_field("pieces", "涉案件数", "int", example="42")),
        _bound(_field("fine", "拟罚款数额", "money", example="12,000")),
        _bound(_field("source", "案源", "choice", choices=(("check", "监督检查"), ("report", "投诉举报"), ("moved", "移送"), ("given", "上级交办")))),
        _bound(_field("place", "发生地", "choice", choices=PLACES)),
        _bound(_field("papers", "已取得的材料", "choices", required=False, choices=MATTERS)),
        _bound(_field("hearing", "当事人是否要求听证", "bool")),
        _bound(_field("hearing_on", "听证日期", "date", when=("hearing", (True,)), help="应在举行七日前通知当事人。")),
        _bound(_field("officers", "执法人员", "officers", choices=OFFICERS, help="不少于两人，证件须在有效期内。")),
        _bound(_field("code", "统一社会信用代码", "code", example="91230100MA00000000 式样的 18 位代码")),
        _bound(_field("id_number", "公民身份号码", "idcard", required=False)),
        _bound(_field("phone", "联系电话", "phone", required=False, example="13800000000")),
        _bound(_field("goods", "保存物品", "table", columns=GOODS, help="逐种填写；数量以现场清点为准。")),
    ]


def fields_wrong() -> list[dict[str, Any]]:
    """Fields filled in and refused: what was typed is kept."""
    return [
        _bound(_field("w_title", "案件名称"), "", "请填写案件名称"),
        _bound(_field("w_facts", "违法事实", "longtext", longest=4000), LONG, "违法事实最多 100 字，现有 121 字"),
        _bound(_field("w_found_on", "发现日期", "date"), "2027-02-01", "发现日期不能晚于今天"),
        _bound(_field("w_fine", "拟罚款数额", "money", help="法定幅度 50,000–100,000 元。"), "一万二", "拟罚款数额应为金额（元），如 12,000.00"),
        _bound(_field("w_paid", "没收违法所得", "money"), 43_050),
        _bound(_field("w_place", "发生地", "choice", choices=PLACES), "9", "发生地只能从名单中选"),
        _bound(_field("w_hearing", "当事人是否要求听证", "bool"), None, "请选是或否"),
        _bound(_field("w_officers", "执法人员", "officers", choices=OFFICERS), [11], "不得少于两人（行政处罚法第四十二条）"),
        _bound(_field("w_code", "统一社会信用代码", "code"), "92130100MA00000000", "校验位不符，请逐位核对"),
        _bound(
            _field("w_goods", "保存物品", "table", columns=GOODS),
            [
                {"name": "婴幼儿配方乳粉", "spec": "900g/罐", "count": 6, "worth": 178_800, "place": "here"},
                {"name": "调制乳粉", "count": "六罐", "place": "away"},
            ],
            {"w_goods.1.count": "第 2 行：数量应为整数"},
        ),
    ]


def page() -> dict[str, Any]:
    """Everything the style page shows."""
    rows = (
        (
            "bad",
            "逾期 2 小时",
            "11月19日 13:20",
            "补传询问录音",
            "录音录像须 24 小时内上传",
            "示范县清河食品店经营超过保质期食品案",
            "示市监罚立〔2026〕37号",
            "事先告知",
        ),
        ("near", "今天 17:00", "11月20日", "送达处罚告知书", "处罚法 44", "示范县清河食品店经营超过保质期食品案", "示市监罚立〔2026〕37号", "事先告知"),
        ("near", "还剩 2 个工作日", "11月24日", "公示处罚决定", "7 个工作日内公开", "示范县宏达建材经营部虚假广告案", "示市监罚〔2026〕29号", "决定"),
        (
            "",
            "还剩 11 天",
            "12月1日",
            "举行听证",
            "处罚法 64",
            "示范县远山化工新材料科技发展有限公司北山分公司未按照规定保存原始监测记录、超标排放水污染物案",
            "示环罚立〔2026〕8号",
            "听证",
        ),
    )
    long_course = _stages(
        ("案源", "done", "9月22日"),
        ("立案", "done", "9月24日"),
        ("调查取证", "done", "10月20日"),
        ("审查", "done", "11月10日"),
        ("事先告知", "now", "进行中"),
        ("听证", "skip", "未申请"),
        ("法制审核", "todo", ""),
        ("集体讨论", "todo", ""),
        ("决定", "todo", ""),
        ("送达", "todo", ""),
        ("执行", "todo", ""),
        ("结案归档", "todo", ""),
    )
    short_course = _stages(
        ("立案", "done", "9月20日"),
        ("调查取证", "done", "10月12日"),
        ("事先告知", "done", "10月28日"),
        ("听证", "skip", "未申请"),
        ("法制审核", "done", "11月10日"),
        ("决定", "done", "11月14日"),
        ("送达", "now", "11月17日"),
        ("执行", "todo", ""),
    )
    return {
        "crumbs": [("案件", "#"), ("市场监管", "#"), ("示市监罚立〔2026〕37号", "")],
        "stages": long_course,
        "stages_short": short_course,
        "stages_done": _stages(("检查", "done", "11月18日"), ("当场告知", "done", "11月18日"), ("决定", "done", "11月18日"), ("备案", "done", "11月19日")),
        "rows": [dict(zip(("state", "left", "due", "step", "basis", "title", "number", "stage"), row, strict=True)) for row in rows],
        "cite": _cite("处罚法 44", "行政处罚法第四十四条", "#law-44"),
        "long": LONG,
        "findings": [
            {
                "says": "作出行政处罚决定前，应当告知当事人拟处罚的内容及事实、理由、依据",
                "bases": ["行政处罚法第四十四条"],
                "paths": ["#law-44"],
                "missing": ["行政处罚告知书送达日期"],
                "fix": "先送达告知书。",
                "earliest": "2026-12-02",
                "provisional": True,
            },
            {
                "says": "较大数额罚款的决定，作出前应当经法制审核",
                "bases": ["行政处罚法第五十八条第一款", "市场监督管理行政处罚程序规定第五十条"],
                "paths": ["#law-58", "#law-50"],
                "fact": "拟罚款 120,000 元，未见法制审核意见。",
                "fix": "报送法制审核。",
            },
        ],
        "verified": [("决定机关", "示范县市场监督管理局"), ("决定日期", "2026年11月14日"), ("日志序号", "18,911"), ("备注", "")],
        "wizard": ["当事人", "违法事实", "依据与裁量", "核对"],
        "filter_stages": [("investigate", "调查取证"), ("notice", "事先告知"), ("decide", "决定")],
        "empty": fields_empty(),
        "wrong": fields_wrong(),
    }
