"""管辖 (行政复议法第二十四条至第二十八条): before whom a review comes. The organ's superior department is no longer one of them."""

from dataclasses import dataclass, field

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.facts import Fact
from fadu.law.remedy.terms import ACCEPTING
from fadu.law.rules import Gate
from fadu.law.statutes import RECONSIDERATION
from fadu.law.vocabulary import review


@dataclass(frozen=True)
class Before(Gate):
    """The organ before which the review of a kind of respondent comes."""

    before: tuple[str, ...] = field(default=ACCEPTING, kw_only=True)
    once: Fact | None = field(default_factory=lambda: review.accepted_on, kw_only=True)
    fix: str = field(default="不属于本机关管辖的，决定不予受理，并告知有管辖权的复议机关", kw_only=True)
    organs: tuple[str, ...] = field(kw_only=True)

    def demand(self, calendar: WorkCalendar) -> pl.Expr:  # noqa: ARG002 - no period is laid
        """Whether this organ is one of them."""
        return review.organ_is.one_of(*self.organs)


RULES = (
    Before(
        "FY-024-1-1", RECONSIDERATION[24, 1, 1], "对地方人民政府工作部门的行为，由本级人民政府复议",
        when=review.respondent_kind == "department", organs=("own_government",),
    ),
    Before(
        "FY-024-1-2", RECONSIDERATION[24, 1, 2], "对下一级人民政府（含乡镇）的行为，由上一级人民政府复议",
        when=review.respondent_kind == "lower", organs=("upper_government",),
    ),
    Before(
        "FY-024-1-3", RECONSIDERATION[24, 1, 3], "对派出机关（街道办事处等）的行为，由设立它的人民政府复议",
        when=review.respondent_kind == "branch", organs=("founder",),
    ),
    Before(
        "FY-024-1-4", RECONSIDERATION[24, 1, 4], "对政府或者部门管理的授权组织的行为，由该级人民政府复议",
        when=review.respondent_kind == "authorised", organs=("manager",),
    ),
    Before(
        "FY-024-2", RECONSIDERATION[24, 2], "对省级人民政府自己的行为，由该省级人民政府原级复议",
        when=review.respondent_kind == "province", organs=("itself",),
    ),
    Before(
        "FY-024-4", RECONSIDERATION[24, 4], "对部门派出机构以自己名义的行为，由该部门的本级政府复议；直辖市、设区的市按区划设立的，也可以由所在地政府复议",
        when=review.respondent_kind.one_of("outpost", "city_outpost"), organs=("own_government", "seat_government"),
    ),
    Gate(
        "FY-024-4-seat", RECONSIDERATION[24, 4], "派出机构不是直辖市、设区的市按区划设立的，所在地政府不能复议",
        when=review.respondent_kind == "outpost", before=ACCEPTING, once=review.accepted_on, demands=review.organ_is != "seat_government",
        fix="告知向该部门的本级人民政府申请",
    ),
    Before(
        "FY-027", RECONSIDERATION[27], "对海关、金融、外汇、税务、国家安全机关的行为，由上一级主管部门复议",
        when=review.respondent_kind == "vertical", organs=("upper_department",),
    ),
    Before(
        "FY-028", RECONSIDERATION[28], "对履行复议机构职责的司法行政部门的行为，可以向本级政府，也可以向上一级司法行政部门申请",
        when=review.respondent_kind == "justice", organs=("own_government", "upper_justice"),
    ),
)
