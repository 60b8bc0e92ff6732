"""`fadu backup DEST`: one consistent snapshot of the running installation."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from fadu.evidence.keeping import services
from fadu.evidence.keeping.backing.manifest import Unusable
from fadu.evidence.keeping.backing.taking import take
from fadu.evidence.keeping.telling import Bar, passphrase


class Command(BaseCommand):
    """Takes a snapshot and remembers it."""

    help = "备份正在运行的安装：数据库、文书、原件、公开日志；backup DEST（不含密钥，除非 --with-keys）"

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and whether with the keys."""
        parser.add_argument("dest", type=Path, metavar="DEST", help="备份的文件夹，放在另一块盘；可以一次次备份到同一处，文件只存一份")
        parser.add_argument("--with-keys", action="store_true", help="把密钥用口令加密后一并放入")
        parser.add_argument("--name-store", action="store_true", help="原件在 S3 存储中的，只记下存储的名称，不取回（默认取回，断开后接着做）")
        parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help="口令所在的文件（默认询问，或者取 FADU_BACKUP_PASSPHRASE）")

    def handle(self, *_: Any, **options: Any) -> None:
        """Take it."""
        began, bar = services.begin(), Bar("备份")
        try:
            secret = passphrase(options["passphrase_file"], twice=True) if options["with_keys"] else ""
            taken = take(options["dest"], passphrase=secret, name_store=options["name_store"], told=bar)
        except (Unusable, OSError) as error:
            raise CommandError(f"没有备份：{error}") from error
        finally:
            bar.end()
        manifest = taken.manifest
        services.backed_up(began, size=manifest.head.size, files=len(manifest.files), stored=manifest.stored, manifest=taken.digest)
        self.stdout.write(f"备份完成：{taken.folder}")
        self.stdout.write(
            f"日志 {manifest.head.size} 条，文件 {len(manifest.files)} 个（新存 {taken.fresh} 个），共 {manifest.stored} 字节，清单 SHA-256 {taken.digest}"
        )
        if manifest.keys:
            self.stdout.write("密钥已用口令加密放入；口令请与备份分开保管")
        else:
            self.stdout.write("不含密钥：没有 FADU_DATA_KEY 和 FADU_LOG_KEY，备份恢复后读不出当事人信息、接不上公开日志；请另行保管这两把密钥")
        for store in manifest.brought:
            self.stdout.write(f"{store} 中的原件已经取回，逐件记下校验值")
        for store in manifest.elsewhere:
            self.stdout.write(f"原件在 {store}，备份只记下名称；请用存储自己的版本和复制功能保护它")
