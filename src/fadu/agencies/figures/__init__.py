"""Figures of the room: what its registers say of the clauses of the five policies."""
