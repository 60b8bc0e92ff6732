"""The columns: the usual seven, and behind them what an office writes above its table or nowhere."""

from fadu.agencies.kinds import Field as Domain
from fadu.law.forms import Field, Kind

COLUMNS = (
    Field(name="serial", label="序号", required=False, longest=20, example="1"),
    Field(name="act", label="违法行为", required=False, longest=200, example="经营标注虚假生产日期的食品"),
    Field(name="act_bases", label="违法依据", kind=Kind.LONGTEXT, required=False, longest=2000, example="食品安全法第三十四条第一款第十项"),
    Field(
        name="bases",
        label="处罚依据",
        kind=Kind.LONGTEXT,
        required=False,
        longest=4000,
        example="食品安全法第一百二十六条第一款第三项：处五千元以上五万元以下罚款",
    ),
    Field(name="label", label="裁量阶次", required=False, longest=40, example="一般"),
    Field(name="condition", label="适用条件", kind=Kind.LONGTEXT, required=False, longest=300, example="没有从轻、从重情节"),
    Field(name="standard", label="裁量标准", kind=Kind.LONGTEXT, required=False, longest=1000, example="处 18500 元以上 36500 元以下罚款"),
    Field(name="code", label="基准编号", required=False, longest=60, help="修订已有的基准时填写"),
    Field(name="issuer", label="制定机关", required=False, longest=100),
    Field(name="field", label="执法领域", kind=Kind.CHOICE, required=False, choices=tuple((str(key), str(label)) for key, label in Domain.choices)),
    Field(name="source", label="文件", required=False, longest=200),
    Field(name="filing", label="备案号", required=False, longest=80),
    Field(name="since", label="施行日期", kind=Kind.DATE, required=False),
    Field(name="until", label="有效期至", kind=Kind.DATE, required=False),
)
"""序号 to 裁量标准 are what such an office keeps (domain: 临沂市); the rest may be left out."""

LABELS = {field.name: field.label for field in COLUMNS}
