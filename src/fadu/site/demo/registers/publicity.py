"""What the county tells before it enforces: licence and inspection items, guides, random inspections, who publishes by what rules, where one complains.

The bureau of culture and tourism has none of it yet, so that its people and its supervisor are told something.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from fadu.accounts.actors import SYSTEM
from fadu.agencies.models import Officer, Organ
from fadu.agencies.registers.book import Book
from fadu.agencies.services import books
from fadu.catalog import services
from fadu.catalog.books import GUIDES
from fadu.catalog.shelves import INSPECTIONS
from fadu.disclosure.before.books import CHANNELS, METHODS, TASKS
from fadu.disclosure.before.models import Method, Part

ENTERS, CHECKS = replace(SYSTEM, user_id=0, name="何平"), replace(SYSTEM, user_id=-1, name="赵敏")
BEHIND = "示文旅"
"""Whose list of lacks is long."""
LISTED = {
    "document": "示政办字〔2024〕19号", "legal_reviewed_on": "2024-05-20", "published_on": "2024-05-28", "since": "2024-06-01",
    "listed_why": "按县政府审定的权责清单列入",
    "duties": "受理责任：公示条件和材料，一次告知补正。\n审查责任：按条件审查材料，需要核实的指派两名以上工作人员。\n决定责任：在期限内作出决定，不予许可的说明理由。\n送达和监管责任：按期送达，依法公开，加强事后监管。",
    "accountability": "对符合条件的申请不予受理、不予许可的；\n对不符合条件的申请准予许可的；\n没有在期限内作出决定的；\n索取、收受财物的。",
}  # fmt: skip
LICENCES = (
    ("SC-XK-001", "market", "食品经营许可", "食品安全法第三十五条第一款", "10 个工作日", "示市监"),
    ("SC-XK-002", "market", "食品生产许可", "食品安全法第三十五条第一款", "15 个工作日", "示市监"),
    ("YJ-XK-001", "emergency", "危险化学品经营许可", "行政许可法第十二条第一款第一项", "15 个工作日", "示应急"),
    ("NY-XK-001", "agriculture", "农药经营许可", "行政许可法第十二条第一款第一项", "15 个工作日", "示农"),
    ("WJ-XK-001", "health", "公共场所卫生许可", "行政许可法第十二条第一款第一项", "10 个工作日", "示卫"),
    ("JT-XK-001", "transport", "道路货物运输经营许可", "行政许可法第十二条第一款第二项", "12 个工作日", "示交"),
    ("WH-XK-001", "culture", "娱乐场所设立审批", "行政许可法第十二条第一款第二项", "15 个工作日", "示文旅"),
)
NEEDS = {
    "SC-XK-001": ("有与经营的食品品种、数量相适应的场所，保持环境整洁，与有毒、有害场所保持规定的距离\n有相应的设备和布局\n有食品安全管理人员和制度", "申请书\n营业执照复印件\n场所平面布局和操作流程图\n食品安全管理制度"),
    "SC-XK-002": ("有与生产的食品品种、数量相适应的原料处理和加工、包装、贮存场所\n有合理的设备布局和工艺流程\n有专业技术人员和管理制度", "申请书\n营业执照复印件\n主要设备和工艺流程图\n管理制度清单"),
    "YJ-XK-001": ("经营和储存场所符合安全条件\n从业人员经过安全培训\n有应急预案和器材", "申请书\n安全管理制度\n场所产权或者租赁证明\n应急预案"),
    "NY-XK-001": ("有农学或者植保知识的经营人员\n有与经营规模相适应的场所\n有可追溯的进销台账", "申请书\n经营人员学历或者培训证明\n场所证明\n台账样式"),
    "WJ-XK-001": ("卫生设施符合国家标准\n从业人员有有效的健康合格证明\n有卫生管理制度", "申请书\n场所平面图\n卫生检测报告\n卫生管理制度"),
    "JT-XK-001": ("有经检测合格的车辆\n有符合条件的驾驶员\n有安全生产管理制度", "申请书\n车辆技术等级证明\n驾驶员从业资格证明\n安全管理制度"),
}  # fmt: skip
CHECKS_MADE = (
    ("YJ-JC-001", "CC-YJ-001", "emergency", "危险化学品经营单位安全检查", "行政处罚法第五十四条第一款", "危险化学品经营单位", "许可、储存条件、应急预案、从业人员培训", 20, 2, "示应急"),
    ("HB-JC-001", "CC-HB-001", "ecology", "排污单位现场检查", "行政处罚法第五十四条第一款", "排污单位", "治理设施运行、排放口、台账", 10, 2, "示环"),
    ("NY-JC-001", "CC-NY-001", "agriculture", "农药经营监督检查", "行政处罚法第五十四条第一款", "农药经营者", "许可、标签、进销台账、限用农药", 15, 1, "示农"),
    ("WJ-JC-001", "CC-WJ-001", "health", "公共场所卫生监督检查", "行政处罚法第五十四条第一款", "住宿、沐浴、理发场所", "卫生许可、从业人员健康证明、消毒记录", 10, 1, "示卫"),
    ("WH-JC-001", "", "culture", "娱乐场所日常检查", "行政处罚法第五十四条第一款", "", "", 0, 0, "示文旅"),
)  # fmt: skip
RULES = {
    "scope": "本机关及受委托组织实施的行政处罚、行政强制、行政检查、行政许可等执法信息。",
    "content": "事前公开主体、人员、职责、权限、依据、程序、救济渠道和随机抽查事项清单；事中出示证件、告知事由和权利义务；事后公开决定和年度统计。",
    "carrier": "统一的行政执法信息公示平台、政府门户网站、办事大厅公示栏。",
    "procedure": "承办机构采集，内勤传递，法制机构审核，机关负责人批准后由信息员发布。",
    "limits": "行政许可、行政处罚决定七个工作日，其他决定二十个工作日；事前信息变动之日起二十个工作日内更新。",
    "review": "发布前由法制机构审核，涉及国家秘密、商业秘密、个人隐私的不予公开或者处理后公开。",
    "watched": "司法行政部门每季度抽查；公众可以通过公布的电话、邮箱提出异议，三个工作日内核实更正。",
    "safeguards": "确定专人负责，纳入年度培训，经费列入预算。",
}


@transaction.atomic
def fill(day: date) -> None:
    """Fill them; nothing where there is a rule of publication."""
    organs = {organ.short_name: organ for organ in Organ.objects.filter(ends_on__isnull=True)}
    if Method.objects.exists() or "示县府" not in organs:
        return
    for code, field, name, basis, promised, _short in LICENCES:
        services.list_item(
            SYSTEM, {**LISTED, "code": code, "name": name, "kind": "licence", "field": field, "level": "county", "bases": basis, "promised_limit": promised}
        )
    _guides(organs, day)
    _inspections(organs)
    for short, organ in organs.items():
        if short not in {BEHIND, "示县府", "示司", "示市容", "示市监城"}:
            _publishes(organ, organs, day)


def _put(book: Book, organ: Organ, **entry: Any) -> None:
    row = books.enter(ENTERS, book, organ.pk, entry)
    if book.witnessed:
        books.check(CHECKS, book, row.pk)


def _guides(organs: dict[str, Organ], day: date) -> None:
    for code, _field, name, _basis, promised, short in LICENCES:
        if code not in NEEDS or short not in organs:
            continue
        organ, (conditions, materials) = organs[short], NEEDS[code]
        _put(
            GUIDES, organ, item=code, name=name, accepts="示范县政务服务中心综合窗口", decides=organ.name, conditions=conditions, materials=materials,
            favours="小微企业和个体工商户提供免费邮寄送达" if short == "示市监" else "无", limit=promised, hours=organ.office_hours,
            address="示范县城关镇迎宾路 60 号政务服务中心二楼", phone=organ.phone, published_on=f"{day.year}-01-05",
        )  # fmt: skip


def _inspections(organs: dict[str, Organ]) -> None:
    for item, code, field, matter, basis, targets, content, share, times, short in CHECKS_MADE:
        services.list_item(SYSTEM, {**LISTED, "code": item, "name": f"对{matter}", "kind": "inspection", "field": field, "level": "county", "bases": basis})
        if code and short in organs:
            entry = {"code": code, "organ": str(organs[short].pk), "field": field, "matter": matter, "items": item, "bases": basis, "targets": targets}
            dates = {name: LISTED[name] for name in ("document", "legal_reviewed_on", "published_on", "since", "listed_why")}
            asked = {"content": content, "method": "现场检查", "share": share, "times": times, "enterprises": True}
            services.list_entry(SYSTEM, INSPECTIONS, {**entry, **asked, **dates})


def _publishes(organ: Organ, organs: dict[str, Organ], day: date) -> None:
    upper = organ.short_name in {"城关政", "示消"}
    _put(
        METHODS, organ, title="示范县行政执法信息公示办法" if upper else f"{organ.name}行政执法信息公示办法", origin="upper" if upper else "own",
        issuer=organs["示县府"].name if upper else organ.name, number="示政办字〔2024〕11号" if upper else f"{organ.short_name}〔2024〕6号",
        issued_on="2024-04-10", published_on="2024-04-15", **RULES,
    )  # fmt: skip
    people = list(Officer.objects.filter(organ=organ, ends_on__isnull=True).order_by("id")[:4])
    for part, unit in zip(Part, ("执法办案岗", "综合内勤岗", "法制审核岗", "综合内勤岗"), strict=True):
        if people and not (organ.short_name == "示交" and part is Part.TRANSMIT):
            who = people[list(Part).index(part) % len(people)]
            since = max(who.starts_on, date(day.year - 1, 1, 1))
            _put(TASKS, organ, part=part.value, officer=str(who.pk), unit=unit, content="事前、事中、事后公示信息", since=str(since))
    if organ.complaint_phone:
        _put(
            CHANNELS, organ, name="行政执法投诉举报", phone=organ.complaint_phone, email=f"zfjd{organ.pk}@shifan.example.cn", address=organ.address,
            unit="法制机构（执法监督岗）", hours=organ.office_hours, since="2024-04-15",
        )  # fmt: skip
