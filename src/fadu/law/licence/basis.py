"""依据、委托、公示 (行政许可法第五条至第三十条): by what right a licence is asked for at all."""

import polars as pl

from fadu.law.licence.terms import DECIDING
from fadu.law.periods import years
from fadu.law.rules import Duty, Gate, Grade, Within
from fadu.law.statutes import BUSINESS_CLIMATE, LICENCE
from fadu.law.vocabulary import licence, organ

BASIS_PUBLISHED = Gate(
    "XK-005-2a", LICENCE[5, 2], "没有公布的规定不能作为实施许可的依据",
    before=("accept_licence",), once=licence.accepted_on, demands=licence.basis_published.column,
    fix="只依据已经公布的规定办理；没有公布依据的，告知申请人不需要取得许可",
)
TEMPORARY = Within(
    "XK-015-1", LICENCE[15, 1], "省级政府规章设定的临时性许可，实施满一年还要继续的，须提请制定地方性法规",
    when=pl.when(licence.local_law_proposed.holds | licence.basis_since.known).then(licence.basis_level == "provincial_rule"),
    before=("accept_licence",), once=licence.accepted_on,
    starts=pl.when(~licence.local_law_proposed.holds).then(licence.basis_since.column), full=years(1).without_rolling(), on=licence.accepted_on.column,
    grade=Grade.TOLD, fix="核对是否已经提请制定地方性法规；没有的，报告设定机关",
)
NOTHING_ADDED = Gate(
    "XK-016-4", LICENCE[16, 4], "下位规定不得增设许可，也不得增设违反上位法的条件",
    before=DECIDING, once=licence.decided_on, demands=licence.conditions_lawful.column,
    fix="去掉上位法之外增设的条件后重新审查",
)
SET_BY_RIGHT = Gate(
    "XK-017", LICENCE[17], "许可只能由法律、行政法规、国务院决定、地方性法规或者省级政府规章设定",
    before=("accept_licence",), once=licence.accepted_on,
    demands=licence.basis_level.one_of("law", "admin_regulation", "state_council", "local_regulation", "provincial_rule"),
    fix="这项许可没有合法的设定依据，不得受理；报请有关机关纠正",
)
DELEGATED = Gate(
    "XK-024-1", LICENCE[24, 1], "委托许可须有法律、法规、规章依据，在职权之内，只能委托行政机关，并公告受托机关和内容",
    when=licence.delegated.column, before=("accept_licence",), once=licence.accepted_on,
    demands=licence.delegation_based & licence.delegatee_organ.column & licence.delegation_announced.column,
    fix="补齐委托依据和公告；受托方不是行政机关的，由委托机关自己办理",
)
IN_PRINCIPAL_NAME = Gate(
    "XK-024-3", LICENCE[24, 3], "受委托机关以委托机关的名义办理，不得再转委托",
    when=licence.delegated.column, before=DECIDING, once=licence.decided_on,
    demands=licence.in_principal_name & ~licence.passed_on.column,
    fix="以委托机关名义作出决定；转委托的，收回后自己办理",
)
DISPLAYED = Duty(
    "XK-030-1", LICENCE[30, 1], "每项许可的事项、依据、条件、数量、程序、期限、材料目录和示范文本，都在办公场所公示",
    demands=organ.licence_items_displayed >= organ.licence_items,
    due="全年", fix="逐项核对八项内容，在办公场所补充公示",
)
IN_LIST = Gate(
    "YH-040-1", BUSINESS_CLIMATE[40, 1], "只办理公布的行政许可清单之内的许可",
    before=("accept_licence",), once=licence.accepted_on, demands=licence.in_list.column,
    fix="清单之外的，不得实施许可",
)

RULES = (BASIS_PUBLISHED, TEMPORARY, NOTHING_ADDED, SET_BY_RIGHT, DELEGATED, IN_PRINCIPAL_NAME, DISPLAYED, IN_LIST)
