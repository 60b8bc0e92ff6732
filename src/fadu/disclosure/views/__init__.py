"""Pages of the queue and of the portal."""
