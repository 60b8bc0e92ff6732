"""完整性: nothing is missing, nothing is too much, and what runs on runs on."""

from collections.abc import Iterator

from fadu.documents.models import Document
from fadu.evidence.archive.checks.authentic import EMPTY, faults
from fadu.evidence.archive.checks.items import Examined, Untold, item
from fadu.evidence.archive.models import Item
from fadu.evidence.archive.package.opening import CONTENT
from fadu.evidence.models import Original
from fadu.law.filing import WRAPPING
from fadu.ledger.receipt import Receipt


@item("2-1", "总件数相符性检测", "元数据的件数、卷内文件的条数和登记的件数相同")
def _count(examined: Examined) -> Iterator[str]:
    told, there = examined.package.one(f"{CONTENT}/形式特征/件数"), len(examined.package.items)
    if told != str(there):
        yield f"元数据记 {told} 件，卷内文件 {there} 件"
    if examined.volume and there != examined.volume.items_count:
        yield f"登记 {examined.volume.items_count} 件，包内 {there} 件"


@item("2-2", "总字节数相符性检测", "文件清单的字节数相加与元数据的字节数相同，与包内实际相同")
def _bytes(examined: Examined) -> Iterator[str]:
    package = examined.package
    told = package.one(f"{CONTENT}/形式特征/字节数")
    listed = sum(one.size for one in package.files.values())
    there = sum(package.zip.getinfo(name).file_size for name in package.files if name in package.names)
    if told != str(listed):
        yield f"元数据记 {told} 字节，文件清单合计 {listed} 字节"
    if there != listed:
        yield f"文件清单合计 {listed} 字节，包内实有 {there} 字节"


@item("2-3", "元数据项完整性检测", "按 XML Schema 核对应有的元数据项齐全，没有多余的项")
def _described(examined: Examined) -> list[str]:
    return faults(examined, None)


@item("2-4", "元数据必填著录项目检测", "题名、责任者、日期、保管期限等必填项不为空")
def _filled(examined: Examined) -> list[str]:
    return faults(examined, EMPTY)


@item("2-5", "过程信息完整性检测", "从登记到归档的步骤连续，前后步骤的散列值相接，没有抽走或者插入的步骤")
def _course(examined: Examined) -> Iterator[str]:
    package, before = examined.package, None
    for place, step in enumerate(package.steps, 1):
        if step.get("记录") != f"record/step-{place:04d}.json":
            yield f"缺少第 {place} 步"
            return
        if step.get("存证") in package.names:
            entry = Receipt.from_json(package.small(step["存证"])).entry
            if entry.prev != before:
                yield f"第 {place} 步“{step.get('业务行为')}”与前一步不相接"
            before = entry.hash
    if not package.steps:
        yield "没有办理步骤"


@item("2-6", "连续性元数据项检测", "件号从 1 起连续；正卷、副卷的页号各自从 1 起连续，末页等于总页数")
def _running(examined: Examined) -> Iterator[str]:
    package = examined.package
    numbers = [one.get("件号") for one in package.items]
    if numbers != [str(place) for place in range(1, len(numbers) + 1)]:
        yield "件号不连续"
    for part in ("正卷", "副卷"):
        page = 1
        for one in package.items:
            if one.get("卷别") != part:
                continue
            if one.get("起始页号") != str(page):
                yield f"{part}第 {one.get('件号')} 件应从第 {page} 页起，现为第 {one.get('起始页号')} 页"
            page += int(one["页数"]) if one.get("页数", "").isdigit() else 0
        if package.one(f"{CONTENT}/形式特征/{part}页数") != str(page - 1):
            yield f"{part}共 {page - 1} 页，元数据记 {package.one(f'{CONTENT}/形式特征/{part}页数')} 页"


@item("2-7", "内容数据完整性检测", "文件清单和登记的每一件都在包内")
def _present(examined: Examined) -> Iterator[str]:
    names = set(examined.package.names)
    yield from (f"缺少{examined.called(name)}" for name in examined.package.files if name not in names)
    told = {one.get("文件标识") for one in examined.package.items}
    yield from (f"登记的第 {row.place} 件《{row.title}》{row.number}不在元数据中" for row in examined.items if str(row.ref) not in told)


@item("2-8", "附件数据完整性检测", "每卷的封面、卷内目录、备考表齐全")
def _wrapped(examined: Examined) -> Iterator[str]:
    names = set(examined.package.names)
    for part, label in (("front", "正卷"), ("vice", "副卷")):
        if any(one.get("存放", "").startswith(f"{part}/") for one in examined.package.items):
            sheets = (("cover", "封面"), ("catalogue", "目录"), ("note", "备考表"))
            yield from (f"缺少{label}{word}" for name, word in sheets if f"wrap/{part}-{name}.pdf" not in names)


@item("2-9", "归档范围检测", "立卷以前形成的文书和原件都已归入本卷或者以前的卷")
def _in_scope(examined: Examined) -> Iterator[str]:
    if examined.volume is None:
        raise Untold("不是本系统登记的案卷，没有可以比对的办案记录")
    case = examined.volume.case
    filed = set(Item.objects.filter(volume__case=case, volume__ordinal__lte=examined.volume.ordinal).values_list("ref", flat=True))
    for document in Document.objects.filter(case=case, made_at__lte=examined.volume.bound_at).exclude(paper__in=WRAPPING):
        if document.id not in filed:
            yield f"《{document.title}》{document.number}没有归入案卷"
    for original in Original.objects.filter(case=case, kept_at__lte=examined.volume.bound_at):
        if original.id not in filed:
            yield f"原件“{original.get_use_display()}”{original.id}没有归入案卷"


@item("2-10", "信息包多余文件检测", "包内没有文件清单以外的文件")
def _nothing_else(examined: Examined) -> list[str]:
    return [f"多出 {name[:80]}" for name in examined.package.names if name not in examined.package.files and name != "eep.xml"]
