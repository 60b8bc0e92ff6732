"""Facts of power: what the basis may provide, who may act on it (依据、主体、委托、监控设备). None is asked; see `context`."""

from fadu.law.facts import count, day, flag, money


class Power:
    """处罚依据、实施主体、委托、电子技术监控设备."""

    GRAIN = "case"

    basis_superior = flag("对同一行为有上位法规定")
    basis_changed = flag("依据在违法行为之后、决定之前被修改或者废止")
    spot_fine_limit = money("法律另行规定的当场罚款限额")
    hearing_otherwise = flag("法律、法规、规章规定的其他应当听证的情形")
    benchmark_published = flag("适用的裁量基准已经公布")

    agency_may_detain = flag("公安机关或者法律规定可以限制人身自由的机关")
    delegation_terms = flag("委托书载明事项、权限、期限")
    delegation_in_name = flag("以委托行政机关名义实施")
    delegation_passed_on = flag("受委托组织又转委托")
    delegatee_public = flag("受委托组织依法成立并具有管理公共事务职能")
    delegatee_certified = count("受委托组织取得行政执法资格的人员数")
    delegatee_needs_technique = flag("受委托事项需要技术检查或者技术鉴定")
    delegatee_has_technique = flag("受委托组织有条件组织技术检查或者技术鉴定")

    device_authorised = flag("使用监控设备有法律、行政法规规定")
    device_legal_reviewed = flag("监控设备经过法制审核")
    device_technical_reviewed = flag("监控设备经过技术审核")
    device_well_placed = flag("监控设备符合标准、设置合理、标志明显")
    device_place_published = flag("监控设备设置地点已经公布")
    device_query_offered = flag("为当事人查询、陈述和申辩提供便利")

    other_filed_on = day("其他有管辖权的机关立案日期")
