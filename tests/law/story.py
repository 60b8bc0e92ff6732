"""A market case taken step by step in the pure law: form, gates, fold; no database."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from fadu.law.calendar import china, civil, number
from fadu.law.engine import Bench
from fadu.law.facts import minutes
from fadu.law.fold import State, Taken, apply
from fadu.law.forms import validate
from fadu.law.procedure import answers
from fadu.law.registry import procedure_of, rules_of

FROM_PLATFORM = {
    "field": "market",
    "basis_level": "law",
    "basis_published": True,
    "basis_superior": False,
    "basis_kinds": 4 | 8 | 16 | 128,  # 罚款、没收违法所得、没收非法财物、吊销许可证件
    "basis_fine_least": 50_000_00,
    "basis_fine_most": 100_000_00,
    "basis_changed": False,
    "hearing_threshold": 100_000_00,
    "discretion_table": "市监食品裁量基准",
    "discretion_low": 65_000_00,
    "discretion_high": 100_000_00,
    "benchmark_published": True,
    "agency_qualified": True,
    "agency_kind": "statutory",
    "agency_county_level": True,
    "decision_sealed": True,
}
"""What catalogue and organ say of a county bureau and food past its date (食品安全法第一百二十四条第一款第五项)."""

TWO_AND_APART = {
    "certified_officers": 2,
    "uncertified_officers": 0,
    "recused_officers": 0,
    "by_handler": False,
    "by_reviewer": False,
    "by_decider": False,
    "chair_is_handler": False,
}
"""Two certified officers before the party; whoever takes the step has no other function in the case."""


@cache
def bench(grain: str = "case") -> Bench:
    """All rules over facts of that grain, with the calendar of China."""
    return Bench(rules_of(grain), china())


class Story:
    """One case as it goes."""

    def __init__(self, procedure: str = "penalty.general", **platform: Any) -> None:
        course = procedure_of(procedure)
        self.state = State(course.id, course.version)
        self.platform = {**FROM_PLATFORM, "procedure": course.id.split(".")[-1], **platform} if course.grain == "case" else platform

    def tried(self, name: str, at: str, data: Mapping[str, Any], **known: Any) -> tuple[list[str], State]:
        """Ids of the rules that refuse the step, and the state after it if it were taken all the same."""
        step, moment = self.state.course[name], datetime.fromisoformat(at)
        assert not step.leaves or self.state.stage in step.leaves, f"{name} in {self.state.stage}"
        asked = {field.name for field in step.asks}
        clean = validate(step.asks, {**{field: value for field, value in ANSWERS.get(name, {}).items() if field in asked}, **data})
        context = {"case": self.platform, "step": {**TWO_AND_APART, "on": number(moment.date()), "at": minutes(moment), **known}}
        after = apply(self.state, Taken(self.state.seq + 1, name, moment, clean, context))
        facts = {**after.facts, **answers(step.asks, clean, "step"), **context["step"]}
        return [finding.rule.id for finding in bench(after.course.grain).check(name, facts, moment.date())], after

    def refused(self, name: str, at: str, data: Mapping[str, Any] | None = None, **known: Any) -> list[str]:
        """Ids of the rules that refuse the step; the case stays as it was."""
        return self.tried(name, at, data or {}, **known)[0]

    def take(self, name: str, at: str, data: Mapping[str, Any] | None = None, **known: Any) -> "Story":
        """Take a lawful step."""
        findings, after = self.tried(name, at, data or {}, **known)
        assert not findings, f"{name}: {findings}"
        self.state = after
        return self

    def due(self, rule: str) -> str | None:
        """The last day of a clock, ISO; None where it does not run."""
        found = [reading.due for reading in bench(self.state.course.grain).clocks(self.state.facts) if reading.rule.id == rule and not reading.suspended]
        return civil(found[0]).isoformat() if found and found[0] is not None else None

    def until(self, last: str) -> "Story":
        """The ordinary case up to and with the step `last`."""
        for name, at in COURSE:
            self.take(name, at)
            if name == last:
                return self
        raise AssertionError(last)


POINTS = {f"point_{name}": "yes" for name in ("jurisdiction", "party", "facts", "nature", "basis", "procedure", "handling")}
GOODS = [{"name": "纯牛奶", "quantity": 42, "unit": "箱", "price": "52.00"}]
EVIDENCE = [{"name": "现场笔录", "kind": "record", "proves": "现场待售食品超过保质期", "verified": True}]

ANSWERS: dict[str, dict[str, Any]] = {
    "register": {
        "clue_source": "inspection", "clue_received_on": "2025-09-22", "cause": "经营超过保质期的食品", "item": "SC-CF-001", "party_kind": "unit",
        "party_name": "示范县清河食品店", "summary": "货架待售纯牛奶已经超过保质期。", "violation_place": "示范县清河路 12 号",
        "violation_began_on": "2025-09-10", "in_jurisdiction": True,
    },
    "file": {"conditions": ["evidence", "punishable", "jurisdiction", "in_time"], "appointed": [1, 2], "opinion": "同意立案。"},
    "inspect": {
        "present": [1, 2], "card_shown": True, "reason_told": True, "began_at": "2025-09-24T09:00", "ended_at": "2025-09-24T10:00",
        "place": "示范县清河食品店", "met_by": "店主", "findings": "货架陈列待售纯牛奶 42 箱。", "record_signed": "signed",
        "party_summoned": True, "filmed_now": True,
    },
    "preserve": {
        "present": [1, 2], "card_shown": True, "reason": "证据可能灭失", "head_approved": True, "place": "示范县清河食品店", "goods": GOODS,
        "keeper": "本局仓库", "record_signed": "signed", "list_given": True, "notice_given": True, "filmed_now": True,
    },
    "question": {
        "present": [1, 2], "card_shown": True, "reason_told": True, "began_at": "2025-09-24T14:00", "ended_at": "2025-09-24T15:00",
        "place": "本局询问室", "asked_name": "王某", "asked_as": "店主", "dialogue": [{"q": "何时购进？", "a": "六月。"}],
        "record_signed": "signed", "asked_apart": True, "filmed_now": True,
    },
    "collect": {
        "present": [1, 2], "evidence_items": [{"name": "进货单据", "kind": "documentary", "from": "王某", "original": True}], "record_signed": "signed",
        "card_shown": True,
    },
    "sample": {
        "present": [1, 2], "card_shown": True, "place": "店内", "goods": GOODS, "base_quantity": "42 箱", "method": "随机抽取两箱，加封",
        "sampling": ["SUMMONED", "SEALED"], "record_signed": "signed", "filmed_now": True,
    },
    "commission_test": {"lab": "省食品检验研究院", "lab_qualification": "CMA", "test_lab": "qualified", "matters": "菌落总数", "test_told_on": "2025-09-24"},
    "receive_test": {"result": "不合格", "result_told_on": "2025-09-30"},
    "dispose_preserved": {"disposal": "recorded", "handling": "拍照、复制标签后固定", "head_approved": True},
    "order_correction": {"violation": "经营超过保质期的食品", "violated": "食品安全法第三十四条第十项", "demands": "停止销售", "until": "2025-10-17"},
    "conclude": {
        "facts_found": "当事人陈列销售超过保质期的纯牛奶。", "evidence_items": EVIDENCE, "facts_clear": True, "nature": "经营超过保质期的食品",
        "violated": "食品安全法第三十四条第十项", "penalised_under": "食品安全法第一百二十四条第一款第五项", "gain": "860", "harm": "slight",
        "minor": False, "first_offence": True, "touches_safety": True, "criminal_suspected": False, "complex_or_major": True, "major_rights": True,
        "review_triggers": ["MAJOR_RIGHTS_AFTER_HEARING"], "proposed_kinds": ["FINE", "GAIN"], "proposed_fine": "100000", "proposed_gain": "860",
        "discretion_reason": "货值较大。",
    },
    "review_case": {**POINTS, "result": "agree", "opinion": "同意处理意见。"},
    "approve_proposal": {"opinion": "同意。"},
    "notify": {"told": ["CONTENT", "FACTS", "REASONS", "BASIS", "DEFENCE", "HEARING"], "method": "direct", "receiver": "王某"},
    "request_hearing": {"asked_by": "王某", "asked_on": "2025-10-20", "reason": "数额过高"},
    "notify_hearing": {"hearing_set_for": "2025-11-03", "hearing_time": "9:30", "place": "听证室", "chair": [9], "receiver": "王某"},
    "hold_hearing": {
        "began_at": "2025-11-03T09:30", "ended_at": "2025-11-03T11:00", "place": "听证室", "chair": [9], "present": [1, 2], "party_present": "王某",
        "agents": 1, "hearing_public": True, "investigators_say": "出示证据并提出建议。", "party_says": "请求从轻。", "transcript_signed": "signed",
    },
    "report_hearing": {"course": "公开举行。", "issues": "数额。", "opinion": "维持。"},
    "hear_defence": {"speaker": "王某", "form": "oral", "defence": "请求从轻。", "checked": "已经考虑。", "adopted": "no", "adopted_reason": "在区间内。"},
    "review": {**POINTS, "result": "agree", "opinion": "审核通过。"},
    "discuss": {
        "place": "会议室", "chair": "局长", "voices": [{"name": "甲", "post": "局长", "said": "同意"}, {"name": "乙", "post": "副局长", "said": "同意"}],
        "conclusion": "同意。", "discussed_fine": "100000",
    },
    "decide": {
        "decision_kinds": ["FINE", "GAIN"], "decision_fine": "100000", "decision_gain": "860", "content": "没收违法所得 860 元；罚款 100,000 元。",
        "transcript_followed": True, "educated": True, "publication_due": True, "opinion": "同意处罚。",
    },
    "serve": {"service_method": "direct", "receiver": "王某", "receiver_role": "legal"},
    "publish": {"where": "行政执法信息公示平台", "redacted": True},
    "pay": {"instalment": "100860", "payment_channel": "bank", "receipt_no": "0317", "receipt_lawful": True},
    "close": {"execution": "已缴清。", "opinion": "同意结案。"},
    "archive": {"retention": "30", "volume": "示市监罚卷〔2025〕1号"},
    "admit_lateness": {"late": "逾期二日", "reason": "当事人外出", "opinion": "同意补办。"},
    "register_spot": {
        "cause": "未明码标价", "item": "SC-CF-002", "party_kind": "unit", "party_name": "示范县清河食品店", "present": [1, 2], "card_shown": True,
        "place": "店内", "facts_found": "部分商品未标价。", "evidence_note": "照片 2 张", "facts_clear": True, "violation_began_on": "2025-09-22",
        "in_jurisdiction": True,
    },
    "tell_spot": {"told": ["CONTENT", "FACTS", "REASONS", "BASIS", "DEFENCE"], "defence": "无异议", "checked": "无"},
    "decide_spot": {
        "decision_kinds": ["FINE"], "spot_fine": "3000", "violated": "价格法第十三条", "penalised_under": "价格法第四十二条", "discretion_reason": "初次。",
        "correction": "立即标价", "spot_handed_over": True, "spot_sealed": True, "pay_how": "bank", "signed": "signed",
    },
}  # fmt: skip
"""Sensible answers to every form of the ordinary case."""

COURSE = (
    ("register", "2025-09-22T09:00"),
    ("file", "2025-09-23T10:00"),
    ("inspect", "2025-09-24T09:00"),
    ("question", "2025-09-24T14:00"),
    ("preserve", "2025-09-24T15:30"),
    ("collect", "2025-09-24T16:00"),
    ("dispose_preserved", "2025-10-09T09:00"),
    ("order_correction", "2025-10-09T10:00"),
    ("conclude", "2025-10-10T15:00"),
    ("review_case", "2025-10-14T10:00"),
    ("approve_proposal", "2025-10-15T10:00"),
    ("notify", "2025-10-16T10:00"),
    ("request_hearing", "2025-10-20T10:00"),
    ("notify_hearing", "2025-10-21T10:00"),
    ("hold_hearing", "2025-11-03T09:30"),
    ("report_hearing", "2025-11-06T10:00"),
    ("review", "2025-11-07T10:00"),
    ("discuss", "2025-11-10T10:00"),
    ("decide", "2025-11-12T10:00"),
    ("serve", "2025-11-14T10:00"),
    ("publish", "2025-11-20T10:00"),
    ("pay", "2025-11-24T10:00"),
    ("close", "2025-11-28T10:00"),
    ("archive", "2025-12-02T10:00"),
)
"""Which step when, in 2025: Sun 28 Sep and Sat 11 Oct are worked, 1 to 8 October is off."""
