"""What a rule is. The same expression judges one step about to be taken and ten million cases of a past year."""

from fadu.law.rules.base import TRUE, Grade, Moment, Rule, Verdict, coded
from fadu.law.rules.clocks import Clock
from fadu.law.rules.gates import Bound, Gate, InTime, Wait, Within
from fadu.law.rules.people import Convention, Duty, Question

__all__ = ["TRUE", "Bound", "Clock", "Convention", "Duty", "Gate", "Grade", "InTime", "Moment", "Question", "Rule", "Verdict", "Wait", "Within", "coded"]
