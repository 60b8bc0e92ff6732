"""Pages of the 事前公开."""
