"""Signatures by hand, and the register of service."""

from fadu.evidence.signing.models.service import Attempt, Message, Outcome, Proof, Result
from fadu.evidence.signing.models.signature import Capacity, Invited, Link, Manner, Matter, Signature

__all__ = ["Attempt", "Capacity", "Invited", "Link", "Manner", "Matter", "Message", "Outcome", "Proof", "Result", "Signature"]
