"""What goes into a package: wrapping, papers and originals, the record of the steps, the proofs."""

import io
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO

from fadu.cases.errors import Conflict
from fadu.cases.models import Leaf
from fadu.cases.models import Step as StepRow
from fadu.cases.services.log import Log, signer, vkey
from fadu.cases.services.record import content_of
from fadu.documents import storage
from fadu.documents.gathering import step_of
from fadu.documents.models import Document
from fadu.evidence import vault
from fadu.evidence.archive import planning
from fadu.evidence.archive.kinds import ItemKind
from fadu.evidence.archive.models import Item, Volume
from fadu.evidence.archive.package.metadata import SCHEMA, About, Business, Person, described
from fadu.evidence.archive.package.zipping import Member, member
from fadu.evidence.models import Original
from fadu.evidence.services import original_content
from fadu.ledger.canonical import Json, canonical
from fadu.ledger.package import document_content

JSON, PDF, TEXT, XML = "application/json", "application/pdf", "text/plain", "application/xml"

README = """\
归档包（fadu-eep/1）

eep.xml            案卷的元数据：案卷、卷内文件、办理步骤、机构人员、文件清单、签名和锁定
eep.xsd            元数据的结构（XML Schema）
front/ vice/       正卷、副卷的文书和原件，按卷内顺序编号
wrap/              各卷的封面、卷内目录、备考表
record/            每一步骤的记录，以及归档步骤形成的文书
proof/             每一步骤、文书、原件的存证凭证；checkpoint 为日志检查点，key 为日志公钥

核对：先用另行取得的日志公钥核对 checkpoint，再逐一核对凭证和文件清单的散列值。
包内公钥只为方便，信任来自公布的公钥。fadu archive check FILE 逐项检测真实性、完整性、可用性、安全性。
"""


def members(volume: Volume, items: Sequence[Item], wrap: Mapping[str, bytes], case_told: Mapping[str, str], people: Sequence[Person]) -> list[Member]:
    """Every file of the package, eep.xml first; raises Conflict while a leaf waits for its place in the log."""
    case = volume.case
    leaves, log = planning.leaves_of(case), Log()
    rows = list(StepRow.objects.filter(case=case).order_by("seq"))
    papers = planning.wrappings(case)
    documents = Document.objects.filter(pk__in=[item.ref for item in items if item.kind == ItemKind.DOCUMENT]).order_by("id")
    originals = Original.objects.filter(pk__in=[item.ref for item in items if item.kind == ItemKind.ORIGINAL]).order_by("id")
    found = [member(f"wrap/{name}.pdf", PDF, data) for name, data in sorted(wrap.items())]
    found += [_content(item) for item in items]
    found += [Member(f"record/{place:04d}-{row.paper}.pdf", PDF, row.sha256, row.size, _document(row.sha256)) for place, row in enumerate(papers, 1)]
    found += [member(f"record/step-{row.seq:04d}.json", JSON, canonical(content_of(row))) for row in rows]
    found += [_proof(log, leaves[row.id], None) for row in rows]
    found += [_proof(log, leaves[row.id], document_content(str(row.id), row.sha256, paper=row.paper)) for row in (*documents, *papers)]
    found += [_proof(log, leaves[row.id], original_content(row)) for row in originals]
    found += [member("proof/checkpoint", TEXT, log.note.encode()), member("proof/key", TEXT, f"{vkey()}\n".encode())]
    found += [member("readme.txt", TEXT, README.encode()), member("eep.xsd", XML, SCHEMA.read_bytes())]
    about = About(
        case_told, Person("机构", case.organ.name, case.organ.code, "立档单位"), [_business(row) for row in rows], people,
        {str(item.ref): proof_name(item.ref) for item in items},
    )  # fmt: skip
    return [member("eep.xml", XML, described(volume, items, found, about, signer())), *found]


def proof_name(ref: uuid.UUID) -> str:
    """Where the receipt of something lies."""
    return f"proof/{ref}.json"


def _content(item: Item) -> Member:
    source = _document(item.sha256) if item.kind == ItemKind.DOCUMENT else _original(item.ref, item.size)
    return Member(item.name, item.media, item.sha256, item.size, source)


def _document(sha256: str) -> Callable[[], BinaryIO]:
    def opened() -> BinaryIO:
        return io.BytesIO(storage.fetch(sha256))

    return opened


def _original(ref: uuid.UUID, size: int) -> Callable[[], BinaryIO]:
    def opened() -> BinaryIO:
        return vault.opened(ref, size)

    return opened


def _proof(log: Log, leaf: Leaf, content: Json) -> Member:
    receipt = log.receipt(leaf, content)
    if receipt is None:
        raise Conflict("还有记录等待写入公开日志，请稍后再立卷")
    return member(proof_name(leaf.ref), JSON, receipt.to_json().encode())


def _business(row: StepRow) -> Business:
    step = step_of(row)
    basis = "、".join(str(place) for place in step.basis)
    return Business(
        str(row.id), row.stage, step.label, row.taken_at, row.recorded_at, basis, row.by_name, f"record/step-{row.seq:04d}.json", proof_name(row.id)
    )
