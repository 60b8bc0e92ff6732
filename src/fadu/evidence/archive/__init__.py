"""档: files of cases as they are kept: formed, numbered, packed, proved, lent, handed over, destroyed after appraisal."""
