"""征求第三方和其他机关的意见 (第三十二条、第三十四条); its days are not counted."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import ask, line, prose
from fadu.law.procedure import Step, absent, pending
from fadu.law.statutes import OPEN_GOVERNMENT
from fadu.law.vocabulary import request

Facts = Mapping[str, Any]


def _third_over(before: Facts, _data: Facts, context: Facts) -> dict[str, Any]:
    waiting = "request_peers_asked_on" in before and "request_peers_until" not in before
    return {"request_third_until": context["on"], "request_consulting": waiting}


def _peers_over(before: Facts, _data: Facts, context: Facts) -> dict[str, Any]:
    waiting = "request_third_asked_on" in before and "request_third_until" not in before
    return {"request_peers_until": context["on"], "request_consulting": waiting}


ASK_THIRD = Step(
    name="ask_third_party",
    label="征求第三方意见",
    unfit=pending(request.third_asked_on, "已经征求过第三方意见"),
    leaves=("received",),
    basis=(OPEN_GOVERNMENT[32],),
    says="公开会损害第三方合法权益的，书面征求意见；第三方十五个工作日内提出",
    asks=(line("third", "第三方"), prose("matters", "征求意见的内容", longest=2000), ask(request.third_asked_on)),
    marks={request.consulting: True, request.harms_third: True},
    papers=("third_party_letter",),
    side=True,
)

NOTE_THIRD = Step(
    name="note_third_opinion",
    label="登记第三方意见",
    unfit=absent(request.third_asked_on, "没有征求第三方意见"),
    leaves=("received",),
    basis=(OPEN_GOVERNMENT[32],),
    says="登记意见；十五个工作日没有意见的，登记逾期，由机关决定",
    asks=(
        ask(request.third_answered_on, required=False, help="逾期没有意见的不填"),
        ask(request.third_agreed, required=False),
        prose("said", "第三方意见", longest=2000, required=False),
    ),
    effect=_third_over,
    derives=(request.third_until, request.consulting),
    side=True,
)

ASK_PEERS = Step(
    name="ask_peers",
    label="征求共同制作机关意见",
    unfit=pending(request.peers_asked_on, "已经征求过其他机关意见"),
    leaves=("received",),
    basis=(OPEN_GOVERNMENT[34],),
    says="共同制作的信息，牵头机关可以征求相关机关意见，十五个工作日内提出",
    asks=(line("peers", "共同制作的机关"), prose("matters", "征求意见的内容", longest=2000), ask(request.peers_asked_on)),
    marks={request.consulting: True},
    side=True,
)

NOTE_PEERS = Step(
    name="note_peer_opinion",
    label="登记其他机关意见",
    unfit=absent(request.peers_asked_on, "没有征求其他机关意见"),
    leaves=("received",),
    basis=(OPEN_GOVERNMENT[34],),
    says="逾期没有意见的，视为同意公开",
    asks=(
        ask(request.peers_answered_on, required=False, help="逾期没有意见的不填"),
        ask(request.peers_agreed),
        prose("said", "意见", longest=2000, required=False),
    ),
    effect=_peers_over,
    derives=(request.peers_until, request.consulting),
    side=True,
)

CONSULT_STEPS = (ASK_THIRD, NOTE_THIRD, ASK_PEERS, NOTE_PEERS)
