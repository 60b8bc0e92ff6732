"""What the yearly record of an organ asks of openness, licences, fair markets and shared data."""

from fadu.law.asking import ask
from fadu.law.forms import Kind
from fadu.law.vocabulary import organ

PORTAL = (("search", "检索"), ("read", "查阅"), ("download", "下载"))
REPORT = (
    ("own", "主动公开政府信息的情况"),
    ("asked", "收到和处理信息公开申请的情况"),
    ("remedy", "因信息公开被复议、诉讼的情况"),
    ("problems", "主要问题及改进情况"),
    ("other", "其他需要报告的事项"),
)

ASKS = (
    ask(organ.licence_items, required=False),
    ask(organ.licence_items_displayed, required=False),
    ask(organ.service_items, required=False),
    ask(organ.service_items_published, required=False),
    ask(organ.influential_decisions, required=False),
    ask(organ.influential_published, required=False),
    ask(organ.enforcement_bases_published, required=False),
    ask(organ.portal_functions, required=False, kind=Kind.CHOICES, choices=PORTAL),
    ask(organ.openness_report_on, required=False),
    ask(organ.openness_report_published_on, required=False),
    ask(organ.openness_authority, required=False),
    ask(organ.government_report_on, required=False, when=("openness_authority", (True,))),
    ask(organ.report_contents, required=False, kind=Kind.CHOICES, choices=REPORT),
    ask(organ.data_incidents, required=False),
    ask(organ.data_incidents_handled, required=False),
    ask(organ.acts_undisclosed, required=False),
    ask(organ.acts_unrecorded, required=False),
    ask(organ.major_unreviewed, required=False),
    ask(organ.fines_linked, required=False),
    ask(organ.measures_taken, required=False),
    ask(organ.measures_weighed, required=False),
    ask(organ.measures_excessive, required=False),
    ask(organ.fees_off_list, required=False),
    ask(organ.general_stops, required=False),
    ask(organ.general_stops_approved, required=False),
)
"""Each may be left out: a record is kept as the year goes."""
