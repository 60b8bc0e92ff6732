"""`fadu verify --all`: the whole installation against its public log: tiles, leaves, rows, chains, states, files, triggers."""

from fadu.evidence.keeping.verifying.run import Scope, examine

__all__ = ["Scope", "examine"]
