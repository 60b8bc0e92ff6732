"""Pages of signing and service."""
