"""The vocabulary of cases, steps and organs, chapter by chapter of a case's course."""

from fadu.law.vocabulary.act import act
from fadu.law.vocabulary.application import Application
from fadu.law.vocabulary.archive import archive
from fadu.law.vocabulary.compensation import compensation
from fadu.law.vocabulary.decision import Decision
from fadu.law.vocabulary.duties import duties
from fadu.law.vocabulary.ecology import Ecology
from fadu.law.vocabulary.eia import eia
from fadu.law.vocabulary.execution import Execution
from fadu.law.vocabulary.execution_act import enforcement
from fadu.law.vocabulary.filming import CaseFilmed
from fadu.law.vocabulary.fines import Fines
from fadu.law.vocabulary.formality import Formality
from fadu.law.vocabulary.inquiry import Inquiry
from fadu.law.vocabulary.inspection import inspection
from fadu.law.vocabulary.licence import licence
from fadu.law.vocabulary.locality import locality
from fadu.law.vocabulary.market import Market
from fadu.law.vocabulary.measure import measure
from fadu.law.vocabulary.notice import Notice
from fadu.law.vocabulary.officer import officer
from fadu.law.vocabulary.organ import organ
from fadu.law.vocabulary.performing import Performing
from fadu.law.vocabulary.permit import permit
from fadu.law.vocabulary.personal import personal
from fadu.law.vocabulary.petition import petition
from fadu.law.vocabulary.police import Police
from fadu.law.vocabulary.power import Power
from fadu.law.vocabulary.publication import publication
from fadu.law.vocabulary.request import request
from fadu.law.vocabulary.requisition import requisition
from fadu.law.vocabulary.review import review
from fadu.law.vocabulary.sectors import Sectors
from fadu.law.vocabulary.signature import signature
from fadu.law.vocabulary.source import Source
from fadu.law.vocabulary.step import step
from fadu.law.vocabulary.suit import suit
from fadu.law.vocabulary.supervision import supervision
from fadu.law.vocabulary.township import Township
from fadu.law.vocabulary.transfer import transfer

__all__ = ["act", "archive", "case", "compensation", "duties", "eia", "enforcement", "inspection", "licence", "locality", "measure", "officer", "organ", "permit", "personal", "petition", "publication", "request", "requisition", "review", "signature", "step", "suit", "supervision", "transfer"]


class case(  # noqa: N801 - reads as a word in a rule: case.filed_on
    Source, Inquiry, Notice, Decision, Execution, Formality, Market, Power, Application, Performing, Ecology, Police, Sectors, Fines, Township, CaseFilmed
):
    """Facts of a case (案件), from the clue to the archive."""
