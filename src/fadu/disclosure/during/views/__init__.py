"""Pages of 事中公示."""
