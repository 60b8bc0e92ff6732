"""`fadu restore SRC`: a snapshot comes back into an empty installation and proves itself."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from fadu.evidence.keeping import services
from fadu.evidence.keeping.backing.manifest import Unusable
from fadu.evidence.keeping.backing.restoring import chosen, restore, standing
from fadu.evidence.keeping.telling import Bar, passphrase
from fadu.evidence.keeping.verifying import Scope, examine


class Command(BaseCommand):
    """Restores, verifies all of it, and compares its log with what was published."""

    help = "把备份恢复到空的安装里，核验全部内容，并与已公布的检查点比较：restore SRC [--checkpoint FILE|URL]"

    def add_arguments(self, parser: CommandParser) -> None:
        """Where from, and what was published."""
        parser.add_argument("src", type=Path, metavar="SRC", help="备份的文件夹（取最新的一份），或者其中一份")
        parser.add_argument("--checkpoint", metavar="FILE|URL", default="", help="已公布的检查点：日志地址、检查点文件、日志文件夹，或者监看者的状态文件")
        parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help="备份含有密钥时的口令（或者取 FADU_BACKUP_PASSPHRASE）")
        parser.add_argument("--with-keys", action="store_true", help="把备份里的密钥也恢复")

    def handle(self, *_: Any, **options: Any) -> None:
        """Restore; exit 1 where what came back does not prove itself."""
        bar = Bar("恢复")
        try:
            snapshot = chosen(options["src"])
            secret = passphrase(options["passphrase_file"]) if options["with_keys"] or options["passphrase_file"] else ""
            manifest = restore(snapshot, passphrase=secret, told=bar)
        except (Unusable, OSError) as error:
            raise CommandError(f"没有恢复：{error}") from error
        finally:
            bar.end()
        self.stdout.write(f"已恢复 {snapshot.name}（备份于 {manifest.made_at}）：日志 {manifest.head.size} 条，文件 {len(manifest.files)} 个，清单和签名相符")
        for store in manifest.brought:
            self.stdout.write(f"{store} 中的原件已放回{settings.FADU_STORE or '本机磁盘'}")
        for store in manifest.elsewhere:
            self.stdout.write(f"原件在 {store}，不在备份里；下面的核验会逐件读取")
        sound = self._verified()
        if options["checkpoint"]:
            sound = self._stands(options["checkpoint"]) and sound
        else:
            self.stdout.write("注意：没有给出 --checkpoint，不知道备份之后是否还公布过更新的检查点；对外服务之前请先比较")
        if not sound:
            raise SystemExit(1)

    def _verified(self) -> bool:
        began, bar = services.begin(), Bar("核验")
        try:
            findings = examine(Scope(), bar)
        finally:
            bar.end()
        services.examined(findings, "all", began)
        self.stdout.write("\n".join(findings.lines()))
        return findings.ok

    def _stands(self, published: str) -> bool:
        try:
            found = standing(published)
        except Unusable as error:
            self.stdout.write(f"✗ 无法与已公布的检查点比较：{error}")
            return False
        self.stdout.write(f"{'✗' if found.forked or found.behind else '✓'} {found.says}")
        if found.behind:
            self.stdout.write(
                "已公布的检查点已放到磁盘上：后台不会签发与它矛盾的日志。请换用新的 FADU_LOG_ORIGIN 另起日志，并说明原因（见 docs/operations.md）"
            )
        return not found.forked and not found.behind
