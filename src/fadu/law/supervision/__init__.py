"""行政执法监督: 国务院条例, 山东、河北两省条例, and the law of civil servants on standing aside."""

from fadu.law.supervision import handling, looking, matters, opening, ordering, subject, year

RULES = (*subject.RULES, *opening.RULES, *looking.RULES, *handling.RULES, *ordering.RULES, *matters.RULES, *year.RULES)
