"""Exams: question bank, papers drawn at random, sittings that nothing alters."""
