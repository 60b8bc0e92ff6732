"""One food-safety case told through the real steps, as the papers see it: every answer passes the steps' own forms."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

from fadu.documents.presenting import answers
from fadu.law import penalty_general, penalty_simple
from fadu.law.forms import Field, validate
from fadu.law.procedure import Procedure

PEOPLE = {
    1: {"name": "周立秋", "credential": "13010726001"},
    2: {"name": "何景行", "credential": "13010726002"},
    3: {"name": "沈知非", "credential": "13010726009"},
}
GOODS = [
    {"name": "××牌纯牛奶", "spec": "250毫升×24", "batch": "20260301", "quantity": 12, "unit": "箱", "price": "60", "condition": "包装完好"},
    {"name": "××牌酸奶", "spec": "200克×12", "batch": "20260305", "quantity": 3, "unit": "箱", "price": "48.50", "condition": "一箱破损"},
]
PARTY = {
    "party_kind": "unit",
    "party_name": "示范县清河食品店",
    "party_legal_rep": "王某某",
    "party_address": "示范县城关镇清河路12号",
    "party_phone": "13800000000",
}
LOOKED = {"present": [1, 2], "card_shown": True, "reason_told": True, "place": "示范县城关镇清河路12号", "record_signed": "signed"}
FACTS = "当事人自2026年9月2日起陈列销售超过保质期的纯牛奶12箱，货值720元，违法所得60元。\n执法人员检查时，货架第二层仍陈列待售12箱，标示保质期至2026年9月1日。"
POINTS = {f"point_{name}": "yes" for name in ("jurisdiction", "party", "facts", "nature", "basis", "procedure", "handling")}

GENERAL: list[tuple[str, str, dict[str, Any]]] = [
    (
        "register",
        "2026-09-10T09:00",
        PARTY
        | {
            "clue_source": "report",
            "clue_received_on": "2026-09-10",
            "clue_from": "消费者李某",
            "cause": "经营超过保质期的食品",
            "item": "130000-FOOD-0124",
            "summary": "举报人称在当事人处购得超过保质期的纯牛奶一箱，提供购物小票和实物照片。",
            "violation_place": "示范县城关镇清河路12号",
            "violation_began_on": "2026-09-02",
            "in_jurisdiction": True,
        },
    ),
    ("settle_dispute", "2026-09-11T09:00", {"dispute_settled_on": "2026-09-11", "settled_by": "示范市市场监督管理局指定", "in_jurisdiction": True}),
    ("file", "2026-09-11T10:00", {"conditions": ["evidence", "punishable", "jurisdiction", "in_time"], "appointed": [1, 2], "opinion": "同意立案。"}),
    (
        "inspect",
        "2026-09-12T09:00",
        LOOKED
        | {
            "began_at": "2026-09-12T09:00",
            "ended_at": "2026-09-12T10:30",
            "met_by": "店主王某某",
            "findings": "货架第二层陈列待售纯牛奶12箱，标示保质期至2026年9月1日。\n现场未能提供进货查验记录和供货者的许可证。",
            "measures": "当场告知当事人停止销售，对上述纯牛奶先行登记保存。",
        },
    ),
    (
        "preserve",
        "2026-09-12T10:00",
        {key: LOOKED[key] for key in ("present", "card_shown", "place", "record_signed")}
        | {"reason": "涉案食品可能被转移或者销毁。", "head_approved": True, "goods": GOODS, "keeper": "当事人，存放于清河路12号后仓"},
    ),
    (
        "question",
        "2026-09-13T14:00",
        LOOKED
        | {
            "began_at": "2026-09-13T14:00",
            "ended_at": "2026-09-13T15:20",
            "asked_name": "王某某",
            "asked_as": "店主",
            "dialogue": [
                {"q": "请说明你的姓名和身份。", "a": "我叫王某某，是示范县清河食品店的经营者。"},
                {"q": "货架上的纯牛奶是什么时候购进的？是否查验并记录？", "a": "是2026年3月从流动商贩处购进的20箱，没有索取票据，也没有做记录。"},
                {"q": "超过保质期后销售了多少？", "a": "大约8箱，每箱卖60元左右。"},
            ],
        },
    ),
    (
        "collect",
        "2026-09-13T16:00",
        {
            "present": [1, 2],
            "card_shown": True,
            "evidence_items": [
                {"name": "营业执照复印件", "kind": "documentary", "from": "当事人提供", "original": False, "method": "复印，2026年9月13日，周立秋"},
                {
                    "name": "收银系统销售记录",
                    "kind": "electronic",
                    "from": "收银机导出",
                    "original": True,
                    "method": "导出文件，何景行",
                    "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                },
            ],
            "record_signed": "signed",
        },
    ),
    (
        "sample",
        "2026-09-14T09:00",
        {
            "present": [1, 2],
            "card_shown": True,
            "place": "清河路12号",
            "goods": GOODS[:1],
            "base_quantity": "12箱",
            "method": "随机抽取2箱，当场封样。",
            "record_signed": "signed",
        },
    ),
    (
        "commission_test",
        "2026-09-14T11:00",
        {"lab": "示范市食品检验中心", "lab_qualification": "CMA 210012341234", "matters": "菌落总数、酸度", "test_told_on": "2026-09-14"},
    ),
    ("receive_test", "2026-09-20T11:00", {"result": "酸度不符合食品安全国家标准。", "result_told_on": "2026-09-21"}),
    ("dispose_preserved", "2026-09-21T09:00", {"disposal": "released", "handling": "已采取拍照、抽样等证据保全措施，解除登记保存。", "head_approved": True}),
    ("demand_material", "2026-09-21T10:00", {"materials": "进货票据、供货者的许可证。", "until": "2026-09-28"}),
    (
        "order_correction",
        "2026-09-21T11:00",
        {
            "violation": "经营超过保质期的食品。",
            "violated": "食品安全法第三十四条第十项",
            "demands": "立即停止销售并下架全部超过保质期的食品。",
            "until": "2026-09-22",
        },
    ),
    (
        "confirm_address",
        "2026-09-21T12:00",
        {"address": "示范县城关镇清河路12号", "receiver": "王某某", "phone": "13800000000", "service_consented": True, "electronic_address": "wang@example.cn"},
    ),
    ("ask_assistance", "2026-09-21T13:00", {"to_organ": "邻县市场监督管理局", "matters": "核查供货者的住所和许可证。", "until": "2026-10-15"}),
    ("request_recusal", "2026-09-22T09:00", {"person": [2], "reason": "该人员与举报人有亲属关系。"}),
    ("decide_recusal", "2026-09-23T09:00", {"recused": "no", "opinion": "经查没有亲属关系，不予回避。"}),
    (
        "conclude",
        "2026-10-09T09:00",
        {
            "facts_found": FACTS,
            "evidence_items": [
                {"name": "现场笔录、现场照片4张", "kind": "record", "proves": "货架陈列待售超过保质期的食品", "verified": True},
                {"name": "王某某询问笔录", "kind": "party", "proves": "购进、销售的数量和价格", "verified": True},
                {"name": "检验报告", "kind": "expert", "proves": "产品不符合食品安全标准", "verified": True},
            ],
            "facts_clear": True,
            "nature": "当事人经营超过保质期的食品，属于经营禁止生产经营的食品的违法行为。",
            "violated": "《中华人民共和国食品安全法》第三十四条第十项",
            "penalised_under": "《中华人民共和国食品安全法》第一百二十四条第一款第五项",
            "gain": "60",
            "harm": "slight",
            "minor": False,
            "first_offence": True,
            "grounds": ["REMEDIED"],
            "criminal_suspected": False,
            "complex_or_major": True,
            "proposed_kinds": ["FINE", "GAIN"],
            "proposed_fine": "20000",
            "proposed_gain": "60",
            "factors": [{"factor": "货值金额", "value": "不足一万元"}, {"factor": "违法次数", "value": "初次"}],
            "discretion_reason": "当事人初次违法，货值较小，案发后主动召回已售食品，符合从轻处罚的情形。",
        },
    ),
    ("review_case", "2026-10-12T09:00", POINTS | {"result": "agree", "opinion": "事实清楚，证据充分，同意处理意见。"}),
    ("approve_proposal", "2026-10-13T09:00", {"opinion": "同意，依法告知当事人。"}),
    ("notify", "2026-10-14T09:00", {"told": ["CONTENT", "FACTS", "REASONS", "BASIS", "DEFENCE", "HEARING"], "method": "direct", "receiver": "王某某"}),
    (
        "hear_defence",
        "2026-10-16T09:00",
        {
            "speaker": "王某某",
            "form": "oral",
            "defence": "货值很小，没有人因此得病，请求减轻处罚。",
            "checked": "货值和危害后果已在裁量时考虑，不具备法定减轻处罚的情形。",
            "adopted": "part",
            "adopted_reason": "从轻的理由成立，减轻的理由不成立。",
        },
    ),
    ("request_hearing", "2026-10-16T10:00", {"asked_by": "王某某", "asked_on": "2026-10-16"}),
    (
        "notify_hearing",
        "2026-10-20T09:00",
        {"hearing_set_for": "2026-11-03", "hearing_time": "9:30", "place": "本机关三楼听证室", "chair": [3], "clerk": "林小满", "receiver": "王某某"},
    ),
    (
        "hold_hearing",
        "2026-11-03T09:30",
        {
            "began_at": "2026-11-03T09:30",
            "ended_at": "2026-11-03T11:40",
            "place": "本机关三楼听证室",
            "chair": [3],
            "present": [1, 2],
            "party_present": "王某某；委托代理人赵律师",
            "agents": 1,
            "hearing_public": True,
            "investigators_say": "当事人经营超过保质期的食品，事实有现场笔录、询问笔录和检验报告证明，建议没收违法所得60元，罚款20,000元。",
            "party_says": "对事实没有异议，对检验报告没有异议，认为罚款过高。",
            "last_words": "请求从轻处罚。",
            "transcript_signed": "signed",
        },
    ),
    (
        "report_hearing",
        "2026-11-05T09:00",
        {"course": "听证公开举行，各方充分发表意见。", "issues": "罚款是否过高。", "opinion": "事实清楚，程序合法，裁量适当，建议维持。"},
    ),
    ("review", "2026-11-06T09:00", POINTS | {"result": "agree", "opinion": "同意。"}),
    (
        "discuss",
        "2026-11-09T09:00",
        {
            "place": "本机关会议室",
            "chair": "陈局长",
            "voices": [
                {"name": "陈局长", "post": "局长", "said": "同意处理意见。"},
                {"name": "马副局长", "post": "副局长", "said": "同意，教育与处罚相结合。"},
            ],
            "conclusion": "一致同意没收违法所得60元，罚款20,000元。",
            "discussed_fine": "20000",
        },
    ),
    (
        "decide",
        "2026-11-10T09:00",
        {
            "decision_kinds": ["FINE", "GAIN"],
            "decision_fine": "20000",
            "decision_gain": "60",
            "content": "一、没收违法所得60元；\n二、罚款20,000元。",
            "grounds_answered": True,
            "educated": True,
            "publication_due": True,
            "opinion": "同意。",
        },
    ),
    ("decide_none", "2026-11-10T09:10", {"ground": "first", "reason": "初次违法，货值不足百元，已全部召回。", "educated": True, "opinion": "同意。"}),
    ("announce", "2026-11-11T09:00", {"reason": "当事人下落不明", "where": "本机关公告栏、门户网站", "photographed": True}),
    ("serve", "2026-11-12T09:00", {"service_method": "direct", "receiver": "王某某", "receiver_role": "legal"}),
    (
        "defer",
        "2026-11-20T09:00",
        {"applied_on": "2026-11-18", "reason": "经营困难。", "deferred_until": "2027-02-20", "plan": "分三期，每月20日前缴纳。", "opinion": "同意。"},
    ),
    ("demand", "2027-06-01T09:00", {"duty": "缴纳罚款20,000元，没收违法所得60元。", "amount": "20060", "until": "2027-06-16", "receiver": "王某某"}),
    (
        "apply_court",
        "2027-07-01T09:00",
        {"court": "示范县人民法院", "matters": "强制执行罚款20,000元、没收违法所得60元。", "amount": "20060", "opinion": "同意申请。"},
    ),
    (
        "dispose_goods",
        "2027-07-02T09:00",
        {
            "goods": [{"name": "××牌纯牛奶", "quantity": 12, "unit": "箱"}],
            "way": "destroy",
            "how": "在示范县无害化处理中心监督销毁，全程录像。",
            "present": [1, 2],
        },
    ),
    (
        "transfer_agency",
        "2026-09-12T11:00",
        {"to_organ": "示范县农业农村局", "reason": "属于农业农村部门管辖。", "materials": "举报材料一份", "opinion": "同意移送。"},
    ),
    (
        "suspect_crime",
        "2026-10-10T09:00",
        {"offence": "生产、销售不符合安全标准的食品罪", "facts_found": "检验发现严重超标。", "materials": "调查报告、检验报告"},
    ),
    (
        "transfer_criminal",
        "2026-10-11T09:00",
        {
            "to_organ": "示范县公安局",
            "offence": "生产、销售不符合安全标准的食品罪",
            "materials": "移送书、调查报告、涉案物品清单、检验报告",
            "opinion": "同意移送。",
        },
    ),
    ("close", "2027-07-10T09:00", {"execution": "罚没款20,060元已全部执行到位。", "opinion": "同意结案。"}),
    ("archive", "2027-07-20T09:00", {"retention": "30", "volume": "2026-处罚-037", "note": "无。"}),
]
SIMPLE: list[tuple[str, str, dict[str, Any]]] = [
    (
        "register_spot",
        "2026-11-10T16:00",
        PARTY
        | {
            "cause": "占道经营",
            "item": "130000-CITY-0036",
            "present": [1, 2],
            "card_shown": True,
            "place": "城关镇清河路",
            "facts_found": "当事人在人行道摆放货架经营。",
            "evidence_note": "现场照片2张",
            "facts_clear": True,
            "violation_began_on": "2026-11-10",
            "in_jurisdiction": True,
        },
    ),
    ("tell_spot", "2026-11-10T16:10", {"told": ["CONTENT", "FACTS", "REASONS", "BASIS", "DEFENCE"], "defence": "无异议", "checked": "无需复核"}),
    (
        "decide_spot",
        "2026-11-10T16:20",
        {
            "decision_kinds": ["FINE"],
            "spot_fine": "100",
            "violated": "城市市容和环境卫生管理条例第十四条",
            "penalised_under": "城市市容和环境卫生管理条例第三十六条第二项",
            "discretion_reason": "初次违法并当场改正，从轻处罚。",
            "spot_handed_over": True,
            "pay_how": "collected",
            "signed": "signed",
        },
    ),
    ("collect_fine", "2026-11-10T16:30", {"spot_on_the_spot": "small", "instalment": "100", "receipt_no": "HB00012345", "receipt_lawful": True}),
    ("remit", "2026-11-11T09:00", {"received_by": "财务室赵某"}),
    ("file_record", "2026-11-12T09:00", {"filed_with": "法制科"}),
]
"""The steps with the moment they were taken and what was typed."""

ORGAN = {
    "name": "示范县市场监督管理局",
    "short_name": "示市监",
    "code": "11130000MB0EXAMPLE",
    "address": "示范县政府大街1号",
    "phone": "0311-88880000",
    "legal_rep": "陈局长",
    "bank": "示范县农商银行营业部",
    "account": "6222 0000 1111 2222",
    "review_organ": "示范县人民政府",
    "review_address": "示范县政府大街9号",
    "court": "示范县人民法院",
    "court_address": "示范县法院路3号",
}
LAW = {
    "item": "经营超过保质期的食品",
    "violated": "食品安全法第三十四条第十项",
    "basis": "食品安全法第一百二十四条第一款第五项",
    "discretion": {
        "table": "示范省市场监督管理行政处罚裁量基准（2026年）",
        "band": "从轻",
        "range": "罚款15,000元以上25,500元以下",
        "factors": ["货值金额不足一万元", "初次违法"],
        "explanation": "货值金额不足一万元且初次违法，属于从轻阶次，区间为法定幅度最低的百分之三十。",
    },
}
FACTS_KNOWN = {
    "filed_on": "2026-09-11",
    "decided_on": "2026-11-10",
    "hearing_due": True,
    "outcome": {"is": "penalty", "text": "给予行政处罚"},
    "closing_ground": {"is": "performed", "text": "行政处罚决定执行完毕"},
    "closing_since": "2027-07-08",
    "paid": {"fen": 2006000, "text": "20,060.00元"},
}
MEASURE = {
    "goods": GOODS,
    "reason": "涉案食品不符合食品安全标准，继续存放可能流入市场。",
    "basis": "食品安全法第一百一十条第一款第四项",
    "days": 30,
    "until": "2026-10-12",
    "from": "2026-09-12",
    "place": "清河路12号后仓",
    "keeper": "示范冷链仓储公司",
    "to_organ": "示范货运站",
    "refund": {"fen": 12300, "text": "123.00元"},
    "requirements": "三十日内办结。",
    "consent": "同意先行处置。",
}


def told(procedure: Procedure, steps: list[tuple[str, str, dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(step, what its papers see) in order; a form that has come to ask more than the story tells is no matter here."""
    earlier: dict[str, list[Mapping[str, Any]]] = {}
    for name, at, typed in steps:
        step = procedure[name]
        step_data = answers(step.asks, validate(lenient(step.asks), typed), PEOPLE)
        taken = {"name": name, "label": step.label, "at": at, "on": at[:10], "by": "周立秋", "basis": [str(place) for place in step.basis]}
        yield name, {"step": step_data, "steps": deepcopy(earlier), "taken": taken}
        earlier.setdefault(name, []).append({**step_data, "taken_on": at[:10], "taken_at": at, "taken_by": "周立秋"})


