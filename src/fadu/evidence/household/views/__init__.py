"""Pages of households: the file for those entitled, the own file of a party, identities, accounts."""
