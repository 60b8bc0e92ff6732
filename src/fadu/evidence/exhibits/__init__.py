"""证据: the exhibits of a case, and the goods that are kept of a party."""
