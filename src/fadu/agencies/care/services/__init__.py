"""The only writers of appraisal and care."""

from fadu.agencies.care.services.appraisals import appraise, appraise_organ, commend, edit_appraisal
from fadu.agencies.care.services.matters import accept_matter, advance_matter
from fadu.agencies.care.services.support import agree, come_back, end_insurance, insure, note_incident, offer_help, send_away

__all__ = [
    "accept_matter",
    "advance_matter",
    "agree",
    "appraise",
    "appraise_organ",
    "come_back",
    "commend",
    "edit_appraisal",
    "end_insurance",
    "insure",
    "note_incident",
    "offer_help",
    "send_away",
]
