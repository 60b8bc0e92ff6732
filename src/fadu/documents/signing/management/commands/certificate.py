"""`fadu certificate`: the certificates that organs sign their documents with."""

import getpass
import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fadu.accounts.actors import SYSTEM
from fadu.agencies.models import Organ
from fadu.cases.now import now
from fadu.documents.signing import selectors, services
from fadu.documents.signing.models import Certificate
from fadu.law.forms import Invalid

PASSWORD = "FADU_P12_PASSWORD"  # noqa: S105 - the name of a variable


class Command(BaseCommand):
    """Certificates of the organs."""

    help = "机关签章证书：import 导入、add 登记外部密钥、make-demo 生成演示证书、list 列出、revoke 停用"

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="import|add|make-demo|list|revoke")
        taking = actions.add_parser("import", help=f"导入 PKCS#12 文件；口令从 {PASSWORD} 读取，没有就询问")
        taking.add_argument("file", type=Path)
        taking.add_argument("--crl", type=Path, help="吊销列表（PEM），有了它签名为 B-LT 级")
        outside = actions.add_parser("add", help="登记私钥在外部设备或者签名服务中的证书（FADU_SIGNER）")
        outside.add_argument("file", type=Path, help="证书（PEM）")
        outside.add_argument("--holder", required=True, help="密钥的位置，交给 FADU_SIGNER")
        outside.add_argument("--chain", type=Path, help="证书链（PEM）")
        for one in (taking, outside):
            one.add_argument("--organ", required=True, help="机关的统一社会信用代码或者简称")
        demo = actions.add_parser("make-demo", help="生成演示证书（只在 FADU_DEMO=1 下）")
        demo.add_argument("--organ", action="append", help="机关，可以多次；不写就是全部机关")
        demo.add_argument("--sm2", action="store_true", help="同时生成国密证书")
        actions.add_parser("list", help="列出全部证书")
        ending = actions.add_parser("revoke", help="停用一张证书；它以前签的仍然有效")
        ending.add_argument("fingerprint", help="指纹的前若干位")
        ending.add_argument("--why", required=True)

    def handle(self, *_: Any, **options: Any) -> None:
        """Do it."""
        try:
            getattr(self, "_" + options["action"].replace("-", "_"))(options)
        except Invalid as invalid:
            raise CommandError("；".join(invalid.errors.values())) from invalid
        except OSError as error:
            raise CommandError(f"读不了文件：{error.strerror}") from error

    def _import(self, options: dict[str, Any]) -> None:
        password = os.environ.get(PASSWORD)
        password = getpass.getpass("PKCS#12 口令：") if password is None else password
        crl = options["crl"].read_text("ascii") if options["crl"] else ""
        self._say(services.take_in(SYSTEM, self._organ(options["organ"]).id, options["file"].read_bytes(), password, crl=crl))

    def _add(self, options: dict[str, Any]) -> None:
        chain = options["chain"].read_text("ascii") if options["chain"] else ""
        self._say(services.add(SYSTEM, self._organ(options["organ"]).id, options["file"].read_text("ascii"), holder=options["holder"], chain=chain))

    def _make_demo(self, options: dict[str, Any]) -> None:
        organs = [self._organ(name) for name in options["organ"]] if options["organ"] else list(Organ.objects.order_by("id"))
        for row in services.make_demo(SYSTEM, organs, also_sm2=options["sm2"]):
            self._say(row)

    def _list(self, _options: dict[str, Any]) -> None:
        for row in selectors.certificates():
            self._say(row)

    def _revoke(self, options: dict[str, Any]) -> None:
        found = list(Certificate.objects.filter(fingerprint__startswith=options["fingerprint"].lower())[:2])
        if len(found) != 1:
            raise CommandError("没有这个指纹的证书" if not found else "不止一张证书的指纹这样开头，请多写几位")
        self._say(services.revoke(SYSTEM, found[0], options["why"]))

    def _organ(self, name: str) -> Organ:
        found = list(Organ.objects.filter(code=name) | Organ.objects.filter(short_name=name))
        if len(found) != 1:
            raise CommandError(f"没有代码或者简称为“{name}”的机关" if not found else f"不止一个机关叫“{name}”，请用统一社会信用代码")
        return found[0]

    def _say(self, row: Certificate) -> None:
        state = "已停用" if row.revoked_at else "已到期" if row.until <= now() else "有效"
        where = f"，密钥在 {row.holder}" if row.holder else ""
        self.stdout.write(f"{row.organ.name}　{row.suite}　{row.fingerprint[:16]}　{row.since:%Y-%m-%d} 至 {row.until:%Y-%m-%d}　{state}{where}")
