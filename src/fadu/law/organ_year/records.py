"""What the organ's year asks about supervision, people, personal data and archives; the form of `organ.year` takes it in."""

from fadu.law.asking import ask
from fadu.law.facts import Fact
from fadu.law.forms import Field
from fadu.law.vocabulary import organ
from fadu.law.vocabulary.organ_records import OrganRecords

ASKS: tuple[Field, ...] = tuple(ask(getattr(organ, name), required=False) for name, fact in vars(OrganRecords).items() if isinstance(fact, Fact))
