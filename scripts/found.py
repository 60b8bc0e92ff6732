"""`found.py FILE`: the first organ of an installation and its administrator, from a TOML file (`--example` prints one).

Afterwards everything is entered by page. Nothing is done where there is an organ already.
"""

import os
import sys
import tomllib
from pathlib import Path

import django

EXAMPLE = """\
[organ]
name = "示范县人民政府"
short_name = "示县府"
code = "11130999MB10000006"   # 统一社会信用代码
kind = "statutory"
field = "government"
level = "county"
region_name = "示范县"
region_code = "130999"
address = "示范县城关镇人民路 1 号"
phone = "0399-5550100"
legal_rep = "钱卫国"
starts_on = "2019-03-01"

[administrator]
name = "何平"
post_title = "信息中心主任"
employment = "civil"
legal_qualification = false
starts_on = "2020-01-01"

[account]
username = "heping"
password = ""                  # 至少 12 个字符；第一次登录时必须修改
"""


def found(file: Path) -> str:
    """Do it; what was done, in words."""
    from django.db import transaction

    from fadu.accounts.actors import SYSTEM, Role
    from fadu.agencies import services
    from fadu.agencies.models import Organ

    given = tomllib.loads(file.read_text("utf-8"))
    if Organ.objects.exists():
        return "已经有机关，不再建立；请由系统管理员在页面上登记"
    with transaction.atomic():
        organ = services.add_organ(SYSTEM, given["organ"])
        person = services.add_officer(SYSTEM, organ.pk, given["administrator"])
        user = services.open_account(SYSTEM, person.pk, given["account"])
        services.appoint(SYSTEM, person.pk, {"role": Role.ADMIN.value, "starts_on": given["administrator"]["starts_on"]})
    return f"已建立{organ.name}，系统管理员{person.name}，登录名 {user.username}"


def main(argv: list[str]) -> int:
    """Run; 0 when it was done."""
    if argv == ["--example"]:
        print(EXAMPLE, end="")
        return 0
    if len(argv) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fadu.site.settings")
    django.setup()
    from fadu.law.forms import Invalid

    try:
        print(found(Path(argv[0])))
    except Invalid as wrong:
        print("\n".join(f"{field or '文件'}：{text}" for field, text in wrong.errors.items()), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
