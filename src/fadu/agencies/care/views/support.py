"""Registers of insurance, counselling and people away."""

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.care import forms, selectors, services
from fadu.agencies.care.kinds import AwayKind, Cover
from fadu.agencies.care.models import Incident, Insurance
from fadu.agencies.registers.choices import with_people
from fadu.agencies.registers.register import Act, Cell, Column, Filter, Part, Register
from fadu.agencies.registers.showing import column, listed, on, person, said, yes


def _running(word: str) -> Q:
    today = timezone.localdate()
    return Q(since__lte=today, until__gte=today) if word == "now" else Q(until__lt=today)


def _span(row: Insurance) -> Cell:
    today = timezone.localdate()
    return Cell(f"{on(row.since)} 至 {on(row.until)}", state="ok" if row.since <= today <= row.until else "bad" if row.until < today else "near")


INSURANCES = Register(
    app="care",
    name="insurances",
    path="care/insurances/",
    title="保险",
    lead="为一线执法人员办理的人身意外伤害保险、工伤保险。",
    see="care.see",
    manage="care.manage",
    select=selectors.insurances,
    heading=str,
    columns=(
        Column("被保险人", lambda row: row.officer.name),
        column("机关", "organ.name"),
        column("险种", "get_cover_display"),
        column("承保单位", "insurer"),
        column("保单号", "policy"),
        Column("保险期", _span),
    ),
    what="insurance",
    search=("officer__name", "organ__name", "policy", "insurer"),
    finds="姓名、机关、保单号",
    filters=(listed("cover", "险种", Cover.choices, "cover"), Filter("now", "效力", (("now", "在保"), ("ended", "已到期")), _running)),
    known=lambda row: [
        ("被保险人", person(row.officer)),
        ("机关", row.organ.name),
        ("险种", row.get_cover_display()),
        ("承保单位", row.insurer),
        ("保单号", row.policy),
        ("保险期", _span(row)),
    ],
    add=Act(name="new", label="登记保险", fields=lambda organ: with_people(forms.INSURANCE, organ.pk), do=said(lambda row: f"已登记{row}")(services.insure)),
    acts=(Act(name="end", label="提前终止", fields=lambda _row: forms.INSURANCE_END, do=said(lambda row: f"已终止{row}")(services.end_insurance)),),
    sheet="insurances",
)
AGREEMENTS = Register(
    app="care",
    name="agreements",
    path="care/agreements/",
    title="心理咨询服务",
    lead="服务协议适用于所列机关及其所属机关；个案内容不登记。",
    see="care.see",
    manage="care.manage",
    select=selectors.agreements,
    heading=lambda row: f"{row.provider} {row.paper}",
    columns=(column("服务机构", "provider"), column("机关", "organ.name"), column("协议编号", "paper"), Column("服务期", _span)),
    what="agreement",
    search=("provider", "organ__name", "paper"),
    finds="服务机构、机关、协议编号",
    filters=(Filter("now", "效力", (("now", "有效"), ("ended", "已到期")), _running),),
    known=lambda row: [("服务机构", row.provider), ("机关", row.organ.name), ("协议编号", row.paper), ("服务期", _span(row))],
    add=Act(name="new", label="登记协议", fields=lambda _organ: forms.AGREEMENT, do=said(lambda row: f"已登记{row}")(services.agree)),
)


def _offers(row: Incident) -> list[Part]:
    rows = [(person(item.officer), f"{timezone.localtime(item.offered_at):%Y-%m-%d %H:%M}", yes(item.attended)) for item in row.offers.all()]
    return [Part("提供的帮助", ("人员", "提供时间", "已参加"), rows, "还没有提供帮助；应在 72 小时内提供")]


INCIDENTS = Register(
    app="care",
    name="incidents",
    path="care/incidents/",
    title="危机干预",
    lead="重大执法事件后，向参与人员提供心理帮助；只登记是否提供、是否参加。",
    see="care.see",
    manage="care.manage",
    select=selectors.incidents,
    heading=str,
    columns=(
        column("事件", "name"),
        column("机关", "organ.name"),
        Column("发生时间", lambda row: f"{timezone.localtime(row.happened_at):%Y-%m-%d %H:%M}", number=True),
        Column("提供帮助", lambda row: f"{len(row.offers.all())} 人" if row.offers.all() else Cell("还没有", state="near")),
    ),
    what="incident",
    search=("name", "organ__name"),
    finds="事件、机关",
    known=lambda row: [("机关", row.organ.name), ("发生时间", f"{timezone.localtime(row.happened_at):%Y-%m-%d %H:%M}")],
    parts=_offers,
    add=Act(name="new", label="登记事件", fields=lambda _organ: forms.INCIDENT, do=said(lambda row: f"已登记{row}")(services.note_incident)),
    acts=(
        Act(
            name="offer",
            label="登记帮助",
            fields=lambda row: with_people(forms.OFFER, row.organ_id),
            do=said(lambda row: f"已登记向{row.officer.name}提供帮助")(services.offer_help),
            lead="不要填写健康情况和谈话内容。",
        ),
    ),
)
AWAYS = Register(
    app="care",
    name="aways",
    path="care/aways/",
    title="不在岗人员",
    lead="借调或者长期不在岗的，不计入实际专职人员。",
    see="care.see",
    manage="care.manage",
    select=selectors.aways,
    heading=str,
    columns=(
        Column("姓名", lambda row: row.officer.name),
        column("机关", "organ.name"),
        column("情形", "get_kind_display"),
        column("自", "since", number=True),
        Column("至", lambda row: on(row.until) or "现在", number=True),
        column("文书号", "paper"),
    ),
    what="away",
    search=("officer__name", "organ__name"),
    finds="姓名、机关",
    filters=(
        listed("kind", "情形", AwayKind.choices, "kind"),
        Filter("now", "状态", (("now", "不在岗"), ("ended", "已回岗")), lambda word: Q(until__isnull=word == "now")),
    ),
    known=lambda row: [
        ("姓名", person(row.officer)),
        ("机关", row.organ.name),
        ("情形", row.get_kind_display()),
        ("自", on(row.since)),
        ("至", on(row.until)),
        ("文书号", row.paper),
    ],
    add=Act(name="new", label="登记不在岗", fields=lambda organ: with_people(forms.AWAY, organ.pk), do=said(lambda row: f"已登记{row}")(services.send_away)),
    acts=(
        Act(
            name="back",
            label="登记回岗",
            fields=lambda _row: forms.BACK,
            do=said(lambda row: f"{row.officer.name}已回到岗位")(services.come_back),
            offered=lambda row: row.until is None,
        ),
    ),
)
