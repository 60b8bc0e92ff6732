"""What is entered to publish, file or repeal a discretion table."""

from fadu.law.forms import Field, Kind

PUBLISHING = (
    Field(name="published_on", label="公布日期", kind=Kind.DATE, help="没有向社会公布的不能适用（行政处罚法第三十四条）"),
    Field(name="since", label="施行日期", kind=Kind.DATE, help="不早于公布日期；原来的版本到前一天为止"),
    Field(name="until", label="最后有效日", kind=Kind.DATE, required=False, help="文件没有写有效期的不填"),
    Field(name="source", label="文件", required=False, longest=200, help="文件名称、文号；与草案相同的不填"),
    Field(name="filing", label="备案号", required=False, longest=80, help="还没有备案的，备案后补登"),
    Field(name="filed_on", label="备案日期", kind=Kind.DATE, required=False),
    Field(name="reason", label="事由", longest=200, help="为什么制定、修改，记入变更记录", example="上位法修改，相应调整"),
)
"""What is entered to publish."""

FILING = (
    Field(name="filing", label="备案号", longest=80, example="示市监裁备〔2026〕5号"),
    Field(name="filed_on", label="备案日期", kind=Kind.DATE),
)
"""A filing (备案) that came after publication."""

ENDING = (
    Field(name="ends_on", label="自哪天起废止", kind=Kind.DATE, help="这一天起不再适用；此前的案件不受影响"),
    Field(name="reason", label="事由和依据", longest=200, example="所依据的法律已经废止"),
)
"""A repeal."""