def lenient(fields: Iterable[Field]) -> list[Field]:
    """The same questions, none of them required."""
    return [replace(field, required=False, columns=tuple(lenient(field.columns))) for field in fields]


def paper_data(paper_id: str) -> dict[str, Any]:
    """Full data for a paper: of the step of the story that makes it, else of the case at large."""
    for procedure, steps in ((penalty_general.PROCEDURE, GENERAL), (penalty_simple.PROCEDURE, SIMPLE)):
        for name, seen in told(procedure, steps):
            if paper_id in procedure[name].papers:
                return _around(paper_id, seen)
    last = list(told(penalty_general.PROCEDURE, GENERAL))[-1][1]
    return _around(paper_id, last | {"step": MEASURE})


def _around(paper_id: str, seen: dict[str, Any]) -> dict[str, Any]:
    papers = {
        "penalty_decision": {"title": "行政处罚决定书", "number": "示市监罚〔2026〕37号", "made_on": "2026-11-10"},
        "penalty_notice": {"title": "行政处罚告知书", "number": "示市监罚告〔2026〕41号", "made_on": "2026-10-14"},
        "preserve_notice": {"title": "先行登记保存证据通知书", "number": "示市监登存〔2026〕8号", "made_on": "2026-09-12"},
        "measure_decision": {"title": "实施行政强制措施决定书", "number": "示市监强措〔2026〕5号", "made_on": "2026-09-12"},
        "spot_decision": {"title": "当场行政处罚决定书", "number": "示市监当罚〔2026〕12号", "made_on": "2026-11-10"},
        "demand": {"title": "行政处罚决定履行催告书", "number": "示市监催〔2027〕3号", "made_on": "2027-06-01"},
        "attached": {"title": "行政处罚决定书", "number": "示市监罚〔2026〕37号"},
    }
    files = [
        {"number": "示市监罚〔2026〕37号", "author": ORGAN["name"], "title": title, "date": "2026-11-10", "page": str(page)}
        for page, title in enumerate(("立案审批表", "行政处罚决定书", "送达回证"), 1)
    ]
    return {
        "paper": {
            "id": "019a6f2e-7c1b-7d10-9f3a-demo",
            "title": "",
            "number": "示市监文〔2026〕37号",
            "made_on": seen["taken"]["on"],
            "url": f"https://fadu.example/documents/{paper_id}/019a6f2e7c1b7d10",
        },
        "organ": ORGAN,
        "case": {
            "title": "示范县清河食品店经营超过保质期的食品案",
            "number": "示市监立〔2026〕52号",
            "cause": "经营超过保质期的食品",
            "filed_on": "2026-09-11",
        },
        "party": {
            "kind": "unit",
            "name": "示范县清河食品店",
            "code": "92130000MA0EXAMPLE",
            "legal_rep": "王某某",
            "address": "示范县城关镇清河路12号",
            "phone": "13800000000",
            "you": "你单位",
        },
        "officers": [PEOPLE[1], PEOPLE[2]],
        "facts": FACTS_KNOWN,
        "law": LAW,
        "papers": papers,
        "sums": {"owed": {"fen": 2006000, "text": "20,060.00元"}},
        "file": {"documents": files, "count": 3, "pages": 11, "first_on": "2026-09-10", "last_on": "2027-07-10"},
        "demo": True,
        **seen,
    }
