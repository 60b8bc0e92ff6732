"""公安与道路交通: 治安管理处罚法 (2026), 公安机关办理行政案件程序规定, 道路交通安全法."""

from fadu.law.police import deciding, inquiry, performing, procedure, traffic
from fadu.law.rules import Rule

RULES: tuple[Rule, ...] = (*inquiry.RULES, *deciding.RULES, *performing.RULES, *procedure.RULES, *traffic.RULES)

SUPERSEDED = {
    "GA-037-3": "个人五十元、单位一千元的当场处罚限额，被行政处罚法第五十一条的二百元、三千元取代，不运行",
    "GA-133": "三日的听证申请期，被行政处罚法第六十四条第一项的五个工作日取代，不运行",
}
"""Rows that a higher law has replaced: they never run."""
