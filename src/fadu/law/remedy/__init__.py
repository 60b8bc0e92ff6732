"""复议、诉讼、赔偿、信访: what the remedies against an act demand of the organ that decides them and of the organ that acted."""

from fadu.law.remedy import accepting, applying, compensation, deciding, execution, jurisdiction, norms, performing, petition, suit, suit_term, trial
from fadu.law.rules import Rule

RULES: tuple[Rule, ...] = (
    *applying.RULES, *jurisdiction.RULES, *accepting.RULES, *trial.RULES, *norms.RULES, *deciding.RULES, *performing.RULES,
    *suit_term.RULES, *suit.RULES, *execution.RULES, *compensation.RULES, *petition.RULES,
)
