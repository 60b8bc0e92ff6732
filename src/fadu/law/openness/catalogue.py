"""政务数据目录更新 (政务数据共享条例第十七条)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When
from fadu.law.statutes import DATA_SHARING
from fadu.law.vocabulary import request

NOTE = Step(
    name="note_change",
    label="登记目录变化",
    basis=(DATA_SHARING[17, 2],),
    says="法规、国务院决定或者职责变化使目录需要更新的，十个工作日内更新",
    asks=(line("cause", "变化的事由", example="新增数据项：电子许可证照"), ask(request.changed_on), prose("items", "涉及的数据目录", longest=2000)),
    once=True,
)

EXTEND = Step(
    name="extend_catalogue",
    label="延长更新期限",
    leaves=("noted",),
    by=Role.HEAD,
    basis=(DATA_SHARING[17, 2],),
    says="特殊原因经同级共享主管部门同意，延长五个工作日",
    asks=(ask(request.catalogue_extension, least=1), ask(request.catalogue_extension_agreed), prose("reason", "特殊原因", longest=1000), OPINION),
    once=True,
    side=True,
)

UPDATE = Step(
    name="update_catalogue",
    label="更新并报送",
    leaves=("noted",),
    enters="updated",
    basis=(DATA_SHARING[17, 2],),
    says="完成更新并报送同级共享主管部门审核",
    asks=(prose("updated", "更新的内容", longest=2000), ask(request.catalogue_received_on, "共享主管部门收到日期", required=False)),
    marks={request.catalogue_updated_on: When.DAY},
)

PUBLISH = Step(
    name="publish_catalogue",
    label="审核发布",
    leaves=("updated",),
    enters="published",
    basis=(DATA_SHARING[17, 3],),
    says="共享主管部门收到后二个工作日内审核并发布",
    asks=(line("where", "发布的平台"),),
    marks={request.catalogue_published_on: When.DAY},
)


def turn(stage: str, _facts: Mapping[str, Any]) -> str:
    """The step that waits."""
    return {"noted": "update_catalogue", "updated": "publish_catalogue"}.get(stage, "")


PROCEDURE = Procedure(
    id="request.catalogue",
    version="2025",
    title="政务数据目录更新",
    in_force=date(2025, 8, 1),
    stages=(
        Stage(name="noted", label="变化"),
        Stage(name="updated", label="更新报送"),
        Stage(name="published", label="发布"),
    ),
    steps=(NOTE, EXTEND, UPDATE, PUBLISH, correction(("noted", "updated"))),
    ends=frozenset({"published"}),
    turn=turn,
    kind=Kind.REQUEST,
    grain="request",
    says="数据目录随职责变化更新、发布",
)
