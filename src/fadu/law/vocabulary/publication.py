"""Facts of one published item (公示信息): what of a decision stands on a public site, and until when."""

from fadu.law.facts import count, day, flag, members, text
from fadu.law.vocabulary.kinds import Penalty
from fadu.law.vocabulary.supervision_choices import PLACE

FIELD = (("market", "市场监督管理"), ("other", "其他领域"))
COURSE = (("general", "普通程序"), ("simple", "简易程序"))


class publication:  # noqa: N801 - reads as a word in a rule: publication.published_on
    """一条公示信息: 决定、公示、更正、撤回、停止."""

    GRAIN = "publication"

    opened_on = day("公示登记日期")
    field = text("公示信息所属领域", FIELD)
    province = text("公示所在地区", PLACE)
    course = text("处罚适用的程序", COURSE)
    decided_on = day("公示的决定作出日期")
    kinds = members("公示的处罚种类", Penalty)
    by_statute = flag("法律、行政法规规定仅受警告也应公示")
    small_fine = flag("罚款属于省级以上部门规定的较低数额")
    same_province = flag("当事人登记地（住所地）在本省")
    told = flag("送达时已书面告知将向社会公示")
    secrecy_reviewed_on = day("保密审查日期")
    secret_free = flag("不含国家秘密，不危害国家和公共安全")
    masked = flag("商业秘密和个人信息已经处理")
    same_text = flag("与送达的决定书内容一致")
    summary_parts = count("信息摘要载明的要素")
    pushed_on = day("向当事人登记地推送日期")
    push_received_on = day("协助公示的部门收到信息日期")
    published_on = day("公示日期")
    invalidated_on = day("决定被变更、撤销、确认违法或者无效日期")
    withdrawn_on = day("撤回公示日期")
    withdrawal_explained = flag("撤回时已说明理由")
    error_found_on = day("发现公示信息不准确日期")
    corrected_on = day("公示信息更正日期")
    restricted_until = day("限制开展生产经营、限制从业的截止日期")
    early_conditions = count("提前停止公示的条件已符合的项数")
    early_time_met = flag("已达到提前停止公示的时限要求")
    other_heavy = flag("市场监管总局规定的其他较为严重处罚")
    early_stopped_on = day("提前停止公示日期")
    stopped_on = day("停止公示日期")
    closed_on = day("公示登记办结日期")
